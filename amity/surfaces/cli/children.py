"""A parent for a few programs: restarts what dies, passes a stop on, and leaves no orphan when it is killed itself."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

DEATHS_A_MINUTE = 5  # more than this is something a restart does not mend: let systemd or docker see it
FIRST_PAUSE_SECONDS = 0.5
LOOK_EVERY_SECONDS = 0.1
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    """What to run, and which of our open files it shares."""

    name: str
    command: tuple[str, ...]
    keep_open: tuple[int, ...] = ()


@dataclass
class Child:
    """One program, its process while it has one, and when it died lately."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)
    start_at: float = 0.0

    def look(self, now: float) -> None:
        """Start what should run; note a death and put the next start off, longer each time."""
        if self.process is None:
            if now >= self.start_at:
                self.process = _start(self.program)
        elif self.process.poll() is not None:
            self.deaths = [at for at in self.deaths if now - at < 60] + [now]
            self.start_at = now + FIRST_PAUSE_SECONDS * 2 ** (len(self.deaths) - 1)
            _say(f"the {self.program.name} process ended ({_how(self.process.returncode)}); starting it again.")
            self.process = None

    @property
    def is_hopeless(self) -> bool:
        return len(self.deaths) >= DEATHS_A_MINUTE


@dataclass
class Stop:
    """Set by a signal."""

    asked: bool = False

    def ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


def keep_running(programs: Sequence[Program], *, grace_seconds: float) -> int:
    """Run all `programs` until a signal asks us to stop (exit code 0), or one keeps dying (1)."""
    stop = Stop()
    signal.signal(signal.SIGTERM, stop.ask)
    signal.signal(signal.SIGINT, stop.ask)
    children = [Child(program) for program in programs]
    hopeless: list[Child] = []
    while not stop.asked and not hopeless:
        now = time.monotonic()
        for child in children:
            child.look(now)
        hopeless = [child for child in children if child.is_hopeless]
        time.sleep(LOOK_EVERY_SECONDS)
    _stop([child.process for child in children if child.process], grace_seconds)
    for child in hopeless:
        _say(f"the {child.program.name} process ended {DEATHS_A_MINUTE} times within a minute; giving up.")
    return 1 if hopeless else 0


def _start(program: Program) -> subprocess.Popen[bytes]:
    parent = os.getpid()

    def die_with_parent() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != parent:  # it died before we could ask to be told
                os._exit(0)

    # a session of its own: Ctrl-C in a terminal reaches the parent alone, which then stops the children in order
    return subprocess.Popen(
        program.command, pass_fds=program.keep_open, preexec_fn=die_with_parent, start_new_session=True
    )


def _stop(processes: Sequence[subprocess.Popen[bytes]], grace_seconds: float) -> None:
    for process in processes:
        process.terminate()
    end = time.monotonic() + grace_seconds
    for process in processes:
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _how(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"


def _say(sentence: str) -> None:
    print(f"amity: {sentence}", file=sys.stderr, flush=True)
