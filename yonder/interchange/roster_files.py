"""A list of people as a file, read row by row: a million rows need no more memory than a hundred.

What could be read in two ways is asked about, and never guessed.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from yonder.interchange import xlsx_tables
from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.writings import MARKED, MARKS, TOLD
from yonder.interchange.xlsx_parts import Room

SAMPLE, CHUNK = 65_536, 1_048_576  # letters, bytes
LONGEST_LINE = 1_000_000
OLD_OFFICE, ZIP = b"\xd0\xcf\x11\xe0", b"PK"
WORKBOOK = Room(size=10_000_000, unpacked=60_000_000, elements=600_000, cells=300_000)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Source:
    """Where rows come from. `open` gives the bytes from their beginning, each time it is called."""

    open: Callable[[], BinaryIO]
    coding: str = ""
    between: str = ""

    def rows(self, progress: Progress = lambda done, total: None) -> Iterator[list[str]]:
        """Row by row, the heading first. Raises `Unfit`, with the line where there is one."""
        with self.open() as file:
            start = file.read(4)
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            if start.startswith(OLD_OFFICE):
                raise Unfit(Misfit("kind"))
            if start.startswith(ZIP):
                yield from xlsx_tables.read(file.read(WORKBOOK.size + 1), WORKBOOK)
            else:
                yield from self._texts(file, size, progress)

    def _texts(self, file: BinaryIO, size: int, progress: Progress) -> Iterator[list[str]]:
        coding = self.coding or _coding(file)
        file.seek(0)
        line = 0
        try:
            text = io.TextIOWrapper(file, coding, newline="")
            between = self.between or _between(text.read(SAMPLE))
            text.seek(0)
            for line, row in enumerate(csv.reader(_lines(text), delimiter=between, strict=True), 1):
                yield row
                if not line % 1000:
                    progress(file.tell(), size)
        except (UnicodeError, LookupError):
            raise Unfit(Misfit("coding", line + 1)) from None
        except csv.Error:
            raise Unfit(Misfit("torn", line + 1)) from None
        progress(size, size)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """A line without end is no line: it would fill the memory before anybody could look at it."""
    first = text.readline(LONGEST_LINE)
    if not TOLD.match(first):
        yield first
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise csv.Error
        yield line


def _coding(file: BinaryIO) -> str:
    """By its mark, or because every byte of it is UTF-8. Otherwise somebody has to say it."""
    start = file.read(4)
    for mark, name in MARKED.items():
        if start.startswith(mark):
            return name
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise Unfit(Misfit("kind"))
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise Unfit(Misfit("coding")) from None
    return "utf-8"


def _between(sample: str) -> str:
    """By the mark that makes most rows as wide as the heading, and the heading widest."""
    if told := TOLD.match(sample):
        return told[1]
    whole = sample if len(sample) < SAMPLE else sample[: sample.rfind("\n") + 1]
    fits = {mark: _fit(whole, mark) for mark in MARKS}
    best = max(fits.values())
    found = [mark for mark in MARKS if fits[mark] == best]
    if len(found) > 1 and best != (0, 0):
        raise Unfit(Misfit("between"))
    return found[0]


def _fit(sample: str, mark: str) -> tuple[int, int]:
    widths = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=mark, strict=True):
            if any(row):
                widths.append(len(row))
    except csv.Error:
        widths = widths[:-1]  # a cell with several lines may be cut at the end of the sample
    wide = widths[0] if widths else 0
    return (widths.count(wide), wide) if wide > 1 else (0, 0)
