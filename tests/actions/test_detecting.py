"""Looking through letters for promises, needs and offers: each once, only for the owner's people, come what may."""

import os
import signal
import subprocess
import sys
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from amity.actions import detecting, intake_undo
from amity.actions.detecting import (
    enqueue_unfinished,
    look_through,
    look_through_people,
    look_whether_kept,
    unfinished,
)
from amity.actions.help import accept_need, dismiss_need
from amity.actions.intake import new_intake, run_intake, run_intake_job, start_intake
from amity.actions.interactions import add_interaction
from amity.actions.people import keep_person, leave_out_person
from amity.actions.promises import accept_promise, dismiss_promise, not_kept_by_that
from amity.actions.reading import Stopped
from amity.actions.setup import ensure_network
from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib import clock
from amity.records.jobs import Job
from amity.records.models import HelpAsked, Intake, Interaction, Need, Offer, Person, Promise
from amity.records.scope import scope_of

ME = "Robin Fenn <robin@fenn.example>"
ADA, BO = "Ada Okafor <ada@okafor.example>", "Bo Lindqvist <bo@lindqvist.example>"
CY = "Cy Ramanathan <cy@ramanathan.example>"
pytestmark = pytest.mark.django_db(transaction=True)


def letter(number, sender, to, text, *, day, subject="", extra=()):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"] = f"<{number}@letters.example>"
    message["Date"] = f"{day:02d} May 2026 10:00:00 +0000"
    for name, value in extra:
        message[name] = value
    message.set_content(text)
    return b"From x Fri May  1 10:00:00 2026\n" + message.as_bytes() + b"\n"


LETTERS = [
    letter(1, ADA, ME, "I am looking for two honest readers. Could you send me the map?", day=1),
    letter(2, ME, ADA, "I'll send you the map on Thursday.\n\n> I'll bring you the moon.", day=2),
    letter(3, ADA, ME, "You may borrow our tent. I'll ask my choir about the hall.", day=3),
    letter(4, ME, ADA, "Here is the map. How can I help?", day=4, subject="The map"),
    letter(5, ME, BO, "I will write to the council about the tree.", day=5),
    letter(6, BO, ME, "Thank you.", day=6),
]
NOT_LOOKED_AT = [
    letter(11, ME, f"{ADA}, {BO}", "I'll send you both the keys.", day=7),
    letter(12, CY, ME, "I'll bring the papers. I need a carpenter.", day=8),
    letter(13, ADA, "walkers@lists.example", "I'll lead the walk.", day=9, extra=[("List-Id", "<walkers.example>")]),
    letter(14, "no-reply@shop.example", ME, "We'll send your parcel.", day=10),
]


@pytest.fixture
def viewer():
    return ensure_network()


@pytest.fixture
def archive(tmp_path):
    return archived(tmp_path / "letters.mbox", LETTERS)


def archived(path, letters):
    path.write_bytes(b"".join(letters))
    return str(path)


def bring(viewer, path):
    intake = new_intake(viewer, [path], ["robin@fenn.example"])
    run_intake(viewer, intake)
    return intake


def bring_and_look(viewer, path):
    intake = bring(viewer, path)
    return intake, look_through(viewer, intake)


def told(viewer):
    """Everything that was found, without keys."""
    with scope_of(viewer):
        promises = Promise.objects.select_related("person", "kept_by").order_by("said_on", "what")
        needs, offers = (model.objects.select_related("person").order_by("said_on", "what") for model in (Need, Offer))
        return {
            "promises": [
                (p.person.name, p.mine, p.what, str(p.due_on or ""), p.source, p.state, p.kept_words) for p in promises
            ],
            "needs": [(n.person.name, n.what, n.source, n.state) for n in needs],
            "offers": [(o.person.name, o.what, o.state) for o in offers],
            "asked": [(a.person.name, str(a.asked_on)) for a in HelpAsked.objects.select_related("person")],
        }


EVERYTHING = {
    "promises": [
        ("Ada Okafor", True, "Send the map", "2026-05-07", "your mail", "suggested", "Here is the map."),
        ("Ada Okafor", False, "Ask their choir about the hall", "", "their mail", "suggested", ""),
        ("Bo Lindqvist", True, "Write to the council about the tree", "", "your mail", "suggested", ""),
    ],
    "needs": [("Ada Okafor", "Two honest readers", "their mail", "suggested")],
    "offers": [("Ada Okafor", "You may borrow our tent", "suggested")],
    "asked": [("Ada Okafor", "2026-05-04")],
}


def the(viewer, model, **named):
    with scope_of(viewer):
        return model.objects.get(**named)


def test_letters_are_looked_through_and_what_is_found_is_the_owners_to_decide(viewer, archive):
    _, looked = bring_and_look(viewer, archive)

    assert told(viewer) == EVERYTHING
    assert (looked.promises, looked.needs, looked.offers) == (3, 1, 1)


def test_the_phrase_is_marked_in_its_sentence_and_leads_to_its_letter(viewer, archive):
    bring_and_look(viewer, archive)

    promise = the(viewer, Promise, what="Send the map")

    assert promise.sentence[promise.mark_start : promise.mark_end] == "I'll send you the map on Thursday"
    assert promise.said_on == date(2026, 5, 2)
    assert promise.reason
    with scope_of(viewer):
        assert promise.interaction.text.startswith("I'll send you the map")


def test_crowds_lists_machines_and_strangers_are_left_alone(viewer, tmp_path):
    bring_and_look(viewer, archived(tmp_path / "more.mbox", LETTERS + NOT_LOOKED_AT))

    assert told(viewer) == EVERYTHING


def test_a_second_look_and_a_second_import_double_nothing(viewer, archive):
    intake, first = bring_and_look(viewer, archive)

    again = look_through(viewer, intake)
    bring_and_look(viewer, archive)

    assert again == first
    assert told(viewer) == EVERYTHING


def test_a_stop_between_two_people_loses_and_doubles_nothing(viewer, archive, monkeypatch):
    monkeypatch.setattr(detecting, "PEOPLE", 1)
    intake = bring(viewer, archive)

    def stop(step):
        raise Stopped

    for _ in range(2):
        with pytest.raises(Stopped):
            look_through(viewer, intake, stop)
    assert unfinished(viewer) == [intake]
    look_through(viewer, intake)

    assert told(viewer) == EVERYTHING
    assert unfinished(viewer) == []


def test_what_comes_later_may_keep_a_promise_of_an_earlier_import(viewer, tmp_path):
    bring_and_look(viewer, archived(tmp_path / "one.mbox", LETTERS[:3]))
    bring_and_look(viewer, archived(tmp_path / "two.mbox", LETTERS[3:]))

    assert told(viewer) == EVERYTHING


def test_an_older_archive_brought_in_later_meets_what_kept_its_promises(viewer, tmp_path):
    bring_and_look(viewer, archived(tmp_path / "two.mbox", LETTERS[2:]))
    bring_and_look(viewer, archived(tmp_path / "one.mbox", LETTERS[:2]))

    assert told(viewer) == EVERYTHING


def test_a_question_answered_with_no_is_not_asked_again(viewer, archive):
    bring_and_look(viewer, archive)
    promise = the(viewer, Promise, what="Send the map").pk
    accept_promise(viewer, promise)
    not_kept_by_that(viewer, promise)

    look_whether_kept(viewer)

    assert the(viewer, Promise, pk=promise).kept_by_id is None


def test_the_night_asks_about_what_was_noted_by_hand(viewer, archive, monkeypatch):
    bring_and_look(viewer, archive)
    monkeypatch.setattr(clock, "now", lambda: clock.datetime(2026, 5, 20, 10, tzinfo=clock.UTC))
    bo = the(viewer, Person, name="Bo Lindqvist").pk
    add_interaction(viewer, [bo], "in_person", date(2026, 5, 19), text="I have written to the council about the tree.")

    look_whether_kept(viewer)

    promise = the(viewer, Promise, what="Write to the council about the tree")
    assert (promise.state, promise.kept_words) == ("suggested", "I have written to the council about the tree.")


def test_somebody_kept_later_is_looked_through_whole(viewer, tmp_path):
    bring_and_look(viewer, archived(tmp_path / "more.mbox", NOT_LOOKED_AT))
    cy = the(viewer, Person, name="Cy Ramanathan").pk
    assert told(viewer)["needs"] == []

    keep_person(viewer, cy)
    (job,) = Job.objects.filter(task_path=detecting.look_through_people_job.module_path)
    detecting.look_through_people_job.func(*job.args_kwargs["args"])

    assert told(viewer)["needs"] == [("Cy Ramanathan", "A carpenter", "their mail", "suggested")]
    assert told(viewer)["promises"] == [("Cy Ramanathan", False, "Bring the papers", "", "their mail", "suggested", "")]


def test_who_is_left_out_is_not_looked_through(viewer, archive):
    intake = bring(viewer, archive)
    ada = the(viewer, Person, name="Ada Okafor").pk
    leave_out_person(viewer, ada)

    look_through(viewer, intake)
    look_through_people(viewer, [ada])

    assert {name for name, *_ in told(viewer)["promises"]} == {"Bo Lindqvist"}


def test_undoing_the_import_takes_suggestions_back_and_their_people(viewer, archive):
    intake, _ = bring_and_look(viewer, archive)

    intake_undo.undo_intake(viewer, intake)

    assert told(viewer) == {"promises": [], "needs": [], "offers": [], "asked": []}
    with scope_of(viewer):
        assert not Person.objects.exists()


def test_undoing_the_import_keeps_what_was_accepted_and_finds_its_letter_again(viewer, archive):
    intake, _ = bring_and_look(viewer, archive)
    accept_promise(viewer, the(viewer, Promise, what="Send the map").pk)
    accept_need(viewer, the(viewer, Need).pk)

    intake_undo.undo_intake(viewer, intake)

    after = told(viewer)
    assert after["promises"] == [("Ada Okafor", True, "Send the map", "2026-05-07", "your mail", "open", "")]
    assert after["needs"] == [("Ada Okafor", "Two honest readers", "their mail", "open")]
    assert the(viewer, Promise).interaction_id is None
    bring_and_look(viewer, archive)
    promise = the(viewer, Promise, what="Send the map")
    assert promise.state == PromiseState.OPEN
    with scope_of(viewer):
        assert promise.interaction.happened_at.date() == date(2026, 5, 2)


@pytest.mark.parametrize("undone_between", [False, True])
def test_what_was_dismissed_never_comes_back(viewer, archive, undone_between):
    intake, _ = bring_and_look(viewer, archive)
    dismiss_promise(viewer, the(viewer, Promise, what="Send the map").pk)
    dismiss_need(viewer, the(viewer, Need).pk)
    if undone_between:
        intake_undo.undo_intake(viewer, intake)

    bring_and_look(viewer, archive)

    after = told(viewer)
    assert [row for row in after["promises"] if row[5] == "suggested"] == EVERYTHING["promises"][1:]
    assert [row for row in after["needs"] if row[3] == "suggested"] == []


def test_what_was_dismissed_loses_its_words_with_its_letter_and_keeps_its_key(viewer, archive):
    intake, _ = bring_and_look(viewer, archive)
    accept_need(viewer, the(viewer, Need).pk)  # so that Ada stays
    dismissed = the(viewer, Promise, what="Send the map")
    dismiss_promise(viewer, dismissed.pk)

    intake_undo.undo_intake(viewer, intake)

    left = the(viewer, Promise, pk=dismissed.pk)
    assert (left.what, left.sentence, left.reason, left.due_on, left.said_on) == ("", "", "", None, None)
    assert (left.state, bytes(left.key)) == (PromiseState.DISMISSED, bytes(dismissed.key))


def test_what_another_import_saw_as_well_keeps_its_suggestions(viewer, archive, tmp_path):
    first, _ = bring_and_look(viewer, archive)
    second, _ = bring_and_look(viewer, archived(tmp_path / "again.mbox", LETTERS))

    intake_undo.undo_intake(viewer, first)
    assert told(viewer) == EVERYTHING

    intake_undo.undo_intake(viewer, second)
    assert told(viewer)["promises"] == []


def test_an_import_that_is_being_taken_back_is_not_looked_through(viewer, archive, monkeypatch):
    intake = bring(viewer, archive)

    def take_back_meanwhile(*_):
        with scope_of(viewer):
            Intake.objects.filter(pk=intake).update(state="undoing")
        return {}

    monkeypatch.setattr(detecting, "awaited_of", take_back_meanwhile)
    with pytest.raises(Stopped):
        look_through(viewer, intake)

    assert told(viewer)["promises"] == []


def test_a_worker_that_reads_an_import_leaves_a_job_to_look_through_it(viewer, archive):
    start_intake(viewer, new_intake(viewer, [archive], ["robin@fenn.example"]))
    (reading,) = Job.objects.filter(task_path=run_intake_job.module_path)

    run_intake_job.func(*reading.args_kwargs["args"])

    (job,) = Job.objects.filter(task_path=detecting.look_through_job.module_path)
    detecting.look_through_job.func(*job.args_kwargs["args"])
    assert told(viewer) == EVERYTHING


def test_what_nobody_looks_through_any_more_is_put_into_the_queue_once(viewer, archive):
    bring(viewer, archive)
    later = clock.now() + 2 * detecting.LEFT_ALONE

    assert enqueue_unfinished(clock.now()) == 0
    assert enqueue_unfinished(later) == 1
    assert enqueue_unfinished(later) == 0


def test_the_row_of_a_suggestion_says_whose_and_of_which_import(viewer, archive):
    intake, _ = bring_and_look(viewer, archive)

    need = the(viewer, Need)

    assert (need.member_id, need.intake_id, need.state) == (viewer.member, intake, HelpState.SUGGESTED)
    assert need.confidence >= 0.8
    with scope_of(viewer):
        assert Interaction.objects.get(pk=need.interaction_id).intake_id == intake


LOOK = """
import os, sys
os.environ["AMITY_DATA"] = sys.argv[1]
os.environ["DJANGO_SETTINGS_MODULE"] = "amity.config.settings"
import django
django.setup()
from amity.actions import detecting
from amity.actions.setup import prepare
from amity.records.models import Intake
from amity.records.scope import scope_of
from tests.actions.test_detecting import bring, told
detecting.PEOPLE = 1
viewer = prepare()
with scope_of(viewer):
    intake = Intake.objects.values_list("pk", flat=True).first()
intake = intake or bring(viewer, sys.argv[2])
detecting.look_through(viewer, intake, lambda step: print(step.done, flush=True))
print(repr(told(viewer)))
"""


def _looking(data, archive):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen([sys.executable, "-c", LOOK, data, archive], env=environment, stdout=subprocess.PIPE)


@pytest.mark.slow
@pytest.mark.skipif(bool(os.environ.get("AMITY_DATABASE_URL")), reason="a file of its own for each process")
def test_killed_in_the_middle_and_gone_on_with_it_ends_the_same(tmp_path):
    letters = []
    for number in range(30):
        who = f"Person{chr(97 + number)} Berg <p{number}@berg.example>"
        letters.append(letter(100 + number, who, ME, f"I am looking for {number + 2} chairs.", day=1 + number % 28))
        letters.append(letter(200 + number, ME, who, f"I'll bring you {number + 2} chairs.", day=1 + number % 28))
    archive = archived(tmp_path / "many.mbox", letters)

    for _ in range(3):
        process = _looking(str(tmp_path / "data"), archive)
        process.stdout.readline()
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    out, _ = _looking(str(tmp_path / "data"), archive).communicate()
    whole, _ = _looking(str(tmp_path / "whole"), archive).communicate()

    last, expected = (said.decode().splitlines()[-1] for said in (out, whole))
    assert last == expected
    assert last.count("suggested") == 60
