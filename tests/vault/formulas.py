"""The formulas of docs/vault.md once more, written from the page and not from Yonder's code.

Whoever checks Yonder can read these instead: HKDF and HPKE are spelled out with HMAC, and only
AES-GCM, Argon2id and X25519 themselves come from a library.
"""

import hashlib
import hmac
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

HEADER = b"\x01\x01"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"


def lp(*parts):
    joined = b""
    for part in parts:
        if isinstance(part, UUID):
            part = part.bytes
        if isinstance(part, int):
            part = part.to_bytes(8, "big")
        if isinstance(part, str):
            part = part.encode()
        joined += len(part).to_bytes(4, "big") + part
    return joined


def extract(salt, ikm):
    return hmac.digest(salt or bytes(32), ikm, "sha256")


def expand(key, info, length):
    out, block, count = b"", b"", 1
    while len(out) < length:
        block = hmac.digest(key, block + info + bytes([count]), "sha256")
        out, count = out + block, count + 1
    return out[:length]


def derive(ikm, salt, label):
    salt = salt.bytes if isinstance(salt, UUID) else salt
    return expand(extract(salt, ikm), b"yonder/1/" + label.encode(), 32)


def seal(key, label, context, data, nonce):
    return HEADER + nonce + AESGCM(key).encrypt(nonce, data, lp(HEADER, label, *context))


def pad(data, floor):
    size = floor
    while size < len(data) + 4:
        size *= 4
    return len(data).to_bytes(4, "big") + data + bytes(size - 4 - len(data))


def stretch(password, salt, memory, passes, lanes):
    work = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return work.derive(password.encode())


def ring_file(keys):
    body = "".join(f"{day} {key.hex()}\n" for day, key in sorted(keys.items()))
    return body + f"sha256 {hashlib.sha256(body.encode()).hexdigest()}\n"


def gone_line(number, thing):
    body = f"{number} {thing.hex}"
    return f"{body} {hashlib.sha256(body.encode()).hexdigest()[:8]}\n"


def check_digit(eleven):
    total = 0
    for place, digit in enumerate(reversed(eleven)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def check_letter(body):
    value = 0
    for letter in body:
        value = value * 32 + CROCKFORD.index(letter)
    return CROCKFORD[value % 37]


# ---- HPKE, RFC 9180: base mode, X25519, HKDF-SHA256, AES-256-GCM --------------------------------

KEM, SUITE = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"


def labeled_extract(suite, salt, label, ikm):
    return extract(salt, b"HPKE-v1" + suite + label + ikm)


def labeled_expand(suite, key, label, info, length):
    return expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def shared_secret(dh, enc, receiver):
    prk = labeled_extract(KEM, b"", b"eae_prk", dh)
    return labeled_expand(KEM, prk, b"shared_secret", enc + receiver, 32)


def key_schedule(shared, info):
    """(key, base nonce) of base mode without a pre-shared key."""
    psk = labeled_extract(SUITE, b"", b"psk_id_hash", b"")
    context = b"\0" + psk + labeled_extract(SUITE, b"", b"info_hash", info)
    secret = labeled_extract(SUITE, shared, b"secret", b"")
    key = labeled_expand(SUITE, secret, b"key", context, 32)
    return key, labeled_expand(SUITE, secret, b"base_nonce", context, 12)


def hpke_seal(ephemeral, receiver, info, data):
    """enc ‖ ciphertext, with the sender's one-time private key given."""
    sender = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = sender.public_key().public_bytes_raw()
    dh = sender.exchange(X25519PublicKey.from_public_bytes(receiver))
    key, nonce = key_schedule(shared_secret(dh, enc, receiver), info)
    return enc + AESGCM(key).encrypt(nonce, data, b"")


def hpke_open(private, sealed, info):
    receiver = X25519PrivateKey.from_private_bytes(private)
    enc, public = sealed[:32], receiver.public_key().public_bytes_raw()
    dh = receiver.exchange(X25519PublicKey.from_public_bytes(enc))
    key, nonce = key_schedule(shared_secret(dh, enc, public), info)
    return AESGCM(key).decrypt(nonce, sealed[32:], b"")
