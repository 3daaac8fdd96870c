"""The header of a message from its raw bytes: the few fields Amity reads, and the signs that a machine wrote it."""

import re
from dataclasses import dataclass, field

from amity.formats.mail_words import decode_charset

LONGEST_HEADER = 1024 * 1024  # bytes of one header; what follows is taken as its end
LONGEST_FIELD = 128 * 1024  # characters of one field: a thousand recipients fit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Fields of which the first counts, fields of which every one counts.
_SINGLE = _words(
    """
    date from subject message-id list-id list-post list-unsubscribe precedence auto-submitted x-auto-response-suppress
    return-path x-mailer user-agent content-type content-transfer-encoding content-disposition received x-folder
    x-gmail-labels feedback-id x-loop x-from sender x-autoreply x-autorespond x-auto-reply-from x-failed-recipients
    list-owner mailing-list x-mailman-version x-campaignid x-csa-complaints x-google-group-id
    """
)
_EVERY = frozenset(("to", "cc", "delivered-to", "x-original-to"))
_NEXT_FIELD = re.compile(r"\n(?![ \t])")
_SURROGATE = re.compile(r"[\udc80-\udcff]")

# Signs whose presence says it all, and signs that carry the word that was written.
_PRESENT = {
    "list-id": "list-id",
    "list-post": "list-post",
    "list-unsubscribe": "list-unsubscribe",
    "list-owner": "list-post",
    "mailing-list": "list-id",
    "x-mailman-version": "list-id",
    "x-google-group-id": "list-id",
    "x-auto-response-suppress": "x-auto-response-suppress",
    "feedback-id": "feedback-id",
    "x-loop": "x-loop",
    "x-autoreply": "auto-submitted",
    "x-autorespond": "auto-submitted",
    "x-auto-reply-from": "auto-submitted",
    "x-failed-recipients": "report",
    "x-campaignid": "feedback-id",
    "x-csa-complaints": "feedback-id",
}
_PRECEDENCES = frozenset(("bulk", "list", "junk", "auto_reply"))
_SENDING_PROGRAMS = re.compile(
    r"mailchimp|sendgrid|sendinblue|brevo|mailgun|campaign|newsletter|phpmailer|php/|phplist|drupal|wordpress|joomla|"
    r"mailman|majordomo|listserv|ezmlm|mailing|nodemailer|swiftmailer|javamail|exacttarget|constant ?contact|eloqua|"
    r"marketo|hubspot|cron|jira|bugzilla|github|gitlab|perl|python|ruby|mime::lite|msn messenger",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MailHead:
    """The fields of one message, raw but for their charset: still folded, encoded words still encoded."""

    single: dict[str, str] = field(default_factory=dict)
    every: dict[str, list[str]] = field(default_factory=dict)
    body: int = 0  # where in the bytes the body begins
    whole: bool = True  # False when something in it was no header field, or it had no end

    def get(self, name: str) -> str:
        """The first field of that name, "" when there is none."""
        return self.single.get(name, "")


def read_head(raw: bytes) -> MailHead:
    """The header at the start of `raw`; a line that is no field ends it, as in the standard library. Never raises."""
    end, body = _end_of_head(raw)
    text = _head_text(raw[:end])
    single: dict[str, str] = {}
    every: dict[str, list[str]] = {}
    place = 0
    for one in _NEXT_FIELD.split(text):
        name, colon, value = one.partition(":")
        name = name.lower()
        if name in _SINGLE:
            if name not in single:
                single[name] = value[1:LONGEST_FIELD] if value[:1] == " " else value[:LONGEST_FIELD]
        elif name in _EVERY:
            every.setdefault(name, []).append(value[:LONGEST_FIELD])
        elif not colon or " " in name or "\t" in name or not name:
            if name and name[-1] in " \t" and colon and name.strip().isalnum():
                _add_spaced(name.strip(), value, single, every)
            elif not _is_envelope(one, place):
                return _cut_head(raw, text, place, single, every)
        place += len(one) + 1
    if not text.isascii() and _SURROGATE.search(text):
        single = {name: _mended(value) for name, value in single.items()}
        every = {name: [_mended(value) for value in values] for name, values in every.items()}
    return MailHead(single, every, body)


def machine_signs(head: MailHead) -> tuple[str, ...]:
    """Evidence for a machine or a list, lower case, sorted: "list-id", "precedence:bulk", "return-path:<>"."""
    single = head.single
    signs = {sign for name, sign in _PRESENT.items() if name in single}
    if "precedence" in single:
        precedence = single["precedence"].strip().lower()
        if precedence in _PRECEDENCES:
            signs.add(f"precedence:{precedence}")
    if "auto-submitted" in single and not single["auto-submitted"].strip().lower().startswith("no"):
        signs.add("auto-submitted")
    if "return-path" in single and single["return-path"].strip() == "<>":
        signs.add("return-path:<>")
    program = single.get("x-mailer") or single.get("user-agent")
    if program and (found := _SENDING_PROGRAMS.search(program[:200])):
        signs.add(f"x-mailer:{found[0].lower()}")
    return tuple(sorted(signs)) if signs else ()


def _end_of_head(raw: bytes) -> tuple[int, int]:
    """Where the header ends and where the body begins: at the first empty line, whichever line ends are used."""
    if raw[:1] == b"\n":
        return 0, 1
    if raw[:2] == b"\r\n":
        return 0, 2
    end = raw.find(b"\n\n", 0, LONGEST_HEADER)
    carriage = raw.find(b"\n\r\n", 0, end if end >= 0 else LONGEST_HEADER)
    if carriage >= 0:
        return carriage, carriage + 3
    if end >= 0:
        return end, end + 2
    end = min(len(raw), LONGEST_HEADER)
    if raw.find(b"\n", 0, end) < 0 and raw.find(b"\r", 0, end) >= 0:
        end = raw.find(b"\r\r", 0, end) if b"\r\r" in raw[:end] else end  # line ends of old Macs
        return end, min(end + 2, len(raw))
    return end, end


def _head_text(head: bytes) -> str:
    if head.isascii():
        text = head.decode("ascii")
    else:
        try:
            text = head.decode("utf-8")
        except UnicodeDecodeError:
            text = head.decode("ascii", "surrogateescape")  # each field is mended by itself: they may differ
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "")
    return text[:-1] if text[-1:] == "\n" else text


def _mended(value: str) -> str:
    return decode_charset(value.encode("utf-8", "surrogateescape")) if _SURROGATE.search(value) else value


def _is_envelope(line: str, place: int) -> bool:
    """An mbox "From …" line on top, also quoted, as some programs leave it; or a line of white space."""
    return not line.strip() or place == 0 and line.lstrip(">").startswith("From ")


def _add_spaced(name: str, value: str, single: dict[str, str], every: dict[str, list[str]]) -> None:
    """ "Subject : …" is what the grammar of 1982 allowed."""
    if name in _SINGLE:
        single.setdefault(name, value[:LONGEST_FIELD])
    elif name in _EVERY:
        every.setdefault(name, []).append(value[:LONGEST_FIELD])


def _cut_head(raw: bytes, text: str, place: int, single: dict[str, str], every: dict[str, list[str]]) -> MailHead:
    """A header that ends without an empty line, at `place` of its text; the body begins there."""
    lines = text.count("\n", 0, place)
    body = 0
    for _ in range(lines):
        body = raw.find(b"\n", body) + 1
    return MailHead(single, every, body, whole=False)
