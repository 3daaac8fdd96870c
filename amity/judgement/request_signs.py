"""What in an English sentence speaks for and against its being a request to the reader."""

import re

from amity.judgement import request_questions as asking
from amity.judgement import request_words as words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MOST_LEADS = 4  # words before the verb that are greeting, name or "also"
MOST_NAME_WORDS = 2  # "Mark, send me …", "Also - call …"
SHORT, MIDDLE, LONG = 4, 12, 30  # words

_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_ASKED_END = re.compile(r"\?+(?=[\s\"”')\]>*_!.,]|$)")
_HELPER_INSIDE = re.compile(
    r"\b(?:are|do|did|can|could|would|have|were|will|should) (?:you|we|i|they|he|she)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[DM]r)(?<!\bM[rs]s)(?<!\bMs)[.!] (?=[\"'(]?[A-Z])|[;:] ")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?|\d+")
_PLAIN_WORD = re.compile(r"[a-z]+")
_ME = re.compile(r"\b(?:me|us|my|our)\b", re.IGNORECASE)
_TO_READER = re.compile(r"\b(?:you|your|yours|u|ur|ya|y'all|yourself)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:i|we|my|our|me|us)\b", re.IGNORECASE)

_SUBJECTS = _words("i you we they he she it")

_PATTERNS = {
    "asks you": words.ASKS_YOU,
    "if you could": words.IF_YOU_COULD,
    "may I": words.MAY_I,
    "let me know": words.LET_ME_KNOW,
    "need": words.NEEDS,
    "wish": words.WISHES,
    "wonder": words.WONDERS,
    "wondering": words.WONDERING,
    "seeks": words.SEEKS,
    "any idea": words.ANY_IDEA,
    "duty": words.DUTIES,
    "proposes": words.PROPOSES,
    "let us": words.LETS,
}
_ASKS_ANYWAY = frozenset(["wish", "need", "asks you", "please", "order", "order not", "any idea", "let me know"])
_AGAINST = {
    "optional": words.OPTIONAL,
    "polite if": words.POLITE_IF,
    "marketing": words.MARKETING,
    "reported": words.REPORTED,
    "quote": words.QUOTE,
    "pointer": words.POINTER,
    "of us all": words.OF_US_ALL,
    "third person": words.THIRD_PERSON,
    "soon": words.AS_SOON,
}


def request_signs(said: str) -> tuple[str, ...]:
    """The signs found in an English sentence; empty where nothing in it could ask for anything."""
    if "’" in said:
        said = said.replace("’", "'")
    if "http" in said or "www" in said or "@" in said:
        said = _LINK.sub("link", said)
    asks = _asking_words(said) if words.HINTS.search(said) else []
    mark = _ASKED_END.search(said) if "?" in said else None
    asks += _question(said, mark.start()) if mark else _unmarked_question(said)
    asks += _orders(said)
    if not asks:
        return ()
    if not _ASKS_ANYWAY.isdisjoint(asks):
        asks = [sign for sign in asks if "courtesy" not in sign]
    return (*asks, *(sign for sign, pattern in _AGAINST.items() if pattern.search(said)), *_shape(said))


def _asking_words(said: str) -> list[str]:
    plain = frozenset(_PLAIN_WORD.findall(said.lower()))
    left_out = {sign for sign, triggers in words.TRIGGERS.items() if triggers.isdisjoint(plain)}
    return [sign for sign, pattern in _PATTERNS.items() if sign not in left_out and pattern.search(said)]


def _orders(said: str) -> list[str]:
    """Orders and pleas at the start of a clause: "Mark, please send …", "…, so call me"."""
    found: list[str] = []
    start = 0
    ends = [each.end() for each in words.BREAKS.finditer(said)]
    for number, end in enumerate([*ends, len(said)]):
        sign = _order(said[start:end], number == 0)
        if sign in ("order", "please") and words.GETS_IN_TOUCH.search(said[start:end]) and words.POLITE_IF.search(said):
            sign = "courtesy"  # "Call me if you have any questions"
        if sign:
            found += [sign, f"{sign} {_where(said[:start])}"]
            if sign == "order" and _ME.search(said, start):
                found.append("for me")
            if sign in ("order", "please") and not words.GETS_IN_TOUCH.search(said[start:end]):
                found.append("a deed")
        start = end
    if "please" not in " ".join(found) and (
        plea := re.search(r"\b(?:please|pls|plz)\b ?(?=(\w+)?)", said, re.IGNORECASE)
    ):
        after = said[plea.end() :]
        found.append("please, courtesy" if words.PLEASE_COURTESY.match(after) else "please inside")
    return found


def _where(before: str) -> str:
    size = len(before.split())
    return "first" if not size else "after a name" if size <= MOST_NAME_WORDS else "later"


def _order(clause: str, is_first: bool) -> str:
    tokens = [(each[0].lower(), each.start(), each[0]) for each in _WORD.finditer(clause)]
    pleads = False
    for at, (word, place, written) in enumerate(tokens[: MOST_LEADS + 1]):
        if word in ("please", "pls", "plz", "kindly"):
            pleads = True
            continue
        rest = clause[place:]
        if pleads:
            return "please, courtesy" if words.PLEASE_COURTESY.match(rest) else "please"
        if at + 1 < len(tokens) and tokens[at + 1][0] in _SUBJECTS and word in ("have", "don't", "do"):
            return ""  # "Have you …", "Don't you …": a question
        if word in ("don't", "do") and at + 1 < len(tokens) and re.match(r"(?:don't|do not) \w", rest, re.IGNORECASE):
            return "courtesy" if words.COURTESY.match(rest) else "order not"
        if word in words.ORDERS or word in ("be", "have"):
            return _kind_of_order(word, rest, tokens[at + 1 :])
        if word in words.LEADS or (at == 0 and len(tokens) > 1 and written[0].isupper() and not is_first):
            continue
        return ""
    return ""


def _kind_of_order(word: str, rest: str, following: list[tuple[str, int, str]]) -> str:
    if words.COURTESY.match(rest):
        return "courtesy"
    if words.ADDRESS_LINE.match(rest):
        return ""
    if word in ("be", "have"):
        return (
            "order"
            if re.match(r"be sure|have (?:the|your|a look|him|her|them|\w+ (?:call|send|get))", rest, re.IGNORECASE)
            else ""
        )
    if following and following[0][0] in ("is", "was", "are", "were", "has", "of", "will", "and"):
        return ""  # "Look is everything", "Work was hard": a noun
    return "order" if following else "order alone"


def _question(said: str, at: int) -> list[str]:
    """Signs of the question; who is asked, how it is built, whether an answer is waited for."""
    start = max((each.end() for each in _SENTENCE_END.finditer(said, 0, at)), default=0)
    asked = said[start:at].strip()
    found = ["question", "ends asking" if not said[at:].strip("?!\"') ") else "asks inside"]
    tokens = [each[0].lower() for each in _WORD.finditer(asked)]
    while len(tokens) > 1 and tokens[0] in words.LEADS:
        del tokens[0]
    clauses = [piece.split() for piece in re.split(r"[,;:–—]| -+ | and | or | but ", asked.lower())]
    openers = {piece[0] for piece in clauses if piece}
    first, second = (tokens + ["", ""])[:2]
    if first in words.HELPERS:
        found.append(f"helper {_who(second)}")
    elif first in words.QUESTION_WORDS:
        found.append("question word" + (" first person" if _SELF.search(asked) else ""))
    elif openers & (words.HELPERS | words.QUESTION_WORDS) or _HELPER_INSIDE.search(asked):
        found.append("question later")
    elif words.TAG.search(said[: at + 1]):
        found.append("tag")
    elif words.STANDS_FOR_ONE.match(asked):
        found.append("short of one")
    else:
        found.append("no question form")
    if _TO_READER.search(asked):
        found.append("asks reader")
    elif not _SELF.search(asked):
        found.append("asks of the world")
    if words.NO_ANSWER_WANTED.search(said[start : at + 1]):
        found.append("no answer wanted")
    if words.SELLS.search(said):
        found.append("sells")
    return found + _manner(asked, said)


def _manner(asked: str, said: str) -> list[str]:
    """Whether the question wants to know something, or makes a point."""
    found = [sign for sign, pattern in asking.QUESTION_SIGNS.items() if pattern.search(asked)]
    if asking.OPENS_BUT.match(asked):
        found.append("opens with but")
    if asking.OPENS_SO.match(asked):
        found.append("opens with so")
    if asking.OPENS_APART.match(asked):
        found.append("stands apart")
    if asking.LAUGHS.search(said):
        found.append("laughs")
    if _is_headline(asked):
        found.append("headline")
    size = asked.count(" ") + 1
    found.append(
        "question of a word"
        if size <= asking.SHORTEST
        else "question short"
        if size <= asking.SHORT
        else "question middle"
        if size <= asking.LONG
        else "question long"
    )
    return found


def _is_headline(asked: str) -> bool:
    written = [word for word in _WORD.findall(asked) if len(word) >= SHORT]
    capitals = sum(word[0].isupper() for word in written)
    return len(written) >= asking.LEAST_HEADLINE_WORDS and capitals >= asking.HEADLINE_SHARE * len(written)


def _unmarked_question(said: str) -> list[str]:
    """ "Did you send them the list." is one, too."""
    tokens = [each[0].lower() for each in _WORD.finditer(said[:60])]
    while len(tokens) > 2 and tokens[0] in words.LEADS and tokens[0] != "do":
        del tokens[0]
    if len(tokens) < 2 or tokens[0] not in words.HELPERS - {"may", "was", "were", "had", "should"}:
        return []
    if tokens[0] in ("is", "are") and tokens[1] == "there" and tokens[2:3] in (["any"], ["a"], ["some"]):
        return ["unmarked you"]
    return [f"unmarked {_who(tokens[1])}"] if _who(tokens[1]) in ("you", "anyone", "me") else []


def _who(word: str) -> str:
    if word in ("you", "u", "ya", "yourself"):
        return "you"
    if word in ("i", "we"):
        return "me"
    if word in ("anyone", "anybody", "someone", "somebody"):
        return "anyone"
    return "it" if word in ("it", "there", "this", "that", "the") else "others"


def _shape(said: str) -> list[str]:
    size = said.count(" ") + 1
    shape = ["short" if size < SHORT else "middle" if size < MIDDLE else "longer" if size < LONG else "long"]
    if "!" in said:
        shape.append("!")
    if _TO_READER.search(said):
        shape.append("you")
    if _SELF.search(said):
        shape.append("I")
    return shape
