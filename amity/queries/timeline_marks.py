"""Where in what was said a promise, a need or an offer was found: the phrase to mark, and a line that counts them."""

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from amity.judgement.vocabulary import PromiseState
from amity.judgement.wording import count, listed
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, marks, select, stored_key

Pieces = tuple[tuple[str, bool], ...]

_KINDS = ("promise", "need", "offer")
_TOLD = """
SELECT '{0}', interaction_id, sentence, mark_start, mark_end FROM records_{0}
WHERE network_id = %s AND interaction_id IN ({1}) AND state <> %s AND (private_to IS NULL OR private_to = %s)
"""
_OF_THE_MEMBER = "AND member_id = %s"


@dataclass
class Told:
    """What one entry was found to hold."""

    phrases: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> str:
        """ "Two promises and one need found in it.", "" for nothing."""
        found = [count(self.kinds[kind], kind) for kind in _KINDS if self.kinds[kind]]
        said = f"{listed(found)} found in it." if found else ""
        return said[:1].upper() + said[1:]


def told_in(viewer: Viewer, interaction_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Told]:
    """What these hold, without what was dismissed; promises are the viewer's own. Inside a query's scope."""
    if not interaction_ids:
        return {}
    keys = [stored_key(key) for key in interaction_ids]
    member, dismissed = stored_key(viewer.member), PromiseState.DISMISSED.value
    of_one = [stored_key(viewer.network), *keys, dismissed, member]
    statements = [_TOLD.format(kind, marks(len(keys))) for kind in _KINDS]
    statements[0] += _OF_THE_MEMBER
    rows = select(" UNION ALL ".join(statements), [*of_one, member, *of_one, *of_one])
    told: defaultdict[uuid.UUID, Told] = defaultdict(Told)
    for kind, key, sentence, start, end in rows:
        here = told[as_uuid(key)]
        here.kinds[kind] += 1
        if phrase := (sentence[start:end] if start is not None and end is not None else ""):
            here.phrases.append(phrase)
    return dict(told)


def marked(text: str, phrases: Sequence[str]) -> Pieces:
    """The text in pieces that say what to mark; phrases are found across line breaks. () where there is none in it."""
    spans = sorted(found.span() for phrase in phrases if (found := _pattern(phrase).search(text)))
    if not spans:
        return ()
    pieces, at = list[tuple[str, bool]](), 0
    for start, end in spans:
        if start >= at:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    pieces.append((text[at:], False))
    return tuple(piece for piece in pieces if piece[0])


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in phrase.split()))
