"""The `amity` command: the settings first, then the commands, which need them."""

import os

import django

os.umask(0o077)  # whatever we write is the owner's alone: the database, uploads, what the children write
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amity.config.settings")
django.setup()

from amity.surfaces.cli.app import app  # noqa: E402  the commands call queries and actions, which have models


def run() -> None:
    app(prog_name="amity")
