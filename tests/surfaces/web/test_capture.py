"""The line to write on: read back, answered, kept, refused; with a script and without."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amity.records.models import Change, Interaction, Need, Person, Promise
from amity.records.scope import scope_of
from tests.conftest import settle, someone
from tests.surfaces.web.conftest import text_of

SENTENCE = "Coffee with Ada yesterday, she needs a plumber. I'll send her the number by Friday"
SCRIPT = {"HX-Request": "true", "HX-Current-URL": "http://localhost/people/"}


def key_of(page, kind):
    return re.search(rf'name="({kind}-[0-9a-f]+)-', page)[1]


def test_a_sentence_is_read_back_without_keeping_anything(owner, viewer, ada):
    with CaptureQueriesContext(connection) as seen:
        page = text_of(owner.post("/capture/read", {"text": SENTENCE}, headers=SCRIPT))

    assert "<mark>Coffee</mark> in person" in page
    assert "Monday 30 November" in page
    assert "by <mark>Friday 4 December</mark>" in page
    assert "Keep all four" in page
    assert "<html" not in page
    assert not [one["sql"] for one in seen if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_enter_keeps_all_of_it_and_offers_the_way_back(owner, viewer, ada):
    answer = owner.post("/capture/kept", {"text": SENTENCE}, headers=SCRIPT)

    with scope_of(viewer):
        change = Change.objects.get()
        assert (Need.objects.count(), Promise.objects.count()) == (1, 1)
    assert '"path": "/people/"' in answer["HX-Location"]
    assert answer["HX-Trigger"] == "amity-kept"
    shown = text_of(owner.get("/people/"))
    assert change.label in shown
    assert f"/changes/{change.pk}/undone" in shown


def test_without_a_script_a_plain_form_reads_back_and_keeps(owner, viewer, ada):
    blank = text_of(owner.get("/capture/"))
    read = text_of(owner.post("/capture/", {"text": SENTENCE, "back": "/people/"}))
    answer = owner.post("/capture/kept", {"text": SENTENCE, "back": "/people/"})

    assert 'formaction="/capture/"' in blank
    assert "Keep all four" in read
    assert answer["Location"] == "/people/"


def test_an_undecided_name_keeps_nothing_and_takes_the_focus(owner, viewer, ada):
    other = settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))

    asked = owner.post("/capture/kept", {"text": "Lunch with Ada"}, headers=SCRIPT)
    page = text_of(asked)
    key = key_of(page, "who")
    kept = owner.post("/capture/kept", {"text": "Lunch with Ada", f"{key}-who": str(other.pk)}, headers=SCRIPT)

    assert asked.status_code == 422
    assert re.search(r'<input type="radio"[^>]* autofocus>', page)
    assert "Which Ada?" in page
    assert kept.status_code == 200
    with scope_of(viewer):
        assert Interaction.objects.get(text="Lunch with Ada").participants.get().person_id == other.pk


def test_only_the_note_keeps_no_promise(owner, viewer, ada):
    owner.post("/capture/only-the-note", {"text": SENTENCE})

    with scope_of(viewer):
        assert Interaction.objects.filter(text=SENTENCE).exists()
        assert not Promise.objects.exists()


def test_a_line_is_left_out_and_another_changed(owner, viewer, ada):
    page = text_of(owner.post("/capture/read", {"text": SENTENCE}))
    need, promise = key_of(page, "need"), key_of(page, "promise")

    owner.post(
        "/capture/kept", {"text": SENTENCE, f"{need}-out": "1", f"{promise}-what": "call her", f"{promise}-day": ""}
    )

    with scope_of(viewer):
        assert not Need.objects.exists()
        assert (Promise.objects.get().what, Promise.objects.get().due_on) == ("Call her", None)


def test_nobody_named_asks_for_a_name_and_takes_it(owner, viewer, ada):
    asked = owner.post("/capture/kept", {"text": "The sky is blue"}, headers=SCRIPT)
    kept = owner.post("/capture/kept", {"text": "The sky is blue", "also": ["", "Ada"]}, headers=SCRIPT)

    assert asked.status_code == 422
    assert re.search(r'id="also"[^>]* autofocus>', text_of(asked))
    assert kept.status_code == 200


def test_no_words_are_refused_with_a_sentence(owner):
    for address in ("/capture/kept", "/capture/only-the-note"):
        answer = owner.post(address, {"text": "  "})

        assert answer.status_code == 422
        assert "Write a few words first." in text_of(answer)


def test_enormous_text_is_refused_with_all_of_it_still_there(owner, viewer, ada):
    text = "Coffee with Ada. " + "and so on " * 11_000

    answer = owner.post("/capture/kept", {"text": text})

    assert answer.status_code == 422
    assert "That is longer than 100,000 characters." in text_of(answer)
    assert text.strip() in answer.content.decode()
    with scope_of(viewer):
        assert not Change.objects.exists()


NASTY = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '" onfocus="alert(1)',
    "{{ 7|add:7 }}",
    "🦊 \u202eabc",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_what_is_typed_anywhere_is_shown_as_text(owner, viewer, ada, nasty):
    text = f"Coffee with Ada, she needs {nasty} help"
    page = text_of(owner.post("/capture/read", {"text": text}))
    fields = {f"{key_of(page, kind)}-{field}": nasty for kind in ("who", "happened", "need") for field in FIELDS}

    answer = owner.post(
        "/capture/", {"text": text, "also": nasty, "about": nasty, "open": nasty, "back": nasty, **fields}
    )

    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown
    assert 'onfocus="alert' not in shown
    assert "1414" not in shown


FIELDS = ("who", "name", "what", "day", "channel", "minutes", "kind", "out")


def test_answers_that_make_no_sense_ask_again_and_keep_nothing(owner, viewer, ada):
    page = text_of(owner.post("/capture/read", {"text": SENTENCE}))
    happened = key_of(page, "happened")

    for field, odd in (("day", "2026-02-31"), ("minutes", "-5")):
        answer = owner.post("/capture/kept", {"text": SENTENCE, f"{happened}-{field}": odd})
        assert answer.status_code == 422
        assert 'class="hint failed"' in answer.content.decode()

    with scope_of(viewer):
        assert not Change.objects.exists()


def test_on_a_persons_page_the_note_is_about_them(owner, viewer, bo):
    page = text_of(owner.get(f"/people/{bo.pk}/"))

    owner.post("/capture/kept", {"text": "His boat is afloat again.", "about": str(bo.pk)})

    assert f'name="about" value="{bo.pk}"' in page
    with scope_of(viewer):
        assert Interaction.objects.get(text="His boat is afloat again.").participants.get().person_id == bo.pk


def test_somebody_of_another_network_is_never_shown_nor_meant(owner, viewer, ada, dee):
    page = text_of(owner.post("/capture/read", {"text": "Her dog is ill", "about": str(dee.pk)}))
    key = key_of(text_of(owner.post("/capture/read", {"text": "Tea with Ada"})), "who")
    owner.post("/capture/kept", {"text": "Tea with Ada", f"{key}-who": str(dee.pk)})

    assert "Marchetti" not in page
    with scope_of(viewer):
        assert Interaction.objects.get(text="Tea with Ada").participants.get().person_id == ada.pk


def test_somebody_new_is_added_by_name(owner, viewer, ada):
    page = text_of(owner.post("/capture/read", {"text": "Met Zora Neumann today"}))
    owner.post("/capture/kept", {"text": "Met Zora Neumann today"})

    assert "New here, and added" in page
    with scope_of(viewer):
        assert Person.objects.get(name="Zora Neumann").kept_at is not None


@pytest.mark.parametrize("address", ["/people/", "/settings/", "/history/"])
def test_the_line_lies_ready_under_every_page_and_once_on_today(owner, address):
    assert text_of(owner.get(address)).count('id="capture"') == 1
    assert text_of(owner.get("/")).count('id="capture"') == 1


def test_signing_out_takes_what_was_left_for_later_along(owner):
    assert owner.post("/accounts/logout/")["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in owner.get("/accounts/login/")
