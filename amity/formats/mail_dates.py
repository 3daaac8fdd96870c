"""When a message was sent: Date headers of forty years, with Received and the mbox line to fall back on."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz
from functools import lru_cache

EARLIEST = datetime(1971, 1, 1, tzinfo=UTC)  # before the first network mail every date is a clock that was never set
SLACK = timedelta(days=2)  # a Date may run this far ahead of the server's Received: zones and clocks that are wrong

_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_HOURS = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "ast": -4, "adt": -3}
_DATE = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4}),?\s+"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|\(?([A-Za-z]{1,5})\b)?"
)
_ENVELOPE = re.compile(
    r"([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+"
    r"(?:([A-Za-z]{3,5})\s+|[+-]\d{4}\s+)?(\d{4})(?:\s+([+-])(\d{2})(\d{2}))?"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|Z)?")


def message_date(date: str, received: str, envelope: str, latest: datetime) -> datetime | None:
    """When it was sent, UTC: the Date header, where absurd the newest Received header, then the mbox From_ line."""
    sent = read_date(date) if date else None
    if sent is not None and sent >= EARLIEST and f"{_NAMES[sent.month]} {sent.year}" in received[-60:]:
        return sent  # it arrived in the month in which it says it was sent: no need to know more
    arrived = read_date(received.rpartition(";")[2]) if received else None
    if arrived is None and envelope and (sent is None or not EARLIEST <= sent <= latest):
        arrived = read_envelope_date(envelope)
    if arrived is not None and not EARLIEST <= arrived <= latest:
        arrived = None
    if sent is not None and EARLIEST <= sent <= (arrived + SLACK if arrived else latest):
        return sent
    return arrived


def read_date(value: str) -> datetime | None:
    """A date as in "Fri, 1 Jan 2010 08:20:10 -0800 (PST)", UTC; without a zone taken as UTC; None when it is none."""
    found = _DATE.match(value.strip())
    if found is None:
        return _read_odd_date(value.strip())
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes, zone = found.groups()
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    if sign:
        offset = int(zone_hours) * 60 + int(zone_minutes)
        offset = -offset if sign == "-" else offset
    else:
        offset = _HOURS.get(zone.lower(), 0) * 60 if zone else 0
    return _moment(full_year(int(year)), number, int(day), int(hour), int(minute), int(second or 0), offset)


def read_envelope_date(line: str) -> datetime | None:
    """The date in an mbox line "From ada@example.net Fri Jan  1 04:10:23 2010", UTC."""
    found = _ENVELOPE.search(line)
    if found is None or found[1].lower() not in _MONTHS:
        return None
    month, day, hour, minute, second, _, year, sign, zone_hours, zone_minutes = found.groups()
    offset = (int(zone_hours) * 60 + int(zone_minutes)) * (-1 if sign == "-" else 1) if sign else 0
    return _moment(int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), int(second or 0), offset)


def full_year(year: int) -> int:
    """Years of two and three digits (RFC 5322, section 4.3): 49 → 2049, 50 → 1950, 102 → 2002."""
    if year < 50:
        return year + 2000
    return year + 1900 if year < 1000 else year


def _moment(year: int, month: int, day: int, hour: int, minute: int, second: int, offset: int) -> datetime | None:
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return moment - _zone(offset) if offset else moment
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=128)
def _zone(minutes: int) -> timedelta:
    # "-2400" and the like are clocks gone wrong; the day is still worth having.
    return timedelta(minutes=minutes) if abs(minutes) < 24 * 60 else timedelta(0)


def _read_odd_date(value: str) -> datetime | None:
    """ISO 8601, asctime, and whatever else the standard library makes sense of."""
    iso = _ISO.match(value)
    if iso:
        year, month, day, hour, minute = (int(iso[place]) for place in range(1, 6))
        offset = (int(iso[8]) * 60 + int(iso[9])) * (-1 if iso[7] == "-" else 1) if iso[7] else 0
        return _moment(year, month, day, hour, minute, int(iso[6] or 0), offset)
    if len(value) > 200:
        return None
    try:
        parts = parsedate_tz(value)
    except (ValueError, IndexError, TypeError):
        return read_envelope_date(value)
    if parts is None:
        return read_envelope_date(value)
    offset = (parts[9] or 0) // 60
    return _moment(full_year(parts[0]) if parts[0] < 1000 else parts[0], *parts[1:6], offset)
