"""A home for tests that start real processes."""

import pytest

from tests.processes import new_home


@pytest.fixture
def home(tmp_path):
    with new_home(tmp_path / "data") as home:
        yield home
