"""What should be true: who holds which key and what each record says, without any cryptography."""

import uuid
from dataclasses import dataclass, field

from yonder.vault.identities import RESTS


@dataclass
class Self:
    """An identity: what opens it, which keys it holds, and since when it rests."""

    id: uuid.UUID
    person: uuid.UUID
    password: str
    private: uuid.UUID
    keys: set[uuid.UUID]
    code: bytes | None = None
    retired_on: int | None = None


@dataclass
class Ceremony:
    """A pairing: whose digits, who has typed what, and whether the key was handed over."""

    circle: uuid.UUID
    giver: uuid.UUID
    taker: uuid.UUID
    code: str
    until: object
    answered: uuid.UUID | None = None
    right: bool = False
    granted: bool = False
    tries: int = 0


@dataclass
class Model:
    selves: dict[uuid.UUID, Self] = field(default_factory=dict)
    texts: dict[uuid.UUID, list[str]] = field(default_factory=dict)
    members: dict[uuid.UUID, set[uuid.UUID]] = field(default_factory=dict)
    ceremonies: dict[tuple[uuid.UUID, uuid.UUID], Ceremony] = field(default_factory=dict)

    def active(self, person: uuid.UUID) -> Self:
        return next(s for s in self.selves.values() if s.person == person and s.retired_on is None)

    def former(self, person: uuid.UUID) -> list[Self]:
        return [s for s in self.selves.values() if s.person == person and s.retired_on is not None]

    def shared(self) -> list[uuid.UUID]:
        """Circles that are nobody's private one."""
        privates = {one.private for one in self.selves.values()}
        return [circle for circle in self.texts if circle not in privates]

    def may_read(self, person: uuid.UUID, circle: uuid.UUID) -> bool:
        held = circle in self.active(person).keys
        return held and circle in self.texts and person in self.members[circle]

    def begin(self, one: Self, circle: uuid.UUID) -> None:
        one.keys.add(circle)
        self.texts[circle], self.members[circle] = [], {one.person}

    def end(self, circle: uuid.UUID) -> None:
        self.texts.pop(circle)
        self.ceremonies = {k: c for k, c in self.ceremonies.items() if c.circle != circle}

    def erase(self, text: str) -> None:
        """Erased in one circle, gone in each that has a copy."""
        for held in self.texts.values():
            if text in held:
                held.remove(text)

    def leave(self, person: uuid.UUID) -> set[uuid.UUID]:
        """Somebody is gone: gives the circles that others still have, without them."""
        mine = {one.id for one in self.selves.values() if one.person == person}
        of_theirs = {key: one for key, one in self.ceremonies.items() if one.giver not in mine}
        self.ceremonies = {key: one for key, one in of_theirs.items() if one.taker != person}
        self.selves = {id: one for id, one in self.selves.items() if id not in mine}
        left = {circle for circle in self.texts if person in self.members[circle]}
        for circle in left:
            self.members[circle].discard(person)
            if not self.members[circle]:
                self.end(circle)
        return left & self.texts.keys()

    def retire(self, person: uuid.UUID, today: int) -> None:
        self.active(person).retired_on = today

    def merge(self, former: Self) -> None:
        """The former self becomes part of the active one."""
        one = self.active(former.person)
        self.texts[one.private] += self.texts.pop(former.private)
        one.keys |= former.keys - {former.private}
        del self.selves[former.id]

    def day(self, today: int, now: object) -> None:
        """What goes by itself: rested identities, and digits that are too old."""
        for one in [s for s in self.selves.values() if s.retired_on is not None]:
            if one.retired_on < today - RESTS:
                self.end(one.private)
                del self.selves[one.id]
        self.ceremonies = {k: c for k, c in self.ceremonies.items() if c.until > now}
