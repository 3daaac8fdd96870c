"""One message as a whole; `message` writes the header and body of the letters below."""

from datetime import UTC, datetime

import pytest

from amity.formats.addresses import Mailbox
from amity.formats.email import MOST_TEXT, Mail, read_mail
from amity.formats.mail_folders import folder_of_labels, known_folder

LATEST = datetime(2025, 1, 1, tzinfo=UTC)
FROM = b"From: Ada Lindqvist <ada@lindqvist.example>\n"


def mail(raw: bytes) -> Mail:
    return read_mail(FROM + raw, LATEST)


def multipart(kind: str, *parts: bytes) -> bytes:
    body = b"".join(b"--=_b\n" + part + b"\n" for part in parts)
    return (
        f'Content-Type: multipart/{kind}; boundary="=_b"\n\nfor old programs\n'.encode() + body + b"--=_b--\nbehind\n"
    )


PLAIN, HTML = b"Content-Type: text/plain\n\nplain", b"Content-Type: text/html\n\n<p>marked up</p>"
PICTURE = b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n////"
ATTACHED = b"Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nnotes"
INNER = b"Content-Type: message/rfc822\n\nFrom: cy@okafor.example\n\nforwarded"
BODIES = [
    (b"\nplain", "plain"),
    (b"\r\nplain\r\nand simple", "plain\nand simple"),
    (HTML, "marked up"),
    (multipart("alternative", PLAIN, HTML), "plain"),
    (multipart("alternative", HTML, PLAIN), "plain"),
    (multipart("alternative", b"Content-Type: text/plain\n\n \n", HTML), "marked up"),
    (multipart("mixed", PLAIN, PICTURE, b"\nand more"), "plain\n\nand more"),
    (multipart("mixed", PLAIN, ATTACHED, INNER), "plain"),
    (multipart("related", HTML, PICTURE), "marked up"),
    (multipart("signed", PLAIN, b"Content-Type: text/plain\n\nsignature"), "plain"),
    (multipart("mixed", PLAIN)[:-16], "plain"),
    (b"Content-Type: multipart/mixed; boundary=never\n\nstands here", "stands here"),
    (b"Content-Type: multipart/mixed; boundary*0*=us-ascii''%3D_; boundary*1*=b\n\n--=_b\n\nplain\n--=_b", "plain"),
    (b"Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\nnow", "café now"),
    (b"Content-Transfer-Encoding: base64\n\nY2Fmw6k=", "café"),
    (b"Content-Transfer-Encoding: base64\n\nnot encoded at all", "not encoded at all"),
    (b"Content-Transfer-Encoding: x-unknown\n\nplain", "plain"),
    (b"Content-Type: nonsense\n\nplain", "plain"),
    (b"Content-Type: application/pdf\n\n%PDF", ""),
    (b"this line is no field\nplain", "this line is no field\nplain"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), BODIES)
def test_the_readable_part_is_found(raw: bytes, text: str) -> None:
    assert mail(raw).text == text


SIGNS = [
    (b"List-Id: <garden.lists.example>\nPrecedence: List\n", ("list-id", "precedence:list")),
    (b"Auto-Submitted: auto-replied\n", ("auto-submitted",)),
    (b"Auto-Submitted: no\nPrecedence: first-class\n", ()),
    (b"Return-Path: <>\n", ("return-path:<>",)),
    (b"Return-Path: <ada@lindqvist.example>\nX-Mailer: Apple Mail (2.3)\n", ()),
    (b"X-Mailer: MailChimp Mailer\nFeedback-ID: 1:2\n", ("feedback-id", "x-mailer:mailchimp")),
    (multipart("report", PLAIN, b"Content-Type: message/delivery-status\n\nx"), ("report",)),
    (multipart("alternative", PLAIN, b"Content-Type: text/calendar; method=REQUEST\n\nx"), ("calendar",)),
]


@pytest.mark.parametrize(("raw", "signs"), SIGNS)
def test_machines_leave_signs(raw: bytes, signs: tuple[str, ...]) -> None:
    assert mail(raw + b"\n").signs == signs


def test_everybody_is_found_with_name_and_place() -> None:
    read = mail(b"To: bo@berg.example\nCC: Cy <cy@okafor.example>\nTo: Bo <bo@berg.example>, eli@berg.example\n\n")

    assert read.senders == (Mailbox("ada@lindqvist.example", "Ada Lindqvist"),)
    assert [each.address for each in read.to] == ["bo@berg.example", "eli@berg.example"]
    assert read.cc == (Mailbox("cy@okafor.example", "Cy"),)


def test_exchange_keeps_the_name_in_a_field_of_its_own() -> None:
    read = read_mail(
        b"From: bo@berg.example\nX-From: Berg, Bo </O=BERG/CN=BO>\nX-Folder: \\Bo\\Sent Items\n\nHi", LATEST
    )

    assert read.senders == (Mailbox("bo@berg.example", "Berg, Bo"),)
    assert read.folder == "sent"


def test_delivery_addresses_are_kept_once() -> None:
    assert mail(b"Delivered-To: bo@berg.example\nX-Original-To: bo@berg.example\n\n").delivered == ("bo@berg.example",)


def test_the_key_is_of_the_message_id_however_it_is_written() -> None:
    keys = {
        mail(line + b"\n\nHi").key for line in (b"Message-ID: <1@x.example>", b"MESSAGE-ID:\n <1@x.example> (copy)")
    }

    assert len(keys) == 1
    assert keys != {mail(b"\nHi").key}


def test_raw_letters_in_headers_are_read_in_each_ones_own_charset() -> None:
    read = mail("Subject: Grüße\n".encode() + "To: Zoë <zoe@aas.example>\n\n".encode("latin-1"))

    assert (read.subject, read.to[0].name) == ("Grüße", "Zoë")


def test_a_very_long_text_is_shortened_and_says_so() -> None:
    read = mail(b"\n" + b"word " * 50_000)

    assert len(read.text) == MOST_TEXT
    assert read.shortened


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n", b"\0" * 100, bytes(range(256)), b"\r\r\r", b":\n:", b"Content-Type: multipart/mixed; boundary=\n\n--",
     b"Content-Type: a/b; charset=" + b"x" * 50, b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 99,
     b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (level, level) for level in range(99)),
     b"Date: " + b"9" * 5_000, b"Subject: " + b"=?utf-8?q?=00?=" * 999, b"\xff\xfeF\0r\0o\0m\0"],
)  # fmt: skip
def test_broken_mail_is_read_without_an_exception(raw: bytes) -> None:
    assert len(read_mail(raw, LATEST).key) == 16
    assert len(mail(raw).key) == 16


FOLDERS = [
    ("INBOX.Sent", "sent"), (".Gesendete Objekte", "sent"), ("Sent.mbox", "sent"), ("\\Bo\\'Sent Mail", "sent"),
    ("Inbox", "inbox"), ("Posteingang.mbx.gz", "inbox"), ("[Gmail]/Papierkorb", "trash"), ("Entwürfe", "drafts"),
    ("Junk E-mail", "spam"), ("Archive.2023", ""), ("Presents", ""), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "folder"), FOLDERS)
def test_folders_are_known_by_their_names_in_many_languages(name: str, folder: str) -> None:
    assert known_folder(name) == folder


def test_of_gmails_labels_sent_counts_most() -> None:
    assert folder_of_labels("Inbox,Important,Sent") == "sent"
    assert folder_of_labels("Inbox,Unread") == "inbox"
    assert folder_of_labels("Family") == ""
