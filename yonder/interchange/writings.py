"""How a text file was written: in which letters, and with what between its cells.

Recognised, or refused: where two readings are as good as each other, none is guessed.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from yonder.interchange.grids import Misfit, Unfit

MARKS = (",", ";", "\t")
TOLD = re.compile(r"sep=([,;\t])\r?\n")  # a first line by which spreadsheets tell each other
MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Letters of UTF-8 in a file that is not all UTF-8: it was cut or mixed, and is no older Windows.
TORN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True)
class Writing:
    """`coding` as Python names it; `between` stands between two cells; `text` is the rest."""

    coding: str
    between: str
    text: str


def recognised(file: bytes) -> Writing:
    """The writing of a file. Raises `Unfit` for what is no text, or could be read in two ways."""
    coding = _coding(file)
    try:
        text = file.decode(coding)
    except UnicodeDecodeError:
        raise Unfit(Misfit("kind")) from None
    if "\0" in text:
        raise Unfit(Misfit("kind"))
    told = TOLD.match(text)
    return Writing(coding, told[1], text[told.end() :]) if told else _divided(coding, text)


def cells(text: str, between: str) -> Iterator[list[str]]:
    """Row by row. Strict, so what stands behind a closing quotation mark is a `csv.Error`."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)


def _coding(file: bytes) -> str:
    marked = next((name for mark, name in MARKED.items() if file.startswith(mark)), None)
    if marked:
        return marked
    try:
        file.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if TORN.search(file) else "cp1252"
    return "utf-8"


def _divided(coding: str, text: str) -> Writing:
    """By the mark that makes most rows as wide as the heading, and the heading widest."""
    fits = {mark: _fit(text, mark) for mark in MARKS}
    best = max(fits.values())
    found = [mark for mark in MARKS if fits[mark] == best]
    if len(found) > 1 and best != (0, 0):
        raise Unfit(Misfit("kind"))
    return Writing(coding, found[0], text)


def _fit(text: str, mark: str) -> tuple[int, int]:
    """How many rows are as wide as the heading, and how wide that is; zeros if undivided."""
    try:
        widths = [len(row) for row in cells(text, mark) if any(row)]
    except csv.Error:
        return 0, 0
    wide = widths[0] if widths else 0
    return (widths.count(wide), wide) if wide > 1 else (0, 0)
