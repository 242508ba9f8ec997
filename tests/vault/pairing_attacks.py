"""What somebody can do to a pairing who writes into the database and has an account of his own.

Omar is that somebody. Each attack gets the `Scene` at the moment it needs, changes rows, and may
answer, grant or take as himself. What he is after: the key of Maya's circle, or Ravi taking a key
that Maya never gave him.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from tests.vault.stage import MAYA, OMAR, RAVI, pairing
from yonder.vault import identities, pairings
from yonder.vault.keyrings import Keyring
from yonder.vault.pairings import HPKE, Pairing
from yonder.vault.sealing import lp

GUESS = "123456789015"


@dataclass
class Scene:
    """The real circle, another one of Maya's, one of Omar's, and the digits as Ravi hears them."""

    maya: Keyring
    ravi: Keyring
    omar: Keyring
    circle: uuid.UUID
    others: uuid.UUID
    omars: uuid.UUID
    code: str

    @property
    def row(self) -> Pairing:
        return pairing(self.circle, RAVI.id)

    def write(self, **columns: object) -> None:
        Pairing.objects.filter(id=self.row.id).update(**columns)


def before_the_answer(attack: Callable[[Scene], None]) -> Callable[[Scene], None]:
    attack.moment = "shown"
    return attack


def after_the_answer(attack: Callable[[Scene], None]) -> Callable[[Scene], None]:
    attack.moment = "answered"
    return attack


def after_the_grant(attack: Callable[[Scene], None]) -> Callable[[Scene], None]:
    attack.moment = "granted"
    return attack


@after_the_answer
def swap_the_one_time_key(scene: Scene) -> None:
    scene.write(e_public=_public())


@after_the_answer
def swap_key_and_proof_with_guessed_digits(scene: Scene) -> None:
    row, public = scene.row, _public()
    joined = lp(
        "yonder/1/pair", row.id, scene.circle, MAYA.id, RAVI.id, scene.ravi.identity, public
    )
    key = pairings._code_key(scene.maya.vault, GUESS, row.id)
    scene.write(e_public=public, taker_tag=pairings._mac(key, "taker", joined))


@before_the_answer
def answer_in_his_place_with_guessed_digits(scene: Scene) -> None:
    scene.write(taker=OMAR.id)
    pairings.answer(scene.omar, Pairing.objects.get(taker=OMAR.id), GUESS)


@before_the_answer
def answer_in_his_place_with_overheard_digits(scene: Scene) -> None:
    scene.write(taker=OMAR.id)
    pairings.answer(scene.omar, Pairing.objects.get(taker=OMAR.id), scene.code)


@before_the_answer
def redirect_to_another_circle(scene: Scene) -> None:
    scene.write(circle_id=scene.others)


@after_the_answer
def redirect_after_the_answer(scene: Scene) -> None:
    scene.write(circle_id=scene.others)


@before_the_answer
def show_the_box_of_another_pairing(scene: Scene) -> None:
    pairings.offer(scene.maya, scene.others, RAVI.id)
    scene.write(giver_box=pairing(scene.others, RAVI.id).giver_box)


@before_the_answer
def offer_an_own_circle_in_her_name(scene: Scene) -> None:
    pairings.offer(scene.omar, scene.omars, RAVI.id)
    box = pairing(scene.omars, RAVI.id).giver_box
    pairing(scene.omars, RAVI.id).delete()
    scene.write(giver_box=box, circle_id=scene.omars)


@before_the_answer
def pose_as_the_giver(scene: Scene) -> None:
    """Ravi types Maya's digits into a pairing that is Omar's."""
    pairings.offer(scene.omar, scene.omars, RAVI.id)
    his = pairing(scene.omars, RAVI.id)
    scene.row.delete()
    Pairing.objects.filter(id=his.id).update(giver=MAYA.id, circle_id=scene.circle)


@after_the_answer
def forge_a_grant(scene: Scene) -> None:
    """Everybody can seal to a one-time key; only the digits tell who did."""
    row, own = scene.row, scene.ravi.identity
    public = bytes(row.e_public)
    joined = lp("yonder/1/pair", row.id, scene.circle, MAYA.id, RAVI.id, own, public)
    ck, to = scene.omar.keys[scene.omars], X25519PublicKey.from_public_bytes(public)
    sealed = HPKE.encrypt(ck, to, info=joined)
    key = pairings._code_key(scene.maya.vault, GUESS, row.id)
    tag = pairings._mac(key, "giver", joined, sha256(sealed).digest())
    scene.write(grant=sealed, giver_tag=tag)


@after_the_grant
def take_the_grant_himself(scene: Scene) -> None:
    scene.write(taker=OMAR.id)
    pairings.take(scene.omar, Pairing.objects.get(taker=OMAR.id))


@after_the_answer
def reset_him_and_be_him(scene: Scene) -> None:
    """A reset makes Omar the owner of Ravi's sign-in while the answer is on its way."""
    impostor = identities.reset(scene.maya.vault, RAVI.id, "Ravi", "known to Omar alone")
    scene.omar = scene.ravi = impostor


@before_the_answer
def reset_him_and_answer_as_him(scene: Scene) -> None:
    impostor = identities.reset(scene.maya.vault, RAVI.id, "Ravi", "known to Omar alone")
    pairings.answer(impostor, scene.row, GUESS)
    scene.omar = scene.ravi = impostor


@after_the_answer
def put_his_own_box_under_the_answer(scene: Scene) -> None:
    pairings.offer(scene.maya, scene.others, OMAR.id)
    pairings.answer(scene.omar, pairing(scene.others, OMAR.id), scene.code)
    his = pairing(scene.others, OMAR.id)
    scene.write(e_public=his.e_public, taker_tag=his.taker_tag, taker_box=his.taker_box)


@before_the_answer
def guess_on_with_the_tries_set_back(scene: Scene) -> None:
    scene.write(taker=OMAR.id)
    for guess in range(200):
        row = Pairing.objects.get(taker=OMAR.id)
        pairings.answer(scene.omar, row, f"{guess:012d}")
        row.refresh_from_db()
        with_his = (scene.maya, row, "Ravi", scene.omar.identity)
        _refused(pairings.grant, *with_his)
        Pairing.objects.filter(id=row.id).update(tries=0)


@after_the_grant
def let_an_old_pairing_return(scene: Scene) -> None:
    """The finished row comes back after a reset, for the impostor to take."""
    stolen = scene.row
    pairings.take(scene.ravi, stolen)
    impostor = identities.reset(scene.maya.vault, RAVI.id, "Ravi", "known to Omar alone")
    stolen.save(force_insert=True)
    scene.omar = scene.ravi = impostor


ATTACKS = [thing for thing in list(globals().values()) if hasattr(thing, "moment")]


def _public() -> bytes:
    return X25519PrivateKey.generate().public_key().public_bytes_raw()


def _refused(step: Callable[..., object], *words: object) -> None:
    try:
        step(*words)
    except pairings.Refusal:
        return
    raise AssertionError("A guess was right.")
