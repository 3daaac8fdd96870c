import uuid

import pytest

from amity.actions.facts import add_fact
from amity.actions.merging import merge_people
from amity.actions.people import set_met_through, trash_person
from amity.actions.ties import set_rhythm
from amity.judgement.vocabulary import Channel, Direction, HandleKind, TieState
from amity.lib.errors import NotHere
from amity.queries.person import Standing, card_texts, face, person_page
from amity.records.models import Card, Fact, Handle, Likeness, Photo, Relationship
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY, happened, known, settle, someone


def test_a_page_says_who_they_are_and_how_things_stand(viewer, cast):
    page = person_page(viewer, cast.bo.pk, TODAY)

    assert (page.name, page.standing) == ("Bo Lindqvist", Standing.KEPT)
    assert page.who == "Boatbuilder, Lindqvist Boats."
    assert [mark.name for mark in page.circles] == ["Ex-colleagues"]
    assert page.tie.state is TieState.QUIET
    assert page.tie.headline == "Quiet for 5 months, usually 6 weeks"
    assert page.tie.rhythm.startswith("about every 6 weeks, from")
    assert page.tie.working
    assert page.tie.beat.silence_from is not None
    assert page.write_to is not None
    assert page.write_to.href == "mailto:bo@lindqvist.example"


def test_met_through_somebody_is_said_on_both_pages(viewer, cast):
    set_met_through(viewer, cast.bo.pk, cast.ada.pk, "at the regatta")

    assert person_page(viewer, cast.bo.pk, TODAY).who.startswith("Met through Ada Okafor, at the regatta.")
    [led_to] = person_page(viewer, cast.ada.pk, TODAY).around
    assert (led_to.name, led_to.kind) == ("Bo Lindqvist", "met through")


def test_relationships_are_shown_from_either_side(viewer, cast):
    with scope_of(viewer):
        Relationship.objects.create(person=cast.ada, other=cast.bo, kind="sister of")

    [of_ada] = person_page(viewer, cast.ada.pk, TODAY).around
    [of_bo] = person_page(viewer, cast.bo.pk, TODAY).around

    assert (of_ada.name, of_ada.kind, of_ada.is_other_way) == ("Bo Lindqvist", "sister of", False)
    assert (of_bo.name, of_bo.kind, of_bo.is_other_way) == ("Ada Okafor", "sister of", True)


def test_facts_carry_their_source_and_age(viewer, ada):
    page = person_page(viewer, ada.pk, TODAY)

    assert [(fact.label, fact.text, fact.source) for fact in page.facts] == [
        ("Cares about", "Her dog is called Rex.", "your note, 2 May"),
        ("Lives in", "Bristol", "your note, 2 May"),
    ]


def test_private_facts_are_seen_by_their_member_alone(viewer, elsewhere, ada):
    add_fact(viewer, ada.pk, "other", "Wants to leave her job.", private=True)
    mine = person_page(viewer, ada.pk, TODAY)
    with scope_of(viewer):
        Fact.objects.filter(text__startswith="Wants").update(private_to=elsewhere.member)

    assert "Wants to leave" in repr(mine.facts)
    assert "Wants to leave" not in repr(person_page(viewer, ada.pk, TODAY))


def test_the_last_news_is_theirs_and_stale_after_a_season(viewer, bo):
    happened(viewer, bo, 150, Channel.MAIL, Direction.IN, text="The yard has a new slip.")
    happened(viewer, bo, 140, Channel.MAIL, Direction.OUT, text="I am well, thank you.")

    news = person_page(viewer, bo.pk, TODAY).news

    assert news is not None
    assert (news.text, news.age, news.is_stale) == ("The yard has a new slip.", "5 months", True)


def test_addresses_come_with_links_mail_first(viewer, ada):
    with scope_of(viewer):
        Handle.objects.create(person=ada, kind=HandleKind.ACCOUNT, value="mastodon:ada", label="fun")
        Handle.objects.create(person=ada, kind=HandleKind.WEB, value="https://okafor.example")

    page = person_page(viewer, ada.pk, TODAY)

    assert [(row.shown, row.href) for row in page.handles] == [
        ("ada@okafor.example", "mailto:ada@okafor.example"),
        ("+44 20 7946 0101", "tel:+442079460101"),
        ("okafor.example", "https://okafor.example"),
        ("Mastodon: ada", ""),
    ]


def test_a_rhythm_of_the_owners_own_is_shown_as_theirs(viewer, bo):
    set_rhythm(viewer, [bo.pk], 30)

    tie = person_page(viewer, bo.pk, TODAY).tie

    assert (tie.set_days, tie.step_days) == (30, 30)
    assert tie.rhythm == "every month, as you set it"


def test_a_stranger_has_a_page_too(viewer):
    stranger = settle(viewer, someone(viewer, "Nan Card", "nan@card.example"))

    page = person_page(viewer, stranger.pk, TODAY)

    assert page.tie.headline == "Nothing recorded yet"
    assert (page.tie.closeness, page.news, page.timeline.months) == ("not enough recorded", None, ())


def test_candidates_and_people_in_the_bin_have_pages_that_say_so(viewer, cast):
    trash_person(viewer, cast.bo.pk)

    assert person_page(viewer, cast.cy.pk, TODAY).standing is Standing.CANDIDATE
    assert person_page(viewer, cast.bo.pk, TODAY).standing is Standing.TRASHED


def test_who_became_one_with_somebody_is_found_there(viewer, cast):
    merge_people(viewer, cast.ada.pk, cast.bo.pk)

    page = person_page(viewer, cast.bo.pk, TODAY)

    assert (page.id, page.name) == (cast.ada.pk, "Ada Okafor")


def test_faces_cards_and_likely_doubles_are_there(viewer, cast):
    first, second = sorted((cast.ada.pk, cast.bo.pk))
    with scope_of(viewer):
        photo = Photo.objects.create(person=cast.ada, content=b"face", media_type="image/webp", digest=b"1" * 32)
        Card.objects.create(person=cast.ada, key=b"k" * 16, verbatim="BEGIN:VCARD\r\nEND:VCARD\r\n")
        Likeness.objects.create(person_id=first, other_id=second, weight=9, state="suggested", made_at=NOW)

    page = person_page(viewer, cast.ada.pk, TODAY)

    assert (page.photo_id, page.cards, page.likely_same) == (photo.pk, 1, 1)
    assert face(viewer, photo.pk).content == b"face"
    assert card_texts(viewer, cast.ada.pk) == ("BEGIN:VCARD\r\nEND:VCARD\r\n",)


def test_what_is_not_here_is_not_found(viewer, dee):
    for missing in (dee.pk, uuid.uuid4()):
        with pytest.raises(NotHere):
            person_page(viewer, missing, TODAY)
        with pytest.raises(NotHere):
            face(viewer, missing)
        with pytest.raises(NotHere):
            card_texts(viewer, missing)


def test_a_birthday_is_written_with_what_is_known(viewer, ada):
    known(viewer, ada, "work", "Nurse")

    page = person_page(viewer, ada.pk, TODAY)

    assert (page.birthday, page.born) == ("10 December 1984", (1984, 12, 10))
