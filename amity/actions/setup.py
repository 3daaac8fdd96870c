"""The first start: the tables, the owner and their network, and the one-time address that claims them."""

import hashlib
import pkgutil
import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from amity.actions.locks import waiting_for
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Role, Viewer
from amity.queries.access import owner_here
from amity.records.models import AccountEvent, Circle, Membership, Network, Preferences, SetUp, User
from amity.records.scope import scope_of

UNCLAIMED_NAME = "owner"  # until the set-up address is used; nobody can sign in with it
CIRCLES = (
    ("Family", "r-family"),
    ("Friends", "r-friends"),
    ("Neighbours", "r-neighbours"),
    ("Ex-colleagues", "r-excol"),
    ("Clients", "r-clients"),
    ("Classmates", "r-class"),
    ("Peers", "r-class"),
    ("Met through others", "r-through"),
)
STARTING_LOCK = 0x416D697479  # "Amity": PostgreSQL's lock for hosts that share a database but no folder

Applied = set[tuple[str, str]]


class NewerData(RuntimeError):
    """The data was written by a later release than this one, which would not understand it."""


class NoDatabase(RuntimeError):
    """The database is away, or the file is none. The sentence carries the driver's reason."""


class TokenState(StrEnum):
    """What a set-up address is still good for."""

    OPEN = "open"
    USED = "used"
    UNKNOWN = "unknown"


def prepare() -> Viewer:
    """Bring the tables up to date, make the owner and their network when there are none, and give the owner's viewer.

    Two processes may start on one empty database: the second waits for the first. Raises NewerData, NoDatabase.
    """
    _refuse_no_database()
    if _is_up_to_date():
        viewer = owner_here()
        if viewer is not None:
            return viewer
    with _while_nobody_else_starts():
        if not _is_up_to_date():
            call_command("migrate", interactive=False, verbosity=0)
        return ensure_network()


def ensure_network() -> Viewer:
    """The owner's viewer; owner, network, member, preferences and first circles are made on an empty database."""
    with transaction.atomic():
        return owner_here() or _make_network()


def new_set_up_token() -> str | None:
    """A fresh token for the set-up address, which ends any earlier one; None once the owner has a password."""
    with transaction.atomic():
        user = _owner()
        if user.has_usable_password():
            return None
        token = secrets.token_urlsafe(24)
        SetUp.objects.filter(used_at=None, signs_in=False).delete()
        SetUp.objects.create(digest=_digest(token), user_id=user.pk, made_at=clock.now())
        return token


def new_signed_in_token() -> str:
    """A token whose address signs in whoever opens it: for the sample life alone, where there is nobody to protect."""
    with transaction.atomic():
        token = secrets.token_urlsafe(24)
        SetUp.objects.filter(signs_in=True).delete()
        SetUp.objects.create(digest=_digest(token), user_id=_owner().pk, made_at=clock.now(), signs_in=True)
        return token


def signed_in_by(token: str) -> uuid.UUID | None:
    """The user whom a signed-in address lets in, or None."""
    return SetUp.objects.filter(digest=_digest(token), signs_in=True).values_list("user_id", flat=True).first()


def token_state(token: str) -> TokenState:
    """Whether `token` still opens the door. Asking spends nothing."""
    row = SetUp.objects.filter(digest=_digest(token), signs_in=False).first()
    if row is None:
        return TokenState.UNKNOWN
    return TokenState.OPEN if row.used_at is None else TokenState.USED


def claim(token: str, username: str, password: str) -> uuid.UUID:
    """Give the owner a name and a password, once. Returns the user's id.

    Raises NotHere for a token that is spent or unknown, NotAccepted (field "username" or "password") for bad input,
    which leaves the token as it was.
    """
    now = clock.now()
    with transaction.atomic():
        # the condition and the write are one statement: of two browsers at once only one gets in
        if not SetUp.objects.filter(digest=_digest(token), used_at=None, signs_in=False).update(used_at=now):
            raise NotHere("This set-up address has been used already, or a newer one was made.")
        user = User.objects.get(pk=SetUp.objects.get(digest=_digest(token)).user_id)
        user.username = _accepted_username(user, username)
        _refuse_weak(password, user)
        user.set_password(password)
        user.save(update_fields=["username", "password"])
        AccountEvent.objects.create(user_id=user.pk, what="claimed", at=now)
        return user.pk


def _refuse_no_database() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        reason = str(error).partition("\n")[0].rstrip(".")  # the driver goes on with advice for administrators
        raise NoDatabase(f"The database cannot be used: {reason}.") from error


def _is_up_to_date() -> bool:
    """Compare names only: building Django's migration graph would cost every command a tenth of a second."""
    applied = {key for key in MigrationRecorder(connection).applied_migrations()}
    ours = _on_disk()
    unknown = sorted(name for app, name in applied - ours if app == "records")
    if unknown:
        raise NewerData(f"This data was written by a newer Amity (it has {unknown[-1]}). Please install that one.")
    return ours <= applied


def _on_disk() -> Applied:
    found: Applied = set()
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations"
        found |= {(app.label, m.name) for m in pkgutil.iter_modules([str(folder)]) if m.name[0] not in "_~"}
    return found


@contextmanager
def _while_nobody_else_starts() -> Iterator[None]:
    with waiting_for(settings.DATA / "starting.lock"):
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [STARTING_LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [STARTING_LOCK])


def _make_network() -> Viewer:
    now = clock.now()
    user = User.objects.create_user(UNCLAIMED_NAME)
    network = Network.objects.create(name="My network", made_at=now)
    member = Membership.objects.create(user=user, network_id=network.pk, role=Role.OWNER, joined_at=now)
    viewer = Viewer(network.pk, member.pk, Role.OWNER, settings.OWNER_TIME_ZONE)
    with scope_of(viewer):
        Preferences.objects.create(member_id=member.pk, time_zone=settings.OWNER_TIME_ZONE.key)
        Circle.objects.bulk_create(
            Circle(name=name, mark=mark, position=position) for position, (name, mark) in enumerate(CIRCLES)
        )
    return viewer


def _owner() -> User:
    membership = Membership.objects.filter(role=Role.OWNER).order_by("joined_at").select_related("user").first()
    if membership is None:
        raise NotHere("Nobody owns this data yet.")
    return membership.user


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _accepted_username(user: User, username: str) -> str:
    wanted = User.normalize_username(username.strip())
    if not wanted:
        raise NotAccepted("Choose a name to sign in with.", "username")
    try:
        User._meta.get_field("username").clean(wanted, user)
    except ValidationError as error:
        raise NotAccepted(" ".join(error.messages), "username") from None
    if User.objects.filter(username__iexact=wanted).exclude(pk=user.pk).exists():
        raise NotAccepted("Somebody here signs in with that name already.", "username")
    return wanted


def _refuse_weak(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise NotAccepted(" ".join(error.messages), "password") from None
