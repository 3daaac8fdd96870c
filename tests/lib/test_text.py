import pytest

from amity.lib.text import legible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("  two \n lines\t", "two lines"),
        ("no\u00a0break and\u2028a line", "no break and a line"),
        ("\x1b[31mred\x07\x00", "[31mred"),
        ("turned \u202egnp.exe\u202c around", "turned gnp.exe around"),
        ("\u2067isolated\u2069", "isolated"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("👩‍👩‍👧 café", "👩‍👩‍👧 café"),
        ("half \ud83d a smile", "half ? a smile"),
        ("", ""),
    ],
)
def test_a_legible_line_holds_nothing_that_moves_what_stands_around_it(text, shown):
    assert legible(text) == shown
