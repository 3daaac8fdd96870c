"""One line of an exported chat: whether it begins a message, when, by whom, and what WhatsApp itself put there."""

import re
from functools import lru_cache
from typing import NamedTuple

MARK = "\u200e"  # stands before everything that WhatsApp wrote itself
NO_LETTERS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
LONGEST_SENDER = 120  # characters

_B = f"[{NO_LETTERS}]*"
_NUMBER = r"\d{1,2}"
_HEAD = (
    rf"{_B}(?P<bracket>\[)?{_B}"
    rf"(?P<date>\d{{1,4}}{_B}(?P<sep>[./-])\s?{_B}{_NUMBER}{_B}[./-]\s?{_B}\d{{1,4}}\.?)"
    rf"(?:\s?[гr]\.)?{_B}[,،]?{_B}\s*{_B}(?:(?P<before>[^\W\d_][^\d\[\]:,]{{0,12}}?)\s?{_B})?"
    rf"(?P<hour>{_NUMBER})(?:[:.]|\s?h\s?)(?P<minute>\d\d)(?:[:.](?P<second>\d\d))?{_B}"
    rf"(?:\s?{_B}(?P<after>[^\W\d_][^\d\[\]:,–—]{{0,14}}?))?{_B}"
    r"(?(bracket)(?:\]|\s[-–—]|$)|\s[-–—])(?:\s|$)"
)
# Nearly all lines have no marks of direction within their head, and are read faster without looking for them.
_PLAIN = re.compile(_HEAD.replace(_B, ""))
_MARKED = re.compile(_HEAD)
_MEDIA = re.compile(r"<[^<>\n]{2,80}>")
_ATTACHED = re.compile(r"[^\n/\\]{1,120}\.\w{2,5} \([^()\n]{4,40}\)")
_LEFT_OUT = re.compile(
    r"(?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|ocult[oa]s?|omis(?:e|es)?|omess[oaie]|weggelaten|utelämnad\w*|"
    r"utelatt|udeladt|pominięt\w*|vynechán\w*|пропущен\w*|не включен\w*|dahil edilmedi|jätetty pois|disertakan|を除く|"
    r"已忽略|略過|생략됨|تم استبعاد\w*|הושמט\w*)\W*$",
    re.IGNORECASE,
)
# Of groups alone: WhatsApp's own lines in a chat of two never hold this word.
_OF_GROUP = re.compile(
    r"group|gruppe|grupo|groupe|gruppo|groep|grupp|grup\b|skupin|ryhmä|групп|груп|ομάδα|csoport|グループ|群|그룹|مجموعة|"
    r"קבוצה|समूह|กลุ่ม|nhóm|گروه",
    re.IGNORECASE,
)
_TITLE_QUOTES = '“”„«»"「」'


class Style(NamedTuple):
    """How the lines of one phone look; all lines of one export look alike."""

    bracket: bool
    separator: str
    long_year: bool
    seconds: bool


class Head(NamedTuple):
    """The begin of a line that begins a message: its style, date and clock as they stand, and what is behind them."""

    style: Style
    date: str
    hour: int
    minute: int
    second: int
    half: str
    rest: str


def head_of(line: str) -> Head | None:
    """The head of a line that begins a message: "[01.05.24, 10:01:02] Zoë: Hi", "5/1/24, 1:02 PM - Jo: Hi"."""
    if not line or (line[0] != "[" and not line[0].isdigit() and line[0] not in NO_LETTERS):
        return None  # nearly every line that only goes on
    found = _PLAIN.match(line) or _MARKED.match(line)
    if found is None:
        return None
    bracket, date, separator, before, hour, minute, second, after = found.groups()
    style = _style(bool(bracket), separator, _has_long_year(date), second is not None)
    half = before or after or ""
    return Head(style, date, int(hour), int(minute), int(second or 0), half, line[found.end() :])


@lru_cache(maxsize=1_024)
def _style(bracket: bool, separator: str, long_year: bool, seconds: bool) -> Style:
    return Style(bracket, separator, long_year, seconds)


@lru_cache(maxsize=1_024)
def _has_long_year(date: str) -> bool:
    return date[:4].isdecimal() or date.rstrip(".")[-4:].isdecimal()


def sender_of(rest: str) -> tuple[str, str]:
    """Who wrote, and what, of the words behind a head; the sender is "" in WhatsApp's own lines."""
    sender, colon, text = rest.partition(": ")
    if not colon:
        if not rest.endswith(":"):
            return "", rest
        sender, text = rest[:-1], ""
    plain = _known_sender(sender)
    return (plain, text) if plain else ("", rest)


@lru_cache(maxsize=1_024)
def _known_sender(sender: str) -> str:
    """A sender's name; "" for what is none: “Jo changed the subject to “Trip: 2024””."""
    if len(sender) > LONGEST_SENDER or any(c in sender for c in _TITLE_QUOTES):
        return ""
    return plain_sender(sender)


def plain_sender(sender: str) -> str:
    """A name without the marks of direction around it, and the tilde before those who are in no address book."""
    if not sender.isascii():
        sender = sender.translate(_WITHOUT_MARKS)
    return " ".join(sender.removeprefix("~").split())


def is_own_words(text: str) -> bool:
    """Whether WhatsApp wrote this in somebody's name: a call, a deleted message, the notice of encryption."""
    return text[:1] == MARK and not is_media(text)


def is_media(text: str) -> bool:
    """Whether this stands for a picture, a recording or a file: "<Media omitted>", "‎image omitted", "‎<attached: …>"."""
    plain = text.strip(NO_LETTERS + " \r\n")
    first = plain.partition("\n")[0]
    if _MEDIA.fullmatch(first) or _ATTACHED.fullmatch(first):
        return True
    return text[:1] == MARK and _LEFT_OUT.search(first) is not None


def without_media(text: str) -> tuple[str, bool]:
    """A message's own words, and whether something went with them: a file's name and the marks of edits are cut."""
    media = False
    if "<" in text or MARK in text or ")" in text:
        if is_media(text):
            media, text = True, text.partition("\n")[2]
        at = text.rfind(MARK + "<")
        if at >= 0 and text.endswith(">"):
            media, text = media or ":" in text[at:], text[:at]
    return text.strip(NO_LETTERS + " \r\n\t"), media


def is_of_group(notice: str) -> bool:
    """Whether one of WhatsApp's own lines speaks of a group."""
    return _OF_GROUP.search(notice) is not None


_WITHOUT_MARKS = dict.fromkeys(map(ord, NO_LETTERS))
