"""How German writes dates."""

import re
from datetime import date, timedelta

from amity.judgement.dates import reading as read
from amity.judgement.dates.days import easter
from amity.judgement.dates.table import Amount, Part, Row, Unit, Which, Words, make_table, one_of, pieces_of, rule
from amity.judgement.dates.written import WRITTEN_ROWS

_FULL_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_SHORT_DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
_MONTHS = (
    "januar janner jan", "februar feber feb", "marz maerz mrz", "april apr", "mai", "juni jun", "juli jul",
    "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez",
)  # fmt: skip
_NUMBERS = (
    "ein eine einen einem einer eins", "zwei zwo", "drei", "vier", "funf fuenf", "sechs", "sieben", "acht", "neun",
    "zehn", "elf", "zwolf zwoelf",
)  # fmt: skip
_WEEKDAYS = {name: number for names in (_FULL_DAYS, _SHORT_DAYS) for number, name in enumerate(names)} | {
    "sonnabend": 5
}
_TIMES_OF_DAY = ("abend", "morgen", "vormittag", "mittag", "nachmittag", "nacht", "fruh")
WORDS = Words(
    weekdays=_WEEKDAYS
    | {f"{name}{time}": _WEEKDAYS[name] for name in (*_FULL_DAYS, "sonnabend") for time in _TIMES_OF_DAY},
    months={name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    numbers={name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split()}
    | {"vierzehn": 14, "ein paar": 3, "ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "letzten": -1},
    units={
        "stunde": Amount(Unit.HOUR), "stunden": Amount(Unit.HOUR), "tag": Amount(Unit.DAY), "tage": Amount(Unit.DAY),
        "tagen": Amount(Unit.DAY), "woche": Amount(Unit.WEEK), "wochen": Amount(Unit.WEEK),
        "monat": Amount(Unit.MONTH), "monats": Amount(Unit.MONTH), "monate": Amount(Unit.MONTH),
        "monaten": Amount(Unit.MONTH), "jahr": Amount(Unit.YEAR), "jahres": Amount(Unit.YEAR),
        "jahren": Amount(Unit.YEAR), "quartal": Amount(Unit.QUARTER), "quartals": Amount(Unit.QUARTER),
        "monatsende": Amount(Unit.MONTH), "jahresende": Amount(Unit.YEAR), "wochenende": Amount(Unit.WEEK),
    },
    relative={
        "heute": 0, "heute abend": 0, "heute nacht": 0, "heute morgen": 0, "heute nachmittag": 0, "morgen": 1,
        "morgen fruh": 1, "morgen abend": 1, "ubermorgen": 2, "uebermorgen": 2, "gestern": -1, "gestern abend": -1,
        "vorgestern": -2,
    },
    feasts={
        "weihnachten": lambda year: date(year, 12, 25), "heiligabend": lambda year: date(year, 12, 24),
        "silvester": lambda year: date(year, 12, 31), "neujahr": lambda year: date(year, 1, 1),
        "nikolaus": lambda year: date(year, 12, 6), "ostern": easter,
        "ostermontag": lambda year: easter(year) + timedelta(days=1),
        "karfreitag": lambda year: easter(year) - timedelta(days=2),
        "pfingsten": lambda year: easter(year) + timedelta(days=49),
    },
    which={
        f"{stem}{end}": which
        for stem, which in (
            ("nachst", Which.NEXT), ("naechst", Which.NEXT), ("kommend", Which.NEXT), ("dies", Which.THIS),
            ("letzt", Which.LAST), ("vergangen", Which.LAST), ("vorig", Which.LAST),
        )
        for end in ("e", "en", "em", "er", "es")
    } | {"der": Which.THIS, "des": Which.THIS, "des nachsten": Which.NEXT, "der nachsten": Which.NEXT},
    parts={"ende": Part.END, "anfang": Part.START, "mitte": Part.MIDDLE},
    deadline=re.compile(
        r"\b(?:bis|vor|spatestens|spaetestens|fallig|faellig)(?:\s+(?:zum|am|den|dem|zu|spatestens|kommenden))*\s*$"
    ),
    tense=re.compile(
        r"\b(?:(?P<ahead>werde|wird|werden|soll|sollte|will|mochte|kann|kannst|konnen|muss|versprochen|gebeten|schicke"
        r"|melde|bringe|gebe|rufe|komme|mache|sehen uns|treffen uns|ist|bitte)"
        r"|(?P<past>war|waren|hatte|hatten|habe|haben|hat|bin|traf|sprach|rief|ging|kam|schrieb|sagte"
        r"|ge\w{2,}(?:t|en)|telefoniert"
        r"|getroffen|besucht))\b"
    ),
    common=frozenset(
        ["der", "die", "das", "und", "ist", "ich", "du", "sie", "er", "wir", "ihr", "nicht", "mit", "von", "zu",
         "den", "dem", "ein", "eine", "auf", "fur", "im", "am", "bis", "dir", "mir", "uns", "dich", "mich", "wie",
         "es", "kannst", "hast", "haben", "hat", "sehen", "ihm", "ihn", "sich"]
    ),
    refused_before=re.compile(
        r"(?:\b(?:jeden|jede|jedes|jeder|guten|am(?= morgen)|frau|herr)\.?\s+"
        r"|[€$£#]\s?)$"
    ),
    refused_after=re.compile(r"\s+(?:uhr|euro|prozent|stock|kapitel)\b"),
)  # fmt: skip

_PIECES = pieces_of(WORDS) | {
    "@FULLW": f"(?P<w>{one_of(name for name in WORDS.weekdays if name not in _SHORT_DAYS)})",
    "@SHORTW": f"(?P<w>{one_of(_SHORT_DAYS)})",
    "@PART": "(?P<p>ende|anfang|mitte)",
    "@Y": r"(?:\s+(?P<y>(?:19|20)\d\d)(?!\d))",
    "@TO": "(?:am|bis|bis zum|zum|bis am|vor dem|ab|ab dem|vom|seit dem|den|dem|der)",
}
_ROWS: tuple[Row, ...] = (
    ("weekday of week", "weekday unit", "@FULLW (?:in )?@WHICH woche", read.read_weekday_in_week),
    ("week and weekday", "weekday unit", "@WHICH woche,? (?:am )?@FULLW", read.read_weekday_in_week),
    ("weekday week", "weekday unit", "@FULLW in (?:einer woche|acht tagen|8 tagen)", read.weekday_and_weeks(1)),
    ("coming weekday", "weekday", "kommende[nrsm]? @FULLW", read.read_coming_weekday),
    ("which weekday", "weekday", "@WHICH @FULLW", read.read_weekday),
    ("weekday", "weekday", "@FULLW", read.read_weekday),
    ("short weekday", "weekday", r"(?:am|bis|ab|vor|seit) (?P<date>@SHORTW)\b(?!\s+[a-z]+\w*en\b)", read.read_weekday),
    ("relative", "relative", r"(?<!\bam\s)(?<!\bden\s)(?<!\bder\s)(?<!\bdiesen\s)@R", read.read_relative),
    ("day and month", "month digit", r"(?:\w+tag,? (?:den )?|(?:mo|di|mi|do|fr|sa|so)\.?,? )?@D\.\s*@M\b\.?@Y?",
     read.read_day_month),
    ("ordinal and month", "month", "(?P<d>ersten|zweiten|dritten|vierten) @M@Y?", read.read_day_month),
    ("dotted with year", "digit", r"@D\.\s?(?P<mm>0?[1-9]|1[0-2])\.\s?(?P<y>\d\d)", read.read_numeric),
    ("dotted", "digit", r"@D\.\s?(?P<mm>0?[1-9]|1[0-2])\.", read.read_numeric),
    ("preposed dotted", "digit", r"@TO (?P<date>@D\.(?P<mm>0?[1-9]|1[0-2]))", read.read_numeric),
    ("nth", "digit", r"(?:am|bis|zum|bis zum|vor dem|ab dem|vom|seit dem) (?P<date>@D\.)(?!\s*(?:\d|stock|klasse|mal))",
     read.read_nth),
    ("part of month", "month", "@PART @M@Y?", read.read_part_of_month),
    ("part of period", "unit",
     "@PART (?:@WHICH )?(?P<u>woche|monats|monat|jahres|jahr|quartals)", read.read_part_of_period),
    ("month's end", "unit", "(?P<u>monatsende|jahresende)", read.read_end_of_period),
    ("which weekend", "unit", "@WHICH wochenende", read.read_weekend),
    ("weekend", "unit", "(?:am|ubers|zum|bis zum) (?P<date>wochenende)", read.read_weekend),
    ("period", "unit", "@WHICH (?P<u>woche|monat|jahr)", read.read_period),
    ("half a year", "unit", "in einem halben jahr", read.read_half_year),
    ("in eight days", "unit", "in (?:acht|8) tagen", lambda match, at: at.on + timedelta(weeks=1)),
    ("in so many", "unit", "(?:in|innerhalb von|innerhalb|binnen) (?:den nachsten )?(?:etwa )?@N @U", read.read_amount),
    ("ago", "unit", "vor @N (?P<u>tag|tagen|woche|wochen|monat|monaten)", read.read_ago),
    ("feast", "feast", "@F@Y?", read.read_feast),
    ("nth weekday", "weekday", "(?:am )?(?P<nth>ersten|zweiten|dritten|vierten|letzten) @FULLW (?:im|des) @M",
     read.read_nth_weekday),
    ("month", "month", r"(?:im|bis|vor|ab|bis zum) (?P<date>@M@Y?)", read.read_month),
)  # fmt: skip
GERMAN = make_table("de", WORDS, (rule(*row, _PIECES) for row in (*WRITTEN_ROWS, *_ROWS)))
