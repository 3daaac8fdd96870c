"""What several commands ask for in the same words."""

from datetime import date, datetime
from typing import Annotated

import typer

from amity.lib import clock
from amity.lib.viewer import Viewer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
OnDay = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DAY", help="As on this day instead of today, as 2026-11-25."),
]


def day(viewer: Viewer, on: datetime | None = None) -> date:
    return on.date() if on else clock.today(viewer.time_zone)
