"""How somebody is spoken of: "he needs", "ask her", "their mail". Unknown pronouns are "they"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words for one person; `s` ends a verb behind `they`, as in "he needs", and `are` is its "is" or "are"."""

    they: str
    them: str
    their: str
    are: str
    s: str


_THEY = Spoken("they", "them", "their", "are", "")
_BY_FIRST = {"she": Spoken("she", "her", "her", "is", "s"), "he": Spoken("he", "him", "his", "is", "s")}


def spoken(pronouns: str) -> Spoken:
    """The words for "she/her", "he/him", "they/them"; the first of several decides."""
    first = pronouns.replace("/", " ").replace(",", " ").split()[:1]
    return _BY_FIRST.get(first[0].lower(), _THEY) if first else _THEY
