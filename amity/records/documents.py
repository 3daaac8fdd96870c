"""The full-text table's map: a docid with the time in its high bits to a row. Newest first is docid descending."""

import secrets
from datetime import datetime
from typing import ClassVar

from django.db import models

NOISE_BITS = 29  # below 34 bits of seconds: enough until the year 2514, and half a billion texts a second


class Document(models.Model):
    """`kind` is "interaction", "fact" or "person"."""

    placement: ClassVar[str] = "local"
    docid = models.BigIntegerField(primary_key=True)
    network_id = models.UUIDField()
    kind = models.CharField(max_length=12)
    row = models.UUIDField()

    class Meta:
        indexes = [
            # An interaction keeps its docid itself; an index over all of them would be a tenth of an import's time
            models.Index(fields=["network_id", "row"], condition=~models.Q(kind="interaction"), name="document_by_row")
        ]


def new_docid(moment: datetime) -> int:
    """Sorted by `moment` (aware) to the second, whatever the order of import; unique by chance, checked by the key."""
    return (max(int(moment.timestamp()), 0) << NOISE_BITS) | secrets.randbits(NOISE_BITS)
