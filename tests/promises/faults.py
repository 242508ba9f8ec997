"""A disk that fails, or a process that dies, at the Nth step of writing keys or the gone list."""

import os
import signal
import uuid
from contextlib import suppress
from functools import partial
from typing import Any

from tests.promises.crashes import Known, asked, begin, forked, look, moving, next_day
from tests.vault import stage
from tests.vault.stage import MAYA
from yonder.career.second_factors import HANGING
from yonder.vault import folders
from yonder.vault.ring import Ring, serialize
from yonder.vault.turning import turn


class Fault:
    """Counts the steps of writing small files; the Nth is half done, and then it happens."""

    def __init__(self, nth: int, error: int | None):
        self.left, self.error = nth, error
        self.fsync, self.replace = os.fsync, os.replace

    def step(self, half: Any = lambda: None) -> None:
        self.left -= 1
        if self.left:
            return
        half()
        if self.error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(self.error, os.strerror(self.error))

    def install(self) -> None:
        os.fsync = self._then(self.fsync)
        os.replace = self._then(self.replace)
        folders.open = partial(Halting, self)

    def _then(self, real: Any) -> Any:
        def call(*words: Any) -> Any:
            self.step()
            return real(*words)

        return call


class Halting:
    """A file whose writing may stop in the middle."""

    def __init__(self, fault: Fault, *words: Any, **more: Any):
        self.fault, self.file = fault, open(*words, **more)  # noqa: SIM115 (it is closed below)

    def __enter__(self) -> "Halting":
        return self

    def __exit__(self, *words: Any) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def write(self, content: bytes) -> None:
        self.fault.step(lambda: self._half(content))
        self.file.write(content)

    def _half(self, content: bytes) -> None:
        self.file.write(content[: len(content) // 2])
        self.file.flush()


def at_every_step(error: int | None, in_place: bool = False) -> dict[str, int]:
    """A day of work, again and again, with the fault one step later each time."""
    circle, known = begin(), Known()
    total = {"lost": 0, "resurrected": 0, "unreadable": 0}
    for nth in range(1, 1000):
        heard = asked_lines(lambda say, nth=nth: _a_day(circle, say, Fault(nth, error), in_place))
        for line in heard:
            if line != "done":
                known.hear(line)
        for name, count in known.compare(asked(lambda: look(circle))).items():
            total[name] += count
        if "done" in heard or total["unreadable"]:
            return total | {"steps": nth - 1, "answers": known.answers}
    raise AssertionError("The day never ended.")


def asked_lines(work: Any) -> list[str]:
    """The lines that `work(say)` said in a child, until it ended or died."""
    ours, theirs = os.pipe()
    child = forked(lambda: work(lambda line: os.write(theirs, f"{line}\n".encode())))
    os.close(theirs)
    with os.fdopen(ours) as answers:
        said = answers.read().splitlines()
    os.waitpid(child, 0)
    return said


def _a_day(circle: str, say: Any, fault: Fault, in_place: bool) -> None:
    maya, talks = stage.sign_in(moving(), MAYA), uuid.UUID(circle)
    next_day()
    if in_place:
        Ring._write = _in_place
    fault.install()
    with suppress(OSError):  # the turn comes again in a minute
        turn(moving(), [HANGING])
    entry = stage.add(maya, talks, "a line")
    say(f"written {entry.id}")
    say(f"erasing {entry.id}")
    stage.erase(maya, talks, entry.id)
    say(f"erased {entry.id}")
    if fault.left > 0:
        say("done")


def _in_place(ring: Ring, keys: dict[int, bytes]) -> None:
    with folders.open(ring.file, "wb") as file:
        file.write(serialize(keys))
