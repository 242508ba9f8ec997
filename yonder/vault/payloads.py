"""Typed structs to bytes and back: msgpack, ids as their 16 bytes, one byte string per value."""

from typing import Any, TypeVar

import msgspec

from yonder.vault.refusals import Damaged

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")


def encode(payload: Any) -> bytes:
    """Bytes of a struct. The same struct always gives the same bytes."""
    return _encoder.encode(payload)


def decode(raw: bytes, shape: type[T]) -> T:
    """The struct of `shape` in `raw`; raises `Damaged` when it does not fit."""
    try:
        return msgspec.msgpack.decode(raw, type=shape)
    except msgspec.MsgspecError as error:
        raise Damaged(str(error)) from error
