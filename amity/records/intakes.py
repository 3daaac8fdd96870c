"""One run of reading a source: what it holds, how far it came, what it brought, what it could not understand."""

from enum import StrEnum

from django.db import models

from amity.records.scope import NetworkForeignKey, NetworkModel


class IntakeState(StrEnum):
    PREVIEWED = "previewed"
    WAITING = "waiting"
    READING = "reading"
    SETTLING = "settling"  # everything is read; people, ties and likenesses are being worked out
    STOPPED = "stopped"
    FAILED = "failed"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class Intake(NetworkModel):
    """`parts` lists what is read: {"kind", "path", "title", "done", "total", "position", "finished"}, in order.

    A part's position moves in the same transaction as the rows it brought, so a kill loses and doubles nothing.
    """

    member_id = models.UUIDField()
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in IntakeState])
    parts = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    step = models.CharField(max_length=40, blank=True)  # of settling
    counts = models.JSONField(default=dict)
    aside = models.JSONField(default=dict)  # why something was left out → how many, and a few examples
    why_stopped = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    stop_asked_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta(NetworkModel.Meta):
        indexes = [models.Index(fields=["network", "-made_at"], name="intake_newest")]


class IntakeProblem(NetworkModel):
    intake = NetworkForeignKey(Intake, models.CASCADE, related_name="problems")
    where = models.CharField(max_length=500)
    why = models.CharField(max_length=500)
    kept = models.BooleanField()


class Sighting(NetworkModel):
    """A second intake saw what a first one had brought: undoing the first then leaves it."""

    intake = NetworkForeignKey(Intake, models.CASCADE, related_name="sightings", db_index=False)
    kind = models.CharField(max_length=12)
    row = models.UUIDField()

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "intake", "row"], name="one_sighting")]
        indexes = [models.Index(fields=["network", "row"], name="sighting_by_row")]
