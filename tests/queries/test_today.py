from datetime import timedelta

import pytest

from amity.actions.own import refuse_own_address
from amity.actions.people import trash_person
from amity.actions.preferences import set_preferences
from amity.actions.promises import add_promise
from amity.actions.today import later, not_now, not_this_person
from amity.judgement.vocabulary import Channel, Direction, HandleKind, TieState
from amity.queries.dates import worth_saying
from amity.queries.today import Empty, today_page
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, Handle, Need, OwnAddress, Promise
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened, letters, settle, someone


def event(viewer, person, text, on, **columns):
    with scope_of(viewer):
        Fact.objects.create(person=person, kind=LIFE_EVENT, text=text, happens_on=on, **columns)


def names(page):
    return [row.name for row in page.reach_out]


def test_who_has_gone_quiet_stands_on_today_with_the_reason(viewer, cast):
    page = today_page(viewer, TODAY)

    [bo] = page.reach_out
    assert (bo.name, bo.called, bo.state) == ("Bo Lindqvist", "Bo", TieState.QUIET)
    assert bo.headline.startswith("Quiet for 5 months, usually 6 weeks")
    assert bo.about == "Letter of 02 July"
    assert any("rare" in sentence for sentence in bo.why)
    assert bo.beat.silence_from is not None


def test_channels_are_links_that_open_a_letter_or_dial(viewer, bo):
    with scope_of(viewer):
        Handle.objects.create(person=bo, kind=HandleKind.PHONE, value="+442079460102")
        Handle.objects.create(person=bo, kind=HandleKind.ACCOUNT, value="signal:bo")

    [row] = today_page(viewer, TODAY).reach_out

    assert [(link.kind, link.href) for link in row.channels] == [
        (HandleKind.MAIL, "mailto:bo@lindqvist.example"),
        (HandleKind.PHONE, "tel:+442079460102"),
    ]
    assert row.channels[1].label == "+44 20 7946 0102"


def test_after_a_call_the_number_comes_first(viewer, bo):
    with scope_of(viewer):
        Handle.objects.create(person=bo, kind=HandleKind.PHONE, value="+442079460102")
    happened(viewer, bo, 150, Channel.CALL, Direction.BOTH)
    settle(viewer, bo)

    [row] = today_page(viewer, TODAY).reach_out

    assert row.channels[0].kind is HandleKind.PHONE


@pytest.mark.parametrize("answer", [later, not_now, not_this_person])
def test_who_was_put_off_is_not_suggested(viewer, bo, answer):
    answer(viewer, bo.pk)

    assert today_page(viewer, TODAY).reach_out == ()


def test_the_reason_for_putting_off_is_said_when_they_come_back(viewer, bo):
    not_now(viewer, bo.pk, "He is at sea until spring")

    page = today_page(viewer, TODAY + timedelta(days=300))

    assert "You said “He is at sea until spring”." in page.reach_out[0].why


def test_one_old_tie_a_week_and_the_same_all_week(viewer):
    for number in range(3):
        old = someone(viewer, f"Old Friend{number}", f"old{number}@past.example")
        letters(viewer, old, range(900 + number, 1600, 40))
        settle(viewer, old)

    monday = TODAY - timedelta(days=TODAY.weekday())
    shown = {names(today_page(viewer, monday + timedelta(days=day)))[0] for day in range(7)}

    assert len(shown) == 1
    assert today_page(viewer, TODAY).reach_out[0].dormant
    assert today_page(viewer, TODAY).reach_out[0].headline.startswith("One old tie this week.")


def test_once_an_old_tie_was_written_to_no_other_follows_that_week(viewer):
    for number in range(3):
        old = someone(viewer, f"Old Friend{number}", f"old{number}@past.example")
        letters(viewer, old, range(900 + number, 1600, 40))
        settle(viewer, old)
    happened(viewer, old, 1, Channel.MAIL, Direction.OUT)
    settle(viewer, old)

    assert today_page(viewer, TODAY).reach_out == ()
    assert len(today_page(viewer, TODAY + timedelta(days=7)).reach_out) == 1


def test_no_more_than_the_owner_wants_dates_included(viewer, crowd):
    crowd(20)
    set_preferences(viewer, today_limit=6)

    page = today_page(viewer, TODAY)

    assert len(page.reach_out) + len(page.dates) == 6
    assert len(page.dates) == 2


def test_birthdays_of_two_weeks_stand_in_their_order_and_in_the_strip(viewer, cast):
    someone(viewer, "Eve Late", "eve@late.example", born_month=12, born_day=15)  # the day after the strip ends
    for name, month, day in (("Leo Today", 12, 1), ("Mia Edge", 12, 14)):
        person = someone(viewer, name, f"{name[:3].lower()}@born.example", born_month=month, born_day=day)
        settle(viewer, person)

    page = today_page(viewer, TODAY)

    assert [(ahead.name, ahead.sentence) for ahead in page.dates] == [
        ("Leo Today", "has a birthday"),
        ("Ada Okafor", "turns 42"),
        ("Mia Edge", "has a birthday"),
    ]
    assert page.dates[0].is_today
    assert [day.marks for day in page.days if day.marks] == [
        ("Leo’s birthday",),
        ("Ada’s birthday",),
        ("Mia’s birthday",),
    ]
    assert len(page.days) == 14
    assert [day.day.day for day in page.days if day.is_weekend] == [5, 6, 12, 13]


def test_who_was_born_on_29_february_has_their_day_on_the_28th(viewer):
    settle(viewer, someone(viewer, "Lea Leap", "lea@leap.example", born_year=1996, born_month=2, born_day=29))

    page = today_page(viewer, TODAY.replace(year=2027, month=2, day=20))

    assert [(ahead.on.day, ahead.sentence) for ahead in page.dates] == [(28, "turns 31")]


def test_promises_come_first_the_longest_waiting_first_and_are_one_more_reason_to_write(viewer, ada, bo):
    add_promise(viewer, ada.pk, "Lend the ladder", due_on=TODAY + timedelta(days=2))
    add_promise(viewer, bo.pk, "Send the plans", due_words="soon", said_on=TODAY - timedelta(days=150))
    add_promise(viewer, ada.pk, "Far away", due_on=TODAY + timedelta(days=9))

    page = today_page(viewer, TODAY)

    assert [row.what for row in page.promises] == ["Send the plans", "Lend the ladder"]
    assert page.reach_out[0].why[-1] == "And there is a promise to keep: send the plans."
    assert page.lede.startswith("Two promises, one person who would be glad to hear from you, and Ada’s birthday")


def test_promises_leave_room_for_people_and_the_rest_of_them_waits_in_the_ledger(viewer, crowd):
    for number, person in enumerate(crowd(20)):
        add_promise(viewer, person.pk, f"Bring back book {number}", due_on=TODAY)

    page = today_page(viewer, TODAY)

    assert (len(page.promises), page.promises_more) == (4, 16)
    assert len(page.promises) + len(page.reach_out) + len(page.ask_how) + len(page.dates) == 12


def test_places_that_nobody_takes_go_to_promises(viewer, ada):
    for number in range(9):
        add_promise(viewer, ada.pk, f"Bring back book {number}", due_on=TODAY)

    page = today_page(viewer, TODAY)

    assert (len(page.promises), page.promises_more, len(page.dates)) == (9, 0, 1)


def test_a_promise_alone_is_something_on_a_day(viewer, cy):
    add_promise(viewer, cy.pk, "Ask about the flat", due_on=TODAY)

    page = today_page(viewer, TODAY)

    assert page.empty is None
    assert page.lede == "One promise. About five minutes. Any of it can wait."


def test_what_was_found_in_letters_is_pointed_to_and_never_counted(viewer, bo):
    with scope_of(viewer):
        told = {"member_id": viewer.member, "person": bo, "state": "suggested", "said_on": TODAY}
        Promise.objects.create(what="Send the plans", key=b"p" * 16, **told)
        promises_alone = today_page(viewer, TODAY).found
        Need.objects.create(what="A dry shed", key=b"n" * 16, **told)

    page = today_page(viewer, TODAY)

    assert (promises_alone.promises, promises_alone.help) == (True, False)
    assert (page.found.promises, page.found.help) == (True, True)
    assert page.promises == ()


def test_nothing_is_pointed_to_that_was_found_about_somebody_in_the_bin(viewer, bo):
    with scope_of(viewer):
        Need.objects.create(member_id=viewer.member, person=bo, state="suggested", what="A shed", key=b"n" * 16)
    trash_person(viewer, bo.pk)

    assert not today_page(viewer, TODAY).found.help


def test_what_is_ahead_in_a_life_stands_among_the_dates_and_in_the_strip(viewer, ada, bo):
    event(viewer, ada, "Interview in Glasgow.", TODAY + timedelta(days=3))
    event(viewer, bo, "Too far away", TODAY + timedelta(days=14))
    event(viewer, bo, "Already over", TODAY - timedelta(days=1))

    page = today_page(viewer, TODAY)

    assert [(ahead.name, ahead.sentence) for ahead in page.dates] == [
        ("Ada Okafor", "Interview in Glasgow"),
        ("Ada Okafor", "turns 42"),
    ]
    assert page.days[3].marks == ("Ada: Interview in Glasgow",)


def test_a_year_since_something_happened_is_remembered(viewer, bo):
    event(viewer, bo, "Moved in at number 32", TODAY.replace(year=2025) + timedelta(days=2))

    [ahead] = today_page(viewer, TODAY).dates

    assert ahead.on == TODAY + timedelta(days=2)
    assert ahead.sentence == "a year since they moved in at number 32"
    assert ahead.mark == "A year since Bo moved in at number 32"


def test_what_is_still_to_come_goes_before_what_happened_a_year_ago(viewer, ada, bo):
    event(viewer, ada, "Moved in at number 32", TODAY.replace(year=2025) + timedelta(days=2))
    event(viewer, bo, "Interview in Glasgow", TODAY + timedelta(days=5))
    dates = today_page(viewer, TODAY).dates

    [ahead] = worth_saying(dates, 1)

    assert [one.sentence for one in dates][0] == "a year since they moved in at number 32"
    assert ahead.sentence == "Interview in Glasgow"


def test_what_happened_on_29_february_is_remembered_on_the_28th(viewer, bo):
    event(viewer, bo, "The baby came", TODAY.replace(year=2024, month=2, day=29))

    [ahead] = today_page(viewer, TODAY.replace(year=2025, month=2, day=28)).dates

    assert (ahead.on.month, ahead.on.day, ahead.is_today) == (2, 28, True)


def test_a_life_event_only_another_member_may_see_is_on_nobody_elses_today(viewer, bo):
    event(viewer, bo, "Hearing", TODAY, private_to=bo.pk)

    assert today_page(viewer, TODAY).dates == ()


def test_the_lede_names_people_and_the_next_birthdays(viewer, cast):
    assert (
        today_page(viewer, TODAY).lede
        == "One person who would be glad to hear from you, and Ada’s birthday on 10 December."
        " About five minutes. Any of it can wait."
    )


def test_an_empty_network_is_told_how_to_begin(viewer):
    page = today_page(viewer, TODAY)

    assert page.empty is not None
    assert page.empty.kind is Empty.NOBODY


def test_a_day_without_anything_is_enjoyed(viewer, cy):
    page = today_page(viewer, TODAY)

    assert page.empty is not None
    assert page.empty.kind is Empty.NOTHING_TODAY
    assert page.lede == "Nothing asks for you today. Enjoy it."


def test_guessed_addresses_wait_for_a_word_and_refused_ones_do_not(viewer):
    with scope_of(viewer):
        guessed = OwnAddress.objects.create(
            member_id=viewer.member, value="r.fenn@work.example", reason="Sent 80 of the 90 letters in your sent mail."
        )

    [waiting] = today_page(viewer, TODAY).confirm_addresses
    refuse_own_address(viewer, guessed.pk)

    assert (waiting.shown, waiting.confirmed) == ("r.fenn@work.example", False)
    assert today_page(viewer, TODAY).confirm_addresses == ()
