"""Bringing in mail and contacts: nothing doubled, lost by a kill or dropped in silence, and all taken back."""

import hashlib
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.conf import settings

from amity.actions import intake_preview, intake_undo, reading
from amity.actions.intake import new_intake, one_at_a_time, run_intake, run_intake_job, start_intake, stop_intake
from amity.actions.intake_upload import save_upload
from amity.actions.setup import ensure_network
from amity.actions.undo import TakenBackWhole, undo, undo_last
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.ids import new_id
from amity.queries.history import history_page
from amity.queries.intakes import progress
from amity.records import fulltext
from amity.records.intakes import IntakeState
from amity.records.models import (
    Card,
    Change,
    Fact,
    Handle,
    InCircle,
    Intake,
    IntakeProblem,
    Interaction,
    Job,
    Likeness,
    OwnAddress,
    Participant,
    Person,
    Tie,
)
from amity.records.scope import scope_of

ME = "robin@fenn.example"
pytestmark = pytest.mark.django_db(transaction=True)


def letter(number, sender, to, *, day=1, subject="The boat", text="Shall we mend it?", extra=()):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"] = f"<{number}@letters.example>"
    message["Date"] = f"{day:02d} May 2026 10:00:00 +0000"
    for name, value in extra:
        message[name] = value
    message.set_content(text)
    return b"From x Fri May  1 10:00:00 2026\n" + message.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n"


ADA, BO, CY = "Ada Okafor <ada@okafor.example>", "Bo Lindqvist <bo@lindqvist.example>", "cy@flats.example"
MAILBOX = [
    letter(1, ADA, ME, day=1),
    letter(2, f"Robin Fenn <{ME}>", ADA, day=2, text="Gladly, on Thursday."),
    letter(3, ADA, f"{ME}, {BO}", day=9, subject="Tar and timber"),
    letter(4, CY, ME, day=10, subject="A flat"),
    letter(5, "No Reply <no-reply@shop.example>", ME, subject="Your parcel"),
    letter(6, "Nell Voss <nell@voss.example>", "sailing-list@lists.example", extra=[("List-Id", "<sailing.example>")]),
    letter(7, f"Robin Fenn <{ME}>", f"{ADA}, {BO}", day=20, subject="Launching"),
    letter(8, BO, ME, day=21, subject="Re: Launching"),
]
CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
UID:bo\r
FN:Bo Lindqvist\r
N:Lindqvist;Bo;;;\r
EMAIL:bo@lindqvist.example\r
TEL:+44 20 7946 0102\r
BDAY:1979-02-14\r
ORG:Hull Yard\r
CATEGORIES:Sailing\r
NOTE:Knows everything about masts.\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
UID:mo\r
FN:Mo Lindqvist\r
N:Lindqvist;Mo;;;\r
EMAIL:bo@lindqvist.example\r
END:VCARD\r
"""


@pytest.fixture
def viewer():
    return ensure_network()


@pytest.fixture
def mailbox(tmp_path):
    path = tmp_path / "letters.mbox"
    path.write_bytes(b"".join(MAILBOX))
    return str(path)


@pytest.fixture
def cards(tmp_path):
    path = tmp_path / "contacts.vcf"
    path.write_bytes(CARDS.encode())
    return str(path)


def bring(viewer, *paths, me=(ME,), **options):
    intake = new_intake(viewer, list(paths), me, **options)
    assert run_intake(viewer, intake) is IntakeState.DONE
    return intake


def told(viewer):
    """Everything that an intake makes, without keys and the hour it was made in."""
    with scope_of(viewer):
        people = {
            p.pk: (p.name, p.kept_at is not None, p.aside, p.standing, p.place, p.work) for p in Person.objects.all()
        }
        took_part = [
            (people[p.person_id][0], p.role, p.happened_at.isoformat(), bytes(p.interaction.key).hex(), p.handle.value)
            for p in Participant.objects.select_related("interaction", "handle")
        ]
        return {
            "people": sorted(people.values()),
            "handles": sorted(
                (h.value, people[h.person_id][0], h.shared, sorted(h.names.items())) for h in Handle.objects.all()
            ),
            "letters": sorted(
                (bytes(i.key).hex(), i.direction, i.kind, i.counts, i.subject, i.text)
                for i in Interaction.objects.all()
            ),
            "took part": sorted(took_part),
            "ties": sorted(
                (
                    people[t.person_id][0],
                    t.written,
                    t.heard,
                    t.contact_days,
                    str(t.last_on),
                    t.last_words,
                    round(t.strength, 6),
                )
                for t in Tie.objects.all()
            ),
            "facts": sorted((people[f.person_id][0], f.kind, f.text) for f in Fact.objects.all()),
            "cards": Card.objects.count(),
            "likenesses": Likeness.objects.count(),
        }


KILLED = """
import os, sys
os.environ["AMITY_DATA"] = sys.argv[1]
os.environ["DJANGO_SETTINGS_MODULE"] = "amity.config.settings"
import django
django.setup()
from amity.actions import intake, reading
from amity.actions.setup import prepare
from amity.queries.access import owner_here
from amity.records.models import Intake
from amity.records.scope import scope_of
from amity.sources.mbox import read
reading.CHUNK, read.CURSOR_EVERY = 20, 5
viewer = prepare()
with scope_of(viewer):
    left = Intake.objects.first()
key = left.pk if left else intake.new_intake(viewer, [sys.argv[2]], ["robin@fenn.example"])
print("begun", flush=True)
intake.run_intake(viewer, key, lambda step: print(step.name, flush=True))
print("done", flush=True)
"""


def people(viewer, **conditions):
    with scope_of(viewer):
        return sorted(Person.objects.filter(**conditions).values_list("name", flat=True))


def test_people_are_those_you_wrote_to_and_heard_from_others_wait(viewer, mailbox):
    bring(viewer, mailbox)

    assert people(viewer, kept_at__isnull=False) == ["Ada Okafor", "Bo Lindqvist"]
    assert people(viewer, kept_at=None, aside=False) == ["cy@flats.example"]
    assert people(viewer, aside=True) == ["Nell Voss"]
    with scope_of(viewer):
        ada = Tie.objects.get(person__name="Ada Okafor")
    assert (ada.written, ada.heard, ada.last_on, ada.last_words) == (2, 2, date(2026, 5, 20), "Launching")


NEWS = [("List-Id", "<post.example>"), ("Precedence", "bulk")]


@pytest.mark.parametrize(
    ("letters", "aside", "kept"),
    [
        ([letter(31, "The Kerning Post <post@kerning.example>", ME, extra=NEWS)], True, False),
        ([letter(31, "Mira Dahl <mira@kerning.example>", ME, extra=NEWS)], True, False),
        ([letter(31, "Mira Dahl <mira@kerning.example>", ME, extra=NEWS), letter(32, ME, "mira@kerning.example")],
         False, False),
        ([letter(31, "Mira Dahl <mira@kerning.example>", ME, extra=NEWS), letter(32, ME, "mira@kerning.example"),
          letter(33, "mira@kerning.example", ME)], False, True),
        ([letter(34, "Mira Dahl <mira@kerning.example>", ", ".join([ME, *(f"p{n}@b.example" for n in range(12))]))],
         False, False),
    ],
    ids=["a newsletter", "by somebody", "whom you wrote to", "who answered", "a letter to a crowd"],
)  # fmt: skip
def test_a_newsletter_is_no_candidate_unless_you_wrote_to_who_sends_it(viewer, tmp_path, letters, aside, kept):
    path = tmp_path / "news.mbox"
    path.write_bytes(b"".join(letters))

    bring(viewer, str(path))

    with scope_of(viewer):
        person = Person.objects.get(handles__value__endswith="@kerning.example")
    assert (person.aside, person.kept_at is not None) == (aside, kept)


def test_a_group_of_an_address_book_is_no_candidate(viewer, tmp_path):
    path = tmp_path / "groups.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Rowers\r\nEND:VCARD\r\n")

    bring(viewer, str(path))

    assert people(viewer, aside=True) == ["Rowers"]


def test_the_report_says_what_was_left_aside_and_why(viewer, mailbox):
    intake = bring(viewer, mailbox)

    with scope_of(viewer):
        row = Intake.objects.get(pk=intake)
        change = Change.objects.get(verb="take_in")
    assert (row.counts["found"], row.counts["new"], row.counts["aside"]) == (8, 7, 1)
    ((why, aside),) = row.aside.items()
    assert "such an address" in why
    assert aside == {"count": 1, "examples": ["Your parcel · no-reply@shop.example"]}
    assert change.label == "Brought in seven letters from letters.mbox."


def test_list_mail_is_kept_and_counts_for_nothing(viewer, mailbox):
    bring(viewer, mailbox)

    with scope_of(viewer):
        listed = Interaction.objects.get(kind="list")
        assert (listed.counts, listed.participants.get().person.name) == (False, "Nell Voss")


def test_words_are_found_and_people_by_their_addresses(viewer, mailbox):
    bring(viewer, mailbox)

    ((_, kind, key),) = fulltext.said(viewer.network, "timber", 5)
    with scope_of(viewer):
        assert (kind, Interaction.objects.get(pk=key).subject) == ("interaction", "Tar and timber")
        ada = Person.objects.get(name="Ada Okafor")
    assert fulltext.named(viewer.network, "okafor.ex", 5) == [ada.pk]


def test_running_it_again_doubles_nothing(viewer, mailbox, cards):
    bring(viewer, mailbox, cards)
    before = told(viewer)

    again = bring(viewer, mailbox, cards)

    with scope_of(viewer):
        counts = Intake.objects.get(pk=again).counts
    assert told(viewer) == before
    assert (counts["new"], counts["there"], counts["cards_new"], counts["cards_there"]) == (0, 7, 0, 2)


def test_a_later_letter_of_somebody_who_signs_comes_in_and_signs_anew(viewer, tmp_path):
    signed = [
        letter(21, ADA, ME, day=1, text="Shall we?\n-- \nAda Okafor\nOkafor Maps Ltd"),
        letter(22, ADA, ME, day=8, text="Shall we?\n-- \nAda Okafor\nChart House Ltd"),
    ]
    for number, content in enumerate(signed):
        (tmp_path / f"{number}.eml").write_bytes(content.partition(b"\n")[2])

    bring(viewer, str(tmp_path / "0.eml"))
    bring(viewer, str(tmp_path / "1.eml"))

    with scope_of(viewer):
        handle = Handle.objects.get(value="ada@okafor.example")
    assert (handle.signature.splitlines()[-1], handle.signature_at.day) == ("Chart House Ltd", 8)


def test_without_keeping_texts_only_the_headers_are_stored(viewer, mailbox):
    bring(viewer, mailbox, keep_text=False)

    with scope_of(viewer):
        assert set(Interaction.objects.values_list("text", flat=True)) == {""}
        assert Interaction.objects.filter(subject="Tar and timber").exists()
    assert fulltext.said(viewer.network, "thursday", 5) == []


def test_the_owners_address_is_told_from_the_letters_used_and_asked_about(viewer, tmp_path):
    path = tmp_path / "Sent.mbox"
    letters = [letter(n, f"Robin Fenn <{ME}>", ADA, day=n + 1, extra=[("X-Folder", "Sent")]) for n in range(12)]
    path.write_bytes(b"".join(letters))

    bring(viewer, str(path), me=())

    with scope_of(viewer):
        own = OwnAddress.objects.get()
        assert (own.value, own.confirmed_at) == (ME, None)
        assert own.reason
        assert set(Interaction.objects.values_list("direction", flat=True)) == {"out"}


def test_a_card_keeps_somebody_and_names_them_and_a_shared_address_makes_a_suggestion(viewer, mailbox, cards):
    bring(viewer, mailbox, cards)

    with scope_of(viewer):
        bo = Person.objects.get(name="Bo Lindqvist")
        mo = Person.objects.get(name="Mo Lindqvist")
        shared = set(Handle.objects.filter(value="bo@lindqvist.example").values_list("person__name", "shared"))
        assert (bo.chosen_at is not None, bo.born_month, bo.born_day) == (True, 2, 14)
        assert shared == {("Bo Lindqvist", True), ("Mo Lindqvist", True)}
        assert InCircle.objects.get().circle.name == "Sailing"
        assert Participant.objects.filter(person=mo).count() == 0
    assert fulltext.said(viewer.network, "masts", 5)


def test_what_cannot_be_read_is_a_problem_with_its_place_beside_the_good(viewer, tmp_path):
    path = tmp_path / "some.mbox"
    undated = MAILBOX[0].replace(b"Date:", b"X-Date:").replace(b"From x Fri May  1 10:00:00 2026", b"From -")
    path.write_bytes(undated + MAILBOX[1])
    (tmp_path / "photo.xyz").write_bytes(b"\x00\x01\x02")

    intake = bring(viewer, str(tmp_path))

    with scope_of(viewer):
        problems = list(IntakeProblem.objects.filter(intake=intake).values_list("why", "kept"))
        assert ("Nothing in it says when; it is kept without a date.", True) in problems
        assert any(not kept for _, kept in problems)
        assert Interaction.objects.filter(counts=False, happened_at__year=1970).count() == 1


def test_nothing_that_can_be_read_is_refused_with_a_reason(viewer, tmp_path):
    (tmp_path / "photo.xyz").write_bytes(b"\x00\x01\x02")

    with pytest.raises(NotAccepted):
        new_intake(viewer, [str(tmp_path / "photo.xyz")])
    with pytest.raises(NotAccepted):
        new_intake(viewer, [str(tmp_path)], ["not an address"])


def test_a_stop_keeps_what_was_stored_and_going_on_brings_the_rest(viewer, mailbox, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", 2)
    monkeypatch.setattr("amity.sources.mbox.read.CURSOR_EVERY", 1)
    intake = new_intake(viewer, [mailbox], [ME])

    state = run_intake(viewer, intake, lambda step: stop_intake(viewer, intake))

    with scope_of(viewer):
        half = Interaction.objects.count()
    assert state is IntakeState.STOPPED
    assert 0 < half < 7
    assert run_intake(viewer, intake) is IntakeState.DONE
    with scope_of(viewer):
        assert Interaction.objects.count() == 7


def test_a_stop_before_its_turn_comes_is_kept_to(viewer, mailbox):
    intake = new_intake(viewer, [mailbox], [ME])
    start_intake(viewer, intake)

    stop_intake(viewer, intake)
    run_intake_job.func(str(viewer.member), str(intake))

    with scope_of(viewer):
        row = Intake.objects.get(pk=intake)
        assert (row.state, row.why_stopped) == (IntakeState.STOPPED, "You stopped it.")
        assert not Interaction.objects.exists()


@pytest.mark.parametrize("asked", [False, True], ids=["not asked to stop", "asked to stop before"])
def test_what_a_killed_process_left_stops_at_once_or_is_gone_on_with(viewer, mailbox, asked):
    intake = new_intake(viewer, [mailbox], [ME])
    with scope_of(viewer):
        Intake.objects.update(state=IntakeState.READING, stop_asked_at=clock.now() if asked else None)

    run_intake_job.func(str(viewer.member), str(intake))

    with scope_of(viewer):
        assert Intake.objects.get().state == (IntakeState.STOPPED if asked else IntakeState.DONE)
        Intake.objects.update(state=IntakeState.READING)
    stop_intake(viewer, intake)
    with scope_of(viewer):
        assert Intake.objects.get().state == IntakeState.STOPPED
    assert run_intake(viewer, intake) is IntakeState.DONE


@pytest.mark.parametrize("job", [run_intake_job, intake_undo.undo_intake_job], ids=["reading", "taking back"])
def test_while_another_is_being_read_a_worker_lets_it_wait_for_its_turn(viewer, mailbox, job):
    intake = new_intake(viewer, [mailbox], [ME])
    start_intake(viewer, intake)
    before = set(Job.objects.values_list("pk", flat=True))

    with one_at_a_time():
        job.func(str(viewer.member), str(intake))

    later = Job.objects.exclude(pk__in=before).get()
    assert later.run_after > clock.now()
    assert later.args_kwargs["args"] == [str(viewer.member), str(intake)]
    with scope_of(viewer):
        assert Intake.objects.get().state == IntakeState.WAITING


def test_reading_says_where_in_the_past_it_is(viewer, mailbox, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", 3)
    monkeypatch.setattr("amity.sources.mbox.read.CURSOR_EVERY", 1)
    intake, steps, sentences = new_intake(viewer, [mailbox], [ME]), [], []

    def tell(step):
        steps.append(step)
        sentences.append(progress(viewer, intake).sentence)

    run_intake(viewer, intake, tell)

    days = [step.now_on for step in steps if step.name == "reading"]
    assert days == [date(2026, 5, 9), date(2026, 5, 1), date(2026, 5, 21)]
    assert all(sentence.endswith(" letters, now in May 2026") for sentence in sentences[:2])


def test_starting_waits_for_a_worker_and_an_unknown_intake_is_not_here(viewer, mailbox):
    intake = new_intake(viewer, [mailbox], [ME])

    start_intake(viewer, intake)

    with scope_of(viewer):
        assert Intake.objects.get(pk=intake).state == IntakeState.WAITING
    for act in (start_intake, stop_intake, run_intake, intake_preview.look_at, intake_undo.undo_intake):
        with pytest.raises(NotHere):
            act(viewer, new_id())


def test_a_preview_says_what_would_come_and_stores_none_of_it(viewer, mailbox, cards):
    seen = intake_preview.preview(viewer, [mailbox, cards], [ME])

    assert (seen.new, seen.there, seen.cards, seen.cards_there) == (7, 0, 2, 0)
    assert [one.address for one in seen.own] == [ME]
    assert seen.aside[0].count == 1
    assert any("Tar and timber" in example for example in seen.examples)
    with scope_of(viewer):
        assert not Interaction.objects.exists()
        assert not Person.objects.exists()
        assert Intake.objects.get().state == IntakeState.PREVIEWED


def test_a_preview_counts_the_whole_and_looks_at_a_sample(viewer, tmp_path, monkeypatch):
    path = tmp_path / "many.mbox"
    _many_letters(path)
    monkeypatch.setattr(intake_preview, "LOOKED_AT", 40)

    seen = intake_preview.preview(viewer, [str(path)], [ME])

    assert (seen.letters_in_all, seen.cards_in_all, seen.counted_whole) == (300, 0, True)
    assert 20 <= seen.sampled == seen.new < 100
    assert seen.sentences[0] == "It holds 300 letters: that is counted, not estimated."
    assert seen.sentences[-1] == "About 300 letters would come in new: an estimate from that sample."


def test_a_preview_that_cannot_count_all_in_time_says_at_least(viewer, mailbox, monkeypatch):
    monkeypatch.setattr(intake_preview, "COUNTED_FOR", timedelta(0))

    seen = intake_preview.preview(viewer, [mailbox], [ME])

    assert not seen.counted_whole
    assert seen.sentences[0].startswith("It holds at least seven letters: ")


def test_a_preview_of_what_came_before_says_so(viewer, mailbox, cards):
    bring(viewer, mailbox, cards)

    seen = intake_preview.preview(viewer, [mailbox, cards], [ME])

    assert (seen.new, seen.there, seen.not_people, seen.cards_there) == (0, 7, 1, 2)
    assert seen.sentences[1].startswith("All of it was looked at, so what follows is exact: of eight letters, none ")


def test_an_upload_is_kept_in_the_data_folder_whatever_its_name_says(viewer):
    path = Path(save_upload(viewer, "../../etc/pass\0wd", [b"From ", b"x"]))

    assert path.read_bytes() == b"From x"
    assert settings.UPLOADS in path.parents
    assert path.stat().st_mode & 0o077 == 0


def test_taking_an_intake_back_leaves_nothing_of_it(viewer, mailbox, cards):
    intake = bring(viewer, mailbox, cards)

    undone = intake_undo.undo_intake(viewer, intake)

    with scope_of(viewer):
        for model in (Person, Handle, Interaction, Participant, Card, Fact, InCircle, Tie, Likeness):
            assert not model.objects.exists(), model.__name__
        assert Intake.objects.get(pk=intake).state == IntakeState.UNDONE
    assert undone.stays == ()
    assert fulltext.said(viewer.network, "timber", 5) == []
    assert fulltext.named(viewer.network, "okafor", 5) == []


def test_taking_it_back_twice_changes_nothing(viewer, mailbox):
    intake = bring(viewer, mailbox)
    first = intake_undo.undo_intake(viewer, intake)

    assert intake_undo.undo_intake(viewer, intake) == first


def test_taking_it_back_leaves_what_was_touched_and_says_so(viewer, mailbox):
    intake = bring(viewer, mailbox)
    with scope_of(viewer):
        ada = Person.objects.get(name="Ada Okafor")
        Person.objects.filter(pk=ada.pk).update(touched_at=ada.kept_at)

    undone = intake_undo.undo_intake(viewer, intake)

    assert people(viewer) == ["Ada Okafor"]
    assert undone.stays == (("You changed it since.", 1, ("Ada Okafor",)),)


def test_taking_it_back_leaves_what_another_intake_saw_too(viewer, mailbox, tmp_path):
    other = tmp_path / "other.mbox"
    other.write_bytes(MAILBOX[0] + MAILBOX[1])
    first = bring(viewer, mailbox)
    second = bring(viewer, str(other))

    intake_undo.undo_intake(viewer, first)

    with scope_of(viewer):
        assert set(Interaction.objects.values_list("intake_id", flat=True)) == {second}
        assert Interaction.objects.count() == 2
    assert people(viewer) == ["Ada Okafor"]
    intake_undo.undo_intake(viewer, second)
    assert people(viewer) == []


def test_taking_contacts_back_lets_the_letters_decide_again(viewer, mailbox, cards):
    bring(viewer, mailbox)
    before = told(viewer)
    second = bring(viewer, cards)

    intake_undo.undo_intake(viewer, second)

    after = told(viewer)
    assert {key: after[key] for key in ("people", "letters", "took part", "ties", "facts", "cards")} == {
        key: before[key] for key in ("people", "letters", "took part", "ties", "facts", "cards")
    }


def test_undoing_the_line_of_an_intake_leads_to_the_intake(viewer, mailbox):
    intake = bring(viewer, mailbox)
    (row,) = history_page(viewer, clock.today(viewer.time_zone)).rows

    with pytest.raises(TakenBackWhole) as led:
        undo(viewer, row.id)
    with pytest.raises(TakenBackWhole) as led_last:
        undo_last(viewer)

    assert (led.value.intake_id, led_last.value.intake_id, row.intake_id) == (intake, intake, intake)
    assert (row.can_undo, row.why_not) == (True, "")


def test_an_intake_that_was_taken_back_stands_so_in_the_history(viewer, mailbox):
    bring(viewer, mailbox)
    undone = intake_undo.undo_intake(viewer, bring(viewer, mailbox))

    back, second, first = history_page(viewer, clock.today(viewer.time_zone)).rows

    assert (back.id, back.label) == (undone.change_id, "Took back what came from letters.mbox.")
    assert [one.can_undo for one in (back, second, first)] == [False, False, True]
    assert (second.undone_at is not None, first.undone_at) == (True, None)


DIGEST = """
import os, sys
os.environ["AMITY_DATA"] = sys.argv[1]
os.environ["DJANGO_SETTINGS_MODULE"] = "amity.config.settings"
import django
django.setup()
from amity.queries.access import owner_here
from tests.actions.test_intake import told
print(repr(told(owner_here())))
"""


def _many_letters(path):
    letters = []
    for n in range(300):
        who = f"Person{chr(97 + n % 17)} Berg <p{n % 17}@berg.example>"
        sender, to = (who, ME) if n % 3 else (f"Robin Fenn <{ME}>", who)
        letters.append(letter(1000 + n, sender, to, day=1 + n % 28, subject=f"Word{n}", text=f"Text number {n}."))
    path.write_bytes(b"".join(letters))


def _python(script, *arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen([sys.executable, "-c", script, *arguments], env=environment, **options)


def _killed_and_gone_on(data, source, lines_before_each_kill):
    for lines in lines_before_each_kill:
        process = _python(KILLED, data, source, stdout=subprocess.PIPE)
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = _python(KILLED, data, source, stdout=subprocess.PIPE)
    out, _ = process.communicate()
    assert out.endswith(b"done\n")
    out, _ = _python(DIGEST, data, stdout=subprocess.PIPE).communicate()
    return hashlib.sha256(out).hexdigest()


@pytest.mark.slow
@pytest.mark.skipif(bool(os.environ.get("AMITY_DATABASE_URL")), reason="a file of its own for each process")
def test_killed_in_the_middle_and_gone_on_with_it_ends_the_same(tmp_path):
    source = tmp_path / "many.mbox"
    _many_letters(source)

    whole = _killed_and_gone_on(str(tmp_path / "whole"), str(source), [])
    often = _killed_and_gone_on(str(tmp_path / "often"), str(source), [2, 5, 1, 9, 4])

    assert whole == often
