"""What people need and offer, whom the owner asked how to help, and what one answers to each."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import help as act
from amity.actions.matching import decide_match
from amity.judgement.lede import may_help_words
from amity.judgement.vocabulary import MatchState
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.help import MatchRow, NeedRow, OfferRow, helping_page, needs_page, offers_page
from amity.queries.helping_one import answer_of, first_letter, need_row, offer_row
from amity.queries.resolve import brief
from amity.surfaces.web import keys
from amity.surfaces.web.forms.promises import AnswerForm, AskedForm, ToldChangeForm, ToldForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import Undoable, ask, attempt, did, done, show
from amity.surfaces.web.views.meant import the_one
from amity.surfaces.web.views.person import ToAnotherProgram

NOTHING_YET = "What people need, and what they offer, is remembered here."


@dataclass(frozen=True, slots=True)
class Line:
    """A need or an offer: matches by an offer stand open, those by what is known of somebody behind a few words."""

    told: NeedRow | OfferRow
    noun: str
    offered: tuple[MatchRow, ...]
    known: tuple[MatchRow, ...]
    known_words: str

    @property
    def is_need(self) -> bool:
        return self.noun == "needs"


@require_GET
@for_member
def helping(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    on, everything = clock.today(viewer.time_zone), "all" in request.GET
    needs = needs_page(viewer, on, show_all=everything)
    offers = offers_page(viewer, on, show_all=everything)
    asked = helping_page(viewer, on)
    is_empty = not any((needs.open, needs.suggested, needs.settled, offers.open, offers.suggested, offers.settled))
    return show(
        request,
        "helping.html",
        "helping",
        (keys.HELPING,),
        needs=_lines("needs", (*needs.open, *needs.settled)),
        found=(*_lines("needs", needs.suggested), *_lines("offers", offers.suggested)),
        offers=_lines("offers", (*offers.open, *offers.settled)),
        more=needs.more or offers.more,
        asked=asked,
        lede=NOTHING_YET if is_empty else f"{needs.lede} {offers.lede}",
        is_empty=is_empty,
        show_all=everything,
    )


@require_http_methods(["GET", "POST"])
@for_member
def new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    begun = {"who": _named(request, viewer), "sort": request.GET.get("sort", "need")}
    form = ToldForm(request.POST if request.method == "POST" else None, initial=begun)
    acts = {"need": act.add_need, "offer": act.add_offer}
    change = attempt(
        form,
        lambda given: acts[given["sort"]](
            viewer, the_one(viewer, given["who"]), given["what"], private=given["private"]
        ),
    )
    if change:
        return done(request, change)
    return ask(request, form, "helping", "What somebody needs or offers", "/helping/new/")


@require_http_methods(["GET", "POST"])
@for_member
def correct_need(request: HttpRequest, viewer: Viewer, need_id: uuid.UUID) -> HttpResponse:
    was = need_row(viewer, need_id, clock.today(viewer.time_zone))
    return _correct(request, viewer, was, act.correct_need, f"What {was.name} needs")


@require_http_methods(["GET", "POST"])
@for_member
def correct_offer(request: HttpRequest, viewer: Viewer, offer_id: uuid.UUID) -> HttpResponse:
    was = offer_row(viewer, offer_id, clock.today(viewer.time_zone))
    return _correct(request, viewer, was, act.correct_offer, f"What {was.name} offers")


NEED_VERBS = {
    "accepted": act.accept_need,
    "dismissed": act.dismiss_need,
    "met": act.meet_need,
    "over": act.end_need,
    "still-so": act.confirm_need,
    "open-again": act.open_need_again,
    "removed": act.remove_need,
}
OFFER_VERBS = {
    "accepted": act.accept_offer,
    "dismissed": act.dismiss_offer,
    "taken-up": act.take_up_offer,
    "over": act.end_offer,
    "still-so": act.confirm_offer,
    "open-again": act.open_offer_again,
    "removed": act.remove_offer,
}
MATCH_STATES = {"helping": MatchState.HELPING, "not-a-match": MatchState.NOT_A_MATCH}


@require_POST
@for_member
def answered_need(request: HttpRequest, viewer: Viewer, need_id: uuid.UUID, verb: str) -> HttpResponse:
    return did(request, lambda: NEED_VERBS[verb](viewer, need_id))


@require_POST
@for_member
def answered_offer(request: HttpRequest, viewer: Viewer, offer_id: uuid.UUID, verb: str) -> HttpResponse:
    return did(request, lambda: OFFER_VERBS[verb](viewer, offer_id))


@require_POST
@for_member
def decided(request: HttpRequest, viewer: Viewer, match_id: uuid.UUID, verb: str) -> HttpResponse:
    return did(request, lambda: decide_match(viewer, match_id, MATCH_STATES[verb]))


@require_GET
@for_member
def letter(request: HttpRequest, viewer: Viewer, match_id: uuid.UUID) -> HttpResponse:
    """Straight on to a letter to the one in need, asking whether they would like to meet who may help."""
    return ToAnotherProgram(first_letter(viewer, match_id, clock.today(viewer.time_zone)))


@require_http_methods(["GET", "POST"])
@for_member
def asked(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    who = brief(viewer, person_id)
    form = AskedForm(clock.today(viewer.time_zone), request.POST if request.method == "POST" else None)
    change = attempt(form, lambda given: act.ask_how_to_help(viewer, person_id, given["asked_on"], given["answer"]))
    if change:
        return done(request, change)
    return ask(request, form, "helping", f"You asked {who.name} how you can help", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def answer(request: HttpRequest, viewer: Viewer, asked_id: uuid.UUID) -> HttpResponse:
    was = answer_of(viewer, asked_id)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": was.answer})
    change = attempt(form, lambda given: act.note_answer(viewer, asked_id, given["answer"]))
    if change:
        return done(request, change)
    return ask(request, form, "helping", f"What {was.name} said", request.path)


def _lines(noun: str, rows: Sequence[NeedRow | OfferRow]) -> tuple[Line, ...]:
    return tuple(_line(noun, row) for row in rows)


def _line(noun: str, row: NeedRow | OfferRow) -> Line:
    offered = tuple(match for match in row.matches if match.offer_id)
    known = tuple(match for match in row.matches if not match.offer_id)
    return Line(row, noun, offered, known, may_help_words(len(known)))


def _correct(
    request: HttpRequest, viewer: Viewer, was: NeedRow | OfferRow, correct: Callable[..., Undoable], title: str
) -> HttpResponse:
    now = {"what": was.what, "who": was.name}
    form = ToldChangeForm(request.POST if request.method == "POST" else None, initial=now)

    def put_right(given: Mapping[str, Any]) -> Undoable:
        person_id = was.person_id if given["who"] == was.name else the_one(viewer, given["who"])
        return correct(viewer, was.id, what=given["what"], person_id=person_id)

    change = attempt(form, put_right)
    if change:
        return done(request, change)
    return ask(request, form, "helping", title, request.path, remove=f"{request.path}removed")


def _named(request: HttpRequest, viewer: Viewer) -> str:
    """Somebody already named, from their page."""
    try:
        return brief(viewer, uuid.UUID(request.GET.get("with", ""))).name
    except ValueError:
        return ""
