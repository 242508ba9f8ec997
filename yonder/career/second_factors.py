"""Seeds of second factors: sealed under a key of the ring, like everything that signs in (2.2)."""

import base64
from collections.abc import Callable, Iterator
from functools import partial

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from yonder.vault.here import Vault
from yonder.vault.sealing import seal, unseal
from yonder.vault.turning import Hanging, move_if_whole


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
    return sum(move_if_whole(_move, vault, row) for row in _seeds() if _day(row) <= due)


def _move(vault: Vault, row: Authenticator) -> bool:
    fresh = {**row.data, "secret": seal_seed(vault, open_seed(vault, row.data["secret"]))}
    return bool(Authenticator.objects.filter(id=row.id, data=row.data).update(data=fresh))


def _days() -> set[int]:
    return {_day(row) for row in _seeds()}


def _boxes() -> Iterator[tuple[str, Callable[[Vault], object]]]:
    for row in _seeds():
        yield f"second factor {row.pk}", partial(open_seed, sealed=row.data["secret"])


def _count() -> int:
    return _seeds().count()


def _seeds() -> QuerySet[Authenticator]:
    seeds: QuerySet[Authenticator] = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    return seeds


def _day(row: Authenticator) -> int:
    return int(row.data["secret"].partition(":")[0])


HANGING = Hanging(_rewrap, _days, _boxes, _count)
