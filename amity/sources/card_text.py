"""A draft as the text of a vCard, which `sources.vcf` reads as the same person again."""

import re
from collections.abc import Iterator
from functools import lru_cache

from amity.formats.vcard import fold as folded
from amity.formats.vcard_values import escaped
from amity.sources.drafts import Draft, shown_name

_SHORT = 75  # characters; a line of no more needs no fold
_TYPES = {
    "home": ";TYPE=home",
    "work": ";TYPE=work",
    "mobile": ";TYPE=cell",
    "fax": ";TYPE=fax",
    "home fax": ";TYPE=home;TYPE=fax",
    "work fax": ";TYPE=work;TYPE=fax",
    "pager": ";TYPE=pager",
    "other": ";TYPE=other",
    "main": ";TYPE=main",
}
_NOT_PLAIN = re.compile(r"[\\;,\r\n]")
_NO_PARAM = re.compile(r"[\x00-\x1f]")

# Facts that are one property each; what a card calls them.
_PROPERTIES = {"note": "NOTE", "cares_about": "HOBBY", "speaks": "LANG"}


def card_of(draft: Draft) -> str:
    """The text of a card, vCard 3.0."""
    lines = _Lines()
    if draft.uid:
        lines.add("UID", _text(draft.uid))
    if draft.given or draft.family:
        parts = (draft.family, draft.given, draft.middle, draft.prefix, draft.suffix)
        lines.add("N", ";".join(map(_text, parts)))
    if named := shown_name(draft):
        lines.add("FN", _text(named))
    if draft.called:
        lines.add("NICKNAME", _text(draft.called))
    for text, label in draft.mails:
        lines.add("EMAIL", _text(text), label)
    for text, label in draft.phones:
        lines.add("TEL", _text(text), label)
    for text, service in draft.accounts:
        lines.add(f"X-SOCIALPROFILE;TYPE={service}", _text(text))
    for text, label in draft.pages:
        lines.add("URL", _text(text), label)
    _add_facts(lines, draft)
    for header, text in draft.cells:
        lines.add(f"X-AMITY-CELL;X-NAME={_param(header)}", _text(text))
    return lines.text()


class _Lines:
    """The lines of a card in the making. Labels that vCard has no word for stand beside the entry, as Apple does it."""

    def __init__(self) -> None:
        self.lines = ["BEGIN:VCARD", "VERSION:3.0"]
        self.groups = 0

    def add(self, name: str, value: str, label: str = "") -> None:
        """A property with its value as it is to be written."""
        if not label or label in _TYPES:
            line = f"{name}{_TYPES[label] if label else ''}:{value}"
        else:
            self.groups += 1
            line = f"item{self.groups}.{name}:{value}"
            self._write(f"item{self.groups}.X-ABLABEL:{_text(label)}")
        self._write(line)

    def _write(self, line: str) -> None:
        self.lines.append(line if len(line) <= _SHORT and line.isascii() else folded(line)[:-2])

    def text(self) -> str:
        """The whole card."""
        return "\r\n".join([*self.lines, "END:VCARD", ""])


def _text(text: str) -> str:
    return escaped(text) if _NOT_PLAIN.search(text) else text


@lru_cache(maxsize=1_024)
def _param(text: str) -> str:
    """A parameter's value (RFC 6868)."""
    text = text.replace("^", "^^").replace("\r\n", "\n").replace("\n", "^n").replace('"', "^'")
    return f'"{_NO_PARAM.sub(" ", text)}"'


def _add_facts(lines: _Lines, draft: Draft) -> None:
    for firm in draft.firms:
        lines.add("ORG", ";".join(map(_text, firm)))
    for parts, label, written in draft.addresses:
        name = f"ADR;LABEL={_param(written)}" if written else "ADR"
        lines.add(name, ";".join(map(_text, parts)), label)
    for name, text in _single_lines(draft):
        if text:
            lines.add(name, _text(text))
    for name, entries in (("X-ABDATE", draft.days), ("X-ABRELATEDNAMES", draft.related)):
        for text, label in entries:
            lines.add(name, _text(text), label)
    if draft.circles:
        lines.add("CATEGORIES", ",".join(map(_text, draft.circles)))


def _single_lines(draft: Draft) -> Iterator[tuple[str, str]]:
    yield from (("TITLE", text) for text in draft.titles)
    yield from (("ROLE", text) for text in draft.roles)
    yield "BDAY", draft.birthday
    yield "ANNIVERSARY", draft.anniversary
    yield "PRONOUNS", draft.pronouns
    yield "X-PHONETIC-FIRST-NAME", " ".join(draft.sounds)
    yield from ((_PROPERTIES[kind], text) for kind, text in draft.told)
    yield "PHOTO;VALUE=uri", draft.picture
