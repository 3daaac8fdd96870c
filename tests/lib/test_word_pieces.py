"""Word pieces: cut as the tokenizers package cuts them, which made this table."""

import json
from importlib.resources import files

import pytest

from amity.lib.word_pieces import WordPieces

UNKNOWN = 1
CASES = [
    ("A plumber for a blocked drain", "a plumber for a blocked drain"),
    ("Re-roofing, twice!", "re - roofing , twice !"),
    ("Häuser für Ärztinnen", "ha ##user fur ar ##z ##tin ##nen"),
    ("naïve café", "naive cafe"),
    ("e\u0301tude", "et ##ude"),
    ("O’Sullivan’s", "o [UNK] sullivan [UNK] s"),
    ("don't", "don ' t"),
    ("__init__", "_ _ in ##it _ _"),
    ("1.500,50 €", "1 . 500 , 50 [UNK]"),
    ("80 m²", "80 m²"),
    ("中川 健二", "[UNK] [UNK] [UNK] [UNK]"),
    ("Привет", "[UNK]"),
    ("🌻 flower", "[UNK] flower"),
    ("ﬁne Straße", "[UNK] st ##raße"),
    ("İstanbul", "istanbul"),
    ("Thị Mỹ", "th ##i my"),
    ("a\tb\nc", "a b c"),
    ("x\u200by\x00z", "x ##y ##z"),
    (f"{'x' * 101} ok", "[UNK] ok"),
    ("", ""),
]


@pytest.fixture(scope="module")
def vocabulary():
    return json.loads((files("amity.lib") / "meaning_data" / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]


@pytest.mark.parametrize(("text", "pieces"), CASES)
def test_a_text_is_cut_as_the_model_was_taught(vocabulary, text, pieces):
    cut = WordPieces(vocabulary, UNKNOWN)

    assert cut.of(text) == [vocabulary[piece] for piece in pieces.split()]


def test_what_was_cut_before_is_cut_the_same_again(vocabulary, monkeypatch):
    monkeypatch.setattr("amity.lib.word_pieces.MOST_REMEMBERED", 2)
    cut = WordPieces(vocabulary, UNKNOWN)

    once, again = cut.of("roofing the roofing roof"), cut.of("roofing the roofing roof")

    assert once == again
    assert once[0] == once[2]
