"""What a cut mail signature tells: title, employer, numbers, pages, place. Rather nothing than something wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amity.formats.handles import account_of_page, phone_handle, web_handle
from amity.formats.name_words import FIRM_WORDS
from amity.judgement.signature_words import (
    FAX_LABELS,
    FOREIGN_HOSTS,
    MAIL_PROVIDERS,
    NUMBER_LINES,
    PHONE_LABELS,
    SMALL_PRINT,
    TITLES,
    WORKPLACES,
)
from amity.lib.text import fold

MOST_LINES = 14  # of a signature; below that stand slogans and small print
LONGEST_LINE = 110  # characters; a longer one is a sentence
LONGEST_TITLE = 70  # characters
MOST_WORDS = 9  # of a title or an employer
LINES_ABOVE_NAME = 5  # in which the name must stand
LINES_BELOW_NAME = 4  # in which title and employer stand
DEEPEST_PAGE = 3  # slashes, those of https:// included; what lies deeper is an article, not somebody's page
FEWEST_DIGITS = 7  # of a number without a country code

_DECORATION = " \t-–—_=*|•·~#>«»"
_SEPARATORS = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+|\s{2,}|\t+|\s*;\s*")
_NOT_LETTERS = re.compile(r"[^\w]+")
_COMMA = re.compile(r",\s+")
_AT = re.compile(r"\s+(?:at|@|bei|chez|en)\s+(?=[A-ZÄÖÜÉ])")
_FOOTER_RULE = re.compile(r"\s*_{20,}\s*")  # what mailing lists draw above their own footer
_PHONE = re.compile(
    r"(?:(?P<label>[A-Za-zéó]{1,10})\s*[.:)]*\s*)?"
    r"(?P<number>(?:\+|00|\()?\d[\d\s().\-/]{5,22}\d(?:\s*(?:ext\.?|x)\s*\d{1,6})?)"
)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>()|,;\"']+"
    r"|(?<![@\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>()|,;\"']*)?(?![\w@-])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[.!?:]$|\b(?:i|i'm|we|you|your|my|our|please|ich|wir|sie|bitte|je|nous|vous|yo|nosotros)\b", re.IGNORECASE
)
_TOWN = r"(?P<town>[A-ZÄÖÜÉ][\w'.-]+(?:[ -](?:[a-zäöü]{1,3} )?[A-ZÄÖÜÉ(][\w'.)-]*){0,3})"
_FROM_HERE, _TO_HERE = r"(?:^|[,|•·]\s*)", r"\s*(?=[,|•·]|$)"
_PLACES = (
    # Leeds LS1 4AB; Portland, OR 97201; 10115 Berlin; CH-3011 Bern, 1012 AB Amsterdam: bare four digits are too few.
    re.compile(rf"{_FROM_HERE}{_TOWN},?\s+[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b"),
    re.compile(rf"{_FROM_HERE}(?P<town>[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){{0,2}}, [A-Z]{{2}})\s+\d{{5}}(?:-\d{{4}})?\b"),
    re.compile(rf"{_FROM_HERE}(?:[A-Z]{{1,2}}[-–])?\d{{5}}\s+{_TOWN}{_TO_HERE}"),
    re.compile(rf"{_FROM_HERE}(?:(?:CH|A|AT|B|DK|L|NO)[-–]\d{{4}}|\d{{4}} [A-Z]{{2}})\s+{_TOWN}{_TO_HERE}"),
)


@dataclass(frozen=True, slots=True)
class SignatureFact:
    """`kind`: "title", "employer", "phone", "web", "account" or "place"; handles are in normal form."""

    kind: str
    text: str


def signature_facts(signature: str, mail_domain: str, name: str) -> list[SignatureFact]:
    """What stands in a signature beyond doubt, each once; `mail_domain` and `name` are the writer's."""
    lines = _own_lines(signature)
    found = [*_work(lines, mail_domain.lower(), name)]
    for line in lines:
        if not _has_small_numbers(line):
            found.extend(SignatureFact("phone", number) for number in _phones(line))
        found.extend(_pages(line, mail_domain.lower()))
    found.extend(SignatureFact("place", place) for place in _places(lines))
    return list(dict.fromkeys(found))


def _own_lines(signature: str) -> list[str]:
    lines: list[str] = []
    for whole in signature.splitlines():
        line = whole.strip(_DECORATION)
        if any(sign in fold(line) for sign in SMALL_PRINT) or (lines and _FOOTER_RULE.fullmatch(whole)):
            break
        if line and len(line) <= LONGEST_LINE:
            lines.append(line)
    return lines[:MOST_LINES]


def _work(lines: list[str], domain: str, name: str) -> Iterator[SignatureFact]:
    """Title and employer, from the lines at and just below the name; nothing where the name does not stand there."""
    start = _name_line(lines, name)
    if start is None:
        return
    title = employer = ""
    for line in lines[start : start + 1 + LINES_BELOW_NAME]:
        for piece in _pieces(line, name):
            if not employer and _is_employer(piece, domain):
                employer = piece
            elif not title and _is_title(piece):
                title = piece
    if title:
        yield SignatureFact("title", title)
    if employer:
        yield SignatureFact("employer", employer)


def _name_line(lines: list[str], name: str) -> int | None:
    words = {word for word in _words_of(name) if len(word) > 1}
    return next((place for place, line in enumerate(lines[:LINES_ABOVE_NAME]) if words & _words_of(line)), None)


def _words_of(text: str) -> set[str]:
    return set(_NOT_LETTERS.split(fold(text))) - {""}


def _pieces(line: str, name: str) -> Iterator[str]:
    """The parts of "Ada Lind, Head of Repairs | Orchard Tools" without the name."""
    own = _words_of(name)
    for part in _SEPARATORS.split(line):
        for piece in _comma_pieces(part, own):
            for bit in _AT.split(piece):
                bit = bit.strip(_DECORATION + ",")
                if not _words_of(bit) <= own:
                    yield bit


def _comma_pieces(part: str, own: set[str]) -> list[str]:
    # "Director, Research and Development" is one title; "Head Gardener, Orchard Tools Ltd" is two things.
    pieces = _COMMA.split(part)
    return pieces if any(_words_of(piece) <= own or _names_workplace(piece) for piece in pieces) else [part]


def _names_workplace(piece: str) -> bool:
    words = fold(piece).split()
    return len(words) > 1 and (words[-1].rstrip(".") in FIRM_WORDS or not WORKPLACES.isdisjoint(words))


def _is_title(piece: str) -> bool:
    words = fold(piece).replace("/", " ").split()
    if not words or len(words) > MOST_WORDS or len(piece) > LONGEST_TITLE or not piece[0].isupper():
        return False
    if any(c.isdigit() or c in "@" for c in piece) or _SENTENCE.search(piece) or _has_small_numbers(piece):
        return False
    # "Director, Research" is a title; "Somebody Else, founder of a town" stands below what they said.
    first = fold(piece.partition(",")[0]).replace("/", " ").split()
    return any(word.strip("().&") in TITLES for word in first)


def _is_employer(piece: str, domain: str) -> bool:
    words = fold(piece).replace(",", " ").split()
    if not words or len(words) > MOST_WORDS or "@" in piece or "/" in piece or not piece[0].isalnum():
        return False
    if _SENTENCE.search(piece.rstrip(".")) or _has_small_numbers(piece) or sum(c.isdigit() for c in piece) > 2:
        return False
    if len(words) == 1 and "." in piece.rstrip("."):
        return False  # a host
    if _names_workplace(piece):
        return words[-1].rstrip(".") in FIRM_WORDS or (piece[0].isupper() and TITLES.isdisjoint(words))
    return _spells_domain(words, domain)


def _spells_domain(words: list[str], domain: str) -> bool:
    labels = [label for label in domain.split(".")[:-1] if len(label) > 3 and label not in MAIL_PROVIDERS]
    joined = re.sub(r"[^a-z0-9]", "", "".join(words))
    first = re.sub(r"[^a-z0-9]", "", words[0])
    plain = [label.replace("-", "") for label in labels]
    return joined in plain or (len(first) > 3 and first in plain and len(words) <= 4)


def _has_small_numbers(line: str) -> bool:
    return bool(NUMBER_LINES & {word.strip(".:,()") for word in fold(line).split()})


def _phones(line: str) -> Iterator[str]:
    for found in _PHONE.finditer(line):
        label = fold(found["label"] or "")
        number = found["number"].strip()
        if label in FAX_LABELS or sum(c.isdigit() for c in number) < FEWEST_DIGITS:
            continue
        if (number.startswith(("+", "00")) or label in PHONE_LABELS) and (handle := phone_handle(number)):
            yield handle


def _pages(line: str, domain: str) -> Iterator[SignatureFact]:
    for found in _WEB.finditer(line):
        text = found[0].rstrip(".")
        page = web_handle(text)
        if page is None:
            continue
        host = page.removeprefix("https://").partition("/")[0].removeprefix("www.")
        if account := account_of_page(text):
            yield SignatureFact("account", account)
        elif host in FOREIGN_HOSTS or page.count("/") > DEEPEST_PAGE:
            continue
        elif text.lower().startswith(("http", "www.")) or host == domain:
            yield SignatureFact("web", page)


def _places(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if _has_small_numbers(line):
            continue
        for pattern in _PLACES:
            if found := pattern.search(line):
                yield found["town"]
                return
