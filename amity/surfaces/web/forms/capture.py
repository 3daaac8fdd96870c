"""What the form around a captured sentence sends: the text, and an answer for every line that was read back.

FIELDS  "text", "also" (names beside the sentence), "about" (whose page it is), "open" (lines being changed), and for
        each line "{key}-who", "-name", "-what", "-day", "-channel", "-minutes", "-kind", "-out".
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields

from django.http import QueryDict

from amity.queries.capturing import Answer

OUT = "out"
ANSWERS = frozenset(field.name for field in fields(Answer)) - {"is_out"}
MOST_LINES = 300  # answers that are listened to


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent, as `queries.capturing.read` takes it. `opened`: keys of the lines whose fields are open."""

    text: str
    answers: Mapping[str, Answer]
    also: tuple[str, ...]
    about: uuid.UUID | None
    opened: frozenset[str]


def given_in(sent: QueryDict) -> Given:
    """Whatever a browser sent, odd things left out; nothing here is refused."""
    return Given(
        text=sent.get("text", ""),
        answers=_answers(sent),
        also=tuple(name.strip() for name in sent.getlist("also") if name.strip()),
        about=_key(sent.get("about", "")),
        opened=frozenset(sent.getlist("open")),
    )


def _answers(sent: QueryDict) -> Mapping[str, Answer]:
    said: dict[str, dict[str, str]] = {}
    for name in sent:
        key, _, field = name.rpartition("-")
        if key and (field in ANSWERS or field == OUT) and (key in said or len(said) < MOST_LINES):
            said.setdefault(key, {})[field] = sent.get(name, "")
    return {key: _answer(of_line) for key, of_line in said.items()}


def _answer(said: dict[str, str]) -> Answer:
    is_out = said.pop(OUT, "") != ""
    return Answer(**said, is_out=is_out)


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
