"""The look every form shares: our classes on its inputs, ids of its own, and the first field ready to type in."""

from typing import Any

from django import forms

_CLASS: dict[type[forms.Widget], str] = {forms.Textarea: "area", forms.Select: "select"}
_BARE = (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect, forms.HiddenInput)


class PlainForm(forms.Form):
    """Ids begin with the form's name, so that two forms can stand on one page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for number, field in enumerate(self.fields.values()):
            if not isinstance(field.widget, _BARE):
                field.widget.attrs.setdefault("class", _CLASS.get(type(field.widget), "input"))
                field.widget.attrs.setdefault("autocomplete", "off")
            if number == 0 and not isinstance(field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
                field.widget.attrs.setdefault("autofocus", True)


class DayInput(forms.DateInput):
    """The browser's own calendar; written as ISO, whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
