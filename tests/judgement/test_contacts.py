from math import log, sqrt

import pytest

from amity.judgement.contacts import contact_days


@pytest.mark.parametrize(
    ("channel", "others", "value"),
    [("in_person", 1, 3), ("call", 1, 2), ("video", 1, 2), ("letter", 1, 2), ("mail", 1, 1), ("mail", 4, 1 / sqrt(4))],
)
def test_a_day_is_worth_its_channel_shared_among_those_who_took_part(contact, today, channel, others, value):
    (day,) = contact_days([contact(0, "in", channel, others)], today)

    assert day.value == pytest.approx(value)


def test_several_contacts_on_one_day_weigh_the_best_of_them_and_a_little_more(contact, today):
    (day,) = contact_days([contact(3), contact(3, "in", "call"), contact(3, "in")], today)

    assert day.value == pytest.approx(2 * (1 + 0.25 * log(3)))
    assert day.spoke
    assert day.wrote
    assert not day.met


@pytest.mark.parametrize(
    ("channel", "others", "ago"), [("note", 1, 3), ("mail", 11, 3), ("message", 40, 3), ("mail", 1, -1)]
)
def test_notes_crowds_and_days_to_come_do_not_count(contact, today, channel, others, ago):
    assert contact_days([contact(ago, "out", channel, others)], today) == []


def test_a_party_of_thirty_still_counts_a_little(contact, today):
    (day,) = contact_days([contact(1, "both", "in_person", 30)], today)

    assert 0 < day.value < 1


@pytest.mark.parametrize(
    ("direction", "channel", "answered", "offered"),
    [
        ("out", "mail", False, True),
        ("in", "mail", True, False),
        ("out", "call", True, True),
        ("both", "in_person", True, True),
    ],
)
def test_a_letter_has_one_voice_and_a_call_two(contact, today, direction, channel, answered, offered):
    (day,) = contact_days([contact(1, direction, channel)], today)

    assert (day.answered, day.offered) == (answered, offered)


def test_days_come_oldest_first_whatever_the_order_of_contacts(contact, today):
    days = contact_days([contact(1), contact(30), contact(9)], today)

    assert [(today - day.day).days for day in days] == [30, 9, 1]
