"""Ways to reach people, ready to be shown and pressed."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from amity.formats.handles import mailto, shown_handle, tel
from amity.judgement.vocabulary import Channel, HandleKind

_KINDS = {kind.value: kind for kind in HandleKind}
_BY_PHONE = frozenset({Channel.CALL, Channel.MESSAGE})


@dataclass(frozen=True, slots=True)
class ChannelLink:
    """A link that opens a letter, dials, or opens a page: `label` is the address as people write it."""

    kind: HandleKind
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Address:
    """A stored handle as far as a link needs it."""

    kind: str
    value: str
    shown: str
    shared: bool


def link_to(kind: str, value: str) -> str:
    """What pressing a handle does: "mailto:…", "tel:…", "https://…", or "" for what cannot be pressed."""
    if kind == HandleKind.MAIL:
        return mailto(value)
    if kind == HandleKind.PHONE:
        return tel(value)
    return value if kind == HandleKind.WEB and value.startswith("https://") else ""


def with_letter(href: str, subject: str, body: str) -> str:
    """A mail address with subject and text, line ends as RFC 6068 section 5 asks for; anything else as it was."""
    if not href.startswith("mailto:") or not body:
        return href
    text = quote(body.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")
    return f"{href}?subject={quote(subject, safe='')}&body={text}" if subject else f"{href}?body={text}"


def shown(kind: str, value: str, as_written: str) -> str:
    """A handle as people write it."""
    return as_written or shown_handle(kind, value)


def channel_links(addresses: Iterable[Address], last_channel: str) -> tuple[ChannelLink, ...]:
    """Links to write or call, the way last used first, what two people share last."""
    phone_first = last_channel in _BY_PHONE
    order = {HandleKind.MAIL: int(phone_first), HandleKind.PHONE: int(not phone_first), HandleKind.WEB: 2}
    pressed = [
        (a.shared, order[_KINDS[a.kind]], ChannelLink(_KINDS[a.kind], shown(a.kind, a.value, a.shown), href))
        for a in addresses
        if (href := link_to(a.kind, a.value))
    ]
    return tuple(link for *_, link in sorted(pressed, key=lambda one: one[:2]))
