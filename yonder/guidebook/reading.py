"""Opens a page of the guidebook. A page that does not fit says in which file and line, and why."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from yonder.guidebook.languages import page
from yonder.guidebook.lines import line_of

Page = TypeVar("Page", bound=msgspec.Struct)
LINE = re.compile(r"\(at line (\d+)")
PATH = re.compile(r" - at `\$\.?(.*)`$")


class Unreadable(Exception):
    """A page of the guidebook is broken: `file`, `line` and `why` say where to look."""

    def __init__(self, file: Path, line: int, why: str):
        super().__init__(f"{file.parent.name}/{file.name}, line {line}: {why}")
        self.file, self.line, self.why = file, line, why


def read(language: str, name: str, kind: type[Page]) -> Page:
    """The page `name` as this reader gets it, read once. Raises `Unreadable`."""
    found: Page = _read_once(page(language, name), kind)
    return found


def opened(file: Path, kind: type[Page]) -> Page:
    """What stands in this file, every key known and none missing. Raises `Unreadable`."""
    text = file.read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), kind, strict=True)
    except tomllib.TOMLDecodeError as broken:
        at = LINE.search(str(broken))
        raise Unreadable(file, int(at[1]) if at else last(text), str(broken)) from broken
    except msgspec.ValidationError as wrong:
        at = PATH.search(str(wrong))
        raise Unreadable(file, line_of(text, at[1] if at else ""), str(wrong)) from wrong


_read_once = cache(opened)


def last(text: str) -> int:
    return text.count("\n") + 1
