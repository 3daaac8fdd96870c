"""Who may only look changes nothing, also in work that is no single change of the records."""

from amity.lib.viewer import Role, Viewer
from amity.records.scope import MayNotChange


def refuse_lookers(viewer: Viewer) -> None:
    """Raise MayNotChange for a member with the role of a viewer."""
    if viewer.role is Role.VIEWER:
        raise MayNotChange("You can look at this network, but not change it.")
