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
    "promises": ("/promises/", "i-promise", "g r"),
    "helping": ("/helping/", "i-help", "g n"),
    "candidates": ("/people/candidates/", "i-people", ""),
    "duplicates": ("/duplicates/", "i-people", ""),
    "sources": ("/sources/", "i-source", "g s"),
    "history": ("/history/", "i-clock", "g h"),
    "bin": ("/bin/", "i-bin", ""),
    "circles": ("/settings/#circles", "i-set", ""),
    "settings": ("/settings/", "i-set", "g ,"),
    "note": ("/capture/", "i-pen", "n"),
    "new-promise": ("/promises/new/", "i-promise", ""),
    "new-need": ("/helping/new/", "i-help", ""),
    "new-person": ("/people/new/", "i-add", ""),
}
_WITH_SOMEBODY = {
    "write": ("/people/{who}/write", "i-mail"),
    "note-about": ("/capture/?about={who}&back=/people/{who}/", "i-pen"),
    "promise-to": ("/promises/new/?with={who}&back=/people/{who}/", "i-promise"),
    "asked": ("/people/{who}/asked/?back=/people/{who}/", "i-help"),
    "rhythm": ("/people/{who}/rhythm/?back=/people/{who}/", "i-clock"),
    "done": ("/people/{who}/done", "i-tick"),
}
_POSTED = frozenset({"done"})


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
    if who is None or command.verb not in _WITH_SOMEBODY:
        return None
    href, icon = _WITH_SOMEBODY[command.verb]
    return Doing(label, icon, href=href.format(who=who), posts=command.verb in _POSTED)
