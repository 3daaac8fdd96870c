"""Two people who may be one: suggested, confirmed, or never to be suggested again."""

from enum import StrEnum

from django.db import models

from amity.records.people import Person
from amity.records.scope import NetworkForeignKey, NetworkModel


class LikenessState(StrEnum):
    SUGGESTED = "suggested"
    SAME = "same"
    DIFFERENT = "different"


class Likeness(NetworkModel):
    """`person` has the smaller id. Reasons are sentences; `weight` only orders the page and is never shown."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="likenesses")
    other = NetworkForeignKey(Person, models.CASCADE, related_name="likened_from")
    weight = models.FloatField()
    reasons_for = models.JSONField(default=list)
    reasons_against = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in LikenessState])
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "person", "other"], name="one_likeness")]
        indexes = [models.Index(fields=["network", "state", "-weight"], name="likeness_by_state")]
