"""The normal forms of everything that reaches a person; used wherever an address enters Amity.

mail     `jane@example.org`: lower case, bare, international domains in their ASCII form
phone    `+442079460123` (E.164), with `;ext=12` where an extension was written; without "+" when the country is unknown
web      `https://jane.example/about`: always https, host in lower case, no slash at the end
account  `linkedin:jane-doe`: service, colon, name
"""

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from amity.formats.address_words import ACCOUNT_SITES, SERVICE_ALIASES, SERVICE_NAMES, SITE_PAGES
from amity.formats.mailboxes import is_machine_address, is_role_address, same_mailbox
from amity.formats.plain_phones import plain_phone

__all__ = [
    "account_handle",
    "account_of_page",
    "is_machine_address",
    "is_role_address",
    "mail_handle",
    "mailto",
    "phone_handle",
    "same_mailbox",
    "shown_handle",
    "tel",
    "web_handle",
]

LONGEST_MAIL = 320  # characters: 64 + "@" + 255, RFC 5321 4.5.3.1
LONGEST_PHONE = 80  # characters, extension and punctuation included
LONGEST_WEB = 320  # characters; longer ones are queries, not places
LONGEST_ACCOUNT = 200  # characters
FEWEST_DIGITS = 3  # "112" reaches somebody, "12" does not
FEWEST_NATIONAL_DIGITS = 5  # shorter ones, as "112", are dialled as they are, in every country

_PLAIN_MAIL = re.compile(r"[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*")
_ANY_MAIL = re.compile(
    r"""(?P<local>[^\s"'<>()\[\],;:@\\\x00-\x1f\x7f][^\s"<>()\[\],;:@\\\x00-\x1f\x7f]*|"[^"\\\x00-\x1f\x7f]+")"""
    r"""@(?P<domain>[^\s"'<>()\[\],;:@\\/?\#%&=\x00-\x1f\x7f]+|\[[0-9a-f.:]+\])"""
)
_DOT_ATOM = re.compile(r"[^\s\"<>()\[\],;:@\\.]+(?:\.[^\s\"<>()\[\],;:@\\.]+)*")
_MAIL_EDGES = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\ufeff'`\u2018\u2019\u201c\u201d.,;:"
_HOST = re.compile(r"(?:[^\s./:?#@\\<>\"'%]+\.)+[^\s./:?#@\\<>\"'%]{2,}|localhost")
_PHONE_SIGNS = re.compile(r"[+0-9]")
_LETTERS_IN_A_ROW = re.compile(r"[^\W\d_]{4,}")
_EXTENSION = re.compile(r"\s*(?:;ext=|extension|ext\.?|durchwahl|dw\.?|x|#)\s*([0-9]{1,7})\s*$", re.IGNORECASE)
_NORMAL_PHONE = re.compile(r"\+?[0-9]+(?:;ext=[0-9]+)?")
_PLAIN_LINKEDIN = re.compile(r"https://(?:www\.)?linkedin\.com/in/([a-z0-9-]{1,100})/?")  # by far the most of its pages
_NOT_IN_WEB = re.compile(r"[\s\x00-\x1f\x7f]")
_TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|trk|igshid)=[^&]*", re.IGNORECASE)


def mail_handle(text: str) -> str | None:
    """The normal form of a mail address, as in "<Jane@Example.ORG>", or None."""
    if _PLAIN_MAIL.fullmatch(text) and len(text) <= LONGEST_MAIL and text[-1] != ".":
        return text
    return _odd_mail(text)


def _odd_mail(text: str) -> str | None:
    text = text[: LONGEST_MAIL * 4].strip(_MAIL_EDGES)
    if text[:7].lower() == "mailto:":
        text = unquote(text[7:].partition("?")[0])
    if text.endswith(">") and "<" in text:
        text = text[text.rindex("<") + 1 : -1]
    text = text.strip(_MAIL_EDGES + "<>").lower()
    if text.count('"') % 2 or text.endswith('"'):
        text = text.strip('"')
    found = _ANY_MAIL.fullmatch(text)
    if not found or len(text) > LONGEST_MAIL:
        return None
    local, domain = found["local"], _plain_domain(found["domain"])
    if local[0] == '"' and _DOT_ATOM.fullmatch(local[1:-1]):
        local = local[1:-1]
    return f"{local}@{domain}" if domain else None


def _plain_domain(domain: str) -> str:
    domain = domain.strip(".")
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def phone_handle(text: str, region: str | None = None) -> str | None:
    """The normal form of a number; `region` (ISO 3166, "GB") is where numbers without a country code are dialled."""
    if plain := plain_phone(text):
        return plain
    text = unquote(text.strip()[4:]) if text.strip()[:4].lower() == "tel:" else text.strip()
    if not text or len(text) > LONGEST_PHONE or not _PHONE_SIGNS.search(phonenumbers.normalize_digits_only(text[:40])):
        return None
    return _phone_handle(text, (region or "").upper())


@lru_cache(maxsize=8_192)
def _phone_handle(text: str, region: str) -> str | None:
    number = _parsed_phone(text, region)
    if number is not None:
        plain = phonenumbers.format_number(number, PhoneNumberFormat.E164)
        return f"{plain};ext={number.extension}" if number.extension else plain
    return _bare_digits(text)


def _parsed_phone(text: str, region: str) -> PhoneNumber | None:
    # Outside North America 00 is what + stands for; a number that then is impossible is left as it is.
    if not region and text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException:
        return None
    possible = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    short = text[0] != "+" and len(str(number.national_number)) < FEWEST_NATIONAL_DIGITS
    return number if possible and not short else None


def _bare_digits(text: str) -> str | None:
    if "@" in text or _LETTERS_IN_A_ROW.search(_EXTENSION.sub("", text)):
        return None
    extension = _EXTENSION.search(text)
    digits = phonenumbers.normalize_digits_only(text[: extension.start()] if extension else text)
    if len(digits) < FEWEST_DIGITS:
        return None
    return f"{digits};ext={extension[1]}" if extension else digits


def web_handle(text: str) -> str | None:
    """The normal form of a web address; None for anything but http, https and a bare "jane.example/about"."""
    text = _bare(text)
    if not text or len(text) > LONGEST_WEB or _NOT_IN_WEB.search(text):
        return None
    try:
        parts = urlsplit(text if "://" in text else "https://" + text.removeprefix("//"))
        port = parts.port
    except ValueError:
        return None
    host = _plain_domain((parts.hostname or "").lower())
    if parts.scheme.lower() not in ("http", "https") or parts.username is not None or not _HOST.fullmatch(host):
        return None
    where = f":{port}" if port not in (None, 80, 443) else ""
    query = _TRACKING.sub("", parts.query).lstrip("&")
    tail = quote(parts.path, safe="/%:@!$&'()*+,;=~-._").rstrip("/")
    return f"https://{host}{where}{tail}{'?' + quote(query, safe='/%:@!$&()*+,;=~-._?') if query else ''}"


def _bare(text: str) -> str:
    text = text.strip().strip("\"'")
    return text[1:-1].strip() if text[:1] == "<" and text[-1:] == ">" else text.strip()


def account_handle(service: str, name: str) -> str | None:
    """The normal form of an account: ("Twitter", "@Jane") is "x:jane"."""
    service = re.sub(r"[^\w.]+", "-", service.strip().lower()).strip("-.")
    service = SERVICE_ALIASES.get(service, service)
    name = _bare(name)
    if not service or not name or len(name) + len(service) > LONGEST_ACCOUNT or any(c < " " for c in name):
        return None
    if (by_page := account_of_page(name)) and by_page.startswith(service + ":"):
        return by_page
    if service in ("whatsapp", "signal") and (number := phone_handle(name)):
        return f"{service}:{number}"
    if not (name := name.removeprefix("@").strip().lower()):
        return None
    return f"{service}:{' '.join(name.split())}"


@lru_cache(maxsize=8_192)
def account_of_page(text: str) -> str | None:
    """The account behind a page: "https://github.com/jane" is "github:jane"; None for other pages."""
    if (plain := _PLAIN_LINKEDIN.fullmatch(text)) and plain[1] not in SITE_PAGES:
        return f"linkedin:{plain[1]}"
    page = web_handle(text) if "." in text and "/" in text else None
    if page is None:
        return None
    host, _, path = page.removeprefix("https://").partition("/")
    known = ACCOUNT_SITES.get(host.removeprefix("www.").removeprefix("m.").removeprefix("de.").removeprefix("uk."))
    path = unquote(path.partition("?")[0])
    if known is None or not path.startswith(known[1]):
        return None
    name, _, rest = path[len(known[1]) :].partition("/")
    if not name or (rest and known[0] != "linkedin") or name.lower() in SITE_PAGES:
        return None
    return f"{known[0]}:{name.removeprefix('@').lower()}"


def shown_handle(kind: str, value: str) -> str:
    """A normal form as people write it: "+44 20 7946 0123", "jane.example/about", "LinkedIn: jane-doe"."""
    if kind == "phone":
        return _shown_phone(value)
    if kind == "web":
        return value.removeprefix("https://").removeprefix("www.")
    if kind == "account":
        service, _, name = value.partition(":")
        return f"{SERVICE_NAMES.get(service, service.capitalize())}: {name}" if name else value
    return _shown_mail(value)


@lru_cache(maxsize=8_192)
def _shown_phone(value: str) -> str:
    if not value.startswith("+"):
        return value.replace(";ext=", " ext. ")
    number = _parsed_phone(value, "")
    if number is None:
        return value
    extension, number.extension = number.extension, None
    shown = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return f"{shown} ext. {extension}" if extension else shown


def _shown_mail(value: str) -> str:
    local, _, domain = value.rpartition("@")
    if "xn--" not in domain:
        return value
    try:
        return f"{local}@{domain.encode('ascii').decode('idna')}"
    except UnicodeError:
        return value


def mailto(value: str) -> str:
    """A link that opens a letter to a normal form, or "" when it is none; nothing in it can add a header or a tag."""
    if mail_handle(value) != value:
        return ""
    local, _, domain = value.rpartition("@")
    return f"mailto:{quote(local, safe='+')}@{quote(domain, safe='[]:')}"


def tel(value: str) -> str:
    """A link that dials a normal form, or "" when it is none."""
    return f"tel:{value}" if _NORMAL_PHONE.fullmatch(value) else ""
