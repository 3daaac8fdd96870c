"""Who is looking: the first argument of every query and action."""

import uuid
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a member may do in a network."""

    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Viewer:
    """One member of one network. Opens the scope, decides what is private to whom, is the *who* of a change."""

    network: uuid.UUID
    member: uuid.UUID
    role: Role = Role.OWNER
    time_zone: ZoneInfo = ZoneInfo("UTC")
