"""The dates in a sentence: found by a table of rules for each language, never by guessing.

Conventions: docs/judgement.md, "Dates in sentences".
"""

import re
from collections.abc import Iterable
from datetime import date

from amity.judgement.dates.english import ENGLISH
from amity.judgement.dates.french import FRENCH
from amity.judgement.dates.german import GERMAN
from amity.judgement.dates.spanish import SPANISH
from amity.judgement.dates.table import MOST_LETTERS, Cue, FoundDate, Moment, Sense, Table, dates_by, plain_letters

__all__ = ["LANGUAGES", "FoundDate", "Sense", "due_date", "find_dates"]

TABLES = {table.language: table for table in (ENGLISH, GERMAN, FRENCH, SPANISH)}
LANGUAGES = tuple(TABLES)
_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[0-9]")
_FIRST_PERSON = re.compile(
    r"\b(?:i'll|i will|i'd|i can|i promise|let me|we'll|will|ich|je|j'ai|expect|you'll have|'ll)\b[^.!?;]*$"
)
_NOT_THEN = re.compile(r"\b(?:can't|cannot|can not|couldn't|won't|not|never|nicht|kein|pas)\b[^.!?;,]*$")


def find_dates(
    text: str,
    *,
    on: date,
    language: str = "en",
    languages: Iterable[str] = LANGUAGES,
    sense: Sense = Sense.AHEAD,
    day_first: bool = True,
) -> list[FoundDate]:
    """The dates of a text in order. `language` is tried first where the words tell no other.

    `sense` says where a bare weekday lies when no verb tells; `day_first` reads 5/12 as the fifth of December.
    """
    text = text[:MOST_LETTERS]
    plain = plain_letters(text)
    words = _WORD.findall(plain)
    digit = frozenset([Cue.DIGIT]) if _DIGIT.search(plain) else frozenset()
    for table in _tables(words, bool(digit), language, frozenset(languages)):
        cues = digit.union(*(table.cues[word] for word in words if word in table.cues))
        found = dates_by(table, Moment(on, table.words, plain, text, sense, day_first), cues)
        if found:
            return found
    return []


def due_date(sentence: str, *, on: date, language: str = "en", day_first: bool = True) -> FoundDate | None:
    """The day by which something promised in the sentence is due: a deadline before a mere day, never a day gone by."""
    found = [each for each in find_dates(sentence, on=on, language=language, day_first=day_first) if each.day >= on]
    plain = plain_letters(sentence[:MOST_LETTERS])
    return max(found, key=lambda each: (_claim(plain, each), -each.start), default=None)


def _claim(plain: str, found: FoundDate) -> int:
    before = plain[: found.start]
    if _NOT_THEN.search(before) and not found.is_deadline:
        return -1
    return 2 * found.is_deadline + bool(_FIRST_PERSON.search(before))


def _tables(words: list[str], digits: bool, language: str, wanted: frozenset[str]) -> list[Table]:
    """The tables worth trying: those with a telling word, the language most spoken in the sentence first."""
    tables = [table for name, table in TABLES.items() if name in wanted]
    common = {table.language: sum(word in table.words.common for word in words) for table in tables}
    telling = [table for table in tables if digits or any(word in table.cues for word in words)]
    most = max(common.values(), default=0)
    spoken = [table for table in telling if common[table.language] >= most - 1 or common[table.language] >= 2]
    return sorted(spoken, key=lambda table: (-common[table.language], table.language != language))
