"""Small workplaces for the commands that look after them; run with `tests.elsewhere`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings

from tests.cast import CHEAP
from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from yonder.career.people import add_person
from yonder.career.second_factors import HANGING, seal_seed
from yonder.cli.schema import prepare_database
from yonder.vault import unlocks
from yonder.vault.backups import back_up
from yonder.vault.circles import Body, Circle, Member, open_circle
from yonder.vault.gone_numbers import GoneNumber, put_on_gone_list
from yonder.vault.here import Vault, open_vault
from yonder.vault.keyrings import Identity
from yonder.vault.slots import Slot
from yonder.vault.turning import turn


def on(day: int) -> Vault:
    """The vault of this process's folder, on a day counted from today."""
    moment = datetime.now(UTC) + timedelta(days=day)
    return open_vault(settings.RING, lambda: moment, CHEAP)


def begin(day: int = 0) -> dict[str, str]:
    """Maya listens to Ravi since `day`: one thing they kept, one that they erased."""
    prepare_database()
    vault = on(day)
    vault.ring.create()
    turn(vault, [HANGING])
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    talks = stage.shared(maya, ravi)
    stage.add(maya, talks, "kept")
    stage.erase(maya, talks, stage.add(maya, talks, "erased").id)
    return {"talks": str(talks), "erased": str(erased_of(vault))}


def erased_of(vault: Vault) -> str:
    return next(iter(vault.gone.ids())).hex


def read(talks: str, day: int = 0) -> list[str]:
    """What Maya reads."""
    return stage.texts(stage.sign_in(on(day), MAYA), UUID(talks))


def damage(talks: str) -> None:
    """One bit of a sealed box falls over."""
    row = Circle.objects.get(id=talks)
    Circle.objects.filter(id=talks).update(sk=flipped(row.sk))


def sign_in() -> str:
    """Maya signs in on the bakery's tablet. Gives the name of her row in the unlock store."""
    keyring = stage.sign_in(on(0), MAYA)
    row, _ = unlocks.remember(keyring, shared=True, device="bakery tablet", state=unlocks.OPEN)
    return row.id


def back_up_on(day: int, place: str, copy: str) -> str:
    """A backup of a day that is past. Gives its folder."""
    made = back_up(on(day), Path(place), Path(copy), yonder="test", also=[HANGING])
    return str(made.folder)


def erase_all(talks: str) -> None:
    """Maya erases what is in the circle."""
    opened = open_circle(stage.sign_in(on(0), MAYA), UUID(talks))
    opened.record.entries.clear()
    opened.save()


def lose_key(talks: str) -> None:
    """The circle hangs on a day of which no key is left."""
    Circle.objects.filter(id=talks).update(day=on(-20).today())


def cut_face(talks: str) -> None:
    Circle.objects.filter(id=talks).update(face=b"cut")


def cut_body(talks: str) -> None:
    Body.objects.filter(circle=talks).update(box=b"cut")


def lose_body(talks: str) -> None:
    Body.objects.filter(circle=talks).delete()


def lose_members(talks: str) -> None:
    Member.objects.filter(circle=talks).delete()


def bring_back(talks: str) -> None:
    """On the list, and still in the database: as if an older copy had come back unseen."""
    put_on_gone_list(on(0), [UUID(talks)])


def get_ahead(talks: str) -> None:
    """Removals happened that could not be put on the list."""
    GoneNumber.objects.update(number=99)


def damage_what_signs_in() -> tuple[str, str]:
    """Bits fall over in a password's box and in a second factor's. Gives the two rows' names."""
    slot = Slot.objects.first()
    Slot.objects.filter(id=slot.id).update(box=flipped(slot.box))
    person = add_person(name="Hana", login="hana")
    seed = seal_seed(on(0), "JBSWY3DPEHPK3PXP")
    seed = f"{seed[:-6]}{'A' if seed[-6] != 'A' else 'B'}{seed[-5:]}"
    factor = Authenticator.objects.create(user=person, type="totp", data={"secret": seed})
    return str(slot.id), str(factor.pk)


def lose_private_circle_and_slots() -> str:
    """Gives the identity that is left with neither."""
    row = Identity.objects.get(person=RAVI.id)
    Circle.objects.filter(id=row.private).delete()
    row.slots.all().delete()
    return str(row.id)


def flipped(box: bytes) -> bytes:
    return bytes(box)[:-1] + bytes([box[-1] ^ 1])
