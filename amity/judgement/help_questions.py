"""The words in which the owner might ask how to help: made from what is known of one person, for the owner to edit.

`ask_them` is said to the person ("Would a dry workshop near Otley still help?"), `ask_about_them` to the owner.
"""

import re
from datetime import date

from amity.judgement.ahead import event_words
from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.life_events import Happened, kind_of
from amity.judgement.pronouns import Spoken
from amity.judgement.whom_to_ask import Asking, Because
from amity.judgement.wording import capital, gap, quiet_for, spell
from amity.lib.text import shorten

LONGEST_SAID = 110  # characters of a need within a question
SOME_MONTHS = 330  # days after which a month is said with its year

_IDEAS = {
    LifeEvent.NEW_BABY: "A meal at the door, or an hour with the pram?",
    LifeEvent.ILL: "Some shopping, a lift, or company?",
    LifeEvent.LOOKING_FOR_WORK: "A second pair of eyes on a letter, or a name I could ask?",
    LifeEvent.SEPARATED: "Company, or an evening off?",
    LifeEvent.MOVED: "Something to carry, or somebody to show you round?",
}
_OTHERWISE = "What would help most just now?"
_ASKS_REST = "What somebody asks for while looking for work is never counted."
_CAPITALS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december english british french german spanish italian portuguese polish dutch welsh",
    "irish scottish greek turkish arabic hebrew persian hindi urdu bengali punjabi chinese japanese korean vietnamese",
    "thai russian ukrainian swedish norwegian danish finnish latin christmas easter i",
)
_KEEPS_ITS_CAPITAL = frozenset(word for words in _CAPITALS for word in words.split())
_SEEKING = re.compile(r"(?:looking|searching|hunting|trying|hoping|waiting|learning|saving|working)\b", re.IGNORECASE)
_LACKING = re.compile(
    r"(?:(?:she|he|they|i|we|still|also)\s+)*(?:needs?|wants?|(?:is|are) after)\s+(?!to\b)", re.IGNORECASE
)
_VERBS = (
    "came closed died left broke fell ended began started arrived opened moved got had lost married finished retired"
    " bought sold adopted founded graduated joined emigrated returned separated divorced became went was were has have"
)
_DONE = rf"(?:{_VERBS.replace(' ', '|')})\b"
_DID = re.compile(_DONE, re.IGNORECASE)
_SOMEBODY_DID = re.compile(rf"(?:the|a|an|her|his|their|your|its) (?:[\w’'-]+ ){{1,3}}?{_DONE}", re.IGNORECASE)
# What cannot stand within an English sentence of ours: a whole sentence, somebody's "my", another language.
_IS_QUOTED = re.compile(
    r"^(?:I|we|it|this|that|he|she|they|there|you)\b|\b(?:my|our|me|us)\b|\b(?:suche|sucht|braucht|ich|wir|eine[nmr]?|der"
    r"|die|das|und|für|je|nous|une|des|pour|cherche|yo|una|para|los|las|busco|busca|necesito|necesita)\b",
    re.IGNORECASE,
)
# "her" with nothing of hers behind it: "tell her honestly", "visit her"
_OBJECT = re.compile(
    r"\bher\b(?=\s*(?:$|[.,;:!?)]|(?:\w+ly|to|with|and|or|when|while|if|at|in|on|for|from|of|about|how|what|where|that"
    r"|which|whether|before|after|get|find|do|make|move|carry)\b))",
    re.IGNORECASE,
)


def ask_them(asking: Asking, spoken: Spoken, answer: str, today: date, *, somebody_may_help: bool = False) -> str:
    """The question to send, "" where a line is all that is fitting. `answer`: what they said when last asked.

    `somebody_may_help`: the owner knows somebody who could; who it is, is not said before both agree.
    """
    if asking.line_only:
        return ""
    if asking.because is Because.LONG_SINCE:
        return _again(asking, spoken, answer, month_of(asking.since_on, today))
    if asking.need:
        also = " I may know somebody." if somebody_may_help else ""
        return f"{_still(asking.need.what, spoken)}{also}"
    if asking.happened:
        kind = _kind(asking.happened)
        idea = _IDEAS.get(kind, _OTHERWISE) if kind else _OTHERWISE
        return f"{_how_is_it(to_you(_told(asking.happened)[0], spoken))} {idea}"
    return ""


def ask_about_them(what: str, spoken: Spoken) -> str:
    """Of an open need, what to find out next time: "Would a dry workshop near Otley still help him?" """
    words = _in_sentence(_bare(what))
    if _IS_QUOTED.search(words):
        return f"“{shorten(what, LONGEST_SAID)}”: does that still hold?"
    if _SEEKING.match(words):
        return f"{capital(spoken.are)} {spoken.they} still {words}?"
    if words.startswith("to "):
        return f"Would it still help {spoken.them} {words}?"
    return f"Would {_closed(words)} still help {spoken.them}?"


def about(asking: Asking, spoken: Spoken, answer: str, today: date) -> str:
    """What stands under the name: what happened, what is needed, and that the owner has not asked since."""
    told = f"{capital(_told(asking.happened)[0])}." if asking.happened else ""
    if asking.line_only:
        return f"{told} A line is enough; nothing needs to be asked."
    if asking.because is Because.LONG_SINCE:
        said = f" The answer was: “{shorten(answer, LONGEST_SAID).rstrip('.')}”." if answer else ""
        return f"You last asked in {month_of(asking.since_on, today)}.{said}"
    if asking.need is None:
        return f"{told} You have not asked since."
    if asking.happened and not asking.of.has_answered(asking.happened.on):
        told += " You have not asked since."
    needed = f"{_ago(asking.need.heard_on, today)}{_needed(asking.need.what, spoken)}"
    return f"{told} {needed} You could ask whether that still helps.".strip()


def reasons(asking: Asking) -> tuple[str, ...]:
    """What stands in the margin: where it is known from, and what to bear in mind."""
    happened, need = asking.happened, asking.need
    lines = []
    if happened:
        source = f", from {happened.source}" if happened.source else ""
        lines.append(f"{capital(happened.label or 'News')}{source}.")
        lines += [f"{capital(aside)}." for aside in _told(happened)[1:]]
    if need and need.where:
        lines.append(f"{capital(need.where)}.")
    if happened and _kind(happened) is LifeEvent.LOOKING_FOR_WORK:
        lines.append(_ASKS_REST)
    return tuple(lines)


def month_of(day: date, today: date) -> str:
    """ "October", "October 2024"."""
    return f"{day:%B}" if (today - day).days < SOME_MONTHS else f"{day:%B %Y}"


def to_you(text: str, spoken: Spoken) -> str:
    """Words about somebody as they are said to them: "her portfolio" is "your portfolio"."""
    words = _OBJECT.sub("you", text) if spoken.them == "her" else text
    for said, instead in _turns(spoken):
        words = re.sub(rf"\b{said}\b", instead, words, flags=re.IGNORECASE)
    return words


def _turns(spoken: Spoken) -> list[tuple[str, str]]:
    reflexive = {"she": "herself", "he": "himself"}.get(spoken.they, "themselves")
    verbs = ("is", "are"), ("has", "have"), ("was", "were")
    joined = [(f"{spoken.they} {one}", f"you {many}") for one, many in verbs]
    return [
        *joined,
        (reflexive, "yourself"),
        (spoken.they, "you"),
        (spoken.their, "your"),
        (spoken.them, "you"),
    ]


def _again(asking: Asking, spoken: Spoken, answer: str, month: str) -> str:
    """Of what they said then, else of the last that happened in their life."""
    if answer:
        said = shorten(answer, LONGEST_SAID).rstrip(".")
        return f"When I asked in {month} you said: “{said}”. How is that now? {_OTHERWISE}"
    if asking.of.happened:
        last = max(asking.of.happened, key=lambda event: event.on)
        return f"{_how_is_it(to_you(_told(last)[0], spoken))} {_OTHERWISE}"
    return f"I asked in {month} how I could help. How are things now, and what would be of use?"


def _still(what: str, spoken: Spoken) -> str:
    words = _in_sentence(to_you(_bare(what), spoken))
    if _IS_QUOTED.search(words):
        return f"You said: “{shorten(what, LONGEST_SAID)}”. Is that still so?"
    if _SEEKING.match(words):
        return f"Are you still {words}?"
    if words.startswith("to "):
        return f"Would it still help {words}?"
    return f"Would {_closed(words)} still help?"


def _how_is_it(words: str) -> str:
    """ "How has it been since the baby came on 4 October?", "How is it, waiting for a scan?" """
    small = _in_sentence(words)
    if _DID.match(small):
        return f"How has it been since you {small}?"
    if _SOMEBODY_DID.match(small):
        return f"How has it been since {small}?"
    if _SEEKING.match(small):
        return f"How is it, {small}?"
    if small.startswith("new "):
        return f"How are you getting on with your {small.partition(' since ')[0]}?"
    return f"I keep thinking of it: {small}. How are you?"


def _needed(what: str, spoken: Spoken) -> str:
    words = _in_sentence(_bare(what))
    if _IS_QUOTED.search(words):
        return f": “{shorten(what, LONGEST_SAID)}”."
    if _SEEKING.match(words):
        return f" {spoken.they} {'were' if spoken.are == 'are' else 'was'} {words}."
    return f" {spoken.they} needed {words}."


def _told(happened: Happened) -> list[str]:
    """What happened, and asides noted behind it: "Piet died in July; no letters at Christmas"."""
    return [part.strip() for part in event_words(happened.text).split(";") if part.strip()] or [happened.label]


def _closed(words: str) -> str:
    """With the comma that closes what a comma opened: "Would two readers, honest ones, still help?" """
    return f"{words}," if "," in words else words


def _kind(happened: Happened) -> LifeEvent | None:
    return kind_of(happened.label, happened.text)


def _bare(what: str) -> str:
    words = shorten(what, LONGEST_SAID).rstrip(".!? ")
    return _LACKING.sub("", words, count=1) if _LACKING.match(words) else words


def _in_sentence(words: str) -> str:
    """With a small first letter, unless the first word always has a large one."""
    first = words.partition(" ")[0]
    plain = first.strip(",;:").lower()
    if plain in _KEEPS_ITS_CAPITAL or first[1:] != first[1:].lower() or not first[:1].isalpha():
        return words
    return words[:1].lower() + words[1:]


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    if days <= 1:
        return capital(quiet_for(day, today))
    number, _, unit = gap(days).partition(" ")
    return f"{capital(spell(int(number)))} {unit} ago"
