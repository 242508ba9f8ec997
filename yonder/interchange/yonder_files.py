"""A `.yonder` file: JSON in UTF-8, read strictly or not at all. docs/yonder-file.md has the format.

All of it is checked before anybody does anything with it. Nothing in it is ever run or looked up.
"""

import base64
import codecs
import re
from typing import Any

import msgspec

from yonder.interchange.coherence import misfits
from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.shapes import VERSION, Whole

LARGEST = 10_000_000  # bytes, held in memory
UNKNOWN = re.compile(r"unknown field `(.*)` - at `(.*)`$|unknown field `(.*)`$", re.S)
WHERE = re.compile(r"\$(?:\.(\w+))?(?:\[(\d+)\])?(?:\.(\w+))?")
TOO_MANY = re.compile(r"Expected `array` of length <=")
TOO_LONG = re.compile(r"Expected `str` of length <=")


class Head(msgspec.Struct):
    """All that is read of a file before it is known to be one."""

    yonder: str
    version: int


def written(whole: Whole) -> bytes:
    """The file, with one thing on a line, so that people can look into it too."""
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def packed(whole: Whole) -> str:
    """The same as one word, for a form that brings it back; see `unpacked`."""
    return base64.b64encode(msgspec.json.encode(whole)).decode()


def unpacked(word: str) -> Whole:
    """What `packed` was given, checked as any other file. Raises `Unfit`."""
    try:
        return read(base64.b64decode(word, validate=True))
    except ValueError:
        raise Unfit(Misfit("kind")) from None


def schema() -> bytes:
    """The JSON Schema (2020-12) of version 1, as docs/yonder-file.schema.json has it."""
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A .yonder file, version {VERSION}",
        **_on_one_line(msgspec.json.schema(Whole)),
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def read(file: bytes) -> Whole:
    """What is in the file. Raises `Unfit` with what does not fit and where; nothing is guessed."""
    if len(file) > LARGEST:
        raise Unfit(Misfit("big"))
    text = file.removeprefix(codecs.BOM_UTF8)
    head = _decoded(text, Head, "kind")
    if head.yonder != "pages" or head.version < 1:
        raise Unfit(Misfit("kind"))
    if head.version > VERSION:
        raise Unfit(Misfit("newer"))
    whole: Whole = _decoded(text, Whole)
    if found := list(misfits(whole)):
        raise Unfit(*found)
    return whole


def _on_one_line(told: Any) -> Any:
    """The same, with descriptions as one line each; our docstrings have several."""
    if isinstance(told, list):
        return [_on_one_line(one) for one in told]
    if not isinstance(told, dict):
        return told
    lines = {name: " ".join(one.split()) for name, one in told.items() if name == "description"}
    return {name: _on_one_line(one) for name, one in told.items()} | lines


def _decoded(text: bytes, shape: Any, what: str = "") -> Any:
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.ValidationError as error:
        raise Unfit(Misfit(what) if what else _misfit(str(error))) from None
    # Nested without end, or letters that are none.
    except (msgspec.DecodeError, RecursionError, ValueError):
        raise Unfit(Misfit("kind")) from None


def _misfit(said: str) -> Misfit:
    """The library's one sentence, as what and where."""
    if unknown := UNKNOWN.search(said):
        return _placed("unknown", unknown[2] or "$", (unknown[1] or unknown[3])[:40])
    what = "many" if TOO_MANY.match(said) else "long" if TOO_LONG.match(said) else "wrong"
    missing = re.search(r"missing required field `(\w+)`", said)
    where = said.rpartition(" - at `")[2].partition("`")[0]
    if missing:
        return _placed("missing", where if "$" in said else "$", missing[1])
    in_keys = re.search(r"in `(\$[^`]*)`$", said)
    return _placed(what, in_keys[1] if in_keys else where)


def _placed(what: str, where: str, field: str = "") -> Misfit:
    found = WHERE.match(where)
    noun, place, inner = found.groups() if found else (None, None, None)
    return Misfit(what, int(place) + 1 if place else 0, noun or "", field or inner or "")
