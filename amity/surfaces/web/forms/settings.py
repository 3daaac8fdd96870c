"""Forms of the settings page, and of the set-up address."""

import functools
import zoneinfo
from typing import Any

from django import forms
from django.conf import settings

from amity.judgement.vocabulary import HandleKind
from amity.surfaces.web.forms.people import rhythms_with
from amity.surfaces.web.forms.plain import PlainForm

LIMITS = [(number, f"{number} people") for number in (3, 5, 8, 12, 16, 20, 30)]
LIGHTS = [("machine", "As the machine"), ("light", "Daylight"), ("dark", "Lamplight")]
MARKS = [
    ("r-family", "full"),
    ("r-friends", "with a heart"),
    ("r-neighbours", "half"),
    ("r-excol", "open"),
    ("r-clients", "barred"),
    ("r-class", "dotted"),
    ("r-through", "two"),
]
OWN_KINDS = [(HandleKind.MAIL.value, "Mail"), (HandleKind.PHONE.value, "Phone")]


@functools.cache
def zones() -> list[tuple[str, str]]:
    """Every time zone with a place in it, and UTC."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


class LikesForm(PlainForm):
    time_zone = forms.ChoiceField(label="Time zone", choices=zones, help_text="Decides when your day begins.")
    language = forms.ChoiceField(label="Dates in", choices=settings.LANGUAGES)
    today_limit = forms.TypedChoiceField(
        label="Today holds at most",
        choices=LIMITS,
        coerce=int,
        help_text="The rest waits. There is no count of what you did not do.",
    )
    weekly_contacts = forms.IntegerField(
        label="Time for people", min_value=1, max_value=200, localize=False, help_text="Letters and calls a week."
    )
    single_keys = forms.BooleanField(
        label="Single-key shortcuts",
        required=False,
        help_text="Turn off if you dictate or use switch control. Ctrl K always works.",
    )
    light = forms.ChoiceField(label="Light", choices=LIGHTS, widget=forms.RadioSelect)
    keep_text = forms.BooleanField(
        label="Keep the text of letters",
        required=False,
        help_text="Off: who and when are kept, the words are not.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget.attrs.pop("autofocus", None)


class OwnAddressForm(PlainForm):
    text = forms.CharField(label="Another address of yours", max_length=320)
    kind = forms.ChoiceField(label="Kind", choices=OWN_KINDS)


class CircleForm(PlainForm):
    name = forms.CharField(label="Name", max_length=60)
    mark = forms.ChoiceField(label="Mark", choices=MARKS, initial="r-through", widget=forms.RadioSelect)


class CircleRhythmForm(PlainForm):
    days = forms.TypedChoiceField(
        label="How often, with everybody in it",
        choices=rhythms_with(None),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = rhythms_with(self.initial.get("days"))  # type: ignore[attr-defined]


class ClaimForm(PlainForm):
    username = forms.CharField(label="Your name here", max_length=150)
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text="Ten characters or more. Three or four words in a row are easy to keep.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
