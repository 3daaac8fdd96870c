"""The words of English that dates are written with."""

import re
from datetime import date, timedelta

from amity.judgement.dates.days import easter, nth_weekday
from amity.judgement.dates.table import Amount, Part, Unit, Which, Words

THURSDAY = 3
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
_SLIPS = {"wednsday": 2, "wensday": 2, "wedensday": 2, "thrusday": 3, "tuseday": 1, "firday": 4, "staurday": 5}
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec")
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth",
)  # fmt: skip
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _thanksgiving(year: int) -> date:
    return nth_weekday(THURSDAY, 4, date(year, 11, 1)) or date(year, 11, 28)


WEEKDAYS = (
    {name: number for number, name in enumerate(_FULL_DAYS)}
    | {name: number for number, names in enumerate(_SHORT_DAYS) for name in names.split()}
    | _SLIPS
)
MONTHS = {name: number for number, name in enumerate(_FULL_MONTHS, 1)} | {
    name: number for number, names in enumerate(_SHORT_MONTHS, 1) for name in names.split()
}
NUMBERS = (
    {word: number for number, word in enumerate(_COUNTED, 1)}
    | {word: number for number, word in enumerate(ORDINALS, 1)}
    | {"a": 1, "an": 1, "another": 1, "a couple of": 2, "couple of": 2, "a couple": 2, "a few": 3, "few": 3}
    | {"a day or two": 2, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "last": -1}
)
FEASTS = {
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas": lambda year: date(year, 12, 25),
    "xmas": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "new year's eve": lambda year: date(year, 12, 31),
    "nye": lambda year: date(year, 12, 31),
    "new year's day": lambda year: date(year, 1, 1),
    "new year's": lambda year: date(year, 1, 1),
    "new year": lambda year: date(year, 1, 1),
    "valentine's day": lambda year: date(year, 2, 14),
    "valentine's": lambda year: date(year, 2, 14),
    "st patrick's day": lambda year: date(year, 3, 17),
    "midsummer": lambda year: date(year, 6, 24),
    "halloween": lambda year: date(year, 10, 31),
    "bonfire night": lambda year: date(year, 11, 5),
    "thanksgiving": _thanksgiving,
    "black friday": lambda year: _thanksgiving(year) + timedelta(days=1),
    "ash wednesday": lambda year: easter(year) - timedelta(days=46),
    "maundy thursday": lambda year: easter(year) - timedelta(days=3),
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "easter": easter,
    "whitsun": lambda year: easter(year) + timedelta(days=49),
    "pentecost": lambda year: easter(year) + timedelta(days=49),
}
UNITS = {
    "hour": Amount(Unit.HOUR), "hours": Amount(Unit.HOUR), "hrs": Amount(Unit.HOUR), "h": Amount(Unit.HOUR),
    "day": Amount(Unit.DAY), "days": Amount(Unit.DAY), "working days": Amount(Unit.DAY),
    "week": Amount(Unit.WEEK), "weeks": Amount(Unit.WEEK), "wk": Amount(Unit.WEEK), "wks": Amount(Unit.WEEK),
    "fortnight": Amount(Unit.WEEK, 2), "fortnights": Amount(Unit.WEEK, 2),
    "month": Amount(Unit.MONTH), "months": Amount(Unit.MONTH),
    "quarter": Amount(Unit.QUARTER), "quarters": Amount(Unit.QUARTER),
    "year": Amount(Unit.YEAR), "years": Amount(Unit.YEAR), "eom": Amount(Unit.MONTH), "eow": Amount(Unit.WEEK),
    "eoy": Amount(Unit.YEAR), "weekend": Amount(Unit.WEEK), "eod": Amount(Unit.DAY), "cob": Amount(Unit.DAY),
    "business": Amount(Unit.DAY), "play": Amount(Unit.DAY),
}  # fmt: skip
RELATIVE = {
    "today": 0, "tonight": 0, "tonite": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "later today": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmrw": 1, "tmw": 1, "tmr": 1,
    "2moro": 1, "2morrow": 1, "overmorrow": 2, "the day after tomorrow": 2, "day after tomorrow": 2,
    "yesterday": -1, "yday": -1, "y'day": -1, "yest": -1, "last night": -1,
    "the day before yesterday": -2, "day before yesterday": -2,
}  # fmt: skip
WHICH = {
    "this": Which.THIS, "this coming": Which.THIS, "the coming": Which.THIS, "coming": Which.THIS, "the": Which.THIS,
    "next": Which.NEXT, "last": Which.LAST, "this past": Which.LAST, "past": Which.LAST, "this last": Which.LAST,
}  # fmt: skip
PARTS = {
    "end": Part.END, "close": Part.END, "start": Part.START, "beginning": Part.START, "early": Part.EARLY,
    "mid": Part.MIDDLE, "middle": Part.MIDDLE, "middle of": Part.MIDDLE, "late": Part.LATE, "later": Part.LATE,
}  # fmt: skip


_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|til|no later than|not later than|later than|due|due on|deadline is|in time for"
    r"|at the latest on)(?:\s+(?:the|this|on))?\s*$"
)
_MODAL = (
    "will|won't|can|could|should|would|might|may|must|shall|'ll|going to|gonna|let's|need to|have to|has to|ought to"
)
_PARTICIPLES = "been|done|gone|seen|sent|made|paid|built|found|sold|broken|met|told|written|spoken|bought|got|read"
_COMMITMENTS = "promised|agreed|asked|offered|hoped|planned|arranged|invited|reminded|scheduled|booked|needed|wanted"
_PAST_VERBS = (
    "was|were|had|did|didn't|met|saw|spoke|rang|went|came|sent|told|said|bought|got|gave|left|wrote|ate|took|heard|ran"
    "|began|been|broke|built|lost|found|won|made|paid|sold|drove|flew|taught|brought|held|fell|seen|done|gone|spent"
    "|slept|sat|stood|chose|knew|became|grew|hung|caught|swam|drank|bumped|popped|dropped|visited|called|talked|emailed"
    "|texted|messaged|phoned|chatted|played|stayed|arrived|happened|moved|started|finished|opened|closed|passed|died"
    "|married|joined|posted|shared|showed|thanked|upgraded|walked|worked|listened|celebrated|cancelled|received"
    "|returned|helped|tried|rescheduled|introduced|cooked|watched"
)
_TENSE = re.compile(
    # "can get it done" is ahead, for all its participle.
    rf"\b(?:(?P<ahead>(?:{_MODAL})(?:(?:\s+[a-z]+){{0,4}}?\s+(?:{_PARTICIPLES}|[a-z]{{2,}}ed)\b)?"
    rf"|let|lets|please|need|needs|want|wants|hope|plan|remind|expect|owe|{_COMMITMENTS}|promise|about to|is"
    rf"|are|am|don't"
    r"|due|deadline|tell|send|bring|call|meet|return|drop|give|see)"
    rf"|(?P<past>{_PAST_VERBS}"
    rf"|(?:i|we|he|she|they|it|who)\s+(?:just |last |also |then |already )?(?!{_COMMITMENTS}|need)[a-z]{{2,}}ed))\b"
    r"|(?P<soon>'(?:ll|d|re|m|s)\b)"
)
_COMMON = frozenset([
    "the", "and", "to", "of", "you", "i", "it", "is", "that", "for", "on", "with", "have", "be", "we", "he",
    "she", "they", "this", "at", "my", "your", "me", "will", "can", "by", "next", "her", "his", "our", "in",
    "was", "not", "do", "let", "i'll", "please", "from", "just", "would",
])  # fmt: skip
WORDS = Words(
    weekdays=WEEKDAYS,
    months=MONTHS,
    numbers=NUMBERS,
    units=UNITS,
    relative=RELATIVE,
    feasts=FEASTS,
    which=WHICH,
    parts=PARTS,
    deadline=_DEADLINE,
    tense=_TENSE,
    common=_COMMON,
    # "every Friday" has no one day; what is past and belongs to something ("last June's deck") is no date of ours.
    refused_before=re.compile(
        r"(?:\b(?:every|each|most|any|some|another|per|ruby|palm"
        r"|shrove|super|fat"
        r"|bloody|manic|girl|man|aunt|auntie|uncle|mr|mrs|ms|dr|all|v)\.?\s+|[£$€#]\s?)$"
    ),
    refused_after=re.compile(
        r"'s?\s+(?:paper|news|children|youth|world)\b|\s+(?:times|telegraph|league|school|papers?\b|street|road"
        r"|avenue|lane"
        r"|close|drive|court|crescent)\b"
    ),
)
