"""Twenty things that look almost like the real ones in vectors.json, and must not be believed."""

from typing import Any


def refused(house: dict[str, Any]) -> list[dict[str, Any]]:
    """Each with why, and either a box to open, or a text to read as `ring`, `gone`, …"""
    sk, context = house["circle"]["sk"], house["circle"]["sk"]["context"]
    raw, day = sk["box"], house["day"]
    return [
        _box("a newer version of the box", sk, box="02" + raw[2:]),
        _box("another suite", sk, box=raw[:2] + "02" + raw[4:]),
        _box("one bit of the nonce", sk, box=raw[:4] + _flip(raw[4:])),
        _box("one bit of the ciphertext", sk, box=raw[:28] + _flip(raw[28:])),
        _box("one bit of the tag", sk, box=raw[:-2] + _flip(raw[-2:])),
        _box("the last byte is missing", sk, box=raw[:-2]),
        _box("one byte too many", sk, box=raw + "00"),
        _box("nothing but a header", sk, box="0101"),
        _box("nothing at all", sk, box=""),
        _box("the label of the face", sk, label="face"),
        _box("no context", sk, context=[]),
        _box("another circle", sk, context=[{"id": house["pairing"]["circle"]}, context[1]]),
        _box("the id as text", sk, context=[{"text": context[0]["id"]}, context[1]]),
        _box("the day after", sk, context=[context[0], {"number": day + 1}]),
        _box("day and circle in the other order", sk, context=context[::-1]),
        _box("the key of the face", sk, key=house["circle"]["face"]["key"]),
        _text("a length that is too long", "padding", "0000000d" + "00" * 12),
        _text("a length that is cut", "padding", "000000"),
        _text("one key of the ring changed", "ring", house["ring"].replace(" ", " 0", 1)),
        _text("no checksum", "ring", house["ring"].rpartition("sha256")[0]),
        _text("another number on a line of the gone list", "gone", "8" + house["gone"]["line"][1:]),
        _text("one digit wrong", "digits", "2" + house["pairing"]["digits"][1:]),
        _text("one letter of the code wrong", "code", "1" + house["recovery code"]["text"][1:]),
    ]


def _box(why: str, real: dict[str, Any], **other: Any) -> dict[str, Any]:
    words = {name: real[name] for name in ("key", "label", "context", "box")}
    return {"why": why, **words, **other}


def _text(why: str, what: str, text: str) -> dict[str, str]:
    return {"why": why, "what": what, "text": text}


def _flip(raw: str) -> str:
    return f"{int(raw[:2], 16) ^ 1:02x}" + raw[2:]
