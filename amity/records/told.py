"""What promises, needs and offers have in common: who, in which words, and the sentence that shows it."""

from django.db import models

from amity.records.interactions import Interaction
from amity.records.people import Person
from amity.records.scope import NetworkForeignKey, NetworkModel

WHAT_LENGTH = 300


class Told(NetworkModel):
    """`key` tells the same sentence in a second reading: a dismissed finding never comes back.

    `mark_start` and `mark_end` enclose the telling phrase in `sentence`. A finding has `confidence` and `reason`; what
    was typed or captured has neither.
    """

    member_id = models.UUIDField()
    person = NetworkForeignKey(Person, models.CASCADE, related_name="%(class)ss")
    what = models.CharField(max_length=WHAT_LENGTH)
    state = models.CharField(max_length=10)
    said_on = models.DateField(null=True)
    source = models.CharField(max_length=60, blank=True)  # in words: "your mail", "your note", "her message", "call"
    sentence = models.TextField(blank=True)
    mark_start = models.PositiveSmallIntegerField(null=True)
    mark_end = models.PositiveSmallIntegerField(null=True)
    interaction = NetworkForeignKey(Interaction, models.SET_NULL, null=True, related_name="%(class)ss")
    key = models.BinaryField(max_length=16, null=True)
    confidence = models.FloatField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    settled_on = models.DateField(null=True)  # the day it was kept, met, let go or dismissed
    private_to = models.UUIDField(null=True)
    touched_at = models.DateTimeField(null=True)  # by hand, so that undoing an intake leaves it
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        abstract = True
