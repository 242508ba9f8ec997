"""A roster becomes rows of people: all of it or nothing, in one transaction."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.expressions import RawSQL

from yonder.career import rosters
from yonder.career.leaving import keep_somebody_serving, set_days
from yonder.career.people import Person
from yonder.career.roster_tables import run
from yonder.career.rosters import Compared, Counts, Progress

GIVEN = {
    "id": "r.id",
    "password": "r.secret",
    "name": "r.name",
    "number": "r.number",
    "unit": "COALESCE(r.unit, '')",
    "shift": "COALESCE(r.shift, '')",
    "manager_id": "l.leader",
    "leaves_on": "r.leaves_on",
}
MAILS = """INSERT INTO account_emailaddress (email, verified, "primary", user_id)
    SELECT email, false, true, id FROM roster WHERE person IS NULL AND email IS NOT NULL"""
CHANGE = """UPDATE career_person SET number = c.number, name = c.name, unit = c.unit,
    shift = c.shift, manager_id = c.manager_id, leaves_on = c.leaves_on
    FROM roster_changes c WHERE c.id = career_person.id"""
OLD_MAILS = """DELETE FROM account_emailaddress
    WHERE user_id IN (SELECT id FROM roster_changes WHERE mailed)"""
NEW_MAILS = """INSERT INTO account_emailaddress (email, verified, "primary", user_id)
    SELECT email, false, true, id FROM roster_changes WHERE mailed"""


class ChangedMeanwhile(Exception):
    """The people here are not as they were when the counts were shown."""


class Doubtful(Exception):
    """Something in the list could be read in two ways."""

    def __init__(self, compared: Compared):
        super().__init__(compared.doubts)
        self.compared = compared


def load(
    on: date,
    *,
    shown: Counts | None = None,
    leavers: date | None = None,
    progress: Progress = lambda done, total: None,
) -> Counts:
    """Write what the staged roster says; with `leavers` a last day for whoever is not on it.

    Raises `Doubtful`, `ChangedMeanwhile` when the counts are not the ones that were `shown`,
    and what `leaving.set_days` raises. Then nothing is written.
    """
    try:
        with transaction.atomic():
            compared = rosters.compare(on, progress)
            if compared.counts is None:
                raise Doubtful(compared)
            if shown and shown != compared.counts:
                raise ChangedMeanwhile
            _write(on, leavers)
            return compared.counts
    except IntegrityError:
        raise ChangedMeanwhile from None


def _write(on: date, leavers: date | None) -> None:
    _add()
    run(MAILS)
    run(CHANGE)
    keep_somebody_serving()
    run(OLD_MAILS)
    run(NEW_MAILS)
    if leavers:
        away = RawSQL("SELECT id FROM roster_away", [])
        set_days(Person.objects.filter(id__in=away), leavers, on=on)


def _add() -> None:
    """Everything that a new row needs, also what a list of people never says."""
    others: dict[str, Any] = {
        str(field.column): field.get_default()
        for field in Person._meta.concrete_fields
        if field.column not in GIVEN and field.get_default() is not None
    }
    into = ", ".join([*GIVEN, *others])
    values = ", ".join([*GIVEN.values(), *["%s"] * len(others)])
    run(
        f"INSERT INTO career_person ({into}) SELECT {values} FROM roster r "  # noqa: S608 - columns
        "LEFT JOIN roster_led l ON l.line = r.line WHERE r.person IS NULL",
        list(others.values()),
    )
