"""Amity as a user starts it: real processes on a data folder of their own."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

CHECKOUT = Path(__file__).parent.parent
PATIENCE_SECONDS = 60  # of a slow and busy machine; nothing here is timed


@dataclass(frozen=True)
class Home:
    """Where one Amity lives: its data folder, and its database when that is PostgreSQL."""

    data: Path
    database_url: str = ""

    def environment(self, **settings: str) -> dict[str, str]:
        """Only what a process needs, so that no test depends on who runs it."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        ours = {"AMITY_DATA": str(self.data), "AMITY_DATABASE_URL": self.database_url, "PYTHONPATH": str(CHECKOUT)}
        return kept | ours | {"TZ": "UTC", "COLUMNS": "120", "PYTHONDONTWRITEBYTECODE": "1"} | settings


def amity(home: Home, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return _run(["-m", "amity", *arguments], home.environment(**settings))


def django_says(home: Home, script: str, **settings: str) -> str:
    """What a few lines with Amity's records print there."""
    env = home.environment(DJANGO_SETTINGS_MODULE="amity.config.settings", **settings)
    ended = _run(["-c", f"import django; django.setup()\n{script}"], env)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def _run(arguments: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env=env,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE_SECONDS * 2,
        check=False,
    )


@contextlib.contextmanager
def new_home(data: Path) -> Iterator[Home]:
    """An empty home on the kind of database that this run of the tests is about."""
    server = os.environ.get("AMITY_DATABASE_URL", "")
    if not server:
        yield Home(data)
        return
    name = f"amity_home_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield Home(data, urlsplit(server)._replace(path=f"/{name}").geturl())
        finally:
            _drop(connection, name)


def _drop(connection: psycopg.Connection, name: str) -> None:
    """The server's own cleaning process may be at work in it just then; only a superuser may end that one."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            return
        except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectInUse):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@contextlib.contextmanager
def running(command: list[str], log: Path, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that writes to `log` and is gone, with all it started, when the block ends."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, env=env, stdin=subprocess.DEVNULL, start_new_session=True
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


@contextlib.contextmanager
def serving(home: Home, log: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`amity serve` on a free port, ready to answer."""
    port = free_port()
    env = home.environment(AMITY_PORT=str(port), **settings)
    with running([sys.executable, "-m", "amity", "serve"], log, env) as process:
        wait_for(lambda: answers(port) or process.poll() is not None)
        yield process, port


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def answers(port: int) -> bool:
    """Whether an HTTP answer of any kind comes back."""
    try:
        return get(port, "/").startswith("HTTP/1.1 ")
    except OSError:
        return False


def get(port: int, path: str) -> str:
    """The first bytes of the answer, spoken by hand: no client may retry for us."""
    with connected_to(port) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode())
        return line.recv(65_536).decode(errors="replace")


def connected_to(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)


def claim(home: Home, token: str, name: str = "ada", password: str = "a long walk in spring") -> None:
    """Give the owner a name and a password, as the welcome page does."""
    django_says(home, f"from amity.actions.setup import claim; claim({token!r}, {name!r}, {password!r})")


def wait_for(happened: Callable[[], object]) -> None:
    """Return when it has happened; fail when patience ends."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def children_of(pid: int) -> dict[int, str]:
    """Process ids of the children, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = re.search(r"^PPid:\s+(\d+)", (folder / "status").read_text(), re.MULTILINE)
            if parent and int(parent[1]) == pid:
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
    return found


def is_running(pid: int) -> bool:
    """False for the dead and for those that only wait to be buried."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def is_listening(pid: int) -> bool:
    """Whether this very process holds a listening socket."""
    listening = {line.split()[9] for line in Path("/proc/net/tcp").read_text().splitlines() if " 0A " in line}
    held = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()}
    return any(f"socket:[{inode}]" in held for inode in listening)
