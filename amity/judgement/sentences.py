"""Sentences of a writer's own text: across wrapped lines, through lists, past abbreviations, with their place in it.

A line ends a sentence only where it had room for the next word; "Hi Bo," and list items stand by themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WRAP_FROM = 50  # characters; a paragraph whose lines are all shorter was not wrapped by a program
WRAP_SLACK = 12  # characters a wrapped line may fall short of the longest one and still be called full
LONGEST_SENTENCE = 1_000  # characters looked at; what is longer is a table, a log or a licence

# With their full stop they end no sentence. Lower case, without the last stop.
ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof rev sr jr st mt vs e.g i.e eg ie cf approx dept est fig ext tel no nos vol pp ed jan feb
    mar apr jun jul aug sep sept oct nov dec inc ltd co corp ph.d u.s u.k a.k.a attn ref resp incl z.b d.h u.a
    bzw ca nr str evtl ggf usw hr fr abs bspw mme mlle p.ex sra srta ud uds p.ej av
    """
)
_MAY_END = _words("no co inc ltd corp etc mar ed fig ca str fr est sr jr u.s u.k")
_MONTHS = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner)\b"
_ITEM = re.compile(r"\s*(?:[-*•·–—o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+)")
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|[.!?…]+["'”’»)\]]*$""")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_SMILEY = re.compile(r"\s*(?:[:;]-?[)(DPp/]|<3|[\U0001F300-\U0001FAFF\u2600-\u27BF]+)")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_GERMAN_MONTH = re.compile(_MONTHS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with single spaces, and where it stood in the text it came from."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a writer's own text in order; quotes and signature should be cut already."""
    found = []
    for start, end in _units(text):
        for first, last in _split(text, start, end):
            written = text[first:last].lstrip()
            said = " ".join(written[:LONGEST_SENTENCE].split())
            if any(c.isalpha() for c in said):
                found.append(Sentence(said, last - len(written), last))
    return found


def place_in(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where characters `start` to `end` of the sentence's own text stand in the text it was taken from."""
    black = [at for at in range(sentence.start, sentence.end) if not text[at].isspace()]
    before = sum(not c.isspace() for c in sentence.text[:start])
    within = sum(not c.isspace() for c in sentence.text[start:end])
    if not within:
        return sentence.start, sentence.start
    return black[before], black[before + within - 1] + 1


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and lines that were ended on purpose, as offsets."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    if not lines:
        return
    widest = max(min(end - start, 90) for start, end in lines)
    first, last = lines[0]
    for (start, end), (_, before) in zip(lines[1:], lines, strict=False):
        if _continues(text, (first, before), (start, end), widest):
            last = end
        else:
            yield first, last
            first, last = start, end
    yield first, last


def _continues(text: str, unit: tuple[int, int], line: tuple[int, int], widest: int) -> bool:
    start, end = line
    if start - unit[1] > 1 or _ITEM.match(text, start, end):
        return False
    before = text[text.rfind("\n", 0, unit[1]) + 1 : unit[1]].rstrip()
    following = text[start:end].split(maxsplit=1)
    if not before or not following:
        return False
    if following[0][0].islower():
        return not before.endswith((":", "!", "?")) and (not before.endswith(",") or len(before) > WRAP_FROM // 2)
    return widest >= WRAP_FROM and len(before) + 1 + len(following[0]) > widest - WRAP_SLACK


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for found in _END.finditer(text, start, end):
        if found.end() < end and not _ends(text, first, found, end):
            continue
        last = found.end()
        if smiley := _SMILEY.match(text, last, end):
            last = smiley.end()
        if last > first:
            yield first, last
        first = last
    if first < end:
        yield first, end


def _ends(text: str, first: int, found: re.Match[str], end: int) -> bool:
    mark = found[0]
    following = text[found.end() : min(found.end() + 14, end)].lstrip()
    if not following:
        return True
    if "!" in mark or "?" in mark:
        return not following[0].islower() or not mark.endswith((")", '"', "”", "’"))
    upper = not following[0].islower()
    if mark.startswith(("..", "…")):
        return upper and following[0] not in ".,;"
    before = _WORD_BEFORE.search(text, max(first, found.start() - 20), found.start())
    word = before[0] if before else ""
    return _ends_after(word, following, upper)


def _ends_after(word: str, following: str, upper: bool) -> bool:
    """Whether the full stop after this word ends a sentence, seeing what follows it."""
    low = word.lower()
    if _INITIAL.fullmatch(word) and word != "I":
        return False
    if low in ABBREVIATIONS:
        return low in _MAY_END and upper and not following[0].isdigit()
    if word.isdigit():
        return len(word) > 2 or not (_GERMAN_MONTH.match(following) or following[0].islower())
    if low in ("a.m", "p.m", "etc"):
        return upper
    return upper or len(low) > 1
