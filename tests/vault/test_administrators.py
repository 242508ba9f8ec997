"""Protocol test 8: thirty days with all powers of an administrator, and nothing of before opens."""

import random

import pytest

from tests.vault import stage
from tests.vault.stage import HANA, MAYA, RAVI, One, pairing
from yonder.vault import identities, pairings
from yonder.vault.circles import Member, open_circle
from yonder.vault.refusals import Refusal
from yonder.vault.turning import turn

OLD = "I think of leaving"
PRIVATE = "what I tell nobody"
DAYS = 30


class Administrator:
    """Hana resets, renames, adds people and rows, signs in as whoever she has reset, and asks."""

    def __init__(self, vault, circle, seed):
        self.vault, self.circle, self.dice = vault, circle, random.Random(seed)  # noqa: S311 the same days each time
        self.keyrings = [stage.join(vault, HANA)]
        self.count = 0

    def does_something(self, maya):
        power = self.dice.choice(
            [self.resets, self.adds_a_superuser, self.writes_a_member, self.asks_for_the_key]
        )
        try:
            power(maya)
        except Refusal:
            return

    def resets(self, maya):
        victim = self.dice.choice([MAYA, RAVI])
        password = f"known to Hana alone {self.count}"
        self.keyrings.append(identities.reset(self.vault, victim.id, victim.name, password))

    def adds_a_superuser(self, maya):
        self.count += 1
        fresh = One(f"Superuser {self.count}", "the password of the superuser")
        self.keyrings.append(stage.join(self.vault, fresh))

    def writes_a_member(self, maya):
        somebody = self.dice.choice(self.keyrings)
        Member.objects.get_or_create(circle_id=self.circle, person=somebody.person)

    def asks_for_the_key(self, maya):
        """As the Ravi she has made, she types digits that nobody has told her."""
        impostor = self.dice.choice(self.keyrings)
        pairings.offer(maya, self.circle, impostor.person)
        for _ in range(pairings.TRIES):
            guess = f"{self.dice.randrange(10**12):012d}"
            pairings.answer(impostor, pairing(self.circle, impostor.person), guess)
            self.maya_comes_back(maya, impostor)

    def maya_comes_back(self, maya, impostor):
        row = pairing(self.circle, impostor.person)
        try:
            pairings.grant(maya, row, "Ravi", impostor.identity)
        except pairings.NotTheDigits:
            return
        row.refresh_from_db()
        pairings.take(impostor, row)

    def reads(self):
        """Every old text that opens with any key she has ever held."""
        found = set()
        for keyring in self.keyrings:
            for circle in {self.circle, *keyring.keys}:
                try:
                    found |= set(stage.texts(keyring, circle))
                except Refusal:
                    continue
        return found


@pytest.fixture
def ravi(vault):
    made = stage.join(vault, RAVI)
    stage.add(made, made.private, PRIVATE)
    return made


@pytest.mark.parametrize("seed", range(4))
def test_thirty_days_of_every_power_open_nothing_and_lose_nothing(vault, ravi, clock, seed):
    maya = stage.join(vault, MAYA)
    circle = stage.shared(maya, ravi)
    stage.add(ravi, circle, OLD)
    code = stage.give_code(ravi)
    hana = Administrator(vault, circle, seed)

    for _ in range(DAYS):
        hana.does_something(maya)
        clock.passes(days=1)
        turn(vault)

    assert hana.reads() & {OLD, PRIVATE} == set()
    clock.passes(days=89 - DAYS)
    turn(vault)
    again = identities.recover(vault, RAVI.id, code, "mine again at last")
    assert stage.texts(again, ravi.private) == [PRIVATE]
    assert stage.texts(again, circle) == [OLD]


def test_even_after_several_resets_the_old_password_brings_the_private_circle_back(vault, ravi):
    for turn_of_hers in range(5):
        identities.reset(vault, RAVI.id, "Ravi", f"known to Hana alone {turn_of_hers}")
    mine = identities.reset(vault, RAVI.id, "Ravi", "chosen by Ravi at the end")

    identities.reopen(mine, RAVI.password)

    assert PRIVATE in stage.texts(mine, mine.private)


def test_control_where_a_key_comes_by_waiting_an_administrator_reads_everything(
    vault, ravi, clock, monkeypatch
):
    maya = stage.join(vault, MAYA)
    circle = stage.shared(maya, ravi)
    stage.add(ravi, circle, OLD)
    impostor = identities.reset(vault, RAVI.id, "Ravi", "known to Hana alone")
    monkeypatch.setattr(pairings, "_code_key", lambda vault, code, pid: bytes(32))

    pairings.offer(maya, circle, RAVI.id)
    pairings.answer(impostor, pairing(circle, RAVI.id), "")
    clock.passes(hours=23)
    pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", impostor.identity)
    pairings.take(impostor, pairing(circle, RAVI.id))

    assert [entry.data for entry in open_circle(impostor, circle).record.entries] == [OLD.encode()]
