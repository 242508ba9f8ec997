"""`python -m bench.by_hand FILE`: what somebody writes who only wants a list in the table.

Python's csv, and the quickest way of the database; nothing is checked, and all of it is in memory.
"""

import csv
import os
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

PEOPLE = "id, password, name, number, language, unit, shift, manager_id"
FLAGS = "is_active, people_operations, runs_server"
MAILS = 'email, verified, "primary", user_id'


def main(file: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    django.setup()
    from django.db import connection, transaction

    addresses: list[tuple[Any, ...]] = []
    with transaction.atomic(), connection.cursor() as cursor:
        _put(cursor, "career_person", f"{PEOPLE}, {FLAGS}", _people(Path(file), addresses))
        _put(cursor, "account_emailaddress", MAILS, iter(addresses))
    print("loaded")


def _people(file: Path, addresses: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    ids: dict[str, str] = {}
    with file.open(newline="", encoding="utf-8") as opened:
        rows = csv.reader(opened)
        next(rows)
        for number, name, email, unit, shift, leader in rows:
            made = ids[number] = uuid.uuid4().hex
            addresses.append((email, False, True, made))
            place = (number, "en", unit, shift, ids.get(leader))
            yield made, "!", name, *place, True, False, False


def _put(cursor: Any, table: str, columns: str, rows: Iterator[tuple[Any, ...]]) -> None:
    from django.db import connection

    if connection.vendor == "postgresql":
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join(["%s"] * (columns.count(",") + 1))
    cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - ours


if __name__ == "__main__":
    main(*sys.argv[1:])
