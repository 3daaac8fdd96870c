"""What a page says first: one or two short sentences, kind, and never a count of what was not done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.judgement.day import minutes
from amity.judgement.day_words import day_ahead, short_day
from amity.judgement.due import Due
from amity.judgement.ledger import Standing, for_words
from amity.judgement.vocabulary import PromiseState
from amity.judgement.wording import capital, count, spell

WEEK_DAYS = 7
MOST_BIRTHDAYS_NAMED = 2
_IN_ORDER = {
    "quiet": ", the quietest for the two of you first",
    "near": ", the closest first",
    "warm": ", the warmest just now first",
    "last": ", the last in touch first",
}
CAN_WAIT = "Any of it can wait."
_TAKES = (
    (7, "About five minutes."),
    (12, "About ten minutes."),
    (20, "About a quarter of an hour."),
    (40, "About half an hour."),
    (70, "About an hour."),
)


@dataclass(frozen=True, slots=True)
class BirthdayAhead:
    """Whose birthday is when; `called` is how the owner would say the name."""

    called: str
    on: date


def today_lede(promises: int, people: int, asks: int, dates: Sequence[BirthdayAhead], today: date) -> str:
    """ "Three promises, four people who would be glad to hear from you, and Sunniva’s birthday on Thursday. …" """
    parts = [*_counted(promises, people, asks), *_named(dates, today, promises + people + asks)]
    if not parts:
        return "Nothing asks for you today. Enjoy it."
    listing = ", and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])}, and {parts[-1]}"
    return " ".join(filter(None, (f"{capital(listing)}.", time_words(minutes(promises, people, asks)), CAN_WAIT)))


def time_words(taken: int) -> str:
    """About how long it takes: "About half an hour."; "" for nothing."""
    if not taken:
        return ""
    return next((words for most, words in _TAKES if taken <= most), "More than an hour.")


def _counted(promises: int, people: int, asks: int) -> list[str]:
    said = []
    if promises:
        said.append(count(promises, "promise"))
    if people:
        who = "one person" if people == 1 else f"{spell(people)} people"
        said.append(f"{who} who would be glad to hear from you")
    if asks and not said:
        who = "one person" if asks == 1 else f"{spell(asks)} people"
        said.append(f"{who} you could ask how you can help")
    return said


def _named(dates: Sequence[BirthdayAhead], today: date, others: int) -> list[str]:
    """The next birthdays by name: one beside other things, two alone."""
    most = MOST_BIRTHDAYS_NAMED if others < 2 else 1
    return [f"{one.called}’s birthday {when(one.on, today)}" for one in dates[:most]]


def when(day: date, today: date) -> str:
    """A day soon: "today", "tomorrow", "on Thursday", "on 4 December"."""
    days = (day - today).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"on {day:%A}" if 0 < days < WEEK_DAYS else f"on {day.day} {day:%B}"


def kept_by_words(due: Due, said_on: date | None, today: date) -> tuple[str, str]:
    """When a promise is for, and the quiet word behind it: ("Wednesday", ""), ("In June", "you said")."""
    if due.on:
        days = (due.on - today).days
        return (capital(day_ahead(due.on, today)) if 0 <= days < WEEK_DAYS else short_day(due.on, today)), ""
    if due.words:
        return for_words(Standing(PromiseState.OPEN, said_on=said_on, due=due), today), "you said"
    return (short_day(said_on, today), "you said") if said_on else ("", "")


def late_words(due_on: date | None, *, writes_anyway: bool, today: date) -> str:
    """What stands under a promise whose day has gone by or was never named; "" under one that is ahead."""
    if due_on is not None and due_on >= today:
        return ""
    return "Late is still kept. It would also be a good reason to write." if writes_anyway else "Late is still kept."


def may_help_words(people: int) -> str:
    """What stands before people of whom something is known that a need asks for."""
    return "One of your people may help" if people == 1 else f"{capital(spell(people))} of your people may help"


def reason_to_write(what: str) -> str:
    """For the margin beside somebody to whom something was promised as well."""
    promised = what.strip().rstrip(".")
    return f"And there is a promise to keep: {promised[:1].lower()}{promised[1:]}."


def birthday_mark(called: str) -> str:
    """What stands in the strip of days: "Sunniva’s birthday"."""
    return f"{called}’s birthday"


def counted_words(number: int, most: int, one: str, many: str) -> str:
    """ "412 people", "1 person", "more than 10,000 people" for a count that stopped there."""
    if number > most:
        return f"more than {most:,} {many}"
    return f"{number:,} {one if number == 1 else many}"


def people_lede(counted: str, *, order: str, only: str = "", circle: str = "", find: str = "") -> str:
    """ "412 people, the quietest for the two of you first." With a filter: what it holds."""
    where = f" in {circle}" if circle else ""
    which = {"quiet": ", gone quiet", "dormant": ", old ties", "no-rhythm": ", whose rhythm is not known yet"}
    found = f" with “{find}”" if find else ""
    return capital(f"{counted}{where}{found}{which.get(only, '')}{_IN_ORDER.get(order, '')}.")


def candidates_lede(counted: str) -> str:
    """ "34 people were met in your mail or address books and may be people of yours. You decide." """
    if not counted:
        return "Nobody waits here. Whom you keep stands on the list of people."
    return f"{capital(counted)} met in mail or address books who may be people of yours. You decide, and it can wait."


def who_words(through: str, how: str, work: str, place: str) -> str:
    """Who somebody is: "Met through Ilse, at the market. Furniture maker. Otley." Nothing known: ""."""
    met = f"Met through {through}" if through else ""
    if how:
        met = f"{met}, {how}" if met else capital(how)
    return " ".join(f"{capital(part.rstrip('.'))}." for part in (met, work, place) if part)


def found_words(people: int) -> str:
    """The foot of a list of hits: "no one found", "one found", "six found"."""
    return "no one found" if not people else f"{spell(people)} found"


def joined_words(addresses: int, letters: int) -> str:
    """What two records will be together: "One person, 3 addresses, 64 letters, both sources remembered." """
    parts = ["one person"]
    if addresses:
        parts.append(f"{addresses} address{'es' if addresses > 1 else ''}")
    if letters:
        parts.append(f"{letters:,} letter{'s' if letters > 1 else ''} and meeting{'s' if letters > 1 else ''}")
    return f"{capital(', '.join(parts))}, both sources remembered. Nothing is thrown away."


def since_words(since: int | None, letters: int, cards: int) -> str:
    """What stands under a name beside another: "since 2021, 53 letters and meetings", "from an address book"."""
    parts = [f"since {since}"] if since else []
    if letters:
        parts.append(f"{letters:,} letter{'s' if letters > 1 else ''} and meeting{'s' if letters > 1 else ''}")
    if cards:
        parts.append("in an address book")
    return ", ".join(parts) or "nothing recorded yet"


def newer_words(chosen: date, left: date) -> str:
    """Why one of two values is proposed: "2025 against 2019: the newer is chosen"."""
    if chosen.year == left.year:
        return "The newer is chosen"
    return f"{chosen.year} against {left.year}: the newer is chosen"


def waiting_words(pairs: int) -> str:
    """How many pairs wait for a word: "Nine pairs look alike. Nothing is joined before you say so." """
    if not pairs:
        return "No two people here look like one."
    verb = "looks" if pairs == 1 else "look"
    return f"{capital(count(pairs, 'pair'))} {verb} alike. Nothing is joined before you say so."
