"""Finds the line of a page that a complaint about `prompts[3].why` is about."""

import re
from collections import Counter
from collections.abc import Iterator

HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]")
KEY = re.compile(r"^\s*([\w-]+)\s*=")
LONG = '"""'


def line_of(text: str, path: str) -> int:
    """The line where `path` stands, or else what it should stand in; 1 when nothing is known."""
    best, found = "", 1
    for line, here in places(text):
        if inside(path, here) and len(here) >= len(best):
            best, found = here, line
    return found


def inside(path: str, here: str) -> bool:
    return path == here or path.startswith((f"{here}.", f"{here}["))


def places(text: str) -> Iterator[tuple[int, str]]:
    """Each header and each key of the page, as (line, path)."""
    within, seen = "", Counter[str]()
    for line, words in outside_long_texts(text):
        if header := HEADER.match(words):
            within = numbered(header[2], header[1] == "[[", seen)
            yield line, within
        elif key := KEY.match(words):
            yield line, f"{within}.{key[1]}".lstrip(".")


def numbered(name: str, repeats: bool, seen: Counter[str]) -> str:
    """`prompts` of the fourth `[[prompts]]` is `prompts[3]`."""
    if not repeats:
        return name
    seen[name] += 1
    return f"{name}[{seen[name] - 1}]"


def outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not the inside of a text over several lines, which may look like anything."""
    long = False
    for line, words in enumerate(text.splitlines(), start=1):
        if not long:
            yield line, words
        long ^= words.count(LONG) % 2 == 1
