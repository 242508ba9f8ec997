"""Reads one part of an Excel file before anything is built from it, and takes nothing from it.

The cells of a sheet have to stand in their order, each once: a reader that trusts the order would
lose some without a word. And no part needs a document type, which can unfold without end.
"""

from typing import IO
from xml.parsers import expat

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.xml.constants import SHEET_MAIN_NS

from yonder.interchange.grids import Misfit, Unfit

SHEET, ROW, CELL = (f"{SHEET_MAIN_NS} {name}" for name in ("worksheet", "row", "c"))


class Part:
    """Follows rows and cells through one part. A place without a number is the next one."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.root, self.elements = "", 0
        self.row = self.column = 0

    def read(self, inside: IO[bytes]) -> None:
        """Raises `Unfit` at a document type, at the first cell that is out of order, and when there
        are more elements than there may be."""
        reader = expat.ParserCreate(namespace_separator=" ")
        reader.StartDoctypeDeclHandler = self._refuse
        reader.StartElementHandler = self._begin
        try:
            reader.ParseFile(inside)
        except expat.ExpatError:
            # A picture, or damaged: whoever needs it as XML will refuse it.
            return

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        self.elements += 1
        if self.elements > self.most:
            raise Unfit(Misfit("big"))
        if self.root != SHEET:
            return
        place = attributes.get("r")
        if name == ROW:
            self._to_row(int(place) if place else self.row + 1)
        elif name == CELL:
            self._to_cell(*(coordinate_to_tuple(place) if place else (self.row, self.column + 1)))

    def _to_row(self, row: int) -> None:
        if row <= self.row:
            self._refuse()
        self.row, self.column = row, 0

    def _to_cell(self, row: int, column: int) -> None:
        if row != self.row or column <= self.column:
            self._refuse()
        self.column = column

    def _refuse(self, *declared: object) -> None:
        raise Unfit(Misfit("kind"))
