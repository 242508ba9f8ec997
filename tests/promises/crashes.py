"""People write and erase, days turn, and processes die at any moment; run with `tests.elsewhere`.

A day passes whenever each writer has saved something, so that a hundred days pass in a minute and
no save ever lasts a week.
"""

import json
import os
import select
import signal
import traceback
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from secrets import randbelow

from django.conf import settings

from tests.cast import CHEAP
from tests.vault import stage
from tests.vault.stage import MAYA, RAVI, One
from yonder.career.second_factors import HANGING
from yonder.cli.schema import close_connections, prepare_database
from yonder.vault.checking import findings
from yonder.vault.circles import open_circle
from yonder.vault.folders import overwrite
from yonder.vault.here import Vault, open_vault
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import ChangedMeanwhile, Refusal
from yonder.vault.turning import turn

WRITERS = (MAYA, RAVI)
MOST = 20  # entries before the oldest goes
DAY_ONE = datetime(2030, 1, 1, 12, tzinfo=UTC)


def moving() -> Vault:
    """A vault whose days pass when `next_day` is called, in whichever process."""
    return open_vault(settings.RING, lambda: DAY_ONE + timedelta(days=_day()), CHEAP)


def _day() -> int:
    return int((settings.DATA / "day").read_text())


def next_day() -> None:
    overwrite(settings.DATA / "day", str(_day() + 1).encode())


def begin() -> str:
    """A workplace with one circle that Maya and Ravi write in."""
    prepare_database()
    (settings.DATA / "day").write_text("0")
    vault = moving()
    vault.ring.create()
    turn(vault, [HANGING])
    return str(stage.shared(*(stage.join(vault, who) for who in WRITERS)))


class Known:
    """What was promised: `kept` must be there, `gone` must not; the rest was never answered."""

    def __init__(self) -> None:
        self.kept: set[str] = set()
        self.gone: set[str] = set()
        self.answers = 0

    def hear(self, line: str) -> None:
        word, entry = line.split()
        match word:
            case "written":
                self.kept.add(entry)
            case "erasing":
                self.kept.discard(entry)
            case "erased":
                self.gone.add(entry)
        self.answers += word != "erasing"

    def compare(self, seen: dict) -> dict[str, int]:
        there = set(seen["entries"])
        return {
            "lost": len(self.kept - there),
            "resurrected": len(self.gone & there),
            "unreadable": len(seen["unreadable"]),
        }


def write_and_erase(who: One, circle: uuid.UUID, say: Callable[[str], None]) -> None:
    """One save of one person: something new, or the oldest thing away."""
    keyring = stage.sign_in(moving(), who)
    try:
        _one_save(keyring, circle, say)
    except ChangedMeanwhile:
        return


def _one_save(keyring: Keyring, circle: uuid.UUID, say: Callable[[str], None]) -> None:
    opened = open_circle(keyring, circle)
    entries = opened.record.entries
    if len(entries) < MOST and randbelow(10) < 6:
        say(f"written {stage.add(keyring, circle, 'a line').id}")
        return
    if entries:
        oldest = entries[0].id
        say(f"erasing {oldest}")
        opened.record.drop(oldest)
        opened.save()
        say(f"erased {oldest}")


def look(circle: str) -> dict:
    """What is there now, read by both, and everything that does not open."""
    vault, unreadable, entries = moving(), [], []
    try:
        for who in WRITERS:
            opened = open_circle(stage.sign_in(vault, who), uuid.UUID(circle))
            entries = [str(entry.id) for entry in opened.record.entries]
        # A removal that the list could not take is a finding, and it harms nobody's record.
        unreadable += [one for one in findings(vault, [HANGING]) if "lacks the latest" not in one]
    except Refusal as refusal:
        unreadable.append(repr(refusal))
    return {"entries": entries, "unreadable": unreadable}


def forked(work: Callable[[], object]) -> int:
    """Run `work` in a child; its process id."""
    close_connections()
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


@contextmanager
def killed_after(children: list[int]) -> Iterator[None]:
    """Whatever happens in the block, no child outlives it."""
    try:
        yield
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def asked(work: Callable[[], dict]) -> dict:
    """The answer of `work`, from a fresh child that has nothing in memory."""
    ours, theirs = os.pipe()
    child = forked(lambda: os.write(theirs, json.dumps(work()).encode()))
    os.close(theirs)
    with os.fdopen(ours) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return json.loads(said)


def kill_at_any_moment(kills: int) -> dict[str, int]:
    """Two writers and a turner, killed `kills` times; how much of what was promised broke."""
    circle, known = begin(), Known()
    total = {"lost": 0, "resurrected": 0, "unreadable": 0}
    for _ in range(kills):
        _one_round(circle, known)
        for name, count in known.compare(asked(lambda: look(circle))).items():
            total[name] += count
    return total | {"answers": known.answers, "days": _day()}


def _one_round(circle: str, known: Known) -> None:
    ours, theirs = os.pipe()
    dawns = [os.pipe() for _ in WRITERS]
    children = [
        forked(partial(_write_on, who, circle, theirs, dawn[1]))
        for who, dawn in zip(WRITERS, dawns, strict=True)
    ]
    children.append(forked(partial(_turn_on, [dawn[0] for dawn in dawns])))
    os.close(theirs)
    with killed_after(children):
        heard = _listen(ours, 1 + randbelow(30))
    with os.fdopen(ours) as rest:
        for line in (heard + rest.read()).splitlines():
            known.hear(line)
    for end in (end for dawn in dawns for end in dawn):
        os.close(end)


def _write_on(who: One, circle: str, answers: int, dawn: int) -> None:
    while True:
        write_and_erase(
            who, uuid.UUID(circle), lambda line: os.write(answers, f"{line}\n".encode())
        )
        os.write(dawn, b".")


def _turn_on(dawns: list[int]) -> None:
    while all(os.read(dawn, 1) for dawn in dawns):
        next_day()
        turn(moving(), [HANGING])


def _listen(ours: int, lines: int) -> str:
    heard = ""
    while heard.count("\n") < lines:
        more = os.read(ours, 4096).decode()
        assert more, "A writer has ended by itself."
        heard += more
    # A moment more or less, so that not every death follows an answer.
    select.select([], [], [], randbelow(5000) / 1e6)
    return heard
