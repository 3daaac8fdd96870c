"""How people jot down, in Spanish, what happened and what was said."""

import re

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.capture.table import Phrases, anywhere, starting
from amity.judgement.dates.spanish import WORDS
from amity.judgement.vocabulary import Channel

PHRASES = Phrases(
    language="es",
    common=WORDS.common | frozenset(["necesita", "busca", "con", "ayer", "llame", "hijo", "hija", "cafe", "prometi", "puede", "esta", "quiere", "tiene", "dice", "por", "mi", "el", "me", "su", "una"]),
    channels=(
        (Channel.VIDEO, anywhere("zoom|teams|facetime|skype|video\\w*")),
        (Channel.MESSAGE, anywhere("sms|whatsapp|signal|telegram|mensaje|mensajes|guasap")),
        (Channel.CALL, anywhere("llamada|llame|llamo|telefone|he llamado|ha llamado|hable por telefono|telefono|por telefono|telefonee")),
        (Channel.MAIL, anywhere("e-?mail|mail|correo|correos")),
        (Channel.LETTER, anywhere("carta|postal|tarjeta")),
        (Channel.IN_PERSON, anywhere(
            "cafe|te|comida|comi|comimos|cena|cene|cenamos|almuerzo|desayuno|copa|cerveza|vi|vimos|visita"
            "|visite|paseo|quede|quedamos"
            "|encontre|encontramos|mercado|museo|exposicion|boda|cumpleanos|coro|gimnasio|piscina|barbacoa|helado|bar|canas|vino|tren|playa|fiesta|cine|concierto|merienda|reunion|en casa de")),
    ),
    minutes=(
        (re.compile(r"(?<!\w)media hora"), 30),
        (re.compile(r"(?<!\w)(?:un )?cuarto de hora"), 15),
        (re.compile(r"(?<!\w)tres cuartos de hora"), 45),
        (re.compile(r"(?<!\w)(?P<n>\d{1,2}|una|dos|tres) horas? y media"), -60),
        (re.compile(r"(?<!\w)(?P<n>\d{1,2}(?:[.,]\d)?|una|dos|tres|cuatro) ?(?:h|horas?)(?!\w)"), 60),
        (re.compile(r"(?<!\w)(?P<n>\d{1,3}|diez|veinte|treinta|cuarenta) ?(?:min|minutos?)(?!\w)"), 1),
    ),
    numbers={"una": 1, "dos": 2, "tres": 3, "cuatro": 4, "diez": 10, "veinte": 20, "treinta": 30, "cuarenta": 40},
    people=anywhere("al lado de|junto a|ayude a|invite a|con|de|a|en casa de|vi a|visite a|llame a|para"),
    joins=re.compile(r"\s*(?:,?\s+[ye]\s+|\s*&\s*|\s*\+\s*|,\s+)"),
    beside=re.compile(r"(?:\bcon|\ben casa de|[,&+]|\b[ye])\s*$"),
    and_me=re.compile(r"\s+y\s+yo\b"),
    contact=starting("me (?:ha )?(?:llamado|escrito|mandado|enviado|mando|envio|llamo)|paso por|se paso|estuvo|vino a|llamo|me escribio|vino|ha venido|me visito|ha llamado"),
    subject=starting("(?:su|sus) (?P<whose>[a-z]+)|(?:ella|el|ellos|ellas)(?= )"),
    verbs=starting(
        "(?:es|esta|estan|era|ha|han|tiene|tienen|va|van|puede|quiere|debe|busca|necesita|empieza|trabaja|vive"
        "|se|viene|vuelve|juega|habla"
        "|aprende|conoce|espera|cumple|sabe|estudia|esta|fue|tuvo|acaba|le)"
    ),
    needs=starting("(?:necesita|busca|esta buscando|quisiera|querria|le hace falta|anda buscando|le gustaria"
     "|pide|pregunta por|necesitan|buscan)"),
    offers=starting("(?:puede|podria)(?= \\w+r(?:nos|me|le|te|se|nosl[oa]s?|mel[oa]s?)?\\b)|ofrece|ofrecio|se ofrece a|presta|regala"
     "|conoce a (?=un|una|alguien)|esta dispuest[oa] a"),
    mine=starting(
        "(?:yo )?(?:le |les )?(?:he )?prometi(?:do)?(?: que)?|(?:yo )?(?:le |les |se lo |lo |la "
        "|te )?(?=[a-z]+re\\b)|(?:le |les )?voy a|(?:manana |hoy |luego |despues )?(?:se l[oa]s? |le |les |l[oa]s? |te )(?=(?:envi|mand|llam|escrib|traig|pas|prest|devuelv|avis|llev"
        "|compr|present|busc|reserv|pregunt)o\\b)|tengo que|debo|le debo|hay que"
    ),
    theirs=starting("me (?=\\w+ra\\b)|me (?=(?:llama|envia|manda|escribe|presta|trae|pasa|presenta|devuelve|ayuda|avisa)\\b)|(?:ha )?prometido|prometio|va a (?=\\w+r(?:me|nos))|quedo en"),
    asked=anywhere("(?:en que|como|si) (?:le |la |lo |les )?(?:puedo|podia|podria) ayudar\\w*"
     "|que (?:puedo|podia|podria) hacer|ofreci mi ayuda|que necesita(?=\\?)"),
    speaking=anywhere("hable|hablamos|charlamos|charle"),
    no_names=frozenset(
        ["yo", "tu", "el", "ella", "nosotros", "ellos", "la", "los", "las", "un", "una", "mi", "mis", "su", "sus",
         "y", "pero", "cafe", "te", "comida", "cena", "almuerzo", "desayuno", "llamada", "llame", "mensaje",
         "correo", "carta", "visita", "ayer", "hoy", "manana", "lunes", "martes", "miercoles", "jueves", "viernes",
         "sabado", "domingo", "zoom", "skype", "teams", "whatsapp", "signal", "con", "de", "en", "casa", "a", "al",
         "para", "videollamada", "vi", "quede", "comi", "cene", "min", "minutos", "hora", "horas", "familia",
         "amigos", "todos", "le", "les", "que", "me", "paseo", "quedamos", "hable"]
    ),
    kin=frozenset(["mama", "papa", "abuela", "abuelo", "tia", "tio", "primo", "prima"]),
    events=(
        (LifeEvent.NEW_BABY, anywhere("embarazada|bebe|gemelos|mellizos|dado a luz|tenido (?:un nino|una nina"
         "|un hijo|una hija)")),
        (LifeEvent.BEREAVED, anywhere("muerto|murio|fallecido|fallecio|funeral|entierro|luto")),
        (LifeEvent.SEPARATED, anywhere("divorcio|divorciad\\w+|separad\\w+")),
        (LifeEvent.WEDDING, anywhere("boda|se casa|casado|casada|prometid[oa]s|comprometid\\w+")),
        (LifeEvent.LOOKING_FOR_WORK, anywhere("busca (?:trabajo|empleo)|en paro|despedid[oa]|desemplead[oa]")),
        (LifeEvent.NEW_JOB, anywhere("nuevo (?:trabajo|empleo|puesto)|ascendid[oa]|ascenso")),
        (LifeEvent.RETIRED, anywhere("jubilad[oa]|jubilacion|se jubila")),
        (LifeEvent.MOVED, anywhere("se ha mudado|mudado|se muda|mudanza|nueva casa|nuevo piso")),
        (LifeEvent.SCHOOL, anywhere("colegio|escuela|universidad|instituto|examen\\w*|graduad\\w+")),
        (LifeEvent.ILL, anywhere("enferm[oa]|hospital|operad[oa]|operacion|cancer|gripe|roto")),
    ),
    by_then=re.compile(r"[\s,(]*\b(?:antes del|antes de|para el|para|hasta el|hasta|el|la|en|dentro de"
     r"|,)?\s*(?:el|la|las)?\s*$"),
    fact=starting("embarazada|empieza|trabaja|vive|estudia|cumple|juega|es|tuvo|fue|viene|vuelve|se ha|ha|esta|tiene|acaba de|va a|se muda|se casa"),
    relation=starting(
        "(?:mi|mis|nuestr[oa]s?) (?:viej[oa] |querid[oa] |mejor )?(?:amig[oa]s?|vecin[oa]s?|companer[oa]s?|prim[oa]s?|herman[oa]s?|hij[oa]s?"
        "|marido|mujer|jefe|jefa|coleg[ao]s?)?\\s*"
    ),
    nothing=starting("nada|no"),
    meetings=anywhere("cafe|comida|cena|almuerzo|desayuno|llamada|paseo|videollamada|zoom"),
    undone=anywhere("cancelo|canceló|cancelado|anulado|aplazado|no vino|no contesto"),
    answers=starting("(?:me )?(?:dijo|dice|ha dicho|contesto):? (?!(?:que|no|si|nada|gracias)\\b)"),
)  # fmt: skip
