"""The closed sets of words that rules, records and readers share."""

from enum import StrEnum


class HandleKind(StrEnum):
    """What sort of address reaches a person."""

    MAIL = "mail"
    PHONE = "phone"
    WEB = "web"
    ACCOUNT = "account"


class Channel(StrEnum):
    """How something happened. A note is something the owner wrote down: it is kept in the timeline, never counted."""

    MAIL = "mail"
    MESSAGE = "message"
    CALL = "call"
    VIDEO = "video"
    IN_PERSON = "in_person"
    LETTER = "letter"
    NOTE = "note"


class Direction(StrEnum):
    """Who began it, seen from the owner. BOTH: a meeting or call of which nobody said who began it."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class PartyRole(StrEnum):
    """Where somebody stands in a message or meeting."""

    FROM = "from"
    TO = "to"
    CC = "cc"


class Shape(StrEnum):
    """What a card stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"


class TieState(StrEnum):
    """How today's silence looks for the two of you (judgement.silence)."""

    UNKNOWN = "not enough recorded"
    USUAL = "usual"
    LONGER = "longer than usual"
    QUIET = "quiet"
    DORMANT = "dormant"
    THEIR_TURN = "their turn"


class PromiseState(StrEnum):
    """What became of a promise. SUGGESTED and DISMISSED are the detector's findings before and after a no."""

    SUGGESTED = "suggested"
    OPEN = "open"
    KEPT = "kept"
    RELEASED = "released"
    DISMISSED = "dismissed"


class HelpState(StrEnum):
    """How it stands with a need or an offer. MET: the need was met, or the offer taken up; OVER: no longer so."""

    SUGGESTED = "suggested"
    OPEN = "open"
    MET = "met"
    OVER = "over"
    DISMISSED = "dismissed"


class MatchState(StrEnum):
    """What the owner made of a need that meets an offer."""

    SUGGESTED = "suggested"
    HELPING = "helping"
    INTRODUCING = "introducing"
    NOT_A_MATCH = "not a match"
