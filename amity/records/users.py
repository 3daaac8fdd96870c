"""Who can sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone

from amity.lib.ids import new_id


class Users(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with a password. Until the set-up address is claimed, the owner has none that can be used."""

    placement: ClassVar[str] = "reference"
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Users()


class SetUp(models.Model):
    """The one-time address that lets the owner claim what exists already. Only a digest of its token is kept."""

    placement: ClassVar[str] = "local"
    digest = models.BinaryField(primary_key=True, max_length=32)
    user_id = models.UUIDField()
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    signs_in = models.BooleanField(default=False)  # the sample life's: whoever has it looks around, signed in


class AccountEvent(models.Model):
    """Sign-ins and changes of a password: they belong to no network."""

    placement: ClassVar[str] = "local"
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user_id = models.UUIDField(db_index=True)
    what = models.CharField(max_length=40)
    at = models.DateTimeField()
