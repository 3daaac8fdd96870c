"""Numbers written in full, as "+44 20 7946 0123": by far the most, and read here without the whole of numbering plans.

What this gives is what `phonenumbers` would give, in a tenth of the time. Where a trunk prefix might have to be dropped
("+44 (0)20 …"), or the length is not one that the country has, nothing is given, and the whole plan is asked.
"""

import re
from functools import cache
from typing import NamedTuple

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

LONGEST_CODE = 3  # digits of a country's code

_WRITTEN = re.compile(r"\+[1-9][0-9]*(?:[ .()/-]{1,2}[0-9]+)*")
_SIGNS = str.maketrans("", "", "+ .()/-")


class _Plan(NamedTuple):
    """What of a country's plan tells that a number needs no more of it."""

    lengths: frozenset[int]
    trunk: re.Pattern[str] | None


def plain_phone(text: str) -> str | None:
    """The E.164 form of a number in full; None where that takes more than looking at its signs."""
    if not _WRITTEN.fullmatch(text):
        return None
    digits = text.translate(_SIGNS)
    for size in range(1, LONGEST_CODE + 1):
        plan = _plan(digits[:size])
        if plan is not None:
            number = digits[size:]
            fits = len(number) in plan.lengths and not (plan.trunk and plan.trunk.match(number))
            return f"+{digits}" if fits else None
    return None


@cache
def _plan(code: str) -> _Plan | None:
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code)) if code else None
    metadata = PhoneMetadata.metadata_for_region(regions[0]) if regions else None
    if metadata is None or metadata.general_desc is None:
        return None
    trunk = metadata.national_prefix_for_parsing
    return _Plan(frozenset(metadata.general_desc.possible_length), re.compile(trunk) if trunk else None)
