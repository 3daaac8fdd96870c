"""The bench of matching over a made-up file, where the right answer is known."""

import json
import sys

import pytest

from bench.matching import answer, as_shipped, by_meaning, by_words, main, read_pairs, sharing

TSV = """# a remark
help with my tax return	chartered accountant
a piano tuner	tunes pianos
	plays chess
makes cheese
-	baker
"""
JSON = json.dumps({"pairs": [["help with my tax return", "chartered accountant"], ["a piano tuner", "tunes pianos"]],
                   "distractors": ["plays chess", "makes cheese", "baker"]})  # fmt: skip
LINES = "\n".join(
    json.dumps(row)
    for row in (
        {"need": "help with my tax return", "offer": "chartered accountant"},
        {"need": "a piano tuner", "offer": "tunes pianos"},
        {"distractor": "plays chess"},
        {"offer": "makes cheese"},
        {"distractor": "baker"},
    )
)
PYTHON = """
PAIRS = [("help with my tax return", "chartered accountant")]
PAIRS_MORE = [("a piano tuner", "tunes pianos")]
def distractors(n):
    return ["plays chess", "makes cheese", "baker"][:n]
"""


@pytest.mark.parametrize(
    ("name", "text"), [("x.tsv", TSV), ("x.json", JSON), ("x.jsonl", LINES), ("x.py", PYTHON)], ids=lambda it: it[:6]
)
def test_every_shape_of_file_is_read_alike(tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")

    pairs = read_pairs(tmp_path / name)

    assert pairs.needs == ["help with my tax return", "a piano tuner"]
    assert pairs.offers == ["chartered accountant", "tunes pianos", "plays chess", "makes cheese", "baker"]


@pytest.fixture
def pairs(tmp_path):
    (tmp_path / "x.tsv").write_text(TSV, "utf-8")
    return read_pairs(tmp_path / "x.tsv")


def test_words_find_what_shares_a_word_and_nothing_else(pairs):
    ranks = by_words(pairs)

    assert (ranks[1], ranks[0] > len(pairs.offers)) == (1, True)
    assert sharing({"words": ranks, "meaning": by_meaning(pairs)}) == {"words": [1], "meaning": [1]}


def test_meaning_finds_what_shares_none(pairs):
    assert by_meaning(pairs) == as_shipped(pairs) == [1, 1]


def test_the_answer_has_what_ships_and_what_it_is_measured_against(pairs):
    ranks = {"words": by_words(pairs), "meaning": by_meaning(pairs), "shipped": as_shipped(pairs)}

    told = answer(pairs, ranks)

    assert told["shipped"]["R@1"] == told["baselines"]["meaning"]["R@1"] == 1
    assert told["baselines"]["words"]["R@1"] == told["baselines"]["words"]["R@10"] == 0.5
    assert told["shipped"]["sharing_words"]["pairs"] == 1
    assert (
        told["shipped"]["named_right"] == 0.5
    )  # of the piano: an accountant is near a tax return, but not near enough


def test_it_prints_json_for_programs_and_a_table_for_people(tmp_path, monkeypatch, capsys):
    (tmp_path / "x.tsv").write_text(TSV, "utf-8")
    for more in (["--json"], ["--errors"]):
        monkeypatch.setattr(sys, "argv", ["bench.matching", str(tmp_path / "x.tsv"), *more])
        main()

    first, rest = capsys.readouterr().out.split("\n", 1)

    assert set(json.loads(first)) == {"shipped", "baselines"}
    assert "x.tsv: 2 pairs, 3 distractors" in rest
