"""A row of a list of people: a cell that does not fit is named, and none is guessed."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from yonder.career.people import normal
from yonder.career.roster_tables import Entry
from yonder.interchange.formulas import plain
from yonder.interchange.grids import Misfit, Unfit, short

LONGEST = {"number": 40, "email": 254, "name": 80, "unit": 80, "shift": 40, "manager": 254}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
# Most addresses look like this, and a million of them are told quickly.
SIMPLE = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,24}")
DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")


class Rows:
    """Makes entries of rows, and keeps what does not fit in `misfits`."""

    def __init__(self, head: Sequence[str], fields: Sequence[str]):
        self.head, self.width = head, len(head)
        self.at = {field: place for place, field in enumerate(fields) if field}
        self.misfits: list[Misfit] = []

    def entry(self, line: int, row: Sequence[str]) -> Entry | None:
        """What a row says; None for an empty one and for one that does not fit."""
        if not any(map(str.strip, row)):
            return None
        try:
            return self._entry(line, row)
        except Unfit as unfit:
            self.misfits += unfit.misfits
            return None

    def _entry(self, line: int, row: Sequence[str]) -> Entry:
        if any(cell.strip() for cell in row[self.width :]):
            raise Unfit(Misfit("wide", line))
        said = {field: self._cell(line, field, row) for field in self.at}
        parts = [said[part] for part in ("first-name", "last-name") if said.get(part)]
        name = said.get("name") or " ".join(parts)
        if not name:
            raise Unfit(Misfit("no-name", line))
        if len(name) > LONGEST["name"]:
            raise Unfit(Misfit("long", line, words=short(name)))
        day, email = said.get("last-day"), normal(said.get("email", ""))
        return Entry(
            line,
            said.get("number") or None,
            email or None,
            name,
            said.get("unit"),
            said.get("shift"),
            _manager(said.get("manager")),
            day_of(day) if day else None,
        )

    def _cell(self, line: int, field: str, row: Sequence[str]) -> str:
        at = self.at[field]
        text = " ".join(plain(row[at]).split()) if at < len(row) else ""
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if text and (fault := _fault(field, text)):
            raise Unfit(Misfit(fault, line, short(self.head[at]), short(text)))
        return text


def day_of(cell: str) -> date | None:
    """2026-12-31 or 31.12.2026. None for anything else: 03/04/2026 could be two days."""
    found, dotted = ISO.fullmatch(cell), DOTTED.fullmatch(cell)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
        return date(*(int(dotted[part]) for part in ("year", "month", "day"))) if dotted else None
    except ValueError:
        return None


def _fault(field: str, text: str) -> str:
    if not text.isprintable():
        return "letters"
    if text.startswith("="):
        return "formula"
    kept = normal(text) if "@" in text and field in ("email", "manager") else text
    if len(kept) > LONGEST.get(field, 80):
        return "long"
    if field == "email":
        return _address_fault(normal(text))
    if field == "last-day" and day_of(text) is None:
        return "day"
    return ""


def _address_fault(email: str) -> str:
    if SIMPLE.fullmatch(email) and email.index("@") < 64:
        return ""
    try:
        validate_email(email)
    except ValidationError:
        return "address"
    return ""


def _manager(said: str | None) -> str | None:
    return normal(said) if said and "@" in said else said
