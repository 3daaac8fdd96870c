"""Needs and offers of people, when the owner asked how to help, and which need meets which offer."""

from django.db import models

from amity.judgement.vocabulary import MatchState
from amity.records.facts import Fact
from amity.records.interactions import Interaction
from amity.records.people import Person
from amity.records.scope import NetworkForeignKey, NetworkModel
from amity.records.told import Told


class Need(Told):
    """Something a person needs. `confirmed_on`: the owner last heard that it is still so."""

    confirmed_on = models.DateField(null=True)
    vector = models.BinaryField(null=True)  # lib.meaning: what it is about

    class Meta(Told.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_need")]
        indexes = [
            models.Index(fields=["network", "state", "said_on"], name="need_by_state"),
            models.Index(fields=["network", "person", "state"], name="need_by_person"),
        ]


class Offer(Told):
    """Something a person offers, or can do."""

    confirmed_on = models.DateField(null=True)
    vector = models.BinaryField(null=True)

    class Meta(Told.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "key"], name="one_offer")]
        indexes = [
            models.Index(fields=["network", "state", "said_on"], name="offer_by_state"),
            models.Index(fields=["network", "person", "state"], name="offer_by_person"),
        ]


class HelpAsked(NetworkModel):
    """That the member asked somebody how they can help, and what the answer was."""

    member_id = models.UUIDField()
    person = NetworkForeignKey(Person, models.CASCADE, related_name="asked_how_to_help")
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    interaction = NetworkForeignKey(Interaction, models.SET_NULL, null=True, related_name="+")
    private_to = models.UUIDField(null=True)
    touched_at = models.DateTimeField(null=True)
    intake = NetworkForeignKey("records.Intake", models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta(NetworkModel.Meta):
        indexes = [models.Index(fields=["network", "member_id", "person", "-asked_on"], name="asked_last")]


class FactMeaning(NetworkModel):
    """What a fact is about, as lib.meaning gives it, so that a new need is held against all facts at once."""

    fact = NetworkForeignKey(Fact, models.CASCADE, related_name="meanings")
    person = NetworkForeignKey(Person, models.CASCADE, related_name="+")
    vector = models.BinaryField()

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "fact"], name="one_meaning")]


class Match(NetworkModel):
    """A need that an offer or a fact of `person` may meet, and what the owner made of it, which is remembered."""

    need = NetworkForeignKey(Need, models.CASCADE, related_name="matches")
    person = NetworkForeignKey(Person, models.CASCADE, related_name="could_help")
    offer = NetworkForeignKey(Offer, models.CASCADE, null=True, related_name="matches")
    fact = NetworkForeignKey(Fact, models.CASCADE, null=True, related_name="matches")
    closeness = models.FloatField()  # cosine, 0 to 1
    state = models.CharField(max_length=12, default=MatchState.SUGGESTED.value)
    decided_at = models.DateTimeField(null=True)

    class Meta(NetworkModel.Meta):
        constraints = [models.UniqueConstraint(fields=["network", "need", "person"], name="one_match")]
