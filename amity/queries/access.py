"""Who may look where: from a user to a viewer. The only queries that take no viewer, because they make one."""

import uuid
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amity.lib.viewer import Role, Viewer
from amity.records.models import Membership, Preferences


def viewer_of(user_id: uuid.UUID) -> Viewer | None:
    """The viewer for a user's first network, or None for someone who belongs nowhere."""
    membership = Membership.objects.filter(user_id=user_id).order_by("joined_at").first()
    return _viewer(membership) if membership else None


def owner_here() -> Viewer | None:
    """The viewer for whoever owns this data folder: the command line's, and the worker's until jobs name theirs."""
    membership = Membership.objects.filter(role=Role.OWNER).order_by("joined_at").first()
    return _viewer(membership) if membership else None


def member(member_id: uuid.UUID) -> Viewer | None:
    """The viewer for a member by key, as jobs carry it."""
    membership = Membership.objects.filter(pk=member_id).first()
    return _viewer(membership) if membership else None


def _viewer(membership: Membership) -> Viewer:
    liked = Preferences.unscoped.filter(network_id=membership.network_id, member_id=membership.pk)
    zone = liked.values_list("time_zone", flat=True).first()  # asked at every request: a whole row costs thrice as much
    return Viewer(
        network=membership.network_id,
        member=membership.pk,
        role=Role(membership.role),
        time_zone=zone_named(zone or "UTC"),
    )


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
