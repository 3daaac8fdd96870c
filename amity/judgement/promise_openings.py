"""The words that may open an English promise, and those around them that make or unmake it."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_START = r"(?<![\w'’-])"
_APOSTROPHE = "['’´`]"
_NOT_A_SUBJECT = (
    r"(?! (?:you|i|we|he|she|it|they|there|this|that|the|your|my|our|anyone|somebody|someone|everybody"
    r"|everyone|power)\b)"
)
_AFTER_SMALL_WORDS = "".join(
    rf"|(?<={word} )" for word in ("and", "but", "&", "ok", "okay", "yep", "yes", "sure", "thanks", "thx", "so")
)  # a look-behind has one width each
_PUTTING_IT_IN_THE_POST = (
    r"sending|posting|mailing|emailing|e-mailing|putting|forwarding|dropping|transferring|bringing|faxing"
    r"|shipping|returning"
)

# A text without any of these holds no English promise; looked for before anything else.
HINTS = re.compile(
    r"\bi won['’]t \w|['’´`]ll\b|\bwill\b|\bshall\b|going to\b|gonna\b|\bill \w|\blet me\b|\bi can\b|\bi(?:['’]m"
    r"| am) (?:on (?:it|the case)|\w+ing)"
    r"|\bpromise\b|guarantee|undertake|\bcommit\b|\bswear\b|my word|\bmy plan\b|^\W*on it\b|(?:with|to|on"
    r"|from) me\b|me (?:in|down) for"
    r"|consider it|expect (?:my|a|an|the)\b|\bgoes out\b|cross my",
    re.IGNORECASE | re.MULTILINE,
)
OPENINGS = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern})"
        for kind, pattern in {
            "will": rf"{_START}(?:i{_APOSTROPHE}ll|i;ll|i will|i shall|i['’]m going to|i am going to|i['’]?m gonna"
            rf"|im going to|i won['’]t(?= (?:forget|let you down|tell (?:anyone|anybody))))\b"
            rf"|{_START}ill(?= (?:send|call|text|bring|get|let|ask|check|do|look|pick|be|give|try|make|take|ring"
            rf"|ping)\b)",
            "we": rf"{_START}(?:we{_APOSTROPHE}ll|we will|we shall|we['’]re going to|we are going to|(?:both"
            rf"|all) of us will"
            r"|(?-i:[A-Z]\w+) and i (?:will|shall))\b",
            "bare": rf"(?:^|(?<=[,;:.!?–—-] ){_AFTER_SMALL_WORDS})(?:will{_NOT_A_SUBJECT}|shall(?! (?:i|we)\b)|gonna"
            rf"|['’]ll)\b",
            "let_me": rf"{_START}let me(?= )",
            "can": rf"{_START}i can(?= \w)",
            "now": rf"{_START}i(?:['’]m| am)(?= (?:{_PUTTING_IT_IN_THE_POST}|on it|on the case)\b)",
            "vow": rf"{_START}(?:i|we) (?:promise|guarantee|undertake|commit|swear|vow|pledge)\b(?! not to| nothing)"
            r"|you have my word|\bcross my heart|my plan is to\b",
            "yours": rf"{_START}you(?:['’]ll| will) (?:have|get|receive|find|hear)\b|{_START}expect (?:my|an?"
            rf"|the) [^.!?]{{0,40}}"
            r"|it(?:['’]ll| will) be (?:on|in|with) (?:your|you)\b|your \w+ goes out\b|\bfrom me (?:tomorrow|today"
            r"|tonight|by|on)\b"
            r"|the (?:money|cheque|check|parcel|file|report|book|keys?) will be (?:on|in|with|at) (?:your|you)\b",
            "said": r"^\W*(?:will do|on it|consider it done|sure will|leave (?:it|that|this|the [\w ]+?) (?:with|to) me)\b"
            r"|\bconsider it done\b|\bleave (?:it|that|this) (?:with|to) me\b|\b(?:count|rely) on me (?:for|to)\b"
            r"|\byou can (?:count|rely) on me\b|\bcount me in for\b|\bput me down for\b"
            r"|^\W*(?:yes|sure|ok|okay|of course),? i (?:will|shall)(?=\W*$)|\band i (?:will|shall)(?=, \w+\.?$)"
            r"|^\W*(?:ok|okay|sure|yes|yep|thanks|great)\W+will do\b",
        }.items()
    ),
    re.IGNORECASE,
)
LET_ME = _any(
    r" (?:just |also |first )?(?:check|find out|see (?:what (?:i|we)|if|whether|about)|ask|call|phone|ring"
    r"|dig|look (?:into|at|it|up|for|this|that)"
    r"|get (?:back|you|this|that|it|the)|take (?:care|a look|it|this)|(?:talk|speak) (?:to|with)|confirm"
    r"|verify|run (?:it|this|that)"
    r"|try (?:to|and|it|that)|have (?:a think|a look|someone|my|him|her)|read|work on|think about"
    r"|follow up|double|send|forward|put|sort"
    r"|handle|arrange|set|make (?:some|a|sure)|discuss (?:it|this) with|contact|research|review|fix)\b"
)
TIME = _any(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|shortly|soon"
    r"|asap|first thing|right away"
    r"|this (?:morning|afternoon|evening|week|month)|next (?:week|month|time|mon|tue|wed|thu|fri|sat"
    r"|sun)\w*|immediately|within|eod|cob|later"
    r"|in a (?:sec|second|minute|moment|bit|few|day|couple)|when i|once i|as soon as|the moment|on my way"
    r"|after (?:work|the|lunch|school|i)"
    r"|(?:on|by|before|until|till|no later than) (?:noon|lunch|close|end|the (?:end|\d)|\d|easter"
    r"|christmas|i |you |then|next)\w*"
    r"|at (?:\d|noon|two|three|four|five|six|seven|eight|nine|ten|one)|by ten|\d ?[ap]m)\b"
)
YOU = _any(r"\b(?:you|your|yours|u|ur|ya|y'all)\b")
TO_YOU = _any(r"(?:you|your|u|ya|y'all)\b", r".{1,60}?\b(?:to|for|with|at|by|off|round) (?:you|your|u|ya)\b")
THEM = re.compile(r"\b(?:him|her|them|his|their|everyone|everybody|mum|mom|dad)\b|(?<=[a-z] )[A-Z][a-z]+")
OWN_THING = _any(r"(?:\w+ )?(?:my|mine|myself|our own)\b")
GLAD = _any(
    r"(?:very |more than |so |really )?(?:happy|glad|pleased|delighted|sure|certain"
    r"|careful) to (?P<verb>[a-z-]+)\b"
)

# Just before "I'll": it is wondered about, doubted or known, not promised.
WONDERED = _any(
    r"(?:\b(?:what|where|how|whether|why|who|whom|if|than|thing|day|moment|until|till|unless|(?<!, )when"
    r"|doubt|unsure|not sure|don['’]t (?:think|know|believe|expect)|no idea|afraid|fear|glad|told you"
    r"|tell you|hope|wish|bet|wonder|know"
    r"|sorry|convinced|confident|imagine|thinks?|says?|said that)(?: that| if| whether| what| when| how)?) $"
)
INTENDED = _any(r"\b(?:i think|i guess|i suppose|i reckon|i figure|i believe|maybe|perhaps|probably) $")
SAID_BEFORE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Mm]um|[Mm]om|[Dd]ad|[A-Z][a-z]+) (?:said|says|told \w+|promised|asked"
    r"|wrote|thinks|claims)"
    r"(?: that)?[:,]? [\"“']?$"
)
SAID_AFTER = _any(r"[^.!?]*?[,\"”] ?(?:said|says) (?!i\b)\w+", r"[^.!?]*?[,\"”] ?(?:he|she|they) (?:said|says)\b")
ASKED_FIRST = _any(
    r"\b(?:let me know|let us know|send me|call me|tell me|give me|shout|say so|ping me|get me|just|please"
    r"|if you)\b[^.!?]*(?:,|and|so|then)? $"
)
GREETED = _any(
    r"\W*(?:ok|okay|sure|yes|yep|yeah|fine|thanks|thank you|thx|sorry|apologies|no worries|no problem"
    r"|good idea|great|understood|noted"
    r"|right|will do|happy|of course|hi|hello|hmm+)\b"
)
NOT = _any(r" ?(?:not|never|no longer|hardly|neither|rarely|n['’]t)\b")
KEPT_BY_NOT = _any(r" ?(?:not|never) (?:forget|let you down|tell (?:anyone|anybody)|be late with)\b")
BESIDE_A_QUESTION = _any(r"(?:, and|[;.–—]|, so|and then) $")

IF = _any(r"(?:^|[,;–—-] |\b(?:and|but|so|or) )(?:even )?(?:if|should|in case|were|had)\b(?! need)")
IF_READER = _any(
    r"\bif (?:you|u|that|this|it(?:['’]s| is| suits| works| helps| would)|your|anyone|anybody|any of you"
    r"|one of you|need be|necessary"
    r"|possible|the \w+ (?:one )?is what you)\b"
)
IF_THIRD = re.compile(
    r"(?<!know )(?<!see )(?<!ask )(?<!check )(?<!tell )\b(?:[Ii]f|[Ss]hould) (?:he|she|they|(?:it|that)(?!['’ ]?s\b| is| suits| works| helps| would)"
    r"|the (?!\w+ (?:one )?is what)|my|an?|anything|something|nothing|[A-Z]\w+)\b(?=.*[, ])"
)
IF_AFTER = _any(r"\bif\b", r"\bin case\b", r"\bshould (?:you|the|any|it)\b")
EVER = _any(
    r"\b(?:if (?:i|he|she|they|we|you|it) ever|one day|some ?day|some ?time|in the future|next year"
    r"|this year|the lottery|these days"
    r"|every|most (?:mornings|days|evenings)|on (?:sun|mon|tues|wednes|thurs|fri|satur)days|usually|when i grow)\b"
)
MARKETING = _any(
    r"\b(?:customers?|subscribers?|newsletters?|valued|sign up|click|unsubscribe|your (?:order|request"
    r"|account)\b|free (?:shipping|trial|gift"
    r"|of charge|month)|a month for free|discounts?|offer(?:s|ing)? (?:ends|expires|valid)|catalogue"
    r"|mailing list|this issue|privacy policy"
    r"|third parties|per cent|new styles|we at|limited time|our (?:website|web site|store|shop|experts"
    r"|team|products?|services?|new|readers"
    r"|visitors|specialists|representatives|agents))\b",
    r"\$\d+ (?:off|value)",
)

# Who a bare "will" speaks of: the subject of its clause.
OWN_SUBJECT = _any(
    rf"{_START}(?:i|i['’](?:m|ll|ve|d)|we|we['’](?:ll|re|ve|d)|am|got|happy|sorry|thanks|thank|sure|ok|okay"
    rf"|yes|yep|noted"
    r"|understood|back|glad|fine|will|apologies|great|good)\b"
)
OTHER_SUBJECT = _any(
    r"\W*(?:and |but |so )?(?:he|she|they|it|you|who|which|that|there|this|these|those"
    r"|(?:the|your|his|her|their|our|my|an?|some|all|each|any|every) \w+)\b"
)
THIRD_PERSON = _any(rf"{_START}(?:he|she|they|who|which|there)(?:['’]\w+)?\b")
CLAUSE_START = _any(
    r"[.;:!?–—] ",
    r", (?=(?:and |but |so )?(?:he|she|they|it|i|we|you|the|my|your)\b)",
    r"\b(?:and|but|so) (?=(?:he|she|they|i|we|you)\b)",
)
CLAUSE_END = _any(
    r"[,;:.!?()–—\"“”]",
    r" - ",
    r" (?:and|but|so|or) (?=(?:i|we|he|she|they|you|it|the|my|if|please|let|then)\b)",
    r" (?:because|since|although|though|unless|if|so that|so) ",
)
FROM_ME = _any(
    r"\b(?:from me|i['’]ve|i have|i['’]m|my|within the hour|by (?:nine|noon|close|end|mon|tues|wed|thurs"
    r"|fri)|tonight|i['’]ll"
    r"|it (?:tonight|tomorrow|today|on|by))"
)
NOT_MINE = _any(
    r"\b(?:confirmation|from them|an? (?:letter|mail|message) from|automatically|glad|to (?:wait|hear)"
    r"|it hard|this to be|that"
    r"|within two weeks)\b"
)
ONLY_LOVE = _any(
    r" \w+ (?:you )?(?:an? (?:big |little |virtual )?hug|all my|my love|this (?:from|to)|hugs|kisses)",
    r".{0,40}\bmy phone\b",
)
