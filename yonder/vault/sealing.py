"""Boxes: how bytes are sealed, opened and padded. vault-protocols 2.1; docs/vault.md has the bytes.

Only `cryptography` does the mathematics: HKDF (RFC 5869) and AES-256-GCM (NIST SP 800-38D).
"""

import os
from collections.abc import Iterable
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from yonder.vault.refusals import Damaged, TooBig

HEADER = bytes([1, 1])  # version of the box, suite of algorithms
NONCE = 12
TAG = 16

Part = str | bytes | int | UUID
Stored = bytes | memoryview  # what a database hands back


def lp(*parts: Part) -> bytes:
    """Join `parts` so that no two different lists give the same bytes: each behind its length.

    Text is UTF-8, numbers are 8 bytes big-endian, ids their 16 bytes.
    """
    return b"".join(len(raw).to_bytes(4, "big") + raw for raw in map(_raw, parts))


def derive(ikm: bytes, salt: Part, label: str) -> bytes:
    """K(ikm, salt, label): 32 bytes by HKDF-SHA256 with info `yonder/1/<label>` (RFC 5869)."""
    info = b"yonder/1/" + label.encode()
    return HKDF(algorithm=SHA256(), length=32, salt=_raw(salt), info=info).derive(ikm)


def seal(key: bytes, label: str, context: Iterable[Part], data: bytes) -> bytes:
    """Seal `data` (any bytes) under the 32-byte `key`, bound to `label` and `context`.

    Gives header ‖ nonce ‖ ciphertext ‖ tag, 30 bytes longer than `data`.
    """
    nonce = os.urandom(NONCE)
    return HEADER + nonce + AESGCM(key).encrypt(nonce, data, lp(HEADER, label, *context))


def unseal(key: bytes, label: str, context: Iterable[Part], box: Stored) -> bytes:
    """Open what `seal` made with the same key, label and context; raises `Damaged` otherwise."""
    box = bytes(box)
    if box[:2] != HEADER or len(box) < 2 + NONCE + TAG:
        raise Damaged(label)
    try:
        return AESGCM(key).decrypt(box[2:14], box[14:], lp(HEADER, label, *context))
    except InvalidTag:
        raise Damaged(label) from None


def pad(data: bytes, floor: int, ceiling: int | None = None) -> bytes:
    """Hide how long `data` is: 4-byte length ‖ data ‖ zeros, up to floor·4ⁿ bytes.

    Raises `TooBig` when that would be more than `ceiling`.
    """
    size = floor
    while size < len(data) + 4:
        size *= 4
    if ceiling is not None and size > ceiling:
        raise TooBig(len(data))
    return len(data).to_bytes(4, "big") + data + bytes(size - 4 - len(data))


def unpad(padded: bytes) -> bytes:
    """What `pad` was given. Raises `Damaged` when the length does not fit."""
    length = int.from_bytes(padded[:4], "big")
    if len(padded) < 4 or length > len(padded) - 4:
        raise Damaged("padding")
    return padded[4 : 4 + length]


def _raw(part: Part) -> bytes:
    match part:
        case bytes():
            return part
        case str():
            return part.encode()
        case int():
            return part.to_bytes(8, "big")
        case UUID():
            return part.bytes
