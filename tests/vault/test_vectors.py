"""Our own published examples, read by the product and written by it, byte for byte."""

import base64
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.vault.vectors import DAY, everything
from yonder.career.second_factors import open_seed
from yonder.vault import circles, codes, digits, pairings, sealing, slots, unlocks
from yonder.vault.gone import _line, read
from yonder.vault.here import open_vault
from yonder.vault.keyrings import Identity, Keyring, Keys
from yonder.vault.pairings import Pairing
from yonder.vault.refusals import Damaged, GoneListDamaged, RingDamaged
from yonder.vault.ring import parse, serialize
from yonder.vault.sealing import derive, lp, pad, seal, unpad, unseal
from yonder.vault.stretching import Kdf

FILE = Path(__file__).with_name("vectors.json")
KNOWN = json.loads(FILE.read_text())
NOON = datetime.fromtimestamp(DAY * 86400, UTC) + timedelta(hours=12)
READ = {"id": lambda text: UUID(hex=text), "bytes": bytes.fromhex, "text": str, "number": int}
PERSON = {name: UUID(hex=KNOWN["person"][name]) for name in ("id", "identity", "private")}
UK = bytes.fromhex(KNOWN["person"]["uk"])


@pytest.fixture
def known(tmp_path, db):
    """A vault with the published ring, at noon of the published day."""
    (tmp_path / "keys").write_text(KNOWN["ring"])
    return open_vault(tmp_path, lambda: NOON, Kdf(**KNOWN["kdf"]))


@pytest.fixture
def maya(known):
    row = Identity(id=PERSON["identity"], person=PERSON["id"], private=PERSON["private"], seen="")
    row.keyring = bytes.fromhex(KNOWN["keyring"]["box"])
    row.save()
    return Keyring.of(known, row, UK)


def test_the_file_is_what_the_formulas_give():
    assert json.loads(json.dumps(everything())) == KNOWN


def test_joining_deriving_and_padding():
    for case in KNOWN["lp"]:
        assert lp(*_parts(case["parts"])).hex() == case["joined"]
    for case in KNOWN["derive"]:
        assert derive(UK, PERSON["identity"], case["label"]).hex() == case["key"]
    for case in KNOWN["pad"]:
        assert pad(bytes.fromhex(case["data"]), 16).hex() == case["padded"]
        assert unpad(bytes.fromhex(case["padded"])).hex() == case["data"]


def test_the_ring(known):
    assert serialize(known.ring.keys()).decode() == KNOWN["ring"]
    for use, key in KNOWN["ring keys"].items():
        assert known.ring.key(DAY, use).hex() == key


def test_every_box_opens_and_is_sealed_alike(monkeypatch):
    boxes = list(_boxes(KNOWN))
    assert {case["label"] for case in boxes} == {
        *("slot/outer", "slot/inner", "keyring", "unlock", "sk", "face", "body"),
        *("pair/giver", "pair/taker", "factor", "told"),
    }
    for case in boxes:
        key, data, nonce = (bytes.fromhex(case[name]) for name in ("key", "data", "nonce"))
        words = key, case["label"], _parts(case["context"])
        monkeypatch.setattr(sealing.os, "urandom", lambda _, nonce=nonce: nonce)
        assert unseal(*words, bytes.fromhex(case["box"])) == data
        assert seal(*words, data).hex() == case["box"]


@pytest.mark.parametrize("name", ["password", "recovery code"])
def test_a_slot_opens_with_its_secret(known, name):
    case = KNOWN[name]
    secret = case["text"] if name == "password" else codes.secret(case["text"])
    row = slots.Slot(id=UUID(hex=case["id"]), identity_id=PERSON["identity"], day=DAY)
    row.kind, row.salt = case["kind"], bytes.fromhex(case["salt"])
    row.box = bytes.fromhex(case["outer"]["box"])

    assert row.open(known, slots._kek(known, row, secret)) == UK


def test_the_keyring_holds_the_private_circle(maya):
    assert set(maya.keys) == {maya.private} == {PERSON["private"]}


def test_the_cookie_opens_the_sign_in(known, maya):
    case, later = KNOWN["unlock"], NOON + timedelta(minutes=10)
    row = unlocks.Unlock(id=unlocks.name_of(case["cookie"]), person=maya.person, day=DAY)
    row.state, row.shared, row.until, row.ends = unlocks.OPEN, False, later, later
    row.box = bytes.fromhex(case["box"])

    assert unlocks.keyring_of(known, row, case["cookie"]).uk == UK


def test_the_circle_opens_with_record_and_face(maya):
    case, own = KNOWN["circle"], maya.private
    sk, face, body = (bytes.fromhex(case[name]["box"]) for name in ("sk", "face", "body"))
    circles.Circle.objects.create(id=own, day=DAY, sk=sk, face=face)
    circles.Body.objects.create(circle_id=own, size=64 * 1024, box=body)
    circles.Member.objects.create(circle_id=own, person=maya.person)

    opened = circles.open_circle(maya, own)

    assert [entry.data for entry in opened.record.entries] == [b"nights are better for me"]
    assert opened.face == b"a small face"
    assert opened.writable


def test_the_pairing_goes_from_digits_to_key(known, maya, monkeypatch):
    case = KNOWN["pairing"]
    row = Pairing(id=UUID(hex=case["pid"]), circle_id=UUID(hex=case["circle"]), expires=NOON)
    row.giver, row.taker = UUID(hex=case["giver"]), UUID(hex=case["taker"])
    for column in ("e_public", "taker_tag", "grant", "giver_tag"):
        setattr(row, column, bytes.fromhex(case[column]))
    for column in ("giver_box", "taker_box"):
        setattr(row, column, bytes.fromhex(case[column]["box"]))
    other = Identity(id=UUID(hex=KNOWN["taker"]["identity"]), person=row.taker)
    taker = Keyring(known, other, bytes.fromhex(KNOWN["taker"]["uk"]), Keys({}, UUID(int=0)))
    kept = {}
    monkeypatch.setattr(taker, "change", lambda apply: apply(kept))
    monkeypatch.setattr(pairings, "open_circle", lambda keyring, circle: None)

    assert pairings.shown(maya, row).code == case["digits"]
    key = pairings._code_key(known, case["digits"], row.id)
    transcript = bytes.fromhex(case["transcript"])
    assert pairings._mac(key, "taker", transcript).hex() == case["taker_tag"]
    assert pairings.take(taker, row) == row.circle_id
    assert kept == {row.circle_id: bytes.fromhex(case["ck"])}


def test_the_seed_of_a_second_factor(known):
    box = base64.b64encode(bytes.fromhex(KNOWN["factor"]["box"])).decode()

    assert open_seed(known, f"{DAY}:{box}").encode().hex() == KNOWN["factor"]["data"]


def test_the_gone_list(tmp_path):
    case = KNOWN["gone"]
    (tmp_path / "gone").write_text(case["line"])

    assert read(tmp_path / "gone") == [(case["number"], UUID(hex=case["id"]))]
    assert _line(case["number"], UUID(hex=case["id"])).decode() == case["line"]


@pytest.mark.parametrize("case", KNOWN["refused"], ids=lambda case: case["why"])
def test_what_only_looks_like_it_is_not_believed(case, tmp_path):
    with pytest.raises((Damaged, RingDamaged, GoneListDamaged, WrongText)):
        _believe(case, tmp_path / "file")


def test_there_are_at_least_twenty_of_those():
    assert len(KNOWN["refused"]) >= 20


class WrongText(Exception):
    """Digits or a code in which one letter must be wrong."""


def _believe(case, file):
    if "box" in case:
        words = bytes.fromhex(case["key"]), case["label"], _parts(case["context"])
        return unseal(*words, bytes.fromhex(case["box"]))
    file.write_text(case["text"])
    sound = {"digits": digits.is_sound, "code": codes.secret}.get(case["what"], bool)
    if not sound(case["text"]):
        raise WrongText
    readers = {"padding": lambda: unpad(bytes.fromhex(case["text"])), "gone": lambda: read(file)}
    readers["ring"] = lambda: parse(file.read_bytes(), file)
    return readers[case["what"]]()


def _parts(parts):
    return [READ[kind](value) for part in parts for kind, value in part.items()]


def _boxes(found):
    if isinstance(found, dict):
        if "nonce" in found:
            yield found
        for name, value in found.items():
            if name != "refused":
                yield from _boxes(value)
