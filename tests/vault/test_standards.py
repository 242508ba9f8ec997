"""The mathematics we call gives what the standards say, on their own published examples."""

import json
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from tests.vault import formulas
from yonder.vault import pairings, sealing, stretching
from yonder.vault.refusals import Damaged
from yonder.vault.stretching import Kdf, Stretcher

FOLDER = Path(cryptography_vectors.__file__).parent
GCM = FOLDER / "ciphers" / "AES" / "GCM"


def test_hkdf_rfc_5869():
    cases = _cases(FOLDER / "KDF" / "rfc-5869-HKDF-SHA256.txt")

    assert len(cases) == 3
    for case in cases:
        ikm, salt, info, wanted = (bytes.fromhex(case[n]) for n in ("IKM", "salt", "info", "OKM"))
        ours = sealing.HKDF(algorithm=sealing.SHA256(), length=len(wanted), salt=salt, info=info)
        assert ours.derive(ikm) == wanted
        assert formulas.expand(formulas.extract(salt, ikm), info, len(wanted)) == wanted


def test_argon2id_rfc_9106():
    cases = [case for case in _cases(FOLDER / "KDF" / "argon2id.txt") if "output" in case]

    assert len(cases) >= 6
    for case in cases:
        given = {name: bytes.fromhex(case.get(name, "")) for name in ("salt", "secret", "ad")}
        work = stretching.Argon2id(
            salt=given["salt"],
            length=int(case["length"]),
            iterations=int(case["iter"]),
            lanes=int(case["lanes"]),
            memory_cost=int(case["memcost"]),
            secret=given["secret"] or None,
            ad=given["ad"] or None,
        )
        assert work.derive(bytes.fromhex(case.get("pass", ""))).hex() == case["output"]


def test_argon2id_through_the_stretcher_itself():
    wanted = {case["COUNT"]: case["output"] for case in _cases(FOLDER / "KDF" / "argon2id.txt")}
    stretcher = Stretcher(Kdf(memory=32, passes=3, lanes=4))

    assert stretcher.stretch("", b"\2" * 16).hex() == wanted["1"]
    assert stretcher.stretch("\1" * 32, b"\2" * 16).hex() == wanted["2"]


def test_aes_gcm_nist_opens_through_our_own_boxes(monkeypatch):
    opened = refused = 0
    for case in _cases(GCM / "gcmDecrypt256.rsp", "IVlen", "Taglen"):
        if (case["IVlen"], case["Taglen"]) != ("96", "128"):
            continue
        key, iv, ct, tag, aad = (bytes.fromhex(case[n]) for n in ("Key", "IV", "CT", "Tag", "AAD"))
        monkeypatch.setattr(sealing, "lp", lambda *_, aad=aad: aad)
        box = sealing.HEADER + iv + ct + tag
        if "PT" in case:
            assert sealing.unseal(key, "", (), box) == bytes.fromhex(case["PT"])
            opened += 1
        else:
            with pytest.raises(Damaged):
                sealing.unseal(key, "", (), box)
            refused += 1

    assert (opened, refused) == (opened, 375 - opened)
    assert refused > 100


def test_aes_gcm_nist_seals_through_our_own_boxes(monkeypatch):
    sealed = 0
    for case in _cases(GCM / "gcmEncryptExtIV256.rsp", "IVlen", "Taglen"):
        if (case["IVlen"], case["Taglen"]) != ("96", "128"):
            continue
        key, iv, ct, tag, aad = (bytes.fromhex(case[n]) for n in ("Key", "IV", "CT", "Tag", "AAD"))
        monkeypatch.setattr(sealing, "lp", lambda *_, aad=aad: aad)
        monkeypatch.setattr(sealing.os, "urandom", lambda _, iv=iv: iv)
        box = sealing.seal(key, "", (), bytes.fromhex(case["PT"]))
        assert box == sealing.HEADER + iv + ct + tag
        sealed += 1

    assert sealed == 375


def test_x25519_rfc_7748():
    cases = _cases(FOLDER / "asymmetric" / "X25519" / "rfc7748.txt")

    assert len(cases) == 3
    for case in cases:
        private = pairings.X25519PrivateKey.from_private_bytes(bytes.fromhex(case["INPUT_SCALAR"]))
        public = pairings.X25519PublicKey.from_public_bytes(bytes.fromhex(case["INPUT_U"]))
        assert private.exchange(public).hex() == case["OUTPUT_U"]


def test_hpke_rfc_9180_and_the_suite_we_call_speak_the_same_language():
    cases = json.loads((FOLDER / "HPKE" / "test-vectors.json").read_text())
    ours = [
        c for c in cases if [c["mode"], c["kem_id"], c["kdf_id"], c["aead_id"]] == [0, 32, 1, 2]
    ]

    assert len(ours) == 1
    for case in ours:
        given = {
            name: bytes.fromhex(value) for name, value in case.items() if isinstance(value, str)
        }
        private = X25519PrivateKey.from_private_bytes(given["skRm"])
        dh = private.exchange(X25519PublicKey.from_public_bytes(given["enc"]))
        shared = formulas.shared_secret(dh, given["enc"], given["pkRm"])
        assert shared == given["shared_secret"]
        assert formulas.key_schedule(shared, given["info"]) == (given["key"], given["base_nonce"])


def test_hpke_what_either_seals_the_other_opens():
    private, info = X25519PrivateKey.generate(), b"a transcript"
    public = private.public_key()

    sealed = pairings.HPKE.encrypt(b"key of a circle", public, info=info)
    by_hand = formulas.hpke_seal(b"\7" * 32, public.public_bytes_raw(), info, b"key of a circle")

    assert formulas.hpke_open(private.private_bytes_raw(), sealed, info) == b"key of a circle"
    assert pairings.HPKE.decrypt(by_hand, private, info=info) == b"key of a circle"
    with pytest.raises(InvalidTag):
        pairings.HPKE.decrypt(by_hand, private, info=b"another transcript")


def _cases(path, *headers):
    """Each `name = value` block of a published file; values in [brackets] hold until the next."""
    found, current, common = [], {}, {}
    for line in path.read_text().splitlines():
        name, _, value = (part.strip() for part in line.strip("[]").partition("="))
        if line.startswith("[") and name in headers:
            common[name] = value
        elif line == "FAIL":
            current["FAIL"] = line
        elif name.lower() == "count":
            current = {**common, "COUNT": value}
            found.append(current)
        elif "=" in line and not line.startswith(("#", "[")):
            current[name] = value
    return found
