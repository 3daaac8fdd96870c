"""The frame of every page: its policy, its scripts, its keys, its words."""

import hashlib
import re
from pathlib import Path

import pytest

from amity.surfaces import web
from amity.surfaces.web import keys
from amity.surfaces.web.views.errors import our_fault
from tests.surfaces.web.conftest import text_of

HERE = Path(web.__file__).parent
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
UNKIND = re.compile(r"\b(overdue|prospect|lead|pipeline|score|warning|invalid|error)\b", re.IGNORECASE)
GROUPS = (keys.TODAY, keys.PEOPLE, keys.PERSON, keys.PAIR, keys.CANDIDATES, keys.PROMISES, keys.HELPING)


def test_every_page_forbids_what_is_not_its_own(owner):
    policy = owner.get("/settings/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_htmx_is_told_to_run_nothing_it_is_sent(owner):
    page = text_of(owner.get("/settings/"))

    for setting in (
        '"includeIndicatorStyles":false',
        '"allowEval":false',
        '"allowScriptTags":false',
        '"selfRequestsOnly":true',
        '"historyCacheSize":0',
    ):
        assert setting in page


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_style_no_script_and_nothing_marked_safe(template):
    text = template.read_text()

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|\|safe|autoescape off|hx-on|hx-vals=.js:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_speaks_kindly_and_never_shouts(template):
    shown = re.sub(r"{[%{].*?[%}]}|<[^>]+>", " ", template.read_text())

    assert not UNKIND.search(shown)
    assert "!" not in shown.replace("<!", "")


def test_vendored_scripts_are_those_that_were_looked_at():
    folder = HERE / "static" / "vendor"
    sums = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())

    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.js")}

    assert found == sums


def test_vendored_scripts_name_no_source_map_and_carry_their_licence():
    folder = HERE / "static" / "vendor"

    assert not [path.name for path in folder.glob("*.js") if b"sourceMappingURL" in path.read_bytes()]
    assert {path.name for path in folder.glob("LICENSE*")} == {"LICENSE-htmx.txt", "LICENSE-idiomorph.txt"}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_no_key_does_two_things_on_one_page(group):
    bound = [key.keys for key in (*group.keys, *keys.ANYWHERE.keys)]

    assert len(bound) == len(set(bound))


def test_the_sheet_of_keys_is_written_from_the_registry(owner, bo):
    page = text_of(owner.get(f"/people/{bo.pk}/"))

    for key in (*keys.PERSON.keys, *keys.ANYWHERE.keys):
        assert f'data-keys="{key.keys}" data-does="{key.press}"' in page


def test_a_script_gets_the_page_without_its_frame(owner):
    answer = owner.get("/people/", headers={"HX-Request": "true"})

    assert b'<main id="main"' in answer.content
    assert b"<html" not in answer.content


def test_pages_are_not_kept_by_the_browser(owner):
    assert owner.get("/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [("/nothing/", 404, "There is nothing here"), ("/people/?after=x", 400, "That could not be understood")],
)
def test_what_does_not_work_says_so_in_a_sentence_and_shows_a_way_back(owner, path, status, words):
    answer = owner.get(path)

    assert answer.status_code == status
    assert words in text_of(answer)
    assert 'href="/"' in text_of(answer)


@pytest.mark.django_db
def test_our_own_fault_is_told_without_asking_the_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = our_fault(rf.get("/"))

    assert answer.status_code == 500
    assert b"it is our fault" in answer.content
