"""The real vault under the model: two windows for each of three people, some of them stale."""

import uuid
from contextlib import ExitStack

import pytest
from django.db import transaction
from msgspec.structs import replace

from tests.cast import Clock, own_vault
from tests.vault import stage
from tests.vault.model import Ceremony, Model, Self
from tests.vault.stage import MAYA, OMAR, RAVI, pairing
from yonder.vault import circles, identities, leaving, pairings
from yonder.vault.circles import open_circle
from yonder.vault.keyrings import Keyring
from yonder.vault.pairings import TRIES, NotTheDigits, NotYet, TooLate
from yonder.vault.refusals import ChangedMeanwhile, Damaged, NotForYou, WrongSecret
from yonder.vault.turning import turn

PEOPLE = {one.id: one.name for one in (MAYA, RAVI, OMAR)}
Window = tuple[uuid.UUID, int]


class House:
    """Each verb does the real thing and the model's, and compares how they ended."""

    def __init__(self) -> None:
        self.stack, self.count = ExitStack(), 0
        self.clock, self.model = Clock(), Model()
        self.vault = self.stack.enter_context(own_vault(self.clock))
        self.stack.enter_context(transaction.atomic())
        for person, name in PEOPLE.items():
            self._lives(
                identities.join(self.vault, person, name, password := self.fresh()), password
            )
        self.windows: dict[Window, Keyring] = {}
        self.shorter: set[uuid.UUID] = set()  # somebody has left, and nobody has looked since
        for person in PEOPLE:
            self.sign_in(person)

    def leave(self) -> None:
        transaction.set_rollback(True)
        self.stack.close()

    def fresh(self) -> str:
        self.count += 1
        return f"secret number {self.count}"

    def sign_in(self, person: uuid.UUID, *windows: int) -> None:
        password = self.model.active(person).password
        for window in windows or (0, 1):
            self.windows[person, window] = identities.sign_in(self.vault, person, password)

    def begin(self, window: Window) -> uuid.UUID:
        circle = circles.create(self.windows[window], PEOPLE[window[0]])
        self.model.begin(self.model.active(window[0]), circle)
        return circle

    def opened(self, window: Window, circle: uuid.UUID) -> circles.OpenCircle | None:
        """The circle in this window; a window that was opened before the key came looks again."""
        if not self.model.may_read(window[0], circle):
            with pytest.raises(NotForYou):
                open_circle(self.windows[window], circle)
            return None
        if circle not in self.windows[window].keys:
            self.sign_in(*window)
        found = open_circle(self.windows[window], circle)
        if circle in self.shorter:
            self.shorter.discard(circle)
            circles.drop_former_readers(found)
            found.save()
        return found

    def write(self, window: Window, circle: uuid.UUID) -> None:
        if self.opened(window, circle):
            self.model.texts[circle].append(text := self.fresh())
            stage.add(self.windows[window], circle, text)

    def erase(self, window: Window, circle: uuid.UUID, place: int) -> None:
        if (opened := self.opened(window, circle)) and opened.record.entries:
            place %= len(opened.record.entries)
            opened.record.drop(opened.record.entries[place].id)
            opened.save()
            self.model.erase(self.model.texts[circle][place])

    def write_at_once(self, one: Window, other: Window, circle: uuid.UUID) -> None:
        first, second = self.opened(one, circle), self.opened(other, circle)
        if first and second:
            first.save()
            with pytest.raises(ChangedMeanwhile):
                second.save()

    def end(self, circle: uuid.UUID) -> None:
        circles.erase(self.vault, circle)
        self.model.end(circle)

    def hand_over(self, window: Window, circle: uuid.UUID, *, with_key: bool) -> None:
        """Every other entry goes to a new circle; the former one ends, with a key or without."""
        if opened := self.opened(window, circle):
            picked = [replace(entry, id=uuid.uuid4()) for entry in opened.record.entries[::2]]
            keyring = self.windows[window]
            fresh = circles.create(keyring, PEOPLE[window[0]], entries=picked)
            if with_key:
                circles.end(keyring, circle)
            else:
                circles.end_without_key(self.vault, circle, keeps=window[0])
            self.model.begin(self.model.active(window[0]), fresh)
            self.model.texts[fresh] = self.model.texts[circle][::2]
            self.model.end(circle)

    def offer(self, window: Window, circle: uuid.UUID, taker: uuid.UUID) -> None:
        if taker != window[0] and self.opened(window, circle):
            shown = pairings.offer(self.windows[window], circle, taker)
            giver = self.windows[window].identity
            made = Ceremony(circle, giver, taker, shown.code, shown.until)
            self.model.ceremonies[circle, taker] = made

    def answer(self, window: Window, one: Ceremony, *, right: bool) -> None:
        row, keyring = pairing(one.circle, one.taker), self.windows[window]
        typed = one.code if right else "000000000000"
        if one.tries >= TRIES or one.until <= self.clock():
            return _refused(TooLate, pairings.answer, keyring, row, typed)
        if one.answered or window[0] != one.taker:
            return _refused(NotYet, pairings.answer, keyring, row, typed)
        pairings.answer(keyring, row, typed)
        one.answered, one.right = keyring.identity, typed == one.code
        return None

    def grant(self, window: Window, one: Ceremony) -> None:
        row, keyring = pairing(one.circle, one.taker), self.windows[window]
        active = self.model.active(one.taker).id
        words = pairings.grant, keyring, row, PEOPLE[one.taker], active
        if keyring.identity != one.giver:
            return _refused(Damaged, *words)
        if one.tries >= TRIES or one.until <= self.clock():
            return _refused(TooLate, *words)
        if one.granted:
            return pairings.grant(*words[1:])
        if not one.answered:
            return _refused(NotYet, *words)
        if not one.right or one.answered != active:
            one.answered, one.tries = None, one.tries + 1
            return _refused(NotTheDigits, *words)
        if self.opened(window, one.circle):
            pairings.grant(self.windows[window], *words[2:])
            one.granted = True
            self.model.members[one.circle].add(one.taker)
        return None

    def take(self, window: Window, one: Ceremony) -> None:
        row, keyring = pairing(one.circle, one.taker), self.windows[window]
        if not one.granted:
            return _refused(NotYet, pairings.take, keyring, row)
        if keyring.identity != one.answered:
            return _refused(Damaged, pairings.take, keyring, row)
        pairings.take(keyring, row)
        self.model.selves[keyring.identity].keys.add(one.circle)
        del self.model.ceremonies[one.circle, one.taker]
        return None

    def change_password(self, window: Window) -> None:
        one = self.model.active(window[0])
        old, one.password = one.password, self.fresh()
        keyring = self.windows[window]
        identities.change_password(keyring, old, one.password, known_to_others=self.count % 2 == 0)
        _refused(WrongSecret, identities.sign_in, self.vault, window[0], old)

    def new_code(self, window: Window) -> None:
        self.model.active(window[0]).code = stage.give_code(self.windows[window])

    def reset(self, person: uuid.UUID) -> None:
        self.model.retire(person, self.vault.today())
        fresh = identities.reset(self.vault, person, PEOPLE[person], password := self.fresh())
        self._lives(fresh, password)
        self.sign_in(person)

    def leaves(self, person: uuid.UUID) -> None:
        """Somebody leaves the workplace for good, and on another day begins anew."""
        old = [one.password for one in self.model.selves.values() if one.person == person]
        leaving.erase(self.vault, person)
        self.shorter |= self.model.leave(person)
        for password in old:
            _refused(WrongSecret, identities.sign_in, self.vault, person, password)
        fresh = identities.join(self.vault, person, PEOPLE[person], password := self.fresh())
        self._lives(fresh, password)
        self.sign_in(person)

    def recover(self, person: uuid.UUID, which: Self) -> None:
        code, which.code, password = which.code, None, self.fresh()
        if which.retired_on is not None:
            self.model.retire(person, self.vault.today())
        which.retired_on, which.password = None, password
        identities.recover(self.vault, person, code, password)
        self.sign_in(person)

    def reopen(self, window: Window, former: Self) -> None:
        identities.reopen(self.windows[window], former.password)
        self.model.merge(former)

    def days(self, number: int) -> None:
        for _ in range(number):
            self.clock.passes(days=1)
            turn(self.vault)
            self.model.day(self.vault.today(), self.clock())

    def compare(self) -> None:
        """Everybody reads exactly what the model says, and nobody anything else."""
        for person in PEOPLE:
            one = self.model.active(person)
            keyring = identities.sign_in(self.vault, person, one.password)
            assert keyring.identity == one.id
            for circle in self.model.members:
                expected = self.model.texts[circle] if self.model.may_read(person, circle) else None
                assert _read(keyring, circle) == expected

    def _lives(self, keyring: Keyring, password: str) -> None:
        person, private = keyring.person, keyring.private
        one = Self(keyring.identity, person, password, private, set())
        self.model.selves[one.id] = one
        self.model.begin(one, private)


def _refused(how: type[Exception], step: object, *words: object) -> None:
    with pytest.raises(how):
        step(*words)


def _read(keyring: Keyring, circle: uuid.UUID) -> list[str] | None:
    try:
        return stage.texts(keyring, circle)
    except NotForYou:
        return None
