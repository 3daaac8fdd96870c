"""The words by which mail programs mark quotes and people close letters: en, de, fr, es, it, pt, nl, Nordic, pl, ru."""

import re


def _either(words: str) -> str:
    """One pattern of many; lines may be broken behind a "|" only, as any other white space stands for itself."""
    return "(?:" + "|".join(r"\s+".join(each.split()) for each in words.split("|")) + ")"


# "On Tue, 1 March 2024 at 10:02, Ada Lovelace <ada@…> wrote:" and how other languages begin and end it.
ATTRIBUTION_OPENERS = re.compile(
    r"[ \t(*_]*+"
    + _either("On|At|Am|Um|Em|In|Le|El|Il|Op|Den|På|W dniu|Dnia|Dne|Na|Quoting|Zitat von|Von|From|В|---")
    + r"\b"
)
ATTRIBUTION_VERBS = re.compile(
    r"(?:\b|(?<=[>\])]))"
    + _either(
        """wrote|writes|schrieb(?:en)?|écrit|ecrit|escribió|escribio|ha scritto|scrisse|schreef|escreveu|skrev|
        kirjoitti|napisał(?:\\(a\\)|a)?|napsal|писал|пишет|написал|写道"""
    )
    + r"\b[^\n]{0,120}:$",
    re.IGNORECASE,
)

# The header block that Outlook, Lotus Notes and web mail put above a quoted message.
_FROM = "From|Von|De|Da|Van|Från|Fra|Od|От|Lähettäjä"
_SUBJECT = "Subject|Betreff|Objet|Sujet|Asunto|Oggetto|Onderwerp|Assunto|Ämne|Emne|Temat|Тема"
_OTHERS = """Sent|Date|To|Cc|Bcc|Reply-To|Importance|Sent by|Attachments|Received|Author|Gesendet|Gesendet am|Datum|An|
    Antwort an|Kopie|Envoyé|Envoyé le|À|A|Copie|Enviado|Enviado el|Fecha|Para|Inviato|Data|Verzonden|Aan|Enviada em|
    Skickat|Till|Sendt|Til|Wysłano|Do|Отправлено|Кому|Дата"""
_FIELD = r"[\s*_>|]*+"
QUOTE_HEADER = re.compile(_FIELD + _either(f"{_FROM}|{_SUBJECT}|{_OTHERS}") + r"\s*:", re.IGNORECASE)
QUOTE_FROM = re.compile(_FIELD + _either(_FROM) + r"\s*:\*?\s*\S", re.IGNORECASE)
QUOTE_SUBJECT = re.compile(_FIELD + _either(_SUBJECT) + r"\s*:", re.IGNORECASE)
HEADER_STARTS = frozenset(word[:2] for word in (*_FROM.split("|"), *_SUBJECT.split("|"), "To", "An", "À", "Date"))

# "-----Original Message-----", "---------- Forwarded message ---------", "----- Forwarded by Bo Berg on 3/5/2024 ----".
QUOTE_BANNER = re.compile(
    r"[\s>*]*+[-_=*]{2,}+\s*+"
    + _either(
        """Original[- ]Message|Original Appointment|Original|Forwarded|Forwarded message|Forwarded by|
        Begin forwarded message|Reply message|Reply Separator|Start of forwarded message|Inline attachment follows|
        Ursprüngliche Nachricht|Ursprüngliche E-Mail|Originalnachricht|Original-Nachricht|Weitergeleitete Nachricht|
        Message d'origine|Message original|Message initial|Message transféré|Courriel d'origine|
        Mensaje original|Mensaje reenviado|Messaggio originale|Messaggio inoltrato|Mensagem original|
        Mensagem encaminhada|Oorspronkelijk bericht|Oorspronkelijke bericht|
        Doorgestuurd bericht|Ursprungligt meddelande|Original besked|Oprindelig meddelelse|
        Opprinnelig melding|
        Oryginalna wiadomość|Wiadomość oryginalna|
        Исходное сообщение|Пересылаемое сообщение"""
    )
    + r"[^\n]{0,160}$",
    re.IGNORECASE,
)
QUOTE_BANNER_BARE = re.compile(
    _either(
        """Begin forwarded message|Anfang der weitergeleiteten Nachricht|Anfang der weitergeleiteten E-Mail|
        Début du message réexpédié|Début du message transféré|Inicio del mensaje reenviado|Inizio messaggio inoltrato"""
    )
    + r"\s*:$",
    re.IGNORECASE,
)
QUOTE_END = re.compile(
    r"[\s>]*+[-=]{2,}+\s*+(?:End (?:of )?(?:the )?(?:forwarded|original)|Ende der weitergeleiteten)", re.IGNORECASE
)

# One short line below everything the writer wrote; with a comma or a full stop it would be a sentence about a desk.
_THING = r"[\w'’+ -]{2,40}"
MOBILE_SIGNATURE = re.compile(
    _either(
        rf"""Sent (?:from|via|with|using) (?:(?:my|a|an|the) )?{_THING}|Sent from Outlook(?: [<(\[]?https?://\S+)?|
        Get Outlook for (?:iOS|Android)(?:\s*[<(\[]?https?://\S+)?|
        Von mein\w* {_THING} gesendet|Gesendet (?:von|mit) (?:(?:mein\w*|der) )?{_THING}|
        Diese Nachricht wurde von mein\w* {_THING} gesendet|Envoyé (?:de|depuis|à partir de) (?:(?:mon|ma) )?{_THING}|
        Enviado (?:desde|do|de) (?:(?:mi|meu) )?{_THING}|Inviato da(?:l mio)? {_THING}|
        (?:Verstuurd|Verzonden) vanaf (?:mijn )?{_THING}|Skickat från min {_THING}|Sendt fra min {_THING}|
        Wysłane z {_THING}|Отправлено с {_THING}"""
    )
    + r"$",
    re.IGNORECASE,
)
MOBILE_STARTS = frozenset(("Se", "Ge", "Vo", "Di", "En", "In", "Ve", "Sk", "Wy", "От"))

CLOSINGS = re.compile(
    _either(
        """(?:(?:with )?(?:(?:my|our) )?(?:best|kind|kindest|warm|warmest|many|
        cordial) )?(?:personal )?(?:regards|wishes)|best|warmest|kindest|yours|all the best|cheers|love|take care|
        (?:(?:yours|most) )?(?:sincerely|faithfully|truly|cordially|respectfully|very truly)(?: yours)?|
        mit (?:freundlichen|besten|lieben|herzlichen|vielen|sonnigen) gr(?:ü|ue)(?:ß|ss)en|mfg|lg|vg|gru(?:ß|ss)|
        (?:viele|liebe|beste|herzliche|freundliche|sch(?:ö|oe)ne) gr(?:ü|ue)(?:ß|ss)e(?: aus \\w{2,20})?|
        (?:(?:bien|très) )?cordialement|amicalement|cdlt|sinc(?:è|e)res salutations|bien à vous|
        (?:(?:un|muchos) )?(?:saludos?|abrazos?)(?: cordiales)?|atentamente|(?:(?:cordiali|distinti) )?saluti|
        (?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|(?:com os melhores )?cumprimentos|
        atenciosamente|(?:med )?v(?:ä|e)nlig(?:a)? h(?:ä|i)ls(?:ning|ningar|en)|mvh|(?:z )?pozdrawiam|с уважением"""
    )
    + r"\s*[,.!]?$",
    re.IGNORECASE,
)
_CLOSING_WORDS = """with my our best kind warm many cordial regards wishes yours all cheers love take most sincerely
    faithfully truly respectfully very mit mfg lg vg viele liebe beste herzliche freundliche schöne schoene gruß gruss
    bien très cordialement amicalement cdlt sincères un muchos saludos abrazos atentamente cordiali distinti saluti met
    vriendelijke hartelijke groet com cumprimentos atenciosamente med vänlig mvh z pozdrawiam с"""
CLOSING_STARTS = frozenset(
    start for word in _CLOSING_WORDS.split() for start in (word[:2], word[:2].capitalize(), word[:2].upper())
)
