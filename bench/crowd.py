"""`python -m bench.crowd [FILE NUMBER]`: a workplace with three people who have joined.

With words it first writes a list of so many people into the file: each leads eight.
"""

import csv
import os
import sys
from pathlib import Path

import django

FIRST = ("Maya", "Ravi", "Omar", "Ines", "Hana", "Olga", "Kofi", "Lena", "Ana", "Jörg")
SHIFTS = ("early", "late", "night")
HEAD = ("Employee ID", "Name", "E-mail", "Department", "Shift", "Manager ID")
LEADS, UNITS, BASE = 8, 500, 100_000_000


def main(*words: str) -> None:
    if words:
        write(Path(words[0]), int(words[1]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    os.umask(0o077)
    django.setup()
    from yonder.cli.preparing import prepare

    prepare()
    _settle()
    print("ready")


def write(file: Path, number: int) -> None:
    """Everybody with a number and an address, and a tree without an end in sight."""
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out)
        table.writerow(HEAD)
        table.writerows(map(_row, range(number)))


def _row(at: int) -> tuple[object, ...]:
    leader = BASE + (at - 1) // LEADS if at else ""
    name, shift = FIRST[at % len(FIRST)], SHIFTS[at % len(SHIFTS)]
    return BASE + at, f"{name} {at}", f"p{at}@example.org", f"Unit {at % UNITS}", shift, leader


def _settle() -> None:
    from tests.cast import join, talk
    from yonder.career.people import Workplace
    from yonder.vault.here import vault

    Workplace.objects.create(name="Fernhill Bakery")
    hana, ravi = join(vault(), "Hana"), join(vault(), "Ravi")
    talk(hana, ravi)


if __name__ == "__main__":
    main(*sys.argv[1:])
