"""Who of the two holds the key to their journey, and who still has to be given it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from yonder.career.faces import Face, Step
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.career.record import JourneyRecord, faces_of, open_record
from yonder.career.recovery import ask_for_code
from yonder.career.starts import begin_course
from yonder.career.times import Offer
from yonder.vault import pairings
from yonder.vault.identities import active_identities
from yonder.vault.keyrings import Keyring
from yonder.vault.pairings import Pairing, Shown
from yonder.vault.refusals import NotForYou


class State(StrEnum):
    """How the key of a journey lies, seen from one of the two."""

    BOTH = "both"  # both can read
    OPEN_IT = "open-it"  # I hold the key, the other one has never held it
    AGAIN = "again"  # the other one has a new key and cannot read any more
    WAIT = "wait"  # the other one holds the key, I do not
    DAMAGED = "damaged"  # I hold the key, and the box does not open


@dataclass(frozen=True)
class Glance:
    """What a list says of a journey without opening it: how the key lies, which talk is next,
    what the two have promised, whether something waits for the owner's word, and offered times."""

    state: State
    talk: str = ""
    steps: tuple[Step, ...] = ()
    waits: bool = False
    offers: Mapping[UUID, Offer] = field(default_factory=dict)


def glances(keyring: Keyring, me: Person, journeys: Iterable[Journey]) -> dict[Journey, Glance]:
    """A glance at each journey: two statements, however many there are."""
    listed = list(journeys)
    faces = faces_of(keyring, listed)
    active = active_identities(journey.other(me).id for journey in listed)
    return {
        journey: _glance(faces[journey.circle], journey.other(me), active)
        if journey.circle in faces
        else Glance(State.WAIT)
        for journey in listed
    }


def states(keyring: Keyring, me: Person, journeys: Iterable[Journey]) -> dict[Journey, State]:
    """The state of each journey."""
    return {journey: seen.state for journey, seen in glances(keyring, me, journeys).items()}


def state_of(record: JourneyRecord, journey: Journey, me: Person) -> State:
    """The state of a journey that is open anyway: one small statement more."""
    other = journey.other(me)
    return _state(record.face, other, active_identities([other.id]))


def offer(keyring: Keyring, journey: Journey, me: Person) -> Shown:
    """Draw the digits for the other one. The sealed roles decide who may be let in."""
    taker = journey.other(me)
    if taker.id not in open_record(keyring, journey).circle.record.roles.values():
        raise NotForYou
    return pairings.offer(keyring, journey.circle, taker.id)


def given_by(journey: Journey, me: Person) -> Pairing | None:
    """The open pairing in which I show the digits."""
    return Pairing.objects.filter(circle=journey.circle, giver=me.id).first()


def taken_by(journey: Journey, me: Person) -> Pairing | None:
    """The open pairing in which I type them."""
    return Pairing.objects.filter(circle=journey.circle, taker=me.id).first()


def grant(keyring: Keyring, row: Pairing, taker: Person) -> None:
    """Hand over the key, if the answer proves the digits. Raises what `pairings.grant` raises."""
    identity = active_identities([taker.id]).get(taker.id)
    if identity is None:
        raise pairings.NotYet
    circle = row.circle_id
    pairings.grant(keyring, row, taker.name, identity)
    begin_course(keyring, circle)


def take(keyring: Keyring, journey: Journey, row: Pairing) -> None:
    """Keep the key, and note in the face that both can read. Raises `CodeFirst`, `NotYet`."""
    if journey.circle not in keyring.keys:
        ask_for_code(keyring)
    pairings.take(keyring, row)
    open_record(keyring, journey).save()
    begin_course(keyring, journey.circle)


def _glance(face: Face | None, other: Person, active: dict[UUID, UUID]) -> Glance:
    if face is None:
        return Glance(State.DAMAGED)
    state = _state(face, other, active)
    return Glance(state, face.talk, tuple(face.steps), face.waits, face.offers)


def _state(face: Face | None, other: Person, active: dict[UUID, UUID]) -> State:
    if face is None:
        return State.DAMAGED
    if other.id not in face.readers:
        return State.OPEN_IT
    known = active.get(other.id) in (None, face.readers[other.id])
    return State.BOTH if known else State.AGAIN
