"""People against machines: what kind of letter this is, and whether a person of yours stands behind an address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log1p

from amity.formats.mailboxes import is_machine_address, is_role_address
from amity.judgement.contacts import MOST_OTHERS
from amity.judgement.wording import count


class MailKind(StrEnum):
    """What kind of letter it is. Only personal ones say anything about a tie."""

    PERSONAL = "personal"
    LIST = "list"
    MACHINE = "machine"
    INVITATION = "invitation"


class Standing(StrEnum):
    """Where an address stands: a person of the network, somebody to choose, or left aside."""

    PERSON = "person"
    CANDIDATE = "candidate"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class MailVerdict:
    """A kind of letter with its reason in a sentence."""

    kind: MailKind
    reason: str


@dataclass(frozen=True, slots=True)
class Standings:
    """What was counted about somebody, from which their standing is read again after every intake.

    written, heard  personal letters of the owner to them, and of theirs to the owner
    met             calls and meetings
    by_list         letters of theirs that came over a list or were a newsletter
    crowds          letters of theirs to a crowd, the owner among them
    by_machine      letters that a machine sent from their address
    invitations     calendar mail from them
    beside          letters in which both stood without writing to each other, as copies
    """

    addresses: tuple[str, ...] = ()
    name: str = ""
    written: int = 0
    heard: int = 0
    met: int = 0
    by_list: int = 0
    crowds: int = 0
    by_machine: int = 0
    invitations: int = 0
    beside: int = 0
    chosen: bool = False
    from_card: bool = False


@dataclass(frozen=True, slots=True)
class StandingVerdict:
    """A standing with its reason. `rank` puts candidates in order, the likeliest first; it is never shown."""

    standing: Standing
    reason: str
    rank: float = 0.0


# The signs are those of formats.mail_headers; the others are what a reader of another kind may find.
_CALENDAR = ("text/calendar", "method:request", "method:reply", "method:cancel")
_AUTOMATIC = ("auto-submitted", "report", "return-path:<>", "precedence:junk", "precedence:auto_reply")
_LIST = ("list-id", "list-post", "list-unsubscribe", "precedence:list", "precedence:bulk", "feedback-id")
_SENDING_PROGRAM = ("x-mailer",)
_LIST_ADDRESS = re.compile(
    r"(?:[-._+](?:list|lists|users|dev|devel|developers|announce|discuss|talk|workers|l|request)@)"
    r"|(?:^|[-._+])announcements?[-._@]"
    r"|@(?:lists?|groups|listserv|mailman)\."
    r"|@(?:googlegroups\.com|groups\.io|yahoogroups\.com)$"
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
# Words of firms, desks and lists, which no person's name holds.
# fmt: off
_NO_NAME = frozenset((
    "the", "of", "for", "and", "team", "news", "newsletter", "list", "lists", "notices", "notice", "service",
    "services", "support", "info", "mail", "mailing", "group", "club", "office", "desk", "inc", "ltd", "llc",
    "gmbh", "ag", "company", "shop", "store", "daily", "weekly", "digest", "alerts", "system", "admin", "via",
    "bot", "customer", "account", "accounts", "security", "update", "updates", "center", "centre", "university",
    "department", "committee", "robot", "labs", "conference", "conferences", "announcement", "announcements",
    "daemon", "alert", "mailer", "automatic", "noreply", "subsystem",
))
# fmt: on
_FEWEST_NAME_WORDS, _MOST_NAME_WORDS = 2, 5


def kind_of_mail(signs: Sequence[str], from_address: str, recipients: Sequence[str], folder: str) -> MailVerdict:
    """What kind of letter this is, from the signs a reader found ("list-id", "precedence:bulk", "return-path:<>")."""
    if found := _first(signs, _CALENDAR):
        return MailVerdict(MailKind.INVITATION, f"It carries a calendar entry ({found}).")
    # What the owner sent is the owner's own word, whatever a list or a gateway wrote on the copy.
    if folder != "sent":
        if found := _first(signs, _AUTOMATIC):
            return MailVerdict(MailKind.MACHINE, f"A machine sent it by itself ({found}).")
        if from_address and is_machine_address(from_address):
            return MailVerdict(MailKind.MACHINE, f"Nobody reads what is sent to {from_address}.")
        if found := _first(signs, _LIST):
            return MailVerdict(MailKind.LIST, f"It came over a list ({found}).")
        if found := _first(signs, _SENDING_PROGRAM):
            return MailVerdict(MailKind.MACHINE, f"A program wrote it ({found}).")
    if len(recipients) > MOST_OTHERS:
        return MailVerdict(MailKind.LIST, f"It went to {count(len(recipients), 'address', 'addresses')} at once.")
    if recipients and all(is_list_address(address) for address in recipients):
        return MailVerdict(MailKind.LIST, f"It was written to a list, {recipients[0]}.")
    return MailVerdict(MailKind.PERSONAL, "It was written by one person to a few.")


def is_kept(counted: Standings) -> StandingVerdict:
    """Whether somebody is a person of the network: both wrote, or the owner chose, or an address book holds them."""
    if counted.chosen:
        return StandingVerdict(Standing.PERSON, "You chose to keep them.")
    if counted.from_card:
        return StandingVerdict(Standing.PERSON, "They are in your address book.")
    if aside := _left_aside(counted):
        return StandingVerdict(Standing.ASIDE, aside)
    if counted.met:
        return StandingVerdict(Standing.PERSON, f"You met or spoke {_times(counted.met)}.")
    if counted.written and counted.heard and not _is_desk(counted):
        both = f"You wrote {_times(counted.written)} and heard from them {_times(counted.heard)}."
        return StandingVerdict(Standing.PERSON, both)
    return StandingVerdict(Standing.CANDIDATE, _why_candidate(counted), _rank(counted))


@lru_cache(maxsize=16_384)
def is_list_address(address: str) -> bool:
    """Whether an address reaches a mailing list, as far as its spelling tells: editors-list@, @lists.example."""
    return bool(_LIST_ADDRESS.search(address))


def looks_like_a_name(name: str) -> bool:
    """Whether a written name is one that a person may have: two to five words, none of them a firm's or a desk's."""
    words = name.replace(",", " ").split()
    if not _FEWEST_NAME_WORDS <= len(words) <= _MOST_NAME_WORDS:
        return False
    return all(_NAME_WORD.fullmatch(word) and word.lower().strip(".") not in _NO_NAME for word in words)


def names_a_desk(name: str) -> bool:
    """Whether a written name holds a word that no person's name holds, as "Conference News", "Support Team"."""
    return any(word.strip(".,:;()&!-").lower() in _NO_NAME for word in name.split())


def _first(signs: Sequence[str], wanted: Sequence[str]) -> str | None:
    """The first sign that is one of `wanted`, with or without a value behind it."""
    for sign in signs:
        word = sign
        while word:
            if word in wanted:
                return sign
            word = word.rpartition(":")[0]
    return None


def _left_aside(counted: Standings) -> str | None:
    """Why nobody in particular stands behind it, or None."""
    if counted.addresses and all(is_machine_address(address) for address in counted.addresses):
        return "Nobody reads what is sent to this address."
    personal = counted.written + counted.heard + counted.met + counted.invitations
    if counted.by_machine > personal:
        return "A machine writes from this address."
    if counted.by_list and not (personal or counted.crowds or counted.beside):
        return "Known from newsletters and mailing lists alone."
    if looks_like_a_name(counted.name):
        return None
    if counted.addresses and all(is_list_address(address) for address in counted.addresses):
        return "The address of a list."
    if _is_desk(counted):
        return "A desk: whoever is there answers, not one person."
    if names_a_desk(counted.name) and not counted.written:
        return f"“{counted.name}” names a firm, a list or a desk."
    return None


def _is_desk(counted: Standings) -> bool:
    return bool(counted.addresses) and all(is_role_address(address) for address in counted.addresses)


def _why_candidate(counted: Standings) -> str:
    if counted.heard:
        return f"Wrote to you {_times(counted.heard)}; you have not written yet."
    if counted.written:
        return f"You wrote {_times(counted.written)}; no answer is recorded."
    if counted.invitations:
        return f"Invited you {_times(counted.invitations)}."
    if counted.crowds:
        return f"Wrote to many at once {_times(counted.crowds)}, you among them."
    return f"Stood beside you in {count(counted.beside, 'letter')}." if counted.beside else "Seen, nothing more."


def _rank(counted: Standings) -> float:
    """Writing to somebody says most, hearing from them next; a letter to a crowd says nearly nothing."""
    rank = 3 * log1p(counted.written) + 2 * log1p(counted.heard) + log1p(counted.invitations)
    rank += 0.5 * log1p(counted.beside) + 0.1 * log1p(counted.crowds)
    return rank + (0.5 if looks_like_a_name(counted.name) else 0.0)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")
