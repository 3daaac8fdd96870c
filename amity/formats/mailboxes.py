"""What a mail address tells about who is behind it: the same mailbox, a desk, a machine. Takes normal forms."""

import re
from functools import lru_cache

from amity.formats.address_words import (
    MACHINE_EDGES,
    MACHINE_HOSTS,
    MACHINE_WORDS,
    ROLE_OPENERS,
    ROLE_QUALIFIERS,
    ROLE_WORDS,
)

_GITHUB = "users.noreply.github.com"
_GMAIL = frozenset(("gmail.com", "googlemail.com"))
_WORDS = re.compile(r"[^\W\d_]+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_NO_REPLY = re.compile(r"(?:do(?:es)?[._-]?)?(?:no|not|non|dont)[._-]?repl(?:y|ies)")
_REWRITTEN = re.compile(
    r"(?:srs[01][=+-]|prvs=|btv1==|msprvs1=|owner-|.+-(?:owner|request|bounces|unsubscribe|subscribe)$)"
)
_DIGEST = re.compile(r"(?=.*\d)[0-9a-f]{20,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def same_mailbox(value: str) -> str:
    """The comparison form: without +tag, Gmail's dots, GitHub's number. For telling likeness, never to write to."""
    local, _, domain = value.rpartition("@")
    if domain == _GITHUB:
        return f"{local.partition('+')[2] or local}@{domain}"
    local = local.partition("+")[0] or local
    if domain in _GMAIL:
        return f"{local.replace('.', '') or local}@gmail.com"
    return f"{local}@{domain}"


@lru_cache(maxsize=16_384)
def is_role_address(value: str) -> bool:
    """True for a desk, as info@, kontakt@, customer-service@: answered, but not always by the same person."""
    local = value.rpartition("@")[0].partition("+")[0]
    words = _WORDS.findall(local)
    if not words:
        return False
    if "".join(words) in ROLE_WORDS or (words[0] in ROLE_OPENERS and len(words) == 2):
        return True
    return all(word in ROLE_WORDS or word in ROLE_QUALIFIERS for word in words) and any(
        word in ROLE_WORDS for word in words
    )


@lru_cache(maxsize=16_384)
def is_machine_address(value: str) -> bool:
    """True where nobody reads the answer, as no-reply@, bounces+123@, notifications@, mailer-daemon@."""
    local, _, domain = value.rpartition("@")
    if domain == _GITHUB:
        return False
    if domain.partition(".")[0] in MACHINE_HOSTS and domain.count(".") >= 2:
        return True
    if _NO_REPLY.search(local) or _REWRITTEN.match(local) or _DIGEST.fullmatch(local):
        return True
    words = _WORDS.findall(local)
    if not words or _NOT_LETTERS.sub("", local.partition("+")[0]) in MACHINE_WORDS:
        return bool(words)
    return words[0] in MACHINE_EDGES or words[-1] in MACHINE_EDGES
