"""The words by which mail programs mark quotes and people close letters: en, de, fr, es, it, pt, nl, Nordic, pl, ru."""

import re


def _either(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


# "On Tue, 1 March 2024 at 10:02, Ada Lovelace <ada@…> wrote:" and how other languages begin and end it.
ATTRIBUTION_OPENERS = re.compile(
    r"[ \t(*_]*"
    + _either(
        "On", "At", "Am", "Em", "Le", "El", "Il", "Op", "Den", "W dniu", "Dnia", "Dne", "Em", "In", "Il giorno", "Quoting",
        "Zitat von", "Le", "Von", "Von:", "From:", "В", "---", "På", "Pe", "Na", "Um",
    )
    + r"\b[^\n]*",
)  # fmt: skip
ATTRIBUTION_VERBS = re.compile(
    r"(?:\b|(?<=[>\]\)]))"
    + _either(
        "wrote", "writes", "said", "schrieb(?:en)?", "écrit", "ecrit", "escribió", "escribio", "ha scritto", "scrisse",
        "schreef", "escreveu", "skrev", "kirjoitti", r"napisał(?:\(a\)|a)?", "napsal", "писал", "пишет", "написал", "写道",
    )
    + r"\b[^\n.!?]{0,120}:$",
    re.IGNORECASE,
)  # fmt: skip

# The header block that Outlook, Lotus Notes and web mail put above a quoted message.
_FROM_WORDS = ("From", "Von", "De", "Da", "Van", "Från", "Fra", "Od", "От", "Lähettäjä")
_OTHER_WORDS = (
    "Sent", "Date", "To", "Cc", "Bcc", "Subject", "Reply-To", "Importance", "Sent by", "Attachments", "Received",
    "Gesendet", "Gesendet am", "Datum", "An", "Betreff", "Antwort an", "Kopie",
    "Envoyé", "Envoyé le", "À", "A", "Objet", "Sujet", "Copie",
    "Enviado", "Enviado el", "Fecha", "Para", "Asunto", "CC",
    "Inviato", "Data", "Oggetto", "Verzonden", "Aan", "Onderwerp", "Enviada em", "Assunto",
    "Skickat", "Till", "Ämne", "Sendt", "Til", "Emne", "Wysłano", "Do", "Temat", "Отправлено", "Кому", "Тема", "Дата",
)  # fmt: skip
HEADER_OPENERS = (*_FROM_WORDS, "To", "An", "À", "Date")
QUOTE_HEADER = re.compile(
    r"[\s*_>|]*+" + _either(*_FROM_WORDS, *_OTHER_WORDS) + r"\s*:(?:\*+)?(?=\s|$|\*|\S)", re.IGNORECASE
)
QUOTE_FROM = re.compile(r"[\s*_|]*+" + _either(*_FROM_WORDS) + r"\s*:\*?\s*\S", re.IGNORECASE)
QUOTE_SUBJECT = re.compile(
    r"[\s*_|]*+" + _either("Subject", "Betreff", "Objet", "Sujet", "Asunto", "Oggetto", "Onderwerp", "Assunto", "Ämne", "Emne",
    "Temat", "Тема") + r"\s*:", re.IGNORECASE,
)  # fmt: skip

# "-----Original Message-----", "---------- Forwarded message ---------", "----- Forwarded by Bo Berg on 03/05/2024 -----".
QUOTE_BANNER = re.compile(
    r"[\s>*]*+[-_=*]{2,}+\s*+"
    + _either(
        "Original[- ]Message", "Original[- ]Appointment", "Original", "Forwarded message", "Forwarded by", "Begin forwarded message",
        "Reply message", "Reply Separator", "Inline attachment follows", "Start of forwarded message", "Forwarded",
        "Ursprüngliche Nachricht", "Ursprüngliche E-Mail", "Originalnachricht", "Original-Nachricht", "Weitergeleitete Nachricht",
        "Message d'origine", "Message original", "Message transféré", "Message initial", "Courriel d'origine",
        "Mensaje original", "Mensaje reenviado", "Messaggio originale", "Messaggio inoltrato", "Mensagem original",
        "Mensagem encaminhada", "Oorspronkelijk bericht", "Oorspronkelijke bericht", "Doorgestuurd bericht",
        "Ursprungligt meddelande", "Original besked", "Oprindelig meddelelse", "Opprinnelig melding", "Oryginalna wiadomość",
        "Wiadomość oryginalna", "Исходное сообщение", "Пересылаемое сообщение",
    )
    + r"[^\n]{0,160}$",
    re.IGNORECASE,
)  # fmt: skip
QUOTE_BANNER_BARE = re.compile(
    r"(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|"
    r"Inicio del mensaje reenviado|Inizio messaggio inoltrato)\s*:$",
    re.IGNORECASE,
)
QUOTE_END = re.compile(
    r"[\s>]*+[-=]{2,}+\s*+(?:End (?:of )?(?:the )?(?:forwarded|original)|Ende der weitergeleiteten)", re.IGNORECASE
)

# One line, short, below everything the writer wrote; with a comma or a full stop it is a sentence about a desk.
MOBILE_SIGNATURE = re.compile(
    _either(
        r"Sent (?:from|via|with|using)(?: my| a| an| the)?(?: [\w'’+-]+){1,6}",
        r"Sent (?:from|by) (?:my )?[\w'’ -]{2,40} (?:device|phone|mobile|wireless|handheld)",
        r"Get Outlook for (?:iOS|Android)(?:\s*[<(\[]?https?://\S+)?", r"Sent from Outlook(?:\s*[<(\[]?https?://\S+)?",
        r"Von mein\w* [\w'’ -]{2,40} gesendet", r"Gesendet (?:von|mit)(?: mein\w*| der)? [\w'’ -]{2,40}",
        r"Diese Nachricht wurde von mein\w* [\w'’ -]{2,60} gesendet",
        r"Envoyé (?:de|depuis|à partir de)(?: mon| ma)? [\w'’ -]{2,40}", r"Enviado (?:desde|do|de)(?: mi| meu)? [\w'’ -]{2,40}",
        r"Inviato da(?:l mio)? [\w'’ -]{2,40}", r"Verstuurd vanaf (?:mijn )?[\w'’ -]{2,40}", r"Verzonden vanaf (?:mijn )?[\w'’ -]{2,40}",
        r"Skickat från min [\w'’ -]{2,40}", r"Sendt fra min [\w'’ -]{2,40}", r"Wysłane z [\w'’ -]{2,40}", r"Отправлено с [\w'’ -]{2,40}",
    )
    + r"$",
    re.IGNORECASE,
)  # fmt: skip

CLOSINGS = re.compile(
    _either(
        r"(?:(?:with )?(?:my |our )?(?:best|kind(?:est)?|warm(?:est)?|many|cordial)\s+)?(?:personal )?(?:regards|wishes)(?: from [\w ]{2,20})?",
        r"(?:best|warmest|kindest|yours|all the best|cheers|love|take care)",
        r"(?:yours |most )?(?:sincerely|faithfully|truly|cordially|respectfully|very truly)(?: yours)?",
        r"mit (?:freundlichen|besten|lieben|herzlichen|vielen|sonnigen)\s+gr(?:ü|ue)(?:ß|ss)en", r"mfg", r"lg", r"vg", r"bg",
        r"(?:viele|liebe|beste|herzliche|freundliche|sch(?:ö|oe)ne)\s+gr(?:ü|ue)(?:ß|ss)e(?: aus [\w ]{2,20})?", r"gru(?:ß|ss)",
        r"(?:bien )?(?:cordialement|amicalement|à vous)", r"(?:bien|très) cordialement", r"cdlt", r"sinc(?:è|e)res salutations",
        r"(?:un |muchos )?(?:saludos?|abrazos?)(?: cordiales)?", r"atentamente", r"(?:cordiali|distinti) saluti", r"saluti",
        r"(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?", r"groet(?:en|jes)?", r"(?:com os melhores )?cumprimentos", r"atenciosamente",
        r"(?:med )?v(?:ä|e)nlig(?:a)? h(?:ä|i)ls(?:ning|ningar|en)", r"mvh", r"(?:z )?pozdrawiam", r"с уважением",
    )
    + r"\s*[,.!]?$",
    re.IGNORECASE,
)  # fmt: skip
CLOSING_STARTS = frozenset(
    two for word in ["with", "my", "our", "best", "kind", "warm", "many", "cordial", "regards", "wishes", "yours", "all", "cheers", "love", "take", "most", "sincerely", "faithfully", "truly", "respectfully", "very", "mit", "mfg", "lg", "vg", "bg", "viele", "liebe", "beste", "herzliche", "freundliche", "schöne", "schoene", "gruß", "gruss", "bien", "cordialement", "amicalement", "très", "cdlt", "sincères", "un", "muchos", "saludos", "abrazos", "atentamente", "cordiali", "distinti", "saluti", "met", "vriendelijke", "hartelijke", "groet", "com", "cumprimentos", "atenciosamente", "med", "vänlig", "mvh", "z", "pozdrawiam", "с"] for two in (word[:2], word[:2].capitalize(), word[:2].upper())
)  # fmt: skip
MOBILE_STARTS = frozenset(["Se", "Ge", "Vo", "Di", "En", "In", "Ve", "Sk", "Wy", "От"])
