"""Who may look where: from a user to a viewer. The only queries that take no viewer, because they make one."""

import uuid
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amity.lib.viewer import Role, Viewer
from amity.records.bulk import as_uuid, select, stored_key


def viewer_of(user_id: uuid.UUID) -> Viewer | None:
    """The viewer for a user's first network, or None for someone who belongs nowhere."""
    return _first("m.user_id = %s", stored_key(user_id))


def owner_here() -> Viewer | None:
    """The viewer for whoever owns this data folder: the command line's, and the worker's until jobs name theirs."""
    return _first("m.role = %s", Role.OWNER.value)


def member(member_id: uuid.UUID) -> Viewer | None:
    """The viewer for a member by key, as jobs carry it."""
    return _first("m.id = %s", stored_key(member_id))


def _first(wanted: str, value: object) -> Viewer | None:
    """Who joined first, in one plain statement: it is asked at every request."""
    rows = select(
        "SELECT m.network_id, m.id, m.role, p.time_zone FROM records_membership m LEFT JOIN records_preferences p"
        f" ON p.network_id = m.network_id AND p.member_id = m.id WHERE {wanted} ORDER BY m.joined_at LIMIT 1",
        [value],
    )
    for network, key, role, zone in rows:
        return Viewer(as_uuid(network), as_uuid(key), Role(role), zone_named(zone or "UTC"))
    return None


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
