"""Every row belongs to one network. A scope is opened by a viewer, and nothing outside it can be seen or written.

PLACEMENT  `network` (has a network, the default), `root` (Network), `reference` (users, memberships) or `local` (jobs,
           sessions, the full-text table): where a host with many machines keeps the table. Tests walk all models.
"""

import functools
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Concatenate, NoReturn, ParamSpec, TypeVar

from django.db import models, transaction
from django.db.models.sql.where import WhereNode

from amity.lib.ids import new_id
from amity.lib.viewer import Role, Viewer

_network: ContextVar[uuid.UUID | None] = ContextVar("amity_network", default=None)
P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)


class NoScope(RuntimeError):
    """Rows were asked for outside a viewer's scope: a mistake of ours, never of the user."""


class MayNotChange(PermissionError):
    """A member with the role of a viewer tried to change something."""


@contextmanager
def scope_of(viewer: Viewer) -> Iterator[None]:
    """Open the viewer's network for everything inside."""
    token = _network.set(viewer.network)
    try:
        yield
    finally:
        _network.reset(token)


def current_network() -> uuid.UUID:
    network = _network.get()
    if network is None:
        raise NoScope("no viewer has opened a scope")
    return network


def reads(function: Callable[Concatenate[Viewer, P], R]) -> Callable[Concatenate[Viewer, P], R]:
    """A query: runs inside the scope of its first argument."""

    @functools.wraps(function)
    def inside(viewer: Viewer, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with scope_of(viewer):
            return function(viewer, *args, **kwargs)

    return inside


def changes(function: Callable[Concatenate[Viewer, P], R]) -> Callable[Concatenate[Viewer, P], R]:
    """An action: runs inside the scope of its first argument, in one transaction, and only for who may change."""

    @functools.wraps(function)
    def inside(viewer: Viewer, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if viewer.role is Role.VIEWER:
            raise MayNotChange("You can look at this network, but not change it.")
        with scope_of(viewer), transaction.atomic():
            return function(viewer, *args, **kwargs)

    return inside


class ScopedManager(models.Manager[M]):
    """Rows of the open network only."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(network_id=current_network())


class ReadOnly(models.QuerySet[M]):
    """Rows of all networks, to look at."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NoScope("the operator's manager only reads")

    create = bulk_create = update = bulk_update = delete = get_or_create = update_or_create = _refuse


class OperatorManager(models.Manager[M]):
    """Unscoped and read-only: for upkeep over all networks, named so that it is seen."""

    def get_queryset(self) -> models.QuerySet[M]:
        return ReadOnly(self.model, using=self._db)


class NetworkForeignKey(models.ForeignKey):  # type: ignore[type-arg]  # generic only in the stubs
    """A key between two network models: the network goes along into every join and descriptor look-up.

    Measured in design: without it, a spread database must ask every machine for each join.
    """

    def get_joining_fields(self, reverse_join: bool = False) -> tuple[tuple[Any, Any], ...]:
        ours = self.model._meta.get_field("network")
        theirs = self.remote_field.model._meta.get_field("network")
        pair = (theirs, ours) if reverse_join else (ours, theirs)
        return (*super().get_joining_fields(reverse_join), pair)

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        # exclude(x__y=…) becomes a subquery whose first join Django trims; only there is `alias` None
        network = _network.get()
        if alias is None and related_alias and network is not None:
            field: Any = self.model._meta.get_field("network")
            return WhereNode([field.get_lookup("exact")(field.get_col(related_alias), network)])
        return None

    def get_extra_descriptor_filter(self, instance: Any) -> dict[str, uuid.UUID]:
        return {"network_id": instance.network_id}


class NetworkModel(models.Model):
    """A row of one network. The key is a UUIDv7 made here; the network never changes."""

    placement: ClassVar[str] = "network"
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey("records.Network", models.CASCADE, related_name="+", editable=False, db_index=False)

    objects = ScopedManager()
    unscoped = OperatorManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Looked up in __dict__: touching a deferred network would cost a query a row in cascades
        network = _network.get()
        if self.__dict__.get("network_id", 0) is None and network is not None:
            self.network_id = network

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.network_id != current_network():
            raise NoScope("a row never changes its network")
        super().save(*args, **kwargs)
