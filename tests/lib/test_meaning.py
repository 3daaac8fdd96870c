"""What short texts are about: close texts come out close, and nobody who does not ask pays for it."""

import hashlib
import subprocess
import sys
from importlib.resources import files

import pytest

from amity.lib.meaning import cosines, is_current, is_of, meanings, nearest, rarity
from tests.processes import CHECKOUT

DATA = files("amity.lib") / "meaning_data"
ASKED_NOTHING = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
import amity.actions.help, amity.queries.today, amity.surfaces.cli.app, amity.surfaces.cli.today
print(sorted({"numpy", "safetensors", "amity.lib.meaning_vectors"} & set(sys.modules)))
"""


def test_importing_amity_loads_neither_numpy_nor_the_vectors():
    printed = subprocess.run(
        [sys.executable, "-c", ASKED_NOTHING], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )

    assert printed.stdout == "[]\n"


def test_the_files_are_those_that_were_measured():
    sums = dict(reversed(line.split()) for line in (DATA / "SHA256SUMS").read_text().splitlines())

    assert sums == {name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in sums}
    assert set(sums) == {"embeddings.safetensors", "tokenizer.json"}


@pytest.mark.parametrize(
    ("name", "said"),
    [("Apache-2.0.txt", "Apache License 2.0"), ("MIT-model2vec.txt", "MIT"), ("WordNet-3.0.txt", "WordNet 3.0")],
)
def test_the_licences_ship_with_them_and_the_readme_names_each(name, said):
    assert (DATA / "LICENSES" / name).read_text().strip()
    assert said in (DATA / "README.md").read_text()


@pytest.mark.parametrize(
    ("need", "meets", "does_not"),
    [
        ("someone to repair a leaking roof", "roofing contractor", "plays saxophone in a jazz quartet"),
        ("help with my tax return", "chartered accountant", "runs a nursery for plants"),
        ("want to learn the guitar", "music teacher, strings", "civil servant in the building department"),
    ],
)
def test_what_meets_a_need_is_closer_than_what_does_not(need, meets, does_not):
    near, far = cosines(meanings([need])[0], meanings([meets, does_not]))

    assert near > far + 0.2


def test_the_nearest_come_first_with_where_they_stand():
    wanted = meanings(["a plumber for a blocked drain"])
    others = meanings(["plays the cello", "heating and plumbing engineer", "drain inspector"])

    [found] = nearest(wanted, others, 2)

    assert [at for at, _ in found] == [2, 1]
    assert found[0][1] > found[1][1]


def test_nothing_is_near_nothing():
    assert nearest([], meanings(["a text"]), 5) == []
    assert nearest(meanings(["a text"]), [], 5) == [[]]
    assert cosines(meanings(["a text"])[0], []) == []


@pytest.mark.parametrize("text", ["", " ", "!?", "中川 健二", "\x00", "\ud800"])
def test_a_text_without_a_known_word_is_close_to_nothing(text):
    unknown, known = meanings([text, "a plumber"])

    assert cosines(known, [unknown]) == [0.0]


def test_when_something_is_said_matters_little():
    plain, timed = meanings(["a childminder", "a childminder on Tuesday evenings"])

    assert cosines(plain, [timed])[0] > 0.9


def test_what_is_stored_knows_its_own_text_and_edition():
    [stored] = meanings(["a plumber"])

    assert is_of(stored, "a plumber")
    assert is_of(memoryview(stored), "a plumber")
    assert not is_of(stored, "a carpenter")
    assert not is_of(None, "a plumber")
    assert not is_of(b"\x00" + stored[1:], "a plumber")
    assert not is_current(b"\x00" + stored[1:])
    assert len(stored) == 261


def test_a_rare_word_is_rarer_than_a_common_one():
    assert rarity("the") == rarity("room") == 0
    assert 0 < rarity("barn") < rarity("notary") <= 1
    assert rarity("Wiśniewski") == rarity("中") == 1
