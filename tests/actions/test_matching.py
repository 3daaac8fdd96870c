"""A need meets an offer or a fact at once, whichever was there first; a no is remembered."""

from dataclasses import replace

import pytest

from amity.actions import facts, matching, meanings
from amity.actions import help as helping
from amity.actions.merging import merge_people
from amity.actions.people import trash_person
from amity.actions.trash import purge_trash
from amity.actions.undo import undo
from amity.judgement.vocabulary import HelpState, MatchState
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.ids import new_id
from amity.queries.help import needs_page, offers_page
from amity.records.models import Fact, FactMeaning, Match, Need, Offer, Person
from amity.records.scope import scope_of
from tests.actions.worlds import told
from tests.conftest import NOW, TODAY, known, someone
from tests.queries.counting import statements

NEED, OFFER, FACT = "A plumber for a blocked drain", "Heating and plumbing engineer", "Fits pipes, drains and boilers"


def matched(viewer) -> list[tuple[str, str]]:
    """Who may help, and by which words, of the newest need."""
    [row, *_] = needs_page(viewer, TODAY).open
    return [(match.name, "".join(text for text, _ in match.evidence)) for match in row.matches]


def test_a_new_need_is_held_against_offers_and_facts(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    cara = someone(viewer, "Cara Diaz", "cara@diaz.example")
    known(viewer, cara, "work", FACT)
    known(viewer, cara, "cares_about", "Baroque music")

    helping.add_need(viewer, ada.pk, NEED)

    assert set(matched(viewer)) == {("Bo Lindqvist", OFFER), ("Cara Diaz", FACT)}


def test_a_new_offer_is_held_against_needs(viewer, ada, bo):
    helping.add_need(viewer, ada.pk, NEED)
    helping.add_need(viewer, ada.pk, "Somebody to read her poems")

    helping.add_offer(viewer, bo.pk, OFFER)

    [row] = offers_page(viewer, TODAY).open
    assert [match.need_what for match in row.matches] == [NEED]


def test_a_new_fact_is_held_against_needs(viewer, ada, bo):
    helping.add_need(viewer, ada.pk, NEED)

    facts.add_fact(viewer, bo.pk, "other", FACT)

    assert matched(viewer) == [("Bo Lindqvist", FACT)]


def test_the_evidence_is_shown_with_the_words_that_both_have_and_its_day(viewer, ada, bo):
    known(viewer, bo, "work", FACT)
    helping.add_need(viewer, ada.pk, NEED)

    [match] = needs_page(viewer, TODAY).open[0].matches

    assert match.evidence == (("Fits pipes, ", False), ("drains", True), (" and boilers", False))
    assert (match.evidence_where, match.why) == ("Your note, 2 May", "You know it of them.")
    assert 0.4 < match.closeness <= 1


def test_nobody_meets_a_need_of_their_own(viewer, ada):
    helping.add_offer(viewer, ada.pk, OFFER)

    helping.add_need(viewer, ada.pk, NEED)

    assert matched(viewer) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("life_event", FACT),
        ("lives_in", FACT),
        ("other", f"Needs somebody who {FACT.lower()}"),
        ("other", f"You {FACT}"),
    ],
)
def test_what_happened_to_somebody_or_what_they_lack_helps_nobody(viewer, ada, bo, kind, text):
    known(viewer, bo, kind, text)

    helping.add_need(viewer, ada.pk, NEED)

    assert matched(viewer) == []


def test_their_own_offer_is_named_before_what_is_known_of_them(viewer, ada, bo):
    known(viewer, bo, "work", FACT)
    helping.add_offer(viewer, bo.pk, OFFER + ", drains too")

    helping.add_need(viewer, ada.pk, NEED)

    [match] = needs_page(viewer, TODAY).open[0].matches
    assert match.why == "They offer it."


def test_a_fact_that_is_added_later_does_not_take_the_offers_place(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER + ", drains too")
    helping.add_need(viewer, ada.pk, NEED)

    facts.add_fact(viewer, bo.pk, "work", FACT)

    assert matched(viewer) == [("Bo Lindqvist", OFFER + ", drains too")]


def test_candidates_are_named_for_nothing_that_is_known_of_them(viewer, ada, cy):
    known(viewer, cy, "work", FACT)

    helping.add_need(viewer, ada.pk, NEED)

    assert matched(viewer) == []


def test_a_rare_word_of_both_is_enough_where_the_meaning_is_not(viewer, ada, bo):
    known(viewer, bo, "other", "Keeps a list of upright pianos that need a home")

    helping.add_need(viewer, ada.pk, "Someone to tune the hall’s old upright before the carol evening")

    assert [name for name, _ in matched(viewer)] == ["Bo Lindqvist"]


def test_a_found_need_is_matched_when_it_is_accepted(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    need = told(viewer, Need, ada, NEED, state=HelpState.SUGGESTED)
    matching.match_needs(viewer, [need.pk])
    before = Match.unscoped.count()

    helping.accept_need(viewer, need.pk)

    assert (before, matched(viewer)) == (0, [("Bo Lindqvist", OFFER)])


def test_a_no_is_remembered_whatever_is_said_later(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    helping.add_need(viewer, ada.pk, NEED)
    matching.decide_match(viewer, Match.unscoped.get().pk, MatchState.NOT_A_MATCH)

    facts.add_fact(viewer, bo.pk, "other", FACT)
    helping.add_offer(viewer, bo.pk, "Plumber for blocked drains")
    helping.correct_need(viewer, Need.unscoped.get().pk, what="A plumber for the drain")
    matching.match_all(viewer)

    assert matched(viewer) == []
    assert [match.state for match in Match.unscoped.all()] == ["not a match"]


def test_a_decision_is_a_change_that_can_be_taken_back(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    helping.add_need(viewer, ada.pk, NEED)
    key = Match.unscoped.get().pk

    change = matching.decide_match(viewer, key, MatchState.NOT_A_MATCH)
    undo(viewer, change.pk)

    assert change.label == "Bo Lindqvist is no match for what Ada Okafor needs."
    assert matched(viewer) == [("Bo Lindqvist", OFFER)]
    with pytest.raises(NotAccepted):
        matching.decide_match(viewer, key, MatchState.SUGGESTED)


def test_who_helps_stays_named_with_the_state(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    helping.add_need(viewer, ada.pk, NEED)

    matching.decide_match(viewer, Match.unscoped.get().pk, MatchState.HELPING)
    matching.match_all(viewer)

    [match] = needs_page(viewer, TODAY).open[0].matches
    assert match.state is MatchState.HELPING


def test_a_match_of_somebody_in_the_bin_or_of_another_members_need_is_not_here(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    helping.add_need(viewer, ada.pk, NEED, private=True)
    key = Match.unscoped.get().pk

    with pytest.raises(NotHere):
        matching.decide_match(replace(viewer, member=new_id()), key, MatchState.HELPING)
    trash_person(viewer, bo.pk)
    with pytest.raises(NotHere):
        matching.decide_match(viewer, key, MatchState.HELPING)


def test_when_an_offer_ends_the_next_best_of_the_person_takes_its_place(viewer, ada, bo):
    known(viewer, bo, "work", FACT)
    helping.add_offer(viewer, bo.pk, OFFER + ", drains too")
    helping.add_need(viewer, ada.pk, NEED)

    helping.end_offer(viewer, Offer.unscoped.get().pk)

    assert matched(viewer) == [("Bo Lindqvist", FACT)]


def test_a_corrected_need_is_matched_anew_and_taken_back_as_before(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, OFFER)
    helping.add_need(viewer, ada.pk, NEED)

    change = helping.correct_need(viewer, Need.unscoped.get().pk, what="Somebody to read her poems")
    corrected = matched(viewer)
    undo(viewer, change.pk)

    assert (corrected, matched(viewer)) == ([], [("Bo Lindqvist", OFFER)])


def test_a_corrected_fact_is_what_counts_and_taken_back_the_earlier_one(viewer, ada, bo):
    fact = known(viewer, bo, "other", FACT)
    helping.add_need(viewer, ada.pk, NEED)

    change = facts.correct_fact(viewer, fact.pk, "Plays the cello")
    corrected = matched(viewer)
    undo(viewer, change.pk)

    assert (corrected, matched(viewer)) == ([], [("Bo Lindqvist", FACT)])


def test_a_fact_in_the_bin_helps_nobody_until_it_is_back(viewer, ada, bo):
    fact = known(viewer, bo, "other", FACT)
    helping.add_need(viewer, ada.pk, NEED)

    facts.trash_fact(viewer, fact.pk)
    gone = matched(viewer)
    facts.restore_fact(viewer, fact.pk)

    assert (gone, matched(viewer)) == ([], [("Bo Lindqvist", FACT)])


def test_a_no_outlives_the_fact_it_was_about(viewer, ada, bo, monkeypatch):
    fact = known(viewer, bo, "other", FACT)
    helping.add_need(viewer, ada.pk, NEED)
    matching.decide_match(viewer, Match.unscoped.get().pk, MatchState.NOT_A_MATCH)

    facts.trash_fact(viewer, fact.pk)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(year=2027))
    purge_trash(viewer)

    assert not Fact.unscoped.filter(pk=fact.pk).exists()
    [match] = Match.unscoped.all()
    assert (match.state, match.fact_id) == ("not a match", None)


def test_a_no_outlives_a_fact_that_two_had_before_they_became_one(viewer, ada, bo):
    twin = someone(viewer, "Bo Lindquist", "bo@lind.example")
    known(viewer, bo, "other", FACT), known(viewer, twin, "other", FACT)
    helping.add_need(viewer, ada.pk, NEED)
    theirs = Match.unscoped.get(person=twin)
    matching.decide_match(viewer, theirs.pk, MatchState.NOT_A_MATCH)

    change = merge_people(viewer, bo.pk, twin.pk, {})
    together = matched(viewer)
    undo(viewer, change.pk)

    assert together == []
    theirs.refresh_from_db(from_queryset=Match.unscoped)
    assert (theirs.state, theirs.person_id) == ("not a match", twin.pk)


def test_a_private_fact_is_evidence_for_its_own_member_alone(viewer, ada, bo):
    beside = replace(viewer, member=new_id())
    with scope_of(viewer):
        Fact.objects.create(person=bo, kind="other", text=FACT, private_to=beside.member)

    helping.add_need(viewer, ada.pk, NEED)
    mine = matched(viewer)
    matching.match_all(beside)

    assert (mine, matched(viewer)) == ([], [])
    assert matched(beside) == [("Bo Lindqvist", FACT)]
    with pytest.raises(NotHere):
        matching.decide_match(viewer, Match.unscoped.get().pk, MatchState.NOT_A_MATCH)


def test_children_and_mourners_are_named_for_nobodys_need(viewer, ada, bo):
    nell = someone(viewer, "Nell Okafor", "nell@okafor.example", born_year=2016)
    known(viewer, nell, "other", FACT), known(viewer, bo, "other", FACT)
    known(viewer, bo, "life_event", "His father died in August", noted_on=TODAY.replace(month=8))

    helping.add_need(viewer, ada.pk, NEED)

    assert matched(viewer) == []


def test_what_facts_are_about_is_stored_once_and_forgotten_with_their_words(viewer, ada, bo):
    fact = known(viewer, bo, "other", FACT)
    helping.add_need(viewer, ada.pk, NEED)
    helping.add_need(viewer, ada.pk, "A dry barn")
    stored = FactMeaning.unscoped.filter(fact=fact).count()

    facts.correct_fact(viewer, fact.pk, "Fits stoves")

    assert stored == 1
    assert meanings.make_meanings(viewer) == 0  # made again at once, as there are open needs


def test_only_so_much_is_made_while_somebody_waits_and_the_rest_at_night(viewer, ada, bo, monkeypatch):
    monkeypatch.setattr(matching, "make_meanings", lambda viewer: meanings.make_meanings(viewer, 2))
    for text in (FACT, "Keeps bees", "Sings alto"):
        known(viewer, bo, "other", text)
    helping.add_need(viewer, ada.pk, NEED)
    at_once = FactMeaning.unscoped.count()

    matching.match_all(viewer)

    assert at_once == 2
    assert matched(viewer) == [("Bo Lindqvist", FACT)]


def test_a_need_costs_as_many_statements_among_twenty_facts_as_among_ten(viewer, ada, bo):
    def with_ten_more(kind):
        for number in range(10):
            known(viewer, bo, "other", f"{kind} number {number}")
        matching.match_all(viewer)
        return statements(lambda: helping.add_need(viewer, ada.pk, "Somebody who juggles"))

    helping.add_need(viewer, ada.pk, NEED)

    assert with_ten_more("Collects stamps,") == with_ten_more("Sails a boat,")


def test_what_is_read_in_slices_is_read_to_the_end(viewer, ada, bo, monkeypatch):
    monkeypatch.setattr(meanings, "READ_AT_ONCE", 2)
    for text in ("Keeps bees", "Sings alto", "Paints signs", FACT, "Rows"):
        known(viewer, bo, "other", text)

    helping.add_need(viewer, ada.pk, NEED)

    assert matched(viewer) == [("Bo Lindqvist", FACT)]


def test_meanings_made_with_earlier_vectors_are_made_anew_at_night(viewer, ada, bo):
    fact = known(viewer, bo, "other", FACT)
    with scope_of(viewer):
        FactMeaning.objects.create(fact=fact, person=bo, vector=b"\x00" * 261)

    helping.add_need(viewer, ada.pk, NEED)
    by_day = matched(viewer)
    matching.match_all(viewer)

    assert (by_day, matched(viewer)) == ([], [("Bo Lindqvist", FACT)])


def test_another_network_is_neither_asked_nor_named(viewer, ada, elsewhere, dee):
    helping.add_offer(elsewhere, dee.pk, OFFER)
    known(elsewhere, dee, "work", FACT)

    helping.add_need(viewer, ada.pk, NEED)
    helping.add_need(elsewhere, Person.unscoped.get(pk=dee.pk).pk, NEED)

    assert matched(viewer) == []
    assert not Match.unscoped.exists()
