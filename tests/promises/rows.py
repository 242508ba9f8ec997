"""Every row of every table of every database, as it lies there."""

from django.db import connections

Rows = dict[str, list[str]]


def every_row() -> Rows:
    """Table → its rows as text, in a fixed order."""
    found: Rows = {}
    for alias in connections:
        with connections[alias].cursor() as cursor:
            for table in sorted(connections[alias].introspection.table_names(cursor)):
                cursor.execute(f'SELECT * FROM "{table}"')
                found[table] = sorted(map(_text, cursor.fetchall()))
    return found


def tables() -> dict[str, list[str]]:
    """Table → its columns, whoever made it."""
    found: dict[str, list[str]] = {}
    for alias in connections:
        with connections[alias].cursor() as cursor:
            look = connections[alias].introspection
            for table in look.table_names(cursor):
                found[table] = [one.name for one in look.get_table_description(cursor, table)]
    return found


def differing(before: Rows, after: Rows) -> dict[str, list[str]]:
    """Table → the rows that are in one of the two and not in the other."""
    names = before.keys() | after.keys()
    pairs = {name: (set(before.get(name, [])), set(after.get(name, []))) for name in names}
    return {name: sorted(one ^ two) for name, (one, two) in pairs.items() if one != two}


def _text(row: tuple[object, ...]) -> str:
    binary = (bytes, memoryview)
    return repr([bytes(cell).hex() if isinstance(cell, binary) else cell for cell in row])
