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
    """Sorted by `moment` (aware) to the second, whatever the order of import; unique by chance, checked by the key.

    Chance is enough for letters, which are spread over years. Where many rows share one moment, ask `new_docids`.
    """
    return (max(int(moment.timestamp()), 0) << NOISE_BITS) | secrets.randbits(NOISE_BITS)


def new_docids(moment: datetime, count: int) -> range:
    """As many in a row that nothing stands at: thousands of one moment would meet each other by chance."""
    second = max(int(moment.timestamp()), 0) << NOISE_BITS
    while True:
        first = second + secrets.randbelow((1 << NOISE_BITS) - count + 1)
        if not Document.objects.filter(docid__gte=first, docid__lt=first + count).exists():
            return range(first, first + count)
