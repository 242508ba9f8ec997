"""Two people save as fast as they can while backups are made; run with `tests.elsewhere`."""

import os
import time
import uuid
from functools import partial
from pathlib import Path

from tests.promises.crashes import forked, killed_after
from tests.vault import stage
from tests.vault.stage import MAYA, RAVI, One
from tests.workplaces import on
from yonder.career.second_factors import HANGING
from yonder.cli.schema import prepare_database
from yonder.vault import circles
from yonder.vault.backups import Backup, back_up

SAVES = 20  # heard before each backup, so that all of them meet writers
BACKUPS = 5


def back_up_while_writing(folder: str) -> dict[str, object]:
    """Five backups under two writers: how many saves failed, and the longest one."""
    circle = begin()
    ours, theirs = os.pipe()
    writers = [forked(partial(_save_on, who, circle[who.name], theirs)) for who in (MAYA, RAVI)]
    os.close(theirs)
    before: list[str] = []
    with os.fdopen(ours) as answers:
        with killed_after(writers):
            for _ in range(BACKUPS):
                before += [answers.readline() for _ in range(SAVES)]
                made = _back_up(Path(folder))
        after = answers.read().splitlines()
    took = [float(line.split()[1]) for line in before + after if line.startswith("saved")]
    return {
        "saved": len(took),
        "failed": sum(line.startswith("failed") for line in before + after),
        "slowest_ms": round(max(took) * 1000),
        "backup": str(made.folder),
        "heard": [line.split()[2] for line in before],
        "circle": {name: str(one) for name, one in circle.items()},
    }


def _back_up(folder: Path) -> Backup:
    return back_up(on(0), folder / "b", folder / "r", yonder="test", also=[HANGING])


def begin() -> dict[str, uuid.UUID]:
    """Maya and Ravi, each with a circle to write in."""
    prepare_database()
    vault = on(0)
    vault.ring.create()
    vault.gone.begin_day()
    return {who.name: circles.create(stage.join(vault, who), who.name) for who in (MAYA, RAVI)}


def read(circle: dict[str, str]) -> list[str]:
    """Every entry that the two read."""
    vault = on(0)
    return [
        str(entry.id)
        for who in (MAYA, RAVI)
        for entry in circles.open_circle(
            stage.sign_in(vault, who), uuid.UUID(circle[who.name])
        ).record.entries
    ]


def _save_on(who: One, circle: uuid.UUID, answers: int) -> None:
    keyring = stage.sign_in(on(0), who)
    while True:
        began = time.monotonic()
        try:
            entry = stage.add(keyring, circle, "a line")
            line = f"saved {time.monotonic() - began} {entry.id}\n"
        except Exception as error:
            line = f"failed 0 {error!r}\n"
        os.write(answers, line.encode())
