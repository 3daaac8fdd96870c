"""The words that tell a promise kept: handing over, having done, the past of what people promise."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


SMALL_WORDS = _words(
    """
    a an the this that these those it its him her his hers them their theirs you your yours me my mine we us our ours i
    he she they and or but to of for in on at by with from about into over up down out off back round around as so if
    when whether what who whom which how is are was were be been will shall can could would let some any one two three
    all both again also just then than there here too very soon later know today tomorrow tonight morning evening
    afternoon week weekend month day days monday tuesday wednesday thursday friday saturday sunday next end time
    fwd re dear hello hi love thanks thank
    """
)
# Before the verb that tells what is promised: "try to find", "go and ask", "dig out".
SETTING_OUT = _words("try and to go come also definitely certainly gladly happily please be sure make_sure")

HANDED_OVER = _any(
    r"\bhere(?:'s| is| are| it is| they are| you (?:are|go))\b",
    r"\b(?:attached|enclosed|please find|below you find|in the attachment)\b",
    r"^(?:\w+ )?(?:the|your|her|his|their) .{0,40}\b(?:is|are) (?:on|in|at|by|through|under|behind) (?:your|her|his"
    r"|their|the)\b",
    r"^\w+ (?:is|are) (?:on|in|at|by|through|under|behind) (?:your|her|his|their|the)\b",
    r"\b(?:is|are) (?:done|ready|sent|booked|paid|mended|fixed|finished|posted|baked|signed)\b",
    r"^(?:done|sent|posted|booked|reviewed|mended|fixed)\b",
)
SAID_BEFORE = _any(r"\bas (?:i )?(?:promised|said|agreed)\b", r"\bpromised .{1,40}, (?:brought|sent|done|kept)\b")
NOT_DONE = _any(
    r"\b(?:not|never|cannot|nothing yet|forgot|forgotten|no longer|not yet)\b|n't\b",
    r"\b(?:i would|i shall|will|could you|may i|going to|hope to|want to|have to|need to|must)\b|\b(?:i|we)'(?:ll"
    r"|d)\b",
    r"\b(?:still (?:have|working|looking|waiting)|working on|as soon as|bear with|next week|if you)\b",
)
INTRODUCING = _words("introduce connect")
IN_TOUCH = _any(r"\b(?:meet|introduc\w+|this is|of whom|you two|you both|in touch|told you of)\b")
# Deeds whose keeping is an answer: what was found out stands in the message itself.
INFORMING = _words("ask find check look let get tell give send email mail text confirm write list make put")
ANSWERING = _any(r"\b(?:is|are|says|said|costs?|opens?|starts?)\b", r"\d", r":")

_SENT = r"\b(?:sent|posted|mailed|emailed|texted|forwarded|shared|passed|attached)\b"
_BROUGHT = r"\b(?:brought|dropped|left|took|delivered|returned|carried|is on your|are on your)\b"
_CALLED = r"\b(?:called|rang|phoned|spoke|talked)\b"
_FOUND = r"\b(?:found|checked|asked|looked|turns out|rang|called)\b"
_MENDED = r"\b(?:mended|fixed|repaired|works|works again|shuts again|as new)\b"
_MADE = r"\b(?:made|baked|cooked|built|written|wrote|drew|sewn|sewed|printed)\b"
_PAST = {
    "send post mail email text forward share pass fwd resend dispatch": _SENT,
    "bring return drop lend deliver take carry": _BROUGHT,
    "give": r"\b(?:gave|given|left|dropped|sent)\b",
    "call ring phone speak talk": _CALLED,
    "ask find check look confirm investigate": _FOUND,
    "mend fix repair": _MENDED,
    "make bake cook build prepare draft put": _MADE + r"|\b(?:drafted|prepared|ready)\b",
    "write": r"\b(?:wrote|written)\b",
    "read": r"\b(?:read|reread)\b",
    "review": r"\b(?:reviewed|read|went through|gone through)\b",
    "book reserve get buy order": r"\b(?:booked|reserved|got|bought|ordered)\b",
    "pick collect fetch": r"\b(?:picked|collected|fetched|got)\b",
    "pay transfer repay": r"\b(?:paid|transferred|repaid)\b",
    "drive": r"\b(?:drove|driven)\b",
    "teach show tell let": r"\b(?:taught|showed|shown|told)\b",
    "leave": r"\bleft\b",
    "do": r"\b(?:did|done)\b",
}
PAST_OF = {verb: re.compile(pattern) for verbs, pattern in _PAST.items() for verb in verbs.split()}
