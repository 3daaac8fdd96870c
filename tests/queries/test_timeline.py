from datetime import timedelta

import pytest

from amity.actions.help import add_need
from amity.actions.interactions import add_interaction, trash_interaction
from amity.actions.promises import add_promise
from amity.judgement.vocabulary import Channel, Direction, HelpState
from amity.lib.errors import NotAccepted, NotHere
from amity.queries.timeline import Kind, entry, timeline
from amity.records.interactions import UNDATED
from amity.records.models import Interaction, Need, Participant
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened, letters


def entries(page):
    return [told for month in page.months for told in month.entries]


def test_entries_stand_by_month_newest_first_with_the_silences_between(viewer, bo):
    happened(viewer, bo, 150, Channel.IN_PERSON, Direction.BOTH, text="Lunch at the yard.", minutes=120)

    page = timeline(viewer, bo.pk, TODAY)

    assert [month.label for month in page.months[:3]] == ["July 2026", "May 2026", "April 2026"]
    assert page.months[0].silence == "Five quiet months"
    assert page.months[1].silence == ""
    assert page.months[0].entries[0].who == "You met, two hours."


def test_pages_hold_everything_once(viewer, bo):
    letters(viewer, bo, range(0, 90))
    first = timeline(viewer, bo.pk, TODAY)
    second = timeline(viewer, bo.pk, TODAY, before=first.next)

    seen, page = [*entries(first), *entries(second)], second
    while page.next:
        page = timeline(viewer, bo.pk, TODAY, before=page.next)
        seen += entries(page)

    assert len(entries(first)) == len(entries(second)) == 30
    assert len({told.id for told in seen}) == len(seen) == 90 + 14
    assert [told.at for told in seen] == sorted((told.at for told in seen), reverse=True)


def test_many_entries_of_one_moment_are_paged_without_loss(viewer, bo):
    letters(viewer, bo, [5] * 45)

    first = timeline(viewer, bo.pk, TODAY)
    second = timeline(viewer, bo.pk, TODAY, before=first.next)

    assert len({told.id for told in [*entries(first), *entries(second)]}) == 59


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.MET, {Channel.IN_PERSON, Channel.CALL}),
        (Kind.WRITTEN, {Channel.MAIL}),
        (Kind.NOTES, {Channel.NOTE}),
        (Kind.ALL, {Channel.IN_PERSON, Channel.CALL, Channel.MAIL, Channel.NOTE}),
    ],
)
def test_a_kind_holds_its_channels(viewer, bo, kind, expected):
    happened(viewer, bo, 10, Channel.CALL, Direction.BOTH)
    happened(viewer, bo, 11, Channel.IN_PERSON, Direction.BOTH)
    happened(viewer, bo, 12, Channel.NOTE, Direction.OUT, text="Likes rye bread.")

    page = timeline(viewer, bo.pk, TODAY, kind=kind)

    assert {told.channel for told in entries(page)} == expected


def test_a_silence_between_meetings_alone_is_not_called_quiet(viewer, bo):
    happened(viewer, bo, 300, Channel.IN_PERSON, Direction.BOTH)

    page = timeline(viewer, bo.pk, TODAY, kind=Kind.MET)

    assert [month.silence for month in page.months] == [""]


def test_a_private_note_is_seen_by_its_member_alone(viewer, elsewhere, bo):
    add_interaction(viewer, [bo.pk], "note", TODAY, "Worried about the yard.", private=True)
    mine = timeline(viewer, bo.pk, TODAY, kind=Kind.NOTES)
    with scope_of(viewer):
        Interaction.objects.filter(channel="note").update(private_to=elsewhere.member)

    theirs = timeline(viewer, bo.pk, TODAY, kind=Kind.NOTES)

    assert [(told.who, told.private) for told in entries(mine)] == [("Your note, for you alone.", True)]
    assert entries(theirs) == []


def test_what_is_in_the_bin_is_not_told(viewer, bo):
    added = happened(viewer, bo, 10, Channel.NOTE, Direction.OUT, text="By mistake.")
    trash_interaction(viewer, added.pk)

    assert entries(timeline(viewer, bo.pk, TODAY, kind=Kind.NOTES)) == []


def test_who_else_took_part_is_named_and_a_crowd_is_counted(viewer, ada, bo):
    add_interaction(viewer, [ada.pk, bo.pk], "in_person", TODAY, "Supper.")
    crowd = happened(viewer, bo, 1, Channel.MAIL, Direction.OUT, text="To all.", others=35)

    supper, to_all = entries(timeline(viewer, bo.pk, TODAY))[:2]

    assert supper.who == "You met, with Ada Okafor."
    assert supper.others == ((ada.pk, "Ada Okafor"),)
    assert (to_all.id, to_all.who) == (crowd.pk, "You wrote, to 34 others as well.")


def test_a_copy_of_somebody_elses_letter_is_not_put_into_their_mouth(viewer, bo):
    copied = happened(viewer, bo, 1, Channel.MAIL, Direction.IN, text="Dear both")
    with scope_of(viewer):
        Participant.objects.filter(interaction=copied).update(role="cc")

    assert entries(timeline(viewer, bo.pk, TODAY))[0].who == "They were written to, as you were."


def test_what_has_no_date_stands_at_the_end_and_says_so(viewer, bo):
    told = happened(viewer, bo, 1, Channel.MAIL, Direction.IN, text="Undated.", counts=False)
    with scope_of(viewer):
        Interaction.objects.filter(pk=told.pk).update(happened_at=UNDATED)
        Participant.objects.filter(interaction=told).update(happened_at=UNDATED)

    page = timeline(viewer, bo.pk, TODAY)

    assert (page.months[-1].label, page.months[-1].entries[0].at) == ("Date unknown", None)


def test_a_long_letter_is_cut_at_a_word_and_can_be_had_whole(viewer, bo):
    text = "Dear Robin,\n" + "the boat is nearly done and " * 60
    letter = happened(viewer, bo, 1, Channel.MAIL, Direction.IN, text=text)

    shown = entries(timeline(viewer, bo.pk, TODAY))[0]

    assert shown.is_cut
    assert shown.text.startswith("Dear Robin,\nthe boat")
    assert shown.text.endswith("…")
    assert len(shown.text) <= 481
    assert entry(viewer, letter.pk).text == text


def test_a_day_is_the_viewers_day(viewer, bo):
    late = happened(viewer, bo, 0, Channel.CALL, Direction.BOTH)
    with scope_of(viewer):
        at = late.happened_at.replace(month=7, day=31, hour=23, minute=30)  # half past midnight of August in London
        Interaction.objects.filter(pk=late.pk).update(happened_at=at)
        Participant.objects.filter(interaction=late).update(happened_at=at)

    assert timeline(viewer, bo.pk, TODAY).months[0].label == "August 2026"


def test_somebody_elses_person_is_not_here(viewer, dee):
    with pytest.raises(NotHere):
        timeline(viewer, dee.pk, TODAY)


@pytest.mark.parametrize("cursor", ["x", "WyIyMDI2IiwieCJd", "WyIyMDI2LTAxLTAxIiwiYWIiXQ", "W10"])
def test_a_cursor_that_no_page_gave_is_refused_kindly(viewer, bo, cursor):
    with pytest.raises(NotAccepted, match="Begin again"):
        timeline(viewer, bo.pk, TODAY, before=cursor)


def test_the_silence_goes_on_from_the_page_before(viewer, bo):
    letters(viewer, bo, range(0, 30))

    first = timeline(viewer, bo.pk, TODAY)
    second = timeline(viewer, bo.pk, TODAY, before=first.next)

    assert first.months[0].silence == ""
    assert second.months[0].silence == "Four quiet months"
    assert TODAY - timedelta(days=152) == entries(second)[0].at.date()


def test_what_was_promised_is_marked_in_the_letter_that_said_so(viewer, bo):
    said = happened(
        viewer, bo, 3, Channel.MAIL, Direction.OUT, text="Thank you.\nI’ll send you\nthe plans, and the keys. Bye."
    )
    for what, sentence in (("Send the plans", "I’ll send you the plans, and the keys."), ("Send the keys", "")):
        add_promise(viewer, bo.pk, what, interaction_id=said.pk, sentence=sentence, mark=(0, 23) if sentence else None)

    [told] = [told for told in entries(timeline(viewer, bo.pk, TODAY)) if told.id == said.pk]

    assert told.marked == (
        ("Thank you.\n", False),
        ("I’ll send you\nthe plans", True),
        (", and the keys. Bye.", False),
    )
    assert told.found == "Two promises found in it."


def test_what_was_dismissed_is_not_marked(viewer, bo):
    said = happened(viewer, bo, 3, Channel.MAIL, Direction.OUT, text="I need a plumber.")
    need = add_need(viewer, bo.pk, "A plumber", interaction_id=said.pk, sentence="I need a plumber.", mark=(0, 16))
    before = timeline(viewer, bo.pk, TODAY)
    with scope_of(viewer):
        Need.objects.update(state=HelpState.DISMISSED)

    after = timeline(viewer, bo.pk, TODAY)

    assert need.person_id == bo.pk
    assert [told.found for told in entries(before) if told.id == said.pk] == ["One need found in it."]
    assert [(told.found, told.marked) for told in entries(after) if told.id == said.pk] == [("", ())]
