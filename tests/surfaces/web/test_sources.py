"""Giving files to be read, and taking the whole of it back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from amity.actions.intake import run_intake
from amity.actions.intake_undo import undo_intake
from amity.records.models import Change, Intake, Person
from amity.records.scope import scope_of
from tests.surfaces.web.conftest import text_of

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Noor Alhashimi\r\nEMAIL:noor@quarry.example\r\nEND:VCARD\r\n"


@pytest.fixture
def given(owner, viewer, settings, tmp_path):
    """An address book that was given and not read yet."""
    settings.UPLOADS = tmp_path / "uploads"
    answer = owner.post("/sources/uploaded", {"given": SimpleUploadedFile("people.vcf", CARD)})
    with scope_of(viewer):
        intake = Intake.objects.get()
    assert answer["Location"] == f"/sources/{intake.pk}/"
    return intake


def test_a_file_is_looked_at_before_anything_is_kept(owner, viewer, given):
    page = text_of(owner.get(f"/sources/{given.pk}/"))
    seen = text_of(owner.get(f"/sources/{given.pk}/preview/", headers={"HX-Request": "true"}))
    whole = text_of(owner.get(f"/sources/{given.pk}/preview/"))

    assert "Nothing is saved yet." in page
    assert "Noor Alhashimi" in seen
    assert "It holds one card: that is counted, not estimated." in seen
    assert "<html" not in seen
    assert "Noor Alhashimi" in whole
    assert "<html" in whole
    with scope_of(viewer):
        assert not Person.objects.exists()


def test_what_was_read_is_reported(owner, viewer, given):
    run_intake(viewer, given.pk)

    listed, page = text_of(owner.get("/sources/")), text_of(owner.get(f"/sources/{given.pk}/"))

    assert "people.vcf" in listed
    assert "What came of it" in page
    assert "Take this whole intake back" in page


def test_starting_waits_for_the_worker_and_progress_is_asked_for(owner, viewer, given):
    owner.post(f"/sources/{given.pk}/started")

    progress = text_of(owner.get(f"/sources/{given.pk}/progress/", headers={"HX-Request": "true"}))

    assert 'hx-trigger="every 1s"' in progress
    with scope_of(viewer):
        assert Intake.objects.get().state == "waiting"


def test_progress_of_what_stands_still_opens_the_page_anew(owner, given):
    assert owner.get(f"/sources/{given.pk}/progress/")["HX-Refresh"] == "true"


def test_reading_is_stopped_and_goes_on(owner, viewer, given):
    owner.post(f"/sources/{given.pk}/started")
    owner.post(f"/sources/{given.pk}/stopped")
    with scope_of(viewer):
        stopped = Intake.objects.get().state
    owner.post(f"/sources/{given.pk}/resumed")

    assert stopped == "stopped"
    with scope_of(viewer):
        assert Intake.objects.get().state == "waiting"


def test_the_whole_of_it_is_taken_back_by_a_worker(owner, viewer, given):
    run_intake(viewer, given.pk)

    owner.post(f"/sources/{given.pk}/taken-back")

    with scope_of(viewer):
        assert Intake.objects.get().state == "undoing"


def test_reading_twice_is_refused_with_a_sentence(owner, viewer, given):
    run_intake(viewer, given.pk)

    answer = owner.post(f"/sources/{given.pk}/started", {"back": "/sources/"}, follow=True)

    assert "This was read to its end already." in text_of(answer)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"given": SimpleUploadedFile("picture.bin", b"\x00\x01\x02 nothing known")},
        {"given": SimpleUploadedFile("people.vcf", CARD), "me": "not an address"},
    ],
)
def test_a_file_that_cannot_be_read_comes_back_with_the_form(owner, settings, tmp_path, form):
    settings.UPLOADS = tmp_path / "uploads"

    answer = owner.post("/sources/uploaded", form)

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)


def test_a_file_on_the_server_is_read_from_the_inbox_alone(owner, viewer, settings, tmp_path):
    settings.INBOX = tmp_path / "inbox"
    settings.INBOX.mkdir()
    (settings.INBOX / "people.vcf").write_bytes(CARD)
    (tmp_path / "secret.vcf").write_bytes(CARD)
    (settings.INBOX / "way-out").symlink_to(tmp_path)

    refused = [
        owner.post("/sources/named", {"path": path}).status_code
        for path in ("../secret.vcf", str(tmp_path / "secret.vcf"), "way-out/secret.vcf", "missing.vcf", "a\x00b")
    ]
    taken = owner.post("/sources/named", {"path": "people.vcf"})

    assert refused == [422] * 5
    assert taken.status_code == 302


def test_without_an_inbox_no_place_on_the_server_is_read(owner, settings):
    settings.INBOX = None

    answer = owner.post("/sources/named", {"path": "/etc"})

    assert answer.status_code == 422
    assert "A file or folder on the server" not in text_of(owner.get("/sources/"))


def test_taking_back_that_a_dead_machine_left_can_be_gone_on_with(owner, viewer, given):
    run_intake(viewer, given.pk)
    with scope_of(viewer):
        Intake.objects.update(state="undoing")

    page = text_of(owner.get(f"/sources/{given.pk}/"))
    owner.post(f"/sources/{given.pk}/taken-back")
    undo_intake(viewer, given.pk)

    assert f'formaction="/sources/{given.pk}/taken-back">Go on<' in page
    with scope_of(viewer):
        assert Intake.objects.get().state == "undone"
        assert not Person.objects.exists()


def test_undoing_the_line_of_an_import_leads_to_its_own_page(owner, viewer, given):
    run_intake(viewer, given.pk)
    with scope_of(viewer):
        line = Change.objects.get(verb="take_in")

    one, last = owner.post(f"/changes/{line.pk}/undone"), owner.post("/changes/last/undone")
    told = text_of(owner.get("/history/"))

    assert [answer["Location"] for answer in (one, last)] == [f"/sources/{given.pk}/"] * 2
    assert f'href="/sources/{given.pk}/">Take it back as a whole' in told
    assert "What was brought in is taken back as a whole, on its own page." in told
    with scope_of(viewer):
        assert Person.objects.exists()
