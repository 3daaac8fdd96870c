"""The English words in which people tell what they need or can offer, and those that only look like it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One wording; its group "what" begins what is needed or offered, unless the clause is told as it was said.

    bits   letters of which one must be there, small: a search for them costs a thirtieth of the pattern
    """

    pattern: re.Pattern[str]
    bits: tuple[str, ...]
    is_offer: bool
    reason: str
    confidence: float
    is_told_whole: bool = False
    is_asked: bool = False


NEED, OFFER = 0.85, 0.8  # right among what was found in labelled letters, rounded down; see docs/judgement.md

_NEEDS = "says what they need"
_SEEKS = "is looking for it"
_ASKS = "asks whether you know one"
_OFFERS = "says what they can offer"
_LENDS = "says that you may"
_WE = r"\b(?:I|we)"
_BE = r"(?:'m| am|'re| are)"
_OFTEN = r"(?: also| still| now| really| badly| urgently| currently| always| just| again| desperately| very| quite)*"
_ANY = (
    r"(?:an?|another|some|someone|somebody|any|anyone|anybody|two|three|four|five|six|ten|\d+|more|new|help|advice"
    r"|company|volunteers|ideas?|recommendations?|work|people|places?|accommodation|input|feedback)\b"
)
_HELPING = (
    r"(?:(?:some|any|your|a bit of|a little|more) )?(?:help|advice|company|input|feedback|guidance|support|ideas?"
    r"|tips"
    r"|recommendations?|opinions?)\b|(?:someone|somebody|anyone|anybody)\b"
    r"|an?(?:other)? (?:\w+ )?(?:second|fresh|honest|extra|spare|outside|pair|hand|opinion|reader|eyes?|ear|tip|lift"
    r"|introduction|recommendation|teacher|partner|contact)\b"
)

# Means to some end of their own, unless it is hands, work or a home
_MEANS = (
    r"(?:some|more|another|new|an? (?:new|few|couple|lot|bit|set|copy|list|way|version|file|better|different|more))\b"
    r"(?! (?:\w+ )?(?:help|advice|jobs?|work|flat|home|house|place|room|people|volunteers|support|company|hands?)\b)"
)


def _form(bits: str, pattern: str, reason: str, *, offer: bool = False, whole: bool = False) -> Form:
    compiled = re.compile(pattern, re.IGNORECASE)
    return Form(compiled, tuple(bits.split("|")), offer, reason, OFFER if offer else NEED, whole, reason == _ASKS)


FORMS = (
    _form(
        "looking for|searching for|hunting for",
        rf"(?:{_WE}{_BE}|{_WE}(?:'ve| have) been|\b(?:my|our) [\w-]+ (?:is|are)|\b(?:and|but) am)"
        rf"{_OFTEN} (?:looking|searching|hunting) for "
        r"(?P<what>(?!(?:you|trouble|it|them|that|this|ways?|words|something to say|is|are|was|will|would|can|as|in"
        r"|and)\b)\w)",
        _SEEKS,
    ),
    _form(
        "to find|lookout for|need of|short of|desperate for| after ",
        rf"{_WE}{_BE}{_OFTEN} (?:trying to find|on the lookout for|in (?:\w+ )?need of|short of|desperate for|after) "
        rf"(?P<what>{_ANY})",
        _SEEKS,
    ),
    _form(
        "need",
        rf"(?:{_WE}{_OFTEN} need|\b(?:my|our) [\w-]+{_OFTEN} needs?){_OFTEN} "
        rf"(?P<what>(?!(?:to|hardly|not|no)\b)(?!{_MEANS}){_ANY})",
        _NEEDS,
    ),
    _form(
        "need it|need the", rf"(?P<what>{_WE}{_OFTEN} need (?:it|them|this|these) \w+(?:ed|en|t)\b)", _NEEDS, whole=True
    ),
    _form("what i|what we", rf"\bwhat (?:I|we){_OFTEN} need(?: most| now)? is (?P<what>\w)", _NEEDS),
    _form("could", rf"{_WE} could{_OFTEN} (?:use|do with) (?P<what>{_ANY})", _NEEDS),
    _form(
        "want|would|'d |’d ",
        rf"(?:{_WE}{_OFTEN} want|{_WE}(?: would|'d){_OFTEN} (?:want|like|love|welcome|appreciate|be (?:glad"
        rf"|grateful) (?:of|for))) "
        rf"(?P<what>{_HELPING})",
        _NEEDS,
    ),
    _form("to find", rf"{_WE}{_OFTEN} (?:have|need) to find (?P<what>{_ANY})", _NEEDS),
    _form(
        "know",
        r"\b(?:do|would|might) (?:either of |any of )?you(?: all)?(?: happen to)? know (?:of )?"
        r"(?P<what>(?:an?|any|anyone|anybody|someone|somebody|some)\b (?!else\W*$|more\b|other way\b|of (?:this"
        r"|that)\b)\w)",
        _ASKS,
    ),
    _form("recommend", rf"\b(?:can|could|would) you recommend (?P<what>{_ANY})", _ASKS),
    _form(
        "recommendations|suggestions|tips",
        r"\bany (?:recommendations|suggestions|tips) for (?P<what>an?\b|some\b|\w+s\b)",
        _ASKS,
    ),
    # Offers
    _form(
        "welcome to",
        r"\byou(?:'re| are)(?: always| very| more than)? "
        r"(?P<what>welcome to (?:use|have|borrow|stay|take)\b(?! (?:part|care)) \w)",
        _LENDS,
        offer=True,
        whole=True,
    ),
    _form(
        "borrow",
        r"\byou(?:'re| are)? (?:may|can|could|welcome to)(?: always| also)? (?P<what>borrow (?:my|our|mine|ours|it"
        r"|them|one|the|this)\b)",
        _LENDS,
        offer=True,
        whole=True,
    ),
    _form(
        "you may|you can|you could|welcome to",
        r"\byou(?:'re| are)? (?:may|can|could|welcome to)(?: always| also)? "
        r"(?P<what>(?:use|have|take|stay (?:in|at|with)) (?:our|my|me|us)\b(?! (?:word|blessing|thanks"
        r"|vote))[^.;:!?]*?"
        r"(?:\bwhen\w*|\bany ?time|\bif|\bfor|\bin|\buntil|$))",
        _LENDS,
        offer=True,
        whole=True,
    ),
    _form(
        "left over|spare|give away|to lend|to let|looking for|free|if you|if any|if some",
        rf"(?:{_WE}(?:'ve| have)(?: also| still| got| now)*|\bthere(?:'s| is| are)) (?P<what>(?!(?:no|any"
        rf"|nothing)\b)[^.;:!?]{{3,60}}?"
        r"(?:\bleft over|\bto spare|\bgoing spare|\bto give away|\bto lend\b|\bto let\b"
        r"|\blooking for (?:a )?(?:new )?homes?"
        r"|(?:place|week|evening|afternoon|room|seat|ticket|hour)s? free\b(?! at)"
        r"|,? if (?:you|anyone|anybody|somebody|someone) (?:\w+ )?(?:want|need|like|can use)s?))",
        _OFFERS,
        offer=True,
    ),
    _form(
        "happy to|glad to|willing to|delighted to",
        rf"{_WE}(?:{_BE}|'d be| would be){_OFTEN} (?:happy|glad|willing|delighted) to (?P<what>(?:help (?:with|you"
        rf"|him|her|them|out with|anyone|anybody)|lend|read|proofread|teach"
        r"|show|drive|host|put|cook|look after|mind|feed|translate|review|give|take|pass on|introduce|share|lead|run"
        r"|mend)\b)",
        _OFFERS,
        offer=True,
    ),
    _form(
        "if you|if any|if some",
        r"\bif (?:you|anyone|anybody|somebody|someone)(?: ever)? (?:needs?|wants?) (?P<what>(?:an?|some|two"
        r"|help with|somebody|someone)\b"
        r"(?! (?:thing|more))[^,;:.]{3,60}), (?:just )?(?:ask|say|shout|call|ring|tell|come|send)\b",
        _OFFERS,
        offer=True,
    ),
    _form("ask me", r"\bask me (?:when|if|whenever) you(?: ever)? need (?P<what>an?\b)", _OFFERS, offer=True),
    _form(
        "commissions|lessons|classes|jobs|clients|pupils|patients|for nothing|for free|free of charge|one free",
        rf"{_WE}(?:{_BE})?{_OFTEN} (?P<what>(?:take|taking|taking on|accept|give|giving|teach|offer|read|tune|mend"
        rf"|repair|write)\b"
        r"[^.;:!?]{1,70}?(?:\bcommissions|\blessons|\bclasses|\bjobs|\bclients|\bpupils|\bpatients|\bfor nothing"
        r"|\bfor free"
        r"|\bfree of charge|\bone free))",
        _OFFERS,
        offer=True,
    ),
    _form(
        "yours",
        r"(?P<what>\b(?:my|our|the) [\w ]{2,40} (?:is|are) yours (?:whenever|if|when|any ?time))",
        _OFFERS,
        offer=True,
    ),
    _form(
        " can ",
        rf"{_WE} can(?: always| also)? (?P<what>(?:put|drive|teach|lend|help|host|show|translate|mend"
        rf"|introduce)\b [^.;:!?]{{0,40}}?"
        r"\b(?:people|anyone|anybody|someone|somebody|(?<!the )others|friends)\b)",
        _OFFERS,
        offer=True,
    ),
    _form(
        "if you",
        r"(?P<what>\b(?:I know an?|the|our|my) [^.;:!?,]{3,50},? if you (?:ever (?:want|need)|know (?:somebody"
        r"|someone|anyone|anybody) who))",
        _OFFERS,
        offer=True,
        whole=True,
    ),
)

BY_BIT = tuple((bit, form) for form in FORMS for bit in form.bits)
BITS = tuple(dict.fromkeys(bit for bit, _ in BY_BIT))
# What comes of a moment's mood, or of nobody in particular.
IDLE = re.compile(
    r"(?:an?|some|another|more|new|two|three) (?:\w+ )?(?:holiday|walk|swim|chat|break|drink|coffee|tea|beer|gin|nap"
    r"|sleep|rest|hug|rain|sun|snow|time"
    r"|moment|minutes?|days?|weeks?|hours?|miracle|haircut|bath|week in bed|word|laugh|answer|reply|lot|bit|few"
    r"|couple"
    r"|person|clue|reason|joke|details?|info|information|comments?|extension|good laugh|divorce)s?\b(?! (?:for"
    r"|of help|at your|to sleep))",
    re.IGNORECASE,
)
# Before the words: what makes them a condition, a doubt, a report of others.
UNMAKES = re.compile(
    r"\b(?:if|should|unless|whenever|until|in case|when|that|whether|as if|suppose|imagine|says?|said|told me"
    r"|used to)(?: \w+)?\s*[,:]?\s*$",
    re.IGNORECASE,
)
# Shop windows and circulars, whoever sends them.
NOBODYS_OWN = re.compile(
    r"\b(?:if you have any|if there(?:'s| is) any|click|subscribe|unsubscribe|book now|order now|our customers"
    r"|our services|wide range|visit our|www\.|https?:)"
    r"|[$£€]\s?\d|\bat \d+ (?:a|per) (?:night|day|month)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"[.!?;:](?=\s|$)|\s[–—-]+\s|,? (?:but|because|so that|although|since|as you|which is)\b|, (?:so|and (?:I|we|it"
    r"|he|she|they)|if you|please|do|could"
    r"|can|would|let me|any|as|when|or (?:do|is|are)|or at least)\b| and (?:I|we|it|he|she|they|is|am"
    r"|are)\b(?! honest)|[”\"]",
    re.IGNORECASE,
)
