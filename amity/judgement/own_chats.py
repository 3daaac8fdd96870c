"""Whose chats are they? You are who stands in all of them; where that tells nothing, nobody is guessed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from amity.judgement.wording import count
from amity.lib.text import fold

FEWEST_CHATS = 2  # in which somebody stands who is in all of them

Chat = frozenset[str]  # the two who talk, by their normal forms


@dataclass(frozen=True, slots=True)
class OwnInChats:
    """A name or number in chats that is the owner's, with the reason."""

    value: str
    reason: str


def own_in_chats(
    chats: Collection[Chat], told: Iterable[str], named: Mapping[str, str], own_names: Collection[str]
) -> tuple[OwnInChats, ...]:
    """Who the owner is in chats of two.

    told       who an export itself says is the owner
    named      the names by which those in the chats go
    own_names  names of the owner that are known from elsewhere
    """
    found = {value: OwnInChats(value, "An export says which messages you sent.") for value in told}
    ours = {fold(name) for name in own_names if name.strip()}
    # Only where nothing else tells: a friend may bear the owner's name, or one that the owner goes by elsewhere.
    for chat in untold(chats, found):
        mine = [value for value in chat if fold(named.get(value, "")) in ours]
        if len(mine) == 1:
            found[mine[0]] = OwnInChats(mine[0], "You go by this name elsewhere.")
    for service in {service_of(chat) for chat in chats}:
        of_service = [chat for chat in chats if service_of(chat) == service and found.keys().isdisjoint(chat)]
        value, number = _in_all(of_service)
        if value:
            others = count(number, "other person", "other people")
            found[value] = OwnInChats(value, f"Talks with {others} in these chats.")
    return tuple(found.values())


def untold(chats: Iterable[Chat], own: Collection[str]) -> tuple[Chat, ...]:
    """Chats of which it is not known who of the two the owner is."""
    return tuple(sorted((chat for chat in chats if chat.isdisjoint(own)), key=sorted))


def service_of(chat: Chat) -> str:
    """The service a chat was held on: "whatsapp" of "whatsapp:zoë"."""
    services = sorted(value.partition(":")[0] for value in chat if ":" in value and not value.startswith("+"))
    return services[0] if services else ""


def _in_all(chats: list[Chat]) -> tuple[str, int]:
    """Who stands in several chats, and in more of them than anybody else; with how many others."""
    often = Counter(value for chat in chats for value in chat).most_common(2)
    if len(often) < 2 or often[0][1] < FEWEST_CHATS or often[0][1] == often[1][1]:  # noqa: PLR2004 - the first and the next
        return "", 0
    return often[0]
