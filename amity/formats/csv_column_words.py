"""What people and programs write above the columns of an address book, in English, German, French and Spanish.

A header is compared without accents, signs and digits, in small letters, and without the words that say where an
entry is used (USES) or that say nothing (SILENT): "Téléphone 2 (bureau)" is "telephone", of use "work".
"""

from amity.formats.csv_fields import Field


def _named(table: dict[Field, str]) -> dict[str, Field]:
    return {name.strip(): field for field, names in table.items() for name in names.split("/")}


HEADERS = _named(
    {
        Field.NAME: "name/nom/nombre/full name/fullname/display name/contact name/contact/person/who/file as/your name"
        "/vollstandiger name/anzeigename/kontakt/person name/nom complet/nom affiche/nombre completo"
        "/nombre y apellidos/nombre y apellido/nom et prenom/prenom et nom/vor und nachname/name vorname",
        Field.GIVEN: "first name/firstname/given name/forename/first/given/vorname/rufname/prenom/nombre de pila"
        "/primer nombre/nombres/fname",
        Field.MIDDLE: "middle name/middlename/additional name/second name/weitere vornamen/zweiter vorname"
        "/deuxieme prenom/autres prenoms/segundo nombre/middle",
        Field.FAMILY: "last name/lastname/surname/family name/last/family/nachname/familienname/zuname"
        "/nom de famille/nom famille/apellidos/apellido/lname",
        Field.PREFIX: "name prefix/prefix/salutation/honorific/anrede/civilite/tratamiento/akademischer titel",
        Field.SUFFIX: "suffix/name suffix/generation/namenszusatz/suffixe/sufijo",
        Field.CALLED: "nickname/nick name/nick/called/spitzname/surnom/apodo/alias/preferred name/goes by",
        Field.SOUNDS: "given yomi/surname yomi/yomi name/given name yomi/family name yomi/phonetic name"
        "/phonetic first name/phonetic last name/phonetic middle name/additional name yomi",
        Field.MAIL: "email/e mail/mail/email address/e mail address/mail address/emails/email addresses/e mails"
        "/e mail adresse/email adresse/mailadresse/courriel/adresse courriel/adresse e mail/adresse email"
        "/adresse mail/adresse messagerie/adresse electronique/adresse courrier/correo/correo electronico"
        "/direccion correo electronico/direccion correo/direccion email/email id/contact email/primary email"
        "/email value/mail value",
        Field.PHONE: "phone/phone number/telephone/telephone number/tel/tel no/tel nr/phones/phone numbers"
        "/cell/cellphone/cell phone/telefon/telefonnummer/rufnummer/telefonnr/handy/handynummer/mobilfunk"
        "/mobiltelefon/mobilnummer/mobil/mobile/mobile number/mobile phone/natel/portable/tel portable"
        "/numero telephone/telefono/numero telefono/movil/celular/telefono movil/telefono celular"
        "/autotelefon/haupttelefon/car phone/radio phone/radiotelephone/pager/fax/telefax/telecopie/fax number"
        "/faxnummer/telecopieur/primary phone/contact number/contact phone/phone value/callback/ruckmeldung"
        "/rappel/devolucion llamada/recepteur radiomessagerie/localizador/isdn/rnis/rdsi/telex/tty tdd phone"
        "/telefon horbehinderte/telephone tdd tty/telefono tty tdd/radiotelefono/company main phone/telefon firma"
        "/telephone societe/telefono principal/telephone principal/telefono compania/main phone",
        Field.WEB: "website/web site/web/web page/webpage/homepage/home page/url/site/blog/webseite/internetseite"
        "/internet/site web/page web/site internet/pagina web/sitio web/link/profile url/websites",
        Field.FIRM: "company/organization/organisation/employer/business/firm/company name/organization name"
        "/firma/unternehmen/arbeitgeber/firmenname/societe/entreprise/employeur/organisme/empresa/compania"
        "/organizacion/companies/current company/account name/business name",
        Field.DEPARTMENT: "department/organization department/abteilung/departement/service/departamento",
        Field.TITLE: "job title/position/role/occupation/job/organization title/funktion/jobtitel/stelle"
        "/stellenbezeichnung/fonction/poste/intitule poste/puesto/cargo/headline/current title",
        Field.TITLE_OR_PREFIX: "title/titel/titre/titulo",
        Field.ROLE: "profession/beruf/metier/profesion",
        Field.ADDRESS: "address/full address/postal address/mailing address/formatted address/address formatted"
        "/adresse/anschrift/postanschrift/adresse postale/adresse complete/direccion/direccion postal/domicilio"
        "/street address and city/mailing adresse",
        Field.STREET: "street/street address/address line/street line/strasse/strasse hausnummer"
        "/strasse und hausnummer/rue/calle/adresse ligne/address street/calle y numero",
        Field.BOX: "po box/address po box/postfach/boite postale/bp/apartado postal/apartado/case postale",
        Field.PLACE: "city/town/place/locality/location/city town/ort/stadt/wohnort/ville/localite/commune/lieu"
        "/ciudad/localidad/poblacion/address city/emplacement/ubicacion/lives in/based in/hometown",
        Field.REGION: "state/region/province/county/state province/bundesland/bundesland kanton/kanton"
        "/dep region/estado/provincia/estado o provincia/address state/departement region/etat",
        Field.CODE: "zip/zip code/zipcode/postal code/postcode/post code/plz/postleitzahl/code postal/codigo postal"
        "/cp/address zip/address postal code",
        Field.COUNTRY: "country/country region/land/land region/pays/pays region/pais/pais region/pais o region"
        "/address country",
        Field.BIRTHDAY: "birthday/birth date/birthdate/date of birth/dob/born/bday/geburtstag/geburtsdatum/geboren"
        "/date naissance/anniversaire/naissance/cumpleanos/fecha nacimiento/nacimiento/birth day",
        Field.ANNIVERSARY: "anniversary/wedding anniversary/jahrestag/hochzeitstag/anniversaire mariage"
        "/anniversaire mariage ou fete/aniversario",
        Field.NOTE: "notes/note/comments/comment/remarks/description/about/bio/additional info/memo/info"
        "/additional information/notizen/notiz/bemerkung/bemerkungen/anmerkungen/kommentar/beschreibung/remarques"
        "/commentaire/commentaires/notas/nota/comentarios/observaciones/descripcion/how we met/met/met at/context",
        Field.CIRCLES: "tags/tag/labels/label/groups/group/categories/category/lists/list/circles/circle"
        "/group membership/kategorien/kategorie/gruppen/gruppe/schlagworte/schlagworter/categorie/groupes/groupe"
        "/etiquettes/etiquetas/categorias/categoria/grupos/grupo/libelles",
        Field.RELATED: "spouse/partner/partenaire/conjoint e/conjoint/conyuge/pareja/ehepartner/children/kinder"
        "/enfants/hijos/assistant s name/name assistent/nom assistant e/nombre ayudante/assistant name/assistent"
        "/manager s name/manager/manager name/name des der vorgesetzten/name vorgesetzten/vorgesetzter"
        "/nom responsable/nombre director/referred by/empfohlen von/recommande par/referencia/introduced by",
        Field.CARES: "hobby/hobbies/interests/interest/hobbys/interessen/passe temps/loisirs/centres d interet"
        "/aficiones/aficion/intereses",
        Field.SPEAKS: "language/languages/sprache/sprachen/langue/langues/idioma/idiomas/lengua",
        Field.PRONOUNS: "pronouns/pronomen/pronoms/pronombres",
        # Told by programs of themselves, or of no use to anybody: kept with the card, not spoken of.
        Field.QUIET: "id/uid/key/row/no/nr/index/created/created at/updated/updated at/modified/photo/picture/image"
        "/avatar/gender/geschlecht/sexe/sexo/priority/prioritat/priorite/prioridad/private/privat/prive/privado"
        "/sensitivity/vertraulichkeit/critere diffusion/confidentialite/confidencialidad/initials/initialen"
        "/initiales/iniciales/mileage/reisekilometer/kilometrage/kilometraje/directory server/verzeichnisserver"
        "/serveur annuaire/servidor directorio/internet free busy/internet frei gebucht/disponibilite internet"
        "/disponibilidad internet/billing information/abrechnungsinformation/informations facturation/facturacion"
        "/informacion facturacion/account/konto/compte/cuenta/user/benutzer/utilisateur/usuario/keywords"
        "/stichworter/mots cles/palabras clave/e mail type/e mail typ/type messagerie/type courrier/email type"
        "/tipo correo electronico/e mail display name/e mail angezeigter name/nom complet adresse messagerie"
        "/nom complet adresse courrier/nombre mostrar correo electronico/nombre para mostrar correo electronico"
        "/government id number/regierungsnr/regierungs nr/code gouvernement/numero id gubernamental"
        "/organizational id number/organisationsnr/organisations nr/numero id organizacion/office location/buro"
        "/bureau/oficina/ubicacion oficina/subject/short name/maiden name/billing/symbol/source/type/status"
        "/numero identificacion organizacion/numero identificacion gobierno/company yomi/full name yomi"
        "/schedule for later/automatic/do not contact",
    }
)

ACCOUNTS = frozenset(
    (
        *("linkedin", "twitter", "x", "facebook", "instagram", "github", "gitlab", "mastodon", "bluesky", "telegram"),
        *("whatsapp", "signal", "skype", "xing", "threema", "matrix", "wechat", "discord", "tiktok", "youtube", "icq"),
    )
)
ACCOUNT_WORDS = frozenset(("url", "profile", "profil", "handle", "username", "account", "link", "page", "id", "perfil"))

# Where an entry is used, by the words that say so.
USES = {
    word: use
    for use, words in {
        "work": "business work office geschaftlich dienstlich beruflich buro bureau professionnel pro travail trabajo"
        " laboral oficina firmen arbeit",
        "home": "home private personal privat private domicile perso personnel personnelle prive casa domicilio"
        " particular hogar",
        "other": "other weitere weiteres weiterer weitere/r autre otro otra sonstige andere",
    }.items()
    for word in words.split()
}

# What the number itself is, by a word of its header.
SORTS = {
    word: sort
    for sort, words in {
        "mobile": "mobile cell cellphone mobil mobiltelefon mobilfunk mobilnummer handy handynummer natel portable"
        " movil celular",
        "fax": "fax telefax telecopie telecopieur faxnummer",
        "pager": "pager radiomessagerie localizador",
        "assistant": "assistant assistent ayudante",
        "car": "car autotelefon voiture coche",
        "main": "main haupttelefon principal primary",
        "company": "company firma societe compania",
        "callback": "callback ruckmeldung rappel devolucion",
    }.items()
    for word in words.split()
}

RELATIONS = {
    word: relation
    for relation, words in {
        "spouse": "spouse partner partenaire conjoint conyuge pareja ehepartner",
        "child": "children kinder enfants hijos",
        "assistant": "assistant assistent ayudante",
        "manager": "manager vorgesetzten vorgesetzter responsable director",
        "referred by": "referred empfohlen recommande referencia introduced",
    }.items()
    for word in words.split()
}

SILENT = frozenset(
    (
        *("of", "the", "de", "du", "des", "d", "del", "la", "le", "les", "l", "el", "der", "die", "das", "den", "fur"),
        *("para", "s", "r", "e", "value", "wert", "valeur"),
    )
)
