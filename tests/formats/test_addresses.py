import pytest

from amity.formats.addresses import Mailbox, read_mailboxes

ADA, BO = Mailbox("ada@lindqvist.example", "Ada Lindqvist"), Mailbox("bo@berg.example", "Berg, Bo")

HEADERS = [
    ("Ada Lindqvist <Ada@Lindqvist.example>", [ADA]),
    ("ada@lindqvist.example", [Mailbox("ada@lindqvist.example")]),
    ("ada@lindqvist.example (Ada Lindqvist)", [ADA]),
    ('"Berg, Bo" <bo@berg.example>, Ada Lindqvist <ada@lindqvist.example>', [BO, ADA]),
    ("=?utf-8?q?Berg=2C_Bo?= <bo@berg.example>, Ada Lindqvist <ada@lindqvist.example>", [BO, ADA]),
    ("Berg, Bo <bo@berg.example>, Ada Lindqvist <ada@lindqvist.example>", [BO, ADA]),
    ("Ada Lindqvist <ada@lindqvist.example>; \"Berg, Bo\" <bo@berg.example>", [ADA, BO]),
    ("Friends: Ada Lindqvist <ada@lindqvist.example>, \"Berg, Bo\" <bo@berg.example>;", [ADA, BO]),
    ("undisclosed-recipients:;", []),
    ("=?utf-8?b?Wm/DqyDDhXM=?= <zoe@aas.example>", [Mailbox("zoe@aas.example", "Zoë Ås")]),
    ('"=?utf-8?b?Wm/DqyDDhXM=?=" <zoe@aas.example>', [Mailbox("zoe@aas.example", "Zoë Ås")]),
    ("'Ada Lindqvist' <'ada@lindqvist.example'>", [ADA]),
    ('"Ada \\"Lin\\" Lindqvist" <ada@lindqvist.example>', [Mailbox("ada@lindqvist.example", 'Ada "Lin" Lindqvist')]),
    ("<@relay.example,@other.example:ada@lindqvist.example>", [Mailbox("ada@lindqvist.example")]),
    ("Ada Lindqvist <mailto:ada@lindqvist.example>", [ADA]),
    ("o'neal.win@berg.example", [Mailbox("o'neal.win@berg.example")]),
    ("ada@lindqvist.example <ada@lindqvist.example>", [Mailbox("ada@lindqvist.example")]),
    ("ada@lindqvist.example, Ada Lindqvist <ADA@lindqvist.example>", [ADA]),
    ('"Ada <ada@lindqvist.example>', [Mailbox("ada@lindqvist.example", "Ada")]),
    ("MAILER-DAEMON (Mail Delivery System)", []),
    ("ada@", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("header", "mailboxes"), HEADERS)
def test_address_headers_are_split_before_they_are_decoded(header: str, mailboxes: list[Mailbox]) -> None:
    assert list(read_mailboxes(header)) == mailboxes


@pytest.mark.parametrize(
    "noise", ['"', "(", "<", ",", " ", "@", "\\", ":", '"a ', "=?", "=?a?q?=00?= ", "a@b.example,", '\\"']
)
def test_noise_in_an_address_header_is_read_through(noise: str) -> None:
    header = noise * (100_000 // len(noise)) + ", Ada Lindqvist <ada@lindqvist.example>"

    assert len(read_mailboxes(header)) <= 2
