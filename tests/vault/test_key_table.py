"""Protocol test 2: which of the things a thief may hold open what two people wrote."""

import pytest

from tests.vault import stage, thief
from tests.vault.stage import HANA, MAYA, OMAR, RAVI
from tests.vault.thief import passwords, readable, with_ring
from yonder.vault.circle_rows import Body, Circle, open_sk
from yonder.vault.refusals import Damaged
from yonder.vault.sealing import derive, unseal
from yonder.vault.turning import turn

WRITTEN = {"nights are better for me", "I will ask about nights"}
ALL = passwords(MAYA, RAVI, HANA, OMAR)


@pytest.fixture
def circle(vault):
    maya, ravi = stage.join(vault, MAYA), stage.join(vault, RAVI)
    stage.join(vault, HANA)
    stage.join(vault, OMAR)
    made = stage.shared(maya, ravi)
    for keyring, text in zip((ravi, maya), sorted(WRITTEN, reverse=True), strict=True):
        stage.add(keyring, made, text)
    return made


@pytest.fixture
def no_ring(tmp_path, clock):
    return with_ring(tmp_path / "nothing here", tmp_path / "empty", clock)


@pytest.fixture
def stolen(vault, circle, tmp_path, clock):
    return with_ring(vault.ring.folder, tmp_path / "stolen", clock)


def test_the_database_alone_opens_nothing(circle, no_ring):
    assert readable(no_ring, []) == set()


def test_the_database_and_every_password_open_nothing_without_the_ring(circle, no_ring):
    assert readable(no_ring, ALL) == set()


def test_the_ring_alone_holds_no_word_of_anybody(vault, circle):
    held = b"".join(path.read_bytes() for path in vault.ring.folder.iterdir())

    assert not any(word.encode() in held for word in WRITTEN)


def test_the_database_and_the_ring_open_nothing(circle, stolen):
    row, body = Circle.objects.get(id=circle), Body.objects.get(circle=circle)
    sk = open_sk(stolen, row)

    assert readable(stolen, []) == set()
    for secret in (sk, sk + sk, bytes(32) + sk, *stolen.ring.keys().values()):
        with pytest.raises(Damaged):
            unseal(derive(secret, circle, "body"), "body", (circle,), body.box)


def test_database_ring_and_the_password_of_people_operations_open_nothing(circle, stolen):
    assert readable(stolen, passwords(HANA)) & WRITTEN == set()
    assert len(thief.keyrings(stolen, passwords(HANA))) == 1


def test_database_ring_and_the_passwords_of_everybody_else_open_nothing(circle, stolen):
    assert readable(stolen, passwords(HANA, OMAR)) & WRITTEN == set()


@pytest.mark.parametrize("one", [MAYA, RAVI])
def test_control_with_the_password_of_one_of_the_two_everything_opens(circle, stolen, one):
    assert readable(stolen, passwords(one)) == WRITTEN


@pytest.mark.parametrize("days", range(1, 9))
def test_a_copy_of_the_database_dies_as_a_whole(vault, circle, clock, tmp_path, days):
    copy = thief.Copy()
    for _ in range(days):
        clock.passes(days=1)
        turn(vault)
    live = with_ring(vault.ring.folder, tmp_path / "live", clock)

    copy.put_back()

    assert readable(live, ALL) == (WRITTEN if days < 7 else set())


def test_control_with_a_hoarded_copy_of_the_ring_it_does_not(
    vault, circle, clock, tmp_path, stolen
):
    copy = thief.Copy()
    for _ in range(8):
        clock.passes(days=1)
        turn(vault)

    copy.put_back()

    assert readable(stolen, ALL) == WRITTEN
