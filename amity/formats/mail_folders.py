"""Which of the few folders that matter a mailbox folder is, in the languages mail programs speak."""

import re

_NAMES = {
    "sent": (
        "sent|sent items|sent mail|sent messages|gesendet|gesendete objekte|gesendete elemente|gesendete nachrichten|"
        "envoyes|envoyés|éléments envoyés|messages envoyés|enviados|elementos enviados|correo enviado|itens enviados|"
        "posta inviata|inviata|inviati|verzonden|verzonden items|verzonden berichten|skickat|skickade|sendt|sende|"
        "wysłane|odeslané|отправленные|outbox|_sent_mail|'sent mail|all sent"
    ),
    "drafts": "draft|drafts|entwürfe|brouillons|borradores|rascunhos|bozze|concepten|utkast|kladder|szkice|черновики",
    "trash": (
        "trash|deleted|deleted items|deleted messages|bin|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|"
        "corbeille|éléments supprimés|"
        "papelera|elementos eliminados|lixeira|cestino|prullenbak|verwijderde items|kosz|корзина"
    ),
    "spam": (
        "spam|junk|junk e-mail|junk email|bulk mail|unerwünscht|"
        "courrier indésirable|correo no deseado|posta indesiderata"
    ),
    "inbox": (
        "inbox|posteingang|boîte de réception|bandeja de entrada|posta in arrivo|postvak in|caixa de entrada|входящие"
    ),
}
_KNOWN = {name: folder for folder, names in _NAMES.items() for name in names.split("|")}
_LEVELS = re.compile(r"[\\/]|(?<=\w)\.(?=\w)|^\.")
_ENDING = re.compile(r"\.(?:mbox|mbx|mbs|mboxrd|eml|gz|txt|msf|sbd)$")
_EDGES = " '\"[]_"


def known_folder(name: str) -> str:
    """ "sent", "inbox", "drafts", "trash", "spam" for a folder's or mbox file's name ("INBOX.Sent Items"), else ""."""
    name = name.strip().lower()
    while _ENDING.search(name):
        name = _ENDING.sub("", name)
    for level in reversed(_LEVELS.split(name)):
        folder = _KNOWN.get(level.strip(_EDGES))
        if folder:
            return folder
    return ""


def folder_of_labels(labels: str) -> str:
    """The folder that Gmail's labels ("Inbox,Important,Sent") amount to; what was sent is sent whatever else it is."""
    found = {known_folder(label) for label in labels.split(",")}
    for folder in ("sent", "drafts", "spam", "trash", "inbox"):
        if folder in found:
            return folder
    return ""
