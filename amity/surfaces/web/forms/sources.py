"""What somebody gives to be read: files, or a place on the server."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from amity.surfaces.web.forms.plain import PlainForm


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of files; each is checked as one would be."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in given]


def _split(addresses: str) -> list[str]:
    return addresses.replace(",", " ").split()


class FilesForm(PlainForm):
    given = ManyFilesField(label="Files")
    me = forms.CharField(label="Your own addresses", required=False, max_length=2000)

    def addresses(self) -> list[str]:
        return _split(self.cleaned_data["me"])


class PathForm(PlainForm):
    path = forms.CharField(
        label="A file or folder on the server",
        max_length=1000,
        help_text="Below the folder that Amity may read from, as mail/2019 or contacts.vcf.",
    )
    me = forms.CharField(label="Your own addresses", required=False, max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["path"].widget.attrs.pop("autofocus", None)

    def addresses(self) -> list[str]:
        return _split(self.cleaned_data["me"])
