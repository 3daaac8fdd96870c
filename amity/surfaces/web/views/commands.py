"""What the palette can do, in addresses and keys of this surface."""

from dataclasses import dataclass, replace

from amity.queries.palette import Command


@dataclass(frozen=True, slots=True)
class Doing:
    """A line of the palette: an address, or the name of what a key would press."""

    label: str
    note: str
    href: str
    icon: str
    press: str = ""
    key: str = ""


_EVERYWHERE = {
    "go_today": Doing("", "", "/", "i-today", key="g t"),
    "go_people": Doing("", "", "/people/", "i-people", key="g p"),
    "go_sources": Doing("", "", "/sources/", "i-source", key="g s"),
    "go_history": Doing("", "", "/history/", "i-clock", key="g h"),
    "go_settings": Doing("", "", "/settings/", "i-set", key="g ,"),
}


def doings(command: Command) -> Doing | None:
    """The command as this surface does it; None for one it has no page for."""
    known = _EVERYWHERE.get(command.verb)
    return replace(known, label=command.label, note=command.note) if known else None
