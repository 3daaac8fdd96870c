"""After the last chunk: who is a person, by what name, and how each tie stands. From stored rows alone.

Every step reads what is stored and writes what follows from it, in slices, so that a kill between two slices changes
nothing: the step is done again and ends the same.
"""

import uuid
from collections import Counter
from collections.abc import Callable, Sequence

from django.db import transaction

from amity.actions import likenesses
from amity.actions.afterwards import judge_again
from amity.actions.intake_changes import CHANGES, changes_of
from amity.actions.judging import Judging, judge_slice
from amity.actions.own_letters import keep_inferred, told_by_counts
from amity.actions.own_people import INFERRED, take_as_own
from amity.actions.priors import AGREES, foresee_prior, prior_of
from amity.actions.reading import Stopped, mailbox_of
from amity.actions.signatures import note_signatures
from amity.actions.standing import Counted, counted_of, stand
from amity.actions.summaries import refresh_slice
from amity.formats.names import best_name, name_from_address, parse_name, sort_name
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, bulk_change, in_slices, select, stored_key
from amity.records.models import Change, Handle, Intake, Likeness, Person, Tie
from amity.records.people import NAME_LENGTH
from amity.records.scope import scope_of

SLICE = 500  # people in one transaction
SUGGESTED = "suggested"  # in Intake.options: the likenesses it suggested between people who were here before

Progress = Callable[[str, int, int], None]
People = Sequence[uuid.UUID]
Slice = Callable[[Viewer, Intake, People], None]
Step = Callable[[Viewer, Intake, People, Progress], None]


def settle(viewer: Viewer, intake_id: uuid.UUID, progress: Progress) -> None:
    """Do every step that is left. Raises Stopped at the next border after the owner asked for it."""
    steps = [name for name, _ in STEPS]
    with scope_of(viewer):
        intake = Intake.objects.get(pk=intake_id)
        start = steps.index(intake.step) if intake.step in steps else 0
        people = touched_people(viewer, intake)
    for name, step in STEPS[start:]:
        _go_to(viewer, intake, name)
        step(viewer, intake, people, progress)


def _go_to(viewer: Viewer, intake: Intake, step: str) -> None:
    with scope_of(viewer), transaction.atomic():
        now = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
        if now.stop_asked_at is not None:
            raise Stopped
        now.step = step
        now.save(update_fields=["step"])


def touched_people(viewer: Viewer, intake: Intake) -> list[uuid.UUID]:
    """Everybody whom an intake brought or brought something about, in the order of their keys."""
    network, key = stored_key(viewer.network), stored_key(intake.pk)
    rows = select(
        "SELECT DISTINCT p.person_id FROM records_participant p JOIN records_interaction i"
        " ON i.id = p.interaction_id AND i.network_id = p.network_id WHERE i.network_id = %s AND i.intake_id = %s",
        [network, key],
    )
    cards = select("SELECT person_id FROM records_card WHERE network_id = %s AND intake_id = %s", [network, key])
    made = select("SELECT id FROM records_person WHERE network_id = %s AND intake_id = %s", [network, key])
    updated = Change.objects.filter(pk__in=changes_of(intake), person_id__isnull=False)
    people = {as_uuid(row[0]) for row in [*rows, *cards, *made]}
    return sorted(people | {key for key in updated.values_list("person_id", flat=True) if key})


def _own(viewer: Viewer, intake: Intake, people: People, progress: Progress) -> None:
    if intake.options.get("own_given"):
        return  # the owner's word: in a folder of several people's letters, counts would find the others
    with scope_of(viewer), transaction.atomic():
        now = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
        concerned: set[uuid.UUID] = set()
        for address in keep_inferred(viewer, told_by_counts(viewer, mailbox_of(intake))):
            change, touched = take_as_own(viewer, intake, address)
            concerned |= touched
            now.options.setdefault(CHANGES, []).append(change.pk.hex)
            now.options.setdefault(INFERRED, []).append(address)
        now.save(update_fields=["options"])
        judge_again(viewer, concerned - set(people))  # the others are judged with the intake


def _in_slices(name: str, slice_: Slice) -> Step:
    def step(viewer: Viewer, intake: Intake, people: People, progress: Progress) -> None:
        done = 0
        for some in in_slices(people, SLICE):
            with scope_of(viewer), transaction.atomic():
                slice_(viewer, intake, some)
            done += len(some)
            progress(name, done, len(people))

    return step


def _names(viewer: Viewer, intake: Intake, ids: People) -> None:
    name_anew(viewer, ids)


def name_anew(viewer: Viewer, ids: People) -> None:
    """Name people, whose name neither a card nor the owner gave, by the best of all written forms.

    Inside the scope and a transaction of the caller.
    """
    written: dict[uuid.UUID, Counter[str]] = {}
    mails: dict[uuid.UUID, str] = {}
    handles = Handle.objects.filter(person_id__in=ids).order_by("pk")
    for person_id, kind, value, names in handles.values_list("person_id", "kind", "value", "names"):
        written.setdefault(person_id, Counter()).update(names)
        if kind == HandleKind.MAIL:
            mails.setdefault(person_id, value)
    changed = []
    people = Person.objects.filter(pk__in=ids, chosen_at=None, touched_at=None)
    for key, known in people.values_list("pk", "name"):
        mail = mails.get(key, "")
        shown = best_name(written.get(key, {})) or name_from_address(mail) or mail or known
        shown = shown[:NAME_LENGTH]
        if shown == known:
            continue
        name = parse_name(shown)
        row = (name.given, name.family, name.called, sort_name(shown))
        changed.append((shown, *(text[:NAME_LENGTH] for text in row), key.bytes))
    bulk_change(Person, ("name", "given", "family", "called", "sort_name"), changed)


def _standing(viewer: Viewer, intake: Intake, ids: People) -> None:
    counted: dict[uuid.UUID, Counted] = counted_of(viewer, ids)
    stand(ids, counted, clock.now())


def _signatures(viewer: Viewer, intake: Intake, ids: People) -> None:
    note_signatures(viewer, intake, ids)


def _ties(viewer: Viewer, intake: Intake, ids: People) -> None:
    judge_slice(Judging(viewer, clock.today(viewer.time_zone), prior_of(viewer)), ids)


def _prior(viewer: Viewer, intake: Intake, people: People, progress: Progress) -> None:
    """What gaps are usual here, with the new letters: before ties are judged, so that none is judged twice."""
    with scope_of(viewer), transaction.atomic():
        now = Intake.objects.get(pk=intake.pk)
        now.options.setdefault("prior_before", prior_of(viewer).value)
        now.save(update_fields=["options"])
    foresee_prior(viewer, people, clock.today(viewer.time_zone))


def _others(viewer: Viewer, intake: Intake, people: People, progress: Progress) -> None:
    """Ties that this intake did not touch lean on the prior as well: judged once more where it moved."""
    with scope_of(viewer):
        before = Intake.objects.get(pk=intake.pk).options["prior_before"]
        if abs(before - prior_of(viewer).value) <= AGREES:
            return
    judge_others(viewer, people, lambda done, total: progress("others", done, total))


def judge_others(viewer: Viewer, people: People, progress: Callable[[int, int], None]) -> None:
    """Judge the ties with everybody but these anew, in a transaction for each slice."""
    with scope_of(viewer):
        ties = Tie.objects.filter(member_id=viewer.member).order_by("person")
        rest = sorted(set(ties.values_list("person_id", flat=True)) - set(people))
        run = Judging(viewer, clock.today(viewer.time_zone), prior_of(viewer))
    for place, some in enumerate(in_slices(rest, SLICE)):
        with scope_of(viewer), transaction.atomic():
            judge_slice(run, some)
        progress(place * SLICE + len(some), len(rest))


def _words(viewer: Viewer, intake: Intake, ids: People) -> None:
    refresh_slice(viewer, ids)


def _likenesses(viewer: Viewer, intake: Intake, people: People, progress: Progress) -> None:
    """Those between people whom earlier intakes brought are noted: the others go with their people, these do not."""
    with scope_of(viewer), transaction.atomic():
        before = set(Likeness.objects.values_list("pk", flat=True))
        likenesses.suggest(viewer, people)
        between = Likeness.objects.exclude(person__intake=intake.pk).exclude(other__intake=intake.pk)
        fresh = set(between.values_list("pk", flat=True)) - before
        now = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
        now.options[SUGGESTED] = [*now.options.get(SUGGESTED, []), *sorted(key.hex for key in fresh)]
        now.save(update_fields=["options"])


STEPS: tuple[tuple[str, Step], ...] = (
    ("own", _own),
    ("names", _in_slices("names", _names)),
    ("standing", _in_slices("standing", _standing)),
    ("signatures", _in_slices("signatures", _signatures)),
    ("prior", _prior),
    ("ties", _in_slices("ties", _ties)),
    ("others", _others),
    ("words", _in_slices("words", _words)),
    ("likenesses", _likenesses),
)
