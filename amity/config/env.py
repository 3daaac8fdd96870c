"""Typed settings from the environment: read once, refused with a sentence when wrong."""

import contextlib
import os
import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs


class BadSetting(SystemExit):
    """A setting that cannot be used; the sentence goes to standard error, the exit code is 78 (EX_CONFIG)."""

    def __init__(self, name: str, why: str) -> None:
        print(f"amity: {name} {why}", file=sys.stderr)
        super().__init__(78)


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def whole_number(name: str, default: int, low: int, high: int) -> int:
    given = text(name)
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or not low <= int(given) <= high:
        raise BadSetting(name, f"must be a whole number from {low} to {high}; it is {given!r}.")
    return int(given)


def yes_or_no(name: str, *, default: bool) -> bool:
    given = text(name).lower()
    if given in ("", "yes", "true", "1", "on", "no", "false", "0", "off"):
        return default if not given else given in ("yes", "true", "1", "on")
    raise BadSetting(name, f"must be yes or no; it is {given!r}.")


def folder(name: str, default: Path) -> Path:
    """A folder only its owner can read, made when missing."""
    path = Path(text(name) or default).expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = path / f".amity-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise BadSetting(name, f"names {path}, where nothing can be written ({error.strerror}).") from None
    return path


def existing_folder(name: str) -> Path | None:
    given = text(name)
    if not given:
        return None
    path = Path(given).expanduser().absolute()
    if not path.is_dir():
        raise BadSetting(name, f"names {path}, which is not a folder.")
    return path


def data_folder() -> Path:
    return folder("AMITY_DATA", Path(platformdirs.user_data_dir("amity", appauthor=False)))


def time_zone(name: str) -> ZoneInfo:
    """An IANA zone; without one, this machine's, and UTC where the machine does not say."""
    given = text(name)
    try:
        return ZoneInfo(given or _zone_of_machine())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        if given:
            raise BadSetting(name, f'must be a time zone like "Europe/Berlin"; it is {given!r}.') from None
        return ZoneInfo("UTC")


def _zone_of_machine() -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    return named or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]


def address(name: str, default: str) -> str:
    """The address people open, as "https://amity.example": scheme and host, nothing behind."""
    given = text(name, default).rstrip("/")
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise BadSetting(name, f'must look like "https://amity.example"; it is {given!r}.')
    return given


def secret(name: str, keep_in: Path) -> str:
    """From the environment, else made once and kept in a file that only its owner can read."""
    given = text(name)
    if given:
        if len(given) < 32:
            raise BadSetting(name, "must have at least 32 characters.")
        return given
    file = keep_in / "secret-key"
    if not file.exists():
        _keep_new_secret(file)
    return file.read_text().strip()


def _keep_new_secret(file: Path) -> None:
    fresh = file.with_name(f".secret-key-{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as writing:
        writing.write(secrets.token_urlsafe(48))
    # linked whole or not at all: two first starts at once must agree on one, and never read half of it
    with contextlib.suppress(FileExistsError):
        os.link(fresh, file)
    fresh.unlink()


def database(name: str, data: Path) -> dict[str, object]:
    """Django's DATABASES entry: the file in the data folder, or PostgreSQL by address."""
    given = text(name)
    if not given:
        return {
            "ENGINE": "amity.config.sqlite",
            "NAME": data / "amity.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; "
                    "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=8589934592;"
                ),
            },
        }
    parts = urlsplit(given)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise BadSetting(name, 'must look like "postgresql://user:password@host:5432/amity".')
    try:
        port = parts.port or 5432
    except ValueError:
        raise BadSetting(name, "has a port that is not a number.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": parts.username or "",
        "PASSWORD": parts.password or "",
        "HOST": parts.hostname or "",
        "PORT": port,
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
    }
