"""After an intake was taken back the database is as it was before, though the undo was killed on its way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

from amity.actions import intake_undo
from amity.actions.facts import add_fact
from amity.actions.intake import new_intake, run_intake
from amity.actions.own import confirm_own_address
from amity.actions.setup import ensure_network
from amity.actions.trash import purge_trash
from amity.lib import clock
from amity.records.intakes import IntakeState
from amity.records.models import Change, Likeness, OwnAddress, Person, Tie
from amity.records.scope import scope_of
from tests.actions.test_intake import ADA, BO, CARDS, CY, ME, letter

pytestmark = pytest.mark.django_db(transaction=True)

# What tells of the intake itself, and where the words of people lie, which are written anew when they are looked at.
OF_THE_INTAKE = {"Intake", "IntakeProblem", "Change", "Job"}
MADE_ANEW = {"docid"}
GIL = "Gil Amsel <gil@amsel.example>"


def mine(number, to, day):
    return letter(number, f"Robin Fenn <{ME}>", to, day=day)


FIRST = [
    letter(1, ADA, ME, day=1, text="Shall we?\n-- \nAda Okafor\nOkafor Maps Ltd\n+44 20 7946 0101"),
    mine(2, ADA, 2),
    letter(3, ADA, f"{ME}, {BO}", day=9),
    letter(4, CY, ME, day=10, subject="A flat"),
    letter(5, "Nell Voss <nell@voss.example>", "sailing-list@lists.example", extra=[("List-Id", "<sailing.example>")]),
    letter(6, "Cyrus Ramanathan <cyrus@ramanathan.example>", ME, day=3),
    *(letter(20 + day, GIL, ME, day=day) for day in (1, 4, 9, 15, 22)),
    mine(50, GIL, 23),
]
SECOND = [
    FIRST[0],
    letter(11, "Ada B. Okafor <ada@okafor.example>", ME, day=11, text="Hi\n-- \nAda B. Okafor\nChart House Ltd"),
    letter(12, "Ada B. Okafor <ada@okafor.example>", ME, day=12),
    mine(13, "Cyrus Ramanathan <cy@flats.example>", 13),
    letter(14, "Cyrus Ramanathan <cy@flats.example>", ME, day=14),
    mine(15, "Nell Voss <nell@voss.example>", 15),
    letter(16, "Ines Okafor <ada@okafor.example>", ME, day=16),
    letter(17, "Ada Okafor <ada@home.example>", ME, day=17),
    mine(18, BO, 18),
    *(mine(60 + number, f"p{number}@berg.example", 1 + number) for number in range(20)),
]


@pytest.fixture
def viewer():
    return ensure_network()


def state():
    """Every row of every table but those that tell of intakes; numbers to six figures."""
    found = {}
    for model in apps.get_app_config("records").get_models():
        if model.__name__ not in OF_THE_INTAKE:
            names = [field.attname for field in model._meta.concrete_fields if field.attname not in MADE_ANEW]
            rows = getattr(model, "unscoped", model._default_manager).values_list(*names)
            found[model.__name__] = sorted(repr([plain(value) for value in row]) for row in rows)
    return found


def plain(value):
    if isinstance(value, memoryview):
        return bytes(value)
    return float(f"{value:.6g}") if isinstance(value, float) else value


def bring(viewer, folder, name, content):
    path = folder / name
    path.write_bytes(content)
    intake = new_intake(viewer, [str(path)], [ME])
    assert run_intake(viewer, intake) is IntakeState.DONE
    return intake


def prepared(viewer, folder):
    """A first intake, and something by hand."""
    bring(viewer, folder, "first.mbox", b"".join(FIRST))
    with scope_of(viewer):
        bo = Person.objects.get(name="Bo Lindqvist").pk
    add_fact(viewer, bo, "cares_about", "Knots")


def test_the_database_is_as_before(viewer, tmp_path):
    prepared(viewer, tmp_path)
    before = state()
    letters = bring(viewer, tmp_path, "second.mbox", b"".join(SECOND))
    cards = bring(viewer, tmp_path, "cards.vcf", CARDS.encode())

    intake_undo.undo_intake(viewer, cards)
    intake_undo.undo_intake(viewer, letters)

    assert state() == before


def test_what_the_second_intake_changed_was_worth_taking_back(viewer, tmp_path):
    prepared(viewer, tmp_path)
    before = state()

    bring(viewer, tmp_path, "second.mbox", b"".join(SECOND))

    changed = {table for table, rows in state().items() if rows != before[table]}
    assert {"Person", "Handle", "Interaction", "Participant", "Tie", "Fact", "Likeness", "Sighting"} <= changed
    with scope_of(viewer):
        assert Person.objects.filter(handles__value="cy@flats.example").get().name == "Cyrus Ramanathan"
        assert Likeness.objects.filter(person__intake=Person.objects.get(name="Gil Amsel").intake_id).exists()
        assert Tie.objects.filter(person__name="Gil Amsel").exists()


def sent_from_another_address(viewer, folder):
    """A folder of sent mail, which tells at its end that one more address is the owner's."""
    at_work = "Robin Fenn <robin@work.example>"
    sent = [letter(100 + n, at_work, f"p{n % 7}@berg.example", day=1 + n % 28) for n in range(40)]
    path = folder / "Sent.mbox"
    path.write_bytes(b"".join(sent))
    intake = new_intake(viewer, [str(path)])
    assert run_intake(viewer, intake) is IntakeState.DONE
    return intake


def test_an_address_that_it_found_to_be_the_owners_is_given_back(viewer, tmp_path):
    to_work = letter(70, GIL, f"{ME}, Robin Fenn <robin@work.example>", day=5)
    bring(viewer, tmp_path, "first.mbox", b"".join([*FIRST, to_work]))
    before = state()
    intake = sent_from_another_address(viewer, tmp_path)
    with scope_of(viewer):
        found = OwnAddress.objects.get(value="robin@work.example")
        assert not Person.objects.filter(handles__value="robin@work.example").exists()

    intake_undo.undo_intake(viewer, intake)

    assert found.confirmed_at is None
    assert state() == before


def test_an_address_that_the_owner_confirmed_since_stays_theirs(viewer, tmp_path):
    intake = sent_from_another_address(viewer, tmp_path)
    confirm_own_address(viewer, "mail", "robin@work.example")

    intake_undo.undo_intake(viewer, intake)

    with scope_of(viewer):
        assert OwnAddress.objects.filter(value="robin@work.example").exists()
        assert not Person.objects.exists()


def test_names_of_letters_that_another_intake_holds_too_stay(viewer, tmp_path):
    prepared(viewer, tmp_path)
    second = bring(viewer, tmp_path, "second.mbox", b"".join(SECOND))
    bring(viewer, tmp_path, "third.mbox", SECOND[3] + SECOND[4])

    intake_undo.undo_intake(viewer, second)

    with scope_of(viewer):
        assert Person.objects.filter(name="Cyrus Ramanathan").count() == 2
        assert not Person.objects.filter(name="Ada B. Okafor").exists()


def test_emptying_the_bin_forgets_what_letters_told_of_somebody(viewer, tmp_path, monkeypatch):
    prepared(viewer, tmp_path)
    bring(viewer, tmp_path, "second.mbox", b"".join(SECOND))
    with scope_of(viewer):
        Person.objects.filter(handles__value="ada@okafor.example").update(trashed_at=clock.now())
    later = clock.now().replace(year=clock.now().year + 1)
    monkeypatch.setattr(clock, "now", lambda: later)

    purge_trash(viewer)

    with scope_of(viewer):
        kept = repr(list(Change.objects.values_list("rows", flat=True)))
    assert "Ada B. Okafor" not in kept
    assert "Cyrus Ramanathan" in kept


BEGIN = """
import os, sys
os.environ["AMITY_DATA"] = sys.argv[1]
os.environ["DJANGO_SETTINGS_MODULE"] = "amity.config.settings"
import django
django.setup()
from pathlib import Path
from amity.actions import intake_undo, intake_undo_people
from amity.actions.setup import prepare
from amity.records.models import Intake
from amity.records.scope import scope_of
from tests.actions import test_taken_back as life
viewer = prepare()
"""
BROUGHT = (
    BEGIN
    + """
life.prepared(viewer, Path(sys.argv[2]))
print(repr(life.state()))
life.bring(viewer, Path(sys.argv[2]), "second.mbox", b"".join(life.SECOND))
"""
)
TAKEN_BACK = (
    BEGIN
    + """
intake_undo.PIECE, intake_undo_people.PEOPLE = 3, 4
with scope_of(viewer):
    newest = Intake.objects.order_by("-made_at").first()
print("begun", flush=True)
if sys.argv[3] == "by hand":
    intake_undo.undo_intake(viewer, newest.pk, lambda step: print(step.name, flush=True))
else:
    intake_undo.undo_intake_job.func(str(viewer.member), str(newest.pk))
print("done", flush=True)
"""
)
STATE = BEGIN + "print(repr(life.state()))"


def python(script, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], env=environment, stdout=subprocess.PIPE
    )


@pytest.mark.slow
@pytest.mark.skipif(bool(os.environ.get("AMITY_DATABASE_URL")), reason="a file of its own for each process")
@pytest.mark.parametrize("ended", ["by hand", "by the worker"])
def test_killed_in_the_middle_and_begun_again_it_is_as_before_too(tmp_path, ended):
    data = tmp_path / "data"
    before, _ = python(BROUGHT, data, tmp_path).communicate()

    for lines in (2, 6, 7, 4, 8):
        process = python(TAKEN_BACK, data, tmp_path, "by hand")
        told = [process.stdout.readline() for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert b"done\n" not in told, "it was too quick to be killed"
    out, _ = python(TAKEN_BACK, data, tmp_path, ended).communicate()

    after, _ = python(STATE, data).communicate()
    assert out.endswith(b"done\n")
    assert before
    assert after == before
