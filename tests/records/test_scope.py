"""One network never sees, joins or changes the rows of another."""

import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amity.lib.viewer import Role
from amity.records.models import Change, Fact, Handle, InCircle, Participant, Person, Tie
from amity.records.scope import MayNotChange, NoScope, changes, current_network, reads, scope_of


@reads
def names(viewer):
    return sorted(Person.objects.values_list("name", flat=True))


@changes
def rename_all(viewer, name):
    Person.objects.update(name=name)


@changes
def rename_all_and_fail(viewer, name):
    Person.objects.update(name=name)
    raise LookupError("something went wrong")


def test_a_query_sees_its_own_network_only(viewer, ada, elsewhere):
    assert names(viewer) == ["Ada Okafor"]
    assert names(elsewhere) == ["Dee Marchetti"]


def test_an_action_changes_its_own_network_only(viewer, ada, elsewhere):
    rename_all(viewer, "Somebody")

    assert names(viewer) == ["Somebody"]
    assert names(elsewhere) == ["Dee Marchetti"]


def test_an_action_that_fails_leaves_nothing_behind(viewer, ada):
    with pytest.raises(LookupError):
        rename_all_and_fail(viewer, "Somebody")

    assert names(viewer) == ["Ada Okafor"]


def test_outside_a_scope_nothing_can_be_asked(viewer, ada):
    with pytest.raises(NoScope):
        Person.objects.count()


def test_a_scope_ends_where_its_block_ends(viewer, elsewhere):
    with scope_of(viewer):
        with scope_of(elsewhere):
            assert current_network() == elsewhere.network
        assert current_network() == viewer.network

    with pytest.raises(NoScope):
        current_network()


def test_somebody_elses_key_finds_nobody(viewer, dee):
    with scope_of(viewer):
        assert not Person.objects.filter(pk=dee.pk).exists()


def test_a_row_never_changes_its_network(viewer, ada, elsewhere):
    with scope_of(elsewhere), pytest.raises(NoScope):
        ada.save(update_fields=["name"])


def test_a_new_row_belongs_to_the_open_scope(viewer):
    with scope_of(viewer):
        person = Person.objects.create(name="Eve Sutter", sort_name="eve sutter")

    assert person.network_id == viewer.network


def test_a_key_to_a_row_elsewhere_joins_to_nothing(viewer, ada, dee):
    with scope_of(viewer):
        Fact.objects.create(person_id=ada.pk, kind="other", text="Here.")
        stray = Fact(person_id=dee.pk, kind="other", text="There.")
        stray.save()

        joined = Fact.objects.filter(text__in=["Here.", "There."]).select_related("person").values_list("person__name")

        assert [name for (name,) in joined] == ["Ada Okafor"]
        with pytest.raises(Person.DoesNotExist):
            _ = Fact.objects.get(pk=stray.pk).person
        stray.delete()


JOINS = {
    "forward": lambda: Tie.objects.filter(person__name="x"),
    "backward": lambda: Person.objects.filter(facts__text="x"),
    "two steps": lambda: Participant.objects.filter(interaction__facts__text="x"),
    "excluding": lambda: Person.objects.exclude(circles__circle__name="x"),
    "excluding handles": lambda: Person.objects.exclude(handles__value="x"),
    "selecting": lambda: InCircle.objects.select_related("circle", "person"),
    "prefetching": lambda: Person.objects.prefetch_related("handles"),
    "descriptor": lambda: Person.objects.first().facts.all(),
}


@pytest.mark.parametrize("rows", JOINS.values(), ids=JOINS.keys())
def test_the_network_goes_along_into_every_join(viewer, ada, rows):
    with (
        scope_of(viewer),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        list(rows())

    for statement in (query["sql"] for query in asked.captured_queries):
        tables = statement.count(" FROM ") + statement.count(" JOIN ")
        assert statement.count('"network_id" = ') >= tables, statement


def test_a_cascade_stays_in_its_network(viewer, ada, elsewhere):
    with scope_of(viewer):
        ada.delete()
        assert not Handle.objects.filter(person_id=ada.pk).exists()

    with scope_of(elsewhere):
        assert Handle.objects.count() == 1


def test_who_may_only_look_changes_nothing(viewer, ada):
    onlooker = replace(viewer, role=Role.VIEWER)

    with pytest.raises(MayNotChange):
        rename_all(onlooker, "Somebody")

    assert names(onlooker) == ["Ada Okafor"]


@pytest.mark.parametrize(
    "write",
    [
        lambda rows: rows.update(name="x"),
        lambda rows: rows.delete(),
        lambda rows: rows.create(name="x"),
        lambda rows: rows.bulk_create([]),
        lambda rows: rows.get_or_create(name="x"),
        lambda rows: rows.update_or_create(name="x"),
    ],
)
def test_the_operators_manager_sees_all_and_writes_nothing(viewer, ada, elsewhere, write):
    rows = Person.unscoped.all()

    assert rows.count() == 2
    with pytest.raises(NoScope):
        write(rows)


def test_a_change_belongs_to_the_member_who_made_it(viewer):
    with scope_of(viewer):
        change = Change(member_id=viewer.member, at=None, verb="x", label="x")

    assert (change.network_id, change.member_id) == (viewer.network, viewer.member)
    assert isinstance(change.pk, uuid.UUID)
