"""Something that happened between a member and others: when, channel, direction, who. Notes stand among them."""

from datetime import UTC, datetime

from django.db import models

from amity.judgement.personhood import MailKind
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.records.people import Handle, Person
from amity.records.scope import NetworkForeignKey, NetworkModel

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # nothing in it said when; shown as "date unknown", never counted


class Interaction(NetworkModel):
    """`key` tells the same message in a second reading; `counts` is False for lists, crowds, notes and the undated."""

    member_id = models.UUIDField()
    key = models.BinaryField(max_length=16, null=True)
    happened_at = models.DateTimeField()
    channel = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Channel])
    direction = models.CharField(max_length=4, choices=[(d.value, d.value) for d in Direction])
    subject = models.CharField(max_length=400, blank=True)
    text = models.TextField(blank=True)
    minutes = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=10, default=MailKind.PERSONAL.value)  # judgement.personhood.MailKind
    counts = models.BooleanField(default=True)
    others = models.PositiveSmallIntegerField(default=1)
    own_address = NetworkForeignKey("records.OwnAddress", models.SET_NULL, null=True, related_name="+", db_index=False)
    docid = models.BigIntegerField(null=True)  # of its text in the full-text table
    private_to = models.UUIDField(null=True)
    touched_at = models.DateTimeField(null=True)
    trashed_at = models.DateTimeField(null=True)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_interaction")]
        indexes = [
            models.Index(fields=["network", "intake"], name="interaction_by_intake"),
            models.Index(
                fields=["network", "trashed_at"],
                condition=models.Q(trashed_at__isnull=False),
                name="interaction_in_bin",
            ),
        ]


class Participant(NetworkModel):
    """Who else was part of it. `happened_at` is repeated here: a timeline is one walk along one index."""

    interaction = NetworkForeignKey(Interaction, models.CASCADE, related_name="participants", db_index=False)
    person = NetworkForeignKey(Person, models.CASCADE, related_name="took_part", db_index=False)
    handle = NetworkForeignKey(Handle, models.SET_NULL, null=True, related_name="+", db_index=False)
    role = models.CharField(max_length=4, choices=[(r.value, r.value) for r in PartyRole])
    happened_at = models.DateTimeField()

    class Meta(NetworkModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["network", "interaction", "person"], name="once_in_an_interaction")
        ]
        indexes = [models.Index(fields=["network", "person", "-happened_at"], name="timeline")]
