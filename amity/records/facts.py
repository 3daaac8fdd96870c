"""Something known about a person, dated, with its source."""

from django.db import models

from amity.records.interactions import Interaction
from amity.records.people import Card, Person
from amity.records.scope import NetworkForeignKey, NetworkModel

LIFE_EVENT = "life_event"  # the kind of what a friend would ask about next time


class Fact(NetworkModel):
    """`kind` is a plain word ("work", "studied_at", "lives_in", "cares_about", "life_event", "other" …)."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=40)
    label = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    noted_on = models.DateField(null=True)
    happens_on = models.DateField(null=True)  # of a life event: an interview ahead, the day a child was born
    source = models.CharField(max_length=60, blank=True)  # in words: "your note", "contacts card", "her mail"
    interaction = NetworkForeignKey(Interaction, models.SET_NULL, null=True, related_name="facts")
    card = NetworkForeignKey(Card, models.SET_NULL, null=True, related_name="facts", db_index=False)
    private_to = models.UUIDField(null=True)
    touched_at = models.DateTimeField(null=True)
    trashed_at = models.DateTimeField(null=True)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        indexes = [
            models.Index(fields=["network", "person", "kind"], name="fact_by_person"),
            models.Index(
                fields=["network", "trashed_at"], condition=models.Q(trashed_at__isnull=False), name="fact_in_bin"
            ),
            models.Index(fields=["network", "noted_on"], condition=models.Q(kind=LIFE_EVENT), name="life_events"),
            models.Index(
                fields=["network", "happens_on"], condition=models.Q(happens_on__isnull=False), name="fact_dates"
            ),
        ]
