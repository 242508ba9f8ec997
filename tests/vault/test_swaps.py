"""Protocol test 11: a box that was changed, moved or set back alone is never believed."""

import itertools
import random

import pytest

from tests.vault import stage
from tests.vault.beliefs import Beliefs
from tests.vault.stage import OMAR, RAVI, pairing
from tests.vault.thief import Copy
from yonder.vault import sealing, unlocks
from yonder.vault.circles import Body, Circle
from yonder.vault.keyrings import Identity
from yonder.vault.pairings import Pairing
from yonder.vault.slots import Slot
from yonder.vault.turning import turn
from yonder.vault.unlocks import Unlock

BOXES = [
    (Identity, "keyring"),
    (Slot, "box"),
    (Slot, "salt"),
    (Circle, "sk"),
    (Circle, "face"),
    (Body, "box"),
    (Pairing, "giver_box"),
    (Pairing, "taker_box"),
    (Unlock, "box"),
]
FIELDS = [(Slot, "kind"), (Slot, "day"), (Circle, "day"), (Unlock, "day"), (Unlock, "person")]


@pytest.fixture
def house(vault, clock):
    made = Beliefs(vault)
    made.before = Copy()
    made.facts = made.believed()
    assert len(made.facts) == 22
    return made


def test_no_changed_bit_is_believed(house, counts):
    dice = random.Random(11)  # noqa: S311 the same bits each time

    for model, column in BOXES:
        for row in model.objects.all():
            for _ in range(counts(1, 15)):
                raw = bytearray(getattr(row, column))
                place = dice.randrange(len(raw) * 8)
                raw[place // 8] ^= 1 << place % 8
                _with(house, row, column, bytes(raw))


def test_no_box_of_another_row_or_column_is_believed(house, counts):
    sources = [bytes(getattr(row, c)) for m, c in BOXES for row in m.objects.all()[:2]]

    for model, column in BOXES:
        for row, box in itertools.product(model.objects.all()[: counts(1, 5)], sources):
            _with(house, row, column, box)


def test_no_other_day_kind_or_person_is_believed(house):
    for model, column in FIELDS:
        for row in model.objects.all():
            value = getattr(row, column)
            others = [RAVI.id, OMAR.id] if column == "person" else [1, 2, value + 1, value - 1]
            for other in others:
                _with(house, row, column, other)


def test_no_cut_or_empty_box_and_no_other_version_is_believed(house):
    for model, column in BOXES:
        for row in model.objects.all()[:2]:
            raw = bytes(getattr(row, column))
            for other in (b"", raw[:-1], raw + b"\0", b"\2\1" + raw[2:], b"\1\2" + raw[2:]):
                _with(house, row, column, other)


@pytest.mark.parametrize("table", [Circle, Body])
def test_one_table_set_back_alone_opens_no_record(house, table):
    # What lists show lies in one row with its key: set back together it says what it said then.
    for keyring in (house.maya, house.ravi, house.omar):
        stage.add(keyring, keyring.private, "written since")
    for circle in house.circles:
        stage.add(house.ravi, circle, "written since")

    house.before.put_back_alone(table)

    assert set(house._read()) == set()


def test_a_keyring_set_back_shows_less_and_nothing_false(house):
    late = stage.shared(house.maya, house.ravi)
    house.before.put_back_alone(Identity)

    again = stage.sign_in(house.vault, RAVI)

    assert late not in again.keys
    assert house.believed() == house.facts


def test_a_day_later_all_of_it_still_holds(house, clock):
    turn(house.vault)
    clock.passes(hours=10)

    assert house.believed() <= house.facts


def test_control_with_empty_associated_data_a_swap_is_believed(vault, monkeypatch):
    monkeypatch.setattr(sealing, "lp", lambda *parts: b"")
    house = Beliefs(vault)
    house.facts = house.believed()
    one, other = (pairing(circle, OMAR.id) for circle in house.circles)

    with pytest.raises(AssertionError):
        _with(house, one, "giver_box", bytes(other.giver_box))


def _with(house, row, column, value):
    """With `value` in that place nothing is believed that was not true before."""
    before = getattr(row, column)
    if value == (bytes(before) if isinstance(before, memoryview) else before):
        return
    table = type(row).objects.filter(pk=row.pk)
    table.update(**{column: value})
    rows = {unlock.pk: bytes(unlock.box) for unlock in Unlock.objects.all()}
    believed = house.believed()
    for name, box in rows.items():
        Unlock.objects.filter(pk=name).update(box=box, state=unlocks.OPEN)
    table.update(**{column: before})

    assert believed < house.facts, (type(row).__name__, column)
