"""What the palette can do, in addresses and keys of this surface."""

from dataclasses import dataclass

from amity.queries.palette import Command, Palette


@dataclass(frozen=True, slots=True)
class Doing:
    """A line of the palette: a page to open, a change to make (`posts`), or what a key would press."""

    label: str
    icon: str
    href: str = ""
    posts: bool = False
    press: str = ""
    key: str = ""


_PAGES = {
    "today": ("/", "i-today", "g t"),
    "people": ("/people/", "i-people", "g p"),
    "candidates": ("/people/candidates/", "i-people", ""),
    "duplicates": ("/duplicates/", "i-people", ""),
    "sources": ("/sources/", "i-source", "g s"),
    "history": ("/history/", "i-clock", "g h"),
    "bin": ("/bin/", "i-bin", ""),
    "circles": ("/settings/#circles", "i-set", ""),
    "settings": ("/settings/", "i-set", "g ,"),
    "note": ("/capture/", "i-pen", "n"),
    "new-person": ("/people/new/", "i-add", ""),
}


def doings(offered: Palette) -> tuple[Doing, ...]:
    """The commands as this surface does them; one it has no page for is left out."""
    return tuple(doing for one in offered.commands if (doing := _doing(one)))


def _doing(command: Command) -> Doing | None:
    label, who = command.label, command.person_id
    if command.verb in _PAGES:
        href, icon, key = _PAGES[command.verb]
        return Doing(label, icon, href=href, key=key)
    if command.verb == "keys":
        return Doing(label, "i-more", href="/settings/", press="keys", key="?")
    if who is None:
        return None
    if command.verb == "write":
        return Doing(label, "i-mail", href=f"/people/{who}/write")
    if command.verb == "note-about":
        return Doing(label, "i-pen", href=f"/capture/?about={who}&back=/people/{who}/")
    if command.verb == "rhythm":
        return Doing(label, "i-clock", href=f"/people/{who}/rhythm/?back=/people/{who}/")
    if command.verb == "done":
        return Doing(label, "i-tick", href=f"/people/{who}/done", posts=True)
    return None
