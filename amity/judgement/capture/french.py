"""How people jot down, in French, what happened and what was said."""

import re

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.capture.table import Phrases, anywhere, starting
from amity.judgement.dates.french import WORDS
from amity.judgement.vocabulary import Channel

PHRASES = Phrases(
    language="fr",
    common=WORDS.common | frozenset(["cherche", "cafe", "avec", "sa", "son", "hier", "leur", "besoin", "elle", "vu", "est", "pour", "peut", "dit", "il", "m'a", "j'ai", "lui", "au", "du"]),
    channels=(
        (Channel.VIDEO, anywhere("zoom|teams|facetime|skype|visio|visioconference|appel video|video\\w*")),
        (Channel.MESSAGE, anywhere("sms|texto|whatsapp|signal|telegram|message|messages")),
        (Channel.CALL, anywhere("appel|appele|appelee|telephone\\w*|coup de fil|au telephone")),
        (Channel.MAIL, anywhere("e-?mail|mail|mails|courriel|mel")),
        (Channel.LETTER, anywhere("lettre|carte postale|carte")),
        (Channel.IN_PERSON, anywhere(
            "cafe|the|dejeuner|dejeune|diner|dine|petit-dejeuner|brunch|verre|apero|biere|vu|vue|vus|rencontre"
            "|croise|visite|balade"
            "|promenade|passe chez|marche|musee|expo|exposition|mariage|anniversaire|chorale|sport|piscine|barbecue|glace|soiree|bistrot|train|pique-nique|fete|cinema|concert|randonnee|rendez-vous|chez")),
    ),
    minutes=(
        (re.compile(r"(?<!\w)(?:une )?demi-? ?heure"), 30),
        (re.compile(r"(?<!\w)(?:un )?quart d'heure"), 15),
        (re.compile(r"(?<!\w)trois quarts d'heure"), 45),
        (re.compile(r"(?<!\w)(?P<n>\d{1,2}|une|deux|trois) heures? et demie"), -60),
        (re.compile(r"(?<!\w)(?P<h>\d{1,2}) ?h ?(?P<m>\d{2})(?!\w)"), 60),
        (re.compile(r"(?<!\w)(?P<n>\d{1,2}(?:,\d)?|une|deux|trois|quatre) ?(?:h|heures?)(?!\w)"), 60),
        (re.compile(r"(?<!\w)(?P<n>\d{1,3}|dix|vingt|trente|quarante) ?(?:min|minutes?)(?!\w)"), 1),
    ),
    numbers={"une": 1, "deux": 2, "trois": 3, "quatre": 4, "dix": 10, "vingt": 20, "trente": 30, "quarante": 40},
    people=anywhere("a cote de|rendu visite a|invite|aide|telephone a|avec|de|chez|a|vu|vue|croise|appele|rencontre|visite|ecrit a|parle a|parle avec|demande a"),
    joins=re.compile(r"\s*(?:,?\s+et\s+|\s*&\s*|\s*\+\s*|,\s+)"),
    beside=re.compile(r"(?:\bavec|\bchez|[,&+]|\bet)\s*$"),
    and_me=re.compile(r"\s+et\s+moi\b"),
    contact=starting("(?:m'a|nous a) (?:appele|ecrit|telephone|envoye|invite)|(?:est|etait) (?:passee?|venue?|la)|a appele|a ecrit|est passee?|est venue?|m'a rendu visite"),
    subject=starting("(?:sa|son|ses|leur|leurs) (?P<whose>[a-z-]+)|(?:elle|il|ils|elles)"),
    verbs=starting(
        "(?:est|sont|etait|a|ont|avait|va|vont|peut|veut|doit|cherche|commence|travaille|habite|demenage|se"
        "|part|revient|apprend|joue|parle"
        "|connait|attend|vit|aime|vient|prend|fait|s'est|s'appelle|n'a|n'est)"
    ),
    needs=starting(
        "(?:cherche|a besoin|ont besoin|aurait besoin|voudrait|aimerait|recherche|demande"
        "|est a la recherche|a envie|manque)(?: de(?!\\w)| d')?"
    ),
    offers=starting("(?:peut|pourrait|propose|a propose|offre)(?: de)?|prete|donne|connait (?=un|une|quelqu"
     "|des)|est prete? a|veut bien"),
    mine=starting(
        "(?:j'ai )?promis(?: de| d')?|je (?:lui |leur |l'|la |le |vais |dois |te |les )*(?=[a-z]+rai\\b)|je (?:lui "
        "|leur )?(?:ai )promis(?: de| d')?|je (?:vais|dois)(?: lui| leur)?"
        "|(?:demain |ce soir |apres |ensuite )?je (?:lui |leur |l'|la |le |les |te |t')*(?=(?:envoie|appelle|rappelle|ecris|apporte"
        "|transmets|demande|prete|rends|passe|paie|donne|reserve|previens)\\b)|lui ai promis(?: de| d')?|je dois|dois|penser a|il faut que je|je (?=\\w+rai\\b)"
    ),
    theirs=starting("va (?:me|nous)|(?:me |m')(?=(?:rappelle|envoie|ecrit|prete|donne|apporte|rend|transmet|presente|rembourse|aide|recontacte)\\b)|(?:m')?a promis(?: de| d')?|(?:m'|me |nous )(?=[a-z]+ra\\b)"),
    asked=anywhere("comment (?:(?:je|j') ?(?:peux|pouvais|pourrais) |puis-je )?(?:l'|lui |les |t')?aider"
     "|(?:en quoi|si|a quoi) je (?:peux|pouvais|pourrais) (?:l'|les |lui )?(?:aider|etre utile|servir)|ce que je (?:peux|pouvais|pourrais) faire"
     "|propose mon aide|de quoi (?:elle|il) a besoin"),
    speaking=anywhere("parle|discute|telephone"),
    no_names=frozenset(
        ["je", "tu", "il", "elle", "nous", "vous", "ils", "elles", "le", "la", "les", "un", "une", "des", "mon",
         "ma", "mes", "son", "sa", "ses", "ce", "cette", "et", "mais", "cafe", "the", "dejeuner", "diner", "appel",
         "appele", "vu", "vue", "message", "mail", "lettre", "visite", "hier", "aujourd'hui", "demain", "lundi",
         "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "zoom", "skype", "teams", "whatsapp",
         "signal", "avec", "de", "chez", "a", "au", "en", "dans", "croise", "rencontre", "promis", "balade",
         "promenade", "apero", "verre", "min", "minutes", "heure", "heures", "famille", "amis", "tous", "leur",
         "leurs", "lui"]
    ),
    kin=frozenset(["maman", "papa", "mamie", "papi", "tante", "oncle", "tonton", "tata", "mami", "cousin", "cousine"]),
    events=(
        (LifeEvent.NEW_BABY, anywhere("enceinte|bebe|jumeaux|accouche|naissance")),
        (LifeEvent.BEREAVED, anywhere("mort|morte|decede|decedee|obseques|enterrement|deuil")),
        (LifeEvent.SEPARATED, anywhere("divorce|separe\\w*|rupture")),
        (LifeEvent.WEDDING, anywhere("fiance\\w*|mariage|se marie\\w*|marie\\w*")),
        (LifeEvent.LOOKING_FOR_WORK, anywhere("chomage|licencie\\w*|cherche (?:un |du )?(?:travail|emploi|boulot)")),
        (LifeEvent.NEW_JOB, anywhere("nouveau (?:travail|poste|boulot)|nouvel emploi|embauche\\w*|promue?")),
        (LifeEvent.RETIRED, anywhere("retraite|retraitee")),
        (LifeEvent.MOVED, anywhere("demenage\\w*|nouvel appartement|nouvelle maison|emmenage\\w*")),
        (LifeEvent.SCHOOL, anywhere("ecole|lycee|universite|bac|examens?|rentree|diplome\\w*")),
        (LifeEvent.ILL, anywhere("malade|hopital|opere\\w*|operation|cancer|grippe|casse la|cassee?")),
    ),
    by_then=re.compile(r"[\s,(]*\b(?:d'ici|avant|au plus tard|pour|jusqu'a|le|la|en|dans|des|,)?\s*(?:le|la|les)?\s*$"),
    fact=starting("enceinte|fiancee?|nouveau travail|mariee?|a|est|vient de|part"),
    relation=starting(
        "(?:mon|ma|notre|mes|nos) (?:vieil |vieille |cher |chere |petite? )?(?:amie?s?|copains?|copines?|voisins?|voisines?|collegues?"
        "|cousins?|cousines?|frere|soeur|fils|fille|mari|femme|patron|patronne)?\\s*"
    ),
    nothing=starting("rien|pas grand-chose|non"),
    meetings=anywhere("cafe|dejeuner|diner|apero|verre|appel|visio|balade|zoom"),
    undone=anywhere("annule|annulee|reporte|reportee|pas venue?|pas repondu"),
    answers=starting("(?:elle|il) (?:a dit|a repondu|dit|repond) ?:? ?(?!(?:que|qu'|non|oui|rien|merci)\\b)"),
)  # fmt: skip
