"""Sentences of the public mail in the shared data, as Amity itself reads them: quotes and signatures cut."""

from collections.abc import Iterator
from pathlib import Path

from amity.formats.mail_headers import read_head
from amity.formats.mail_parts import part_head, read_text
from amity.formats.own_text import own_text
from amity.judgement.sentences import sentences

FOLDERS = ("office_2001", "lists_2002")


def mail_sentences(mail: Path) -> Iterator[str]:
    """Every sentence below `mail`, in the order of files and letters."""
    for folder in FOLDERS:
        for file in sorted((mail / folder).glob("*")):
            if file.is_file() and file.name != "SOURCE.txt":
                yield from (each.text for each in sentences(own_text(_body(file.read_bytes())).text))


def _body(letter: bytes) -> str:
    if letter.startswith(b"From "):
        letter = letter.partition(b"\n")[2]
    head = read_head(letter)
    kind = part_head(head.get("content-type"), head.get("content-transfer-encoding"), head.get("content-disposition"))
    return read_text(letter, head.body, kind).text
