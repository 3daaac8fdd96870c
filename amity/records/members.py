"""What belongs to a member: their own addresses and how they like their day."""

from django.db import models

from amity.judgement.vocabulary import HandleKind
from amity.records.scope import NetworkModel


class OwnAddress(NetworkModel):
    """An address of the member's own. Inferred until `confirmed_at`; refused ones stay, and are not guessed again."""

    member_id = models.UUIDField()
    kind = models.CharField(max_length=10, default=HandleKind.MAIL.value)
    value = models.CharField(max_length=320)
    reason = models.CharField(max_length=300, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta(NetworkModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["network", "member_id", "kind", "value"], name="one_own_address")
        ]


class Preferences(NetworkModel):
    """How a member likes their day, and what was learned over all their ties."""

    member_id = models.UUIDField()
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=10, default="en-gb")
    today_limit = models.PositiveSmallIntegerField(default=12)
    weekly_contacts = models.PositiveSmallIntegerField(default=10)
    single_keys = models.BooleanField(default=True)
    light = models.CharField(max_length=10, default="machine", choices=[(c, c) for c in ("machine", "light", "dark")])
    keep_text = models.BooleanField(default=True)
    gap_log_sum = models.FloatField(default=0)  # judgement.rhythm.PriorMean over all finished gaps
    gap_count = models.PositiveIntegerField(default=0)
    judged_on = models.DateField(null=True)  # the day the nightly judging last finished

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "member_id"], name="one_preferences")]
