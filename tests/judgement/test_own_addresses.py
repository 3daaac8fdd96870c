import pytest

from amity.judgement.own_addresses import AddressCounts, Confidence, MailboxCounts, own_addresses

ADA, STUDIO, OLD = "ada@holt.example", "studio@holt.example", "a.holt@north.example"
BO, LIST = "bo@reed.example", "maps@lists.example"


def found(counted, mailbox) -> dict[str, Confidence]:
    return {own.address: own.confidence for own in own_addresses(counted, mailbox)}


def test_who_stands_as_sender_in_sent_mail_is_the_owner():
    counted = [AddressCounts(ADA, sent=90, written=90, received=2), AddressCounts(BO, received=60)]

    assert found(counted, MailboxCounts(letters=90, in_sent=90)) == {ADA: Confidence.SURE}


def test_sent_and_inbox_together_find_several_addresses_of_one_owner():
    counted = [
        AddressCounts(ADA, sent=60, written=60, received=300, delivered=290),
        AddressCounts(STUDIO, sent=25, written=25, received=80, delivered=75),
        AddressCounts(OLD, received=30, delivered=28),
        AddressCounts(BO, written=120, received=50),
    ]

    owner = found(counted, MailboxCounts(letters=500, in_sent=85, with_delivery=400))

    assert list(owner) == [ADA, STUDIO, OLD]
    assert owner[ADA] is owner[STUDIO] is Confidence.SURE


def test_one_letter_moved_into_sent_makes_nobody_the_owner():
    counted = [AddressCounts(ADA, sent=99, written=99), AddressCounts(BO, sent=1, written=40)]

    assert found(counted, MailboxCounts(letters=300, in_sent=100)) == {ADA: Confidence.SURE}


def test_an_inbox_alone_tells_by_where_letters_were_delivered():
    counted = [
        AddressCounts(ADA, received=150, delivered=190),
        AddressCounts("relay@host.example", delivered=190),
        AddressCounts(LIST, received=40, delivered=60),
        AddressCounts(BO, written=90, received=4),
    ]

    assert found(counted, MailboxCounts(letters=200, with_delivery=190)) == {ADA: Confidence.LIKELY}


def test_an_inbox_that_says_nothing_of_delivery_is_only_asked_about():
    counted = [AddressCounts(ADA, received=150), AddressCounts(BO, written=90, received=30)]

    assert found(counted, MailboxCounts(letters=200)) == {ADA: Confidence.PERHAPS}


@pytest.mark.parametrize(
    ("counted", "mailbox"),
    [
        ([AddressCounts(LIST, received=400), AddressCounts(BO, written=60)], MailboxCounts(400)),
        ([AddressCounts(ADA, written=50, received=9), AddressCounts(BO, written=60)], MailboxCounts(400, by_list=380)),
        ([AddressCounts(ADA, written=3, received=3)], MailboxCounts(4)),
        ([AddressCounts("list-archive@host.example", delivered=400)], MailboxCounts(400, with_delivery=400)),
        ([], MailboxCounts(0)),
    ],
)
def test_the_archive_of_a_list_is_nobodys_mailbox(counted, mailbox):
    assert own_addresses(counted, mailbox) == ()


def test_a_colleague_in_a_shared_sent_folder_is_asked_about_and_not_taken():
    counted = [
        AddressCounts("jane.roe@firm.example", sent=40, written=70, received=300),
        AddressCounts("cy.marsh@firm.example", sent=45, written=60, received=20),
    ]

    owner = found(counted, MailboxCounts(letters=400, in_sent=85))

    assert owner == {"jane.roe@firm.example": Confidence.SURE, "cy.marsh@firm.example": Confidence.PERHAPS}


def test_every_address_comes_with_its_reason():
    (own,) = own_addresses([AddressCounts(ADA, sent=90, written=90)], MailboxCounts(letters=90, in_sent=90))

    assert own.reasons == ("It sent 90 of 90 letters in the sent mail.",)
