"""Cutting quotes and signatures, beside mail-parser-reply: python -m bench.quoting [PATH] [--json].

PATH holds labelled messages: talon's and Zapier's test messages (`talon/`, `zapier_reply/`), and generated mail as
`*.mbox` with its truth in `*.jsonl` beside it. Printed for each:
exact    share of messages whose own text is kept exactly, white space aside
lost     share of messages of which a line of own text is missing
rate     messages per CPU second
"""

import argparse
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mailparser_reply import EmailReplyParser

from amity.formats.html_text import html_to_text
from amity.formats.mail_headers import read_head
from amity.formats.mail_parts import part_head, read_text
from amity.formats.mbox import open_envelope, split_messages
from amity.formats.own_text import own_text

SHARED = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "quoting"
MOST_GENERATED = 1_500  # messages of one generated file
ROUNDS = 3

# Which lines of Zapier's messages are new text by the writer, quotes and signatures left out.
ZAPIER_OWN_LINES = {
    "correct_sig": "1", "email_1_1": "1-5", "email_1_2": "1,9-34", "email_1_3": "1-3", "email_1_4": "1",
    "email_1_5": "1-16", "email_1_6": "1", "email_1_7": "1", "email_1_8": "13,19", "email_2_1": "1",
    "email_2_2": "1", "email_2_3": "1",
    "email_BlackBerry": "1", "email_bullets": "1-9", "email_gmail": "1", "email_headers_no_delimiter": "1",
    "email_iPhone": "1", "email_multi_word_sent_from_my_mobile_device": "1", "email_one_is_not_on": "1-5",
    "email_partial_quote_header": "1-6", "email_sent_from_my_not_signature": "1-3",
    "email_sig_delimiter_in_middle_of_line": "1-7", "greedy_on": "1-6", "pathological": "1-2",
}  # fmt: skip
TALON_REPLY = "Hello"
TALON_HTML_REPLY = "Hi. I am fine.\n\nThanks,\nAlex"


@dataclass(frozen=True)
class Labelled:
    """One message: what is handed to a cutter, who wrote it, and what they wrote."""

    body: str
    writer: str
    own: str


@dataclass(frozen=True)
class Figures:
    """What one cutter reached on one set."""

    messages: int
    exact: float
    lost: float
    rate: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    messages = list(labelled_messages(chosen.path))
    if not messages:
        raise SystemExit(f"No labelled messages below {chosen.path}.")
    reply = EmailReplyParser(languages=["en", "de", "fr", "es", "it"])
    shipped = measure(messages, lambda each: own_text(each.body, each.writer).text)
    baseline = measure(messages, lambda each: reply.parse_reply(text=each.body) or "")
    if chosen.json:
        print(json.dumps({"shipped": vars(shipped), "baselines": {"mail-parser-reply": vars(baseline)}}))
        return
    for name, figures in (("shipped", shipped), ("mail-parser-reply", baseline)):
        print(f"{name:18} {figures.messages} messages: exact {figures.exact:.3f}, lost {figures.lost:.4f}, "
              f"{figures.rate:,.0f} a CPU second")  # fmt: skip


def measure(messages: list[Labelled], cut: Callable[[Labelled], str]) -> Figures:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        results = [cut(each) for each in messages]
        best = min(best, time.process_time() - started)
    exact = sum(plain(result) == plain(each.own) for result, each in zip(results, messages, strict=True))
    lost = sum(loses(result, each.own) for result, each in zip(results, messages, strict=True))
    count = len(messages)
    return Figures(count, exact / count, lost / count, count / best)


def plain(text: str) -> str:
    return " ".join(text.split())


def loses(result: str, own: str) -> bool:
    kept = plain(result)
    return any(plain(line) not in kept for line in own.split("\n"))


def labelled_messages(path: Path) -> Iterator[Labelled]:
    for mbox in sorted(path.glob("**/*.mbox")):
        yield from generated(mbox)
    for folder in path.glob("**/zapier_reply/test/emails"):
        yield from zapier(folder)
    for folder in path.glob("**/talon/tests/fixtures"):
        yield from talon_replies(folder)
        yield from talon_signatures(folder / "signature" / "emails")


def generated(mbox: Path) -> Iterator[Labelled]:
    truths = (json.loads(line) for line in mbox.with_suffix(".jsonl").open(encoding="utf-8"))
    for message, truth, _ in zip(split_messages(mbox.read_bytes()), truths, range(MOST_GENERATED), strict=False):
        yield Labelled(body_of(open_envelope(message)[1]), truth["name"], truth["new"])


def zapier(folder: Path) -> Iterator[Labelled]:
    for name, spans in ZAPIER_OWN_LINES.items():
        lines = (folder / f"{name}.txt").read_text("utf-8").split("\n")
        own: list[str] = []
        for span in spans.split(","):
            first, _, last = span.partition("-")
            own += lines[int(first) - 1 : int(last or first)]
        yield Labelled("\n".join(lines), "", "\n".join(own))


def talon_replies(folder: Path) -> Iterator[Labelled]:
    for message in sorted(folder.glob("standard_replies/*.eml")):
        yield Labelled(body_of(message.read_bytes()), "", TALON_REPLY)
    for page in sorted(folder.glob("html_replies/*.html")):
        yield Labelled(html_to_text(page.read_text("utf-8", "replace")), "", TALON_HTML_REPLY)


def talon_signatures(folder: Path) -> Iterator[Labelled]:
    for body in sorted(folder.glob("stripped/*_body")):
        text = body.read_text("utf-8")
        signature = body.with_name(body.name.replace("_body", "_signature")).read_text("utf-8")
        writer = body.with_name(body.name.replace("_body", "_sender")).read_text("utf-8").strip()
        yield Labelled(text, writer, text.removesuffix(signature))
    for marked in [folder / "P" / "johndoeexamplecom_body", folder / "P" / "102682_R_S"]:
        lines = marked.read_text("utf-8").split("\n")
        lines = lines[lines.index("") :] if lines[0].startswith("From:") else lines
        own = [line for line in lines if not re.match(r"#(?:sig|reply)#", line)]
        yield Labelled("\n".join(re.sub(r"^#\w+#", "", line) for line in lines), "", "\n".join(own))


def body_of(message: bytes) -> str:
    head = read_head(message)
    kind = part_head(head.get("content-type"), head.get("content-transfer-encoding"), head.get("content-disposition"))
    return read_text(message, head.body, kind).text


if __name__ == "__main__":
    main()
