"""A disk that fills in the middle of an import: SQLite is really told that there are no more pages."""

import errno

import pytest
from django.db import OperationalError, connection

from amity.actions import reading
from amity.actions.intake import is_full_disk, new_intake, run_intake
from amity.lib.errors import BrokeOff
from amity.records.intakes import IntakeState
from amity.records.models import Intake, Interaction
from amity.records.scope import scope_of
from tests.actions.test_intake import ME, _many_letters

NO_LIMIT = 4_294_967_294  # pages: SQLite's own most
LETTERS = 300
ROOM = 25  # pages: enough for a chunk or two, not for all


@pytest.fixture
def disk():
    """Give the database `pages` more pages, and no more; without an argument, all it wants."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite can be told how many pages there are")

    def leave(pages=None):
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")  # what earlier tests left free would be room as well
            cursor.execute("PRAGMA page_count")
            most = NO_LIMIT if pages is None else cursor.fetchone()[0] + pages
            cursor.execute(f"PRAGMA max_page_count = {most}")

    yield leave
    leave()


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_said_kindly_and_with_room_again_all_comes_once(viewer, disk, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", 20)
    monkeypatch.setattr("amity.sources.mbox.read.CURSOR_EVERY", 5)
    source = tmp_path / "many.mbox"
    _many_letters(source)
    intake = new_intake(viewer, [str(source)], [ME])
    disk(ROOM)

    with pytest.raises(BrokeOff, match="The disk is full. What came so far is whole"):
        run_intake(viewer, intake)

    with scope_of(viewer):
        came = Interaction.objects.count()
        assert Intake.objects.get(pk=intake).state in (IntakeState.FAILED, IntakeState.READING)
    assert 0 < came < LETTERS
    disk()
    assert run_intake(viewer, intake) is IntakeState.DONE
    with scope_of(viewer):
        assert Interaction.objects.count() == LETTERS


@pytest.mark.parametrize(
    ("error", "is_full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("database or disk is full"), True),
        (OperationalError('could not extend file "base/1/2": No space left on device'), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (OperationalError("no such table: full"), False),
        (ValueError("it is full"), False),
    ],
)
def test_a_full_disk_is_told_from_other_trouble(error, is_full):
    assert is_full_disk(error) is is_full
