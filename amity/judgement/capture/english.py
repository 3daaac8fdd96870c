"""How people jot down, in English, what happened and what was said."""

import re

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.capture.table import Phrases, anywhere, starting
from amity.judgement.dates.english_words import WORDS
from amity.judgement.vocabulary import Channel

_THEY = "(?:she|he|they)"
_THEIR = "(?:her|his|their)"
_TO_THEM = r"(?: (?:him|her|them)(?= (?:an?|the|my|our|some|one)\b))?"  # "I promised her a cake": the cake
_DO = (
    "send|give|bring|lend|put|introduce|review|read|call|ring|phone|write|ask|check|let me|let us|share|forward"
    "|book|pay"
    "|return|help|get back|get in touch|drop|pick|come back|look|tell|email|text|post|show|fix|find|organise"
    "|arrange|speak"
    "|come|join|sort|collect|fetch|deliver|talk|pass|make|cook|drive|take|teach|recommend|connect"
)
PHRASES = Phrases(
    language="en",
    common=WORDS.common | frozenset(["w", "needs", "coffee", "lunch", "has", "asked", "met", "called", "said"]),
    channels=(
        (Channel.VIDEO, anywhere("zoom|zoomed|facetimed|skyped|teams|on meet|over meet|meet call|jitsi|video ?chat|videocall|facetime|facetimed|skype|skyped|video"
         "|google meet|hangout"
         "|webex|video ?call")),
        (Channel.MESSAGE, anywhere(
            "text|texted|texts|sms|whatsapp|whatsapped|message|messaged|messages|dm|dm'd|dms|signal|telegram"
            "|imessage|slack|pinged|texting|insta|instagram|messenger|threema|wechat|snapchat|msg|msg'd|msged"
            "|voice ?(?:note|message|mail)")),
        (Channel.CALL, anywhere(
            "call|called|calls|rang|ring|rung|phone|phoned|phone ?call|on the phone|spoke on|by phone"
            "|telephoned|voicemail|tel|telephone|on the blower|gave .{2,30} a (?:ring|buzz|bell)|dialled")),
        (Channel.MAIL, anywhere("e-?mail|e-?mailed|e-?mails|mail|mailed|by mail")),
        (Channel.LETTER, anywhere("letters?|postcards?|cards?|by post|posted|thank-you note|wrote .{2,40} a note")),
        (Channel.IN_PERSON, anywhere(
            "coffees?|tea|cuppa|lunch|luncheon|lunched|dinner|supper|breakfast|brunch|drinks?|pint|beers?|meal|ate|met|meet|met up"
            "|meeting|saw|seen"
            "|visit|visited|visiting|dropped (?:in|by)|came (?:over|round|by|for)|walk|walked|ran into"
            "|bumped into|bump(?:ed)?|stopped by"
            "|picnic|party|game|tennis|swim|run|hike|concert|dinner|sandwich|at the|in person|face to face"
            "|barbecue|bbq|gave .{2,30} a hand"
            "|wedding|rehearsal|played|popped (?:in|round|over)|stayed (?:with|at)|hung out|caught up over"
            "|over (?:a )?(?:coffee|pint|lunch)"
            "|ice cream|cinema|theatre|gym|pub|class|workshop|conference|next to|sat (?:with|beside|opposite|by)|on the (?:train|bus|plane"
         "|ferry|tram)|(?:at|in|to|after|from|outside|over) (?:the |a |an |our |her |his |their |some )?(?:lecture|recital|exhibition"
         "|museum|gallery|church|funeral|christening|birthday|choir|yoga|garden|allotment|beach|festival|market|fair|bakery|library"
         "|station|airport|office|shop|supermarket|school gate|football|club|bar|park|curry|pizza|noodles|sushi|ramen|burgers?|cake"
         "|wine|cocktails?)"
         "|choir (?:practice|rehearsal)|yoga|climbing|cycled|cycling|bike ride|swam|swimming|jog|jogged|stroll|hiked|hiking|squash"
         "|golf|badminton|chess|book club|housewarming|baked|cooked|pints|takeaway|had .{2,30} (?:over|round)|helped|(?:took|drove|walked) .{2,30} (?:to|home)|at work|in the (?:office|street|corridor"
         "|queue|playground)|at school|after (?:church|class|school|work|mass)")),
    ),
    minutes=(
        (re.compile(r"(?<![\w.])(?P<h>\d{1,2})\s*(?:h|hrs?|hours?)\s*(?P<m>\d{1,2})\s*(?:m|mins?"
         r"|minutes?)?(?!\w)"), 60),
        (re.compile(r"(?<![\w.])(?P<n>an?|one|two|three|four|five) hours? and a half(?!\w)"), -60),
        (re.compile(r"(?<![\w.])(?P<n>\d{1,2}|one|two|three|four) and a half hours?(?!\w)"), -60),
        (re.compile(r"(?<!\w)(?:¾|three[ -]quarters?) of an hour"), 45),
        (re.compile(r"(?<!\w)(?:a )?quarter of an hour"), 15),
        (re.compile(r"(?<!\w)(?:½ (?:an )?hour|half[ -]an?[ -]hour|half hour)"), 30),
        (re.compile(r"(?<![\w.:/£$€])(?P<n>\d{1,2}(?:[.,]\d{1,2})?|an|one|two|three|four|five|six"
         r"|a couple of)[ -]?(?:h|hrs?|hours?)(?!\w)"), 60),
        (re.compile(r"(?<![\w.:/£$€])(?P<n>\d{2,3})['′](?=[\s,.;)]|$)"), 1),
        (re.compile(r"(?<![\w.:/£$€])(?P<n>\d{1,3}|five|ten|fifteen|twenty|thirty|forty|fifty|ninety)[ -]?(?:m"
         r"|min|mins|minutes?)(?![\w'])"), 1),
    ),
    numbers={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "fifteen": 15, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "ninety": 90, "a couple of": 2,
    },
    people=anywhere(
        r"(?:spoke|talked|chatted|speak|talk|wrote|written|email|mail|message|text|letter|card|postcard|note"
        r"|visit|call|dm|promise"
        r"|sent|whatsapp|reply|said|listened|waved) to|(?:message|mail|call|lunch|dinner|supper|drinks|tea"
        r"|coffee|breakfast|over|party) at"
        r"|at(?= [a-z-]+(?: [a-z-]+)?(?: (?:and|&) [a-z-]+)?'s\b)|with|w/|w|met up with|met|meet|saw|seen|called|call from|call|rang"
        r"|ring|phoned|texted|emailed"
        r"|e-mailed|mailed|messaged"
        r"|visited|visit|visiting|asked|told|thanked|promised|owe|introduced|introducing|gave|helped|ran into"
        r"|bumped into|in on|in with"
        r"|from|facetimed|skyped|zoomed|whatsapped|pinged|sent|wrote|invited|hosted|joined|congratulated|hugged"
        r"|@|(?:went|been|came|out) to(?= [\w-]+(?: [\w-]+)?'s\b)|(?:on|by|over) (?:the )?(?:phone|zoom|skype|whatsapp|facetime|teams) to"
        r"|heard from|heard back from|next to|beside|opposite|alongside|picked up|dropped off|treated|hosted|took|drove|looked after"
        r"|congratulated|comforted|interviewed|tutored|had(?= [\w'-]+(?: [\w'-]+)? (?:over|round|to stay|for (?:dinner|lunch|tea|supper|coffee))\b)"
    ),
    joins=re.compile(r"\s*(?:,?\s+and\s+|\s*&\s*|\s*\+\s*|,\s+|\s+n\s+)"),
    beside=re.compile(r"(?:\bwith|@|\bw/|\bw|\bat|[,&+]|\band|\bn)\s*$"),
    and_me=re.compile(r"\s+and\s+(?:i|me)\b"),
    contact=starting(
        "(?:called|rang|phoned|texted|emailed|e-mailed|messaged|visited|wrote|came (?:over|round|by|for|to)"
        "|dropped (?:in|by|round)"
        "|popped (?:in|round|over|by)|stopped by|facetimed|pinged|cancelled|and i|invited (?:me|us)|sent me"
        "|got in touch|came)"
    ),
    subject=starting(rf"{_THEIR} (?P<whose>[a-z'-]+)(?: [a-z'-]+)?|(?:{_THEY}|who)(?:'s|'ll|'d|'re|'ve)?"),
    verbs=starting(
        "(?:also |just |now |still |never |finally )?(?:is|are|was|has|have|had|does|did|got|gets|can|can't"
        "|could|will|would|needs?"
        "|wants?|knows?|starts?|started|moved|moves|works?|lost|lives?|offer(?:s|ed)|asked|asks|said|says"
        "|plays?|speaks?|runs?|bought"
        "|sold|retired|retires|turns?|turned|became|got|went|goes|comes|came|likes?|loves?|hates?|looks?|found"
        "|left|joined|cancelled"
        "|passed|broke|wrote|told|promised|studies|teaches|hopes?|plans?|finished|finishes|quit|changed|cannot"
        "|cant|submits?|brought"
        "|had|gave|gives|paid|made|thinks|thinking|may|might|must|should|won|won't|thinks|feels|keeps|kept|takes|took|sells|buys|opened|opens|closed|closes|writes|reads|sings|paints"
        "|builds|built|grows|bakes|cooks|drives|drove|flies|flew|travels|stays|seems|seemed|sounds|sounded|misses|missed|failed|sends"
        "|owes|expects|fell|felt|hurt|celebrates|celebrated|adopted|applied|applies|decided|recommends|recommended|suggested"
        "|signed|switched|grew|shows|showed|hadn't|haven't|aren't|weren't|couldn't|wouldn't|had to|doesn't|didn't|isn't|wasn't"
        "|hasn't|died|married)"
    ),
    needs=starting(
        "(?:also |really |badly |urgently |still )?(?:(?:is |are |'s |'re |was )?(?:also |still "
        "|now )?(?:looking for|searching for|hunting for|after|in need of|seeking|short of"
        "|trying to find|desperate for|in want of|on the lookout for|hoping (?:for|to find)|keen to find)|needs?(?: help with)?|could (?:really )?(?:use|do with)"
        "|would (?:really )?(?:like|love|appreciate|welcome)(?: to)?"
        "|(?:'d|d) (?:like|love)(?: to)?|wants?(?! to)|wanted(?! to)|asked (?:me )?for|asks for"
        "|asked (?:whether|if) i (?:know|knew|have|had)|asking for"
        "|can i (?=recommend)|do i know|needed|wishes for|is missing|seeks|requires|has to find)"
    ),
    offers=starting(
        "(?:also |kindly )?(?:(?:can|could)(?! use| do with|'t| borrow| not)(?: also)?|(?:has |have |had )?(?:kindly )?offer(?:s|ed)(?: to| me"
        "| us)?(?: to)?|offering(?: to)?|(?:is |are |'s |would be |'d be )?(?:very |also |quite )?"
        "(?:happy|willing|glad|ready|prepared|able) to|has (?=(?:a |\\w+ )?spare)|knows (?=a |an |someone"
        "|somebody|lots|people|plenty|good)"
        "|(?:is |'s )?(?=giving .*away)|would lend|volunteered to|is good (?:at|with))"
    ),
    mine=starting(
        "(?:i'll|i will|i shall|ill(?= \\w)|i'm going to|i am going to|i'm gonna|will(?! [a-z]+ (?:me|us)\\b)"
        "|must|i must)"
        "|(?:i )?(?:also )?(?:need|have|ought|got) to|(?:i )?(?:should|gotta)"
        "|(?:i )?(?:also )?promised(?: [a-z]+){0,2} (?:that )?(?:i'd|i would|we'd|we would|to)"
        f"|(?:i )?promised{_TO_THEM}|promise to|promise"
        "|(?:i )?(?:told|said to) [a-z]+(?: [a-z]+)? (?:that )?(?:i'd|i would|i'll|i will|we'd|we would|we'll|we will)"
        "|(?:i )?said (?:that )?(?:i'd|i would|i'll|i will|we'd|we would|we'll)|we'll|we will|we shall"
        f"|(?:i )?(?:agreed to|undertook to|offered to(?! \\w+ (?:me|us)\\b))|(?:i )?owe{_TO_THEM}|i'd (?:better )?(?=send|call|ring|write|bring)"
        "|remind me to|remember to|don't forget to|to ?do:?|let me|i can(?= send| bring| lend| help| ask)"
        "|i'm to|i am to|(?=(?:call|ring|text|email|phone|message|thank|remind|visit|send|ask|write) (?:him|her|them)\\b)"
    ),
    theirs=starting(
        f"(?:will|'ll|ll|is going to|'s going to|are going to)(?: also)? (?={_DO})|promised (?:me )?(?:to"
        f"|that {_THEY}'d|{_THEY}'d|{_THEY} would)|promised"
        f"|(?:said|says) (?:that )?{_THEY}(?:'d| would|'ll| will) (?={_DO})|told me {_THEY}(?:'d| would|'ll"
        f"| will) (?={_DO})|agreed to|owes me"
    ),
    asked=anywhere(
        "how (?:can|could|may) i (?:be of )?help|how i (?:can|could|might) (?:be of )?help|how to help|(?:if"
        "|whether) i (?:can|could|might) help"
        "|(?:if|whether) there (?:was|is) anything i (?:can|could|might) do|what i (?:can|could) do(?: for"
        "| to help)?|what (?:would|could|might) help"
        "|what (?:does )?(?:she|he|they) needs?(?: most)?|anything i (?:can|could) (?:do|help with)"
        "|asked what .{0,20}needs?|offered (?:my )?help"
        "|asked .{1,30} (?:needed|needs) (?:anything|help)"
    ),
    speaking=anywhere("spoke|talked|chat|chatted|catch-?up|caught up|discussed|heard from|checked in|check-?in"
     "|talk|got (?=a )|asked|told"),
    no_names=frozenset(
        ["facetimed", "skyped", "zoomed", "pinged", "hosted", "invited", "joined", "thanked", "helped", "whatsapped",
         "nothing", "something", "anything", "maybe", "perhaps", "yes", "ok", "okay", "please", "thanks", "sorry",
         "lovely",
         "nice", "late", "early", "finally", "still", "again", "back", "off", "hope", "happy", "well", "very", "really",
         "i", "i'll", "i'm", "i'd", "i've", "she", "he", "they", "her", "his", "their", "it", "its", "the", "a",
         "an", "my", "our", "we", "us", "you", "your", "this", "that", "these", "those", "new", "no", "not", "and",
         "but", "so", "then", "also", "had", "has", "have", "just", "met", "saw", "called", "rang", "coffee",
         "lunch", "dinner", "supper", "tea", "breakfast", "brunch", "drinks", "drink", "call", "email", "mail",
         "message", "text", "texted", "emailed", "phoned", "got", "went", "sent", "gave", "wrote", "asked",
         "promised", "told", "said", "walk", "long", "quick", "short", "big", "good", "great", "zoom", "teams",
         "skype", "facetime", "whatsapp", "signal", "slack", "telegram", "video", "chatted", "caught", "bumped",
         "ran", "spoke", "talked", "visited", "visit", "remember", "reminder", "note", "promise", "introduced",
         "interview", "rehearsal", "picnic", "game", "board", "phone", "voice", "letter", "postcard", "card",
         "played", "swim", "grabbed", "ate", "dropped", "popped", "sunday", "monday", "tuesday", "wednesday",
         "thursday", "friday", "saturday", "today", "yesterday", "tomorrow", "tonight", "last", "next", "christmas",
         "easter", "wedding", "husband", "wife", "son", "daughter", "sister", "brother", "everyone", "everybody",
         "nobody", "someone", "friends", "family", "people", "will", "must", "need", "needs", "offers", "offer",
         "can", "how", "what", "when", "where", "who", "why", "two", "three", "four", "one", "how's", "checked",
         "catch", "meeting", "messaged", "dm", "meal", "told", "interesting", "both", "all", "another", "some", "me",
         "him", "them", "there", "here", "in", "on", "at", "by", "for", "from", "of", "to", "with", "about", "after",
         "before", "dad's", "mum's", "ours", "mine", "hers", "tel", "telephone", "sat", "luncheon", "work", "school", "noon", "lunchtime", "quickly", "old"]
    ),
    kin=frozenset(["mum", "mom", "dad", "mummy", "daddy", "grandad", "granddad", "grandma", "granny", "grandpa",
     "nan", "nana", "cousin", "godmother", "godfather", "stepmum", "stepdad", "auntie", "great-aunt", "great-uncle", "aunt", "uncle", "aunty", "gran", "mam"]),
    events=(
        (LifeEvent.NEW_BABY, anywhere("(?:new|had (?:a|the|their)|having a|first) baby|pregnant|expecting"
         "|gave birth|newborn|baby (?:boy|girl)|had (?:a )?twins|(?:had|have) a (?:little )?(?:boy|girl|son"
         "|daughter)|became (?:a )?(?:parents?|father|mother|dad|mum)")),
        (LifeEvent.BEREAVED, anywhere("died|passed away|passed on|funeral|bereave\\w*|death of|mourning"
         "|lost (?:her|his|their) (?:mother|father|mum|mom|dad|husband|wife|brother|sister|son|daughter"
         "|grand\\w+|aunt|uncle|partner|friend)")),
        (LifeEvent.SEPARATED, anywhere("divorc\\w+|split up|separated|broke up|separating|breakup")),
        (LifeEvent.WEDDING, anywhere("engaged|engagement|wedding|married|marrying|marries|getting married|honeymoon")),
        (LifeEvent.LOOKING_FOR_WORK, anywhere("lost (?:her|his|their) job|laid off|made redundant|redundan\\w+"
         "|unemployed|out of work|looking for (?:a )?(?:new )?(?:job|work)|between jobs|job ?hunt\\w*|was fired"
         "|got fired")),
        (LifeEvent.NEW_JOB, anywhere("new (?:job|role|position|post)|got (?:the|a|that) job|promoted|promotion"
         "|start(?:s|ed|ing) (?:work )?(?:at|as) (?!school|uni|nursery)|joined|first day at")),
        (LifeEvent.RETIRED, anywhere("retired|retires|retiring|retirement")),
        (LifeEvent.MOVED, anywhere("moved (?:to|in|house|out|into|back)|moving (?:to|in|house|out|into|back)"
         "|moves (?:to|in)|new (?:flat|house|home|address|apartment|place)|bought a (?:house|flat|home)"
         "|relocat\\w+|emigrat\\w+")),
        (LifeEvent.SCHOOL, anywhere("starts? (?:primary |secondary |high |big )?(?:school|university|uni"
         "|college|nursery)|started (?:school|university|uni|college|nursery)|exams?|graduat\\w+"
         "|changing schools|a-levels|gcses|finals|thesis")),
        (LifeEvent.ILL, anywhere("ill|sick|hospital|cancer|surgery|operation|diagnos\\w+|broke (?:her|his"
         "|their) \\w+|broken|flu|covid|recover\\w+|chemo\\w*|stroke|heart attack|injur\\w+|unwell|poorly|scan"
         "|depress\\w+|burn(?:t|ed)? ?out")),
    ),
    by_then=re.compile(r"[\s,(]*\b(?:no later than|not later than|at the latest by|by|before|until|till|on|for"
     r"|at|over|in|within|from|this|,)?\s*(?:the\s+)?$"),
    fact=starting(
        "new (?:baby|job|flat|house|boyfriend|girlfriend|address|number|phone|email)|engaged|expecting|pregnant"
        "|wedding|moved|married|divorced|split up|staying"
        "|lost (?:his|her|their)|got (?:married|engaged|promoted|a new|the job)|had (?:a|the|their) baby"
        "|husband|wife|partner|mother|mum|mom|dad|father|son|daughter|brother|sister|kids|children|dog|cat"
        "|the (?:cat|dog|baby|kids|children|twins|boys|girls|house|business) (?=is|are|was|were|has|have|had)|birthday|baby|back from|off to|starting|retired|retiring"
    ),
    relation=starting(
        "(?:my|our) (?:(?:old|dear|best|good|new|former|ex|elder|younger|big|little) )*(?:friends?|mates?|pals?|neighbou?rs?"
        "|colleagues?|boss|cousins?|nephew|niece|sister|brother|son|daughter|husband|wife|partner|flatmate|landlord|landlady"
        "|teacher|coach|doctor|dentist|client|accountant|boyfriend|girlfriend)(?:-in-law)?(?: from [a-z]+)?,? "
        "|(?:my|our|old|dear|little|poor) (?=[a-z])"
    ),
    meetings=anywhere("coffee|lunch|dinner|supper|tea|breakfast|brunch|drinks?|call|zoom|skype|facetime|walk|pint|beers?|visit|swim|run"),
    nothing=starting("nothing|not sure|no idea|none|not much|no|nope|she's fine|he's fine|they're fine|all good|doesn't know"),
    undone=anywhere("cancelled|canceled|called off|postponed|stood me up|had to cancel|didn't (?:come|make it|show)|no answer"),
    occasion=re.compile(
        r"'s\s+(?:\w+\s+){0,2}(?:talk|lecture|party|wedding|birthday|concert|recital|exhibition|funeral|christening|barbecue|bbq"
        r"|dinner|lunch|supper|housewarming|book launch|reading|workshop|class|play|show|match|leaving do|graduation|place|house)"
        r"(?=\s*$|\s*[,.;]|\s+(?:on|at|in|last|yesterday|today|this|tonight|for|with)\b)"
    ),
    answers=starting(
        f"{_THEY} (?:said|says|mentioned|answered|replied|told me|named)(?: just| only)?:? (?!(?:that|{_THEY}|it|i|no|yes|nothing|there"
        f"|thanks?|not|maybe|so|to|{_THEIR}|we|you)\\b)"
    ),
)  # fmt: skip
