"""How close an offer or a fact comes to a need: by what both are about, and by rare words that stand in both.

A cosine ranks best by itself; what a shared rare word adds only lifts what shares it ("notary", "apps"). Measured, with
what did not help, in docs/judgement.md, "Matching".
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amity.judgement.pronouns import spoken
from amity.judgement.wording import capital
from amity.lib.text import fold

CLOSE_ENOUGH = 0.38  # below it a suggestion is more often wrong than of use
BESIDE_THE_BEST = 0.15  # who is so much further away than the best is not named beside them
A_RARE_WORD = 0.1  # what a word of rarity 1 adds
TELLING = 0.3  # rarity from which a shared word is enough, if the two are not strange to each other
NOT_STRANGE = 0.2  # cosine; what is further away has nothing to do with the need, whatever word stands in both
SAID_BY_THEM = 0.15  # by so much an offer may be further away than a fact of the same person, and still be named
MOST_NAMED = 5  # people for one need
MOST_SEARCHED = 6  # words of one need
FEWEST_LETTERS = 3
# What a fact of such a kind says is no help to anybody: where they live, how they are, how their name is said.
NO_HELP_KINDS = frozenset(
    {"life_event", "lives_in", "relation", "pronounced", "birthday", "anniversary", "web", "language"}
)
_COMMON = frozenset(
    word
    for words in (
        "a about after all also an and any anybody anyone are as at be been before but by can could did do does for",
        "from get give good had has have he help her him his how i if in into is it its just know knows like look",
        "looking looks make may me might more most much must my need needs no not of off on one only or other our out",
        "over please seek seeking she should so some somebody someone something still take than that the their them",
        "then there they this to too two up us use very want wanted wants was we well were what when where which who",
        "whom whose will with would you your old new first second third two three four five six seven eight nine ten",
        "eleven twelve twenty thirty forty fifty hundred thousand",
        "ein eine einen einem einer der die das den dem des und oder für mit von zum zur im am ist sind suche sucht",
        "braucht un une les la le du de et ou pour avec dans sur cherche besoin el los las una unos y o para con en",
        "por busca busco necesita",
    )
    for word in words.split()
)
_ENDINGS = (
    *("ations", "ation", "ings", "ists", "ing", "ers", "ors", "ist", "ies", "ied", "ier"),
    *("ed", "er", "or", "es", "al", "ly", "s", "y", "e"),
)
_WORD = re.compile(r"[^\W_]+")
# "Needs teaching notes", "Looking for a framer", "You have her ladder": what somebody lacks, or what the owner did.
_LACKS = re.compile(
    r"\s*(?:(?:she|he|they|also|still|now)\s+)?"
    r"(?:needs?|wants?|would like|look(?:s|ing)? for|seeks?|seeking|in search of|waiting for|sucht|braucht|cherche"
    r"|a besoin|busca|necesita|you|your)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close two texts are, 0 to 1, and the words that stand in both, as the offer or fact has them."""

    value: float
    shared: tuple[str, ...]
    is_enough: bool


def closeness(need: str, other: str, cosine: float, rarity: Callable[[str], float]) -> Closeness:
    """How close an offer or a fact comes to a need. `cosine` and `rarity` come from lib.meaning."""
    wanted, given = stems(need), stems(other)
    both = [stem for stem in wanted if stem in given]
    rare = sum(max(rarity(wanted[stem]), 0.0) for stem in both)
    value = min(max(cosine, 0.0) + A_RARE_WORD * rare, 1.0)
    enough = cosine >= NOT_STRANGE and (value >= CLOSE_ENOUGH or rare >= TELLING)
    return Closeness(value, tuple(given[stem] for stem in both), enough)


def stems(text: str) -> dict[str, str]:
    """The words that say something, without their endings, each with how the text has it."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        plain = fold(word)
        if len(plain) >= FEWEST_LETTERS and plain not in _COMMON:
            found.setdefault(_stem(plain), word)
    return found


def searched_for(need: str, rarity: Callable[[str], float]) -> tuple[str, ...]:
    """The beginnings of the rarest words of a need, for looking through texts whose meaning is far away."""
    rare = [(rarity(word), word[: len(stem)]) for stem, word in stems(need).items()]
    telling = sorted((one for one in rare if one[0] >= TELLING), reverse=True)
    return tuple(begun for _, begun in telling[:MOST_SEARCHED])


def marked(need: str, other: str) -> tuple[tuple[str, bool], ...]:
    """An offer or a fact in pieces, with the words that the need has too marked."""
    wanted, pieces, at = stems(need), list[tuple[str, bool]](), 0
    for found in _WORD.finditer(other):
        if _stem(fold(found.group())) in wanted:
            pieces += [(other[at : found.start()], False), (found.group(), True)]
            at = found.end()
    return tuple(piece for piece in [*pieces, (other[at:], False)] if piece[0])


def match_words(pronouns: str, *, offered: bool) -> str:
    """Where a match comes from: "He offers it.", "You know it of her." """
    spoke = spoken(pronouns)
    return f"{capital(spoke.they)} offer{spoke.s} it." if offered else f"You know it of {spoke.them}."


def could_help(kind: str, text: str) -> bool:
    """Whether a fact may be of help to somebody: not where they live, what they lack, or what happened to them."""
    return kind not in NO_HELP_KINDS and _LACKS.match(text) is None


def worth_naming(values: Iterable[float]) -> int:
    """How many of these, the closest first, to name for one need."""
    ordered = list(values)[:MOST_NAMED]
    return sum(1 for value in ordered if value >= ordered[0] - BESIDE_THE_BEST)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= FEWEST_LETTERS:
            word = word[: -len(ending)]
            break
    doubled = len(word) > FEWEST_LETTERS and word[-1] == word[-2]
    return word[:-1] if doubled else word
