"""An aside: one short word for somebody, kept for a moment outside their circles, closed."""

import base64
import binascii

from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Damaged
from yonder.vault.sealing import derive, pad, seal, unpad, unseal

SIZE = 32  # bytes, whatever the word: up to 28 letters of ASCII


def closed(keyring: Keyring, word: str) -> str:
    """`word` in a box that only this person's key opens, as text. All boxes are equally long."""
    data = pad(word.encode(), SIZE, SIZE)
    return base64.b64encode(seal(_key(keyring), "told", (keyring.identity,), data)).decode()


def opened(keyring: Keyring, text: str) -> str:
    """The word in a box that `closed` made. Raises `Damaged`."""
    try:
        box = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Damaged("told") from None
    return unpad(unseal(_key(keyring), "told", (keyring.identity,), box)).decode()


def _key(keyring: Keyring) -> bytes:
    return derive(keyring.uk, keyring.identity, "told")
