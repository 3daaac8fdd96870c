"""History: what changed, by whom, and enough to take it back."""

from django.db import models

from amity.records.scope import NetworkModel


class Change(NetworkModel):
    """`rows` holds what the action did, oldest first, as actions.changes wrote it; only undo reads it."""

    member_id = models.UUIDField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    label = models.CharField(max_length=300)  # a sentence for the history page and the toast
    person_id = models.UUIDField(null=True)  # whom it is about, for their page
    rows = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    undoes = models.UUIDField(null=True)

    class Meta(NetworkModel.Meta):
        indexes = [
            models.Index(fields=["network", "-at"], name="change_newest"),
            models.Index(fields=["network", "person_id", "-at"], name="change_about"),
        ]
