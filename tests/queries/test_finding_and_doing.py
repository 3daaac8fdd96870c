import pytest

from amity.actions.people import trash_person
from amity.lib.errors import NotHere
from amity.queries.palette import palette
from amity.queries.resolve import brief, who
from tests.conftest import TODAY, settle, someone


def names(found):
    return [person.name for person in found]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lindqvist",
        "bo lindqvist",
        "lindq",
        "BO@Lindqvist.example",
        " bo@lindqvist.example ",
        "<bo@lindqvist.example>",
    ],
)
def test_one_person_is_meant(viewer, cast, text):
    assert names(who(viewer, text)) == ["Bo Lindqvist"]


def test_a_key_and_a_number_mean_their_person(viewer, cast):
    assert names(who(viewer, str(cast.ada.pk))) == ["Ada Okafor"]
    assert names(who(viewer, cast.ada.pk.hex)) == ["Ada Okafor"]
    assert names(who(viewer, "+44 20 7946 0101")) == ["Ada Okafor"]


def test_a_whole_name_means_its_bearer_and_a_beginning_asks(viewer, cast):
    for name in ("Bo", "Bonnie Vale", "Bob Tarn"):
        settle(viewer, someone(viewer, name, f"{name[:3].strip().lower()}x@more.example"))

    assert names(who(viewer, "bo")) == ["Bo"]
    assert set(names(who(viewer, "bon"))) == {"Bonnie Vale"}
    assert {"Bo", "Bo Lindqvist", "Bonnie Vale", "Bob Tarn"} < set(names(who(viewer, "b")))


@pytest.mark.parametrize(
    "text", ["", "  ", "nobody", "x" * 10_000, "\0", "@", "+", "00000000-0000-0000-0000-000000000000"]
)
def test_nobody_is_meant(viewer, cast, text):
    assert who(viewer, text) == ()


def test_the_bin_and_other_networks_are_not_meant(viewer, cast, dee):
    trash_person(viewer, cast.bo.pk)

    assert who(viewer, "Bo Lindqvist") == ()
    assert who(viewer, "dee@marchetti.example") == ()
    assert who(viewer, str(dee.pk)) == ()
    with pytest.raises(NotHere):
        brief(viewer, cast.bo.pk)


def test_a_brief_tells_them_apart(viewer, cast):
    assert brief(viewer, cast.ada.pk).line == "ada@okafor.example"
    assert not brief(viewer, cast.cy.pk).kept


def test_the_palette_offers_people_and_what_to_do_with_the_first(viewer, cast):
    found = palette(viewer, "ada", TODAY)

    assert names(found.people) == ["Ada Okafor"]
    assert ("write", "Write to Ada", cast.ada.pk) in [(c.verb, c.label, c.person_id) for c in found.commands]
    assert found.foot == "one found"


def test_the_palette_finds_commands_by_their_words(viewer, cast):
    assert [command.verb for command in palette(viewer, "set", TODAY).commands] == ["settings"]
    assert "duplicates" in [command.verb for command in palette(viewer, "same person", TODAY).commands]


def test_an_empty_palette_shows_the_warmest_and_the_everyday(viewer, cast):
    found = palette(viewer, "", TODAY)

    assert names(found.people) == ["Ada Okafor", "Bo Lindqvist"]
    assert [command.verb for command in found.commands][:2] == ["people", "sources"]
