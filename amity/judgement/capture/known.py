"""Who of the network a written name may be: an index that answers at once for a hundred thousand people."""

import re
from collections.abc import Hashable, Iterable

from amity.judgement.capture.shapes import KnownName
from amity.judgement.nicknames import is_short_for
from amity.lib.text import fold

_TOKEN = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "frau", "herr", "madame", "monsieur", "mme", "senor",
     "senora", "don", "dona"]
)  # fmt: skip
MOST_CANDIDATES = 20  # more "Annas" than this are a search, not a choice


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles: "Dr. Osei-Bonsu" is osei, bonsu."""
    words = tuple(_TOKEN.findall(fold(text)))
    return tuple(word for word in words if word not in _TITLES) or words


class KnownNames:
    """The people of a network by every word of their names. Build it once, ask it often."""

    def __init__(self, known: Iterable[KnownName] = ()) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._ids: list[Hashable] = []
        self._wholes: list[frozenset[tuple[str, ...]]] = []
        for each in known:
            self._add(each)

    def _add(self, person: KnownName) -> None:
        place = len(self._ids)
        names = [person.name, person.called, *person.also, f"{person.given} {person.family}"]
        wholes = frozenset(words for name in names if name.strip() and (words := name_words(name)))
        self._ids.append(person.id)
        self._wholes.append(wholes)
        for word in {word for whole in wholes for word in whole}:
            self._by_word.setdefault(word, []).append(place)
        for first in {whole[0] for whole in wholes}.union(name_words(person.given)[:1]):
            self._by_first.setdefault(first, []).append(place)

    def __contains__(self, word: str) -> bool:
        return fold(word) in self._by_word

    def who(self, text: str) -> tuple[Hashable, ...]:
        """Everybody the name may mean.

        A single word means all who are called by it first, or else all who bear it anywhere; several words mean those of
        exactly this name, or else all who bear every word.
        """
        words = name_words(text)
        if not words:
            return ()
        if len(words) == 1:
            return self._named(self._by_first.get(words[0]) or self._by_word.get(words[0]) or self._short_for(words[0]))
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        others = [set(self._by_word.get(word, ())) for word in words]
        places = [place for place in rarest if all(place in each for each in others)]
        exact = [place for place in places if words in self._wholes[place]]
        return self._named(exact or places or self._short_form(words[0], words[-1]))

    def _short_for(self, word: str) -> list[int]:
        return [place for first, places in self._by_first.items() if is_short_for(word, first) for place in places]

    def _short_form(self, given: str, family: str) -> list[int]:
        return [
            place
            for place in self._by_word.get(family, ())
            if any(is_short_for(given, whole[0]) for whole in self._wholes[place])
        ]

    def _named(self, places: Iterable[int]) -> tuple[Hashable, ...]:
        return tuple(dict.fromkeys(self._ids[place] for place in places))[:MOST_CANDIDATES]
