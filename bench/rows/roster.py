"""Taking in a list of people, against a short program that loads the same file by hand."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import budgets
from bench.databases import Fresh
from bench.figures import Figure
from bench.serving import MEBI, PYTHON, NotServed, run
from bench.spread import ratios, spread
from tests.serving import environment

YONDER, BY_HAND = "yonder.cli.main", "bench.by_hand"
KIBI = 1024


@dataclass(frozen=True)
class Crowd:
    """A workplace into which a list was loaded."""

    folder: Path
    database: dict[str, str]
    people: int


@dataclass(frozen=True)
class Taken:
    seconds: float
    memory: float  # MiB at most


def crowds(folder: Path, kind: str, fresh: Fresh, people: int) -> Iterator[Figure | Crowd]:
    """Load a thousand and then `people`. Gives the figures, and the two workplaces."""
    few, many, other = (_empty(folder / name, fresh) for name in ("few", "many", "by-hand"))
    file = folder / "people.csv"
    small = _loaded(few, file, 1_000)
    yield Crowd(*few, 1_000)
    _written(other, file, people)
    by_hand = _timed(other, BY_HAND, str(file))
    shutil.rmtree(other[0])
    ours = _loaded(many, file, people)
    times, yardstick = spread([ours.seconds]), spread([by_hand.seconds])
    what = f"list of {people:,} people"
    yield Figure(f"{what}, by hand", kind, "s", yardstick)
    yield Figure(what, kind, "s", times, ratios(times, yardstick), budgets.ROSTER)
    memory, before = spread([ours.memory]), spread([small.memory])
    ratio = ratios(memory, before)
    yield Figure(f"{what}: memory", kind, "MiB", memory, ratio, budgets.ROSTER_MEMORY)
    yield Crowd(*many, people)


def _empty(folder: Path, fresh: Fresh) -> tuple[Path, dict[str, str]]:
    folder.mkdir(parents=True)
    return folder, fresh()


def _loaded(place: tuple[Path, dict[str, str]], file: Path, people: int) -> Taken:
    _written(place, file, people)
    return _timed(place, YONDER, *_words(place, file))


def _written(place: tuple[Path, dict[str, str]], file: Path, people: int) -> None:
    run("bench.crowd", str(file), str(people), folder=place[0], database=place[1])


def _words(place: tuple[Path, dict[str, str]], file: Path) -> list[str]:
    return ["people", "import", str(file), "--yes", "--data", str(place[0] / "data")]


def _timed(place: tuple[Path, dict[str, str]], module: str, *words: str) -> Taken:
    """Seconds of a process from its beginning to its end, and the most memory it had."""
    folder, database = place
    began = time.perf_counter()
    with subprocess.Popen(
        [*PYTHON, module, *words],
        env=environment(folder, **database),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise NotServed(said)
    return Taken(time.perf_counter() - began, used.ru_maxrss * KIBI / MEBI)
