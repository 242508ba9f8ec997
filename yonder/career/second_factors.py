"""Seeds of second factors: sealed under a key of the ring, like everything that signs in (2.2)."""

import base64

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from yonder.vault.here import Vault
from yonder.vault.sealing import seal, unseal
from yonder.vault.turning import Hanging


def seal_seed(vault: Vault, seed: str) -> str:
    """The seed as text: day number, a colon, the box in base 64."""
    day = vault.today()
    box = seal(vault.ring.key(day, "factor"), "factor", (day,), seed.encode())
    return f"{day}:{base64.b64encode(box).decode()}"


def open_seed(vault: Vault, sealed: str) -> str:
    """What `seal_seed` was given; raises `Damaged` or `RingMissing`."""
    day, _, box = sealed.partition(":")
    key = vault.ring.key(int(day), "factor")
    return unseal(key, "factor", (int(day),), base64.b64decode(box)).decode()


def _rewrap(vault: Vault, due: int) -> int:
    moved = 0
    for row in _seeds():
        if _day(row) > due:
            continue
        seed = open_seed(vault, row.data["secret"])
        fresh = {**row.data, "secret": seal_seed(vault, seed)}
        moved += Authenticator.objects.filter(id=row.id, data=row.data).update(data=fresh)
    return moved


def _oldest() -> int | None:
    return min((_day(row) for row in _seeds()), default=None)


def _seeds() -> QuerySet[Authenticator]:
    seeds: QuerySet[Authenticator] = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    return seeds


def _day(row: Authenticator) -> int:
    return int(row.data["secret"].partition(":")[0])


HANGING = Hanging(_rewrap, _oldest)
