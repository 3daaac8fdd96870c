"""How English writes dates."""

from datetime import date, timedelta
from re import Match

from amity.judgement.dates import reading as read
from amity.judgement.dates.english_words import FEASTS, MONTHS, NUMBERS, ORDINALS, UNITS, WEEKDAYS, WORDS
from amity.judgement.dates.table import Moment, Row, make_table, one_of, pieces_of, rule
from amity.judgement.dates.written import WRITTEN_ROWS

_DOUBTFUL_DAYS = ("mon", "wed", "sat", "sun")  # ordinary words too: only where the words beside them say so
_DOUBTFUL_MONTHS = ("may", "mar", "sep")
_NAMED_FEASTS = [feast for feast in FEASTS if " " in feast or feast in ("nye", "thanksgiving")]
_COUNTABLE = [
    word for word in UNITS if word not in ("h", "weekend", "business", "play", "eom", "eow", "eoy", "eod", "cob")
]

_PIECES = pieces_of(WORDS) | {
    "@CLEARW": f"(?P<w>{one_of(word for word in WEEKDAYS if word not in _DOUBTFUL_DAYS)})",
    "@DOUBTFULW": f"(?P<w>{one_of(_DOUBTFUL_DAYS)})",
    "@CLEARM": f"(?P<m>{one_of(word for word in MONTHS if word not in _DOUBTFUL_MONTHS)})",
    "@DOUBTFULM": f"(?P<m>{one_of(_DOUBTFUL_MONTHS)})",
    "@NAMEDF": f"(?P<f>{one_of(_NAMED_FEASTS)})",
    "@ORDINAL": f"(?P<d>{one_of(ORDINALS)})",
    "@NTHWORD": "(?P<nth>first|second|third|fourth|last)",
    "@DTH": r"(?P<d>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "@Y": r"(?:,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d|'\d\d)(?!\d))",
    "@N": rf"(?P<n>\d{{1,3}}|{one_of(word for word in NUMBERS if word not in (*ORDINALS, 'last'))})",
    "@U": f"(?P<u>{one_of(_COUNTABLE)})",
    "@DAYBEFORE": rf"(?:(?:{one_of(WEEKDAYS)})\.?,?\s+)?(?:the\s+)?",
    # What follows "the 5th" where a day is meant, and no floor, attempt or chapter.
    "@NTHENDS": r"(?=\s*(?:$|[.,;:!?)(\n-])|\s+(?:and|or|at|if|for|so|but|is|was|to|with|from|because|when"
    r"|unless|as|then|we|i|she"
    r"|he|they|it|please|around|between|will|would|works?|suits?|morning|evening|afternoon|instead|latest|noon"
    r"|i'll)\b)",
    "@SHORTENDS": r"(?=\s*(?:$|[.,;:!?)(&\n-])|\.?\s+\d|\.?\s+(?:at|for|and|w/|with|half|an?\s+h|morning|afternoon"
    r"|evening|eve|night"
    r"|lunch|about|re)\b)",
    "@NOVERB": "".join(
        rf"(?<!\b{word} )"
        for word in ["she", "he", "they", "we", "i", "who", "it", "and", "the", "a", "just", "cat", "to", "in", "dog"]
    ),
    "@NOFEAST": r"(?!['\w]|\s+(?:dinner|party|cards?|presents?|lunch|tree|time|carols?|songs?|market|jumper"
    r"|cake|pudding|lights|list"
    r"|holidays?|eggs?)\b)",
    "@NOCOUNT": r"(?!\d|[:.]\d|\s*(?:am|pm|%|people|miles|km|minutes|mins|hours|days|weeks|times|of\s+(?:us|them))\b)",
}


def _week_after_next(match: Match[str], at: Moment) -> date:
    return at.on + timedelta(weeks=2)


_ROWS: tuple[Row, ...] = (
    ("end of day", "unit", "(?:eod|cob|(?:the )?(?:end|close) of (?:the )?(?:day|business"
     "|play))(?:,? (?:on )?(?:@W|@R))?",
     read.read_today),
    ("weekday week", "weekday unit", "@W week", read.weekday_and_weeks(1)),
    ("week on weekday", "weekday unit", "(?:an? |one )?week on @W", read.weekday_and_weeks(1)),
    ("weekday fortnight", "weekday unit", "@W fortnight", read.weekday_and_weeks(2)),
    ("weekday of week", "weekday unit", "@W (?:of |in )?@WHICH week", read.read_weekday_in_week),
    ("week and weekday", "weekday unit", "@WHICH week,? (?:on )?@W", read.read_weekday_in_week),
    ("weekday after next", "weekday", "(?:the )?@W after next", read.weekday_and_weeks(1)),
    ("which weekday", "weekday", "(?P<which>this coming|the coming|this past|this|next|last|coming|past) @W",
     read.read_weekday),
    ("weekday", "weekday", "@CLEARW", read.read_weekday),
    ("short weekday", "weekday",
     r"(?:on|by|before|until|till|from|for|due|since|after) (?P<date>@DOUBTFULW)(?!\s+(?:ami|down|out|cream|on"
     r"|there|in)\b)",
     read.read_weekday),
    ("short weekday alone", "weekday", r"(?:(?<=\w\s)|(?!sat with))@NOVERB@DOUBTFULW@SHORTENDS", read.read_weekday),
    ("relative", "relative", "@R", read.read_relative),
    ("day and month", "month digit", r"@DAYBEFORE@D(?:st|nd|rd|th)?\.?[\s-]+(?:of )?@CLEARM\.?@Y?",
     read.read_day_month),
    ("day and May", "month digit",
     r"@DAYBEFORE@D(?:(?:st|nd|rd|th) (?:of )?| )@DOUBTFULM(?!\s+(?:be|not|have|well|also|come|help|need|want"
     r"|take|go)\b)@Y?",
     read.read_day_month),
    ("month and day", "month digit", r"@DAYBEFORE@M\.? (?:the )?@D(?:st|nd|rd|th)?@NOCOUNT@Y?", read.read_day_month),
    ("ordinal and month", "month", "(?:the )?@ORDINAL (?:of )?@M@Y?", read.read_day_month),
    ("weekday the nth", "weekday digit", "@ANYW,? (?:the )?@DTH", read.read_nth),
    ("nth of month", "digit unit", "(?:the )?@DTH of @WHICH month", read.read_nth),
    ("on the nth", "digit",
     "(?:on|by|before|until|till|til|from|since|after|for|due|is|to|than|,) (?P<date>the @DTH)@NTHENDS", read.read_nth),
    ("the nth alone", "digit", r"(?P<date>the @DTH)(?=\s*(?:$|[.!?]))", read.read_nth),
    ("part of month", "month", "(?:the )?(?P<p>end|start|beginning|middle) of @M@Y?", read.read_part_of_month),
    ("mid-month", "month", r"(?P<p>mid|early|late)[\s-]+(?:in )?@M@Y?", read.read_part_of_month),
    ("end month", "month", r"(?P<p>end)[\s-]+@CLEARM", read.read_part_of_month),
    ("part of period", "unit",
     "(?:the )?(?P<p>end|start|beginning|middle|close) of (?:@WHICH )?(?P<u>week|month|quarter|year)",
     read.read_part_of_period),
    ("period out", "unit", r"the (?P<u>week|month|year)(?: is|'s) (?:out|over|up)", read.read_end_of_period),
    ("period's end", "unit", r"(?P<u>week|month|quarter|year)(?:'s)?[\s-](?P<p>end)", read.read_part_of_period),
    ("eom", "unit", "(?P<u>eom|eow|eoy)", read.read_end_of_period),
    ("part of week", "unit", r"(?P<p>mid|early|late|later|middle of)[\s-]+(?:in )?@WHICH (?P<u>week|month|year)",
     read.read_part_of_period),
    ("week after next", "unit", "the week after next", _week_after_next),
    ("period", "unit", r"(?P<which>this|next|last) (?P<u>week|month|year|quarter)(?!\s*')", read.read_period),
    ("after the weekend", "unit", "after (?P<date>(?:the|this) weekend)", read.read_after_weekend),
    ("weekend", "unit", "(?:at|over|on|by|before|until|for|during) (?P<date>the weekend)", read.read_weekend),
    ("which weekend", "unit", "@WHICH weekend", read.read_weekend),
    ("within the week", "unit", "(?:within|inside) (?:the|a) (?P<u>week|fortnight|month|year)", read.read_amount),
    ("half a year", "unit", "in half a year", read.read_half_year),
    ("in so many", "unit",
     r"(?:in|within|inside|after|over)(?: the next)?(?: about| around| another| under)? @N\s*@U(?:'s?\s+time)?"
     r"(?!\s+(?:ago|old|flat|of\b|a\b|per\b))", read.read_amount),
    ("a day or two", "unit", "in a (?P<u>day) or (?P<n>two)", read.read_amount),
    ("the next so many", "unit", "(?:in|over|during|within) the (?:next|coming) @U", read.read_amount),
    ("give me", "unit", r"(?:give|gimme|need) (?:me |us )?(?P<date>@N\s*(?P<u>days|weeks?|months"
     r"|fortnight))(?!\s+(?:ago|old|off))",
     read.read_amount),
    ("so many from", "unit", r"@N\s*@U (?:from|after) (?:now|(?:the )?(?:@W|@R))", read.read_amount_from),
    ("ago", "unit", r"@N\s*(?P<u>days?|weeks?|fortnight|months?) (?:ago|back)", read.read_ago),
    ("feast", "feast", "@NAMEDF@Y?@NOFEAST", read.read_feast),
    ("by a feast", "feast",
     "(?:by|before|at|over|on|after|until|till|for|around|this|next|than|in) (?:time for "
     "|the )?(?P<date>@F@Y?)@NOFEAST",
     read.read_feast),
    ("nth weekday", "weekday", "(?:the )?@NTHWORD @W (?:in|of) (?:@M|@WHICH month)", read.read_nth_weekday),
    ("nth week", "month unit", "(?:the )?@NTHWORD week (?:in|of) @M", read.read_nth_week),
    ("month", "month",
     r"(?:in|by|before|until|till|during|some ?time in|later in|due|next|this"
     r"|this coming) (?P<date>@M@Y?)(?!\s*(?:\d|'s))",
     read.read_month),
    ("month and year", "month digit", r"@M (?P<y>20\d\d)", read.read_month),
)  # fmt: skip
ENGLISH = make_table("en", WORDS, (rule(*row, _PIECES) for row in (*WRITTEN_ROWS, *_ROWS)))
