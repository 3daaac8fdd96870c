"""The ledger in the browser: what stands there, and what each answer does."""

from datetime import timedelta

import pytest

from amity.actions.promises import add_promise
from amity.judgement.vocabulary import Channel, Direction, PromiseState
from amity.records.models import Change, Promise
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened
from tests.surfaces.web.conftest import text_of

SENTENCE = "I’ll send you the plans, once they are drawn."


@pytest.fixture
def promise(viewer, bo):
    add_promise(
        viewer,
        bo.pk,
        "Send the plans",
        due_on=TODAY - timedelta(days=3),
        said_on=TODAY - timedelta(days=10),
        source="your mail",
        sentence=SENTENCE,
        mark=(0, 23),
    )
    with scope_of(viewer):
        return Promise.objects.get()


@pytest.fixture
def found(viewer, bo):
    """Something found in a letter, which waits for a word."""
    with scope_of(viewer):
        return Promise.objects.create(
            member_id=viewer.member,
            person=bo,
            what="Ask about the mooring",
            state=PromiseState.SUGGESTED,
            said_on=TODAY - timedelta(days=1),
            due_on=TODAY + timedelta(days=3),
            source="your mail",
            sentence="Let me ask about the mooring.",
            mark_start=0,
            mark_end=10,
            key=b"k" * 16,
            reason="“let me” with something to do, said by you.",
        )


def now(viewer, promise):
    with scope_of(viewer):
        return Promise.objects.get(pk=promise.pk)


def test_the_ledger_shows_what_was_promised_where_it_was_said_and_how_it_stands(owner, promise):
    page = text_of(owner.get("/promises/"))

    assert "<h1>Promises</h1>" in page
    assert "Send the plans" in page
    assert "Your mail, 21 November" in page
    assert "late still counts" in page
    assert "<mark>I’ll send you the plans</mark>" in page
    assert 'href="mailto:bo@lindqvist.example?subject=' in page


def test_a_finding_is_shown_with_its_words_and_why_it_looks_like_a_promise(owner, found):
    page = text_of(owner.get("/promises/"))

    assert "Did you promise this?" in page
    assert "<mark>Let me ask</mark>" in page
    assert "<b>Why it looks like one:</b> “let me”" in page
    assert "Yes, by <u>Friday</u>" in page


def test_an_empty_ledger_says_why_and_offers_one_thing_to_do(owner):
    page = text_of(owner.get("/promises/"))

    assert "Nothing promised, as far as Amity knows" in page
    assert 'href="/promises/new/"' in page


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("kept", PromiseState.KEPT),
        ("let-go", PromiseState.RELEASED),
    ],
)
def test_an_open_promise_is_kept_or_let_go_with_a_way_back(owner, viewer, promise, verb, state):
    answer = owner.post(f"/promises/{promise.pk}/{verb}", {"back": "/promises/"}, follow=True)

    with scope_of(viewer):
        change = Change.objects.exclude(verb="add_promise").get()
    assert now(viewer, promise).state == state
    assert f'formaction="/changes/{change.pk}/undone"' in text_of(answer)


@pytest.mark.parametrize(
    ("verb", "state", "due_on"),
    [
        ("accepted", PromiseState.OPEN, TODAY + timedelta(days=3)),
        ("accepted-undated", PromiseState.OPEN, None),
        ("dismissed", PromiseState.DISMISSED, TODAY + timedelta(days=3)),
    ],
)
def test_a_finding_is_accepted_with_its_day_without_one_or_dismissed(owner, viewer, found, verb, state, due_on):
    owner.post(f"/promises/{found.pk}/{verb}")

    assert (now(viewer, found).state, now(viewer, found).due_on) == (state, due_on)


def test_letting_go_asks_whether_they_know(owner, viewer, promise):
    asked = text_of(owner.get(f"/promises/{promise.pk}/let-go", headers={"HX-Request": "true"}))
    owner.post(f"/promises/{promise.pk}/let-go", {"they_know": "on"})

    assert "Bo knows" in asked
    assert now(viewer, promise).they_know


def test_what_was_pressed_twice_says_so_and_changes_nothing(owner, viewer, promise):
    owner.post(f"/promises/{promise.pk}/kept", {"back": "/promises/"})

    again = owner.post(f"/promises/{promise.pk}/kept", {"back": "/promises/"}, follow=True)

    assert "This is kept already." in text_of(again)


def test_a_kept_promise_is_opened_again_by_its_tick(owner, viewer, promise):
    owner.post(f"/promises/{promise.pk}/kept")
    page = text_of(owner.get("/promises/"))
    owner.post(f"/promises/{promise.pk}/open-again")

    assert f'formaction="/promises/{promise.pk}/open-again" aria-pressed="true"' in page
    assert now(viewer, promise).state == PromiseState.OPEN


@pytest.mark.parametrize(("verb", "state"), [("kept-by-that", "kept"), ("not-kept-by-that", "open")])
def test_a_letter_that_looks_like_it_kept_is_a_question(owner, viewer, bo, promise, verb, state):
    letter = happened(viewer, bo, 2, Channel.MAIL, Direction.OUT, text="Here are the plans.")
    with scope_of(viewer):
        Promise.objects.filter(pk=promise.pk).update(kept_by=letter, kept_words="Here are the plans.")

    page = text_of(owner.get("/promises/"))
    owner.post(f"/promises/{promise.pk}/{verb}")

    assert "Did that keep it?" in page
    assert now(viewer, promise).state == state
    assert now(viewer, promise).settled_on == (TODAY - timedelta(days=2) if state == "kept" else None)


def test_a_promise_is_written_down_for_a_day_as_one_says_it(owner, viewer, bo):
    owner.post("/promises/new/", {"what": "Bring soup", "side": "mine", "who": "Bo", "due_on": "Friday"})

    with scope_of(viewer):
        made = Promise.objects.get()
    assert (made.what, made.person_id, made.due_on) == ("Bring soup", bo.pk, TODAY + timedelta(days=3))


def test_what_others_promised_is_written_down_too_and_comes(owner, viewer, bo):
    owner.post("/promises/new/", {"what": "Lend a saw", "side": "theirs", "who": "Bo", "due_on": "in spring"})
    with scope_of(viewer):
        made = Promise.objects.get()
    page = text_of(owner.get("/promises/"))
    owner.post(f"/promises/{made.pk}/kept")

    assert "Promised to you" in page
    assert ">Came<" in page
    assert now(viewer, made).state == PromiseState.KEPT


def test_a_promise_is_corrected_in_place_and_taken_off_the_list(owner, viewer, promise):
    asked = text_of(owner.get(f"/promises/{promise.pk}/", headers={"HX-Request": "true"}))
    owner.post(f"/promises/{promise.pk}/", {"what": "Send the drawings", "who": "Bo Lindqvist", "due_on": ""})
    corrected = now(viewer, promise)
    owner.post(f"/promises/{promise.pk}/removed")

    assert 'value="28 November 2026"' in asked
    assert (corrected.what, corrected.due_on) == ("Send the drawings", None)
    with scope_of(viewer):
        assert not Promise.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"what": "Bring soup", "side": "mine", "who": "Nobody At All", "due_on": ""}, "Nobody here is called"),
        ({"what": "Bring soup", "side": "mine", "who": "Bo", "due_on": "30 February"}, "no day in the calendar"),
        ({"what": "", "side": "mine", "who": "Bo", "due_on": ""}, "required"),
        ({"what": "x" * 301, "side": "mine", "who": "Bo", "due_on": ""}, "at most 300"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_the_form(owner, viewer, bo, given, sentence):
    answer = owner.post("/promises/new/", given)

    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_markup_in_a_promise_is_shown_as_it_was_written(owner, viewer, bo):
    add_promise(viewer, bo.pk, "<script>alert(1)</script>", sentence="<b onload=x>I’ll</b> do it", mark=(3, 9))

    page = text_of(owner.get("/promises/"))

    assert "<script>alert" not in page
    assert "<b onload" not in page
