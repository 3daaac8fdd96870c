"""The measuring itself, inside a process whose settings name one network (bench.pages starts it)."""

import gzip
import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve

from amity.lib.viewer import Viewer
from amity.queries.people import Only, Order, people_page
from amity.queries.person import person_page
from amity.queries.search import find
from amity.queries.timeline import Kind, timeline
from amity.queries.today import today_page
from amity.records import fulltext
from bench import copied_network
from bench.made_ledger import make_ledger
from bench.made_network import ON, Pen, Size, make, nearest_first
from bench.statements import heard, print_plans

ROUNDS, WARM_UP = 60, 12
HEADERS = {"HTTP_HOST": "localhost"}
TICKS = os.sysconf("SC_CLK_TCK")
_LINKED = re.compile(r'(?:href|src)="(/[^"#?]+\.(?:css|js|svg|ico|png|webmanifest))"')


@dataclass(frozen=True)
class Page:
    """One page: its addresses, and its query for as long as there is no address."""

    name: str
    addresses: Sequence[str]
    query: Callable[[int], Any]


def ready(people: int, interactions: int, copied_from: Path | None) -> Viewer:
    """The network, made or copied from a SQLite file when it is not there yet."""
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    viewer = copied_network.copy(copied_from) if copied_from else make(Size(people, interactions))
    make_ledger(viewer, people)
    fulltext.gather()  # as every night does
    return viewer


def pages(viewer: Viewer, people: int) -> list[Page]:
    keys = list(nearest_first(viewer, ROUNDS))
    pen = Pen.seeded(people)  # the words that the texts were written with
    one = [pen.words[rank][:length] for rank, length in zip(range(2, 2 + ROUNDS), cycle((9, 5, 4)), strict=False)]
    two = [f"{pen.words[rank]} {pen.words[rank + 7][:4]}" for rank in range(3, 3 + ROUNDS)]
    words = [text for both in zip(one, two, strict=True) for text in both][:ROUNDS]
    names = [pen.name()[: 3 + number % 4] for number in range(ROUNDS)]
    orders = list(Order)
    return [
        Page("today", ["/"], lambda _: today_page(viewer, ON)),
        Page("people", ["/people/"], lambda _: people_page(viewer, ON)),
        Page("person", [f"/people/{key}/" for key in keys], lambda n: person_page(viewer, keys[n % len(keys)], ON)),
        Page("search", [f"/search/?text={text}" for text in words], lambda n: find(viewer, words[n % len(words)], ON)),
        Page(
            "search, names", [f"/search/?text={text}" for text in names], lambda n: find(viewer, names[n % ROUNDS], ON)
        ),
        Page(
            "people, orders",
            [f"/people/?order={order}" for order in orders],
            lambda n: people_page(viewer, ON, order=orders[n % len(orders)]),
        ),
        Page("people, quiet", ["/people/?only=quiet"], lambda _: people_page(viewer, ON, only=Only.QUIET)),
        Page("person, notes", [], lambda n: timeline(viewer, keys[n % 20], ON, kind=Kind.NOTES)),
    ]


def measure_pages(viewer: Viewer, people: int, *, plans: bool) -> dict[str, dict[str, Any]]:
    client = signed_in()
    return {page.name: _measure(page, client, plans=plans) for page in pages(viewer, people)}


def signed_in() -> Client:
    client = Client(raise_request_exception=False, **HEADERS)
    client.force_login(get_user_model().objects.order_by("date_joined")[0])
    return client


def _measure(page: Page, client: Client, *, plans: bool) -> dict[str, Any]:
    run, layer = _way(page, client)
    for number in range(WARM_UP):
        run(number)
    with heard() as statements:
        run(0)
    if plans:
        print_plans(page.name, statements)
    costs, server = [], _server_seconds()
    for number in range(ROUNDS):
        began = time.process_time()
        run(number)
        costs.append((time.process_time() - began) * 1000)
    spent = _server_seconds()
    return {
        "cpu_ms": round(median(costs), 2),
        "p95_ms": round(sorted(costs)[int(len(costs) * 0.95)], 2),
        "server_cpu_ms": round((spent - server) * 1000 / ROUNDS, 2)
        if spent is not None and server is not None
        else None,
        "statements": len(statements),
        "layer": layer,
    }


def _way(page: Page, client: Client) -> tuple[Callable[[int], Any], str]:
    """Through the whole request where the page has an address that answers, else its query."""
    if page.addresses and _is_there(page.addresses[0], client):
        return lambda number: client.get(page.addresses[number % len(page.addresses)]), "whole page"
    return page.query, "query alone"


def _is_there(address: str, client: Client) -> bool:
    try:
        resolve(address.partition("?")[0])
    except Resolver404:
        return False
    return client.get(address).status_code == 200


def _server_seconds() -> float | None:
    """CPU of the server's process behind this connection, for as long as it runs on this machine."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / TICKS


def first_visit(viewer: Viewer) -> dict[str, int] | None:
    """What a browser fetches for Today the first time, compressed, without fonts."""
    client = signed_in()
    if not _is_there("/", client):
        return None
    html = client.get("/").content
    linked = sorted(set(_LINKED.findall(html.decode())))
    sizes = [len(gzip.compress(html, 6))]
    for address in linked:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        sizes.append(len(gzip.compress(body, 9)))
    return {"bytes": sum(sizes), "requests": len(sizes)}
