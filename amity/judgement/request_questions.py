"""The English words by which a question that waits for an answer differs from one that only makes a point."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# Signs of the question itself, looked for from its first word to its mark.
QUESTION_SIGNS = {
    # It wants to know a fact, a way, a time, a place: there is something to answer.
    "asks for a way": _any(
        r"\bhow (?:do|can|would|should|could|might) (?:i|we|you|one)\b|\bhow to\b|\bis there (?:a|an|any|some|another)\b"
        r"|\bare there (?:any|some|other)\b|\b(?:can|could) (?:i|we|it|this|that|the [\w-]+) (?:still |also |just "
        r"|safely )?be \w+ed\b|\bwhat(?:'s| is| are) the (?:\w+ )?(?:way|name|address|number|status|plan|difference"
        r"|procedure|date|time|price|cost|deadline|url|link|command|option)\b|\bdo(?:es)? (?:i|we|it|this|that"
        r"|the [\w-]+|these) (?:\w+ )?(?:need|have to|work|support|require|include|apply|mean i|mean we|run)\b"
    ),
    "asks when or where": _any(
        r"\b(?:when|where|what time|what day|what date|which day|how (?:long|soon|far|late|early|many|much|often|old|big))"
        r"(?:'s|'re|'ll)? (?:is|are|will|do|does|did|can|could|should|shall|would|has|have|was|were|[\w'-]+ (?:is|are"
        r"|do|does|did|will|can|should|would|have|has))\b"
    ),
    "asks which": _any(
        r"(?:^\W*|[,;:(–-] ?|\b(?:and|or|but|so|then|know|me|is|was|of|on|in|to) )(?:which|who(?:'s|'ll)?(?: (?:is|will|has|can"
        r"|should|takes|wants))|what (?:kind|sort|type|version|size"
        r"|model|format|number|address|name|file|else (?:do|should|can)))\b"
    ),
    "asks whether yet": _any(
        r"\b(?:still|yet|already|ready|available|open|free|done|finished|fixed|ok|okay|all right|alright|possible|coming"
        r"|missing|installed|included|supported|planned|scheduled|confirmed|booked|paid|signed|sent|received|arrived)\b"
    ),
    "or the other": _any(r"\w+ or (?!what\b|so\b|not\b|something\b|anything\b)(?:\w+ ){0,4}\w+\W*$"),
    "asks after reader": _any(
        r"\b(?:have|had|did|do|are|were|will|would|can|could) you (?:\w+ )?(?:have|get|got|getting|see|seen|hear|heard"
        r"|receive|received|know|tried|try|try|checked|check|want|need|think|feel|prefer|mean|use|using|still|coming"
        r"|going|sure|able|free|find|found|decided|planning|agree|talked|spoken|send|sent|done|finish|finished|like"
        r"|looking|reading|running|say|said|remember|mind|call|called|make|made|get|plan|ask|asked)\b|\byour\b"
    ),
    # It makes a point.
    "makes a point": _any(
        r"\b(?:really|honestly|seriously|anyway|anymore|any more|these days|on earth|the hell|the heck|in the world"
        r"|in the first place|supposed to be|possibly|after all|simply|merely|even|suddenly|somehow|so"
        r" (?:bad|special|great|hard|difficult|terrible|different|many|much)|such (?:a|an)|too much|enough|nothing|nobody"
        r"|never|always|no one|wonder)\b|\b(?:what|who|where|how) else\b|\b(?:they|we|he|she|it|people) ever\b"
    ),
    "passes judgement": _any(
        r"\b(?:stupid|idiots?|fools?|crazy|mad|insane|bad|evil|fair|worth|matter|care|cares|believe"
        r"|blame|deserve|pretend|shame|silly|ridiculous|absurd|moral|right to|point of|good of|liars?|hypocri\w+"
        r"|greedy?|surprised?|supposedly|so-called|kidding|serious|joke|funny|sane)\b|\bwhat(?:'s| is) (?:so )?wrong with"
        r"(?! (?:my|this|these|the (?:file|script|server|line|code|config))\b)"
    ),
    "of the whole world": _any(
        r"\b(?:people(?! (?:think|feel|have|use|recommend|prefer|say))|men|women|world|country|nation|government|governments"
        r"|society|history|humanity|life|death|war|freedom|religion|god|politic\w+|president|congress|police|law|laws|taxes"
        r"|money|children|kids|americans?|citizens?|companies|corporations?|industry|masses|public|experts"
        r"|religio\w+|democra\w+)\b"
    ),
    "in trouble": _any(
        r"\b(?:can't|cannot|couldn't|doesn't|don't|didn't|won't|isn't|not) (?:seem to|get|find|work|start|see|open|connect|load"
        r"|subscribe|print|log|sure|able|understand|figure|working|show|run)\b|\bunable to\b|\berrors?\b|\bfails?\b"
        r"|\bno idea\b|\bfor some reason\b|\bmissing something\b|\bstuck\b|\bconfused\b"
    ),
    "of them": _any(r"\b(?:they|them|their|he|she|him|his|her)\b"),
    "of the past": _any(r"\b(?:was|were|did|had|would have|could have|should have)\b"),
    "denied": _any(r"\b(?:not|no)\b|n't\b"),
    "one or we": _any(r"\b(?:one|we|us|ourselves)\b"),
}
# Signs of how it stands: what opens it, what closes it.
OPENS_BUT = re.compile(r"^\W*(?:but|yet|however|still)\b", re.IGNORECASE)
OPENS_SO = re.compile(r"^\W*(?:so|then|or|and|well|now|hmm+|um|err|oh|ah|because|since|if)\b", re.IGNORECASE)
# A headline with a mark behind it, as lists of news have them: nearly every long word is a name.
HEADLINE_SHARE = 0.7
LEAST_HEADLINE_WORDS = 3
OPENS_APART = re.compile(r"^\W*[(\[\"“'*-]")
LAUGHS = re.compile(r"[:;]-?[)DPp]|\?\?|\?!|!\?|\.\.\.|…|\*\w+\*|_\w+_|\b(?:haha|heh|lol)\b", re.IGNORECASE)
SHORTEST, SHORT, LONG = 3, 7, 20  # words of a question
