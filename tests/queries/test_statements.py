"""Every page: the same number of statements for ten rows and for twenty."""

import pytest

from amity.actions.facts import trash_fact
from amity.actions.help import add_need, add_offer, ask_how_to_help
from amity.actions.promises import add_promise
from amity.queries.candidates import candidates_page
from amity.queries.capturing import read
from amity.queries.circles import circles_page
from amity.queries.duplicates import duplicates_page
from amity.queries.help import helping_page, needs_page, offers_page
from amity.queries.history import history_page
from amity.queries.intakes import intakes_page
from amity.queries.palette import palette
from amity.queries.people import Only, Order, people_page
from amity.queries.person import person_page
from amity.queries.resolve import who
from amity.queries.search import find
from amity.queries.settings import settings_page
from amity.queries.timeline import timeline
from amity.queries.today import today_page
from amity.queries.trash import trash_page
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, Intake, Likeness, Person
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY, letters, settle, someone
from tests.queries.counting import statements

LISTS = {
    "today": lambda viewer: today_page(viewer, TODAY),
    **{f"people, {order}": lambda viewer, order=order: people_page(viewer, TODAY, order=order) for order in Order},
    **{f"only {only}": lambda viewer, only=only: people_page(viewer, TODAY, only=only) for only in Only},
    "people found": lambda viewer: people_page(viewer, TODAY, find="na pers"),
    "search": lambda viewer: find(viewer, "number", TODAY),
    "search for names": lambda viewer: find(viewer, "person", TODAY),
    "palette": lambda viewer: palette(viewer, "person", TODAY),
    "palette at rest": lambda viewer: palette(viewer, "", TODAY),
    "who": lambda viewer: who(viewer, "person"),
    "a note read back": lambda viewer: read(viewer, "Lunch with Ana, she needs a van", TODAY),
    "circles": circles_page,
    "settings": settings_page,
    "history": lambda viewer: history_page(viewer, TODAY),
}


@pytest.mark.parametrize("name", LISTS)
def test_twenty_people_cost_as_many_statements_as_ten(viewer, crowd, name):
    query = LISTS[name]
    crowd(10)
    query(viewer)
    ten = statements(lambda: query(viewer))

    crowd(10)

    assert statements(lambda: query(viewer)) == ten


def test_a_persons_page_costs_as_many_statements_with_twenty_entries_as_with_ten(viewer):
    person = someone(viewer, "Ivo Brandt", "ivo@brandt.example")
    letters(viewer, person, range(0, 100, 10))
    settle(viewer, person)
    ten = statements(lambda: person_page(viewer, person.pk, TODAY))

    letters(viewer, person, range(1, 100, 10))
    settle(viewer, person)

    assert statements(lambda: person_page(viewer, person.pk, TODAY)) == ten
    assert statements(lambda: timeline(viewer, person.pk, TODAY)) < ten


def test_twenty_candidates_cost_as_many_statements_as_ten(viewer):
    def ten_more(start):
        for number in range(start, start + 10):
            someone(viewer, f"Cand {number}", f"c{number}@there.example", kept_at=None)
        return statements(lambda: candidates_page(viewer))

    assert ten_more(0) == ten_more(10)


def test_twenty_things_in_the_bin_cost_as_many_statements_as_ten(viewer, crowd):
    def throw_ten_away():
        crowd(10)
        with scope_of(viewer):
            facts = list(Fact.objects.filter(trashed_at=None).values_list("pk", flat=True))
        for key in facts:
            trash_fact(viewer, key)
        return statements(lambda: trash_page(viewer, TODAY))

    assert throw_ten_away() == throw_ten_away()


def test_twenty_pairs_cost_as_many_statements_as_ten(viewer, crowd):
    def pair_up():
        people = sorted(crowd(11)[-11:], key=lambda person: person.pk)
        with scope_of(viewer):
            for one, other in zip(people, people[1:], strict=False):
                Likeness.objects.create(person=one, other=other, weight=8.0, state="suggested", made_at=NOW)
        return statements(lambda: duplicates_page(viewer))

    assert pair_up() == pair_up()


def test_twenty_intakes_cost_as_many_statements_as_ten(viewer):
    def ten_more():
        with scope_of(viewer):
            for _ in range(10):
                Intake.objects.create(member_id=viewer.member, title="mail", state="done", made_at=NOW)
        return statements(lambda: intakes_page(viewer))

    assert ten_more() == ten_more()


PRACTICE = {
    "today": lambda viewer, person: today_page(viewer, TODAY),
    "needs": lambda viewer, person: needs_page(viewer, TODAY),
    "offers": lambda viewer, person: offers_page(viewer, TODAY),
    "whom one asked": lambda viewer, person: helping_page(viewer, TODAY),
    "a briefing": lambda viewer, person: person_page(viewer, person.pk, TODAY).briefing,
}


def practise(viewer, people, with_whom):
    """For each of them a promise each way, a need, an offer, a question and a day ahead: theirs, or all of one."""
    for number, person in enumerate(people):
        who = (with_whom or person).pk
        add_promise(viewer, who, f"Bring back book {number}", due_on=TODAY)
        add_promise(viewer, who, f"Lend book {number}", mine=False)
        add_need(viewer, who, f"A shelf for book {number}")
        add_offer(viewer, who, f"Binds book {number}")
        ask_how_to_help(viewer, who)
        with scope_of(viewer):
            Fact.objects.create(person_id=who, kind=LIFE_EVENT, text=f"Moves {number}", happens_on=TODAY)


@pytest.mark.parametrize("name", PRACTICE)
def test_twenty_promises_needs_and_offers_cost_as_many_statements_as_ten(viewer, crowd, ada, name):
    def ten_more():
        practise(viewer, crowd(10)[-10:], ada if name == "a briefing" else None)
        PRACTICE[name](viewer, ada)
        return statements(lambda: PRACTICE[name](viewer, ada))

    ten_more()  # what nobody has yet, as somebody who may help, is not asked about

    assert ten_more() == ten_more()


def test_nothing_of_another_network_is_on_any_page(viewer, cast, dee):
    pages = [repr(query(viewer)) for query in LISTS.values()]
    pages += [repr(candidates_page(viewer)), repr(trash_page(viewer, TODAY)), repr(find(viewer, "marchetti", TODAY))]

    assert not [page for page in pages if "Marchetti & Daughter" in page or "dee@" in page]
    with scope_of(viewer):
        assert not Person.objects.filter(pk=dee.pk).exists()
