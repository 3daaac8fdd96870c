"""Forms about a person: names, birthday, circles, rhythm, how you met, a face."""

import calendar
import uuid
from collections.abc import Iterable
from typing import Any

from django import forms

from amity.surfaces.web.forms.known import NAMES
from amity.surfaces.web.forms.plain import PlainForm

NAME_LENGTH = 300
MONTHS = [("", "Month"), *((number, calendar.month_name[number]) for number in range(1, 13))]
DAYS = [("", "Day"), *((number, number) for number in range(1, 32))]
RHYTHMS = [
    ("", "As it is between you"),
    (7, "Every week"),
    (14, "Every fortnight"),
    (21, "Every 3 weeks"),
    (30, "Every month"),
    (42, "Every 6 weeks"),
    (60, "Every 2 months"),
    (91, "Every 3 months"),
    (182, "Twice a year"),
    (365, "Every year"),
]
Choice = tuple[uuid.UUID, str]


def rhythms_with(days: int | None) -> list[tuple[Any, Any]]:
    """The choices, and the one that is set when it is none of them."""
    if days is None or any(days == known for known, _ in RHYTHMS):
        return list(RHYTHMS)
    return [*RHYTHMS, (days, f"Every {days} days")]


class NewPersonForm(PlainForm):
    name = forms.CharField(label="Name", max_length=NAME_LENGTH, help_text="In any letters, as they write it.")
    mail = forms.CharField(label="Mail address", max_length=320, required=False)
    phone = forms.CharField(label="Phone", max_length=60, required=False)
    circles = forms.MultipleChoiceField(label="Circles", required=False, widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(
        label="A note to begin with", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, circles: Iterable[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["circles"].choices = list(circles)  # type: ignore[attr-defined]  # a MultipleChoiceField has them

    def handles(self) -> list[tuple[str, str]]:
        given = self.cleaned_data
        return [(kind, given[kind]) for kind in ("mail", "phone") if given[kind]]


class NameForm(PlainForm):
    name = forms.CharField(label="Name", max_length=NAME_LENGTH)
    called = forms.CharField(
        label="Called", max_length=NAME_LENGTH, required=False, help_text="What you say: Linh, Auntie Fọlá, Dad."
    )
    pronouns = forms.CharField(label="Pronouns", max_length=40, required=False)


class BirthdayForm(PlainForm):
    day = forms.TypedChoiceField(label="Day", choices=DAYS, coerce=int, empty_value=None, required=False)
    month = forms.TypedChoiceField(label="Month", choices=MONTHS, coerce=int, empty_value=None, required=False)
    year = forms.IntegerField(
        label="Year, if you know it", required=False, min_value=1850, max_value=2200, localize=False
    )


class RhythmForm(PlainForm):
    days = forms.TypedChoiceField(
        label="How often you would like to be in touch",
        choices=RHYTHMS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Your word wins over what Amity worked out.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = rhythms_with(self.initial.get("days"))  # type: ignore[attr-defined]


class MetThroughForm(PlainForm):
    who = forms.CharField(
        label="Who brought you together",
        max_length=NAME_LENGTH,
        required=False,
        widget=forms.TextInput(attrs=NAMES),
        help_text="Empty: nobody did.",
    )
    how = forms.CharField(label="How you met", max_length=NAME_LENGTH, required=False)


class PhotoForm(PlainForm):
    photo = forms.FileField(label="A picture", help_text="JPEG, PNG or WebP, up to 10 MB. Amity draws it anew, small.")


class NotNowForm(PlainForm):
    reason = forms.CharField(
        label="Not now, because…",
        max_length=300,
        required=False,
        help_text="Only you see it. Nothing is suggested until your usual gap has passed once more.",
    )
