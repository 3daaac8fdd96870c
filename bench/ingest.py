"""Bringing in mail, beside mu and notmuch: python -m bench.ingest [--messages N] [--json] [--again].

The same generated messages go through `amity import` in an empty data folder (people, ties, likely doubles, search) and
through `mu init`, `mu index` and `notmuch new`. Every program is measured as a whole process, from its start to its
end: CPU seconds in user and system mode, and the most memory it held. The peers want a Maildir: writing that is not
charged to them. Making Amity's tables on the first start is charged to Amity.

ratio_mu, ratio_notmuch   their CPU seconds divided by ours: 5 means that Amity needs a fifth
growth                    our CPU per message, divided by that of a tenth of the messages (with --growth)
seconds_detect            what looking through the same messages for promises, needs and offers takes afterwards, without
                          the start of its process; the peers do nothing of the kind, so it is in no ratio

The peers' figures are kept in bench/.cache beside the messages; --again measures them anew.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "bench" / ".cache"
GENERATOR = Path(os.environ.get("AMITY_SHARED", ROOT.parent / "shared")) / "tools" / "gen" / "gen_mail.py"
MESSAGES = 20_000
SEED = 7
TARGETS = {"ratio_mu": 5.0, "ratio_notmuch": 15.0, "peak_mb": 300.0}


@dataclass(frozen=True)
class Cost:
    """What one program took: CPU seconds, and the most memory in MB."""

    cpu_seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Figures:
    """One run over one file."""

    messages: int
    ratio_mu: float
    ratio_notmuch: float
    messages_per_cpu_second: float
    microseconds_a_message: float
    peak_mb: float
    seconds_detect: float
    amity: Cost
    mu: Cost
    notmuch: Cost


def main() -> None:
    asked = _arguments()
    figures = measure(asked.messages, again=asked.again)
    growth = None
    if asked.growth:
        small, _ = amity(mailbox(asked.messages // 10))
        growth = figures.microseconds_a_message / (small.cpu_seconds * 1e6 / (asked.messages // 10))
    if asked.json:
        shipped = {"ratio_mu": figures.ratio_mu, "ratio_notmuch": figures.ratio_notmuch, "peak_mb": figures.peak_mb}
        baselines = {"mu": asdict(figures.mu), "notmuch": asdict(figures.notmuch), "targets": TARGETS}
        print(json.dumps(asdict(figures) | {"growth": growth, "shipped": shipped, "baselines": baselines}))
        return
    print(f"{figures.messages:,} messages         CPU s     MB")
    for name, cost in (("amity", figures.amity), ("mu", figures.mu), ("notmuch", figures.notmuch)):
        print(f"{name:24}{cost.cpu_seconds:8.1f}{cost.peak_mb:7.0f}")
    print(f"mu / amity {figures.ratio_mu:.1f}, notmuch / amity {figures.ratio_notmuch:.1f}, ", end="")
    print(f"{figures.messages_per_cpu_second:,.0f} messages a CPU second")
    print(f"looked through for promises, needs and offers afterwards: {figures.seconds_detect:.1f} CPU s")
    if growth:
        print(f"a message costs {growth:.2f} times what it costs in a tenth of the messages")


def measure(messages: int, *, again: bool = False) -> Figures:
    """All three over the same messages."""
    path = mailbox(messages)
    ours, seconds_detect = amity(path)
    peers = {name: _kept(path, name, again=again) for name in PEERS}
    return Figures(
        messages=messages,
        ratio_mu=peers["mu"].cpu_seconds / ours.cpu_seconds,
        ratio_notmuch=peers["notmuch"].cpu_seconds / ours.cpu_seconds,
        messages_per_cpu_second=messages / ours.cpu_seconds,
        microseconds_a_message=ours.cpu_seconds * 1e6 / messages,
        peak_mb=ours.peak_mb,
        seconds_detect=seconds_detect,
        amity=ours,
        mu=peers["mu"],
        notmuch=peers["notmuch"],
    )


def mailbox(messages: int) -> Path:
    """The generated messages, made once."""
    CACHE.mkdir(exist_ok=True)
    path = CACHE / f"mail-{messages}.mbox"
    if not path.exists():
        command = [sys.executable, GENERATOR.name, str(path.absolute()), "--n", str(messages), "--seed", str(SEED)]
        subprocess.run(command, cwd=GENERATOR.parent, check=True, stdout=subprocess.DEVNULL)
    return path


def amity(path: Path) -> tuple[Cost, float]:
    """`amity import` into an empty folder, and the CPU seconds of looking through what came.

    Going on with an import that is read looks through it; doing so once more costs the start of the process alone.
    """
    with tempfile.TemporaryDirectory(prefix="amity-bench-") as data:
        run, where = [sys.executable, "-m", "amity"], {"AMITY_DATA": data}
        brought = _run([*run, "import", str(path), "--later", "--json"], where)
        listed = subprocess.run([*run, "imports", "--json"], cwd=ROOT, env={**os.environ, **where}, capture_output=True)
        resume = [*run, "imports", "resume", json.loads(listed.stdout)[0]["id"]]
        looked, again = _run(resume, where), _run(resume, where)
        return brought, looked.cpu_seconds - again.cpu_seconds


def mu(maildir: Path, home: Path) -> Cost:
    """`mu init`, then `mu index`."""
    made = _run(["mu", "init", f"--muhome={home}/mu", f"--maildir={maildir}"], {"HOME": str(home)})
    read = _run(["mu", "index", f"--muhome={home}/mu", "--quiet"], {"HOME": str(home)})
    return Cost(made.cpu_seconds + read.cpu_seconds, max(made.peak_mb, read.peak_mb))


def notmuch(maildir: Path, home: Path) -> Cost:
    """`notmuch new`, with its database beside the messages as it wants it."""
    settings = home / "notmuch-config"
    settings.write_text(f"[database]\npath={maildir}\n[user]\nname=Me\nprimary_email=me@bench.example\n")
    return _run(["notmuch", "new", "--quiet"], {"HOME": str(home), "NOTMUCH_CONFIG": str(settings)})


PEERS = {"mu": mu, "notmuch": notmuch}


def _kept(path: Path, name: str, *, again: bool) -> Cost:
    kept = path.with_suffix(f".{_digest(path)}.{name}.json")
    if again or not kept.exists():
        with tempfile.TemporaryDirectory(prefix="amity-bench-", dir=CACHE) as home:
            maildir = _maildir(path, Path(home))
            kept.write_text(json.dumps(asdict(PEERS[name](maildir, Path(home)))))
    return Cost(**json.loads(kept.read_text()))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=8)).hexdigest()


def _maildir(path: Path, home: Path) -> Path:
    maildir = home / "mail"
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True)
    number, lines = 0, []
    with path.open("rb") as file:
        for line in file:
            if line.startswith(b"From ") and lines:
                _write(maildir, number, lines)
                number, lines = number + 1, []
            lines.append(line)
    _write(maildir, number, lines)
    return maildir


def _write(maildir: Path, number: int, lines: Sequence[bytes]) -> None:
    own = [line[1:] if line.startswith(b">From ") else line for line in lines[1:]]
    (maildir / "cur" / f"{number:08}.bench:2,S").write_bytes(b"".join(own))


def _run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read().decode("utf-8", "replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {said[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--again", action="store_true", help="measure the peers anew")
    parser.add_argument("--growth", action="store_true", help="measure a tenth of the messages as well")
    asked = parser.parse_args()
    for program in PEERS:
        if shutil.which(program) is None:
            parser.error(f"{program} is not installed")
    if not GENERATOR.exists():
        parser.error("the generator is not there: set AMITY_SHARED to the folder that holds tools/gen")
    return asked


if __name__ == "__main__":
    main()
