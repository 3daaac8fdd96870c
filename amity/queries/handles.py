"""Ways to reach people, ready to be shown and pressed."""

from dataclasses import dataclass

from amity.judgement.vocabulary import HandleKind


@dataclass(frozen=True, slots=True)
class ChannelLink:
    """A link that opens a letter, dials, or opens a page: `label` is the address as people write it."""

    kind: HandleKind
    label: str
    href: str
