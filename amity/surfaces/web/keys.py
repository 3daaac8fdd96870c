"""The one list of keys: the sheet under ? is written from it, and the script binds what the sheet lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """`keys` is one key, or two in a row as "g t"; `press` names what on the page it presses (data-press)."""

    keys: str
    press: str
    words: str

    @property
    def shown(self) -> list[str]:
        return self.keys.replace("Shift+", "⇧ ").split()


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    keys: tuple[Key, ...]


ANYWHERE = Group(
    "Anywhere",
    (
        Key("g t", "go-today", "Today"),
        Key("g p", "go-people", "People"),
        Key("g s", "go-sources", "Sources"),
        Key("g h", "go-history", "History"),
        Key("g ,", "go-settings", "Settings"),
        Key("/", "find", "Find"),
        Key("n", "note", "Note what happened"),
        Key("z", "undo", "Undo the last change"),
        Key("?", "keys", "This sheet"),
    ),
)
LINES = (
    Key("j", "row-next", "Next line"),
    Key("k", "row-before", "Line before"),
)
LIST = (*LINES, Key("o", "open", "Open"))
TODAY = Group(
    "Today",
    (
        *LINES,
        Key("w", "write", "Write, or call"),
        Key("d", "done", "We spoke"),
        Key("s", "later", "Next week"),
        Key("x", "not-now", "Not now, because…"),
        Key("o", "open", "Open the person"),
    ),
)
PEOPLE = Group(
    "People",
    (
        *LINES,
        Key("o", "open", "Open the person"),
        Key("x", "pick", "Choose"),
        Key("Shift+x", "pick-to-here", "Choose up to here"),
        Key("a", "add", "Add a person"),
    ),
)
PERSON = Group(
    "This person",
    (
        Key("w", "write", "Write, or call"),
        Key("d", "done", "We spoke"),
        Key("e", "edit", "Edit"),
        Key("f", "fact", "Add something you know"),
    ),
)
PAIR = Group(
    "These two",
    (
        Key("m", "join", "The same: join them"),
        Key("t", "apart", "Two people"),
        Key("s", "not-yet", "I do not know yet"),
    ),
)
CANDIDATES = Group("These people", (*LINES, Key("e", "keep", "Keep"), Key("x", "leave-out", "Not a person for me")))
