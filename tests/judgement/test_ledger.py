import uuid
from datetime import date, timedelta

import pytest

from amity.judgement import ledger
from amity.judgement.day_words import day_ahead, found_words
from amity.judgement.due import Due
from amity.judgement.ledger import Standing, Tally, Waiting
from amity.judgement.vocabulary import PromiseState

KEPT, RELEASED, SUGGESTED = PromiseState.KEPT, PromiseState.RELEASED, PromiseState.SUGGESTED
JUNE, SEPTEMBER = date(2026, 6, 20), date(2026, 9, 14)
LAST_YEAR = date(2025, 3, 1)
BANNED = ("overdue", "missed", "failed", "deadline", "forgot", "should", "must", "!", "score", "owe")


def standing(state=PromiseState.OPEN, **columns) -> Standing:
    return Standing(state=state, **{"said_on": JUNE, **columns})


def by(day: date | None = None, words: str = "") -> Due:
    return Due(day, words)


@pytest.mark.parametrize(
    ("due", "said_on", "words"),
    [
        (by(date(2026, 11, 23)), JUNE, "23 Nov"),
        (by(date(2027, 1, 4)), JUNE, "4 Jan"),
        (by(date(2027, 9, 4)), JUNE, "4 Sep 2027"),
        (by(LAST_YEAR), LAST_YEAR, "1 Mar 2025"),
        (by(words="soon"), JUNE, "In June"),
        (by(words="ASAP"), JUNE, "In June"),
        (by(words="très bientôt"), JUNE, "Très bientôt"),
        (by(words="bientôt"), JUNE, "In June"),
        (by(words="soon"), LAST_YEAR, "In March 2025"),
        (by(words="soon"), None, "No date"),
        (by(words="in spring"), JUNE, "In spring"),
        (by(words="by Tết"), JUNE, "By Tết"),
        (by(), JUNE, "No date"),
    ],
)
def test_for_when_is_a_day_or_the_words_of_none(today, due, said_on, words):
    assert ledger.for_words(standing(due=due, said_on=said_on), today) == words


@pytest.mark.parametrize(
    ("source", "said_on", "words"),
    [
        ("your mail", JUNE, "Your mail, 20 June"),
        ("your note", date(2026, 11, 23), "Your note, today"),
        ("her message", date(2019, 9, 28), "Her message, 2019"),
        ("call", None, "Call"),
        ("", JUNE, "20 June"),
        ("", date(2026, 11, 23), "Today"),
        ("", None, ""),
    ],
)
def test_where_it_was_said_has_its_day(today, source, said_on, words):
    assert ledger.where_words(source, said_on, today) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Today"),
        (1, "Tomorrow"),
        (2, "Wednesday"),
        (4, "Friday"),
        (6, "Sunday"),
        (7, "In 7 days"),
        (11, "In 11 days"),
        (28, "In 28 days"),
        (29, "In 4 weeks"),
        (100, "In 3 months"),
        (-1, "Yesterday, and late still counts"),
        (-3, "3 days ago, and late still counts"),
        (-40, "6 weeks ago, and late still counts"),
        (-800, "2 years ago, and late still counts"),
    ],
)
def test_an_open_promise_says_how_near_its_day_is(today, days, words):
    assert ledger.now_words(standing(due=by(today + timedelta(days=days))), today) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (standing(due=by(words="soon")), "Promised for “soon”"),
        (standing(due=by(words="in spring")), "Promised for “in spring”"),
        (standing(said_on=date(2026, 11, 23)), "Said today"),
        (standing(said_on=date(2026, 11, 22)), "Said yesterday"),
        (standing(said_on=JUNE), "Open for 5 months"),
        (standing(said_on=None), "Open"),
        (standing(SUGGESTED), "Yours to decide"),
        (standing(KEPT, settled_on=date(2026, 11, 12)), "Kept on 12 November"),
        (standing(KEPT, settled_on=date(2026, 11, 23)), "Kept today"),
        (standing(KEPT), "Kept"),
        (standing(KEPT, due=by(date(2026, 10, 1)), settled_on=date(2026, 10, 1)), "Kept on 1 October"),
        (standing(KEPT, due=by(date(2026, 10, 1)), settled_on=date(2026, 10, 6)), "Kept late, 6 October"),
        (standing(KEPT, due=by(LAST_YEAR), settled_on=date(2025, 3, 6)), "Kept late, 6 March 2025"),
        (standing(KEPT, due=by(words="soon"), settled_on=date(2026, 11, 12)), "Kept on 12 November"),
        (standing(RELEASED, settled_on=SEPTEMBER), "Let go"),
        (standing(RELEASED, they_know=True), "Let go, and you told them"),
        (standing(RELEASED, they_know=True, pronouns="he/him"), "Let go, and you told him"),
        (standing(RELEASED, they_know=True, pronouns="She / her"), "Let go, and you told her"),
        (standing(RELEASED, they_know=True, pronouns="ze/hir"), "Let go, and you told them"),
    ],
)
def test_how_a_promise_stands(today, told, words):
    assert ledger.now_words(told, today) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (standing(mine=False), ""),
        (standing(mine=False, due=by(words="in spring")), ""),
        (standing(mine=False, due=by(JUNE)), ""),
        (standing(mine=False, due=by(date(2026, 11, 27))), "Friday"),
        (standing(KEPT, mine=False, due=by(JUNE), settled_on=date(2026, 11, 12)), "Came on 12 November"),
        (standing(KEPT, mine=False, settled_on=date(2026, 11, 23)), "Came today"),
        (standing(KEPT, mine=False), "Came"),
        (standing(RELEASED, mine=False), "Let go"),
    ],
)
def test_what_others_promised_is_remembered_and_never_late(today, told, words):
    assert ledger.now_words(told, today) == words
    assert not ledger.is_late(told)


def waiting(day: int | None = None, words: str = "", said: int = -100, key: int = 0) -> Waiting:
    """A promise for `day` and said on `said`, both counted from today; `key` tells it."""
    today = date(2026, 11, 23)
    due = Due(today + timedelta(days=day) if day is not None else None, words)
    return Waiting(uuid.UUID(int=key), today + timedelta(days=said), due)


@pytest.mark.parametrize(
    ("one", "is_shown"),
    [
        (waiting(4), False),
        (waiting(3), True),
        (waiting(0), True),
        (waiting(-1), True),
        (waiting(-3000, said=-3100), True),
        (waiting(said=-6), False),
        (waiting(said=-7), True),
        (waiting(words="soon", said=-6), False),
        (waiting(words="soon", said=-7), True),
        (waiting(words="when I am back", said=-29), False),
        (waiting(words="when I am back", said=-30), True),
        (waiting(words="in spring", said=-100), False),  # said in August: the spring to come
        (waiting(words="in spring", said=-365), True),  # said a year ago: the spring gone by
        (waiting(words="im Herbst", said=-100), True),
    ],
)
def test_today_speaks_of_a_promise_near_its_day_and_ever_after(today, one, is_shown):
    shown, more = ledger.for_today([one], today, 5)

    assert (len(shown), more) == (int(is_shown), 0)


def test_today_speaks_at_once_of_a_promise_of_which_nobody_knows_when_it_was_made(today):
    forgotten = Waiting(uuid.UUID(int=1), None, Due())

    assert ledger.for_today([forgotten], today, 5) == ([forgotten.key], 0)


def test_the_longest_waiting_stands_first_then_the_nearest_day(today):
    due_in_two, late, old, due_today = (
        waiting(2, key=1),
        waiting(-5, key=2),
        waiting(said=-90, key=3),
        waiting(0, key=4),
    )

    shown, more = ledger.for_today([due_in_two, late, old, due_today], today, 5)

    assert shown == [old.key, late.key, due_today.key, due_in_two.key]
    assert more == 0


def test_one_without_a_day_waits_since_it_was_said(today):
    said, late, later = waiting(said=-15, key=1), waiting(-20, key=2), waiting(-10, key=3)

    assert ledger.for_today([later, said, late], today, 5)[0] == [late.key, said.key, later.key]


def test_old_promises_leave_a_place_for_those_whose_day_is_not_over(today):
    old = [waiting(-day, key=day) for day in range(10, 20)]
    due_today, due_soon = waiting(0, key=1), waiting(2, key=2)

    shown, more = ledger.for_today([*old, due_soon, due_today], today, 3)

    assert shown == [uuid.UUID(int=19), uuid.UUID(int=18), due_today.key]
    assert more == 9


def test_a_day_without_places_shows_none_and_says_how_many_wait(today):
    assert ledger.for_today([waiting(0), waiting(-3, key=1)], today, 0) == ([], 2)


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(), "What you promise, and what others promise you, is remembered here."),
        (
            Tally(open=5, kept=31, late=6),
            "Five open, none lost. Of 36 you kept 31: 25 in time, 6 late. Late is still kept.",
        ),
        (Tally(open=1), "One open, none lost."),
        (Tally(kept=1), "Nothing is open. Of 1 you kept 1, in time."),
        (Tally(kept=12, released=2), "Nothing is open. Of 14 you kept 12, all in time."),
        (Tally(open=13, kept=1, late=1), "13 open, none lost. Of 14 you kept 1, late. Late is still kept."),
        (Tally(released=2), "Nothing is open."),
        (Tally(open=1200, kept=3000), "1,200 open, none lost. Of 4,200 you kept 3,000, all in time."),
    ],
)
def test_the_page_begins_with_what_was_kept(tally, words):
    assert ledger.promises_lede(tally) == words


@pytest.mark.parametrize(
    ("tally", "minutes", "longest", "words"),
    [
        (Tally(), 0, "", ()),
        (Tally(kept=3), 0, "", ()),
        (Tally(released=1), 0, "", (ledger.LET_GO,)),
        (Tally(open=1), 2, "Tomasz", ("One open promise comes to about two minutes.", ledger.LET_GO)),
        (
            Tally(open=5),
            129,
            "Tomasz",
            (
                "Five open promises come to about two hours."
                " Tomasz’s has been open longest, and takes about two minutes.",
                ledger.LET_GO,
            ),
        ),
    ],
)
def test_the_margin_says_how_little_it_takes(tally, minutes, longest, words):
    assert ledger.beside_words(tally, minutes, longest, 2) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "two minutes"), (2, "two minutes"), (5, "five minutes"), (12, "ten minutes"), (24, "25 minutes"),
        (25, "half an hour"), (44, "half an hour"), (45, "an hour"), (89, "an hour"), (91, "two hours"),
        (900, "15 hours"),
    ],
)  # fmt: skip
def test_a_guess_at_minutes_is_said_as_roughly_as_it_is_known(minutes, words):
    assert ledger.about(minutes) == words


@pytest.mark.parametrize(
    ("accepted", "dismissed", "words"),
    [
        (0, 0, ""),
        (4, 0, ""),
        (4, 1, "Of such sentences you accepted 8 in 10."),
        (0, 5, "Of such sentences you accepted 0 in 10."),
        (81, 19, "Of such sentences you accepted 8 in 10."),
    ],
)
def test_how_often_a_find_was_right_is_told_once_there_are_some(accepted, dismissed, words):
    assert ledger.accepted_words(accepted, dismissed) == words


@pytest.mark.parametrize(
    ("days", "hour", "words"),
    [
        (0, "21:06", "Today 21:06"),
        (1, "21:06", "Yesterday 21:06"),
        (2, "21:06", "Saturday 21:06"),
        (3, "21:06", "Friday 21:06"),
        (6, "21:06", "Tuesday 21:06"),
        (7, "21:06", "16 November"),
        (3, "", "Friday"),
        (9, "21:06", "14 November"),
        (1000, "21:06", "27 February 2024"),
    ],
)
def test_when_something_was_found_is_said_with_the_hour_while_it_tells(today, days, hour, words):
    assert found_words(today - timedelta(days=days), hour, today) == words


def test_what_was_found_without_a_day_says_so(today):
    assert found_words(None, "", today) == "Some day"


@pytest.mark.parametrize(
    ("days", "mine", "sentence"),
    [
        (1, True, "You wrote yesterday: “Here it is.” Did that keep it?"),
        (3, True, "You wrote on Friday: “Here it is.” Did that keep it?"),
        (7, True, "You wrote on 16 November: “Here it is.” Did that keep it?"),
        (156, False, "They wrote on 20 June: “Here it is.” Did that keep it?"),
    ],
)
def test_a_letter_that_may_have_kept_it_is_asked_about(today, days, mine, sentence):
    assert ledger.kept_question("Here it is.", today - timedelta(days=days), today, mine=mine) == sentence


def test_a_letter_without_words_is_asked_about_too(today):
    assert ledger.kept_question("", today, today, mine=True) == "You wrote today. Did that keep it?"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (4, "Friday"), (7, "30 November"), (500, "6 April 2028")]
)
def test_a_button_names_the_day_as_one_says_it(today, days, words):
    assert day_ahead(today + timedelta(days=days), today) == words


SAID = "Lovely to see you. Let me dig out the card and I’ll pass it on."


@pytest.mark.parametrize(
    ("start", "end", "most", "parts"),
    [
        (19, 42, 99, (("Lovely to see you. ", False), (SAID[19:42], True), (" and I’ll pass it on.", False))),
        (0, 10, 99, (("Lovely to ", True), (SAID[10:], False))),
        (19, 42, 33, (("…you. ", False), (SAID[19:42], True), (" and…", False))),
        (19, 42, 50, (("…to see you. ", False), (SAID[19:42], True), (" and I’ll pass…", False))),
        (43, 63, 40, (("…me dig out the card ", False), (SAID[43:], True))),
        (0, 63, 20, (("Lovely to see you.…", True),)),
        (None, None, 99, ((SAID, False),)),
        (None, None, 10, (("Lovely to…", False),)),
        (5, 5, 99, ((SAID, False),)),
        (9, 4, 99, ((SAID, False),)),
        (0, 9999, 99, ((SAID, False),)),
        (-1, 4, 99, ((SAID, False),)),
    ],
)  # fmt: skip
def test_the_telling_phrase_is_marked_in_what_was_said(start, end, most, parts):
    assert ledger.marked_parts(SAID, start, end, most) == parts


def test_nothing_said_has_no_parts():
    assert ledger.marked_parts("", 0, 3, 99) == ()


def test_no_word_of_the_ledger_shames_anybody(today):
    days = [None, *(today + timedelta(days=number) for number in (-900, -30, -1, 0, 3, 40))]
    told = [
        Standing(state, mine, JUNE, Due(day), today, they_know)
        for state in PromiseState
        for mine in (True, False)
        for day in days
        for they_know in (True, False)
    ]
    tallies = [Tally(open=a, kept=b, late=min(b, c), released=c) for a in (0, 9) for b in (0, 9) for c in (0, 9)]

    said = [ledger.now_words(one, today) for one in told]
    said += [ledger.promises_lede(tally) for tally in tallies]
    said += [line for tally in tallies for line in ledger.beside_words(tally, 60, "Bo", 5)]

    assert [line for line in said for word in BANNED if word in line.lower()] == []
