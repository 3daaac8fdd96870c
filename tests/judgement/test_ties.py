from datetime import date, timedelta

import pytest

from amity.judgement.rhythm import PriorMean, RhythmBy
from amity.judgement.ties import JudgedTie, Wishes, judge_tie, state_on
from amity.judgement.vocabulary import TieState

PRIOR = PriorMean()


def judged(contacts, today, **wishes) -> JudgedTie:
    return judge_tie(contacts, prior=PRIOR, today=today, wishes=Wishes(**wishes))


def test_a_tie_without_contacts_knows_nothing_and_asks_for_nothing(today):
    tie = judged([], today)

    assert tie == JudgedTie()
    assert state_on(tie, today) is TieState.UNKNOWN
    assert tie.freshness(today) is None


def test_a_tie_tells_its_days_and_who_began(contact, today):
    tie = judged([contact(40), contact(20, "in"), contact(20, "in", "call"), contact(2, "both", "in_person")], today)

    assert (tie.first_day, tie.last_day) == (today - timedelta(days=40), today - timedelta(days=2))
    assert (tie.contact_days, tie.met, tie.spoke, tie.wrote) == (3, 1, 1, 2)
    assert (tie.began, tie.they_began, tie.two_way) == (1, 1, True)


@pytest.mark.parametrize(
    ("times", "state"), [(1, TieState.UNKNOWN), (3, TieState.UNKNOWN), (4, TieState.QUIET), (12, TieState.QUIET)]
)
def test_a_silence_is_judged_from_four_times_in_touch_on(every, today, times, state):
    assert state_on(judged(every(14, times=times, last=300), today), today) is state


def test_the_state_changes_on_the_stored_days_and_not_before(every, today):
    tie = judged(every(14, times=12), today)
    day = timedelta(days=1)

    assert today < tie.longer_on < tie.quiet_on < tie.dormant_on
    assert [state_on(tie, tie.longer_on - day), state_on(tie, tie.longer_on)] == [TieState.USUAL, TieState.LONGER]
    assert [state_on(tie, tie.quiet_on - day), state_on(tie, tie.quiet_on)] == [TieState.LONGER, TieState.QUIET]
    assert [state_on(tie, tie.dormant_on - day), state_on(tie, tie.dormant_on)] == [TieState.QUIET, TieState.DORMANT]


def test_the_stored_days_agree_with_the_freshness_of_the_day(every, today):
    tie = judged(every(14, times=12), today)

    assert tie.freshness(tie.quiet_on) < 5 <= tie.freshness(tie.quiet_on - timedelta(days=1))


def test_a_state_can_be_read_from_the_few_stored_values_alone(every, today):
    tie = judged(every(14, times=12, last=200), today)

    stored = JudgedTie(
        last_day=tie.last_day,
        rhythm_days=tie.rhythm_days,
        unanswered=tie.unanswered,
        longer_on=tie.longer_on,
        quiet_on=tie.quiet_on,
        dormant_on=tie.dormant_on,
    )

    for days in range(0, 900, 7):
        assert state_on(stored, today + timedelta(days=days)) is state_on(tie, today + timedelta(days=days))


class TestWhenTodayMaySuggest:
    def test_with_a_learned_rhythm_it_waits_until_the_silence_is_rare(self, every, today):
        tie = judged(every(14, times=12), today)

        assert tie.due_on == tie.quiet_on
        assert tie.rhythm_by is RhythmBy.LEARNED

    def test_with_a_rhythm_that_was_set_it_counts_from_the_last_contact(self, every, today):
        tie = judged(every(14, times=12, last=10), today, set_days=7)

        assert tie.due_on == today - timedelta(days=3)
        assert (tie.rhythm_days, tie.rhythm_by) == (7, RhythmBy.OWNER)
        assert 14 < tie.learned_days < 20

    def test_a_rhythm_set_for_somebody_new_counts_from_the_day_it_was_set(self, today):
        tie = judged([], today, set_days=30, set_by=RhythmBy.CIRCLE, set_on=date(2026, 11, 1))

        assert tie.due_on == date(2026, 12, 1)
        assert tie.last_day is None

    @pytest.mark.parametrize("times", [1, 2, 3])
    def test_too_little_recorded_suggests_nothing(self, every, today, times):
        assert judged(every(14, times=times, last=400), today).due_on is None

    @pytest.mark.parametrize("direction", ["in", "out"])
    def test_a_tie_of_one_voice_suggests_nothing(self, contact, today, direction):
        tie = judged([contact(200 + 14 * n, direction) for n in range(12)], today)

        assert (tie.two_way, tie.quiet_on, tie.due_on) == (False, None, None)

    def test_later_moves_it_and_never_clears_it(self, every, today):
        history = every(14, times=12, last=200)
        later = today + timedelta(days=30)

        assert judged(history, today, paused_until=later).due_on == later
        assert judged(history, today, paused_until=date(2020, 1, 1)).due_on == judged(history, today).due_on
        assert judged(history, today, never=True).due_on is None
        assert judged(history, today, never=True, set_days=7).due_on is None


class TestTheirTurn:
    def test_two_tries_without_an_answer_give_two_rhythms_of_rest(self, contact, every, today):
        history = [contact(10), contact(24), *every(14, times=11, last=38)]

        tie = judged(history, today, set_days=14)

        assert tie.unanswered == 2
        assert tie.due_on == tie.their_turn_until == today - timedelta(days=10) + timedelta(days=28)

    def test_it_is_said_only_when_the_silence_is_longer_than_usual(self, contact, every, today):
        tie = judged([contact(40), contact(60), *every(14, times=13, last=74)], today, set_days=30)

        assert state_on(tie, today - timedelta(days=35)) is TieState.USUAL
        assert state_on(tie, today) is TieState.THEIR_TURN
        assert state_on(tie, today + timedelta(days=30)) is TieState.QUIET

    @pytest.mark.parametrize(
        ("tries", "unanswered"),
        [
            ([(2, "out", "mail"), (4, "out", "mail")], 1),
            ([(2, "out", "mail"), (9, "in", "mail"), (20, "out", "mail")], 1),
            ([(2, "out", "call"), (20, "out", "mail")], 0),
            ([(2, "out", "mail"), (20, "out", "letter"), (50, "out", "message"), (51, "in", "mail")], 3),
        ],
    )
    def test_a_try_is_a_time_you_wrote_and_an_answer_or_a_call_ends_the_count(self, contact, today, tries, unanswered):
        assert judged([contact(*one) for one in tries], today).unanswered == unanswered


def test_the_order_of_contacts_does_not_matter(every, today):
    history = every(14, times=12, last=30)

    assert judged(history, today) == judged(history[::-1], today)


def test_one_part_of_the_owners_prior_comes_back_with_each_tie(every, today):
    tie = judged(every(14, times=5), today)

    assert tie.gaps == 4
    assert tie.log_sum == pytest.approx(4 * 2.4423, abs=1e-3)
