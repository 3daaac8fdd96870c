"""German, French and Spanish: the plainest promises and requests, by one table per language. Not trained, not measured."""

import re
from dataclasses import dataclass

PROMISE_CONFIDENCE = 0.75  # of a table, chosen below what is suggested without the owner's look
REQUEST_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class ForeignAct:
    """Where a table's pattern fits in a sentence, and how sure it is of it."""

    start: int
    end: int
    confidence: float


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_GERMAN_DEEDS = (
    r"(?:schick|send|mail|ruf|schreib|bring|melde|frag|kümmer|erledig|hol|leih|zahl|überweis|such|prüf|klär|besorg"
    r"|gebe|reich|leite|zeig|helf|mach|stell|sag|antwort|bestell|organisier|druck|repariere|übernehm)\w*"
)
_FRENCH_DEEDS = (
    r"(?:enverrai|envoie|appellerai|appelle|rappelle|rappellerai|écrirai|écris|apporterai|apporte|transmettrai|transmets"
    r"|demanderai|demande|vérifierai|vérifie|regarderai|regarde|répondrai|réponds|ferai|fais|donnerai|donne|paierai"
    r"|rembourserai|réserverai|réserve|prêterai|prête|préparerai|prépare|rendrai|occuperai|occupe|passerai|tiens)"
)
_SPANISH_DEEDS = (
    r"(?:enviaré|envío|mandaré|mando|llamaré|llamo|escribiré|escribo|traeré|traigo|preguntaré|pregunto|miraré|miro"
    r"|contestaré|contesto|haré|hago|daré|doy|pagaré|pago|devolveré|devuelvo|reservaré|reservo|prestaré|presto"
    r"|prepararé|preparo|paso|pasaré|aviso|avisaré|encargo|encargaré|confirmo|confirmaré)"
)
_PROMISES = {
    "de": _any(
        rf"\bich (?:werde (?:dir|ihnen|euch|es|das|sie|ihn|mich|dich|dem|der|den)\b[^.!?;]{{0,60}}|{_GERMAN_DEEDS} "
        r"(?:dir|ihnen|euch|dich|sie|es|das|den|die|mich|nach|heute|morgen|gleich|ihm|ihr|ihn|bis)\b[^.!?;]{0,60})",
        rf"(?:^|, |\bund )(?:dann )?{_GERMAN_DEEDS} ich (?:dir|ihnen|euch|dich|es|das|den|die|mich)\b[^.!?;]{{0,60}}",
        r"\b(?:versprochen|ich verspreche (?:es )?dir|ich kümmere mich|wird erledigt|mache ich)\b",
    ),
    "fr": _any(
        rf"\bje (?:te|t['’]|vous|le|la|les|lui|leur|m['’]en|m['’])? ?(?:l['’]|le |la |les |en )?{_FRENCH_DEEDS}\b[^.!?;]{{0,60}}",
        r"\bje vais (?:te|t['’]|vous|lui|le|la|les|leur|m['’]en) ?\w+(?:er|ir|re)\b[^.!?;]{0,60}",
        r"\b(?:je te (?:le )?promets|c['’]est promis|je m['’]en (?:occupe|charge))\b",
    ),
    "es": _any(
        rf"\b(?:te|os|le|les|se)(?: lo| la| los| las)? {_SPANISH_DEEDS}\b[^.!?;]{{0,60}}",
        rf"\b(?:yo )?(?:lo|la|los|las|me) {_SPANISH_DEEDS}\b[^.!?;]{{0,60}}",
        r"\bvoy a (?:\w+(?:te|le|os|les|lo|la)\b)[^.!?;]{0,60}",
        r"\b(?:te lo prometo|prometido|yo me encargo|me encargo yo)\b",
    ),
}
_REQUESTS = {
    "de": _any(
        r"\b(?:kannst|könntest|würdest|magst|willst) du\b",
        r"\b(?:können|könnten|würden) sie\b(?=[^.!]*\?)",
        r"\b(?:könnt|könntet|würdet) ihr\b",
        r"\bbitte (?!\W*$|sehr|schön|um (?:entschuldigung|verzeihung))\w+",
        r"\b(?:sag|gib|gebt|sagt|geben sie|sagen sie) (?:mir|uns) (?:bitte |kurz )?(?:bescheid|\w+)",
        r"\b(?:ich brauche|wir brauchen) (?:noch |bis )?(?:dein|ihr|euer|deine|ihre|eure|von dir|von ihnen)",
        r"\b(?:wärst du so|wären sie so|hättest du zeit|hast du (?:\w+ )?(?:zeit|lust|einen|eine|noch))\b",
        r"^(?:schick|ruf|melde|schreib|bring|denk|frag|komm) (?:mir|mich|dich|uns|bitte|doch|an|daran)\b",
        r"^(?:wann|wo|wie|was|wer|warum|welche[rsnm]?|hast|bist|kommst|weißt|haben sie|sind sie)\b[^.!]*\b(?:du|sie|ihr|dir|ihnen|euch)\b[^.!]*\?",
    ),
    "fr": _any(
        r"\b(?:peux|pourrais|veux|voudrais)-tu\b|\b(?:pouvez|pourriez|voulez|voudriez|auriez|avez)-vous\b",
        r"\b(?:tu peux|tu pourrais|vous pouvez|vous pourriez|est-ce que (?:tu|vous))\b(?=[^.!]*\?)",
        r"\b(?:merci de|je te prie de|je vous prie de (?!croire|recevoir|agréer)) ?\w+(?:er|ir|re)\b",
        r"\b(?:dis|dites|envoie|envoyez|appelle|appelez|rappelle|rappelez|donne|donnez)-(?:moi|nous)\b",
        r"\b(?:j['’]ai besoin|nous avons besoin) (?:de (?:ton|ta|votre|tes|vos)|que (?:tu|vous))\b",
        r"\b(?:s['’]il te plaît|s['’]il vous plaît|stp|svp)\b",
        r"\b(?:as-tu|es-tu|sais-tu|viens-tu|quand|où|comment|pourquoi|qui)\b[^.!]*\b(?:tu|toi|vous)\b[^.!]*\?",
    ),
    "es": _any(
        r"\b(?:puedes|podrías|podría usted|puede usted|podéis|podríais|pueden|podrían|me (?:puedes|podrías|puede))\b(?=[^.!]*\?)",
        r"\bpor favor\b(?!\W*$)|\bpor favor\W*$",
        r"\b(?:dime|díganos|dígame|mándame|envíame|envíeme|llámame|avísame|escríbeme|tráeme|cuéntame|pásame|ayúdame)\b",
        r"\b(?:necesito|necesitamos) (?:que|tu|tus|su|sus)\b",
        r"\b(?:te|le|os) (?:agradecería|agradezco que|importaría)\b|\bte pido que\b",
        r"¿(?:cuándo|dónde|cómo|qué|quién|por qué|cuál|tienes|sabes|has|vienes|estás|quieres)\b[^?]*\?",
    ),
}
# A condition, a denial, a doubt, or a question takes a promise back.
_NO_PROMISE = {
    "de": _any(
        r"\b(?:nichts?|nie|kein\w*|vielleicht|wenn (?!du|sie|es dir|es ihnen)|falls|hätte|würde|könnte|weiß nicht|ob)\b",
        r"\?\W*$",
    ),
    "fr": _any(r"\b(?:ne|n['’]\w+|jamais|peut-être|si (?!tu|vous)|sais pas)\b", r"\?\W*$"),
    "es": _any(r"\b(?:no|nunca|quizás?|tal vez|si (?!quieres|te|puedes|usted|me)|ojalá)\b", r"\?\W*$"),
}
# At least one of these, whole, before any table is looked at.
HINTS = re.compile(
    r"\b(?:ich|du|sie|ihr|bitte|mir|je|tu|vous|moi|merci|svp|stp|te|os|le|les|por favor|voy|me|lo|la|se|necesito"
    r"|versprochen|promis|prometido|dime|avísame|mándame|llámame|envíame|puedes|podrías)\b|[¿äöüßéèêñ]",
    re.IGNORECASE,
)


def foreign_promise(said: str) -> ForeignAct | None:
    """The clause of a German, French or Spanish sentence in which its writer promises."""
    for language, pattern in _PROMISES.items():
        if (found := pattern.search(said)) and not _NO_PROMISE[language].search(said):
            return ForeignAct(found.start(), len(said[: found.end()].rstrip()), PROMISE_CONFIDENCE)
    return None


def foreign_request(said: str) -> ForeignAct | None:
    """The clause of a German, French or Spanish sentence that asks the reader for something."""
    found = next((found for pattern in _REQUESTS.values() if (found := pattern.search(said))), None)
    return ForeignAct(0, len(said), REQUEST_CONFIDENCE) if found else None
