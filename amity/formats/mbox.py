"""The lines between the messages of an mbox file, in all its dialects: mboxo, mboxrd, mboxcl, Gmail's, Thunderbird's.

From ada@lindqvist.example Fri Jan  1 04:10:23 2010      the envelope
Subject: …                                               a field below it
>From here on …                                          a line of the message, escaped
"""

import re

LONGEST_ENVELOPE = 400  # bytes of an envelope and the beginning of the line below it
START = b"\nFrom "  # where one may begin

# A sentence that begins with "From" has neither a time in it nor a field below it, so that files whose writer escaped
# nothing, or whose Content-Length is wrong, are split rightly too.
_ENVELOPE = re.compile(
    rb"From (?:[^\n]{0,200}\d\d?:\d\d[^\n]{0,60}|-[ \t]?|\S{1,200}[ \t]?)\r?\n(?:>?From |[!-9;-~]{1,100}[ \t]*:|\r?\n)"
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_envelope(content: bytes, place: int = 0) -> bool:
    """Whether at `place` stands a line that begins a message, and not a sentence that begins with "From"."""
    return _ENVELOPE.match(content, place) is not None


def open_envelope(content: bytes) -> tuple[str, bytes]:
    """The envelope line on top of one message, and the message below it with its ">From" lines as they were written."""
    line_end = content.find(b"\n")
    if line_end < 0:
        return content[:LONGEST_ENVELOPE].decode("ascii", "replace"), b""
    message = content[line_end + 1 :]
    if b">From " in message:
        message = _ESCAPED.sub(rb"\1", message)
    return content[: min(line_end, LONGEST_ENVELOPE)].decode("ascii", "replace"), message


def split_messages(content: bytes) -> list[bytes]:
    """The messages of an mbox that is small enough to be held, each with its envelope."""
    starts = [0]
    place = content.find(START)
    while place >= 0:
        if is_envelope(content, place + 1):
            starts.append(place + 1)
        place = content.find(START, place + 1)
    return [content[start:end] for start, end in zip(starts, [*starts[1:], len(content)], strict=True)]
