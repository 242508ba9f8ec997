"""A workplace that two people leave; run with `tests.elsewhere`, on days that are past.

Ravi's talks with Maya are his, those of Omar with Ravi are Omar's. Ravi is erased today, Maya left
yesterday. A backup was made on the day before.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from tests import cast
from tests.career.stage import put, read
from tests.cast import PASSWORD, Somebody, talk
from tests.workplaces import on
from yonder.career import endings, leaving, ticking
from yonder.career.journeys import Journey
from yonder.career.people import Person, Workplace
from yonder.career.pivots import Pivot
from yonder.career.second_factors import HANGING
from yonder.cli.schema import prepare_database
from yonder.vault import database_copies, identities
from yonder.vault.backups import back_up
from yonder.vault.circles import Circle, Member
from yonder.vault.here import Vault, use
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import Refusal

BACKUP = -2
RAVIS, OMARS = "the market stall", ["a boat of my own", "a house by the sea"]


def live(place: str) -> dict[str, str]:
    """Live it all, with one backup in `place`. Gives the ids of the people and of Ravi's talks."""
    prepare_database()
    on(BACKUP).ring.create()
    with use(on(BACKUP)) as vault:
        ticking.day(vault)
        named = _begin(vault)
        back_up(vault, Path(place), Path(place).parent / "copy", yonder="test", also=[HANGING])
    _leave(named)
    return named


def _begin(vault: Vault) -> dict[str, str]:
    Workplace.objects.create(name="Fernhill Bakery")
    maya, ravi, omar = (cast.join(vault, name) for name in ("Maya", "Ravi", "Omar"))
    with_maya, with_omar = talk(maya, ravi), talk(ravi, omar)
    listened = talk(maya, omar)
    put(ravi, with_maya, Pivot(RAVIS))
    for journey, words in zip((with_omar, listened), OMARS, strict=True):
        put(omar, journey, Pivot(words))
    people = {one.person.name: str(one.person.id) for one in (maya, ravi, omar)}
    return people | {"ravis": str(with_maya.circle)}


def _leave(named: dict[str, str]) -> None:
    maya, ravi = (Person.objects.get(id=named[name]) for name in ("Maya", "Ravi"))
    yesterday, now = on(-1), on(0)
    leaving.set_day(maya, yesterday.clock().date(), on=yesterday.clock().date())
    ticking.day(yesterday)
    leaving.erase(now, ravi, now.clock().date())


def look(later: int, named: dict[str, str]) -> dict[str, Any]:
    """What is there `later` days after it was put back, and who still reads what."""
    prepare_database()
    for passed in range(later + 1):
        ticking.day(on(passed))
        ticking.tick(on(passed))
    vault = on(later)
    ravi, maya = UUID(named["Ravi"]), UUID(named["Maya"])
    return {
        "ravi_signs_in": _signs_in(vault, ravi),
        "ravis_rows": [
            Person.objects.filter(id=ravi, login__isnull=False).count(),
            Identity.objects.filter(person=ravi).count(),
            Member.objects.filter(person=ravi).count(),
            Circle.objects.filter(id=named["ravis"]).count(),
        ],
        "maya_reads": _listens(vault, maya),
        "omar_reads": _owns(vault, UUID(named["Omar"])),
        "left": sorted(Person.objects.values_list("name", flat=True)),
    }


def _signs_in(vault: Vault, person: UUID) -> bool:
    try:
        identities.sign_in(vault, person, PASSWORD)
    except Refusal:
        return False
    return True


def _listens(vault: Vault, person: UUID) -> list[str]:
    guide = Somebody(Person.objects.get(id=person), vault)
    found: list[str] = []
    for journey in Journey.objects.filter(guide=person):
        try:
            found += read(guide, journey)
        except Refusal:
            continue
    return found


def _owns(vault: Vault, person: UUID) -> list[str]:
    """Brought home, or still in talks: the day that Maya left is not in the backup."""
    omar = Somebody(Person.objects.get(id=person), vault)
    for journey in Journey.objects.left_behind().filter(owner=person):
        endings.bring_home(omar.keyring, journey)
    talks = Journey.objects.of(omar.person).filter(owner=person)
    return sorted({*read(omar), *(words for one in talks for words in read(omar, one))})


def put_in_place(backup: str) -> None:
    """An older database appears under a living ring, and nobody says a word."""
    database_copies.load(Path(backup) / database_copies.file_name())
    prepare_database()
