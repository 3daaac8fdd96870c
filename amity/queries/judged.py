"""Stored ties as judgement knows them: built from plain columns, which costs a fifth of a model instance."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from amity.judgement.rhythm import RhythmBy
from amity.judgement.ties import JudgedTie
from amity.queries.plain import day

_COLUMN_OF = {"first_day": "first_on", "last_day": "last_on"}
_NAMES = tuple(field.name for field in fields(JudgedTie))
_BALANCE, _RHYTHM_BY = _NAMES.index("balance"), _NAMES.index("rhythm_by")

RHYTHM_BY: dict[str, RhythmBy | None] = {"": None, **{each.value: each for each in RhythmBy}}
JUDGED = tuple(_COLUMN_OF.get(name, name) for name in _NAMES)

# What a list and a choice need: state, how long ago, how often, how near
LISTED_NAMES = (
    *("last_day", "rhythm_days", "rhythm_by", "unanswered", "longer_on", "quiet_on", "dormant_on"),
    *("due_on", "strength", "two_way"),
)
LISTED = tuple(_COLUMN_OF.get(name, name) for name in LISTED_NAMES)


def judged_tie(values: Sequence[Any]) -> JudgedTie:
    """A whole tie from the columns `JUDGED`."""
    row = list(values)
    row[_BALANCE] = row[_BALANCE] or 0.0
    row[_RHYTHM_BY] = RHYTHM_BY[row[_RHYTHM_BY]]
    return JudgedTie(*row)


def listed_tie(values: Sequence[Any]) -> JudgedTie:
    """A tie for a list, from the columns `LISTED`, also as a plain statement gives them."""
    last, rhythm, by, unanswered, longer, quiet, dormant, due, strength, two_way = values
    return JudgedTie(
        last_day=day(last),
        rhythm_days=rhythm,
        rhythm_by=RHYTHM_BY[by],
        unanswered=unanswered,
        longer_on=day(longer),
        quiet_on=day(quiet),
        dormant_on=day(dormant),
        due_on=day(due),
        strength=strength,
        two_way=bool(two_way),
    )
