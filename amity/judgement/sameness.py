"""Are these two the same person? Likely pairs with the reasons for and against, in words; the owner decides.

Weights are in bits and only put pairs in order. A pair needs a STRONG reason: a given name alone, a family name
alone or a domain alone never makes one, and two plainly different given names always unmake it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import log2

from amity.formats.mailboxes import is_machine_address, is_role_address, same_mailbox
from amity.judgement.names_alike import BY_STRENGTH, DIFFERENT, Alike, PlainName, compare, plain_name
from amity.judgement.vocabulary import HandleKind
from amity.judgement.wording import capital, count

MOST_IN_A_BLOCK = 30  # people sharing one key; above that the key tells nothing (a desk, a frequent name)
SHOWN_FROM = 5.0  # bits
LIKELY_FROM = 10.5  # a rare name alone stays below: rare in a small book is not rare in the world
MOST_REASONS_FOR = 3
FEWEST_LETTERS_OF_AN_ACCOUNT = 5
COMMON_NAME = 3  # others with the same whole name


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday; the year is often unknown."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """What is compared of a person. Handles are normal forms; `names` holds every name they go by."""

    key: Hashable
    names: tuple[str, ...]
    handles: tuple[tuple[HandleKind, str], ...] = ()
    employers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    birthday: Birthday | None = None


class Likeliness(StrEnum):
    """How it is said: "probably" or "perhaps"."""

    PROBABLY = "probably"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people who may be one. `weight` orders the page and is never shown."""

    one: Hashable
    other: Hashable
    likeliness: Likeliness
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Reason:
    bits: float
    sentence: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """A person made ready for comparison."""

    summary: PersonSummary
    names: tuple[PlainName, ...]
    mails: frozenset[str]
    others: frozenset[str]  # phones, accounts, pages
    accounts: frozenset[str]  # what stands before the @, where it can tell one person from another
    employers: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Book:
    """What is frequent among everybody compared."""

    people: int
    families: Counter[str]
    wholes: Counter[str]


def likely_pairs(people: Sequence[PersonSummary]) -> list[LikelyPair]:
    """The pairs worth asking about, the likeliest first. Time grows with the number of people, not its square."""
    words = {word for person in people for name in person.names for word in plain_name(name).words}
    known = [_known(person, words) for person in people]
    book = _Book(
        len(known),
        Counter(name.family for one in known for name in one.names[:1]),
        Counter(name.whole for one in known for name in one.names[:1]),
    )
    found = [pair for a, b in _candidates(known) if (pair := _judge(known[a], known[b], book))]
    return sorted(found, key=lambda pair: (-pair.weight, str(pair.one), str(pair.other)))


def compare_two(one: PersonSummary, other: PersonSummary) -> LikelyPair | None:
    """The same for one pair, when somebody new comes in; None when there is not enough to ask."""
    return next(iter(likely_pairs([one, other])), None)


def how_likely(weight: float) -> Likeliness:
    """How a stored pair is said, by its weight."""
    return Likeliness.PROBABLY if weight >= LIKELY_FROM else Likeliness.PERHAPS


def _known(person: PersonSummary, name_words: set[str]) -> _Known:
    mails = frozenset(same_mailbox(value) for kind, value in person.handles if kind is HandleKind.MAIL)
    own = {mail for mail in mails if not is_role_address(mail) and not is_machine_address(mail)}
    accounts = {"".join(c for c in mail.partition("@")[0] if c.isalpha()) for mail in own}
    return _Known(
        summary=person,
        names=tuple(plain_name(name) for name in person.names if name),
        mails=frozenset(own),
        others=frozenset(value for kind, value in person.handles if kind is not HandleKind.MAIL),
        # A given or family name before the @ is shared by everybody of that name.
        accounts=frozenset(a for a in accounts if len(a) >= FEWEST_LETTERS_OF_AN_ACCOUNT and a not in name_words),
        employers=frozenset(" ".join(plain_name(text).words) for text in person.employers),
        places=frozenset(" ".join(plain_name(text).words) for text in person.places),
    )


def _candidates(known: Sequence[_Known]) -> Iterable[tuple[int, int]]:
    """Pairs that share a key. A key that many share is left out."""
    accounts = {account for one in known for account in one.accounts}
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        for key in set(_keys(one, accounts)):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= MOST_IN_A_BLOCK:
            pairs.update(combinations(members, 2))
    return sorted(pairs)


def _keys(one: _Known, accounts: set[str]) -> Iterator[str]:
    yield from one.mails
    yield from one.others
    for account in one.accounts:
        yield f"account {account}"
    for name in one.names:
        if len(name.words) > 1:
            yield f"joined {name.whole}"
            yield "words " + " ".join(sorted((name.given, name.family)))
            yield f"initial {name.given[0]} {name.family}"
            yield from (f"account {spelled}" for spelled in _spellings(name) if spelled in accounts)
    if (born := one.summary.birthday) and one.names:
        yield f"born {born.month}-{born.day} {one.names[0].given}"


def _spellings(name: PlainName) -> set[str]:
    """How a whole name is spelled before an @: marenholt, holtmaren, mholt, marenh, mholt of three initials …"""
    given, family, initials = name.given, name.family, "".join(word[0] for word in name.words)
    whole = {given + family, family + given, given[0] + family, family + given[0], given + family[0]}
    return whole | {initials[:-1] + family, name.whole, initials + family, initials[:-1] + name.words[-1]}


def _judge(one: _Known, other: _Known, book: _Book) -> LikelyPair | None:
    alike, names = _names(one, other)
    reasons = [*_handles(one, other), *_birthdays(one, other), *_surroundings(one, other)]
    reasons += _name_reasons(alike, names, book)
    if alike is Alike.SAME and _scripts(one) != _scripts(other):
        reasons.append(_Reason(0.5, "the same name in another script"))
    # Two people at one address, a couple or an office, have two given names: never the same, however much they share.
    if alike is Alike.GIVEN_DIFFERS or not any(reason.strong for reason in reasons):
        return None
    weight = sum(reason.bits for reason in reasons)
    if weight < SHOWN_FROM:
        return None
    likeliness = how_likely(weight)
    speak_for = sorted((reason for reason in reasons if reason.bits > 0), key=lambda reason: -reason.bits)
    against = tuple(_said(reason) for reason in reasons if reason.bits < 0)
    shown = tuple(_said(reason) for reason in speak_for[:MOST_REASONS_FOR])
    return LikelyPair(one.summary.key, other.summary.key, likeliness, shown, against, weight)


def _said(reason: _Reason) -> str:
    return f"{capital(reason.sentence)}."


def _names(one: _Known, other: _Known) -> tuple[Alike, tuple[PlainName, PlainName] | None]:
    """The best that any two of their names say."""
    best: tuple[Alike, tuple[PlainName, PlainName] | None] = (Alike.UNKNOWN, None)
    compared = [(compare(a, b), (a, b)) for a in one.names for b in other.names]
    said = [pair for pair in compared if pair[0] is not Alike.UNKNOWN]
    return min(said, key=lambda pair: BY_STRENGTH.index(pair[0]), default=best)


def _name_reasons(alike: Alike, names: tuple[PlainName, PlainName] | None, book: _Book) -> Iterator[_Reason]:
    if names is None:
        return
    one, other = names
    rare = min(log2(max(book.people, 2) / max(book.families[one.family], 1)), 6.0)
    if alike is Alike.SAME:
        same = book.wholes[one.whole] + (book.wholes[other.whole] if one.whole != other.whole else 0)
        others = max(same - 2, 0)
        common = f"the same name, as {count(others, 'other')} here" if others else "the same name, nobody else’s here"
        yield _Reason(4 + rare - (3 if others >= COMMON_NAME else 0), common, strong=True)
    elif alike in (Alike.SWAPPED, Alike.PART):
        said = "the same names in another order" if alike is Alike.SWAPPED else "one name is part of the other"
        yield _Reason(3 + rare, said, strong=True)
    elif alike is Alike.SHORT_FORM:
        yield _Reason(2 + rare, f"“{one.given.title()}” may be short for “{other.given.title()}”", strong=True)
    elif alike is Alike.INITIAL:
        yield _Reason(rare - 1, "an initial that fits, with the same family name")
    elif alike is Alike.SLIP:
        yield _Reason(rare - 1, "names one letter apart")
    elif alike is Alike.HALF:
        yield _Reason(1.0, "one name is half of the other")
    elif alike in DIFFERENT:
        yield _Reason(-4.0, "family names differ")


def _scripts(one: _Known) -> set[bool]:
    return {name.latin for name in one.names}


def _handles(one: _Known, other: _Known) -> Iterator[_Reason]:
    if one.mails & other.mails:
        yield _Reason(12.0, "the same mail address", strong=True)
    for shared in sorted(one.others & other.others):
        kind = "phone number" if shared.lstrip("+").replace(";ext=", "").isdigit() else "account or page"
        yield _Reason(10.0, f"the same {kind}", strong=True)
        break
    if not one.mails & other.mails and one.accounts & other.accounts:
        yield _Reason(7.0, "the same account name at another provider", strong=True)
    if _spells(one, other) or _spells(other, one):
        yield _Reason(6.0, "an address spells the other’s name", strong=True)


def _spells(one: _Known, other: _Known) -> bool:
    return any(
        len(name.words) > 1 and not _spellings(name).isdisjoint(one.accounts)
        for name in other.names
        if all(name != own for own in one.names)
    )


def _birthdays(one: _Known, other: _Known) -> Iterator[_Reason]:
    a, b = one.summary.birthday, other.summary.birthday
    if a is None or b is None:
        return
    if (a.month, a.day) == (b.month, b.day) and (a.year is None or b.year is None or a.year == b.year):
        yield _Reason(10.0 if a.year and a.year == b.year else 6.0, "born on the same day", strong=True)
    elif sum(x != y for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day))) == 1:
        yield _Reason(-1.0, "birthdays differ in one place")
    else:
        yield _Reason(-6.0, "birthdays differ")


def _surroundings(one: _Known, other: _Known) -> Iterator[_Reason]:
    if one.employers & other.employers:
        yield _Reason(2.5, "the same work")
    if one.places and other.places:
        if one.places & other.places:
            yield _Reason(2.0, "the same place")
        else:
            yield _Reason(-0.5, "two places")
