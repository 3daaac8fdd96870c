import pytest

from amity.actions.facts import add_fact, trash_fact
from amity.actions.interactions import trash_interaction
from amity.actions.people import trash_person
from amity.judgement.vocabulary import Channel, Direction
from amity.queries.search import find
from amity.queries.snippets import snippet
from amity.records.models import Fact, Interaction
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened, settle


def told(found):
    return ["".join(text for text, _ in one.snippet) for one in found.said]


def marked(pieces):
    return [text for text, is_hit in pieces if is_hit]


def test_people_are_found_by_the_beginnings_of_names_and_addresses(viewer, cast):
    for text in ("ok", "Ada Ok", "ADA@okafor", "brist"):
        assert [person.name for person in find(viewer, text, TODAY).people] == ["Ada Okafor"]


def test_the_owners_people_come_before_candidates(viewer, cast):
    found = find(viewer, "example", TODAY).people

    assert [(person.name, person.kept) for person in found] == [
        ("Ada Okafor", True),
        ("Bo Lindqvist", True),
        ("Cy Ramanathan", False),
    ]
    assert found[1].line == "Quiet for 5 months"


def test_texts_are_found_newest_first_with_the_words_marked(viewer, cast):
    happened(viewer, cast.bo, 30, Channel.MAIL, Direction.IN, subject="Canal", text="The canal is frozen.")
    settle(viewer, cast.bo)

    found = find(viewer, "canal", TODAY)

    assert told(found) == ["Canal. The canal is frozen.", "A long walk along the canal with Rex."]
    assert marked(found.said[0].snippet) == ["Canal", "canal"]
    assert (found.said[0].name, found.said[0].who) == ("Bo Lindqvist", "They wrote.")


def test_both_of_two_words_must_be_there_and_the_last_may_be_only_begun(viewer, cast):
    assert told(find(viewer, "walk cana", TODAY)) == ["A long walk along the canal with Rex."]
    assert told(find(viewer, "wal canal", TODAY)) == []
    assert told(find(viewer, "walk boat", TODAY)) == []


@pytest.mark.parametrize("text", ["cafe", "CAFÉ", "café", "cafe\u0301"])
def test_accents_and_capitals_make_no_difference(viewer, bo, text):
    happened(viewer, bo, 3, Channel.MAIL, Direction.IN, text="Meet me at the Café Zürich")
    settle(viewer, bo)

    found = find(viewer, text, TODAY)

    assert marked(found.said[0].snippet) == ["Café"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        "*",
        "a*b",
        "NEAR(",
        "' OR 1=1 --",
        "a AND",
        "NOT",
        "(((",
        "\0",
        "-",
        "words:rex",
        "&|!:*<->",
        "%_",
    ],
)
def test_signs_with_a_meaning_to_a_database_have_none_here(viewer, cast, text):
    assert find(viewer, text, TODAY) is not None


def test_ten_thousand_characters_are_taken_as_far_as_is_useful(viewer, cast):
    found = find(viewer, "rex " * 2_500, TODAY)

    assert len(found.words) <= 12
    assert told(found) != []


def test_the_bin_and_private_texts_are_left_out(viewer, elsewhere, cast):
    note = happened(viewer, cast.bo, 3, Channel.NOTE, Direction.OUT, text="heron by the lock")
    letter = happened(viewer, cast.bo, 4, Channel.MAIL, Direction.IN, text="heron on the roof")
    settle(viewer, cast.bo)
    with scope_of(viewer):
        Interaction.objects.filter(pk=note.pk).update(private_to=elsewhere.member)
    trash_interaction(viewer, letter.pk)
    add_fact(viewer, cast.ada.pk, "other", "Paints herons.")
    with scope_of(viewer):
        fact = Fact.objects.get(text="Paints herons.")
    before = told(find(viewer, "heron", TODAY))
    trash_fact(viewer, fact.pk)

    assert before == ["Paints herons."]
    assert told(find(viewer, "heron", TODAY)) == []


def test_what_belongs_to_somebody_in_the_bin_is_left_out(viewer, cast):
    trash_person(viewer, cast.ada.pk)

    found = find(viewer, "rex", TODAY)

    assert (found.people, found.said) == ((), ())


def test_another_network_is_never_searched(viewer, cast, dee):
    assert find(viewer, "marchetti", TODAY).people == ()
    assert find(viewer, "bookbinder", TODAY).said == ()


def test_older_texts_follow_on_the_next_page(viewer, bo):
    for day in range(30):
        happened(viewer, bo, day, Channel.MAIL, Direction.IN, text=f"herring number {day}")
    settle(viewer, bo)

    first = find(viewer, "herring", TODAY, said=20)
    second = find(viewer, "herring", TODAY, said=20, before=first.next)

    assert (len(first.said), len(second.said), second.next) == (20, 10, "")
    assert second.people == ()
    assert told(second)[0] == "herring number 20"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A walk with Rex", ["rex"], (("A walk with ", False), ("Rex", True))),
        (
            "walking, walks, walk",
            ["walk"],
            (("walking", True), (", ", False), ("walks", True), (", ", False), ("walk", True)),
        ),
        ("walking a walk", ["walk", "x"], (("walking a ", False), ("walk", True))),
        ("Straße am Fluß", ["strasse"], (("Straße", True), (" am Fluß", False))),
        ("nothing of it", ["rex"], (("nothing of it", False),)),
        ("", ["rex"], ()),
        ("a < b & <script>", ["script"], (("a < b & <", False), ("script", True), (">", False))),
    ],
)
def test_a_snippet_is_text_in_pieces(text, words, expected):
    assert snippet(text, words) == expected


def test_a_snippet_of_a_long_text_stands_around_the_hit():
    pieces = snippet("lorem " * 500 + "the heron stood still " + "ipsum " * 500, ["heron"])

    assert pieces[0] == ("…", False)
    assert marked(pieces) == ["heron"]
    assert sum(len(text) for text, _ in pieces) < 200
