"""Forms about promises, needs and offers, and what somebody said when asked how one can help."""

from datetime import date
from typing import Any

from django import forms

from amity.surfaces.web.forms.known import NAMES, TEXT_LENGTH
from amity.surfaces.web.forms.plain import DayInput, PlainForm

WHAT_LENGTH = 300
DUE_LENGTH = 60
SIDES = [("mine", "I promised"), ("theirs", "They promised me")]
SORTS = [("need", "They need it"), ("offer", "They offer it")]
DUE_HELP = "A day as you would say it: Friday, 4 December, in spring. Empty: no day."


class PromiseForm(PlainForm):
    what = forms.CharField(label="What", max_length=WHAT_LENGTH)
    side = forms.ChoiceField(label="Who promised", choices=SIDES, initial="mine")
    who = forms.CharField(label="To or from whom", max_length=WHAT_LENGTH, widget=forms.TextInput(attrs=NAMES))
    due_on = forms.CharField(label="By when", max_length=DUE_LENGTH, required=False, help_text=DUE_HELP)
    private = forms.BooleanField(label="Only I may see it", required=False)


class PromiseChangeForm(PlainForm):
    what = forms.CharField(label="What", max_length=WHAT_LENGTH)
    due_on = forms.CharField(label="By when", max_length=DUE_LENGTH, required=False, help_text=DUE_HELP)
    who = forms.CharField(label="To or from whom", max_length=WHAT_LENGTH, widget=forms.TextInput(attrs=NAMES))


class LetGoForm(PlainForm):
    they_know = forms.BooleanField(
        label="They know", required=False, help_text="A word to them makes it a good ending."
    )


class ToldForm(PlainForm):
    """A need or an offer."""

    what = forms.CharField(label="What", max_length=WHAT_LENGTH)
    sort = forms.ChoiceField(label="They", choices=SORTS, initial="need")
    who = forms.CharField(label="Who", max_length=WHAT_LENGTH, widget=forms.TextInput(attrs=NAMES))
    private = forms.BooleanField(label="Only I may see it", required=False)


class ToldChangeForm(PlainForm):
    what = forms.CharField(label="What", max_length=WHAT_LENGTH)
    who = forms.CharField(label="Who", max_length=WHAT_LENGTH, widget=forms.TextInput(attrs=NAMES))


class AskedForm(PlainForm):
    answer = forms.CharField(
        label="What they said",
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It can stay empty until they answer.",
    )
    asked_on = forms.DateField(label="When you asked", widget=DayInput)

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_on"].initial = today
        self.fields["asked_on"].widget.attrs["max"] = today.isoformat()


class AnswerForm(PlainForm):
    answer = forms.CharField(
        label="What they said", required=False, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 2})
    )
