"""The weights that ship are those that were fitted to the sentences that lie in docs/data."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SHIPPED = json.loads((CHECKOUT / "amity/lib/said_weights.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["requests", "promises"])
def test_weights_name_the_sentences_they_were_fitted_to_as_these_are_now(kind):
    named = {path: digest for path, digest in SHIPPED[kind]["fitted_to"]["sha256"].items() if path.startswith("docs/")}

    assert len(named) >= 4
    assert named == {path: sha256((CHECKOUT / path).read_bytes()).hexdigest() for path in named}


def test_nothing_was_fitted_to_the_half_that_is_kept_for_reporting():
    held_apart = (CHECKOUT / "docs/data/promises/promises-test.tsv").as_posix()

    assert not any(held_apart.endswith(path) for kind in SHIPPED for path in SHIPPED[kind]["fitted_to"]["sha256"])
