"""Forms for what is known and what happened: handles, facts, interactions."""

from datetime import date
from typing import Any

from django import forms

from amity.judgement.vocabulary import Channel, Direction, HandleKind
from amity.surfaces.web.forms.plain import DayInput, PlainForm

TEXT_LENGTH = 20_000
NAMES = {  # names to choose from while one is typed
    "list": "names",
    "hx-get": "/people/names/",
    "hx-trigger": "input changed delay:120ms",
    "hx-target": "#names",
    "hx-swap": "innerHTML",
    "hx-sync": "this:replace",
}
HANDLE_KINDS = [
    (HandleKind.MAIL.value, "Mail"),
    (HandleKind.PHONE.value, "Phone"),
    (HandleKind.WEB.value, "Web page"),
    (HandleKind.ACCOUNT.value, "Account"),
]
CHANNELS = [
    (Channel.IN_PERSON.value, "We met"),
    (Channel.CALL.value, "We spoke by phone"),
    (Channel.VIDEO.value, "We spoke by video"),
    (Channel.MESSAGE.value, "Messages"),
    (Channel.MAIL.value, "Mail"),
    (Channel.LETTER.value, "A letter or a card"),
    (Channel.NOTE.value, "Only a note for me"),
]
DIRECTIONS = [
    (Direction.BOTH.value, "Both of us"),
    (Direction.OUT.value, "I did"),
    (Direction.IN.value, "They did"),
]
FACT_KINDS = [
    ("cares_about", "Cares about"),
    ("lives_in", "Lives in"),
    ("work", "Works at"),
    ("worked_at", "Worked at"),
    ("studied_at", "Studied at"),
    ("family", "Family"),
    ("life_event", "Life event"),
    ("makes", "Makes"),
    ("likes", "Likes"),
    ("other", "Something else"),
]


def kinds_with(kind: str) -> list[tuple[str, str]]:
    """The choices, and one that came from a card and is none of them."""
    if any(kind == known for known, _ in FACT_KINDS) or not kind:
        return FACT_KINDS
    return [*FACT_KINDS, (kind, kind.replace("_", " ").capitalize())]


class HandleForm(PlainForm):
    text = forms.CharField(label="Address or number", max_length=320)
    kind = forms.ChoiceField(label="Kind", choices=HANDLE_KINDS)
    label = forms.CharField(label="For", max_length=60, required=False, help_text="Home, work, her sister's …")


class HandleChangeForm(PlainForm):
    text = forms.CharField(label="Address or number", max_length=320)
    label = forms.CharField(label="For", max_length=60, required=False)


class FactForm(PlainForm):
    text = forms.CharField(label="What you know", max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Kind", choices=FACT_KINDS, initial="cares_about")
    label = forms.CharField(label="In your word", max_length=60, required=False, help_text="Daughter, Partner, Dog …")
    private = forms.BooleanField(label="Only I may see it", required=False)


class FactChangeForm(PlainForm):
    text = forms.CharField(label="What you know", max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 2}))
    label = forms.CharField(label="In your word", max_length=60, required=False)


class HappenedForm(PlainForm):
    """With one person or several, split at commas."""

    text = forms.CharField(
        label="What happened?", required=False, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )
    who = forms.CharField(
        label="With", max_length=1000, widget=forms.TextInput(attrs=NAMES), help_text="Several: commas."
    )
    channel = forms.ChoiceField(label="How", choices=CHANNELS)
    happened_on = forms.DateField(label="When", widget=DayInput)
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=1, max_value=100_000, localize=False)
    direction = forms.ChoiceField(label="Who began", choices=DIRECTIONS, required=False, initial="both")
    private = forms.BooleanField(label="Only I may see it", required=False)

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"].initial = today
        self.fields["happened_on"].widget.attrs["max"] = today.isoformat()


class HappenedChangeForm(PlainForm):
    text = forms.CharField(
        label="What happened?", required=False, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 4})
    )
    channel = forms.ChoiceField(label="How", choices=CHANNELS)
    happened_on = forms.DateField(label="When", widget=DayInput)
