"""Promises: noted, decided, kept, let go, and never dropped by themselves."""

from datetime import date, timedelta

import pytest

from amity.actions import promises
from amity.actions.changes import CannotUndo, Recorder
from amity.actions.interactions import trash_interaction
from amity.actions.merging import merge_people
from amity.actions.people import trash_person
from amity.actions.promises import AS_IT_WAS, NewPromise
from amity.actions.undo import undo
from amity.judgement.due import NO_DAY, Due
from amity.judgement.vocabulary import Channel, Direction, PromiseState
from amity.lib.errors import NotAccepted, NotHere
from amity.queries.promises import promises_page, promises_to_keep, promises_with
from amity.records.models import Change, Fact, Person, Promise
from amity.records.scope import changes, scope_of
from tests.actions.worlds import a_promise
from tests.conftest import TODAY, happened

SAID = TODAY - timedelta(days=10)  # of `a_promise`
FOUND = {"state": PromiseState.SUGGESTED, "key": b"k" * 16}
IN_A_WEEK = TODAY + timedelta(days=7)


def now(promise: Promise) -> Promise:
    """The row as it stands."""
    return Promise.unscoped.get(pk=promise.pk)


def noted(viewer, person, what="Send the deck", **told) -> Promise:
    change = promises.add_promise(viewer, person.pk, what, **told)
    return Promise.unscoped.get(pk=change.rows[0]["id"])


@pytest.fixture
def promise(viewer, ada):
    """Ada is to get the deck; said ten days ago."""
    return a_promise(viewer, ada, "Send the deck")


@pytest.fixture
def found(viewer, ada):
    return a_promise(viewer, ada, "Dig out the card", due_on=IN_A_WEEK, **FOUND)


@pytest.fixture
def letter(viewer, ada):
    """Of the owner's to Ada, two days ago."""
    return happened(viewer, ada, 2, Channel.MAIL, Direction.OUT, text="Here is the deck.")


def test_a_promise_stands_on_the_page_until_it_is_kept(viewer, ada):
    promise = noted(viewer, ada, due_on=TODAY + timedelta(days=2))
    before = promises_page(viewer, TODAY).mine[0].now

    promises.keep_promise(viewer, promise.pk)

    assert before == "Thursday"
    assert promises_page(viewer, TODAY).mine[0].now == "Kept today"
    assert promises_to_keep(viewer, TODAY, 5).rows == promises_with(viewer, ada.pk, TODAY).mine == ()


def test_a_promise_remembers_where_it_was_said(viewer, ada, letter):
    sentence = "I’ll send you the deck."

    promise = noted(
        viewer, ada, due_words="soon", said_on=SAID, source="call", interaction_id=letter.pk, sentence=sentence,
        mark=(0, 9), private=True,
    )  # fmt: skip

    told = (promise.said_on, promise.source, promise.interaction_id, promise.sentence, promise.due_words)
    assert told == (SAID, "call", letter.pk, sentence, "soon")
    assert (promise.mark_start, promise.mark_end, promise.private_to) == (0, 9, viewer.member)


def test_a_promise_without_more_was_said_today_in_a_note(viewer, ada):
    promise = noted(viewer, ada)

    assert (promise.said_on, promise.source, promise.due_on, promise.mine) == (TODAY, "your note", None, True)
    assert (promise.mark_start, promise.mark_end) == (None, None)


@pytest.mark.parametrize("mark", [(5, 2), (-1, 3), (0, 400), (4, 4)])
def test_a_mark_that_encloses_nothing_is_left_out(viewer, ada, mark):
    promise = noted(viewer, ada, sentence="I’ll send it.", mark=mark)

    assert (promise.mark_start, promise.mark_end) == (None, None)


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (lambda v, p: promises.add_promise(v, p.person_id, "Call"), "You promised Ada Okafor: “Call”."),
        (lambda v, p: promises.add_promise(v, p.person_id, "Call", mine=False), "Ada Okafor promised you: “Call”."),
        (lambda v, p: promises.keep_promise(v, p.pk), "“Send the deck” is kept."),
        (lambda v, p: promises.release_promise(v, p.pk), "Let go of “Send the deck”."),
        (
            lambda v, p: promises.release_promise(v, p.pk, they_know=True),
            "Let go of “Send the deck”, and Ada Okafor knows.",
        ),
        (lambda v, p: promises.correct_promise(v, p.pk, what="Post it"), "Corrected the promise “Post it”."),
        (lambda v, p: promises.remove_promise(v, p.pk), "Took “Send the deck” off the list of promises."),
    ],
)
def test_history_tells_it_in_a_kind_sentence_about_the_person(viewer, promise, act, label):
    change = act(viewer, promise)

    assert (change.label, change.person_id) == (label, promise.person_id)


@pytest.mark.parametrize(
    ("due_on", "kept_on", "label"),
    [
        (TODAY, TODAY, "“Send the deck” is kept."),
        (TODAY - timedelta(days=1), TODAY, "“Send the deck” is kept, late, and late is still kept."),
        (TODAY - timedelta(days=1), TODAY - timedelta(days=1), "“Send the deck” is kept."),
        (None, TODAY, "“Send the deck” is kept."),
    ],
)
def test_a_promise_kept_late_is_kept_and_told_kindly(viewer, ada, due_on, kept_on, label):
    promise = a_promise(viewer, ada, "Send the deck", due_on=due_on)

    change = promises.keep_promise(viewer, promise.pk, kept_on)

    assert change.label == label
    assert (now(promise).state, now(promise).settled_on) == ("kept", kept_on)


def test_what_they_promised_came_and_is_never_late(viewer, ada):
    theirs = a_promise(viewer, ada, "Lend the bandsaw", mine=False, due_on=SAID)

    change = promises.keep_promise(viewer, theirs.pk)

    assert change.label == "“Lend the bandsaw” came from Ada Okafor."


def test_a_name_with_braces_is_told_as_it_is(viewer, ada):
    with scope_of(viewer):
        Person.objects.filter(pk=ada.pk).update(name="{0} {name}")

    assert promises.add_promise(viewer, ada.pk, "{what}").label == "You promised {0} {name}: “{what}”."


# What was found


def test_a_found_promise_is_accepted_for_the_day_that_was_found(viewer, found):
    change = promises.accept_promise(viewer, found.pk)

    assert (now(found).state, now(found).due_on) == ("open", IN_A_WEEK)
    assert change.label == "“Dig out the card” is a promise."


@pytest.mark.parametrize(
    ("due_on", "due_words", "kept"),
    [
        (None, "", NO_DAY),
        (TODAY, "", Due(TODAY)),
        (None, "soon", Due(words="soon")),
        (AS_IT_WAS, "soon", Due(words="soon")),
        (AS_IT_WAS, "", Due(IN_A_WEEK)),
        (TODAY, "soon", Due(TODAY)),
    ],
)
def test_a_found_promise_is_accepted_for_another_day_or_none(viewer, found, due_on, due_words, kept):
    promises.accept_promise(viewer, found.pk, due_on=due_on, due_words=due_words)

    assert Due(now(found).due_on, now(found).due_words) == kept


def test_a_dismissed_promise_is_gone_and_keeps_its_key_so_that_it_never_comes_back(viewer, found):
    promises.dismiss_promise(viewer, found.pk)
    page = promises_page(viewer, TODAY, show_all=True)

    assert (now(found).state, bytes(now(found).key)) == ("dismissed", found.key)
    assert (page.suggested, page.mine, page.total) == ((), (), 0)
    with pytest.raises(NotHere):
        promises.accept_promise(viewer, found.pk)


def test_a_dismissal_taken_back_asks_again(viewer, found):
    undo(viewer, promises.dismiss_promise(viewer, found.pk).pk)

    assert [one.row.id for one in promises_page(viewer, TODAY).suggested] == [found.pk]


def test_a_found_promise_that_is_removed_keeps_its_key(viewer, ada):
    found = a_promise(viewer, ada, "Send the deck", key=b"k" * 16)

    promises.remove_promise(viewer, found.pk)

    assert now(found).state == "dismissed"


def test_a_typed_promise_that_is_removed_is_gone_and_comes_back_whole(viewer, promise):
    before = now(promise).__dict__.copy()
    change = promises.remove_promise(viewer, promise.pk)
    gone = not Promise.unscoped.filter(pk=promise.pk).exists()

    undo(viewer, change.pk)

    after = now(promise).__dict__
    assert gone
    assert {name: after[name] for name in before if name != "_state"} == {
        name: before[name] for name in before if name != "_state"
    }


# Did that keep it?


def test_a_yes_keeps_it_on_the_day_of_the_letter(viewer, ada, letter):
    asked = a_promise(viewer, ada, "Send the deck", kept_by=letter, kept_words="Here is the deck.")
    question = promises_page(viewer, TODAY).mine[0].asks_kept

    promises.keep_promise(viewer, asked.pk, question.on)

    assert question.sentence == "You wrote on Sunday: “Here is the deck.” Did that keep it?"
    assert (now(asked).settled_on, now(asked).kept_by_id) == (TODAY - timedelta(days=2), letter.pk)
    assert promises_page(viewer, TODAY).mine[0].asks_kept is None


def test_a_no_leaves_it_open_and_that_letter_asks_no_more(viewer, ada, letter):
    asked = a_promise(viewer, ada, "Send the deck", kept_by=letter, kept_words="Here is the deck.")

    change = promises.not_kept_by_that(viewer, asked.pk)

    row = now(asked)
    assert (row.state, row.kept_by_id, row.kept_words, row.asked_until) == ("open", None, "", letter.happened_at)
    assert change.label == "“Send the deck” is still open."


def test_opening_it_again_does_not_ask_about_the_same_letter(viewer, ada, letter):
    asked = a_promise(viewer, ada, "Send the deck", kept_by=letter, kept_words="Here is the deck.")
    promises.keep_promise(viewer, asked.pk)

    promises.open_again(viewer, asked.pk)

    assert (now(asked).state, now(asked).settled_on, now(asked).asked_until) == ("open", None, letter.happened_at)
    assert promises_page(viewer, TODAY).mine[0].asks_kept is None


def test_a_letter_in_the_bin_asks_nothing_and_is_not_linked(viewer, ada, letter):
    a_promise(viewer, ada, "Send the deck", kept_by=letter, interaction=letter)

    trash_interaction(viewer, letter.pk)

    row = promises_page(viewer, TODAY).mine[0]
    assert (row.asks_kept, row.interaction_id) == (None, None)


# What cannot be


def in_state(state, **columns):
    return lambda viewer, ada: a_promise(viewer, ada, "Send the deck", state=state, **columns)


OPEN, KEPT = in_state(PromiseState.OPEN), in_state(PromiseState.KEPT, settled_on=TODAY - timedelta(days=3))
LET_GO = in_state(PromiseState.RELEASED, settled_on=TODAY)
FOUND_ONE = in_state(PromiseState.SUGGESTED, key=b"k" * 16)
LONG = "x" * 301
FAR = TODAY.replace(year=TODAY.year + 51)


@pytest.mark.parametrize(
    ("made", "act", "sentence", "field"),
    [
        (OPEN, lambda v, p: promises.accept_promise(v, p), "This was decided already.", ""),
        (OPEN, lambda v, p: promises.dismiss_promise(v, p), "This was decided already.", ""),
        (OPEN, lambda v, p: promises.open_again(v, p), "This is open already.", ""),
        (FOUND_ONE, lambda v, p: promises.open_again(v, p), "This waits for a yes or no.", ""),
        (FOUND_ONE, lambda v, p: promises.release_promise(v, p), "Say first whether you promised this.", ""),
        (KEPT, lambda v, p: promises.release_promise(v, p), "This is kept already. Open it again first.", ""),
        (LET_GO, lambda v, p: promises.release_promise(v, p), "This is let go already.", ""),
        (KEPT, lambda v, p: promises.keep_promise(v, p), "This is kept already.", ""),
        (KEPT, lambda v, p: promises.keep_promise(v, p, TODAY - timedelta(days=3)), "This is kept already.", ""),
        (OPEN, lambda v, p: promises.not_kept_by_that(v, p), "Nothing was asked about this promise.", ""),
        (OPEN, lambda v, p: promises.keep_promise(v, p, IN_A_WEEK), "That day is still to come.", "on"),
        (
            OPEN,
            lambda v, p: promises.keep_promise(v, p, date(2026, 11, 20)),
            "That day is before it was promised.",
            "on",
        ),
        (
            OPEN,
            lambda v, p: promises.keep_promise(v, p, date(1, 1, 1)),
            "That is too long ago to be remembered here.",
            "on",
        ),
        (
            OPEN,
            lambda v, p: promises.correct_promise(v, p, what=" \n"),
            "Write what was promised, in a few words.",
            "what",
        ),
        (
            OPEN,
            lambda v, p: promises.correct_promise(v, p, what=LONG),
            "That is longer than 300 characters. Please shorten it.",
            "what",
        ),
        (
            OPEN,
            lambda v, p: promises.correct_promise(v, p, due_on=date(2026, 11, 20)),
            "That day is before it was promised.",
            "due_on",
        ),
        (
            OPEN,
            lambda v, p: promises.correct_promise(v, p, due_on=FAR),
            "That day is too far away. Is the year right?",
            "due_on",
        ),
        (
            OPEN,
            lambda v, p: promises.correct_promise(v, p, due_words="w" * 61),
            "That is longer than 60 characters. Please shorten it.",
            "due_words",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_written(viewer, ada, made, act, sentence, field):
    promise = made(viewer, ada)
    before = now(promise).__dict__.copy()

    with pytest.raises(NotAccepted) as refused:
        act(viewer, promise.pk)

    after = now(promise).__dict__
    assert (refused.value.sentence, refused.value.field) == (sentence, field)
    assert [name for name in before if name != "_state" and before[name] != after[name]] == []
    assert not Change.unscoped.exists()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "\u202e\u0007"}, "what"),
        ({"what": "x" * 1_000_000}, "what"),
        ({"said_on": IN_A_WEEK}, "said_on"),
        ({"said_on": date(1, 1, 1)}, "said_on"),
        ({"due_on": date.max}, "due_on"),
        ({"due_on": date.min}, "due_on"),
        ({"due_on": TODAY - timedelta(days=1)}, "due_on"),
        ({"due_words": "w" * 100_000}, "due_words"),
    ],
)
def test_a_promise_that_cannot_be_is_not_noted(viewer, ada, told, field):
    with pytest.raises(NotAccepted) as refused:
        promises.add_promise(viewer, ada.pk, told.pop("what", "Send the deck"), **told)

    assert refused.value.field == field
    assert not Promise.unscoped.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Send \n the\tdeck ", "Send the deck"),
        ("<script>alert('x')</script>", "<script>alert('x')</script>"),
        ("'; DROP TABLE records_promise; --", "'; DROP TABLE records_promise; --"),
        ("إرسال الصور إلى نور", "إرسال الصور إلى نور"),
        ("שלח את התמונות\u200f", "שלח את התמונות\u200f"),
        ("Send\u202egnp.exe\u202c the deck", "Sendgnp.exe the deck"),
        ("🎁 bring 👨‍👩‍👧 cake", "🎁 bring 👨‍👩‍👧 cake"),
        ("Send\x1b[31m red\x00", "Send[31m red"),
        ("lone \ud800 half", "lone ? half"),
    ],
)
def test_any_words_are_kept_and_can_be_shown_anywhere(viewer, ada, typed, kept):
    noted(viewer, ada, typed)

    assert promises_page(viewer, TODAY).mine[0].what == kept


def test_an_enormous_sentence_is_kept_in_part(viewer, ada):
    promise = noted(viewer, ada, sentence="I’ll send it. " * 100_000, mark=(0, 9))

    assert len(promise.sentence) == 2_000
    assert (promise.mark_start, promise.mark_end) == (0, 9)


@pytest.mark.parametrize(
    ("typed", "due"), [("2026-12-04", Due(date(2026, 12, 4))), ("soon", Due(words="soon")), ("", NO_DAY)]
)
def test_a_day_is_read_as_it_is_typed(viewer, typed, due):
    assert promises.due_of(viewer, typed) == due


@pytest.mark.parametrize("typed", ["2026-02-30", "31 June", "29 February 2027", "99/99"])
def test_a_day_that_no_calendar_has_is_refused_kindly(viewer, typed):
    with pytest.raises(NotAccepted, match="is no day in the calendar. Try 2026-12-04, or Friday.") as refused:
        promises.due_of(viewer, typed)

    assert refused.value.field == "due_on"


def test_a_day_gone_by_is_read_and_nonsense_refused(viewer):
    assert promises.day_gone(viewer, "yesterday") == TODAY - timedelta(days=1)
    with pytest.raises(NotAccepted, match="“2026-02-30” is no day"):
        promises.day_gone(viewer, "2026-02-30")


# Whose they are


def test_promises_of_people_in_the_bin_are_not_here_until_they_come_back(viewer, ada, promise, found):
    change = trash_person(viewer, ada.pk)
    page = promises_page(viewer, TODAY, show_all=True)

    assert (page.mine, page.suggested, page.total) == ((), (), 0)
    assert promises_to_keep(viewer, TODAY, 5).rows == promises_with(viewer, ada.pk, TODAY).mine == ()
    with pytest.raises(NotHere):
        promises.keep_promise(viewer, promise.pk)
    undo(viewer, change.pk)
    assert promises_page(viewer, TODAY).total == 1


def test_when_two_become_one_their_promises_go_along_and_back(viewer, ada, bo, promise, found):
    theirs = a_promise(viewer, bo, "Bring the boat", mine=False)

    change = merge_people(viewer, bo.pk, ada.pk)
    together = promises_with(viewer, bo.pk, TODAY)
    suggested = promises_page(viewer, TODAY).suggested
    promises.keep_promise(viewer, promise.pk)
    undo(viewer, change.pk)

    assert [row.id for row in (*together.mine, *together.theirs)] == [promise.pk, theirs.pk]
    assert {one.row.name for one in suggested} == {"Bo Lindqvist"}
    assert (now(promise).person_id, now(promise).state) == (ada.pk, "kept")
    assert now(theirs).person_id == bo.pk


def test_a_promise_of_another_member_is_not_here(viewer, promise, elsewhere):
    with scope_of(viewer):
        Promise.objects.filter(pk=promise.pk).update(member_id=elsewhere.member)

    with pytest.raises(NotHere):
        promises.keep_promise(viewer, promise.pk)
    assert promises_page(viewer, TODAY).total == 0


def test_nothing_of_another_network_is_tied_to_a_promise(viewer, ada, promise, elsewhere, dee):
    theirs = happened(elsewhere, dee, 3, Channel.NOTE, Direction.OUT, text="A secret.")

    with pytest.raises(NotHere):
        promises.add_promise(viewer, ada.pk, "Send it", interaction_id=theirs.pk)
    with pytest.raises(NotHere):
        promises.correct_promise(viewer, promise.pk, what="Send it", person_id=dee.pk)

    assert (now(promise).what, now(promise).person_id) == ("Send the deck", ada.pk)
    assert Promise.unscoped.count() == 1


def test_a_promise_is_put_to_the_person_it_is_really_about(viewer, bo, promise):
    promises.correct_promise(viewer, promise.pk, person_id=bo.pk)

    assert promises_with(viewer, bo.pk, TODAY).mine[0].id == promise.pk


def test_a_correction_leaves_what_nobody_spoke_of(viewer, ada):
    promise = a_promise(viewer, ada, "Send the deck", due_on=IN_A_WEEK)

    promises.correct_promise(viewer, promise.pk, what="Send the slides")

    assert (now(promise).what, now(promise).due_on, now(promise).said_on) == ("Send the slides", IN_A_WEEK, SAID)


def test_a_promise_let_go_can_be_told_to_them_later_and_keeps_its_day(viewer, ada):
    promise = a_promise(viewer, ada, "Lend the press", state=PromiseState.RELEASED, settled_on=SAID)

    promises.release_promise(viewer, promise.pk, they_know=True)

    assert (now(promise).they_know, now(promise).settled_on) == (True, SAID)


def test_a_promise_let_go_can_be_kept_after_all(viewer, ada):
    promise = a_promise(viewer, ada, "Lend the press", state=PromiseState.RELEASED, settled_on=SAID, they_know=True)

    promises.keep_promise(viewer, promise.pk)

    assert (now(promise).state, now(promise).they_know) == ("kept", False)


def test_a_kept_promise_can_be_given_another_day(viewer, ada):
    promise = a_promise(viewer, ada, "Lend the press", state=PromiseState.KEPT, settled_on=TODAY)

    promises.keep_promise(viewer, promise.pk, SAID)

    assert now(promise).settled_on == SAID


def test_undoing_what_was_changed_again_later_is_refused(viewer, promise):
    change = promises.keep_promise(viewer, promise.pk)
    promises.open_again(viewer, promise.pk)

    with pytest.raises(CannotUndo):
        undo(viewer, change.pk)


def test_a_promise_put_down_within_another_action_is_part_of_its_one_change(viewer, ada):
    @changes
    def captured(viewer):
        recorder = Recorder(viewer)
        person = Person.objects.get(pk=ada.pk)
        recorder.make(Fact(person=person, kind="other", text="Plays the harp."))
        promises.put_promise(recorder, person, NewPromise("Send the deck", due=Due(IN_A_WEEK), source="call"))
        return recorder.note("capture", "Kept the note.")

    change = captured(viewer)
    shown = promises_page(viewer, TODAY).mine[0]
    undo(viewer, change.pk)

    assert (shown.what, shown.for_words, shown.where) == ("Send the deck", "8 Dec", "Call")
    assert promises_page(viewer, TODAY).total == 0
