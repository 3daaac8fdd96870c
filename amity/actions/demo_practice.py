"""The sample life's promises, needs, offers and events, as Maren would have kept them: what was found, she decides.

What stands in her letters and notes is found there by looking through them; she says yes, in her own words. Only what
no rule finds she writes down herself.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from amity.actions.facts import add_fact
from amity.actions.help import accept_need, accept_offer, add_need, add_offer, dismiss_need, note_answer
from amity.actions.looking import source_words
from amity.actions.promises import accept_promise, add_promise, keep_promise, release_promise
from amity.judgement.findings import Happened
from amity.judgement.matching import stems
from amity.judgement.pronouns import spoken
from amity.judgement.sentences import sentences
from amity.judgement.vocabulary import Channel, Direction, HelpState, PromiseState
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.facts import LIFE_EVENT
from amity.records.models import Change, HelpAsked, Interaction, Need, Offer, Promise
from amity.records.scope import scope_of
from amity.sources.demo import life
from amity.sources.demo.letters import moment
from amity.sources.demo.read import CHANNELS

KEPT = ("kept", "kept late")
PROPOSED, LET_GO = "proposed", "let go"
# What was answered to "how can I help?", by the thread that asked.
ANSWERS = {"t096": "t101", "t147": "t148", "t197": "t201"}
LEFT_TO_DECIDE = "t158"  # a need that is found and waits for her


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in the network, and what happened in which thread."""

    viewer: Viewer
    today: date
    people: Mapping[str, uuid.UUID]
    threads: Mapping[str, life.Happened]

    def interaction(self, thread: str) -> uuid.UUID:
        """The row of a thread."""
        with scope_of(self.viewer):
            there = Interaction.objects.filter(happened_at=moment(self.threads[thread], self.today)).order_by("pk")
            return there.values_list("pk", flat=True)[0]

    def source(self, thread: str, who: str) -> str:
        """Where it was said, in words: "her mail", "meeting"."""
        told = self.threads[thread]
        channel = CHANNELS.get(told.channel, Channel.MAIL)
        direction = Direction.BOTH if not told.sender else Direction.OUT if told.sender == life.OWNER else Direction.IN
        pronouns = life.everybody(self.today)[who].row.get("pronouns", "")
        return source_words(Happened(channel, direction, self.today, told.text), spoken(pronouns).their)


def practise(viewer: Viewer, today: date, people: Mapping[str, uuid.UUID]) -> None:
    """Decide what was found, and write down the rest; `people` are the ids of the data with their rows'."""
    threads = {one.id: one for one in life.everything(today)}
    cast = Cast(viewer, today, people, threads)
    for event in life.events(today):
        add_fact(
            viewer,
            people[event.who],
            LIFE_EVENT,
            event.text,
            event.kind,
            noted_on=event.noted_on,
            happens_on=event.happens_on,
        )
    for promise in life.undertaken(today):
        _undertake(cast, promise)
    for need in life.needs(today):
        _take_need(cast, need)
    for offer in life.offers(today):
        _take_offer(cast, offer)
    _answer(cast)
    _dismiss_the_rest(cast)


def _undertake(cast: Cast, told: life.Undertaken) -> None:
    """Accept what was found, for the day she had in mind, and tell what became of it."""
    viewer = cast.viewer
    key = _found(cast, Promise, told.who, told.thread, mine=told.mine)
    if told.state == PROPOSED:
        return
    if key is None:
        add_promise(
            viewer,
            cast.people[told.who],
            told.what,
            mine=told.mine,
            due_on=told.due_on,
            said_on=told.said_on,
            source=cast.source(told.thread, told.who),
            interaction_id=cast.interaction(told.thread),
            sentence=_sentence(cast, told.thread, told.what),
        )
        key = _newest(cast, told)
    elif told.due_on:
        accept_promise(viewer, key, due_on=told.due_on, what=told.what)
    else:
        accept_promise(viewer, key, what=told.what)
    if told.state in KEPT:
        keep_promise(viewer, key, told.done_on)
    elif told.state == LET_GO:
        release_promise(viewer, key, they_know=True)


def _take_need(cast: Cast, told: life.Help) -> None:
    _take(cast, told, _found(cast, Need, told.who, told.thread), accept_need, add_need)


def _take_offer(cast: Cast, told: life.Help) -> None:
    _take(cast, told, _found(cast, Offer, told.who, told.thread), accept_offer, add_offer)


def _take(
    cast: Cast,
    told: life.Help,
    found: uuid.UUID | None,
    accept: Callable[[Viewer, uuid.UUID, str], Change],
    add: Callable[..., Change],
) -> None:
    """Accept what was found; write down what was not."""
    if found is not None:
        accept(cast.viewer, found, told.what)
        return
    add(
        cast.viewer,
        cast.people[told.who],
        told.what,
        said_on=told.said_on,
        source=cast.source(told.thread, told.who),
        interaction_id=cast.interaction(told.thread),
        sentence=_sentence(cast, told.thread, told.what),
    )


def _answer(cast: Cast) -> None:
    """What they answered when she asked how to help."""
    for thread, answer in ANSWERS.items():
        interaction = cast.interaction(thread)
        with scope_of(cast.viewer):
            asked = HelpAsked.objects.filter(interaction_id=interaction).values_list("pk", flat=True).first()
        if asked is not None:
            note_answer(cast.viewer, asked, cast.threads[answer].text)


def _dismiss_the_rest(cast: Cast) -> None:
    """Needs of months ago that have long been answered; one waits, as there is always one."""
    waiting = cast.interaction(LEFT_TO_DECIDE)
    with scope_of(cast.viewer):
        rest = Need.objects.filter(state=HelpState.SUGGESTED).exclude(interaction_id=waiting)
        keys = list(rest.values_list("pk", flat=True))
    for key in keys:
        dismiss_need(cast.viewer, key)


def _found(
    cast: Cast, model: type[Promise] | type[Need] | type[Offer], who: str, thread: str, **columns: bool
) -> uuid.UUID | None:
    interaction = cast.interaction(thread)
    with scope_of(cast.viewer):
        rows = model.objects.filter(
            interaction_id=interaction, person_id=cast.people[who], state=PromiseState.SUGGESTED, **columns
        )
        return rows.order_by("pk").values_list("pk", flat=True).first()


def _newest(cast: Cast, told: life.Undertaken) -> uuid.UUID:
    with scope_of(cast.viewer):
        rows = Promise.objects.filter(person_id=cast.people[told.who], what=told.what, state=PromiseState.OPEN)
        key = rows.order_by("-pk").values_list("pk", flat=True).first()
    if key is None:
        raise NotHere("This promise is not here any more.")
    return key


def _sentence(cast: Cast, thread: str, what: str) -> str:
    """The sentence of a thread that tells of it: the one that shares most words."""
    words = stems(what).keys()
    told = [each.text for each in sentences(cast.threads[thread].text)]
    return max(told, key=lambda each: len(stems(each).keys() & words), default="")
