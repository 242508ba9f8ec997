"""Makes vectors.json: one small made-up house, sealed by the formulas, with every number fixed.

    .venv/bin/python -m tests.vault.vectors > tests/vault/vectors.json

Nothing here comes from Yonder's code, so a mistake in one of the two shows. All values are hex,
except texts, numbers and days. Context parts are written as {"id"|"text"|"number"|"bytes": value}.
"""

import hmac
import json
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.vault import formulas as f
from tests.vault.refused import refused

DAY = 20_000
KDF = {"memory": 8, "passes": 1, "lanes": 1}
PASSWORD, CODE_BODY = "paper boats in the gutter", "0123456789ABCDEFGHJKMNPQRS"
UNTIL = datetime(2024, 10, 5, 12, tzinfo=UTC)
NONCES = iter(sha256(b"nonce %d" % number).digest()[:12] for number in range(100))


def made(word):
    """32 bytes that belong to `word`."""
    return sha256(word.encode()).digest()


def named(word):
    return UUID(bytes=made(word)[:16])


KEYS = {day: made(f"ring {day}") for day in range(DAY - 6, DAY + 8)}
MAYA, RAVI, SELF, OTHER = named("Maya"), named("Ravi"), named("self of Maya"), named("self of Ravi")
PRIVATE, SHARED, PID = named("private circle"), named("shared circle"), named("pairing")
UK, TAKERS_UK, CK, SK, COOKIE = map(made, ("uk", "uk of Ravi", "ck", "sk", "cookie"))
E_PRIVATE = made("one-time key of Ravi")
DIGITS = "12345678901" + f.check_digit("12345678901")
CODE = CODE_BODY + f.check_letter(CODE_BODY)


def ring_key(use):
    return f.derive(KEYS[DAY], b"", f"ring/{use}")


def part(value):
    kind = {UUID: "id", str: "text", int: "number", bytes: "bytes"}[type(value)]
    return {kind: value.hex if kind == "id" else value.hex() if kind == "bytes" else value}


def box(key, label, context, data):
    """One box with everything that went into it."""
    nonce = next(NONCES)
    return {
        "key": key.hex(),
        "label": label,
        "context": [part(value) for value in context],
        "data": data.hex(),
        "nonce": nonce.hex(),
        "box": f.seal(key, label, context, data, nonce).hex(),
    }


def pack(payload):
    return msgspec.msgpack.encode(payload)


def slot(name, kind, stretched):
    """The two layers of a slot: the person's inside, the ring's outside."""
    own, salt = named(name), made(f"salt of {name}")[:16]
    context = (own, SELF, kind, salt)
    inner = box(f.derive(stretched(salt), own, f"slot/{kind}"), "slot/inner", context, UK)
    outer = box(ring_key("slot"), "slot/outer", (*context, DAY), bytes.fromhex(inner["box"]))
    return {"id": own.hex, "kind": kind, "salt": salt.hex(), "inner": inner, "outer": outer}


def keyring():
    payload = pack({"circles": {PRIVATE.bytes: CK}, "private": PRIVATE.bytes})
    return box(f.derive(UK, SELF, "keyring"), "keyring", (SELF,), f.pad(payload, 1024))


def unlock():
    key = f.derive(COOKIE, ring_key("unlock"), "unlock")
    return {"cookie": COOKIE.hex(), **box(key, "unlock", (SELF, MAYA, DAY), UK)}


def circle():
    """A private circle with one entry; its body is 1 KiB here, so that this file stays small."""
    entry, me = named("entry"), {"person": MAYA.bytes, "identity": SELF.bytes, "name": "Maya"}
    reader = {**me, "since": DAY, "key": DAY, "by": MAYA.bytes}
    text = {"id": entry.bytes, "origin": entry.bytes, "rev": 1, "by": MAYA.bytes, "day": DAY}
    entries = [{**text, "kind": "note", "data": b"nights are better for me"}]
    record = pack({"schema": 1, "readers": [reader], "roles": {}, "entries": entries})
    face_key, body_key = (f.derive(CK + SK, PRIVATE, label) for label in ("face", "body"))
    return {
        "sk": box(ring_key("sk"), "sk", (PRIVATE, DAY), SK),
        "face": box(face_key, "face", (PRIVATE,), f.pad(b"a small face", 2048)),
        "body": box(body_key, "body", (PRIVATE,), f.pad(record, 1024)),
    }


def pairing():
    """Maya gives Ravi a key; every box, tag and the grant, with a fixed one-time sender."""
    public = X25519PrivateKey.from_private_bytes(E_PRIVATE).public_key().public_bytes_raw()
    transcript = f.lp("yonder/1/pair", PID, SHARED, MAYA, RAVI, OTHER, public)
    key = f.derive(f.stretch(DIGITS, PID.bytes, **KDF), PID, "pair")
    grant = f.hpke_seal(made("one-time sender"), public, transcript, made("shared ck"))
    people = {"circle": SHARED.bytes, "giver": MAYA.bytes, "taker": RAVI.bytes}
    kept = {"private": E_PRIVATE, "key": key, "transcript": transcript, "identity": OTHER.bytes}
    shown = pack({**people, "code": DIGITS, "until": UNTIL})
    giver_tag = hmac.digest(key, b"giver" + transcript + sha256(grant).digest(), "sha256")
    return {
        "pid": PID.hex,
        "circle": SHARED.hex,
        "giver": MAYA.hex,
        "taker": RAVI.hex,
        "digits": DIGITS,
        "ck": made("shared ck").hex(),
        "e_public": public.hex(),
        "transcript": transcript.hex(),
        "giver_box": box(f.derive(UK, SELF, "pair"), "pair/giver", (PID,), shown),
        "taker_box": box(f.derive(TAKERS_UK, OTHER, "pair"), "pair/taker", (PID,), pack(kept)),
        "taker_tag": hmac.digest(key, b"taker" + transcript, "sha256").hex(),
        "grant": grant.hex(),
        "giver_tag": giver_tag.hex(),
    }


def everything():
    password = slot("password slot", 1, lambda salt: f.stretch(PASSWORD, salt, **KDF))
    joins = [(), ("",), ("a", "b"), ("ab", ""), (b"\0", 7, MAYA, "é")]
    labels = ["keyring", "unlock", "pair", "face", "body", "slot/1", "slot/2", "ring/sk"]
    house = {
        "day": DAY,
        "kdf": KDF,
        "ring": f.ring_file(KEYS),
        "ring keys": {use: ring_key(use).hex() for use in ("slot", "sk", "unlock", "factor")},
        "lp": [
            {"parts": [part(x) for x in parts], "joined": f.lp(*parts).hex()} for parts in joins
        ],
        "derive": [{"label": x, "key": f.derive(UK, SELF, x).hex()} for x in labels],
        "pad": [
            {"data": data, "padded": f.pad(bytes.fromhex(data), 16).hex()} for data in ("", "ff")
        ],
        "person": {"id": MAYA.hex, "identity": SELF.hex, "uk": UK.hex(), "private": PRIVATE.hex},
        "taker": {"identity": OTHER.hex, "uk": TAKERS_UK.hex()},
        "password": {"text": PASSWORD, **password},
        "recovery code": {"text": CODE, **slot("code slot", 2, lambda salt: CODE_BODY.encode())},
        "keyring": keyring(),
        "unlock": unlock(),
        "circle": circle(),
        "pairing": pairing(),
        "told": box(f.derive(UK, SELF, "told"), "told", (SELF,), f.pad(b"saved", 32)),
        "factor": box(ring_key("factor"), "factor", (DAY,), b"JBSWY3DPEHPK3PXP"),
        "gone": {"number": 7, "id": named("entry").hex, "line": f.gone_line(7, named("entry"))},
    }
    return {**house, "refused": refused(house)}


if __name__ == "__main__":
    print(json.dumps(everything(), indent=1))
