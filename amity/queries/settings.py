"""The settings page: how a member likes their day, their own addresses, their circles."""

import uuid
from dataclasses import dataclass

from amity.judgement.vocabulary import HandleKind
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleRow
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class OwnAddressRow:
    """An address of the member's own: confirmed, refused, or guessed for a `reason`."""

    id: uuid.UUID
    kind: HandleKind
    value: str
    shown: str
    reason: str
    confirmed: bool
    refused: bool


@dataclass(frozen=True, slots=True)
class Likes:
    """How a member likes their day, as `actions.preferences.set_preferences` takes it."""

    time_zone: str
    language: str
    today_limit: int
    weekly_contacts: int
    single_keys: bool
    light: str
    keep_text: bool


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Everything to set. `capacity` says whether a week holds all rhythms; `username` is who is signed in."""

    network_name: str
    username: str
    likes: Likes
    own_addresses: tuple[OwnAddressRow, ...]
    circles: tuple[CircleRow, ...]
    capacity: str


@reads
def settings_page(viewer: Viewer) -> SettingsPage:
    """Everything on the settings page."""
    raise NotHere("This page is not written yet.")


@reads
def likes(viewer: Viewer) -> Likes:
    """How a member likes their day; the defaults where nothing is stored."""
    raise NotHere("This page is not written yet.")
