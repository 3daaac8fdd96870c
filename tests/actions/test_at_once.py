"""Two windows, two hands: what is done twice at the same moment is done once."""

import threading

import pytest
from django.db import connection

from amity.actions import merging, people
from amity.actions.changes import NothingToUndo
from amity.actions.undo import undo
from amity.lib.errors import NotHere
from amity.records.models import Change, Handle, Participant, Person
from amity.records.scope import scope_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Each act in a thread of its own, all let go together; what they gave or raised, in their order."""
    outcomes = [None] * len(acts)
    ready = threading.Barrier(len(acts))

    def run(number, act):
        try:
            ready.wait()
            outcomes[number] = act()
        except (NotHere, NothingToUndo) as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_two_merged_both_ways_at_once_are_merged_one_way(transactional_db, viewer, ada, bo):
    with scope_of(viewer):
        letters, handles = Participant.objects.count(), Handle.objects.count()

    outcomes = at_once(
        lambda: merging.merge_people(viewer, ada.pk, bo.pk), lambda: merging.merge_people(viewer, bo.pk, ada.pk)
    )

    assert {type(outcome) for outcome in outcomes} == {Change, NotHere}
    with scope_of(viewer):
        one = Person.objects.get(merged_into=None)
        assert Participant.objects.filter(person=one).count() == letters
        assert Handle.objects.filter(person=one).count() == handles


def test_one_change_is_taken_back_once(transactional_db, viewer, ada):
    change = people.rename_person(viewer, ada.pk, "Ada Byron")

    outcomes = at_once(lambda: undo(viewer, change.pk), lambda: undo(viewer, change.pk))

    assert {type(outcome) for outcome in outcomes} == {Change, NothingToUndo}
    with scope_of(viewer):
        assert Change.objects.filter(verb="undo").count() == 1
        assert Person.objects.get(pk=ada.pk).name == "Ada Okafor"
