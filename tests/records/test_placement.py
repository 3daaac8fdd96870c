"""Every table says where a host with many machines keeps it, and obeys what follows from that."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from amity.records.models import Network, Person, User
from amity.records.scope import NetworkForeignKey, NetworkModel

PLACEMENTS = {"network", "root", "reference", "local"}
# Tables of other people's apps cannot say it themselves; none of them holds anything of a network.
OF_OTHERS = {
    "account.EmailAddress": "reference",
    "account.EmailConfirmation": "reference",
    "auth.Group": "reference",
    "auth.Group_permissions": "reference",
    "auth.Permission": "reference",
    "contenttypes.ContentType": "reference",
    "django_tasks_database.DBTaskResult": "local",
    "sessions.Session": "local",
}


def placement(model) -> str | None:
    if isinstance(model, str):  # of a planted model, whose keys nobody resolves
        model = apps.get_model(model)
    return getattr(model, "placement", None) or OF_OTHERS.get(model._meta.label)


def breaches(model) -> list[str]:
    """What a model does that its placement forbids, each in a few words."""
    where = placement(model)
    if where not in PLACEMENTS:
        return ["declares no placement"]
    found = list(_keys_across(model, where))
    if where == "network":
        found += [*_identity(model), *_uniqueness(model), *_relations(model)]
    return [f"{model._meta.label}: {breach}" for breach in found]


def _keys_across(model, where):
    for column in model._meta.local_fields:
        target = column.related_model
        if target is None:
            continue
        if where in ("reference", "local") and placement(target) in ("network", "root"):
            yield f"{column.name} points from a {where} table into a network"
        if where in ("network", "root") and placement(target) in ("reference", "local"):
            yield f"{column.name} points out of the network; keep the plain UUID"


def _identity(model):
    key = model._meta.pk
    if key.name != "id" or type(key) is not models.UUIDField:
        yield "its key is not a UUID named id"
    if model._meta.parents:
        yield "it inherits from another table"
    if model._meta.base_manager_name != "objects" or model._meta.default_manager_name != "objects":
        yield "its Meta does not inherit the scoped managers"
    for column in model._meta.local_fields:
        if isinstance(column, models.AutoField):
            yield f"{column.name} is a sequence"


def _uniqueness(model):
    for column in model._meta.local_fields:
        if column.unique and not column.primary_key:
            yield f"{column.name} is unique without the network"
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            names = {*constraint.fields, *(getattr(part, "name", "") for part in constraint.expressions)}
            if "network" not in names:
                yield f"{constraint.name} is unique without the network"
    for columns in model._meta.unique_together:
        if "network" not in columns:
            yield f"{columns} are unique without the network"


def _relations(model):
    for column in model._meta.local_fields:
        target = column.related_model
        if target and placement(target) == "network" and not isinstance(column, NetworkForeignKey):
            yield f"{column.name} is no NetworkForeignKey"
    for many in model._meta.local_many_to_many:
        if many.remote_field.through._meta.auto_created:
            yield f"{many.name} is many to many without a model of its own"
    for column in model._meta.private_fields:
        yield f"{column.name} is a generic key"


def installed():
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


@pytest.mark.parametrize("model", installed(), ids=lambda model: model._meta.label)
def test_every_installed_model_keeps_to_its_placement(model):
    assert breaches(model) == []


def test_no_name_of_a_table_of_others_is_listed_in_vain():
    labels = {model._meta.label for model in installed()}

    assert set(OF_OTHERS) <= labels


@isolate_apps("amity.records")
def test_a_model_without_placement_is_caught():
    class Stray(models.Model):
        class Meta:
            app_label = "records"

    assert breaches(Stray) == ["declares no placement"]


@isolate_apps("amity.records")
def test_a_network_model_that_breaks_every_rule_is_caught_for_each():
    class Bad(NetworkModel):
        slug = models.CharField(max_length=9, unique=True)
        number = models.SmallIntegerField()
        who = models.ForeignKey(Person, models.CASCADE, related_name="+")
        user = models.ForeignKey(User, models.CASCADE, related_name="+")
        also = models.ManyToManyField(Person, related_name="+")

        class Meta:
            app_label = "records"
            constraints = [models.UniqueConstraint(fields=["number"], name="one_number")]

    assert breaches(Bad) == [
        "records.Bad: user points out of the network; keep the plain UUID",
        "records.Bad: its Meta does not inherit the scoped managers",
        "records.Bad: slug is unique without the network",
        "records.Bad: one_number is unique without the network",
        "records.Bad: who is no NetworkForeignKey",
        "records.Bad: also is many to many without a model of its own",
    ]


@isolate_apps("amity.records")
def test_a_sequence_as_the_key_of_a_network_model_is_caught():
    class Counted(models.Model):
        placement = "network"
        id = models.BigAutoField(primary_key=True)
        network = models.ForeignKey(Network, models.CASCADE, related_name="+")

        class Meta:
            app_label = "records"

    found = " ".join(breaches(Counted))

    assert "its key is not a UUID named id" in found
    assert "id is a sequence" in found


@isolate_apps("amity.records")
def test_a_key_from_outside_into_a_network_is_caught():
    class Note(models.Model):
        placement = "local"
        person = models.ForeignKey(Person, models.CASCADE, related_name="+")

        class Meta:
            app_label = "records"

    assert breaches(Note) == ["records.Note: person points from a local table into a network"]
