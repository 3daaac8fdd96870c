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
        Key("g r", "go-promises", "Promises"),
        Key("g n", "go-helping", "Helping: needs and offers"),
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
        Key("d", "done", "Kept, or we spoke"),
        Key("w", "write", "Write, call, or ask"),
        Key("s", "later", "Next week"),
        Key("x", "not-now", "Not now, because…"),
        Key("r", "let-go", "Let a promise go"),
        Key("e", "edit", "Change a promise"),
        Key("a", "asked", "I asked, and what they said"),
        Key("h", "help", "Help with this yourself"),
        Key("i", "introduce", "Write to one about the other"),
        Key("m", "no-match", "Not a match"),
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
        Key("a", "asked", "I asked how I can help"),
        Key("p", "print", "Print the briefing"),
    ),
)
PROMISES = Group(
    "Promises",
    (
        *LINES,
        Key("d", "done", "Kept, or it came"),
        Key("y", "yes", "Yes, I promised this; yes, it is kept"),
        Key("u", "yes-undated", "Yes, without a date"),
        Key("x", "no", "No"),
        Key("w", "write", "Do it now: write"),
        Key("r", "let-go", "Let it go"),
        Key("e", "edit", "Change it"),
        Key("a", "add", "Write a promise down"),
        Key("o", "open", "Open the person"),
    ),
)
HELPING = Group(
    "Helping",
    (
        *LINES,
        Key("y", "yes", "Yes; or it still is so"),
        Key("x", "no", "No"),
        Key("d", "done", "Met, or taken up"),
        Key("r", "let-go", "No longer so"),
        Key("w", "write", "Write, or call"),
        Key("h", "help", "Help with this yourself"),
        Key("i", "introduce", "Write to one about the other"),
        Key("m", "no-match", "Not a match"),
        Key("e", "edit", "Change it"),
        Key("a", "add", "Write a need or an offer down"),
        Key("o", "open", "Open the person"),
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
