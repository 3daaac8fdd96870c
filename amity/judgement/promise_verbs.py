"""English verbs after "I'll": deeds owed to somebody, things done together, and what is no deed at all."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What somebody does for somebody else.
DEEDS = _words(
    """
    send resend forward fwd mail email e-mail fax post phone ring text ping dm write reply respond answer return
    bring deliver drop pick fetch collect lend pay repay refund reimburse transfer wire order book reserve check
    double-check doublecheck read reread review proof proofread prepare draft update correct fix amend circulate
    recirculate redistribute distribute copy print scan upload download type retype translate arrange organise
    organize schedule reschedule set confirm verify report remind notify inform advise introduce speak contact
    chase follow sort handle help assist drive cook bake knit sew paint mend repair sign submit file open merge
    revert test document rewrite redo rework revise modify remove delete hand save teach feed mind babysit dig
    swap nominate recommend raise mention loop touch circle coordinate provide supply complete finish share
    invite attach compile gather research investigate inquire enquire cancel measure compare summarise summarize
    present propose transcribe publish release replace ship install configure patch push deploy restart build
    study fill communicate relay treat nudge poke escalate log track monitor clean clear cut cc bcc conference
    dial await adjust assign approve process pull tweak polish analyze analyse donate contribute reach shoot
    call change touch-base
    """
)
# Told of oneself, of the world or of the text itself: nobody is owed it.
NO_DEEDS = _words(
    """
    know miss need love like never always remember forget understand admit bet say assume guess spare close live
    regret laugh survive manage become want hate die spend wear sit sleep win lose quote concede grant confess
    agree risk believe suppose wonder hope feel enjoy prefer mean bite argue stick skip learn grow end happen
    remain probably pretend refrain refuse settle suffer vote eat drink conclude begin focus appear seem tend
    expect accept retire graduate travel fly arrive head hear lay lie own celebrate cry freeze faint recover
    adopt avoid choose opt switch crash burn kill shut buy-into deal resurface
    """
)
# Pleasant and perhaps agreed, but nothing is owed.
TOGETHER = _words("meet join attend visit discuss catch gather come celebrate toast dance sing participate host")
ADVERBS = _words(
    """
    also then just still gladly certainly definitely def surely happily personally now again first immediately
    quickly simply please gonna soon
    """
)
DOUBTS = _words("probably perhaps maybe possibly hopefully likely eventually someday ever")

_NOT_ELSE = ((r"", False),)
_ELSE = ((r"", True),)
_BY_DAY = r"by (?:mon|tue|wed|thu|fri|sat|sun|noon|tonight|tomorrow|the|then|next|eod|cob|close)"
# Deed or not by what follows the verb; the first pattern that fits decides, no fit means no deed.
_FOLLOWS: dict[str, tuple[tuple[str, bool], ...]] = {
    "add": ((r"(?:that|only|just) (?:i|we|the)\b", False), *_ELSE),
    "address": ((r"(?:this|that|these|those) (?:below|in)\b", False), *_ELSE),
    "ask": ((r"(?:myself|for (?:your|forgiveness))\b", False), *_ELSE),
    "be": (
        (r"back (?:to|with) (?:you|y'all)\b|in touch\b|(?:back )?in contact\b", True),
        (
            r"(?:sending|forwarding|e-?mailing|mailing|calling|phoning|faxing|posting|contacting|bringing"
            r"|writing (?:to|you|back)"
            r"|getting (?:back|with|in touch|you)|providing|preparing|submitting|delivering|following up|asking"
            r"|sharing"
            r"|checking|reviewing|updating|adding|returning|setting up|shipping|responding|dropping)\b",
            True,
        ),
    ),
    "buy": ((r"(?:you|your|the|some|two|one|it|them)\b", True),),
    "catch": ((r"(?:\w+|him|her|them) (?:and|to|about)\b", True),),
    "change": ((r"(?:my|our) mind\b", False), *_ELSE),
    "come": (
        (
            r"(?:back|up) (?:to you|with)\b|over\b|(?:round|by|up|down|out|in)? ?(?:on \w+ |at \w+ |tonight "
            r"|tomorrow )?(?:and|to) "
            r"(?:fix|collect|pick|help|get|fetch|look|mend|repair|drive|take|show|do|cut|give)\b",
            True,
        ),
    ),
    "continue": ((r"to (?:send|keep you|update|work|pursue|follow)\b", True),),
    "cover": ((r"the following|below", False), *_ELSE),
    "do": ((r"(?:fine|well|ok|okay|without|better|nothing|so)\b", False), *_ELSE),
    "explain": ((r"(?:below|later in|in the next|in section)\b", False), *_ELSE),
    "find": ((r"(?:it (?:hard|difficult|odd)|myself|that|peace|time to)\b", False), *_ELSE),
    "get": (
        (r"\w+ (?:flu|cold|kick|used|over it|soaked|job)\b|used\b", False),
        (
            r"(?:back to|back with|with|you|your|him|her|them|those|these|it|that|this|to (?:it|this|that|work)"
            r"|on (?:it|that|this)"
            r"|in touch|started|hold|an?|some|the|my|our|someone|somebody|one|copies|each|both|all|everyone"
            r"|\w+ (?:to|the|on|a))\b",
            True,
        ),
    ),
    "give": ((r"(?:it|him|her|them|you) (?:that|credit)\b|up\b", False), *_ELSE),
    "go": ((r"(?:and|ahead|over|through|get|check|ask|back (?:and|to the))\b", True),),
    "grab": ((r"(?:a (?:coffee|drink|bite)|some sleep)\b", False), *_ELSE),
    "have": (
        (
            r"(?:to|no|had|fun|been|lunch|dinner|an? (?:pint|beer|drink|go|great|good|nice|lovely|much|better|hard))\b",
            False,
        ),
        (
            rf".{{0,60}}?\b(?:(?:to|for|with) you|ready|done|finished|translated|fixed|sent|delivered|out|{_BY_DAY}"
            rf"|back to"
            r"|(?:in|on) your|spoken|talked|your)\b",
            True,
        ),
        (
            r"(?:my |our |the |someone |somebody )?\w+ (?:\w+ )?(?:call|phone|ring|contact|e-?mail|send|measure"
            r"|set|come|get|check|look|schedule"
            r"|arrange|bring|deliver|fix|forward|write|prepare|draft|fax|review|pull|drop|give|make|put|run)\b",
            True,
        ),
    ),
    "hold": ((r"(?:off|my breath|back|out)\b", False), *_ELSE),
    "keep": ((r"(?:my|quiet|going|on|trying|saying|walking|it (?:short|brief|simple))\b", False), *_ELSE),
    "leave": (
        (
            r"(?:it|that|this) (?:at|there|here)\b|(?:you|it|that|this) (?:to|up)\b|(?:for|at|on|in|early|home"
            r"|town|now)\b",
            False,
        ),
        *_ELSE,
    ),
    "let": (
        (
            r"(?:you|him|her|them|it) (?:go|off|be|get|sleep|rest|decide|finish|pass|read|figure)\b"
            r"|(?:it|things?) (?:be|lie|slide|rest|run)\b",
            False,
        ),
        (r"(?:[\w&]+ ){1,4}know\b|\w+ (?:have|see|in|borrow|use)\b|the \w+ in\b", True),
    ),
    "look": ((r"(?:forward|like|back|good|silly|great|foolish|stupid)\b", False), *_ELSE),
    "make": (
        (
            r"it (?:there|in|on|to|through|home|short|brief)\b|a (?:fool|bet|note to self)\b|do\b|it\W*$"
            r"|(?:the|your|our|this|that) (?:[\w:]+ ){0,3}(?:appointment|meeting|call|party|dinner|train)\b",
            False,
        ),
        *_ELSE,
    ),
    "meet": ((r"(?:your|his|her|their|him|them) ", True),),
    "move": ((r"(?:it|the|that|this|your)\b", True),),
    "pass": ((r"(?:out|up|away|this|on (?:this|that))\b", False), *_ELSE),
    "play": ((r"(?:you|it to you|for you)\b", True),),
    "put": ((r"(?:it|that) (?:down|on the back|behind)\b|up with|off\b", False), *_ELSE),
    "run": ((r"(?:out|late|away|for|into)\b", False), *_ELSE),
    "see": ((r"(?:to it|what (?:i|we)|if|whether|about|that (?:you|it|he|she|they) (?:get|gets|receive))\b", True),),
    "show": ((r"(?:that|below|in)\b", False), *_ELSE),
    "start": ((r"(?:on|with|the|your|a|preparing|working|looking|drafting|writing)\b", True),),
    "stay": ((r"(?:with (?:the|your|him|her|them)|behind)\b", True),),
    "stop": ((r"(?:by|at|in|over)\b", True),),
    "swing": ((r"by\b", True),),
    "take": (
        (
            r"(?:that|this|it|your silence) as\b|you(?:/him|/her)? up on\b|the blame|your word|(?:my|some) time\b"
            r"|what i can\b"
            r"|(?:it|them) home\b|(?:this|that) (?:chance|opportunity)\b",
            False,
        ),
        (
            r"an?(?: \w+)? look\b|care\b|notes|minutes|(?:it|that|this|them|him|her|you|your|the|some|over|down|up"
            r"|pictures|photos)\b",
            True,
        ),
    ),
    "talk": ((r"(?:to|with) ", True),),
    "tell": ((r"you (?:this|that|what|one thing|something|the truth|a story|how much)\b", False), *_ELSE),
    "think": ((r"(?:about|it over|on).{1,40}\band (?:get|give|let|tell|answer|reply|write|call)\b", True),),
    "throw": ((r"(?:in|together)\b", True),),
    "try": (
        (
            r"(?:and |to )?(?:be|see you|make it|understand|remember|avoid|keep (?:up|calm)|stay|sleep|live|not)\b",
            False,
        ),
        (
            r"(?:to|and|you|him|her|them|again|my best|it (?:on|out|tonight|tomorrow|again)|(?:this|next|on) \w+ to)\b",
            True,
        ),
    ),
    "turn": ((r"(?:it|the|that|this) (?:on|off|over|around|in)\b", True),),
    "use": ((r"(?:your|the (?:one|version) you)\b", True),),
    "wait": ((r"(?:and )?(?:confirm|then)\b", True),),
    "walk": ((r"(?:the dog|your|you|her|him)\b", True),),
    "water": ((r"(?:the|your)\b", True),),
    "work": ((r"(?:on|with|out|up|through) ", True),),
}
BY_WHAT_FOLLOWS = {
    verb: tuple((re.compile(pattern, re.IGNORECASE), is_deed) for pattern, is_deed in cases)
    for verb, cases in _FOLLOWS.items()
}
