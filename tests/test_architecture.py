"""What import contracts cannot say, read from the source: who may write, who may ask the time, who takes a viewer."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "amity"

WRITES = {
    "save", "create", "update", "delete", "get_or_create", "update_or_create",
    "bulk_create", "bulk_update", "bulk_load", "bulk_change", "bulk_remove",
}  # fmt: skip
ROWS = {"bulk_load", "bulk_change", "bulk_remove", "select", "add_said", "add_named", "remove_named"}
ORM = {"objects", "unscoped", "select_related", "prefetch_related", "values_list", "_meta", "_default_manager"}
CLOCKS = {"now", "today", "utcnow"}
VIEWER_FIRST = {"reads", "changes"}
# The edges: each catches everything so that one failure does not take the process with it, and logs it.
MAY_CATCH_EVERYTHING = {"actions/intake.py", "actions/jobs.py", "surfaces/jobs/worker.py", "surfaces/cli/main.py"}
# What carries the viewer as well as the viewer itself does.
CARRIERS = {"Recorder", "Judging", "Bringing", "QuerySet"}
# Public, without a viewer, and touching rows all the same.
TAKES_NO_VIEWER = {
    # make the viewer, or run before there is one
    "queries/access.py": {"viewer_of", "owner_here", "member"},
    "actions/setup.py": {
        "prepare", "ensure_network", "new_set_up_token", "new_signed_in_token", "signed_in_by", "token_state", "claim",
    },
    # for every member, one after the other; the table of jobs belongs to no network
    "actions/nightly.py": {"enqueue_nights"},
    "actions/detecting.py": {"enqueue_unfinished"},
    "actions/jobs.py": {"sign_on", "sign_off", "still_alive", "take_job", "reclaim_jobs", "forget_old_jobs"},
    # steps of queries and actions, called where a scope is open
    "queries/circles.py": {"all_marks", "marks_of"},
    "actions/changes.py": {"from_json", "manager_of"},
    "actions/intake_heirs.py": {"heirs", "seen_after"},
    "actions/parting.py": {"refuse_to_part"},
    "actions/rows.py": {"person", "people", "both_locked", "handle", "circle"},
    "actions/standing.py": {"stand"},
    "actions/taking_back.py": {"take_back", "touched_by"},
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One file of the product, parsed."""

    name: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def attributes(self) -> Iterator[ast.Attribute]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Attribute))

    def functions(self) -> dict[str, ast.FunctionDef]:
        return {node.name: node for node in self.tree.body if isinstance(node, ast.FunctionDef)}

    def public_functions(self) -> Iterator[ast.FunctionDef]:
        return (function for name, function in self.functions().items() if not name.startswith("_"))


def modules(*layers: str) -> list[Module]:
    files = [
        file for layer in layers for file in sorted((ROOT / layer).rglob("*.py")) if "migrations" not in file.parts
    ]
    return [parsed(file.relative_to(ROOT).as_posix(), file.read_text()) for file in files]


def parsed(name: str, source: str) -> Module:
    return Module(name, ast.parse(source))


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def writes(module: Module) -> list[str]:
    return [
        f"{module.name}:{call.lineno} {called(call)}"
        for call in module.calls()
        if called(call) in WRITES and not _is_of_a_plain_set(call)
    ]


def _is_of_a_plain_set(call: ast.Call) -> bool:
    """`seen.update(…)` of a set or dict: positional arguments. A queryset's update takes keywords only."""
    return called(call) == "update" and bool(call.args)


def orm_uses(module: Module) -> list[str]:
    return [f"{module.name}:{node.lineno} {node.attr}" for node in module.attributes() if node.attr in ORM]


def clock_readings(module: Module) -> list[str]:
    return [f"{module.name}:{call.lineno} {called(call)}" for call in module.calls() if called(call) in CLOCKS]


def hidden_imports(module: Module) -> list[str]:
    functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        f"{module.name}:{node.lineno}"
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def broad_catches(module: Module) -> list[str]:
    return [
        f"{module.name}:{node.lineno}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & _names(node.type))
    ]


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def without_viewer(module: Module) -> list[str]:
    """Public functions that touch rows, themselves or by a function beside them, though nobody said who is looking."""
    allowed = TAKES_NO_VIEWER.get(module.name, set())
    touching = _touching_rows(module)
    return [
        f"{module.name}:{function.lineno} {function.name}"
        for function in module.public_functions()
        if function.name in touching and function.name not in allowed and not _knows_the_viewer(function)
    ]


def _touching_rows(module: Module) -> set[str]:
    functions = module.functions()
    calls = {name: _called_in(function) for name, function in functions.items()}
    touching = {name for name, function in functions.items() if calls[name] & ROWS or _attributes_of(function) & ORM}
    while more := {name for name in functions if name not in touching and calls[name] & touching}:
        touching |= more
    return touching


def _called_in(function: ast.FunctionDef) -> set[str]:
    return {called(node) for node in ast.walk(function) if isinstance(node, ast.Call)}


def _attributes_of(function: ast.FunctionDef) -> set[str]:
    return {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}


def _knows_the_viewer(function: ast.FunctionDef) -> bool:
    if any(_names(decorator) & VIEWER_FIRST for decorator in function.decorator_list):
        return True
    first = function.args.args[0] if function.args.args else None
    if first is None:
        return False
    if any(_names(decorator) & {"task"} for decorator in function.decorator_list):
        return first.arg == "member_id"  # a job carries keys only, and makes the viewer of them
    return first.arg == "viewer" or bool(first.annotation and _names(first.annotation) & CARRIERS)


def all_modules() -> list[Module]:
    layers = ["config", "surfaces", "actions", "queries", "records", "sources", "judgement", "formats", "lib"]
    return modules(*layers)


@pytest.mark.parametrize(
    ("layers", "breaches"),
    [
        pytest.param(["queries"], writes, id="queries write nothing"),
        pytest.param(["surfaces"], orm_uses, id="surfaces ask no database"),
        pytest.param(["surfaces"], writes, id="surfaces write nothing"),
        pytest.param(["judgement", "formats"], clock_readings, id="rules and formats ask no clock"),
        pytest.param(["queries"], without_viewer, id="every query takes the viewer first"),
        pytest.param(["actions"], without_viewer, id="every action takes the viewer first"),
    ],
)
def test_a_layer_keeps_to_itself(layers, breaches):
    assert [breach for module in modules(*layers) for breach in breaches(module)] == []


def test_nothing_is_imported_inside_a_function():
    assert [breach for module in all_modules() for breach in hidden_imports(module)] == []


def test_everything_is_caught_at_the_outermost_edges_only():
    catching = [module for module in all_modules() if module.name not in MAY_CATCH_EVERYTHING]

    assert [breach for module in catching for breach in broad_catches(module)] == []


BAD = [
    (writes, "def page(viewer):\n    Person.objects.update(name='x')"),
    (writes, "def page(viewer, person):\n    person.save(update_fields=['name'])"),
    (writes, "def page(viewer):\n    bulk_load(Person, (), [])"),
    (orm_uses, "def view(request):\n    return Person.objects.all()"),
    (clock_readings, "def rule(contacts):\n    return date.today()"),
    (hidden_imports, "def rule():\n    from amity.lib import clock"),
    (broad_catches, "try:\n    read()\nexcept Exception:\n    pass"),
    (broad_catches, "try:\n    read()\nexcept (ValueError, Exception):\n    pass"),
    (broad_catches, "try:\n    read()\nexcept:\n    pass"),
    (without_viewer, "def page(on):\n    return Person.objects.count()"),
    (without_viewer, "@task()\ndef job(on):\n    return Person.objects.count()"),
    (without_viewer, "def page(on):\n    return _rows()\n\ndef _rows():\n    return select('SELECT 1')"),
]


@pytest.mark.parametrize(("breaches", "source"), BAD)
def test_a_planted_breach_is_caught(breaches, source):
    assert breaches(parsed("planted.py", source))


GOOD = [
    (writes, "def page(viewer):\n    seen.update(ids)"),
    (clock_readings, "def rule(contacts, today):\n    return today"),
    (broad_catches, "try:\n    read()\nexcept ValueError:\n    pass"),
    (without_viewer, "@reads\ndef page(viewer):\n    return Person.objects.count()"),
    (without_viewer, "@task()\ndef job(member_id):\n    return Person.objects.count()"),
    (without_viewer, "def words(text):\n    return text.split()"),
    (without_viewer, "def move(recorder: Recorder):\n    return Person.objects.count()"),
    (without_viewer, "def page(viewer):\n    return _rows()\n\ndef _rows():\n    return Person.objects.count()"),
]


@pytest.mark.parametrize(("breaches", "source"), GOOD)
def test_what_is_allowed_is_left_in_peace(breaches, source):
    assert breaches(parsed("planted.py", source)) == []
