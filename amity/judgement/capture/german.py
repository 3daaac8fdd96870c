"""How people jot down, in German, what happened and what was said."""

import re

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.capture.table import Phrases, anywhere, starting
from amity.judgement.dates.german import WORDS
from amity.judgement.vocabulary import Channel

_DO = (
    "schick\\w*|send\\w*|bring\\w*|geb\\w*|gib\\w*|ruf\\w*|meld\\w*|schreib\\w*|frag\\w*|helf\\w*|hilf\\w*"
    "|les\\w*|schau\\w*"
    "|zeig\\w*|kauf\\w*|besorg\\w*|leih\\w*|stell\\w*|such\\w*|hol\\w*|fahr\\w*|mach\\w*|zahl\\w*|uberweis\\w*"
    "|back\\w*|besuch\\w*"
)
PHRASES = Phrases(
    language="de",
    common=WORDS.common | frozenset(["braucht", "sucht", "gestern", "kaffee", "sein", "seine", "ihre", "telefoniert", "ich", "mit", "und", "ist", "hat", "beim", "kann", "wir", "nach"]),
    channels=(
        (Channel.VIDEO, anywhere("videotelefonat\\w*|zoom|teams|facetime|skype|video\\w*")),
        (Channel.MESSAGE, anywhere("sms|whatsapp|simst|threema|signal|telegram|nachricht|sprachnachricht|geschrieben|chat"
         "|gechattet")),
        (Channel.CALL, anywhere("anruf|angerufen|telefon\\w*|rief|ruckruf|am apparat|gesprochen am telefon")),
        (Channel.MAIL, anywhere("e-?mail|mail|mails|gemailt")),
        (Channel.LETTER, anywhere("brief|postkarte|karte")),
        (Channel.IN_PERSON, anywhere(
            "kaffee|tee|mittagessen|abendessen|fruhstuck|essen|gegessen|bier|wein|getroffen|treffen|traf|besuch"
            "|besucht|spaziergang"
            "|spazieren|gesehen|grillen|gegrillt|brunch|eis|picknick|museum|ausstellung|hochzeit|geburtstag|chor|probe|sport|sauna"
            "|schwimmen|gekocht|gebacken|kneipe|zufallig|uber den weg|neben|im zug|auf dem markt|party|feier|kino|konzert|wanderung|kuchen|gespielt|vorbeigekommen|zu besuch")),
    ),
    minutes=(
        (re.compile(r"(?<!\w)(?:eine )?halbe stunde"), 30),
        (re.compile(r"(?<!\w)(?:eine )?viertelstunde"), 15),
        (re.compile(r"(?<!\w)(?:eine )?dreiviertelstunde"), 45),
        (re.compile(r"(?<!\w)(?:anderthalb|eineinhalb) stunden"), 90),
        (re.compile(r"(?<!\w)(?P<n>\d{1,2}(?:[.,]\d{1,2})?|eine|zwei|drei|vier) ?(?:h|std\.?|stunden?)(?!\w)"), 60),
        (re.compile(r"(?<!\w)(?P<n>\d{1,3}|zehn|zwanzig|dreissig|vierzig) ?(?:min|minuten)(?!\w)"), 1),
    ),
    numbers={"eine": 1, "zwei": 2, "drei": 3, "vier": 4, "zehn": 10, "zwanzig": 20, "dreissig": 30, "vierzig": 40},
    people=anywhere(
        "neben|zusammen mit|mit|von|bei|an|traf|getroffen|sah|besucht|eingeladen|geholfen|gratuliert|traf|besuchte|getroffen|angerufen|habe|hab|nur mit|fragte|gefragt"
    ),
    joins=re.compile(r"\s*(?:,?\s+und\s+|\s*&\s*|\s*\+\s*|,\s+)"),
    beside=re.compile(r"(?:\bmit|\bbei|[,&+]|\bund)\s*$"),
    and_me=re.compile(r"\s+und\s+ich\b"),
    contact=starting("hat sich gemeldet|meldete sich|kam zu besuch|kam zum|war zu besuch|hat vorbeigeschaut|schaute vorbei|rief heute an|rief an|rief mich|hat angerufen|hat geschrieben|schrieb|kam vorbei|kam|war da"
     "|hat mich besucht|besuchte"),
    subject=starting("(?:ihre?|sein|seine|deren|dessen) (?P<whose>[a-zß]+)|(?:sie|er|es)"),
    verbs=starting(
        "(?:ist|sind|war|hat|haben|wird|kann|konnte|muss|will|mochte|braucht|sucht|bekommt|bekam|kommt|geht"
        "|zieht|arbeitet|lernt|lebt|wohnt"
        "|heiratet|fangt|beginnt|spielt|macht|fahrt|verliert|verlor|starb|wurde|kennt|bietet|liebt|mag|fliegt"
        "|reist|plant|hofft)"
    ),
    needs=starting("braucht|sucht|benotigt|ist auf der suche nach|sucht nach|hofft auf|hatte gern|hatte gerne|mochte(?! nicht)|wunscht sich|bittet um"
     "|bat um|fragt nach|fragte nach"),
    offers=starting(
        "(?:kann|konnte|wurde)(?! (?:nicht|kein\\w*|nur|kaum|leider|sich nicht))(?=[^.,;]*[a-z]en\\b)|bietet(?: an)?|bot (?:mir "
        "|uns )?an|hat angeboten|leiht|verleiht|verschenkt"
        "|kennt (?=einen|eine|jemanden|leute)"
    ),
    mine=starting(
        "ich habe (?:\\w+ )?versprochen|habe (?:\\w+ )?versprochen|(?:ihr|ihm|ihnen) versprochen|versprochen"
        f"|(?:morgen |heute |gleich |nachher |dann )?(?=(?:{_DO}) ich\\b)|ich (?={_DO})|ich (?:werde|muss|will|soll)"
        "|(?:werde|muss) (?=\\w+ )|ich schulde|schulde"
    ),
    theirs=starting(f"will (?:mir|uns)|wird (?:mir|uns)|hat (?:mir )?versprochen|meldet sich|ruft (?:mich )?(?:zuruck|an)|gibt (?:mir |uns )?bescheid|(?={_DO})(?:\\w+) mir"),
    asked=anywhere("(?:wie|ob|womit|wobei) ich (?:\\w+ )?helfen (?:kann|konnte)|(?:wie|womit) kann ich (?:\\w+ )?helfen"
     "|was ich (?:\\w+ ){0,2}tun (?:kann|konnte)|gefragt, was (?:sie|er) braucht|hilfe angeboten"),
    speaking=anywhere("gesprochen|telefoniert|geredet|unterhalten"),
    no_names=frozenset(
        ["ich", "du", "er", "sie", "es", "wir", "ihr", "der", "die", "das", "ein", "eine", "einen", "einem", "mein",
         "meine", "sein", "seine", "ihre", "und", "aber", "nein", "ja", "nur", "kaffee", "tee", "mittagessen",
         "abendessen", "fruhstuck", "essen", "gestern", "heute", "morgen", "montag", "dienstag", "mittwoch",
         "donnerstag", "freitag", "samstag", "sonntag", "mail", "brief", "anruf", "nachricht", "spaziergang", "zoom",
         "teams", "skype", "whatsapp", "signal", "treffen", "besuch", "getroffen", "telefoniert", "mit", "von",
         "bei", "an", "am", "im", "in", "zu", "familie", "freunden", "freunde", "allen", "kollegen", "min",
         "minuten", "stunde", "stunden", "video", "karte", "versprochen", "vielleicht", "sonst", "alle"]
    ),
    kin=frozenset(["mama", "papa", "mutti", "vati", "oma", "opa", "tante", "onkel", "cousin", "cousine", "schwager", "schwagerin"]),
    events=(
        (LifeEvent.NEW_BABY, anywhere("schwanger|baby|zwillinge|geburt|nachwuchs")),
        (LifeEvent.BEREAVED, anywhere("gestorben|starb|verstorben|beerdigung|trauer\\w*")),
        (LifeEvent.SEPARATED, anywhere("scheidung|geschieden|getrennt|trennung")),
        (LifeEvent.WEDDING, anywhere("verlobt|hochzeit|heirat\\w*|geheiratet")),
        (LifeEvent.LOOKING_FOR_WORK, anywhere("arbeitslos|gekundigt|entlassen|sucht (?:eine )?(?:arbeit|stelle|job)")),
        (LifeEvent.NEW_JOB, anywhere("neue (?:stelle|arbeit)|neuen job|neuer job|befordert")),
        (LifeEvent.RETIRED, anywhere("rente|ruhestand|pensioniert")),
        (LifeEvent.MOVED, anywhere("umgezogen|umzug|zieht (?:um|nach)|neue wohnung|neues haus")),
        (LifeEvent.SCHOOL, anywhere("schule|eingeschult|abitur|studium|studiert|prufung\\w*|kindergarten")),
        (LifeEvent.ILL, anywhere("krank|krankenhaus|operiert|operation|krebs|grippe|gebrochen")),
    ),
    by_then=re.compile(r"[\s,(]*\b(?:spatestens |noch )?(?:bis zum|bis|vor dem|vor|am|in|im|ab)?\s*(?:den|der"
     r"|dem)?\s*$"),
    fact=starting("verlobt|schwanger|umgezogen|neue stelle|neuer job|hat|ist|zieht|wird"),
    relation=starting(
        "(?:mein|meine|meinem|meiner|meinen|unser|unsere|unserem|unserer|unseren) (?:alten |lieben |besten |neuen )?(?:freund|freundin"
        "|freunden|nachbarn?|nachbarin|kollegen?|kollegin|chefin|chef|bruder|schwester|sohn|tochter|mann|frau|vetter)?\\s*"
    ),
    nothing=starting("nichts|gar nichts|nein|weiss (?:sie|er) nicht"),
    meetings=anywhere("kaffee|mittagessen|abendessen|fruhstuck|bier|anruf|telefonat|spaziergang|treffen|zoom"),
    undone=anywhere("abgesagt|verschoben|nicht (?:gekommen|erreicht)|fiel aus"),
    answers=starting("(?:sie|er) (?:sagte|meinte|nannte|antwortete):? (?!(?:dass|sie|er|es|nein|ja|nichts|danke)\\b)"),
)  # fmt: skip
