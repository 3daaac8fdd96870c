"""What a page costs in a large network and a small one: python -m bench.pages [--people N --interactions M] [--json].

Milliseconds of CPU of Amity's process for one whole request through Django's test client, signed in, templates
included: the median of many requests, with different people and different words. On PostgreSQL the server's own CPU
stands beside it. Where a page has no address, its query alone is measured, and named so.

CPU time too is longer while others use the machine: the large and the small network are measured in turn, several
times, and of each page the least disturbed pass counts.

The networks are made up (bench/made_network.py) and kept in bench/.cache. PostgreSQL is measured when
AMITY_BENCH_DATABASE_URL names a database whose user may create others; it gets the same rows (bench/copied_network.py).
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

CACHE = Path(__file__).parent / ".cache"
LARGE, SMALL = (100_000, 5_000_000), (1_000, 50_000)
TARGETS_MS = {"today": 20.0, "person": 15.0, "people": 15.0, "search": 10.0}
GROWS_AT_MOST = 1.3
PASSES = 5
FIRST_VISIT_BYTES, FIRST_VISIT_REQUESTS = 48 * 1024, 10


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=LARGE[0])
    parser.add_argument("--interactions", type=int, default=LARGE[1])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--plans", action="store_true", help="print how the database goes about each statement")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--copied-from", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(_measure_here(options)))
        return 0
    found = measure((options.people, options.interactions), plans=options.plans)
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        print_table(found)
    return 0


def measure(large: tuple[int, int], *, plans: bool = False) -> dict[str, Any]:
    """Each network and database in a process of its own, because settings are read once."""
    shipped, baselines = {}, {}
    for database in ("sqlite", "postgresql"):
        if database == "postgresql" and not os.environ.get("AMITY_BENCH_DATABASE_URL"):
            print("PostgreSQL is left out: set AMITY_BENCH_DATABASE_URL to measure it.", file=sys.stderr)
            continue
        passes = [
            (_elsewhere(database, large, plans=plans and not number), _elsewhere(database, SMALL, plans=False))
            for number in range(PASSES)
        ]
        shipped[database] = least_disturbed([ours for ours, _ in passes])
        baselines[f"{database}, {SMALL[0]:,} people"] = least_disturbed([small for _, small in passes])
    return {"shipped": shipped, "baselines": baselines}


def least_disturbed(passes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Of each page the pass that took least."""
    pages = {
        page: min((one["pages"][page] for one in passes), key=lambda row: row["cpu_ms"]) for page in passes[0]["pages"]
    }
    return {**passes[0], "pages": pages}


def print_table(found: dict[str, Any]) -> None:
    for database, figures in found["shipped"].items():
        small = found["baselines"][f"{database}, {SMALL[0]:,} people"]
        print(f"\n{database}: {figures['people']:,} people, {figures['interactions']:,} interactions")
        print(f"{'page':<12}{'CPU ms':>8}{'p95':>8}{'server':>8}{'at 1,000':>10}{'times':>7}  {'target':>7}")
        for page, row in figures["pages"].items():
            base, target = small["pages"][page]["cpu_ms"], TARGETS_MS.get(page)
            server = f"{row['server_cpu_ms']:>8.1f}" if row["server_cpu_ms"] is not None else f"{'–':>8}"
            print(
                f"{page:<12}{row['cpu_ms']:>8.1f}{row['p95_ms']:>8.1f}{server}{base:>10.1f}{row['cpu_ms'] / base:>7.2f}"
                f"  {f'≤ {target:.0f}' if target else '':>7}  {row['statements']} statements, {row['layer']}"
            )
        if figures["first_visit"]:
            visit = figures["first_visit"]
            print(
                f"first visit: {visit['bytes'] / 1024:.1f} KB (at most {FIRST_VISIT_BYTES // 1024}) in"
                f" {visit['requests']} requests (at most {FIRST_VISIT_REQUESTS}), fonts left out"
            )


def _elsewhere(database: str, size: tuple[int, int], *, plans: bool) -> dict[str, Any]:
    name = f"{size[0]}-{size[1]}"
    folder = CACHE / f"pages-{database}-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "AMITY_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "amity.config.settings"}
    environment.pop("AMITY_DATABASE_URL", None)
    if database == "postgresql":
        environment["AMITY_DATABASE_URL"] = _database_named(f"amity_pages_{name.replace('-', '_')}")
    command = [sys.executable, "-m", "bench.pages", "--one", "--people", str(size[0]), "--interactions", str(size[1])]
    if database == "postgresql":
        command += ["--copied-from", str(CACHE / f"pages-sqlite-{name}" / "amity.sqlite3")]
    if plans:
        command.append("--plans")
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _database_named(name: str) -> str:
    """The address of a database beside the one that was named; made when missing."""
    import psycopg  # the yardstick alone needs the driver here

    parts = urlsplit(os.environ["AMITY_BENCH_DATABASE_URL"])
    with psycopg.connect(os.environ["AMITY_BENCH_DATABASE_URL"], autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(parts._replace(path=f"/{name}"))


def _measure_here(options: argparse.Namespace) -> dict[str, Any]:
    """In the process that has the settings of one network."""
    import django

    django.setup()
    from bench.page_costs import first_visit, measure_pages, ready

    viewer = ready(options.people, options.interactions, options.copied_from)
    return {
        "people": options.people,
        "interactions": options.interactions,
        "pages": measure_pages(viewer, options.people, plans=options.plans),
        "first_visit": first_visit(viewer),
    }


if __name__ == "__main__":
    sys.exit(main())
