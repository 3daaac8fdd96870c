"""A member and a person: what happened between them, what we make of it, and what the member decided."""

from django.db import models

from amity.judgement.order import LAST
from amity.judgement.rhythm import RhythmBy
from amity.judgement.ties import JudgedTie
from amity.records.people import Person
from amity.records.scope import NetworkForeignKey, NetworkModel

# columns that hold a field of JudgedTie as it is
SAME_NAMES = (
    *("strength", "warmth", "contact_days", "met", "spoke", "wrote", "began", "they_began", "two_way", "unanswered"),
    *("gaps", "log_sum", "middle", "scale", "learned_days", "rhythm_days"),
    *("longer_on", "quiet_on", "dormant_on", "due_on"),
)

LISTED = models.Q(listed=True)  # as a condition: SQLite finds no `listed` inside an index


class Tie(NetworkModel):
    """Stored answers of judgement.ties, so that pages read an index instead of a history.

    An action stores them whenever an input changes; a nightly job stores them again and reports drift.
    """

    member_id = models.UUIDField()
    person = NetworkForeignKey(Person, models.CASCADE, related_name="ties")
    listed = models.BooleanField(default=False)  # kept, neither trashed nor merged: what lists show

    # counted from interactions; `written` and `heard` are single letters and messages
    written = models.PositiveIntegerField(default=0)
    heard = models.PositiveIntegerField(default=0)
    met = models.PositiveIntegerField(default=0)  # contact-days with a meeting
    spoke = models.PositiveIntegerField(default=0)  # … with a call
    wrote = models.PositiveIntegerField(default=0)  # … with something written
    began = models.PositiveIntegerField(default=0)  # contact-days the member began
    they_began = models.PositiveIntegerField(default=0)
    two_way = models.BooleanField(default=False)
    contact_days = models.PositiveIntegerField(default=0)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    last_channel = models.CharField(max_length=10, blank=True)
    last_direction = models.CharField(max_length=4, blank=True)
    last_words = models.CharField(max_length=200, blank=True)
    recent = models.BinaryField(default=bytes)  # judgement.beat.pack_recent: thirteen months of contact-days

    # judged
    strength = models.FloatField(default=0)
    balance = models.FloatField(null=True)
    warmth = models.FloatField(default=0)
    gaps = models.PositiveIntegerField(default=0)
    log_sum = models.FloatField(default=0)  # with `gaps` this tie's part of the member's prior
    middle = models.FloatField(default=0)
    scale = models.FloatField(default=1)
    learned_days = models.FloatField(null=True)
    rhythm_days = models.FloatField(null=True)
    rhythm_by = models.CharField(max_length=10, blank=True)
    episodes = models.PositiveIntegerField(default=0)
    unanswered = models.PositiveSmallIntegerField(default=0)
    longer_on = models.DateField(null=True)
    quiet_on = models.DateField(null=True)
    dormant_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    quietness = models.PositiveIntegerField(default=LAST)  # judgement.order.quietness, on `judged_on`
    judged_on = models.DateField(null=True)

    # the member's word, which wins
    set_rhythm_days = models.PositiveSmallIntegerField(null=True)
    kin = models.BooleanField(default=False)
    paused_until = models.DateField(null=True)
    left_out_at = models.DateTimeField(null=True)  # "not this person": never on Today

    # last, so that lists never read over it
    large = models.BinaryField(default=bytes)  # judgement.beat.pack_large: the last three years in touch

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "member_id", "person"], name="one_tie")]
        indexes = [
            models.Index(
                fields=["network", "member_id", "due_on"],
                condition=models.Q(listed=True, due_on__isnull=False),
                name="tie_due",
            ),
            models.Index(
                fields=["network", "member_id", "dormant_on"],
                condition=models.Q(listed=True, dormant_on__isnull=False),
                name="tie_dormant",
            ),
            models.Index(fields=["network", "member_id", "quietness", "person"], condition=LISTED, name="tie_quiet"),
            models.Index(fields=["network", "member_id", "warmth", "person"], condition=LISTED, name="tie_warmth"),
            models.Index(fields=["network", "member_id", "strength", "person"], condition=LISTED, name="tie_strength"),
            models.Index(fields=["network", "member_id", "last_on", "person"], condition=LISTED, name="tie_last"),
        ]

    @property
    def judged(self) -> JudgedTie:
        """The stored answer as judgement gave it."""
        return JudgedTie(
            first_day=self.first_on,
            last_day=self.last_on,
            rhythm_by=RhythmBy(self.rhythm_by) if self.rhythm_by else None,
            balance=self.balance or 0.0,
            **{name: getattr(self, name) for name in SAME_NAMES},
        )


class Pause(NetworkModel):
    """What the member answered to a suggestion: later, not now (with a reason), or not this person."""

    member_id = models.UUIDField()
    person = NetworkForeignKey(Person, models.CASCADE, related_name="pauses")
    answer = models.CharField(max_length=10, choices=[(a, a) for a in ("later", "not_now", "never")])
    reason = models.CharField(max_length=300, blank=True)
    until = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta(NetworkModel.Meta):
        indexes = [models.Index(fields=["network", "person", "made_at"], name="pause_by_person")]
