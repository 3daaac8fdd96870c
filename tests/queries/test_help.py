"""The lists of needs and offers, and how it stands with one person."""

from datetime import timedelta

import pytest

from amity.actions import help as helping
from amity.actions.matching import decide_match
from amity.judgement.vocabulary import HelpState, MatchState
from amity.queries import help as pages
from amity.queries.help import helping_page, helping_with, needs_meant, needs_page, offers_meant, offers_page
from amity.records.models import HelpAsked, Match, Need, Offer
from amity.records.scope import scope_of
from tests.actions.worlds import helping_of, told
from tests.conftest import TODAY, known
from tests.queries.counting import statements


def before(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def world(viewer, ada, bo):
    """Of Ada an open, a found and a met need, of Bo such offers; Bo’s open offer may meet Ada’s open need."""
    return helping_of(viewer, ada, bo)


def test_the_lists_show_what_is_open_and_what_was_found(viewer, world):
    needs, offers = needs_page(viewer, TODAY), offers_page(viewer, TODAY)

    assert [row.what for row in needs.open] == ["A plumber for a blocked drain"]
    assert [row.what for row in needs.suggested] == ["Somebody to walk the dog"]
    assert [row.what for row in offers.open] == ["Heating and plumbing engineer, drains too"]
    assert (needs.settled, offers.settled, needs.more) == ((), (), False)


def test_settled_ones_come_with_all_but_what_was_dismissed_never(viewer, ada, world):
    told(viewer, Need, ada, "no need at all", state=HelpState.DISMISSED)

    settled = needs_page(viewer, TODAY, show_all=True).settled

    assert [(row.what, row.now) for row in settled] == [("A tent for a weekend", "Met, 26 November")]


def test_a_row_says_where_it_was_said_and_marks_the_phrase(viewer, ada):
    told(
        viewer, Need, ada, "a plumber", sentence="Well, I need a plumber.", mark_start=6, mark_end=22, source="her mail"
    )

    [row] = needs_page(viewer, TODAY).open

    assert (row.when, row.where, row.now) == ("21 November", "Her mail, 21 November", "Open")
    assert row.sentence == (("Well, ", False), ("I need a plumber", True), (".", False))


@pytest.mark.parametrize("mark", [(None, None), (None, 4), (3, 2), (0, 99)])
def test_a_mark_that_does_not_fit_marks_nothing(viewer, ada, mark):
    told(viewer, Need, ada, "a plumber", sentence="I need one.", mark_start=mark[0], mark_end=mark[1])

    assert needs_page(viewer, TODAY).open[0].sentence == (("I need one.", False),)


def test_what_was_said_last_comes_first_and_what_has_no_day_last(viewer, ada):
    for what, day in (("middle", before(5)), ("none", None), ("newest", before(1))):
        told(viewer, Need, ada, what, said_on=day)

    assert [row.what for row in needs_page(viewer, TODAY).open] == ["newest", "middle", "none"]


def test_only_so_many_are_shown_and_that_there_are_more_is_said(viewer, ada, monkeypatch):
    monkeypatch.setattr(pages, "MOST_SHOWN", 2)
    for number in range(3):
        told(viewer, Need, ada, f"need {number}")
    told(viewer, Need, ada, "found long ago", state=HelpState.SUGGESTED, said_on=before(900))

    page = needs_page(viewer, TODAY)

    assert (len(page.open), len(page.suggested), page.more) == (2, 1, True)
    assert page.lede == "Three open needs."


def test_the_match_stands_at_the_need_and_at_the_offer(viewer, world):
    [need], [offer] = needs_page(viewer, TODAY).open, offers_page(viewer, TODAY).open

    assert [match.name for match in need.matches] == ["Bo Lindqvist"]
    assert [(match.need_name, match.need_what) for match in offer.matches] == [("Ada Okafor", need.what)]
    assert [text for text, is_marked in need.matches[0].evidence if is_marked] == ["plumbing", "drains"]


def test_what_is_no_match_is_shown_nowhere(viewer, ada, bo, world):
    decide_match(viewer, Match.unscoped.get().pk, MatchState.NOT_A_MATCH)

    assert needs_page(viewer, TODAY).open[0].matches == offers_page(viewer, TODAY).open[0].matches == ()
    assert helping_with(viewer, bo.pk, TODAY).could_help == ()


def test_with_one_person_stands_what_they_need_when_they_were_asked_and_what_to_ask(viewer, ada, world):
    held = helping_with(viewer, ada.pk, TODAY)

    assert [row.what for row in held.needs] == ["A plumber for a blocked drain"]
    assert [row.what for row in held.suggested_needs] == ["Somebody to walk the dog"]
    assert (held.last_asked.answer, held.last_asked.when) == ("A lift, some day.", "7 months ago")
    assert held.questions == ("Would a plumber for a blocked drain still help them?",)


def test_with_another_stands_whom_they_could_help(viewer, bo, world):
    held = helping_with(viewer, bo.pk, TODAY)

    assert [row.what for row in held.offers] == ["Heating and plumbing engineer, drains too"]
    assert [(match.need_name, match.why) for match in held.could_help] == [("Ada Okafor", "They offer it.")]
    assert (held.last_asked, held.questions) == (None, ())


def test_who_lost_somebody_is_not_thought_of_for_others(viewer, bo, world):
    known(viewer, bo, "life_event", "His mother died", noted_on=before(200))

    assert helping_with(viewer, bo.pk, TODAY).could_help == ()


def test_of_each_person_the_last_asking_is_shown(viewer, ada, bo):
    helping.ask_how_to_help(viewer, ada.pk, before(90), "A lift.")
    helping.ask_how_to_help(viewer, bo.pk, before(40))
    helping.ask_how_to_help(viewer, ada.pk, before(20), "Soup.")

    page = helping_page(viewer, TODAY)

    assert [(row.called, row.answer) for row in page.rows] == [("Ada", "Soup."), ("Bo", "")]
    assert page.lede == "You have asked two people how you can help, most recently 20 days ago."


@pytest.mark.parametrize(
    ("text", "found"),
    [("plumber", 1), ("PLÜMBER", 1), ("ada", 2), ("carpenter", 0), ("", 0), ("x" * 5000, 0), ("\x00", 0)],
)
def test_a_need_is_meant_by_its_words_or_by_a_name(viewer, world, text, found):
    assert len(needs_meant(viewer, text, TODAY, (HelpState.OPEN, HelpState.SUGGESTED))) == found


def test_one_is_meant_by_its_key_whatever_its_state(viewer, elsewhere, world):
    met, taken = world[2], world[5]

    assert [row.id for row in needs_meant(viewer, str(met), TODAY, (HelpState.OPEN,))] == [met]
    assert [row.id for row in offers_meant(viewer, str(taken), TODAY)] == [taken]
    assert needs_meant(elsewhere, str(met), TODAY) == ()


def test_twenty_cost_as_many_statements_as_ten(viewer, crowd):
    queries = (
        lambda: needs_page(viewer, TODAY),
        lambda: offers_page(viewer, TODAY),
        lambda: helping_page(viewer, TODAY),
        lambda: helping_with(viewer, people[0].pk, TODAY),
        lambda: needs_meant(viewer, "plumber", TODAY),
    )
    people = with_help(viewer, crowd(10))
    ten = [statements(query) for query in queries]

    with_help(viewer, crowd(10)[10:])

    assert [statements(query) for query in queries] == ten
    assert max(ten) <= 9


def with_help(viewer, people):
    """Each needs something the next may help with, offers something, and was asked."""
    with scope_of(viewer):
        for person, other in zip(people, [*people[1:], people[0]], strict=True):
            need = told(viewer, Need, person, "A plumber")
            theirs = told(viewer, Offer, other, "Plumbing")
            Match.objects.create(need=need, person=other, offer=theirs, closeness=0.5)
            told(viewer, Need, people[0], f"{other.name} to call")
            HelpAsked.objects.create(member_id=viewer.member, person=person, asked_on=before(9))
    return people
