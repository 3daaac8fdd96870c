"""The ledger: what was promised to whom, by when, said where."""

from django.db import models

from amity.judgement.vocabulary import PromiseState
from amity.records.interactions import Interaction
from amity.records.scope import NetworkForeignKey
from amity.records.told import Told


class Promise(Told):
    """`mine`: the member promised `person`; else `person` promised the member.

    `due_words` is a day that is none: "soon", "in spring". `kept_by` is a later message that looks like the promise
    kept: while the promise is open, a question; messages up to `asked_until` do not ask again. `they_know`: of a
    promise let go, that it was said to the other.
    """

    mine = models.BooleanField(default=True)
    due_on = models.DateField(null=True)
    due_words = models.CharField(max_length=60, blank=True)
    kept_by = NetworkForeignKey(Interaction, models.SET_NULL, null=True, related_name="+")
    kept_words = models.CharField(max_length=300, blank=True)  # of that message, for the question
    asked_until = models.DateTimeField(null=True)
    they_know = models.BooleanField(default=False)

    class Meta(Told.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_promise")]
        indexes = [
            models.Index(fields=["network", "member_id", "state", "mine", "due_on"], name="promise_by_state"),
            models.Index(fields=["network", "person", "state"], name="promise_by_person"),
        ]

    @property
    def is_late(self) -> bool:
        """Whether it was kept, and after its day."""
        kept_on = self.settled_on if self.state == PromiseState.KEPT else None
        return bool(kept_on and self.due_on and kept_on > self.due_on)
