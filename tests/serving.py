"""A real `yonder serve`, started as people start it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

YONDER = [sys.executable, "-m", "yonder.cli.main"]


@dataclass
class Served:
    """A running Yonder: where it answers, where its data lies, and what it has said so far."""

    process: subprocess.Popen[str]
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """For a browser: http://localhost:PORT, without a slash at the end."""
        return self._find(r"(http://localhost:\d+)")

    @property
    def ready(self) -> str:
        """For machines: http://127.0.0.1:PORT."""
        return self._find(r"ready (http://127\.0\.0\.1:\d+)")

    @property
    def first_run(self) -> str:
        """The one-time link for the very first person."""
        return self._find(r"(http\S+/first-run/\S+)")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(30)

    def _find(self, pattern: str) -> str:
        found = re.search(pattern, "\n".join(self.said))
        assert found, self.said
        return found[1]


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """The variables for a Yonder that keeps everything below `folder`, whoever runs the tests."""
    foreign = ("YONDER_", "DJANGO_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    own = {
        "YONDER_DATA": folder / "data",
        "YONDER_UNLOCK": folder / "unlock",
        "XDG_STATE_HOME": folder / "state",
    }
    return kept | {name: str(value) for name, value in own.items()} | variables


def yonder(*words: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*YONDER, *words],
        env=environment(folder, **variables),
        capture_output=True,
        text=True,
        timeout=120,
    )


def assert_refused(answer: subprocess.CompletedProcess[str], what: str) -> None:
    """One line on stderr besides the folder's, a failing exit code, and never a trace."""
    said = [line for line in answer.stderr.splitlines() if not line.startswith("data folder:")]
    assert len(said) == 1, answer.stderr
    assert what in said[0]
    assert (answer.returncode, answer.stdout) == (1, "")


@contextmanager
def serving(*words: str, folder: Path, **variables: str) -> Iterator[Served]:
    """`yonder serve` on a free port until the block ends. Its errors go to folder/errors.txt."""
    folder.mkdir(exist_ok=True)
    with (folder / "errors.txt").open("a") as errors:
        process = subprocess.Popen(
            [*YONDER, *(words or ("serve",)), "--port", "0"],
            env=environment(folder, **variables),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    with process:
        served = Served(process, folder)
        try:
            _wait_until_ready(served)
            yield served
        finally:
            process.terminate()
            process.wait(30)


def _wait_until_ready(served: Served) -> None:
    assert served.process.stdout
    for line in served.process.stdout:
        served.said.append(line.rstrip())
        if "Ctrl+C" in line:
            break
    else:
        raise AssertionError((served.folder / "errors.txt").read_text())


@contextmanager
def own_database() -> Iterator[dict[str, str]]:
    """With PostgreSQL: a database of its own on the same server, as variables. Else nothing."""
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        yield {}
        return
    name = f"yonder_{uuid.uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield {"DATABASE_URL": re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", address, count=1)}
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def served(open_post_office) -> Iterator[Served]:
    """One real Yonder for all browser tests; its letters go to the post office."""
    with (
        tempfile.TemporaryDirectory(prefix="yonder-served-") as folder,
        own_database() as database,
        serving(folder=Path(folder), **open_post_office.variables, **database) as running,
    ):
        yield running


@pytest.fixture
def database() -> Iterator[dict[str, str]]:
    """Variables for a Yonder of this test's own: a PostgreSQL database, or nothing for SQLite."""
    with own_database() as variables:
        yield variables
