"""Looks for a sentence in every byte of a folder, in every form a program might give it."""

import base64
import html
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

SENTENCE = 'Zwölf <Boote> & "Segel" am Kai'  # no encoding leaves all of it as it is
LONG_TEXT = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
LONGEST = 200_000  # bytes of one packed part that are looked into
PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def sentence(number: int) -> str:
    """One of many sentences that all hold the searched one."""
    return f"{SENTENCE} ({number})."


def forms(text: str) -> dict[str, bytes]:
    """How the text may lie on a disk, by name."""
    raw = text.encode()
    found = {
        "utf-8": raw,
        "lower case": text.lower().encode(),
        "utf-16 little": text.encode("utf-16-le"),
        "utf-16 big": text.encode("utf-16-be"),
        "hex": raw.hex().encode(),
        "capital hex": raw.hex().upper().encode(),
        "url": quote(text).encode(),
        "url form": quote_plus(text).encode(),
        "html": html.escape(text).encode(),
        "json": json.dumps(text)[1:-1].encode(),
        "python": repr(raw)[2:-1].encode(),
    }
    return found | _base64(raw)


def found_in(content: bytes, text: str) -> set[str]:
    """The forms in which `text` stands in `content`, also inside what is packed or in base 64."""
    return {form for _, form in _hits(content, [text])}


def search(places: list[Path], texts: list[str]) -> list[str]:
    """One line per hit in any file below `places`."""
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return [
        f"{path}: {text[:12]}… as {form}"
        for path in files
        for text, form in sorted(_hits(_content(path), texts))
    ]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # a log of the database that was taken in meanwhile
        return b""


def _hits(content: bytes, texts: list[str]) -> set[tuple[str, str]]:
    layers = [("", content), *(("packed ", inner) for inner in _unpacked(content))]
    return {
        (text, how + name)
        for text in texts
        for name, needle in forms(text).items()
        for how, layer in layers
        if needle in layer
    }


def _base64(raw: bytes) -> dict[str, bytes]:
    # Three ways to fall into groups of three; letters that neighbours have a part in are left out.
    found = {}
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + raw)
        inner = whole[(shift * 4 + 2) // 3 + 1 : -4]
        found[f"base64 {shift}"] = inner
        found[f"base64 for urls {shift}"] = inner.translate(bytes.maketrans(b"+/", b"-_"))
    return found


def _unpacked(content: bytes) -> Iterator[bytes]:
    yield from _inflated(content)
    for run in LONG_TEXT.findall(content):
        for start in range(4):
            letters = run[start:].translate(bytes.maketrans(b"-_", b"+/"))
            raw = base64.b64decode(letters[: len(letters) // 4 * 4])
            yield from _inflated(raw)


def _inflated(content: bytes) -> Iterator[bytes]:
    for start in PACKED.finditer(content):
        try:
            yield zlib.decompressobj(wbits=47).decompress(content[start.start() :][:LONGEST])
        except zlib.error:
            continue
