"""Fills a network with the sample life: read in and looked through, then what the owner would have set by hand."""

import uuid
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from amity.actions.demo_practice import practise
from amity.actions.detecting import look_through
from amity.actions.intake import new_intake, run_intake
from amity.actions.own import confirm_own_address
from amity.actions.people import set_met_through
from amity.actions.preferences import set_preferences
from amity.actions.relationships import add_relationship
from amity.actions.steps import Progress
from amity.actions.ties import set_kin, set_rhythm
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.models import Person
from amity.records.scope import scope_of
from amity.sources.demo import life, read

OWNER_ZONE = "Europe/London"
TICKET_FILE = "sample-life.json"


def fill_with_sample_life(viewer: Viewer, today: date, progress: Progress | None = None) -> uuid.UUID:
    """Read the sample life as it looks on `today` into an empty network; gives the intake, which can be undone whole.

    Raises NotAccepted when people are there already: a sample among real people would be told apart by nobody.
    """
    with scope_of(viewer):
        if Person.objects.filter(kept_at__isnull=False).exists():
            raise NotAccepted("There are people here already. The sample life wants an empty data folder.")
    owner = life.owner(today)
    set_preferences(
        viewer,
        time_zone=OWNER_ZONE,
        weekly_contacts=owner["weekly_contacts_budget"],
        today_limit=owner["today_holds_at_most"],
    )
    for address in owner["addresses"]:
        confirm_own_address(viewer, "mail", address)
    intake_id = new_intake(viewer, [str(_ticket_file(today))], me=owner["addresses"])
    run_intake(viewer, intake_id, progress)
    look_through(viewer, intake_id, progress)
    people = _who_is_who(viewer, today)
    with transaction.atomic():  # two hundred small changes, stored at once
        _set_by_hand(viewer, owner, today, people)
        practise(viewer, today, people)
    return intake_id


def _ticket_file(today: date) -> Path:
    path = Path(settings.UPLOADS) / TICKET_FILE
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(read.ticket(today), "utf-8")
    return path


def _who_is_who(viewer: Viewer, today: date) -> dict[str, uuid.UUID]:
    with scope_of(viewer):
        by_name = dict(Person.objects.filter(kept_at__isnull=False).values_list("name", "pk"))
    return {who: by_name[one.name] for who, one in life.everybody(today).items() if one.name in by_name}


def _set_by_hand(viewer: Viewer, owner: dict[str, Any], today: date, known: dict[str, uuid.UUID]) -> None:
    """What no source tells: who belongs to whom, through whom they met, whom she calls family, how often she calls."""
    everybody = life.everybody(today)
    for row in life.relationships():
        if row["a"] in known and row["b"] in known:
            add_relationship(viewer, known[row["a"]], known[row["b"]], row["kind"])
    for who, somebody in everybody.items():
        if (through := somebody.row.get("met_through")) in known and who in known:
            set_met_through(viewer, known[who], known[through], "")
        if who in known and "family" in somebody.row.get("circles", [somebody.row.get("circle")]):
            set_kin(viewer, known[who], True)
    for setting in owner["settings"]:
        if "rhythm_days" in setting:
            set_rhythm(viewer, [known[setting["person"]]], setting["rhythm_days"])
