"""The cards of an intake that is taken back: the new ones go, and what was known before stands again."""

import uuid
from collections.abc import Iterable, Mapping

from amity.actions.afterwards import find_again, find_no_more
from amity.actions.changes import CannotUndo
from amity.actions.intake_changes import CHANGES, card_of, changes_of, is_of_new_card, rows_to_take_back
from amity.actions.intake_heirs import GONE, HEIRS, heirs, seen_after
from amity.actions.intake_stays import STILL_USED, TOUCHED, concern, stay, stay_seen
from amity.actions.learned import unlearn
from amity.actions.meanings import leave_matches
from amity.actions.taking_back import take_back, touched_by
from amity.judgement.keeping import LEARNED
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.bulk import bulk_remove, in_slices
from amity.records.models import Card, Change, Circle, Fact, Handle, InCircle, Intake, Photo, Relationship

SLICE = 500


def take_back_cards(viewer: Viewer, intake: Intake) -> None:
    """Everything that cards brought; inside the scope and a transaction of the caller."""
    cards = list(Card.objects.filter(intake=intake).values_list("pk", flat=True))
    taken_over = heirs(intake, cards)
    _hand_over(intake, taken_over)
    going = [key for key in cards if key not in taken_over]
    _take_back_changes(viewer, intake, set(going), taken_over)
    _remove_facts(viewer, intake)
    Photo.objects.filter(intake=intake).delete()
    InCircle.objects.filter(intake=intake).delete()
    Relationship.objects.filter(intake=intake).delete()
    for some in in_slices(going, SLICE):
        Fact.objects.filter(card_id__in=some).update(card=None)
    bulk_remove(Card, going)
    Circle.objects.filter(intake=intake, members=None).delete()
    Circle.objects.filter(intake=intake).update(intake=None)
    intake.save(update_fields=["options"])


def _hand_over(intake: Intake, taken_over: Mapping[uuid.UUID, uuid.UUID]) -> None:
    """A card that another intake holds too stays, with all that came with it."""
    people = dict(Card.objects.filter(intake=intake).values_list("pk", "person_id"))
    for key, other in taken_over.items():
        Card.objects.filter(pk=key).update(intake_id=other)
        _give(intake, key, people[key], other)
    stay_seen(intake, len(taken_over))


def _give(intake: Intake, card: uuid.UUID, person: uuid.UUID, other: uuid.UUID) -> None:
    Fact.objects.filter(card_id=card, intake=intake).update(intake_id=other)
    for model in (Photo, InCircle):
        model.objects.filter(person_id=person, intake=intake).update(intake_id=other)


def _take_back_changes(
    viewer: Viewer, intake: Intake, going: set[uuid.UUID], taken_over: Mapping[uuid.UUID, uuid.UUID]
) -> None:
    """The newest first. A card that goes itself needs no earlier words; one that was seen later keeps the newer."""
    people: set[uuid.UUID] = set()
    changes = Change.objects.filter(pk__in=changes_of(intake), undone_at=None)
    for key in changes.order_by("-pk").values_list("pk", flat=True):  # one at a time: they may be large
        change = Change.objects.get(pk=key)
        card = card_of(change)
        other = card and (taken_over.get(card) or seen_after(intake, card, change.pk))
        if card and other:
            _hand_change_over(intake, change, card, other)
            continue
        if change.verb == LEARNED:
            unlearn(viewer, change, map(uuid.UUID, intake.options.get(HEIRS, [])))
        elif card not in going or is_of_new_card(change):
            people |= _take_one_back(viewer, intake, change)
        change.undone_at = clock.now()
        change.save(update_fields=["undone_at"])
    concern(intake, people)


def _hand_change_over(intake: Intake, change: Change, card: uuid.UUID, other: uuid.UUID) -> None:
    heir = Intake.objects.select_for_update(of=("self",)).get(pk=other)
    heir.options.setdefault(CHANGES, []).append(change.pk.hex)
    heir.save(update_fields=["options"])
    for person in Card.objects.filter(pk=card).values_list("person_id", flat=True):
        _give(intake, card, person, other)
        Handle.objects.filter(person_id=person, intake=intake).update(intake_id=other)
    stay_seen(intake, 1)


def _take_one_back(viewer: Viewer, intake: Intake, change: Change) -> set[uuid.UUID]:
    rows = rows_to_take_back(change)
    touched = touched_by(rows)
    find_no_more(viewer, facts=touched.facts)
    try:
        touched.people |= take_back(rows, gently=True)
    except CannotUndo:
        stay(intake, STILL_USED, change.label)
    _settle_who_brought(touched.facts)
    find_again(viewer, facts=touched.facts)
    return touched.people


def _settle_who_brought(facts: Iterable[uuid.UUID]) -> None:
    """A fact that came back belongs to whoever holds its card now, where its own intake was taken back meanwhile."""
    for some in in_slices(list(facts), SLICE):
        orphans = Fact.objects.filter(pk__in=some, intake__state__in=GONE).select_related("card")
        for fact in orphans:
            fact.intake_id = fact.card.intake_id if fact.card else None
            fact.save(update_fields=["intake"])


def _remove_facts(viewer: Viewer, intake: Intake) -> None:
    for text in Fact.objects.filter(intake=intake, touched_at__isnull=False).values_list("text", flat=True):
        stay(intake, TOUCHED, text)
    Fact.objects.filter(intake=intake, touched_at__isnull=False).update(intake=None)
    for some in in_slices(list(Fact.objects.filter(intake=intake).values_list("pk", flat=True)), SLICE):
        fulltext.remove(fulltext.docids_of(viewer.network, "fact", some))
        leave_matches(viewer, some)
        Fact.objects.filter(pk__in=some).delete()  # with what was found to be meant by them
