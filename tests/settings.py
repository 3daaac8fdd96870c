"""Amity's own settings, on a data folder made for this run of the tests: never the developer's."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["AMITY_DATA"] = tempfile.mkdtemp(prefix="amity-tests-")
atexit.register(shutil.rmtree, os.environ["AMITY_DATA"], ignore_errors=True)

from amity.config.settings import *  # noqa: E402, F403  the data folder comes first
from amity.config.settings import DATA, DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "amity.config.sqlite":
    # pytest-django knows Django's own SQLite backend only by its name, and would put a folder into ours
    DATABASES["default"]["TEST"] = {"NAME": str(Path(DATA) / "test.sqlite3")}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hashing slowly is tested by Django
