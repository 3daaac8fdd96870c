"""How French writes dates."""

import re
from datetime import date, timedelta

from amity.judgement.dates import reading as read
from amity.judgement.dates.days import easter
from amity.judgement.dates.table import Amount, Part, Row, Unit, Which, Words, make_table, pieces_of, rule
from amity.judgement.dates.written import WRITTEN_ROWS

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier janv", "fevrier fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "aout", "septembre sept",
    "octobre oct", "novembre nov", "decembre dec",
)  # fmt: skip
_NUMBERS = (
    "un une 1er premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
)  # fmt: skip
WORDS = Words(
    weekdays={name: number for number, name in enumerate(_DAYS)},
    months={name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    numbers={name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split()}
    | {"quinze": 15, "quelques": 3, "dernier": -1},
    units={
        "heure": Amount(Unit.HOUR), "heures": Amount(Unit.HOUR), "jour": Amount(Unit.DAY), "jours": Amount(Unit.DAY),
        "journee": Amount(Unit.DAY), "semaine": Amount(Unit.WEEK), "semaines": Amount(Unit.WEEK),
        "mois": Amount(Unit.MONTH), "an": Amount(Unit.YEAR), "ans": Amount(Unit.YEAR), "annee": Amount(Unit.YEAR),
        "quinzaine": Amount(Unit.WEEK, 2), "huitaine": Amount(Unit.WEEK), "end": Amount(Unit.WEEK),
        "weekend": Amount(Unit.WEEK), "trimestre": Amount(Unit.QUARTER),
    },
    relative={
        "aujourd'hui": 0, "ce soir": 0, "ce matin": 0, "cet apres-midi": 0, "demain": 1, "demain matin": 1,
        "demain soir": 1, "apres-demain": 2, "apres demain": 2, "hier": -1, "hier soir": -1, "avant-hier": -2,
    },
    feasts={
        "noel": lambda year: date(year, 12, 25), "la saint-sylvestre": lambda year: date(year, 12, 31),
        "le nouvel an": lambda year: date(year, 1, 1), "paques": easter,
        "la toussaint": lambda year: date(year, 11, 1), "pentecote": lambda year: easter(year) + timedelta(days=49),
    },
    which={
        "prochain": Which.NEXT, "prochaine": Which.NEXT, "dernier": Which.LAST, "derniere": Which.LAST,
        "passe": Which.LAST, "passee": Which.LAST, "ce": Which.THIS, "cette": Which.THIS, "cet": Which.THIS,
        "du": Which.THIS, "de la": Which.THIS, "de l'": Which.THIS,
    },
    parts={"fin": Part.END, "debut": Part.START, "mi": Part.MIDDLE, "milieu": Part.MIDDLE},
    deadline=re.compile(
        r"\b(?:d'ici(?: a)?|avant|au plus tard|jusqu'a|jusqu'au|pour)(?:\s+(?:le|la|les|ce|au))?\s*$"
    ),
    tense=re.compile(
        r"\b(?:(?P<ahead>\w{3,}(?:rai|ras|ra|rons|rez|ront)|vais|va|vas|allons|peux|peut|dois|doit|veux|promis|demande"
        r"|envoie|rappelle|viens|faut)"
        r"|(?P<past>etait|etais|avait|(?:ai|as|a|avons|avez|ont|suis|est|sommes"
        r"|sont)\s+(?:\w+\s+)?(?!lieu)\w+(?:e|es|ee|i|is|u|us|it)"
        r"|vu|appele|dejeune|dine|rencontre))\b"
    ),
    common=frozenset(
        ["le", "la", "les", "de", "des", "du", "un", "une", "et", "est", "je", "tu", "il", "elle", "nous", "vous",
         "on", "ne", "pas", "que", "qui", "dans", "pour", "avec", "sur", "au", "ce", "se", "te", "me", "mon", "ma",
         "mes", "lui", "ai", "as", "aura", "auras", "sont"]
    ),
    refused_before=re.compile(
        r"(?:\b(?:chaque|tous les|toutes les|planete)\.?\s+|[€$£#]\s?)$"
    ),
    refused_after=re.compile(r"\s+(?:heures?|euros?|etage|fois|ans)\b"),
)  # fmt: skip

_PIECES = pieces_of(WORDS) | {
    "@D": r"(?P<d>1er|0?[1-9]|[12]\d|3[01])",
    "@Y": r"(?:\s+(?P<y>(?:19|20)\d\d)(?!\d))",
    "@PART": "(?P<p>fin|debut|mi|milieu)",
    "@NEXT": "(?P<which>prochaine?)",
    "@LAST": "(?P<which>derniere?|passee?)",
    "@WEEKEND": r"week[\s-]?end",
    "@NTHENDS": r"(?=\s*(?:$|[.,;:!?)(\n-])|\s+(?:et|ou|a|au|pour|si|avec|de ce|du mois|mais)\b)",
}
_ROWS: tuple[Row, ...] = (
    ("weekday in eight", "weekday", "@W en huit", read.weekday_and_weeks(1)),
    ("weekday in fifteen", "weekday", "@W en quinze", read.weekday_and_weeks(2)),
    ("weekday of week", "weekday unit", "@W de la semaine @NEXT", read.read_weekday_in_week),
    ("next weekday", "weekday", "@W prochain", read.read_coming_weekday),
    ("last weekday", "weekday", "@W (?:dernier|passe)", read.read_last_weekday),
    ("weekday", "weekday", "(?:ce )?@W(?: (?:matin|midi|soir|apres-midi))?", read.read_weekday),
    ("relative", "relative", "@R", read.read_relative),
    ("day and month", "month digit", r"(?:@ANYW )?@D @M\b\.?@Y?", read.read_day_month),
    ("ordinal and month", "month", "(?:le )?(?P<d>premier) @M@Y?", read.read_day_month),
    ("weekday the nth", "weekday digit", r"@ANYW @D\b(?!\s*h)", read.read_nth),
    ("nth", "digit", "(?:le|avant le|d'ici le|pour le|jusqu'au) (?P<date>@D)@NTHENDS", read.read_nth),
    ("part of month", "month", r"@PART[\s-]+(?:de )?@M@Y?", read.read_part_of_month),
    ("part of next period", "unit", "(?:la )?@PART (?:de la|du|de l') ?(?P<u>mois|semaine|annee|trimestre) @NEXT",
     read.read_part_of_period),
    ("part of period", "unit", "(?:la )?@PART (?:de la |du |de l'|de cette |de )?(?P<u>mois|semaine|annee"
     "|trimestre|journee)",
     read.read_part_of_period),
    ("end of day", "unit", "(?:la )?fin de (?:la )?journee", read.read_today),
    ("next period", "unit", "(?:la |le |l')?(?P<u>semaine|mois|annee|an) @NEXT", read.read_period),
    ("last period", "unit", "(?:la |le |l')?(?P<u>semaine|mois) @LAST", read.read_period),
    ("this period", "unit", "(?P<which>ce|cette) (?P<u>semaine|mois|annee)", read.read_period),
    ("which weekend", "unit", "(?:le )?@WEEKEND (?P<which>prochain|dernier)", read.read_weekend),
    ("weekend", "unit", "(?:ce|le) @WEEKEND", read.read_weekend),
    ("in fifteen days", "unit", "(?:dans|sous|d'ici) (?:quinze"
     "|15) jours", lambda match, at: at.on + timedelta(weeks=2)),
    ("in eight days", "unit", "(?:dans|sous|d'ici) (?:huit|8) jours", lambda match, at: at.on + timedelta(weeks=1)),
    ("in so many", "unit", "(?:dans|d'ici|sous) (?:environ )?(?:@N )?@U", read.read_amount),
    ("ago", "unit", "il y a @N (?P<u>jours?|semaines?|mois)", read.read_ago),
    ("feast", "feast", "@F@Y?", read.read_feast),
    ("month", "month", "(?:en|avant|d'ici|des|pour) (?P<date>@M@Y?)", read.read_month),
)  # fmt: skip
FRENCH = make_table("fr", WORDS, (rule(*row, _PIECES) for row in (*WRITTEN_ROWS, *_ROWS)))
