"""`python -m amity` is the `amity` command."""

from amity.surfaces.cli.main import run

run()
