"""The English words requests are made of, and those that only look like it."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# Base forms that open an order or a plea; "have", "be", "do" and the like are judged by what follows.
ORDERS = _words(
    """
    send resend forward fwd call phone ring text txt ping dm email e-mail mail fax write tell ask bring give get
    take put look check review confirm find meet add remove change update contact read reply respond answer
    return complete fill sign attach provide prepare schedule reschedule arrange set print copy ensure remind
    help stop wait hold follow move talk speak pick drop pass explain show clarify submit verify approve correct
    fix revise modify include coordinate discuss advise plan leave keep make let lend order book cancel delete
    ignore disregard proceed cover collect fetch buy charge open close switch turn lock clean wash cook feed
    water pay transfer deliver distribute circulate share post publish upload install restart test try run
    compare list draft edit translate comment consider think start finish work begin come go join attend invite
    introduce recommend suggest describe specify identify indicate state report notify inform warn promise
    remember rsvp see use wear sit stay turn push pull merge cc loop log enter mark save note hang refer compile
    replace grab swap file scan choose vote register dial mention allow mind settle sort dig double-check
    assist code path reserve launch shoot hurry listen watch pray arrive plug email lemme bear treat step route
    direct
    """
)
# Orders that ask for nothing the writer waits for: courtesies, pointers, figures of speech, shop windows.
COURTESY = _any(
    r"(?:have (?!a (?:look|word|chat|think|go)\b|the\b|your\b|him\b|her\b|them\b)|enjoy|leave (?:it|that"
    r"|this|the [\w ]+) (?:with|to) me|(?:talk|speak) to you|take care|take it easy|take your time"
    r"|keep (?:up|smiling|well|warm|safe|on )|get well|stay (?:well|safe|in touch|warm|tuned)"
    r"|sleep well|feel free|give (?:my|our)|say (?:hello|hi)|send (?:my|our) (?:love|regards|best)"
    r"|don't (?:know|think|see|have|recall|mind|like|care|get|want|need|remember|worry|bother|mention|hesitate|be|let|get me wrong|forget to (?:eat|have fun))|never mind"
    r"|forget (?:it|that)|believe (?:me|it)"
    r"|trust (?:me|us)|think (?:of|about) (?:the|it)|imagine|guess|call me (?:old|crazy|naive)|let me (?!know|have\b)"
    r"|let's (?:face|hope|say|just|see|be|take a look|limit|assume|not|give|get real|go back)|see (?:you"
    r"|below|above|attached|the|also|section|http)|note\b|suppose|come (?:on|and see us)|look forward"
    r"|look(?:s|ing)? like|wish me luck|bear with|make (?:no mistake|yourself)"
    r"|remember (?:when|that|the)|consider the|keep in mind|go (?:figure|for it)|hang in|hope|thank"
    r"|forgive|excuse|pardon|god|work on your own)"
)
PLEASE_COURTESY = _any(
    r"(?:note|find|see\b|be (?:advised|assured|aware|sure to visit|informed)|accept|feel free"
    r"|do not hesitate|don't hesitate|excuse|forgive|pardon|enjoy"
    r"|join (?:me|us) (?:in|as|for)|welcome|visit|click(?!.* to (?:review|approve|act|complete|confirm|vote|sign|accept)\b)|do not (?:reply|respond)|don't (?:reply|respond)"
    r"|consider the environment|refer to|know that|remember that|bear with|(?:keep|bear) in mind (?:that|i)"
    r"|keep all|contact us|go to|use the (?:link|following)|view|tap|download|and thank you|stop me)\b"
    r"|(?:check|see|read|visit|contact|call|write to|e-?mail|go to)\b[^.!?]{0,60} for (?:more|further|additional|full) (?:info|details)"
)
# Deeds that only get in touch: what "if you have any questions" asks for.
GETS_IN_TOUCH = _any(
    r"\b(?:call|contact|ring|phone|page|e-?mail|mail|write to|write me|ask|let (?:me|us) know|feel free|reply|respond"
    r"|give (?:me|us) a (?:call|ring|shout)|drop (?:me|us) a|get in touch|talk to|speak to|see me|visit|go to|click)\b"
)
ADDRESS_LINE = _any(r"(?:phone|fax|e-?mail|mail|call|text|ring)\W*(?:[:+(\d]|link\b|no\b|number\b|numbers\b|address\b)")
# What the reader may leave undone.
OPTIONAL = _any(
    r"^\W*(?:to \w+|for (?:more|further|any|all|questions|details|info\w*|help|assistance|tickets)|if you(?:'d| would)?"
    r" (?:like|wish|want|prefer|need|no longer|are (?:interested|still)|plan|have (?:trouble|problems|difficulty)))\b"
)
# What "if" a plea hangs on when it is only politeness.
POLITE_IF = _any(
    r"\b(?:if|should) (?:you(?:'ve| have| had| need| require| would like to know| want to know| wish)?"
    r"|there (?:is|are)|(?:i )?can(?: i)?) ?(?:should )?(?:have|need|require|be|is|are|answer|of)? ?(?:any(?! (?:\w+ )?"
    r"(?:ideas?|suggestions?|comments?|changes|corrections|edits|news|thoughts|objections?|preferences?|input|feedback"
    r"|information|idea|pointers?|tips?|hints?|interest))|further|more|other|questions?|anything|additional|help"
    r"|a question)\b",
    r"\bwith (?:any|your) (?:questions|concerns)\b",
    r"\bhesitate\b|\bfeel free\b|\bany (?:questions|problems) (?:or|,)|\banything else\b|\bif i can (?:be|help|do|answer)\b"
    r"|\bin error\b|\bif you (?:need|have) (?:me|questions|concerns|anything)\b|\bif (?:anything|something) is (?:unclear|wrong)"
    r"|\bif you get (?:lost|stuck)\b|\bif there's anything\b",
)
# Needs of everybody and of nobody: "We need more trees in this town."
OF_US_ALL = _any(r"\bwe(?:'ll| will| all| really| just| still| do| also)* need\b")
POINTER = _any(r"\bfor (?:more|further|additional|full) (?:information|info|details)\b|\bfrequently asked\b")
MARKETING = _any(
    r"\b(?:click|subscribe|unsubscribe|download|newsletter|free (?:trial|shipping|quote|gift|of)"
    r"|special offer|your account|privacy policy"
    r"|(?:our|this) (?:website|web site|app|store|shop|page)|sign up|customers?|tap|twitter|facebook"
    r"|your inbox|safe (?:sender )?list|white ?list"
    r"|preferences|mailing list|password|discount|coupon|webinar|% off|save (?:on|money)|apply today"
    r"|e-?mails? (?:from us|of this sort)|visit)\b",
    r"\$link|https?://",
)
ASKS_YOU = _any(
    r"\b(?:can|could|would|will|won't|can't|couldn't|wouldn't) (?:you|u|ya|y'all|yourself|some(?:one|body)"
    r"|any(?:one|body)|one of you|either of you)\b(?! (?:also )?(?:believe|imagine))"
)
IF_YOU_COULD = _any(
    r"\bif you (?:could|can|would|might|were able to|'d)\b|\b(?:perhaps|maybe|possibly) you (?:can|could"
    r"|might)\b|\bpossible (?:for you|to (?:get|have|meet|see))\b|\b(?:you|i|we) (?:are"
    r"|were)? ?able to come\b|\bwhether you (?:could|can|would|might)\b|\byou (?:could|can|might) (?:help"
    r"|write|let|send|give|tell|bring|come|lend)\b"
)
MAY_I = _any(
    r"\b(?:can|could|may|might) (?:i|we) (?:please )?(?:have|get|borrow|come|ask|use|see|bring|impose|meet"
    r"|do|move|also|catch|talk|discuss|set|take|keep|join)\b"
)
LET_ME_KNOW = _any(
    r"(?<!they'll )(?<!they will )(?<!'ll )\b(?:let (?:me|us) know|lemme know|lmk)\b|\bkeep (?:me"
    r"|us) (?:posted|informed|in the loop|updated)\b|\bget back to (?:me|us)\b|\badvise\W*$|\badvise (?:me"
    r"|us|if|by)\b"
)
NEEDS = _any(
    r"\b(?:i|we)(?:'ll| will| do| still| also| just| really| only| urgently| badly| desperately)* need (?!to\b|a (?:coffee"
    r"|drink|break|holiday|vacation|new|hug)|some (?:time|sleep|rest)|more\b)",
    r"\b(?:i|we)(?:'ll| will| still| just| also)* need to (?:know|have|see|get (?:the|your|a|this)|hear"
    r"|ask you|receive|take our)\b",
    r"(?<!not )(?<!may )(?<!might )(?<!will )(?<!they )\b(?:need|want|would like|'d like|like|expect|prefer|ask|asking|urge|counting on) (?:for )?(?:you"
    r"|y'all|each of you|all of you|everyone) to\b",
    r"\b(?:i|we) (?:must|want to|would like to|'d like to) (?:have|know|see|get|hear|receive) (?:the|your"
    r"|this|these|a|an|how|what|who|if|whether|by)\b",
    r"\bi want (?:the|your|it|this|them)\b|\bi expect (?:an|your|the)\b|\byou owe (?:me|us)\b"
    r"|\bwaiting (?:for|on) your?\b|\bawaiting your\b|(?:^|[-:;,.] )\W*need (?:the|an?|your|this|these|it|to know)\b",
    r"\bstill (?:don't|haven't|do not|have not) (?:have|had|got|received|heard)\b|\bno word from you\b|\bstill (?:missing|waiting for) your\b"
    r"|\b(?:i|we)\b.{0,20}\bneed these\b|\b(?:i|we|and)\b.{0,80}\bneed your\b|\bneed (?:some )?help\b",
    r"\b(?:i|we)(?:'d| would)? (?:want|like) to (?:un)?subscribe\b|\b(?:i|we)(?:'d| would)? (?:want|like) to (?:be (?:added"
    r"|removed|taken)|join the|cancel|stop|return|order|book|reserve|borrow)\b",
)
WISHES = _any(
    r"\b(?:would|'d|will|much|greatly) (?:\w+ )?appreciate\b|\bappreciate (?:it if|any|hearing|a (?:quick"
    r"|call|reply|pointer))\b|\b(?:grateful|obliged|thankful) (?:if|for (?:your|a|any))\b",
    r"\byour [^.!?]{0,40}(?:appreciated|welcome)\W*$|\bwelcome your\b|\b(?:comments|feedback|suggestions"
    r"|input|help)\b.{0,30}\b(?:appreciated|welcome)\b|\bwould (?:\w+ )?(?:appreciate|welcome) a\b",
    r"\b(?:would|'d) be (?:\w+ )?(?:great|nice|good|helpful|useful|wonderful|lovely|ideal|interested"
    r"|curious) (?:if|to (?:have|know|hear|get|see)|for you)\b",
    r"\b(?:would|'d) (?:love|like|be curious|be keen) to (?:know|hear|see your|understand|find out"
    r"|have your|get)\b|\blove (?:your|some|any) (?:feedback|thoughts|input|comments)\b"
    r"|\bwould love feedback\b",
    r"\b(?:i|we)(?:'d| would)(?: also| very much| really)* (?:like|love) (?:to (?:discuss|talk|speak|sit|meet)|the opportunity)\b"
    r"|\bit would (?:really |also )?help(?: me| us)?(?: a lot| out)? (?:if|to know)\b|\bgratefully received\b",
    r"\b(?:would|will|'d) be (?:greatly |much |most |very |really )?(?:appreciated|welcomed?|great|helpful|useful)\W*$"
    r"|^\W*(?:\w+ ){1,2}welcome\b",
    r"\b(?:i|we) could (?:use|do with) (?:a|an|some|another|your|two|three|more)\b",
    r"\bhelp (?:me|us) (?:a lot |out )?if\b|\bhelp (?:our|my) point\b|\bany help\b"
    r"|\bany (?:[\w-]+ ){0,3}(?:ideas?|hints?|pointers?|tips?|help|thoughts|advice|comments?|suggestions?|input|feedback)\b"
    r"[^.!?]{0,30}\b(?:welcome|appreciated|great|wonderful|useful)\b"
    r"|\bhoping (?:that )?(?:you|your)\b|[.,!-] *thanks? (?:you )?in advance\b|\b(?:i'm|we're|i am) all ears\b"
    r"|\blooking forward to your (?:reply|answer|comments|feedback|thoughts|views|response)\b|\bmake all the difference\b"
    r"|\bwhat i'd like to know\b",
    r"\bi(?:'d| would) like (?:a|an|another|two|three|\d+) (?!million)\w+|\bwanted to (?:know|ask|check|see) (?:if|whether|about)\b"
    r"|\b(?:writing|called|calling) to (?:ask|request|enquire|inquire)\b|\bjust checking (?:if|whether)\b|\bremind you to\b"
    r"|\bquestion i have is\b",
    r"\b(?:'d| would) like (?:to (?:see|meet(?: with)?|talk (?:to|with)|speak (?:to|with)) you\b"
    r"|for (?:him|her|them|you|us) to\b)",
)
WONDERS = _any(
    r"\b(?:wonder|wondering(?! if| whether)|curious|not sure|don't know|can't work out|can't figure out|trying to (?:find"
    r"|work|figure) out) (?:if|whether|why|how|what|when|where|who)\b|\bdo you know\b"
    r"|\binterested to (?:hear|know)\b|\b(?:my|the|one|another) question (?:i have |for you )?(?:is|was)\b"
)
SEEKS = _any(r"\b(?:i'm|i am|we're|we are) looking for (?:someone|somebody|a|an|any)\b|^\W*looking for\b")
ANY_IDEA = _any(
    r"\bany (?:chance|idea|ideas|thoughts|suggestions?|news|word|tips|pointers|advice|way|plans|comments"
    r"|feedback|input)\b|\b(?:anyone|anybody) (?:interested|know|knows|got|seen|who|have|has|with|tried)\b"
)
THIRD_PERSON = _any(r"\b(?:he|she|they)(?:'\w+)?\b")
WONDERING = _any(r"\bwonder(?:ing)? (?:if|whether)\b|\bi am wondering\b|\bjust wondering\b")
DUTIES = _any(
    r"\b(?:you|both of you|you guys|people|everybody|everyone|volunteers|members) (?:should|need to|needs to|have to|must|might"
    r" want to|may want to|ought to|had better|better|will have to|'ll have to)(?: also| both| all)? (?:talk|sign|ring|call|send"
    r"|look|check|ask|tell|speak|bring|write|see|read|get|take|put|make|know|contact|think|come|go|log|return|discuss|confirm"
    r"|register|pay|answer|fill|set|coordinate|consider|prepare|let)\b|\byou'll (?:have|need) to\b",
    r"\byour turn\b|\bthose of you\b|\bplease\b.{0,40}\bby (?:mon|tues|wednes|thurs|fri|noon|the|close|cob"
    r"|eod|end|\d)|\brsvp\b|\bwhy don't (?:you|we)\b|\bmark your calendar|^\W*reminder\b|\bi think (?:that )?you should\b",
    r"\b(?:i )?(?:assume|trust|expect) (?:that )?you(?:'ll| will| would| can| could)\b|\breminder to\b|\byou may remove\b",
    r"\b(?:are|is) (?:all )?(?:kindly )?(?:asked|requested|required) to\b|\bmust be (?:with me|returned|in by|handed)\b"
    r"|\bit(?:'s| is) (?:very )?(?:important|essential|vital) that you\b|\bfor your (?:review|approval|comments?|signature|input)\b",
)
PROPOSES = _any(
    r"\b(?:i|we)(?:'d| would)? (?:also )?(?:like to )?(?:suggest|propose|recommend) (?:that )?(?:you|we|\w+ing|a|using)\b"
)
LETS = _any(
    r"\blet'?s (?:please |definitely |just |all |both |maybe |also |not |then )?(?!face|hope|say\b|see|be\b|assume|suppose|give|get real"
    r"|go back|look at it|pretend|imagine|call it|put it|take a look|slow down|start (?:with|from)|consider|go home|remember)[a-z]+\b(?! \")|\bhow about\b|\bshall we\b|\bshould we\b"
    r"|\bcan we\b|\bcould we\b|\b(?:perhaps|maybe) we (?:can|could|should)\b|\bwe should (?:try|meet|talk|discuss|get together|set up)\b"
    r"|\bwe(?:'d| would) (?:\w+ ){0,3}like to (?:invite|meet|talk|speak|discuss|have you)\b"
)
AS_SOON = _any(
    r"\b(?:asap|as soon as (?:you|possible)|at your (?:earliest )?convenience|by (?:noon|cob|eod|close of"
    r"|end of|tomorrow|tonight|mon|tues|wednes|thurs|fri|the \d|\d+ ?(?:pm|am))\w*|today|urgent(?:ly)?)\b"
)
REPORTED = _any(
    r"^\W*(?:and |but |so |then )?(?:(?:my|the|our|his|her) )?[\w'-]+ (?:says?|said|asks?|asked|told|tells"
    r"|wants?|wanted)\b(?! (?:to know if you|you to|your))"
)

# Questions: who is asked, and whether an answer is waited for.
QUESTION_WORDS = _words(
    """
    what who whom where when why how which whose what's where's who's how's when's why's whats wheres hows
    """
)
HELPERS = _words(
    """
    can could would will do does did is are was were have has had may might shall should am isn't aren't don't
    doesn't didn't wasn't weren't wouldn't couldn't won't can't haven't hasn't ever
    """
)
NO_ANSWER_WANTED = _any(
    r"\b(?:can|would|could) you (?:believe|imagine|also believe)\b|\bwho (?:cares|knows|needs|wouldn't"
    r"|would have|says)\b|\bwhy (?:bother|would any|do they always|not\b.*\?)|\bwhat if\b|\bwhat (?:could"
    r"|else is new|a )|\bwhat's not\b"
    r"|\bhow (?:could|can) any(?:one|body)\b|\bhow (?:hard can|cool|great|time|was i)\b|^\W*guess (?:what|who)\b"
    r"|\bsound familiar\b|\b(?:don't|doesn't|isn't|aren't|wasn't|wouldn't|weren't) (?:we|you just|that"
    r"|it just|it|they|he|she|children|everybody|anyone)\b"
    r"|\bso what\b(?=\W*$)|\bever know\b|\bout of their minds\b"
    r"|\bwill (?:i|we) ever\b|\bdid you know\b|^\W*remember (?:the|when)\b|\bhave i mentioned\b"
    r"|\bdo they really\b|\bnothing sacred\b|\bdoes it matter\b",
    r"(?:, (?:eh|huh|isn't it|doesn't it|aren't they|don't they|is it|hey|innit)|\b(?:huh|eh))\W*\?",
)
SELLS = _any(
    r"\bwant to (?:save|earn|win)\b|\blooking for a new\b|\btired of\b|\bhave a question\b|\bcan't (?:see"
    r"|read) (?:the|this)\b|\bready to (?:upgrade|save)\b|\b(?:save|earn|win) (?:on|money|up)\b"
    r"|\byour friends can\b|\bwould you like to (?:save|earn|win)\b"
)
TAG = _any(
    r"(?:,? (?:right|correct|yes|no|ok|okay|then|ok with you|or what)|-- correct|, won't you|, will you"
    r"|, would you|, could you|, can you|, is that right) ?\?+\W*$"
)
QUOTE = re.compile(r"[\"“”>|]|[A-Z]_[A-Z]| = ")
STANDS_FOR_ONE = re.compile(
    r"^\W*(?:thoughts|comments|opinions|suggestions|ideas|objections|any\b|anybody\b|anyone\b|still\b"
    r"|ready\b|coffee\b|lunch\b|dinner\b|beer\b|possible\b|perhaps\b|u\b|where r\b|wanna\b"
    r"|mind if\b|where\b)",
    re.IGNORECASE,
)

LEADS = _words(
    """
    also and so but ok okay hi hello hey dear thanks thank well then anyway again finally just yes yeah no sure
    oh sorry first second next now plus btw fyi re actually otherwise however alternatively maybe perhaps guys
    all folks everyone kindly pls plz please meanwhile meantime lastly further greetings err hmm quick one
    similarly still do
    """
)
BREAKS = re.compile(
    r"[,;:()–—]|\.{2,}| -+ |--+| / |[.!?] | (?:and|so|but|then) (?=(?:please|pls|let|send|tell|give|get"
    r"|call|drop|keep|make|come|bring) ?(?:me|us|sure|know)?\b)",
    re.IGNORECASE,
)
HINTS = re.compile(
    r"\?|\b(?:please|pls|plz|you|your|yourself|u|ur|r|let|lets|let's|let’s|lemme|lmk|need|want"
    r"|appreciate\w*|grateful|wonder\w*|could|would|can|any|anyone|anybody"
    r"|somebody|someone|hop\w+|looking|waiting|awaiting|expect|thanks? in advance|comments?|thoughts|rsvp"
    r"|welcome|reminder|must|suggest|propose|others|urgent|help|like|love|shall|should|curious|interested|important|asked|requested|required|recommend|received|useful|question|wanted|checking|writing|remind|everybody|everyone|members|called|\w+['’]d)\b",
    re.IGNORECASE,
)
# The dearest patterns are only looked for beside one of their words.
TRIGGERS = {
    "wish": _words(
        """
        appreciate appreciated appreciates appreciation grateful gratefully obliged thankful welcome welcomed love like
        great nice good helpful useful wonderful lovely ideal interested curious keen help hoping advance forward
        difference opportunity use do wanted writing called calling checking remind question ears feedback
        """
    ),
    "need": _words(
        """
        need needs want would d like expect prefer ask asking urge counting must owe waiting awaiting still word
        """
    ),
    "duty": _words(
        """
        should need needs have must might may ought better ll turn those please rsvp don why mark reminder think
        assume trust expect remove asked requested required important essential vital review approval comment comments
        signature input
        """
    ),
    "let me know": _words("know lmk lemme keep back advise"),
}
