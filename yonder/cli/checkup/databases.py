"""Is a saved page on the disk when the answer goes out, and are opened keys in no archive?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from yonder.cli.checkup.findings import Finding, Group, Surroundings
from yonder.cli.checkup.places import THIS_MACHINE
from yonder.vault.unlocks import Unlock

FULL = 2  # SQLite's own number for synchronous=FULL
LOGGED = "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relpersistence <> 'u'"
MUST_BE_ON = ("fsync", "synchronous_commit", "full_page_writes")


@dataclass(frozen=True)
class Databases:
    """What the database in use says about itself. `hurries`: settings that wait for no disk."""

    hurries: tuple[str, ...]
    logged: tuple[str, ...] = field(default=())  # passing tables that reach the archive
    readable: bool = False  # on its way to another machine


def gather(where: Surroundings) -> Databases:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            level = cursor.execute("PRAGMA synchronous").fetchone()[0]
            return Databases(("synchronous",) if level < FULL else ())
        return Databases(_hurries(cursor), _logged(cursor), _readable(cursor))


def does_not_wait(facts: Databases) -> Iterator[Finding]:
    for name in facts.hurries:
        yield Finding(
            f"The database does not wait for the disk ({name}), so a power cut loses pages.",
            f"Switch {name} on again in the database.",
        )


def keys_in_archive(facts: Databases) -> Iterator[Finding]:
    for table in facts.logged:
        yield Finding(
            f"The table {table} is logged, so that it lies in archives and replicas.",
            f"In the database: ALTER TABLE {table} SET UNLOGGED.",
        )


def readable_on_its_way(facts: Databases) -> Iterator[Finding]:
    if facts.readable:
        yield Finding(
            "What goes to the database server and back can be read on its way.",
            "Add ?sslmode=verify-full to DATABASE_URL, and give the server a certificate.",
        )


def _hurries(cursor: Any) -> tuple[str, ...]:
    return tuple(name for name in MUST_BE_ON if _asked(cursor, f"SHOW {name}") == ["off"])


def _logged(cursor: Any) -> tuple[str, ...]:
    passing = [Unlock._meta.db_table, Session._meta.db_table]
    return tuple(_asked(cursor, LOGGED, passing))


def _readable(cursor: Any) -> bool:
    host = str(connection.settings_dict["HOST"] or "")
    near = host in THIS_MACHINE or host.startswith("/")
    closed = _asked(cursor, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    return not near and closed != [True]


def _asked(cursor: Any, question: str, *words: object) -> list[Any]:
    cursor.execute(question, words)
    return [row[0] for row in cursor.fetchall()]


DATABASES = Group(gather, (does_not_wait, keys_in_archive, readable_on_its_way))
