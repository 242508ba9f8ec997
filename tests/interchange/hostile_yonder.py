"""Files that call themselves `.yonder` and are not, or not quite: by hand, and by chance."""

import copy
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from random import Random
from typing import Any

from yonder.interchange import yonder_files

HEAD = {
    "yonder": "pages",
    "version": 1,
    "owner": "Ravi",
    "taken_by": "Ravi",
    "taken_on": "2026-11-24",
    "holds": "whole",
}
ID = "6f1c1b1e0a5c4f0e9d3b7a2c4e5f6071"
OTHER = "0b6e9a54c1d24b7f8a1f2e3d4c5b6a79"
TURN = {"id": ID, "written_on": "2026-11-24", "changed": "Left the bakery"}
SKILL = {"id": OTHER, "written_on": "2026-11-24", "name": "Knead by hand"}
STEP = {"id": OTHER, "written_on": "2026-11-24", "text": "Ask", "pillar": "learn"}
VALUE = {"id": OTHER, "written_on": "2026-11-24", "words": "calm", "state": "confirmed"}
FORMULA = '=HYPERLINK("http://evil.example","calm")'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'
ODD = [None, True, -1, 4, 1e308, 10**40, "", " ", "\0", "x" * 20_001, [], {}, [[[]]], "2026-02-30"]
ODD += ["0001-01-01", "9999-12-31", ID, "\u202e", "<b>", FORMULA, {"$ref": "#"}, 0.5, "constructor"]


def made(**nouns: Any) -> bytes:
    """A file with this in it besides a right head."""
    return json.dumps(HEAD | nouns).encode()


def by_hand() -> dict[str, bytes]:
    """Everything somebody might think of; each of them has to be refused."""
    return _no_json() | _wrong_heads() | _wrong_nouns() | _too_much()


def _no_json() -> dict[str, bytes]:
    good = made(turns=[TURN])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("pages.yonder", good)
    return {
        "nothing": b"",
        "a mark of order": b"\xef\xbb\xbf",
        "two marks of order": b"\xef\xbb\xbf" * 2 + good,
        "blanks": b" " * 10_000,
        "ten megabytes of blanks": b" " * 10_000_000,
        "utf-16": good.decode().encode("utf-16"),
        "utf-32": good.decode().encode("utf-32"),
        "older letters": made(owner="Zoë").decode("unicode-escape").encode("latin-1"),
        "gzip": gzip.compress(good),
        "zip": packed.getvalue(),
        "xml": b'<?xml version="1.0"?><yonder version="1"/>',
        "laughs": LAUGHS,
        "html": b"<!doctype html><script>alert(1)</script>",
        "formulas": b'=cmd|"/c calc"!A1,@SUM(1)\r\n',
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "a null byte": good.replace(b"Left", b"Le\0ft"),
        "a line break in a text": good.replace(b"Left", b"Le\nft"),
        "half a pair of letters": good.replace(b"Left", rb"\ud83dLeft"),
        "the other half": good.replace(b"Left", rb"\ude00Left"),
        "letters that are none": good.replace(b"Left", b"\xed\xa0\x80Left"),
        "overlong letters": good.replace(b"Left", b"\xc0\xafLeft"),
        "twice": good + good,
        "a comment": b"// mine\n" + good,
        "a comma too many": good[:-1] + b",}",
        "single quotes": good.replace(b'"', b"'"),
        "deep lists": b"[" * 100_000,
        "deep objects": b'{"a":' * 100_000,
        "deep in a field nobody knows": good[:-1] + b',"x":' + b"[" * 100_000 + b"}",
        "deep and closed": good[:-1] + b',"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        "a list": b"[" + good + b"]",
        "a number": b"1",
        "a word": b'"pages"',
        "none": b"null",
    }


def _wrong_heads() -> dict[str, bytes]:
    versions = (0, -1, 2, 99, 1.5, "1", True, None, 10**30)
    found = {f"version {one}": made(version=one) for one in versions}
    found |= {f"without {name}": _without(name) for name in HEAD}
    found |= {f"{name} is a list": made(**{name: []}) for name in HEAD}
    return found | {
        "another program": made(yonder="grid"),
        "an endless owner": made(owner="x" * 81),
        "an owner with a null": made(owner="R\0"),
        "a day nobody has": made(taken_on="2026-13-01"),
        "another content": made(holds="half"),
        "something unknown": made(readers=["Maya"]),
        "a way out": made(**{"__class__": "Person", "../../ring": "x"}),
    }


def _wrong_nouns() -> dict[str, bytes]:
    turns = {
        "unknown field": {"only_me": False},
        "no words": {"changed": " \n\t"},
        "empty words": {"changed": ""},
        "long words": {"changed": "x" * 20_001},
        "a null in words": {"changed": "Left\0"},
        "another stage": {"stage": "prison"},
        "a number for words": {"changed": 7},
        "no id": {"id": ""},
        "an id that is none": {"id": "../../etc/passwd"},
        "before all days": {"written_on": "0000-12-31"},
        "after all days": {"written_on": "10000-01-01"},
        "a moment": {"written_on": "2026-11-24T10:00:00Z"},
        "a day as a number": {"written_on": 20781},
        "a long name": {"written_by": "x" * 81},
        "many names": {"shown_to": ["Maya"] * 101},
    }
    found = {f"turn: {name}": made(turns=[TURN | fields]) for name, fields in turns.items()}
    levels = (-1, 4, 1.0, "2", True, 10**400)
    found |= {f"level {str(one)[:9]}": made(skills=[SKILL | {"own": one}]) for one in levels}
    found |= {f"no number {one}": _bare(one) for one in ("NaN", "Infinity", "-Infinity", "1e400")}
    return found | _wrong_ties()


def _wrong_ties() -> dict[str, bytes]:
    weight = {"vision": ID, "level": 2}
    return {
        "an id twice": made(turns=[TURN, TURN]),
        "an id in two lists": made(turns=[TURN], skills=[SKILL | {"id": ID}]),
        "a value on nothing": made(values=[VALUE | {"turns": [ID]}]),
        "a value on itself": made(values=[VALUE | {"turns": [OTHER]}]),
        "a value on a turn twice": made(turns=[TURN], values=[VALUE | {"turns": [ID, ID]}]),
        "a skill on a turn": made(turns=[TURN], skills=[SKILL | {"importance": [weight]}]),
        "a step on a turn": made(turns=[TURN], steps=[STEP | {"serves": [ID]}]),
        "an order of turns": made(turns=[TURN], order=[ID]),
        "an order of nothing": made(order=[ID]),
        "another focus": made(visions=[SKILL | {"focus": {"salary": "much"}}]),
        "a month as a horizon": made(plans=[_plain("horizon", 4)]),
        "the day that counts as none": made(steps=[STEP | {"by_when": "1970-01-01"}]),
        "no weeks": made(plans=[_plain("weeks", 0)]),
    }


def _too_much() -> dict[str, bytes]:
    many = [TURN | {"id": f"{n:032x}"} for n in range(5_001)]
    big = [TURN | {"id": f"{n:032x}", "why": "y" * 20_000} for n in range(60)]
    return {
        "more than ten megabytes": made() + b" " * 10_000_000,
        "too many turns": made(turns=many),
        "more than a record holds": made(turns=big),
        "a million brackets": made(turns=[]).replace(b"[]", b"[" + b"[]," * 300_000 + b"[]]"),
    }


def by_chance(file: bytes, flips: int, cuts: int, turns: int) -> Iterator[bytes]:
    """A good file with bits flipped, ends cut off, and parts of it put upside down."""
    chance = Random(7)
    for _ in range(flips):
        at = chance.randrange(len(file))
        changed = bytes([file[at] ^ (1 << chance.randrange(8))])
        yield file[:at] + changed + file[at + 1 :]
    for _ in range(cuts):
        start, stop = sorted(chance.randrange(len(file)) for _ in range(2))
        yield chance.choice([file[:start], file[:start] + file[stop:]])
    for _ in range(turns):
        yield json.dumps(_turned(json.loads(file), chance)).encode()


def words(file: bytes) -> list[tuple[str, str]]:
    """(noun, what it says first) of every entry in a file that can be read."""
    entries = yonder_files.read(file).entries()
    return sorted((noun, str(getattr(one, one.__struct_fields__[5]))) for noun, _, one in entries)


def _turned(whole: dict[str, Any], chance: Random) -> dict[str, Any]:
    found = copy.deepcopy(whole)
    places = list(_places(found))
    holder, key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[f"{key}s"] = holder.pop(key)
        case 2 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case 3:
            holder[key] = chance.choice([one[key2] for one, key2 in places])
        case _:
            holder[key] = chance.choice(ODD)
    return found


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        yield node, key
        if isinstance(node[key], dict | list):
            yield from _places(node[key])


def _without(name: str) -> bytes:
    return json.dumps({key: value for key, value in HEAD.items() if key != name}).encode()


def _bare(word: str) -> bytes:
    return made(skills=[SKILL | {"own": 1}]).replace(b'"own": 1', f'"own": {word}'.encode())


def _plain(field: str, value: object) -> dict[str, object]:
    return {"id": ID, "written_on": "2026-11-24", field: value}
