"""Protocol test 7: whoever writes into the database gets no key, and gives nobody a false one."""

import hashlib
import itertools
from contextlib import suppress

import pytest

from tests.vault import stage
from tests.vault.pairing_attacks import ATTACKS, Scene, redirect_to_another_circle
from tests.vault.stage import MAYA, OMAR, RAVI
from yonder.vault import circles, identities, pairings
from yonder.vault.keyrings import Identity, Keyring
from yonder.vault.pairings import Pairing, Shown
from yonder.vault.refusals import Refusal


@pytest.fixture
def scene(vault):
    maya, ravi, omar = (stage.join(vault, who) for who in (MAYA, RAVI, OMAR))
    real, others = circles.create(maya, "Maya"), circles.create(maya, "Maya")
    omars = circles.create(omar, "Omar")
    code = pairings.offer(maya, real, RAVI.id).code
    return Scene(maya, ravi, omar, real, others, omars, code)


def test_there_are_at_least_twelve_attacks():
    assert len(ATTACKS) >= 12


def test_without_an_attack_the_ceremony_gives_the_key_to_ravi(scene):
    _play(scene, None)

    assert _holders(scene, scene.circle) == {"Maya", "Ravi"}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_gives_nobody_a_key(scene, attack):
    _play(scene, attack)

    assert "Omar" not in _holders(scene, scene.circle)
    assert _holders(scene, scene.others) == {"Maya"}
    assert _holders(scene, scene.omars) <= {"Omar"}
    assert all(_holds(scene.ravi, circle) for circle in _fresh(scene.ravi).keys)


def test_control_a_giver_who_believes_the_columns_gives_away_the_wrong_circle(scene, monkeypatch):
    own = pairings.shown

    def from_columns(keyring, row):
        seen = own(keyring, row)
        return Shown(row.circle_id, row.giver, row.taker, seen.code, seen.until)

    monkeypatch.setattr(pairings, "shown", from_columns)
    _play(scene, redirect_to_another_circle)

    assert _holders(scene, scene.others) == {"Maya", "Ravi"}


def test_control_six_digits_made_from_nonces_are_the_same_on_both_screens_of_an_attacker():
    # Each screen shows a number made from the keys and nonces it has seen; whoever writes the
    # database stands between, picks what each of them sees, and looks for two equal numbers.
    maya, ravi, omar = b"key of Maya", b"key of Ravi", b"key of Omar"
    on_mayas_screen = {_six(maya, omar, nonce): nonce for nonce in range(3000)}

    tried = next(n for n in itertools.count() if _six(omar, ravi, n) in on_mayas_screen)

    assert tried < 100_000


def _six(giver, taker, nonce):
    seen = hashlib.sha256(b"|".join([giver, taker, str(nonce).encode()])).digest()
    return int.from_bytes(seen[:8], "big") % 1_000_000


def _play(scene, attack):
    """The honest ceremony, with the attack at its moment. What is refused is refused."""
    moment = getattr(attack, "moment", None)
    for name, step in {"shown": lambda _: None, "answered": _answer, "granted": _grant}.items():
        with suppress(Refusal, Pairing.DoesNotExist):
            step(scene)
        if name == moment:
            with suppress(Refusal):
                attack(scene)
    _take(scene)


def _answer(scene):
    row = Pairing.objects.filter(taker=RAVI.id).earliest("expires")
    pairings.answer(scene.ravi, row, scene.code)


def _grant(scene):
    active = identities.active_identities([RAVI.id])[RAVI.id]
    for row in Pairing.objects.all():
        with suppress(Refusal):
            pairings.grant(scene.maya, row, "Ravi", active)
        with suppress(Refusal):
            pairings.grant(scene.omar, row, "Ravi", active)


def _take(scene):
    _grant(scene)
    for row, taker in itertools.product(Pairing.objects.all(), (scene.omar, scene.ravi)):
        with suppress(Refusal):
            pairings.take(taker, row)


def _holders(scene, circle):
    """Who can open this circle with a key that is the right one."""
    names = {"Maya": scene.maya, "Ravi": scene.ravi, "Omar": scene.omar}
    return {name for name, keyring in names.items() if _holds(keyring, circle)}


def _holds(keyring, circle):
    fresh, row = _fresh(keyring), circles.Circle.objects.get(id=circle)
    if circle not in fresh.keys:
        return False
    try:
        circles.open_face(fresh, row)
    except Refusal:
        return False
    return True


def _fresh(keyring):
    row = Identity.objects.get(id=keyring.identity)
    return Keyring.of(keyring.vault, row, keyring.uk)
