"""Where an English sentence may bind its writer: each place with the signs that speak for and against a promise."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from amity.judgement import promise_openings as words
from amity.judgement.promise_verbs import ADVERBS, BY_WHAT_FOLLOWS, DEEDS, DOUBTS, NO_DEEDS, TOGETHER


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOOK_BACK = 60  # characters before the opening in which a doubt or somebody else's saying is looked for
THIRD_CONDITION = "third condition"  # the sign of a promise that hangs on neither writer nor reader
LONG = 250  # characters of a sentence that is more likely prose than a promise

_WORD = re.compile(r"[\w'’-]+")
_NOT_PART_OF_THE_DEED = ADVERBS | DOUBTS | {"be", "sure", "happy", "glad", "to"}
_KEEPS_YOU = _words("know posted informed in when if on up with back again")

Signs = list[str]


@dataclass(frozen=True, slots=True)
class Opening:
    """One place in a sentence where its writer may promise; `start` and `end` enclose the clause, `what` is the deed."""

    start: int
    end: int
    what: str
    signs: tuple[str, ...]


def openings(said: str) -> Iterator[Opening]:
    """Each place where an English sentence may bind its writer; those that certainly do not are left out."""
    is_question = said.rstrip("\"”') ").endswith("?")
    for found in words.OPENINGS.finditer(said):
        kind = found.lastgroup or ""
        before, after = said[: found.start()], said[found.end() :]
        if _is_quoted(before) or (is_question and not words.BESIDE_A_QUESTION.search(before)):
            continue
        signs = _JUDGES[kind](found[0], before, after)
        if signs is not None:
            end = _clause_end(said, found)
            around = _around(said, before, said[found.start() : end], after)
            yield Opening(found.start(), end, _deed_in_words(kind, said, found, end), (kind, *signs, *around))


def _is_quoted(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _clause_end(said: str, found: re.Match[str]) -> int:
    ended = None if found.lastgroup == "said" else words.CLAUSE_END.search(said, found.end())
    if found.lastgroup == "said":
        return found.end()
    return len(said[: ended.start()].rstrip()) if ended else len(said)


def _deed_in_words(kind: str, said: str, found: re.Match[str], end: int) -> str:
    """The deed alone: "send the deck" of "I'll also send you the deck"."""
    rest = said[found.end() : end].split()
    while kind != "yours" and len(rest) > 1 and rest[0].lower() in _NOT_PART_OF_THE_DEED:
        del rest[0]
    if len(rest) > 2 and rest[1].lower() == "you" and rest[2].lower() not in _KEEPS_YOU:
        del rest[1]
    return " ".join(rest) if rest else said[found.start() : end].strip()


def _will(opened: str, before: str, after: str) -> Signs | None:
    near = before[-LOOK_BACK:]
    if words.WONDERED.search(near) or words.SAID_BEFORE.search(near) or words.SAID_AFTER.match(after):
        return None
    signs = ["deed"] if opened.lower().endswith("t") else _deed(after)  # "I won't forget"
    if signs and words.INTENDED.search(near):
        signs.append("intended")
    return signs


def _bare(opened: str, before: str, after: str) -> Signs | None:
    # "Will Marchetti sends …", "Will keeps …": the name, not the verb.
    if opened[0] == "W" and re.match(r" (?:[A-Z]|\w+s\b)", after):
        return None
    return _will(opened, before, after) if _has_own_subject(before) else None


def _has_own_subject(before: str) -> bool:
    """Whether the clause that a bare "will" goes on with has the writer for its subject, named or left out."""
    clause = before[max((found.end() for found in words.CLAUSE_START.finditer(before)), default=0) :]
    if not clause.strip():
        return True
    if words.OTHER_SUBJECT.match(clause) or words.THIRD_PERSON.search(clause):
        return False
    return words.OWN_SUBJECT.search(clause) is not None


def _let_me(opened: str, before: str, after: str) -> Signs | None:
    return ["deed"] if words.LET_ME.match(after) else None


def _can(opened: str, before: str, after: str) -> Signs | None:
    if words.WONDERED.search(before[-LOOK_BACK:]) or re.search(r"\b(?:so|that|all|anything|as far as) $", before, re.I):
        return None
    signs = _deed(after)
    return signs if signs and "deed" in signs else None


def _now(opened: str, before: str, after: str) -> Signs | None:
    if words.ONLY_LOVE.match(after):
        return None
    return ["deed"] if re.match(r" on (?:it|the case)\b|.*\bpost\b", after) or words.TIME.search(after) else None


def _vow(opened: str, before: str, after: str) -> Signs | None:
    if re.search(r"\b(?:if|can['’]t|cannot|did|didn['’]t|not) $", before, re.I) or re.match(
        r"(?: that)? we haven|[.!?]?$", after
    ):
        return [] if "heart" in opened.lower() else None
    is_owed = words.YOU.search(after) or words.TIME.search(after) or re.match(r" to (?!be\b|behave)", after)
    return ["deed"] if is_owed else []


def _yours(opened: str, before: str, after: str) -> Signs | None:
    said = opened.lower()
    if said.startswith("you") and "goes out" not in said:
        if not words.FROM_ME.search(before + after) or words.NOT_MINE.search(after):
            return None
        return [] if words.TIME.search(before + after) or "from me" in after else None
    if said.startswith("expect"):
        return [] if not before.strip() and re.search(r"\bmy\b|\bfrom me\b", said) else None
    return []


def _said(opened: str, before: str, after: str) -> Signs | None:
    return []


_JUDGES: dict[str, Callable[[str, str, str], Signs | None]] = {
    "will": _will,
    "we": _will,
    "bare": _bare,
    "let_me": _let_me,
    "can": _can,
    "now": _now,
    "vow": _vow,
    "yours": _yours,
    "said": _said,
}


def _deed(after: str) -> Signs | None:
    """Signs from the verb after "I'll" and from what follows it; None where it is no deed."""
    if words.NOT.match(after):
        return ["deed"] if words.KEPT_BY_NOT.match(after) else None
    signs: Signs = []
    for found in _WORD.finditer(after[:120]):
        verb, rest = found[0].lower(), after[found.end() :].lstrip()
        if verb in DOUBTS:
            signs.append("doubt")
        elif verb == "try" and re.match(r"(?:to|and) ", rest, re.I):
            return _verb(verb, rest, [*signs, "try"])
        elif verb not in ADVERBS:
            return _verb(verb, rest, signs)
    return None


def _verb(verb: str, rest: str, signs: Signs) -> Signs | None:
    if verb == "be" and (glad := words.GLAD.match(rest)):
        signs.append("glad")
        verb, rest = glad["verb"].lower(), rest[glad.end() :].lstrip()
    kind = _kind_of_verb(verb, rest)
    if not kind:
        return None
    if words.TO_YOU.match(rest):
        signs.append("to you")
    if words.OWN_THING.match(rest):
        signs.append("own thing")
    return [*signs, kind]


def _kind_of_verb(verb: str, rest: str) -> str:
    if cases := BY_WHAT_FOLLOWS.get(verb):
        decided = next((is_deed for pattern, is_deed in cases if pattern.match(rest)), False)
        return "deed" if decided else "together" if verb in TOGETHER else ""
    if verb in TOGETHER:
        return "together"
    if verb in DEEDS:
        return "deed"
    return "other verb" if verb not in NO_DEEDS and verb.isalpha() else ""


def _around(said: str, before: str, clause: str, after: str) -> Signs:
    """Signs from the rest of the sentence."""
    tests = {
        "you": words.YOU.search(clause),
        "them": words.THEM.search(clause, 3),
        "time": words.TIME.search(clause),
        "time elsewhere": not words.TIME.search(clause) and words.TIME.search(said),
        "ever": words.EVER.search(said),
        "marketing": words.MARKETING.search(said),
        "asked first": words.ASKED_FIRST.search(before),
        "greeted": before and words.GREETED.match(said),
        "first": not before.strip(),
        "long": len(said) > LONG,
    }
    signs = [sign for sign, holds in tests.items() if holds]
    if words.IF_THIRD.search(before):
        signs.append(THIRD_CONDITION)
    elif words.IF.search(before):
        signs.append("if you" if words.IF_READER.search(before) and " ever " not in before else "if")
    elif words.IF_AFTER.search(after):
        signs.append("if after")
    return signs
