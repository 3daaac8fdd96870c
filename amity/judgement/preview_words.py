"""What is said of something before it is read: what is counted exactly, what a sample holds, what is an estimate."""

from collections.abc import Iterator
from dataclasses import dataclass

from amity.judgement.wording import capital, count, listed, spell

TWO_FIGURES = 2  # of an estimate: it says no more than it knows


@dataclass(frozen=True, slots=True)
class Looked:
    """What was counted, and what a sample spread over the whole holds.

    letters, cards     in all; `whole` is False where counting was ended: then there are at least so many
    new, there, aside  letters of the sample that would come, are here already, are from no person
    cards_…            the same of its cards; `cards_changed` would be brought up to date, `cards_own` are the owner's
    unread             places of the sample that could not be read
    """

    letters: int
    cards: int
    whole: bool
    new: int = 0
    there: int = 0
    aside: int = 0
    cards_new: int = 0
    cards_there: int = 0
    cards_changed: int = 0
    cards_own: int = 0
    unread: int = 0

    @property
    def is_all(self) -> bool:
        """Whether the sample is the whole."""
        return self.whole and self._sampled + self.unread >= self.letters + self.cards

    @property
    def _sampled(self) -> int:
        return self.sampled_letters + self.sampled_cards

    @property
    def sampled_letters(self) -> int:
        """Letters that were looked at."""
        return self.new + self.there + self.aside

    @property
    def sampled_cards(self) -> int:
        """Cards that were looked at."""
        return self.cards_new + self.cards_there + self.cards_changed + self.cards_own


def preview_sentences(seen: Looked) -> tuple[str, ...]:
    """How much it holds, what of it was looked at, and what that lets one expect."""
    return (_in_all(seen), *_sample(seen), *_expected(seen))


def about(number: float) -> int:
    """A number to two figures."""
    step: int = 10 ** max(len(str(int(number))) - TWO_FIGURES, 0)
    return round(number / step) * step


def _in_all(seen: Looked) -> str:
    held = [count(number, what) for number, what in ((seen.letters, "letter"), (seen.cards, "card")) if number]
    if not held:
        return "No letter and no card was found in it." if seen.whole else "How much it holds could not be counted."
    if seen.whole:
        return f"It holds {listed(held)}: that is counted, not estimated."
    return f"It holds at least {listed(held)}: counting all of it would have taken too long, or broke off."


def _sample(seen: Looked) -> Iterator[str]:
    if seen.is_all:
        first = "All of it was looked at, so what follows is exact:"
    else:
        first = "What follows was counted on a sample, spread over all of it:"
    for (number, what), parts in (
        ((seen.sampled_letters, "letter"), _of_letters(seen)),
        ((seen.sampled_cards, "card"), _of_cards(seen)),
    ):
        if number:
            yield f"{first} of {count(number, what)}, {listed(parts)}."
            first = "And"


def _of_letters(seen: Looked) -> list[str]:
    parts = [f"{spell(seen.new)} would come in new"] if seen.new else ["none would come in new"]
    if seen.there:
        parts.append(f"{spell(seen.there)} {_are(seen.there)} here already")
    if seen.aside:
        parts.append(f"{spell(seen.aside)} would be left aside, as no person wrote {_them(seen.aside)}")
    return parts


def _of_cards(seen: Looked) -> list[str]:
    parts = [f"{spell(seen.cards_new)} would come in new"] if seen.cards_new else ["none would come in new"]
    if seen.cards_changed:
        parts.append(f"{spell(seen.cards_changed)} would be brought up to date")
    if seen.cards_there:
        parts.append(f"{spell(seen.cards_there)} {_are(seen.cards_there)} here already")
    if seen.cards_own:
        parts.append(f"{spell(seen.cards_own)} {_are(seen.cards_own)} your own")
    return parts


def _expected(seen: Looked) -> Iterator[str]:
    if seen.is_all:
        return
    expected = [
        f"about {about(held * share):,} {what}s"
        for held, share, what in (
            (seen.letters, _part(seen.new, seen.sampled_letters), "letter"),
            (seen.cards, _part(seen.cards_new, seen.sampled_cards), "card"),
        )
        if share
    ]
    if expected:
        least = "" if seen.whole else "at least "
        yield f"{capital(least + listed(expected))} would come in new: an estimate from that sample."


def _part(number: int, of: int) -> float:
    return number / of if of else 0.0


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
