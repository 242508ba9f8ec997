"""Seven days in which things are written, erased, ended and changed, with a backup every evening.

Run with `tests.elsewhere`: everything happens in a data folder of its own, on days that are past.
"""

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from tests.cast import CHEAP
from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI
from yonder.career import ticking
from yonder.career.second_factors import HANGING
from yonder.cli.schema import prepare_database
from yonder.vault import circles, database_copies, identities, ring_copies
from yonder.vault.backups import back_up
from yonder.vault.circles import Circle, Member, open_circle
from yonder.vault.gone_numbers import put_on_gone_list
from yonder.vault.here import Vault, open_vault
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import NotForYou, Refusal, WrongSecret
from yonder.vault.turning import turn

FIRST, TODAY = -6, 0
NEW_MAYA, NEW_RAVI = "a new lamp for the stairs", "another boat, made of tin"
MAYA_CHANGES, RAVI_CHANGES, ENDS = -3, -2, -1  # on which day
PASSING = 72  # sentences of a day that are erased one by one on the next: 500 in the week


def on(day: int) -> Vault:
    """The vault of this process's folder, on a day counted from today."""
    moment = datetime.now(UTC) + timedelta(days=day)
    return open_vault(settings.RING, lambda: moment, CHEAP)


def live(copies: str) -> dict[str, str]:
    """Live the week; the backup of a day lies in `copies`/<days ago>."""
    prepare_database()
    on(FIRST).ring.create()
    named = begin(on(FIRST))
    for day in range(FIRST, TODAY + 1):
        vault = on(day)
        turn(vault, [HANGING])
        spend(vault, day, named)
        save(vault, Path(copies) / str(-day))
    erase_all_that_is_left(on(TODAY), named)
    ring_copies.copy_ring(on(TODAY), Path(copies) / "ring")
    return named


def begin(vault: Vault) -> dict[str, str]:
    giver, ravi, omar = (stage.join(vault, who) for who in (MAYA, RAVI, OMAR))
    talks, ended, handed_over = (circles.create(giver, "Maya") for _ in range(3))
    for circle, other, name in [(talks, ravi, "Ravi"), (ended, ravi, "Ravi")]:
        stage.pair(giver, circle, other, name)
    stage.pair(giver, handed_over, omar, "Omar")
    stage.add(giver, handed_over, "what Omar heard")
    for day in range(FIRST + 1, TODAY + 1):
        stage.add(ravi, talks, f"erased on {day}")
    code = stage.give_code(ravi)
    circle_ids = {"talks": talks, "ended": ended, "handed_over": handed_over}
    return {name: str(circle) for name, circle in circle_ids.items()} | {"code": code.hex()}


def spend(vault: Vault, day: int, named: dict[str, str]) -> None:
    """One day: something is written, something erased, and on some days more."""
    talks = uuid.UUID(named["talks"])
    writer = maya(vault, day - 1)
    stage.add(writer, talks, f"written on {day}")
    stage.add(writer, talks, f"kept until the day after {day}")
    forget(writer, talks, f"erased on {day}", f"kept until the day after {day - 1}")
    for words in passing(day - 1):
        forget(writer, talks, words)
    add_all(writer, talks, passing(day))
    if day == MAYA_CHANGES:
        identities.change_password(writer, MAYA.password, NEW_MAYA, known_to_others=False)
    if day == RAVI_CHANGES:
        ravi = stage.sign_in(vault, RAVI)
        identities.change_password(ravi, RAVI.password, NEW_RAVI, known_to_others=True)
    if day == ENDS:
        circles.erase(vault, uuid.UUID(named["ended"]))
        hand_over(vault, uuid.UUID(named["handed_over"]))


def passing(day: int) -> list[str]:
    return [f"sentence {number} of {day}" for number in range(PASSING)]


def add_all(keyring: Keyring, circle: uuid.UUID, texts: list[str]) -> None:
    """The day's sentences, in one save."""
    opened = open_circle(keyring, circle)
    opened.record.entries += [stage.new(keyring, words) for words in texts]
    opened.save()


def hand_over(vault: Vault, circle: uuid.UUID) -> None:
    """The circle is replaced; what is on the list is that Omar is no longer in it."""
    members = Member.objects.filter(circle=circle, person=OMAR.id)
    put_on_gone_list(vault, members.values_list("id", flat=True))
    Circle.objects.filter(id=circle).delete()


def erase_all_that_is_left(vault: Vault, named: dict[str, str]) -> None:
    writer, talks = maya(vault, TODAY), uuid.UUID(named["talks"])
    for words in [f"kept until the day after {TODAY}", *passing(TODAY)]:
        forget(writer, talks, words)


def forget(keyring: Keyring, circle: uuid.UUID, *unwanted: str) -> None:
    opened = open_circle(keyring, circle)
    for entry in list(opened.record.entries):
        if entry.data.decode() in unwanted:
            opened.record.drop(entry.id)
    opened.save()


def save(vault: Vault, place: Path) -> None:
    back_up(vault, place, place.parent / "ring", yonder="test", also=[HANGING])


def maya(vault: Vault, day: int) -> Keyring:
    """Signed in with the password she has in the evening of that day."""
    new = day >= MAYA_CHANGES
    return identities.sign_in(vault, MAYA.id, NEW_MAYA if new else MAYA.password)


def look(day: int, later: int, named: dict[str, str], prune_by_age: bool = False) -> dict:
    """What a restored backup of `day` shows, opened for the first time `later` days from now."""
    prepare_database()
    for passed in range(later + 1):
        vault = on(passed)
        ticking.day(vault)
        ticking.tick(vault)
        if prune_by_age:
            vault.gone.prune()
    owner = maya(vault, day)
    ravi_old = opens(lambda: identities.sign_in(vault, RAVI.id, RAVI.password))
    code = bytes.fromhex(named["code"])
    ravi = identities.recover(vault, RAVI.id, code, NEW_RAVI)
    ids = {name: uuid.UUID(named[name]) for name in ("talks", "ended", "handed_over")}
    omar = stage.sign_in(vault, OMAR)
    return {
        "maya": stage.texts(owner, ids["talks"]),
        "ravi": stage.texts(ravi, ids["talks"]),
        "ravi_old_password": ravi_old,
        "ended": opens(lambda: open_circle(owner, ids["ended"])),
        "former_reader": opens(lambda: open_circle(omar, ids["handed_over"])),
        "handed_over": saves(owner, ids["handed_over"]),
        "ended_rows": Circle.objects.filter(id=ids["ended"]).count(),
    }


def opens(attempt) -> bool:
    try:
        attempt()
    except (NotForYou, WrongSecret):
        return False
    return True


def saves(keyring: Keyring, circle: uuid.UUID) -> list[str] | None:
    """The texts of a circle that its owner can open and save; None when it is not there."""
    try:
        opened = open_circle(keyring, circle)
        opened.save()
    except Refusal:
        return None
    return [entry.data.decode() for entry in opened.record.entries]


def put_in_place(backup: str) -> None:
    """An older database appears under a living ring, and nobody says a word."""
    database_copies.load(Path(backup) / database_copies.file_name())
    prepare_database()
