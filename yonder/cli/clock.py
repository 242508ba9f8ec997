"""The one process beside the web workers: the daily turn, and once a minute what is due."""

import os
import select
import signal
import time
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from django.db import close_old_connections

from yonder.career import ticking
from yonder.cli.troubles import note
from yonder.vault.here import date_of, vault

MINUTE = 60.0
PATIENCE = 10.0  # seconds a tick may take to end before it is ended


class Closable(Protocol):
    def close(self) -> None: ...


class Clock:
    """A child process that lives exactly as long as the process that made it.

    It holds the reading end of a pipe nobody writes to. When the other end closes, by `stop` or
    because the parent died in whatever way, the clock ends after the tick it is in.
    """

    def __init__(self) -> None:
        self.pid, self._line = 0, -1

    def keep(self, doors: Iterable[Closable]) -> None:
        """Start the clock if it is not there (any more); it closes the `doors` it was born with."""
        if not _alive(self.pid):
            self.let_go()
            self._start(doors)

    def let_go(self) -> None:
        """Close this process's end of the line. Other children do so too, or it never closes."""
        if self._line >= 0:
            os.close(self._line)
            self._line = -1

    def stop(self) -> None:
        """End the clock and wait until it is gone."""
        self.let_go()
        if self.pid and not _gone_within(self.pid, PATIENCE):
            os.kill(self.pid, signal.SIGKILL)
        self.pid = 0

    def _start(self, doors: Iterable[Closable]) -> None:
        listen, self._line = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(listen)
            return
        try:
            self.let_go()
            for door in doors:
                door.close()
            _be_deaf()
            _run(listen)
        finally:
            os._exit(0)


def _run(line: int) -> None:
    today: date | None = None
    while True:
        today = _tick(today)
        closed, _, _ = select.select([line], [], [], MINUTE)
        if closed:
            return


def _tick(turned: date | None) -> date | None:
    """One round. A failure is noted, and the next minute is another chance."""
    here = vault()
    try:
        today = date_of(here.today())
        if turned != today:
            ticking.day(here)
        ticking.tick(here)
    except Exception as error:
        note(error)
        return turned
    else:
        return today
    finally:
        close_old_connections()


def _be_deaf() -> None:
    # A key press in the terminal reaches every process; only the parent answers it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _alive(pid: int) -> bool:
    if not pid:
        return False
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


def _gone_within(pid: int, seconds: float) -> bool:
    limit = time.monotonic() + seconds
    while _alive(pid):
        if time.monotonic() > limit:
            return False
        time.sleep(0.01)
    return True
