"""How Spanish writes dates."""

import re
from datetime import date, timedelta

from amity.judgement.dates import reading as read
from amity.judgement.dates.days import easter
from amity.judgement.dates.table import Amount, Part, Row, Unit, Which, Words, make_table, pieces_of, rule
from amity.judgement.dates.written import WRITTEN_ROWS

_DAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre sept", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip
_NUMBERS = ("un una uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")
WORDS = Words(
    weekdays={name: number for number, name in enumerate(_DAYS)},
    months={name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    numbers={name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split()}
    | {"quince": 15, "unos": 3, "unas": 3, "un par de": 2, "primero": 1, "primer": 1, "ultimo": -1},
    units={
        "hora": Amount(Unit.HOUR), "horas": Amount(Unit.HOUR), "dia": Amount(Unit.DAY), "dias": Amount(Unit.DAY),
        "semana": Amount(Unit.WEEK), "semanas": Amount(Unit.WEEK), "quincena": Amount(Unit.WEEK, 2),
        "mes": Amount(Unit.MONTH), "meses": Amount(Unit.MONTH), "ano": Amount(Unit.YEAR), "anos": Amount(Unit.YEAR),
        "finde": Amount(Unit.WEEK), "trimestre": Amount(Unit.QUARTER),
    },
    relative={
        "hoy": 0, "esta noche": 0, "esta tarde": 0, "esta manana": 0, "manana": 1, "pasado manana": 2, "ayer": -1,
        "anoche": -1, "anteayer": -2, "antes de ayer": -2,
    },
    feasts={
        "navidad": lambda year: date(year, 12, 25), "nochebuena": lambda year: date(year, 12, 24),
        "nochevieja": lambda year: date(year, 12, 31), "ano nuevo": lambda year: date(year, 1, 1),
        "semana santa": lambda year: easter(year) - timedelta(days=7), "pascua": easter,
        "dia de reyes": lambda year: date(year, 1, 6),
    },
    which={
        "proximo": Which.NEXT, "proxima": Which.NEXT, "que viene": Which.NEXT, "pasado": Which.LAST,
        "pasada": Which.LAST, "este": Which.THIS, "esta": Which.THIS, "del": Which.THIS, "de la": Which.THIS,
    },
    parts={
        "finales": Part.END, "fin": Part.END, "fines": Part.END, "final": Part.END, "principios": Part.START,
        "mediados": Part.MIDDLE, "comienzos": Part.START, "inicios": Part.START,
    },
    deadline=re.compile(
        r"\b(?:antes de|antes del|para|hasta|a mas tardar)(?:\s+(?:el|la|este|esta|las))?\s*$"
    ),
    tense=re.compile(
        r"\b(?:(?P<ahead>\w{2,}(?:re|ras|ra|remos|ran)|voy|vas|va|vamos|puedo|puede|puedes|debo|debe|quiero"
        r"|quiere|promet\w+|pedi"
        r"|mando|devuelvo|envio|tengo|hay que|vemos|termina|viene)"
        r"|(?P<past>era|estaba|fue|fui|fuimos|he|ha|hemos|hable|llame|llamo|vi|comi|comimos|dijo|dije|envio ya|quede"
        r"|estuve|estuvo|estuvimos|visite|escribi))\b"
    ),
    common=frozenset(
        ["el", "la", "los", "las", "de", "del", "un", "una", "y", "es", "yo", "tu", "ella", "nos", "no", "que", "en",
         "para", "con", "por", "al", "se", "te", "me", "mi", "su", "lo", "le", "les", "muy", "esta", "ha", "he",
         "tendras", "puedo", "hable"]
    ),
    refused_before=re.compile(
        r"(?:\b(?:cada|todos los|todas las|por la|de la|la|una)\.?\s+"
        r"(?=manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d)|[€$£#]\s?)$"
    ),
    refused_after=re.compile(r"\s+(?:euros?|veces|piso|por ciento)\b"),
)  # fmt: skip

_PIECES = pieces_of(WORDS) | {
    "@Y": r"(?:\s+(?:de\s+|del\s+)?(?P<y>(?:19|20)\d\d)(?!\d))",
    "@PART": "(?P<p>finales|fines|final|fin|principios|mediados|comienzos|inicios)",
    "@PERIOD": "(?P<u>semana|mes|ano|trimestre)",
    "@NTHENDS": r"(?=\s*(?:$|[.,;:!?)(\n-])|\s+(?:y|o|a|para|si|con|de este mes|del mes|pero|por)\b)",
}
_ROWS: tuple[Row, ...] = (
    ("weekday of next week", "weekday unit", "(?:el )?@W de la (?:semana que viene|proxima semana|semana proxima)",
     read.read_weekday_next_week),
    ("weekday in eight", "weekday", "@W en ocho(?: dias)?", read.weekday_and_weeks(1)),
    ("next weekday", "weekday", "@W (?:que viene|proximo)", read.read_coming_weekday),
    ("the next weekday", "weekday", "proximo @W", read.read_coming_weekday),
    ("last weekday", "weekday", "@W pasado", read.read_last_weekday),
    ("the last weekday", "weekday", "pasado @W", read.read_last_weekday),
    ("weekday", "weekday", r"(?<!\blos\s)(?:este )?@W", read.read_weekday),
    ("relative", "relative", r"(?<!\bpor\sla\s)(?<!\bde\sla\s)(?<!\bla\s)(?<!\bcada\s)@R", read.read_relative),
    ("day and month", "month digit", r"(?:@ANYW,? )?(?:el )?@D de @M@Y?", read.read_day_month),
    ("ordinal and month", "month", "(?:el )?(?P<d>primero) de @M@Y?", read.read_day_month),
    ("weekday the nth", "weekday digit", "@ANYW @D@NTHENDS", read.read_nth),
    ("nth", "digit", "(?:el|antes del|hasta el|para el|del)(?: dia)? (?P<date>@D)@NTHENDS", read.read_nth),
    ("part of next period", "unit", "(?:a )?@PART (?:de la |del |de )?@PERIOD (?P<which>que viene|proxim[oa])",
     read.read_part_of_period),
    ("part of month", "month", "(?:a )?@PART de @M@Y?", read.read_part_of_month),
    ("part of period", "unit", "(?:a )?@PART (?:de |del )(?:(?P<which>este|esta) |la )?@PERIOD",
     read.read_part_of_period),
    ("next period", "unit", "(?:la |el )?@PERIOD (?P<which>que viene|proxim[oa]|pasad[oa])", read.read_period),
    ("which period", "unit", "(?:la |el )?(?P<which>proxim[oa]|pasad[oa]|este|esta) @PERIOD", read.read_period),
    ("which weekend", "unit", "(?:el )?(?:fin de semana|finde) (?P<which>que viene|proximo|pasado)", read.read_weekend),
    ("the next weekend", "unit", "(?:el )?(?P<which>proximo|pasado) (?:fin de semana|finde)", read.read_weekend),
    ("weekend", "unit", "(?:este|el) (?:fin de semana|finde)", read.read_weekend),
    ("half a year", "unit", "(?:en|dentro de) medio ano", read.read_half_year),
    ("in so many", "unit", "(?:en|dentro de) @N @U", read.read_amount),
    ("ago", "unit", "hace @N (?P<u>dias?|semanas?|mes|meses)", read.read_ago),
    ("feast", "feast", "@F@Y?", read.read_feast),
    ("month", "month", "(?:en|antes de|para|hasta) (?P<date>@M@Y?)", read.read_month),
)  # fmt: skip
SPANISH = make_table("es", WORDS, (rule(*row, _PIECES) for row in (*WRITTEN_ROWS, *_ROWS)))
