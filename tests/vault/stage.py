"""Maya, Ravi and the others straight on the vault: no pages, no journeys, only keys and boxes."""

import uuid
from dataclasses import dataclass

from yonder.vault import circles, codes, identities, pairings
from yonder.vault.circles import open_circle
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.pairings import Pairing
from yonder.vault.records import Entry


@dataclass(frozen=True)
class One:
    """Somebody with a password; the id follows from the name, so that runs can be compared."""

    name: str
    password: str

    @property
    def id(self) -> uuid.UUID:
        return uuid.uuid5(uuid.NAMESPACE_DNS, self.name)


MAYA = One("Maya", "nine lanterns over the canal")
RAVI = One("Ravi", "paper boats in the gutter")
HANA = One("Hana", "a drawer full of blue string")
OMAR = One("Omar", "wind from the bakery door")
INES = One("Ines", "seven stones and a feather")
EVERYBODY = (MAYA, RAVI, HANA, OMAR, INES)


def join(vault: Vault, who: One) -> Keyring:
    return identities.join(vault, who.id, who.name, who.password)


def sign_in(vault: Vault, who: One) -> Keyring:
    return identities.sign_in(vault, who.id, who.password)


def give_code(keyring: Keyring) -> bytes:
    """A recovery code that opens this identity from now on."""
    secret = codes.secret(codes.draw())
    identities.set_recovery_code(keyring, secret)
    return secret


def pairing(circle: uuid.UUID, taker: uuid.UUID) -> Pairing:
    return Pairing.objects.get(circle=circle, taker=taker)


def pair(giver: Keyring, circle: uuid.UUID, taker: Keyring, name: str) -> None:
    """The whole ceremony, honestly: one says the digits, the other types them."""
    code = pairings.offer(giver, circle, taker.person).code
    pairings.answer(taker, pairing(circle, taker.person), code)
    pairings.grant(giver, pairing(circle, taker.person), name, taker.identity)
    pairings.take(taker, pairing(circle, taker.person))


def shared(giver: Keyring, taker: Keyring, name: str = "Ravi") -> uuid.UUID:
    """A circle that `giver` has made and `taker` can read as well."""
    circle = circles.create(giver, "Maya")
    pair(giver, circle, taker, name)
    return circle


def add(keyring: Keyring, circle: uuid.UUID, text: str, entry: uuid.UUID | None = None) -> Entry:
    """Write `text` into the record and save it."""
    opened, made = open_circle(keyring, circle), new(keyring, text, entry)
    opened.record.entries.append(made)
    opened.save()
    return made


def new(keyring: Keyring, text: str, entry: uuid.UUID | None = None) -> Entry:
    """One thing to be written, by this person and today."""
    fresh = entry or uuid.uuid4()
    return Entry(fresh, fresh, 1, keyring.person, keyring.vault.today(), "note", text.encode())


def reword(keyring: Keyring, circle: uuid.UUID, entry: uuid.UUID, text: str) -> None:
    opened = open_circle(keyring, circle)
    found = opened.record.entry(entry)
    found.data, found.rev = text.encode(), found.rev + 1
    opened.save()


def erase(keyring: Keyring, circle: uuid.UUID, entry: uuid.UUID) -> None:
    opened = open_circle(keyring, circle)
    opened.record.drop(entry)
    opened.save()


def texts(keyring: Keyring, circle: uuid.UUID) -> list[str]:
    """What this person reads in the circle."""
    return [entry.data.decode() for entry in open_circle(keyring, circle).record.entries]
