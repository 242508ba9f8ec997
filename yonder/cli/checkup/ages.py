"""Do the parts that Yonder stands on still get mends for their holes?"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import django
from django.db import connection

from yonder.cli.checkup.findings import Finding, Group, Surroundings

# The last day with mends, as their makers have announced it.
PYTHON = {
    (3, 11): date(2027, 10, 31),
    (3, 12): date(2028, 10, 31),
    (3, 13): date(2029, 10, 31),
    (3, 14): date(2030, 10, 31),
}
DJANGO = {(5, 2): date(2028, 4, 30)}
POSTGRESQL = {
    14: date(2026, 11, 12),
    15: date(2027, 11, 11),
    16: date(2028, 11, 9),
    17: date(2029, 11, 8),
    18: date(2030, 11, 14),
}


@dataclass(frozen=True)
class Ages:
    """Part → the last day on which it gets mends, for the parts we know that of."""

    today: date
    last: dict[str, date]


def gather(where: Surroundings) -> Ages:
    python, ours = sys.version_info[:2], django.VERSION[:2]
    known = {"Python {}.{}".format(*python): PYTHON.get(python)}
    known["Django {}.{}".format(*ours)] = DJANGO.get(ours)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            server = cursor.connection.info.server_version // 10_000
        known[f"PostgreSQL {server}"] = POSTGRESQL.get(server)
    last = {part: day for part, day in known.items() if day}
    return Ages(where.vault.clock().date(), last)


def no_more_mends(facts: Ages) -> Iterator[Finding]:
    for part, last in facts.last.items():
        if last < facts.today:
            yield Finding(
                f"{part} gets no mends for its holes since {last:%d %B %Y}.",
                "Install a newer one, then start Yonder again.",
            )


AGES = Group(gather, (no_more_mends,))
