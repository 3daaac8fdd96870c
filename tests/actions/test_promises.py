"""Promises: noted, decided, kept, let go, and never dropped by themselves."""

from datetime import timedelta

from amity.actions.promises import add_promise, keep_promise
from amity.queries.promises import promises_page, promises_to_keep, promises_with
from tests.conftest import TODAY


def test_a_promise_stands_on_the_page_until_it_is_kept(viewer, ada):
    add_promise(viewer, ada.pk, "Send the letting agent’s number", due_on=TODAY + timedelta(days=2))
    row = promises_page(viewer, TODAY).mine[0]

    keep_promise(viewer, row.id)

    assert row.now == "Thursday"
    assert promises_page(viewer, TODAY).mine[0].now == "Kept today"
    assert promises_to_keep(viewer, TODAY, 5).rows == promises_with(viewer, ada.pk, TODAY).mine == ()
