"""Networks, and who belongs to them."""

from typing import ClassVar

from django.db import models

from amity.lib.ids import new_id
from amity.lib.viewer import Role


class Network(models.Model):
    """One owner's whole world."""

    placement: ClassVar[str] = "root"
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    made_at = models.DateTimeField()


class Membership(models.Model):
    """The look-up from a user to a network. Its key is the *member* that ties, own addresses and Today belong to."""

    placement: ClassVar[str] = "reference"
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey("records.User", models.CASCADE, related_name="memberships")
    network_id = models.UUIDField()
    role = models.CharField(max_length=10, choices=[(role.value, role.value) for role in Role])
    joined_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network_id", "user"], name="one_membership")]
