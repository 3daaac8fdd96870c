"""Somebody in the making: what the cells of a row say, gathered before it becomes a person and a card."""

import re
from dataclasses import dataclass, field

from amity.lib.text import clean
from amity.sources.vcf.labels import LONGEST_LABEL

_LONGEST_ACRONYM = 4  # letters
# What letters begin with; a title, as "Dr.", belongs to the name.
_SALUTATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "herr", "frau", "m", "mme", "mlle", "monsieur", "madame"),
        *("sr", "sra", "srta", "señor", "señora"),
    )
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々・]+")


@dataclass(slots=True)
class Draft:
    """What a row says, gathered cell by cell. Entries are (text, label); labels as vCard has them ("work fax")."""

    full: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    called: str = ""
    sounds: list[str] = field(default_factory=list)
    mails: list[tuple[str, str]] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    accounts: list[tuple[str, str]] = field(default_factory=list)  # the label is the service
    pages: list[tuple[str, str]] = field(default_factory=list)
    firms: list[tuple[str, ...]] = field(default_factory=list)  # a firm and its department
    titles: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    addresses: list[tuple[list[str], str, str]] = field(default_factory=list)  # parts as ADR, label, as written
    birthday: str = ""
    anniversary: str = ""
    days: list[tuple[str, str]] = field(default_factory=list)
    related: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)  # (kind of fact, text): note, cares_about, speaks
    circles: list[str] = field(default_factory=list)
    pronouns: str = ""
    picture: str = ""
    uid: str = ""
    cells: list[tuple[str, str]] = field(default_factory=list)  # (header, text) of what nobody can tell


def own_label(text: str) -> str:
    """A label in somebody's own words, as it comes back from a card."""
    text = clean(" ".join(text.split()))[:LONGEST_LABEL]
    return text.lower().replace("_", " ") if text.isupper() and len(text) > _LONGEST_ACRONYM else text


def shown_name(draft: Draft) -> str:
    """The name as it is read: the whole where the row has one, else its parts in their order; "" without any."""
    if draft.full:
        return draft.full
    if draft.given and draft.family and _EAST_ASIAN.fullmatch(draft.given) and _EAST_ASIAN.fullmatch(draft.family):
        return f"{draft.family} {draft.given}"
    prefix = "" if draft.prefix.rstrip(".").lower() in _SALUTATIONS else draft.prefix
    parts = (prefix, draft.given, draft.middle, draft.family, draft.suffix)
    return " ".join(filter(None, parts)) if draft.given or draft.family else ""
