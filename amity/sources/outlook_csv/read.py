"""Outlook's contacts as CSV, as the program and the web write them, in English, German, French and Spanish."""

from collections.abc import Sequence

from amity.formats.csv_columns import column_of, is_address_book, words_of
from amity.formats.csv_tables import find_table
from amity.sources.csv_files import Begun, CsvSource, Head, one_file, told
from amity.sources.csv_people import begun_by_columns

NOT_OUTLOOK = "It is not a CSV file of Outlook's contacts."
FEWEST_MARKS = 3  # of the columns that nobody but Outlook writes

_MARKS = frozenset(
    name.strip()
    for names in (
        # English
        "e mail type/e mail display name/callback/tty tdd phone/isdn/directory server/mileage/internet free busy",
        "organizational id number/government id number/sensitivity/referred by/billing information/company main phone",
        "given yomi/surname yomi/assistant s phone/business address po box/home address po box/other address po box",
        # German
        "e mail typ/e mail angezeigter name/ruckmeldung/telefon fur horbehinderte/verzeichnisserver/autotelefon",
        "internet frei gebucht/abrechnungsinformation/reisekilometer/vertraulichkeit/empfohlen von/organisationsnr",
        "regierungsnr/telefon assistent/telefon firma/haupttelefon",
        # French
        "type de messagerie/type de courrier/rappel/rnis/recepteur de radiomessagerie/telephone societe/kilometrage",
        "nom complet de l adresse de messagerie/nom complet de l adresse de courrier/disponibilite internet",
        "informations facturation/serveur annuaire/radiotelephone/telephone tdd tty",
        # Spanish
        "tipo de correo electronico/nombre para mostrar del correo electronico",
        "nombre de pantalla del correo electronico/telefono del ayudante/devolucion de llamada/rdsi",
        "servidor de directorio/disponibilidad de internet",
        "informacion de facturacion/kilometraje/telefono tty tdd/localizador",
    )
    for name in names.split("/")
)


def recognise(path: str, head: bytes) -> str | None:
    """ "Contacts, 214 rows (Outlook CSV), 81 KB"."""
    return told(_SOURCE, path, head, "Contacts", "Outlook CSV")


def _is_header(cells: Sequence[str]) -> bool:
    marks = {" ".join(words_of(cell)) for cell in cells} & _MARKS
    return len(marks) >= FEWEST_MARKS and is_address_book([column_of(cell) for cell in cells])


def _begin(head: Head) -> Begun | None:
    table = find_table(head.content, _is_header, whole=head.whole)
    return begun_by_columns(table, head) if table else None


_SOURCE = CsvSource(_begin, one_file, lambda head: NOT_OUTLOOK)
read, sample, count = _SOURCE.read, _SOURCE.sample, _SOURCE.count
