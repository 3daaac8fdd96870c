"""The first letter when a need meets an offer: to the one in need, who is asked before anybody else hears of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """First words for the owner to go on with."""

    subject: str
    body: str


def would_they_like_to_meet(called: str, need: str) -> Letter:
    """Names nobody yet: who may help has not been asked either."""
    needed = need.rstrip(" .")
    text = (
        f"Hello {called},\n\nYou spoke of this: {needed}.\n\n"
        "I may know somebody who could help. Would you like me to bring the two of you together?\n\n"
    )
    return Letter("An idea for you", text)
