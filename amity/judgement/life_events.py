"""What sort of thing happened in a life: from how it was labelled, else from its words."""

import re
from dataclasses import dataclass
from datetime import date

from amity.judgement.capture.shapes import LifeEvent

MOVES_FOR_DAYS = 90  # a season: so long one asks about what happened
MOURNS_FOR_DAYS = 365  # a year: so long nothing is asked of somebody who lost somebody

_LABELS = {
    **{event.value: event for event in LifeEvent},
    "newborn": LifeEvent.NEW_BABY,
    "baby": LifeEvent.NEW_BABY,
    "birth": LifeEvent.NEW_BABY,
    "bereavement": LifeEvent.BEREAVED,
    "death": LifeEvent.BEREAVED,
    "mourning": LifeEvent.BEREAVED,
    "newcomer": LifeEvent.MOVED,
    "new home": LifeEvent.MOVED,
    "new business": LifeEvent.NEW_JOB,
    "job": LifeEvent.NEW_JOB,
    "job seeker": LifeEvent.LOOKING_FOR_WORK,
    "lost job": LifeEvent.LOOKING_FOR_WORK,
    "health": LifeEvent.ILL,
    "illness": LifeEvent.ILL,
    "operation": LifeEvent.ILL,
    "marriage": LifeEvent.WEDDING,
    "engaged": LifeEvent.WEDDING,
    "divorce": LifeEvent.SEPARATED,
    "divorced": LifeEvent.SEPARATED,
    "retirement": LifeEvent.RETIRED,
}
_SIGNS = (
    (
        LifeEvent.BEREAVED,
        r"\bdied\b|\bfuneral\b|\bpassed away\b|\blost (?:her|his|their) (?!job|post|work|phone|keys)\w+",
    ),
    (
        LifeEvent.LOOKING_FOR_WORK,
        r"\blooking for (?:a )?(?:work|job)|\blost (?:her|his|their) (?:job|post|work)|redundan",
    ),
    (LifeEvent.NEW_BABY, r"\bbaby (?:came|was born|is here|arrived)|\bgave birth\b|\bnewborn\b|\bhad (?:a|their) baby"),
    (LifeEvent.ILL, r"\bhospital\b|\boperation\b|\bsurgery\b|\bscan\b|\bill\b|\bchemo|\bbroke (?:her|his|their)\b"),
    (LifeEvent.SEPARATED, r"\bseparated\b|\bdivorc|\bsplit up\b"),
    (LifeEvent.MOVED, r"\bmov(?:ed|ing)\b"),
    (LifeEvent.WEDDING, r"\bmarried\b|\bwedding\b|\bengaged\b"),
    (LifeEvent.RETIRED, r"\bretir"),
    (LifeEvent.NEW_JOB, r"\bnew (?:job|post|business|practice)\b|\bopened\b|\bset up\b"),
    (LifeEvent.SCHOOL, r"\bstart(?:s|ed) (?:school|university|college)|\bgraduat"),
)
_SIGN_OF = tuple((event, re.compile(pattern, re.IGNORECASE)) for event, pattern in _SIGNS)
_HARD = frozenset(
    {
        *(LifeEvent.NEW_BABY, LifeEvent.BEREAVED, LifeEvent.LOOKING_FOR_WORK, LifeEvent.ILL),
        LifeEvent.SEPARATED,
    }
)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something in a life: `on` is when it happened, else when it was heard of; `source` "your note"."""

    text: str
    label: str
    on: date
    source: str = ""


def kind_of(label: str, text: str) -> LifeEvent | None:
    """What sort of thing it is; None where neither the label nor the words say."""
    labelled = _LABELS.get(" ".join(label.lower().split()))
    return labelled or next((event for event, sign in _SIGN_OF if sign.search(text)), None)


def is_hard(event: LifeEvent | None) -> bool:
    """Whether it leaves somebody with their hands full: then a friend asks first how to help."""
    return event in _HARD


def is_mourning(happened: Happened, today: date) -> bool:
    """Whether somebody lost somebody within the year."""
    recent = 0 <= (today - happened.on).days <= MOURNS_FOR_DAYS
    return recent and kind_of(happened.label, happened.text) is LifeEvent.BEREAVED


def moves(happened: Happened, today: date) -> bool:
    """Whether it is so recent that one asks about it."""
    return 0 <= (today - happened.on).days <= MOVES_FOR_DAYS
