"""What an intake would bring, told before anything is stored: how much there is in all, and more from a sample."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from amity.actions import own_letters
from amity.actions.bringing import Bringing, Mailbox, Tally
from amity.actions.intake import new_intake
from amity.actions.intake_owner import sampled
from amity.actions.own_chats import ChatCount
from amity.actions.take_in import looked_at
from amity.actions.take_in_cards import cards_looked_at
from amity.judgement.own_addresses import Confidence
from amity.judgement.preview_words import Looked, preview_sentences
from amity.lib import clock
from amity.lib.errors import NotHere
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.models import Handle, Intake, IntakeProblem
from amity.records.scope import reads
from amity.sources import registry
from amity.sources.found import Counted, FoundInteraction, FoundPerson, Problem

LOOKED_AT = 600  # things, over all parts
EXAMPLES = 20
MOST_PROBLEMS = 50
COUNTED_FOR = timedelta(seconds=4)  # over all parts: some gigabytes of mail


@dataclass(frozen=True, slots=True)
class PartSeen:
    """One file or folder: its kind, its place, a sentence that says what it is, its size in bytes."""

    kind: str
    path: str
    sentence: str
    size: int


@dataclass(frozen=True, slots=True)
class OwnSeen:
    """An address that seems to be the owner's. `used`: directions are read by it even before it is confirmed."""

    address: str
    reason: str
    used: bool


@dataclass(frozen=True, slots=True)
class LeftAside:
    """Why some of the sample would be left aside, how many, and a few of them."""

    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """What a look tells: `…_in_all` are counted over the whole, the other numbers are of the sample.

    counted_whole                    without it there are at least so many: counting was ended after COUNTED_FOR
    sentences                        the same in words, which say what is exact and what an estimate
    new, there, cards, cards_there   letters and cards that would come, and that are here already
    cards_changed                    cards that are here with other words, and would be brought up to date
    not_people                       letters that would be left aside, as no person wrote them
    people                           addresses in the sample that nobody here has yet
    """

    intake_id: uuid.UUID
    title: str
    parts: tuple[PartSeen, ...]
    own: tuple[OwnSeen, ...]
    letters_in_all: int
    cards_in_all: int
    counted_whole: bool
    sentences: tuple[str, ...]
    sampled: int
    new: int
    there: int
    cards: int
    cards_there: int
    cards_changed: int
    not_people: int
    people: int
    aside: tuple[LeftAside, ...]
    problems: tuple[Problem, ...]
    examples: tuple[str, ...]


def preview(
    viewer: Viewer,
    paths: Sequence[str],
    me: Iterable[str] = (),
    *,
    keep_text: bool = True,
    with_nothing_to_read: bool = False,
) -> PreviewResult:
    """Look at what would come. Writes nothing but the intake itself, in the state "previewed"."""
    made = new_intake(viewer, paths, me, keep_text=keep_text, with_nothing_to_read=with_nothing_to_read)
    return look_at(viewer, made)


@reads
def look_at(viewer: Viewer, intake_id: uuid.UUID) -> PreviewResult:
    """The same for an intake that exists already. Raises NotHere."""
    intake = Intake.objects.filter(pk=intake_id).first()
    if intake is None:
        raise NotHere("There is no such import.")
    things = list(sampled(intake, LOOKED_AT))
    letters = [one for one in things if isinstance(one, FoundInteraction)]
    cards = [one for one in things if isinstance(one, FoundPerson)]
    own, keys, untold = _own(viewer, letters)
    run = Bringing.begin(viewer, intake_id, keys, Mailbox(), keep_text=False)
    tally = Tally()
    come = looked_at(run, letters, tally)
    seen = cards_looked_at(run, cards)
    problems = [*untold, *(one for one in things if isinstance(one, Problem))]
    held = _counted(intake)
    looked = Looked(
        letters=held.letters,
        cards=held.cards,
        whole=held.whole,
        new=len(come),
        there=tally.counts.get("there", 0),
        aside=sum(one.count for one in tally.aside.values()),
        cards_new=seen.new,
        cards_there=seen.there,
        cards_changed=seen.changed,
        cards_own=seen.own,
        unread=sum(not one.kept for one in problems),
    )
    known = IntakeProblem.objects.filter(intake=intake).order_by("pk").values_list("where", "why", "kept")
    return PreviewResult(
        intake_id=intake_id,
        title=intake.title,
        parts=tuple(PartSeen(p["kind"], p["path"], p["title"], p["total"]) for p in intake.parts),
        own=own,
        letters_in_all=looked.letters,
        cards_in_all=looked.cards,
        counted_whole=looked.whole,
        sentences=preview_sentences(looked),
        sampled=len(letters) + len(cards),
        new=looked.new,
        there=looked.there,
        cards=seen.new,
        cards_there=seen.there,
        cards_changed=seen.changed,
        not_people=looked.aside,
        people=_new_people(come, keys),
        aside=tuple(LeftAside(why, one.count, tuple(one.examples)) for why, one in tally.aside.items()),
        problems=(*(Problem(*row) for row in known[:MOST_PROBLEMS]), *problems[:MOST_PROBLEMS]),
        examples=tuple([*map(_card_words, cards[: EXAMPLES // 2]), *map(_letter_words, come)][:EXAMPLES]),
    )


def _counted(intake: Intake) -> Counted:
    """How much all parts hold, as far as that is found out in time."""
    until = clock.now() + COUNTED_FOR
    counted = [registry.count(part["kind"], part["path"], lambda: clock.now() < until) for part in intake.parts]
    letters, cards = sum(one.letters for one in counted), sum(one.cards for one in counted)
    return Counted(letters, cards, all(one.whole for one in counted))


def _own(
    viewer: Viewer, letters: Sequence[FoundInteraction]
) -> tuple[tuple[OwnSeen, ...], dict[str, bytes], tuple[Problem, ...]]:
    """Own addresses known and told from the sample, those to be used, and chats that do not tell whose they are."""
    used = own_letters.known(viewer)
    seen = [OwnSeen(address, "Known already.", used=True) for address in used]
    mails, chats = own_letters.MailCount(), ChatCount()
    for letter in letters:
        mails.add(letter)
        chats.add(letter)
    for own in () if own_letters.knows_mailbox(viewer) else mails.judged():
        is_used = own.confidence is not Confidence.PERHAPS
        seen.append(OwnSeen(own.address, " ".join(own.reasons), is_used))
        used |= {own.address: b""} if is_used else {}
    for told in chats.judged(viewer):
        if told.value not in used:
            seen.append(OwnSeen(told.value, told.reason, used=True))
            used[told.value] = b""
    return tuple(seen), used, chats.problems(used)


def _new_people(come: Sequence[FoundInteraction], own: dict[str, bytes]) -> int:
    values = {
        party.value for one in come for party in one.parties if party.value not in own and "group" not in one.signs
    }
    there: set[str] = set()
    for some in (list(values)[start : start + 500] for start in range(0, len(values), 500)):
        there |= set(Handle.objects.filter(value__in=some).values_list("value", flat=True))
    return len(values - there)


def _letter_words(one: FoundInteraction) -> str:
    who = next((party.name or party.value for party in one.parties), "")
    on = f", {one.at:%-d %B %Y}" if one.at else ""
    return shorten(f"{who}: “{one.subject or one.text or 'no subject'}”{on}", 120)


def _card_words(card: FoundPerson) -> str:
    handles = ", ".join(handle.shown or handle.value for handle in card.handles[:2])
    return shorten(f"{card.name.shown} ({handles})" if handles else card.name.shown, 120)
