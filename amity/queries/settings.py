"""The settings page: how a member likes their day, their own addresses, their circles."""

import uuid
from dataclasses import dataclass

from amity.formats.handles import shown_handle
from amity.judgement.capacity import Paced, capacity
from amity.judgement.vocabulary import HandleKind
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleRow, circles_page
from amity.records.bulk import as_uuid, select, stored_key
from amity.records.models import Membership, Network, Preferences, Tie
from amity.records.scope import reads

MOST_PACED = 2_000  # nearest ties that a week's room is worked out from


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


_LIKES = ("time_zone", "language", "today_limit", "weekly_contacts", "single_keys", "light", "keep_text")


@reads
def settings_page(viewer: Viewer) -> SettingsPage:
    """Everything on the settings page."""
    liked = likes_here(viewer)
    network = Network.objects.filter(pk=viewer.network).values_list("name", flat=True).first()
    username = Membership.objects.filter(pk=viewer.member).values_list("user__username", flat=True).first()
    return SettingsPage(
        network_name=network or "",
        username=username or "",
        likes=liked,
        own_addresses=own_addresses(viewer, only_unsaid=False),
        circles=circles_page(viewer),
        capacity=_capacity(viewer, liked.weekly_contacts),
    )


@reads
def likes(viewer: Viewer) -> Likes:
    """How a member likes their day; the defaults where nothing is stored."""
    return likes_here(viewer)


def likes_here(viewer: Viewer) -> Likes:
    """The same inside a query's scope."""
    rows = select(
        f"SELECT {', '.join(_LIKES)} FROM records_preferences WHERE network_id = %s AND member_id = %s",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    if not rows:
        untouched = Preferences(member_id=viewer.member)
        rows = [tuple(getattr(untouched, name) for name in _LIKES)]
    zone, language, today_limit, weekly_contacts, single_keys, light, keep_text = rows[0]
    return Likes(zone, language, today_limit, weekly_contacts, bool(single_keys), light, bool(keep_text))


def own_addresses(viewer: Viewer, *, only_unsaid: bool) -> tuple[OwnAddressRow, ...]:
    """The member's own addresses, those that wait for a word first; inside a query's scope."""
    unsaid = " AND confirmed_at IS NULL AND refused_at IS NULL" if only_unsaid else ""
    rows = select(
        "SELECT id, kind, value, reason, confirmed_at, refused_at FROM records_ownaddress"
        f" WHERE network_id = %s AND member_id = %s{unsaid} ORDER BY value",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    found = [
        OwnAddressRow(
            id=as_uuid(key),
            kind=HandleKind(kind),
            value=value,
            shown=shown_handle(kind, value),
            reason=reason,
            confirmed=confirmed is not None,
            refused=refused is not None,
        )
        for key, kind, value, reason, confirmed, refused in rows
    ]
    return tuple(sorted(found, key=lambda row: (row.confirmed or row.refused, row.refused)))


def _capacity(viewer: Viewer, weekly_contacts: int) -> str:
    nearest = Tie.objects.filter(member_id=viewer.member, listed=True).order_by("-strength", "person_id")
    rows = nearest.values_list("person_id", "rhythm_days", "strength")[:MOST_PACED]
    paced = [Paced(person, days, strength) for person, days, strength in rows if days]
    return capacity(paced, weekly_contacts).sentence if paced else ""
