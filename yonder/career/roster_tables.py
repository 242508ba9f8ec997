"""A roster beside the people who are here, in tables that only this connection sees.

They are gone with the block that made them. A million rows need no more memory than a hundred: the
database puts what is too much for it into files of its own, and takes them away again.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection, transaction

from yonder.career.people import Person

BATCH = 2_000
COLUMNS = "line, number, email, name, unit, shift, manager, leaves_on, fresh, secret"
COPY = f"COPY roster_rows ({COLUMNS}) FROM STDIN"
INSERT = f"INSERT INTO roster_rows ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"  # noqa: S608 - our own names
ROWS = """CREATE TEMP TABLE roster_rows (line integer PRIMARY KEY, number varchar(40),
    email varchar(254), name varchar(80), unit varchar(80), shift varchar(40),
    manager varchar(254), leaves_on date, fresh {id}, secret varchar(128))"""
# Who has which address: confirmed, or of somebody who has not joined. A claimed one counts nothing.
MAILS = """CREATE TEMP TABLE roster_mails AS SELECT email, id, times FROM (
    SELECT e.email AS email, p.id AS id, COUNT(*) OVER (PARTITION BY e.email) AS times,
        ROW_NUMBER() OVER (PARTITION BY e.email ORDER BY e.id) AS nth
    FROM account_emailaddress e JOIN career_person p ON p.id = e.user_id
    WHERE p.is_active AND (e.verified OR p.login IS NULL)) AS every WHERE nth = 1"""
KNOWN = """CREATE TEMP TABLE roster_known AS SELECT name, id, times FROM (
    SELECT name, id, COUNT(*) OVER (PARTITION BY name) AS times,
        ROW_NUMBER() OVER (PARTITION BY name ORDER BY id) AS nth
    FROM career_person WHERE is_active AND name IN
        (SELECT name FROM roster_rows WHERE number IS NULL AND email IS NULL)) AS every
    WHERE nth = 1"""
# A person is found by number, else by address, else by a name that only one has.
ROSTER = """CREATE TEMP TABLE roster AS SELECT r.line, r.number, r.email, r.name, r.unit, r.shift,
    r.manager, r.leaves_on, r.secret, n.id AS by_number, m.id AS by_email, k.id AS by_name,
    COALESCE(n.id, m.id, k.id) AS person, COALESCE(n.id, m.id, k.id, r.fresh) AS id
    FROM roster_rows r LEFT JOIN career_person n ON n.number = r.number AND n.is_active
    LEFT JOIN roster_mails m ON m.email = r.email
    LEFT JOIN roster_known k ON k.name = r.name AND r.number IS NULL AND r.email IS NULL"""
PEOPLE = """CREATE TEMP TABLE roster_people (place integer PRIMARY KEY, id {id},
    number varchar(40), name varchar(80), leader {id})"""
LISTED = """INSERT INTO roster_people SELECT r.line, r.id, COALESCE(r.number, p.number), r.name,
    CASE WHEN r.manager IS NULL THEN p.manager_id END
    FROM roster r LEFT JOIN career_person p ON p.id = r.person"""
OTHERS = """INSERT INTO roster_people SELECT (SELECT COALESCE(MAX(line), 0) FROM roster)
    + ROW_NUMBER() OVER (ORDER BY p.id), p.id, p.number, p.name, p.manager_id
    FROM career_person p WHERE p.is_active
    AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.id = p.id)"""
NAMES = """CREATE TEMP TABLE roster_names AS SELECT name, id, times FROM (
    SELECT name, id, COUNT(*) OVER (PARTITION BY name) AS times,
        ROW_NUMBER() OVER (PARTITION BY name ORDER BY place) AS nth
    FROM roster_people) AS every WHERE nth = 1"""
LED = """CREATE TEMP TABLE roster_led AS SELECT r.line, r.manager, u.times AS times,
    COALESCE(n.id, f.id, m.id, CASE WHEN u.times = 1 THEN u.id END) AS leader
    FROM roster r LEFT JOIN roster_people n ON n.number = r.manager
    LEFT JOIN roster f ON f.email = r.manager
    LEFT JOIN roster_mails m ON m.email = r.manager
    LEFT JOIN roster_names u ON u.name = r.manager WHERE r.manager <> ''"""
# The name and the addresses of somebody who has joined are their own: a list does not change them.
CHANGES = """CREATE TEMP TABLE roster_changes AS SELECT * FROM (
    SELECT r.id AS id, COALESCE(r.number, p.number) AS number, p.number AS old_number,
        CASE WHEN p.login IS NULL THEN r.name ELSE p.name END AS name, p.name AS old_name,
        COALESCE(r.unit, p.unit) AS unit, p.unit AS old_unit,
        COALESCE(r.shift, p.shift) AS shift, p.shift AS old_shift,
        CASE WHEN r.manager IS NULL THEN p.manager_id ELSE l.leader END AS manager_id,
        p.manager_id AS old_manager,
        CASE WHEN r.leaves_on IS NULL OR (r.leaves_on <= %s AND p.leaves_on <= %s)
            THEN p.leaves_on WHEN r.leaves_on <= %s THEN %s ELSE r.leaves_on END AS leaves_on,
        p.leaves_on AS old_day, r.email AS email,
        p.login IS NULL AND r.email IS NOT NULL AND e.id IS NULL AS mailed
    FROM roster r JOIN career_person p ON p.id = r.person
    LEFT JOIN roster_led l ON l.line = r.line
    LEFT JOIN account_emailaddress e ON e.user_id = p.id AND e.email = r.email) AS every
    WHERE COALESCE(number, '') <> COALESCE(old_number, '') OR name <> old_name
    OR unit <> old_unit OR shift <> old_shift OR mailed
    OR manager_id <> old_manager OR (manager_id IS NULL) <> (old_manager IS NULL)
    OR leaves_on <> old_day OR (leaves_on IS NULL) <> (old_day IS NULL)"""
# Who is not on the list. Whoever has a role of the workplace gets a last day by hand alone.
AWAY = """CREATE TEMP TABLE roster_away AS SELECT p.id, p.name FROM career_person p
    WHERE p.is_active AND p.leaves_on IS NULL AND NOT p.people_operations AND NOT p.runs_server
    AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.id = p.id)"""
DROP = "DROP TABLE IF EXISTS {}"
COMPARED = ("mails", "known", "people", "names", "led", "changes", "away")


class Entry(NamedTuple):
    """A row of a list of people. None says nothing; "" in unit, shift or manager says: none."""

    line: int
    number: str | None
    email: str | None
    name: str
    unit: str | None
    shift: str | None
    manager: str | None
    leaves_on: date | None


class Fresh(NamedTuple):
    """What a row gets in case that it is somebody new."""

    id: object
    secret: str


@contextmanager
def tables() -> Iterator[None]:
    """The tables, empty, for as long as the block lasts."""
    run(ROWS.format(id=_id_type()))
    try:
        yield
    finally:
        forget()
        run(DROP.format("roster_rows"))


def fill(entries: Iterable[tuple[Entry, Fresh]]) -> None:
    """Put the rows of a list into the tables, a batch at a time."""
    rows: Iterator[Sequence[Any]] = ((*entry, *fresh) for entry, fresh in entries)
    if connection.vendor == "postgresql":
        # What breaks off in the middle takes back its rows, and nothing around them.
        with transaction.atomic(), connection.cursor() as cursor, cursor.copy(COPY) as copy:
            for row in rows:
                copy.write_row(row)
        return
    with connection.cursor() as cursor:
        while batch := list(islice(rows, BATCH)):
            # A savepoint alone locks nothing of other people's tables.
            cursor.execute("SAVEPOINT roster")
            cursor.executemany(INSERT, batch)
            cursor.execute("RELEASE roster")


def forget() -> None:
    """Without what was compared, so that it can be compared again."""
    for name in ("roster", *(f"roster_{one}" for one in COMPARED)):
        run(DROP.format(name))


def run(statement: str, words: Sequence[Any] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, words)


def all_of(statement: str, words: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, words)
        return list(cursor.fetchall())


def one_of(statement: str, words: Sequence[Any] = ()) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, words)
        return int(cursor.fetchone()[0])


def names_at(places: Iterable[int]) -> dict[int, str]:
    """Place → name."""
    asked = list(places)
    marks = ", ".join(["%s"] * len(asked))
    question = f"SELECT place, name FROM roster_people WHERE place IN ({marks})"  # noqa: S608 - marks
    return dict(all_of(question, asked)) if asked else {}


def people_table() -> str:
    return PEOPLE.format(id=_id_type())


def _id_type() -> str:
    return str(Person._meta.pk.db_type(connection))
