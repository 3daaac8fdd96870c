"""The yardstick of the bench of capture: capital words, one word for each thing, and no grammar."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*")
_BEFORE_A_NAME = re.compile(
    r"\b(?:with|w/|met|saw|called|rang|from|to|visited|texted|emailed|and|mit|avec|con|bei|chez|et|y|und) $",
    re.IGNORECASE,
)
_CHANNELS = (
    ("video", r"zoom|skype|facetime|video|teams"),
    ("message", r"text(?:ed)?|whatsapp|sms|message"),
    ("call", r"call(?:ed)?|rang|phone|telefon\w*|appel\w*|llam\w*"),
    ("mail", r"e-?mail(?:ed)?|mail|correo"),
    ("letter", r"letter|postcard|card|brief|lettre|carta"),
    ("in_person", r"coffee|lunch|dinner|met|saw|visit(?:ed)?|drinks|tea|walk|kaffee|café|déjeuner|comida|cena"),
)
_MINUTES = re.compile(
    r"(\d+(?:\.\d+)?) ?(m|min|mins|minutes|minuten|minutos|h|hr|hrs|hours?|stunden?|heures?|horas?)\b", re.IGNORECASE
)
_NEED = re.compile(r"\b(?:needs|is looking for|braucht|sucht|cherche|necesita|busca) ([^.,;!?]+)", re.IGNORECASE)
_OFFER = re.compile(r"\b(?:can|offered to|offers to) ([^.,;!?]+)", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:I'll|I will|I promised to|promised to) ([^.,;!?]+)", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(
    r"\b(?:today|this morning|yesterday|last night|(mon|tue|wed|thu|fri|sat|sun)(?:\w*day|s|rs|urs)?)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class NaiveChips:
    """What the yardstick makes of one line."""

    people: Sequence[str]
    when: date | None
    channel: str | None
    minutes: int | None
    needs: Sequence[str]
    offers: Sequence[str]
    promises: Sequence[str]
    asked: bool


def read_naively(text: str, on: date) -> NaiveChips:
    people = [found[0] for found in _NAME.finditer(text) if _BEFORE_A_NAME.search(text[: found.start()])]
    channel = next((name for name, words in _CHANNELS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), None)
    return NaiveChips(
        people=list(dict.fromkeys(people)),
        when=_day(text, on),
        channel=channel,
        minutes=_minutes(text),
        needs=_NEED.findall(text),
        offers=_OFFER.findall(text),
        promises=_PROMISE.findall(text),
        asked="can help" in text or "could help" in text or "can I help" in text,
    )


def _day(text: str, on: date) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    if found[1]:
        back = (on.weekday() - _WEEKDAYS.index(found[1].lower())) % 7 or 7
        return on - timedelta(days=back)
    return on - timedelta(days=1) if found[0].lower() in ("yesterday", "last night") else on


def _minutes(text: str) -> int | None:
    found = _MINUTES.search(text)
    if found is None:
        return None
    return round(float(found[1]) * (1 if found[2].lower().startswith("m") else 60))
