"""The words for days, gaps and counts: kind, short, and the same on every page."""

from collections.abc import Sequence
from datetime import date

from amity.judgement.rhythm import RhythmBy
from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import Channel, TieState

WEEK, MONTH, YEAR = 7, 30.44, 365.25  # days
DAYS_UNTIL, WEEKS_UNTIL, MONTHS_UNTIL = 28, 80, 730  # days up to which each unit is spoken
_SPELT = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NAMED = ((5.5, 8.5, "weekly"), (12.5, 16.5, "fortnightly"), (26, 33, "monthly"), (330, 400, "yearly"))
_DAILY_UNTIL = 1.5
_IN_TOUCH = "you were in touch"
RHYTHM_DAYS_UNTIL = 11
_SINCE = {
    Channel.IN_PERSON: "you met",
    Channel.CALL: "a call",
    Channel.VIDEO: "a call",
    Channel.MAIL: "a letter",
    Channel.LETTER: "a letter",
    Channel.MESSAGE: "a message",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun, spelt up to twelve: "ten letters", "1 letter" is "one letter"."""
    return f"{spell(number)} {one if number == 1 else many or one + 's'}"


def spell(number: int) -> str:
    """A count as it is said in a sentence: words up to twelve, then figures."""
    return _SPELT[number] if 0 <= number < len(_SPELT) else f"{number:,}"


def span(days: float) -> str:
    """A stretch of time in its natural unit: "17 days", "10 weeks", "5 months", "3 years"."""
    if days < DAYS_UNTIL:
        return _plural(max(round(days), 1), "day")
    if days < WEEKS_UNTIL:
        return _plural(round(days / WEEK), "week")
    if days < MONTHS_UNTIL:
        return _plural(round(days / MONTH), "month")
    return _plural(round(days / YEAR), "year")


def quiet_for(last: date, today: date) -> str:
    """How long ago the last contact was: "today", "yesterday", "17 days", "5 months"."""
    days = (today - last).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else span(days)


def gap(days: float) -> str:
    """The length of a usual gap, which is never known to the day: "10 days", "3 weeks", "5 months"."""
    return span(days) if days < RHYTHM_DAYS_UNTIL or days >= DAYS_UNTIL else _plural(round(days / WEEK), "week")


def usually(days: float) -> str:
    """A rhythm as one says it: "weekly", "6 weeks", "3 months"."""
    if days < _DAILY_UNTIL:
        return "daily"
    for low, high, name in _NAMED:
        if low <= days < high:
            return name
    return gap(days)


def every(days: float) -> str:
    """A rhythm after "about": "every 6 weeks", "every week"."""
    named = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "yearly": "year"}
    said = usually(days)
    return f"every {named.get(said, said)}"


def rhythm_words(judged: JudgedTie) -> str:
    """The rhythm of a tie with its evidence: "about every 6 weeks, from nine times in touch"."""
    if judged.rhythm_by is RhythmBy.OWNER and judged.rhythm_days:
        return f"{every(judged.rhythm_days)}, as you set it"
    if judged.rhythm_by is RhythmBy.CIRCLE and judged.rhythm_days:
        return f"{every(judged.rhythm_days)}, as set for the circle"
    if judged.learned_days:
        return f"about {every(judged.learned_days)}, from {times(judged)} in touch"
    return "not known yet" if judged.contact_days else "nothing recorded yet"


def headline(judged: JudgedTie, today: date, last_channel: Channel | None = None) -> str:
    """The first line about a tie: "Quiet for 5 months, usually 6 weeks", "17 days since a call, usually weekly"."""
    if judged.last_day is None:
        return "Nothing recorded yet"
    quiet, state = quiet_for(judged.last_day, today), state_on(judged, today)
    if quiet in ("today", "yesterday"):
        return f"In touch {quiet}"
    if state is TieState.DORMANT:
        return f"An old tie, {quiet} since {_IN_TOUCH}"
    if state is TieState.THEIR_TURN:
        return f"You wrote last, {quiet} ago; it is their turn"
    since = _SINCE.get(last_channel, _IN_TOUCH) if last_channel else _IN_TOUCH
    lead = f"Quiet for {quiet}" if state is TieState.QUIET else f"{quiet} since {since}"
    return lead + _with_rhythm(judged)


def times(judged: JudgedTie) -> str:
    """How often in touch: "once", "ten times". Never so many letters: a letter and its answer are one time."""
    return {1: "once", 2: "twice"}.get(judged.episodes) or f"{spell(judged.episodes)} times"


def ways(judged: JudgedTie) -> str:
    """How in touch, the most frequent first: "in person and in writing"."""
    met, wrote, spoke = (judged.met, "in person"), (judged.wrote, "in writing"), (judged.spoke, "in calls")
    most_first = sorted((met, wrote, spoke), key=lambda way: -way[0])
    return listed([words for days, words in most_first if days])


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def _with_rhythm(judged: JudgedTie) -> str:
    if judged.rhythm_days is None:
        return ""
    if judged.rhythm_by is RhythmBy.LEARNED:
        return f", usually {usually(judged.rhythm_days)}"
    return (
        f", {'you set' if judged.rhythm_by is RhythmBy.OWNER else 'set for the circle:'} {usually(judged.rhythm_days)}"
    )


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
