"""From a name somebody typed to the person it means."""

import uuid

from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.resolve import PersonBrief, who

MOST_NAMED = 4  # of several who answer to a name, in the sentence that asks which


def the_one(viewer: Viewer, text: str, field: str = "who") -> uuid.UUID:
    """The person a name means. Raises NotAccepted when none or several answer to it."""
    meant = who(viewer, text.strip())
    if not meant:
        raise NotAccepted(f"Nobody here is called “{text}”. Add them first, or write the name as it stands.", field)
    if len(meant) > 1:
        several = "; ".join(described(one) for one in meant[:MOST_NAMED])
        raise NotAccepted(f"Several answer to “{text}”: {several}. Write the whole name, or an address.", field)
    return meant[0].id


def described(one: PersonBrief) -> str:
    """Enough to tell one from another of the same name."""
    return f"{one.name}, {one.line}" if one.line else one.name


def all_meant(viewer: Viewer, text: str, field: str = "who") -> list[uuid.UUID]:
    """The people that names with commas between them mean; a whole name may hold a comma itself."""
    whole = who(viewer, text.strip())
    if len(whole) == 1:
        return [whole[0].id]
    return [the_one(viewer, name, field) for name in text.split(",") if name.strip()] or [the_one(viewer, text, field)]
