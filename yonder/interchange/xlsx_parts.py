"""Looks through an Excel file, a ZIP of XML files, before anything in it is built."""

import io
import zipfile
from dataclasses import dataclass

from yonder.interchange.grids import Misfit, Unfit
from yonder.interchange.xlsx_sheets import Part

MOST_PARTS = 100
MACROS = ("vbaproject.bin", "xl/macrosheets/")
ELSEWHERE = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/", "xl/embeddings/")
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the format knows no others


@dataclass(frozen=True)
class Room:
    """How much a file may bring: bytes, bytes when it is unfolded, elements of one part, cells."""

    size: int
    unpacked: int  # a small file that unfolds into more is a trap
    elements: int  # building costs 13 µs each
    cells: int  # empty ones too


# A table of skills has 2,000 cells, and a sheet with a thousand rows half of these elements.
SKILLS = Room(size=1_000_000, unpacked=10_000_000, elements=100_000, cells=200_000)


def look_inside(file: bytes, room: Room = SKILLS) -> None:
    """Raises `Unfit` for traps, macros, links to other files, and a sheet in disorder; and what
    `zipfile` raises for a file that is damaged."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        parts = packed.infolist()
        _weigh(parts, room)
        _name(parts)
        for part in parts:
            with packed.open(part) as inside:
                Part(room.elements).read(inside)


def _weigh(parts: list[zipfile.ZipInfo], room: Room) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > room.unpacked:
        raise Unfit(Misfit("big"))
    if any(part.compress_type not in PACKINGS for part in parts):
        raise Unfit(Misfit("kind"))


def _name(parts: list[zipfile.ZipInfo]) -> None:
    """What the parts are called tells what else is in there."""
    names = [part.filename.lower() for part in parts]
    if any(sign in name for name in names for sign in MACROS):
        raise Unfit(Misfit("macros"))
    twice = len(set(names)) < len(names)
    if twice or any(sign in name for name in names for sign in ELSEWHERE):
        raise Unfit(Misfit("kind"))
