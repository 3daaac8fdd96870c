"""What gaps are usual for a member: the sum over all their ties, which every rhythm leans on while it knows little."""

import uuid
from collections.abc import Sequence
from datetime import date

from amity.actions.contact_rows import days_of
from amity.judgement.rhythm import PriorMean, finished_gaps, prior_over
from amity.lib.viewer import Viewer
from amity.records.bulk import in_slices, marks, select, stored_key
from amity.records.models import Preferences
from amity.records.scope import changes, reads

AGREES = 0.02  # of the prior's logarithm: a smaller move changes no rhythm by as much as 2 %
_STORED = (
    "SELECT COALESCE(SUM(log_sum), 0), COALESCE(SUM(gaps), 0) FROM records_tie WHERE network_id = %s AND member_id = %s"
)


@reads
def prior_of(viewer: Viewer) -> PriorMean:
    """The prior that the viewer's ties lean on now."""
    row = Preferences.objects.filter(member_id=viewer.member).values_list("gap_log_sum", "gap_count").first()
    return PriorMean(*row) if row else PriorMean()


@changes
def store_prior(viewer: Viewer) -> PriorMean:
    """The sum over all stored ties of the viewer, kept with their preferences."""
    return _keep(viewer, _stored(viewer))


@changes
def foresee_prior(viewer: Viewer, person_ids: Sequence[uuid.UUID], on: date) -> PriorMean:
    """The prior as it will be when these people are judged: so that a first intake need not judge everybody twice."""
    now, before, after = _stored(viewer), PriorMean(), PriorMean()
    for some in in_slices(person_ids, 500):
        before = _sum(before, _stored(viewer, some))
        after = _sum(after, prior_over(finished_gaps(days) for days in days_of(viewer, some, on)))
    return _keep(viewer, PriorMean(now.total - before.total + after.total, now.count - before.count + after.count))


def _stored(viewer: Viewer, person_ids: Sequence[uuid.UUID] | None = None) -> PriorMean:
    only = "" if person_ids is None else f" AND person_id IN ({marks(len(person_ids))})"
    values = [stored_key(viewer.network), stored_key(viewer.member), *map(stored_key, person_ids or ())]
    total, number = select(_STORED + only, values)[0]
    return PriorMean(float(total), int(number))


def _sum(one: PriorMean, other: PriorMean) -> PriorMean:
    return PriorMean(one.total + other.total, one.count + other.count)


def _keep(viewer: Viewer, prior: PriorMean) -> PriorMean:
    Preferences.objects.filter(member_id=viewer.member).update(gap_log_sum=prior.total, gap_count=prior.count)
    return prior
