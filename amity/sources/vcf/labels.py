"""What a card says about an entry beside its value: its label, and whether it is the preferred one."""

import re

from amity.formats.vcard import Card, Property
from amity.formats.vcard_values import text_of
from amity.lib.text import clean

LONGEST_LABEL = 60  # characters

_LONGEST_ACRONYM = 4  # letters
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APPLE = re.compile(r"_\$!<(.+)>!\$_")
# Said of nearly every entry, or said of the value and not of its use.
_NO_LABELS = frozenset(("internet", "pref", "voice", "msg", "video", "text", "postal", "parcel", "dom", "intl", "uri"))
_WORDS = {"cell": "mobile", "iphone": "iPhone"}


def label_of(found: Property, card: Card) -> str:
    """ "work", "mobile", "home fax", or the owner's own word for it; "" where the card says nothing."""
    if found.group and (own := _own_label(found.group, card)):
        return clean(own)[:LONGEST_LABEL]
    words = [value.lower() for name, value in found.params if name == "TYPE"]
    kept = [_WORDS.get(word, word.removeprefix("x-")) for word in words if word not in _NO_LABELS]
    return clean(" ".join(sorted(dict.fromkeys(kept), key=lambda word: word == "fax")))[:LONGEST_LABEL]


def _own_label(group: str, card: Card) -> str:
    for other in card.properties:
        if other.name == "X-ABLABEL" and other.group.lower() == group.lower():
            return _readable(text_of(other, card.version).strip())
    return ""


def _readable(label: str) -> str:
    # "_$!<AssistantPhone>!$_" is Apple's, "DOMESTIC_PARTNER" Google's; anything else is the owner's own word.
    if known := _APPLE.fullmatch(label):
        return _HUMP.sub(" ", known[1]).lower()
    return label.lower().replace("_", " ") if label.isupper() and len(label) > _LONGEST_ACRONYM else label


def in_order(found: list[Property]) -> list[Property]:
    """The preferred first (PREF, TYPE=pref), the rest as they stand."""
    return sorted(found, key=_rank) if len(found) > 1 else found


def _rank(found: Property) -> int:
    written = found.param("PREF")
    if written.isascii() and written.isdigit():
        return int(written)
    return 1 if "pref" in found.types() else 101
