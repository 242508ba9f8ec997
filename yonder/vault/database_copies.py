"""A copy of the database while people write, and the way back. Without what must never be copied:
the unlock store and the counts of guesses (2.3)."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection

from yonder.vault.folders import sync
from yonder.vault.refusals import Hindered
from yonder.vault.unlocks import Unlock

FILES = {"sqlite": "yonder.sqlite3", "postgresql": "yonder.pgdump"}
PAGES_A_STEP = 1024
PATIENCE = 20.0  # seconds
Progress = Callable[[int, int], object]


def file_name() -> str:
    """What the copy of the database in use is called."""
    return FILES[connection.vendor]


def save(target: Path, progress: Progress) -> None:
    """Copy the database in use into the new file `target`, as it is at one moment."""
    if connection.vendor == "sqlite":
        _copy_pages(target, progress)
    else:
        _call("pg_dump", "--format=custom", *_passing_tables(), f"--file={target}")
    _sync(target)


def load(copy: Path) -> None:
    """Fill the database in use, which must be empty, from a copy of its own kind."""
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        shutil.copyfile(copy, target)
        _sync(target)
        return
    _refuse_full_database()
    _call("pg_restore", "--single-transaction", "--exit-on-error", str(copy))
    connection.close()


def _copy_pages(target: Path, progress: Progress) -> None:
    source_name = connection.settings_dict["NAME"]
    with (
        closing(sqlite3.connect(source_name, timeout=PATIENCE, isolation_level=None)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        # An open read holds one moment still; without it every save would start the copy afresh.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(
            copy,
            pages=PAGES_A_STEP,
            progress=lambda _, left, total: progress(total - left, total),
        )
        # So that the copy is one whole file, wherever it is opened.
        copy.execute("PRAGMA journal_mode=DELETE")


def _passing_tables() -> list[str]:
    tables = [Unlock._meta.db_table, settings.CACHES["default"]["LOCATION"]]
    left_out = [f"--exclude-table-data={table}" for table in tables]
    return ["--no-unlogged-table-data", *left_out]


def _refuse_full_database() -> None:
    if connection.introspection.table_names():
        raise Hindered(
            "The database that DATABASE_URL names is not empty.",
            "Nothing was changed.",
            "Make a new, empty database and name that one.",
        )


def _call(tool: str, *words: str) -> None:
    from psycopg.conninfo import make_conninfo

    params = connection.get_connection_params()
    ours = {
        "pool",
        "context",
        "cursor_factory",
        "prepare_threshold",
        "password",
        "server_side_binding",
    }
    address = make_conninfo(**{name: v for name, v in params.items() if name not in ours})
    secret = {"PGPASSWORD": params["password"]} if params.get("password") else {}
    where = [f"--dbname={address}", "--no-owner", "--no-privileges"]
    done = subprocess.run(
        [_found(tool), *where, *words],
        env=os.environ | secret,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Hindered(
            f"{tool} could not do its part: {_reason(done.stderr)}",
            "What was saved is safe.",
            f"Use the {tool} that belongs to your database server, and try again.",
        )


def _found(tool: str) -> str:
    if found := shutil.which(tool):
        return found
    raise Hindered(
        f"{tool} is not on this machine. Yonder needs it to copy a PostgreSQL database.",
        "Nothing was changed.",
        "Install the PostgreSQL client programs of your server's version, then try again.",
    )


def _reason(said: str) -> str:
    lines = [line for line in said.strip().splitlines() if "error" in line] or ["no reason given"]
    return lines[0].rpartition("error: ")[2].rstrip(".") + "."


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
    sync(path.parent)
