"""The documentation says what is so: commands, settings, sources, links, and the walk-through itself."""

import json
import re
import subprocess
import sys

import pytest

from amity.sources.registry import READERS
from docs import generate
from tests.processes import CHECKOUT, Home

DOCS = CHECKOUT / "docs"
PAGES = sorted([*CHECKOUT.glob("*.md"), *DOCS.glob("*.md")])
SETTING = re.compile(r"\bAMITY_[A-Z_]+[A-Z]\b")
# Written in pieces, so that this file does not hold what it looks for.
NEVER = [
    "/" + "work/",
    "/" + "root/",
    "/home/" + "[a-z]",
    "pypi" + r"\.org",
    "python" + "hosted",
    "npm" + "js",
    "deb" + r"\.debian",
]
SOLID = (".png", ".woff2", ".gz", ".zip")


def test_the_command_line_page_is_what_the_commands_say():
    assert (DOCS / "cli.md").read_text("utf-8") == generate.page(), "run: make docs"


@pytest.mark.parametrize(("name", "command"), list(generate.all_commands()))
def test_every_command_and_option_has_help(name, command):
    assert command.help
    assert command.help.splitlines()[0].endswith((".", "…"))
    without = [p.name for p in command.params if not p.help and p.name != "help"]
    assert without == []


def test_every_setting_is_documented_and_every_documented_setting_is_read():
    read = {
        name
        for file in [
            *(CHECKOUT / "amity" / "config").glob("*.py"),
            *(CHECKOUT / "tests").rglob("*.py"),
            CHECKOUT / "Makefile",
        ]
        for name in SETTING.findall(file.read_text("utf-8"))
    }
    documented = set(re.findall(r"^\| `(AMITY_[A-Z_]+)`", (DOCS / "settings.md").read_text("utf-8"), re.MULTILINE))

    assert documented == read


def test_settings_are_read_in_one_place():
    elsewhere = [
        str(file.relative_to(CHECKOUT))
        for file in (CHECKOUT / "amity").rglob("*.py")
        if file.parent.name != "config" and ("os.environ.get" in (text := file.read_text("utf-8")) or "getenv" in text)
    ]

    assert elsewhere == []


@pytest.mark.parametrize("kind", READERS)
def test_every_source_is_documented(kind):
    assert f"| `{kind}` |" in (DOCS / "importing.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_index():
    index = (DOCS / "index.md").read_text("utf-8")

    assert [page.name for page in DOCS.glob("*.md") if page.name != "index.md" and f"({page.name})" not in index] == []


def test_every_make_target_says_what_it_is_for():
    text = (CHECKOUT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)

    assert phony
    assert set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE)) == set(phony[1].split())


def test_the_walk_through_of_the_readme_works_to_the_letter(tmp_path):
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    [steps] = [block for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "amity import" in block]
    ours = steps.replace(".venv/bin/amity", "python -m amity").replace("$(mktemp -d)", str(tmp_path))
    env = Home(tmp_path).environment()

    ended = subprocess.run(
        ["bash", "-ec", f'python() {{ {json.dumps(sys.executable)} "$@"; }}\n{ours}'],
        cwd=CHECKOUT,
        env=env,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    for words in ("115 letters", "Priya Nambiar. Quiet for 5 months", "Potter.", "The kiln, again", "letters.mbox"):
        assert words in ended.stdout


def test_no_tracked_file_names_a_machine_or_a_download_host():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    wrong = re.compile("|".join(NEVER))

    found = [
        name
        for name in listed.split("\0")
        if name
        and not name.endswith(SOLID)
        and (CHECKOUT / name).is_file()
        and wrong.search((CHECKOUT / name).read_text("utf-8", errors="replace"))
    ]

    assert found == []
