"""Tables of words: which local parts belong to a desk, which to a machine, and which web sites carry accounts."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A desk: somebody answers, but not always the same person (RFC 2142, and the signs of firms; en, de, fr, es, it, nl).
ROLE_WORDS = _words(
    """
    abuse accounting accounts accountspayable accountsreceivable admin administration administrator admissions
    advertising all allhands apply archive board booking bookings brand business campaign careers committee
    community compliance concierge contact contactus copyright council customercare customerservice
    customersupport datenschutz dataprotection desk donations dpo editor editorial editors enquiries enquiry
    events everyone facilities faculty feedback finance frontdesk fundraising general gdpr group headoffice
    hello help helpdesk hostmaster hr humanresources info information inquiries inquiry investors invoice
    invoices it jobs kitchen legal library licensing list maintenance management manager marketing media
    membership members moderator newsdesk office officemanager operations ops order orders parents partners
    partnerships payments payroll people permissions postmaster pr president press privacy procurement
    production programme projects publicrelations purchasing reception recruiting recruitment registrar
    registration rentals reservations residents returns rsvp sales school secretary security service services
    shop sponsorship staff store studio submissions subscriptions support talent team tech techsupport tickets
    tours training treasurer trustees visit volunteer volunteers warranty webmaster welcome wholesale workshop
    anfrage anfragen anmeldung ausbildung auskunft beratung bestellung bestellungen bewerbung bewerbungen
    buchhaltung buero bureau büro einkauf empfang gemeinde geschaeftsfuehrung geschaeftsstelle geschäftsstelle
    hausverwaltung impressum kanzlei kasse kontakt kundenservice kundendienst leitung mitglieder
    mitgliederverwaltung personal personalabteilung praxis presse rechnung rechnungen redaktion reservierung
    rezeption schriftfuehrer schule sekretariat termine veranstaltungen vermietung versand vertrieb verwaltung
    vorstand werkstatt zentrale abonnement abonnements accueil adherents administratif assistance assistante
    atelier boutique candidature candidatures cabinet commande commandes commercial communication comptabilite
    comptabilité direction emploi facturation factures formation inscription inscriptions mairie presidence
    recrutement redaction rédaction renseignements rh secretariat secrétariat serviceclient standard vente
    ventes administracion administración asistencia atencion atencionalcliente ayuda centro ciudadano clientes
    comercial compras comunicacion comunicación contabilidad contacto correo direccion dirección empleo
    facturacion facturación hola informacion información oficina pedidos prensa recepcion recepción
    recursoshumanos reservas rrhh secretaria secretaría seleccion servicios soporte taller tienda ventas
    amministrazione assistenza contatti prenotazioni segreteria ufficio administratie klantenservice verkoop
    """
)

# With one of these in front, anything may follow and it still is a desk: info-berlin, support.emea, sales_uk.
ROLE_OPENERS = _words("info support sales kontakt service office helpdesk team billing")

# Words that narrow a desk without making it a person: customer-service, team.support, info-de.
ROLE_QUALIFIERS = _words(
    """
    and the our your us uk eu de fr es it nl at ch ca au nz in int intl emea apac global world europe america
    online web customer client clients user general head main central public human resources relations first new
    global tech technical product data student students alumni member group department dept center centre line
    mail email
    """
)

# Nobody reads what is sent there. Compared with the whole local part, letters only.
MACHINE_WORDS = _words(
    """
    noreply noreplay donotreply dontreply noresponse norespond autoreply automail automailer autoresponder
    autoconfirm autorespond automated nicht antworten nichtantworten keineantwort keineantworten
    bittenichtantworten antwortenichtmoeglich nepasrepondre nepasrépondre sansreponse noresponder noresponda
    norespondas nocontestar sinrespuesta naoresponda nonrispondere nietantwoorden svarainte mailerdaemon mailer
    daemon maildaemon bounce bounces bounced undeliverable deliverystatus 
    notification notifications notificacion notificaciones benachrichtigung benachrichtigungen
    notify notifier notice notices alert alerts alerte alertes alertas reminder reminders erinnerung updates
    update digest newsletter newsletters news mailing mailings mailinglist listserv majordomo mailman lists
    subscribe unsubscribe subscriptions nobody devnull null root system sysadmin cron crond www wwwdata apache
    nginx jenkins gitlab github bot robot robots receipt receipts statements estatement verify
    verification securityalert calendar scan scanner printer copier fax voicemail
    messenger invitations invitation invite invites confirm confirmation
    """
)

# First or last word of a longer local part: calendar-notification, bounces-123, jira-alerts, list-unsubscribe.
MACHINE_EDGES = _words(
    """
    noreply donotreply dontreply notification notifications notify bounce bounces daemon alert alerts newsletter
    newsletters unsubscribe subscribe digest autoreply automated autoconfirm verification mailinglist listserv
    """
)

# First label of a domain behind which only machines write.
MACHINE_HOSTS = _words("bounce bounces noreply no-reply notification notifications notify reply mailer unsubscribe")

# Where the account of a person stands in the address of a page: host -> (service, what stands before the name).
ACCOUNT_SITES: dict[str, tuple[str, str]] = {
    "linkedin.com": ("linkedin", "in/"),
    "xing.com": ("xing", "profile/"),
    "facebook.com": ("facebook", ""),
    "fb.com": ("facebook", ""),
    "instagram.com": ("instagram", ""),
    "threads.net": ("threads", "@"),
    "twitter.com": ("x", ""),
    "x.com": ("x", ""),
    "github.com": ("github", ""),
    "gitlab.com": ("gitlab", ""),
    "t.me": ("telegram", ""),
    "telegram.me": ("telegram", ""),
    "bsky.app": ("bluesky", "profile/"),
    "tiktok.com": ("tiktok", "@"),
    "youtube.com": ("youtube", "@"),
    "reddit.com": ("reddit", "user/"),
    "flickr.com": ("flickr", "people/"),
    "orcid.org": ("orcid", ""),
}

# First words of a path that are pages of the site, never a person.
SITE_PAGES = _words(
    """
    about account ads apps blog company contact dir events explore feed features groups hashtag help home in
    intent jobs legal login marketplace messages orgs pages p photo photos pricing privacy profile profile.php
    reel school search settings share sharer sharer.php signup status story terms topics watch
    """
)

# Other names of a service, as address books write them.
SERVICE_ALIASES: dict[str, str] = {
    "twitter": "x",
    "jabber": "xmpp",
    "google-talk": "xmpp",
    "googletalk": "xmpp",
    "gtalk": "xmpp",
    "hangouts": "xmpp",
    "aol": "aim",
    "msn": "msn",
    "msnim": "msn",
    "windows-live": "msn",
    "yahoo": "yahoo",
    "ymsgr": "yahoo",
    "gadugadu": "gadu-gadu",
    "gg": "gadu-gadu",
    "sina-weibo": "weibo",
    "sinaweibo": "weibo",
    "tg": "telegram",
    "fb": "facebook",
    "ig": "instagram",
    "gh": "github",
}

SERVICE_NAMES: dict[str, str] = {
    "aim": "AIM",
    "bluesky": "Bluesky",
    "facebook": "Facebook",
    "gadu-gadu": "Gadu-Gadu",
    "github": "GitHub",
    "gitlab": "GitLab",
    "icq": "ICQ",
    "linkedin": "LinkedIn",
    "msn": "MSN",
    "orcid": "ORCID",
    "qq": "QQ",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "x": "X",
    "xmpp": "XMPP",
    "youtube": "YouTube",
}
