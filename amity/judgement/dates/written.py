"""Dates in digits, which every language writes alike: 2026-04-02, 5/12/2026, 20.03.2026."""

from amity.judgement.dates import reading as read
from amity.judgement.dates.table import Row

# A fraction, a mark out of ten or "24/7" is no date; with a preposition before it, it may be one.
_NO_DATE = r"(?!24/7|9/11\b|50/50|[123]/[234]\b|\d\d?/(?:5|10)\b)"

WRITTEN_ROWS: tuple[Row, ...] = (
    ("iso", "digit", r"(?P<date>(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<mm>0?[1-9]|1[0-2])(?P=sep)@D)(?:t\d\d:\d\d\S*)?",
     read.read_iso),
    ("digits with year", "digit", r"(?P<d>\d\d?)(?P<sep>[-/.])(?P<mm>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)",
     read.read_numeric),
    ("slashes with year", "digit", r"(?P<d>\d\d?)/(?P<mm>\d\d?)/(?P<y>\d\d)", read.read_numeric),
    ("preposed slash", "digit",
     r"(?:on|by|before|until|till|from|due|since|am|bis|zum|ab|vom|le|avant|el|antes del|hasta el) (?:the )?"
     r"(?P<date>@D/(?P<mm>\d\d?))(?!\s*(?:of|cup|hours?|price|off)\b)", read.read_numeric),
    ("slash", "digit", _NO_DATE + r"@D/(?P<mm>\d\d?)(?=\s*(?:$|[.,;:!?)(&\n-])|\s+(?:\d|at|for|and)\b)",
     read.read_numeric),
)  # fmt: skip
