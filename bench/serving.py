"""The servers that are measured: started here, on this machine alone, ended with their block."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.serving import environment, serving

PYTHON = [sys.executable, "-P", "-m"]
SECONDS_TO_STOP = 30
MEBI = 1024 * 1024


class NotServed(Exception):
    """A server did not come up. What it said about that lies in the message."""


@dataclass(frozen=True)
class Server:
    """Where it answers, and the processes that answer."""

    address: str
    parent: psutil.Process

    @property
    def workers(self) -> list[psutil.Process]:
        """Those who hold the door open. The clock beside them has let go of it."""
        return [child for child in self.parent.children() if _listens(child)]

    def cpu(self) -> float:
        """Seconds of computing that the workers have had so far, in Python and in the kernel."""
        taken = [worker.cpu_times() for worker in self.workers]
        return sum(times.user + times.system for times in taken)

    def memory(self) -> list[float]:
        """MiB in memory of each worker, what they share counted in each."""
        return [worker.memory_info().rss / MEBI for worker in self.workers]


@contextmanager
def yonder(folder: Path, database: dict[str, str]) -> Iterator[Server]:
    """`yonder serve` over this folder."""
    with serving(folder=folder, **database) as served:
        yield Server(served.ready, psutil.Process(served.process.pid))


@contextmanager
def limit(folder: Path, database: dict[str, str]) -> Iterator[Server]:
    """The limit page. Raises `NotServed`."""
    folder.mkdir()
    variables = environment(folder, **database)
    words = [*PYTHON, "bench.limit.serve"]
    with subprocess.Popen(words, env=variables, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Server(_address(process), psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(SECONDS_TO_STOP)


def run(module: str, *words: str, folder: Path, database: dict[str, str]) -> str:
    """Run one of the bench's own modules over this folder. Gives what it said at the end."""
    variables = environment(folder, **database)
    done = subprocess.run(
        [*PYTHON, module, *words], env=variables, capture_output=True, text=True, timeout=300
    )
    if done.returncode:
        raise NotServed(done.stderr)
    return done.stdout.strip().splitlines()[-1]


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    word, _, address = process.stdout.readline().strip().partition(" ")
    if word != "ready":
        raise NotServed("The limit page was not served.")
    return address


def _listens(process: psutil.Process) -> bool:
    doors = process.net_connections(kind="tcp")
    return any(door.status == psutil.CONN_LISTEN for door in doors)
