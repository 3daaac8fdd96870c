"""People, how they are reached, and where they stand among others."""

from django.db import models

from amity.judgement.vocabulary import HandleKind, Shape
from amity.records.scope import NetworkForeignKey, NetworkModel

NAME_LENGTH = 300


class Person(NetworkModel):
    """Somebody. Without `kept_at` a candidate; merged and trashed people keep their row for as long as undo does."""

    name = models.CharField(max_length=NAME_LENGTH)
    given = models.CharField(max_length=NAME_LENGTH, blank=True)
    family = models.CharField(max_length=NAME_LENGTH, blank=True)
    called = models.CharField(max_length=NAME_LENGTH, blank=True)
    latin = models.CharField(max_length=NAME_LENGTH, blank=True)  # where the name is written in other letters
    sort_name = models.CharField(max_length=NAME_LENGTH)
    shape = models.CharField(max_length=12, default=Shape.PERSON.value)
    pronouns = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=35, blank=True)
    born_year = models.PositiveSmallIntegerField(null=True)
    born_month = models.PositiveSmallIntegerField(null=True)
    born_day = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=NAME_LENGTH, blank=True)
    work = models.CharField(max_length=NAME_LENGTH, blank=True)
    met_through = NetworkForeignKey("self", models.SET_NULL, null=True, related_name="led_to")
    met_how = models.CharField(max_length=NAME_LENGTH, blank=True)
    kept_at = models.DateTimeField(null=True)
    chosen_at = models.DateTimeField(null=True)  # the owner said so, or a card did: no count takes them out again
    standing = models.CharField(max_length=NAME_LENGTH, blank=True)  # judgement.personhood: the reason in a sentence
    aside = models.BooleanField(default=False)  # a list, a desk, a machine: neither kept nor a candidate
    rank = models.FloatField(default=0)  # puts candidates in order, the likeliest first; never shown
    trashed_at = models.DateTimeField(null=True)
    merged_into = NetworkForeignKey("self", models.SET_NULL, null=True, related_name="merged_from")
    touched_at = models.DateTimeField(null=True)  # by hand, so that undoing an intake leaves them
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+")

    class Meta(NetworkModel.Meta):
        indexes = [
            models.Index(fields=["network", "sort_name"], name="person_by_name"),
            models.Index(
                fields=["network", "sort_name", "id"],
                condition=models.Q(kept_at__isnull=False, trashed_at=None, merged_into=None),
                name="person_listed",
            ),
            models.Index(
                fields=["network", "trashed_at"], condition=models.Q(trashed_at__isnull=False), name="person_in_bin"
            ),
            models.Index(
                fields=["network", "born_month", "born_day"],
                condition=models.Q(born_month__isnull=False),
                name="person_by_birthday",
            ),
            models.Index(
                fields=["network", "-rank"],
                condition=models.Q(kept_at=None, aside=False, trashed_at=None, merged_into=None),
                name="person_candidates",
            ),
        ]


class Handle(NetworkModel):
    """An address, number or account that reaches a person. `names` counts the names written beside it."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="handles")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in HandleKind])
    value = models.CharField(max_length=320)
    shown = models.CharField(max_length=320, blank=True)
    label = models.CharField(max_length=60, blank=True)
    names = models.JSONField(default=dict)
    signature = models.TextField(blank=True)
    signature_at = models.DateTimeField(null=True)
    shared = models.BooleanField(default=False)  # two people write from it: it says nothing about who is who
    touched_at = models.DateTimeField(null=True)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "person", "kind", "value"], name="one_handle")]
        indexes = [models.Index(fields=["network", "kind", "value"], name="handle_by_value")]


class Circle(NetworkModel):
    """Family, friends, neighbours … `rhythm_days` is how often the owner would like to be in touch with all of them."""

    name = models.CharField(max_length=60)
    mark = models.CharField(max_length=20, default="r-through")
    position = models.PositiveSmallIntegerField(default=0)
    rhythm_days = models.PositiveSmallIntegerField(null=True)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="one_circle")]


class InCircle(NetworkModel):
    circle = NetworkForeignKey(Circle, models.CASCADE, related_name="members")
    person = NetworkForeignKey(Person, models.CASCADE, related_name="circles")
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "circle", "person"], name="once_in_a_circle")]


class Relationship(NetworkModel):
    """`person` is `kind` `other`: "sister of", "colleague of"."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="relationships")
    other = NetworkForeignKey(Person, models.CASCADE, related_name="related_from")
    kind = models.CharField(max_length=60)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "person", "other", "kind"], name="one_relationship")]


class Photo(NetworkModel):
    """A face, decoded and written anew by us: what came is never served."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="photos")
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    digest = models.BinaryField(max_length=32)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "person", "digest"], name="one_photo")]


class Card(NetworkModel):
    """The text of an address-book card exactly as it came, so that what we do not understand survives a round trip."""

    person = NetworkForeignKey(Person, models.CASCADE, related_name="cards")
    key = models.BinaryField(max_length=16)
    verbatim = models.TextField()
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_card")]
