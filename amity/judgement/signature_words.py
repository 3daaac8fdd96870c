"""Tables of words by which a mail signature is read: titles, workplaces, labels of numbers, and what is small print."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# One of these, folded, makes a short line of a signature a title.
TITLES = _words(
    """
    accountant actor actuary administrator adviser advisor analyst apprentice architect artist assistant
    associate attorney auditor baker barrister bookkeeper builder buyer captain caretaker carpenter ceo cfo
    chair chairman chairperson chairwoman chancellor chaplain chef chemist chief clerk coach cofounder
    co-founder commissioner conductor conservator consultant controller coo coordinator co-ordinator copywriter
    counsel counsellor cto curator dean dentist deputy designer developer dietitian director doctor economist
    editor educator electrician engineer executive facilitator fellow founder fundraiser gardener geologist gp
    graphic headmaster headmistress headteacher illustrator inspector instructor intern journalist judge
    landscaper lawyer lead lecturer librarian maintainer manager mechanic mediator midwife minister musician
    notary nurse nutritionist officer optician organiser organizer owner painter paralegal partner pastor
    pharmacist photographer physician physicist physiotherapist pianist planner plumber postdoc potter president
    principal producer professor programmer psychologist psychotherapist receptionist recruiter registrar
    reporter representative researcher scientist secretary sergeant social-worker solicitor specialist
    statistician strategist student supervisor surgeon surveyor tailor teacher technician therapist trainer
    translator treasurer trustee tutor undertaker vet veterinarian vice-president vp warden writer
    abteilungsleiter abteilungsleiterin apotheker apothekerin arzt arztin assistentin assistenz berater
    beraterin buchhalter buchhalterin dozent dozentin entwickler entwicklerin erzieher erzieherin fotograf
    fotografin gartner gartnerin geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung hausmeister ingenieur
    ingenieurin inhaber inhaberin journalistin juristin jurist kauffrau kaufmann lehrer lehrerin leiter leiterin
    leitung meister meisterin mitarbeiter mitarbeiterin pfarrer pfarrerin prasident prasidentin professorin
    projektleiter projektleiterin prokurist prokuristin rechtsanwalt rechtsanwaltin redakteur redakteurin
    referent referentin sachbearbeiter sachbearbeiterin sekretarin softwareentwickler softwareentwicklerin
    steuerberater steuerberaterin teamleiter teamleiterin therapeutin tierarzt tierarztin tischler ubersetzer
    ubersetzerin vertriebsleiter vorsitzende vorsitzender vorstand wissenschaftler wissenschaftlerin adjoint
    adjointe architecte associe associee avocat avocate chargee charge chercheur chercheuse coordinateur
    coordinatrice directeur directrice enseignant enseignante fondateur fondatrice gerant gerante infirmier
    infirmiere ingenieure medecin presidente redacteur redactrice responsable traducteur traductrice tresorier
    tresoriere abogada abogado arquitecta arquitecto coordinador coordinadora directora gerente ingeniera
    ingeniero investigador investigadora jefa jefe medica medico profesor profesora traductor traductora
    """
)

# In a name of these a workplace is meant.
WORKPLACES = _words(
    """
    academy association bakery bank charity church clinic college company council department faculty foundation
    garage gallery group hospital institute laboratory library ministry museum nursery orchestra parish
    partnership practice press school society studio studios surgery theatre trust university akademie amt
    bibliothek gesellschaft gymnasium hochschule institut kanzlei klinik klinikum krankenhaus ministerium praxis
    schule stadtwerke stiftung technische universitat verein verlag academie association bibliotheque cabinet
    clinique ecole hopital lycee mairie ministere universite asociacion clinica escuela fundacion hospital
    instituto universidad
    """
)

PHONE_LABELS = _words(
    """
    t tel telephone telefon telefono phone ph p fon m mob mobile mobil movil cell handy portable direct
    durchwahl office o w
    """
)
FAX_LABELS = _words("f fax telefax faksimile fx")

# Numbers on such a line are no telephone numbers, and names on it are not the writer's.
NUMBER_LINES = _words(
    """
    vat ust ust-id ust-idnr ustid steuernummer iban bic swift hrb hra amtsgericht registergericht
    handelsregister siret siren rcs tva nif cif abn acn ein kvk account konto kontonummer blz registered
    registration reg company-no charity-no sitz
    """
)

# From a line with one of these on, a signature is small print.
SMALL_PRINT = (
    "confidential",
    "vertraulich",
    "disclaimer",
    "intended recipient",
    "intended solely",
    "this e-mail",
    "this email",
    "this message",
    "diese e-mail",
    "diese nachricht",
    "ce message",
    "ce courriel",
    "este mensaje",
    "este correo",
    "think before",
    "consider the environment",
    "sent from",
    "sent with",
    "sent via",
    "get outlook",
    "gesendet von",
    "von meinem",
    "envoye de",
    "enviado desde",
    "unsubscribe",
    "abbestellen",
    "desabonner",
    "mailing list",
    "mailingliste",
    "liste de diffusion",
    "list maintainer",
    "listinfo",
    "wrote:",
    "schrieb:",
    "a ecrit :",
    "escribio:",
)

# Providers of mailboxes: their domain says nothing about where somebody works.
MAIL_PROVIDERS = _words(
    """
    aol att bluewin btinternet comcast fastmail free freenet gmail gmx googlemail hey hotmail icloud laposte
    libero live mac mail mailbox me msn orange outlook pm posteo proton protonmail qq rocketmail sbcglobal
    seznam t-online tutanota verizon virgilio wanadoo web yahoo yandex ymail zoho
    """
)

# Pages of programs and meetings, not of people.
FOREIGN_HOSTS = _words(
    """
    aka.ms apple.com google.com microsoft.com teams.microsoft.com zoom.us goo.gl bit.ly avast.com avg.com
    """
)
