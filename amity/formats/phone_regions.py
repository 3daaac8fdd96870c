"""Which country a telephone stands in, told from the international numbers it keeps."""

from collections import Counter

import phonenumbers
from phonenumbers import NumberParseException

FEWEST = 3  # numbers from which a country is told
SHARE = 0.8  # of them that must agree


class Regions:
    """Hears international numbers, and tells the country (ISO 3166, "GB") that nearly all of them are of."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._heard: set[str] = set()

    def add(self, number: str) -> None:
        """One number as it stands; each counts once, and those without a country not at all."""
        if not number.startswith("+") or number in self._heard or len(self._heard) > 10_000:  # noqa: PLR2004
            return
        self._heard.add(number)
        try:
            region = phonenumbers.region_code_for_number(phonenumbers.parse(number, None))
        except NumberParseException:
            return
        if region:
            self._counts[region] += 1

    def judged(self) -> str | None:
        """The country, or None where too few agree."""
        for region, number in self._counts.most_common(1):
            if number >= FEWEST and number >= SHARE * self._counts.total():
                return region
        return None
