"""Grids to write and read again, and files nobody should be harmed by."""

import io
import zipfile
from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from yonder.interchange.grids import Grid, GridRow, table_of
from yonder.interchange.xlsx_tables import written

LEVELS = {"it matters": 2, "with help": 1}
STARTS = ("", "=", "+", "-", "@", "'", "=cmd|' /C calc'!A0", "=1+1")
letters = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
names = st.builds(
    lambda start, rest: f"{start}{rest}".lower(),
    st.sampled_from(STARTS),
    st.text(letters, min_size=1, max_size=40),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    visions = draw(st.lists(names, max_size=5, unique_by=str.lower))
    rows = draw(st.lists(names, min_size=1, max_size=12, unique_by=str.lower))
    level = st.integers(0, 3)
    return Grid(
        tuple(f"v {name}" for name in visions),
        tuple(
            GridRow(
                name,
                tuple(draw(level) for _ in visions),
                draw(st.one_of(st.none(), level)),
            )
            for name in rows
        ),
    )


MARTAS = Grid(
    ("I teach the new ones", "A van of my own"),
    (
        GridRow("Weld an upright seam", (3, 0), 1),
        GridRow("Read a budget", (0, 2), None),
    ),
)


def hostile(number: int) -> Iterator[bytes]:
    """`number` files: cut, flipped and mixed up, the same ones each time."""
    chance, whole = Random(39), written(table_of(MARTAS))
    for at in range(number):
        file = bytearray(whole)
        if at % 3 == 0:
            del file[chance.randrange(len(file)) :]
        for _ in range(chance.randrange(1, 40)):
            if file:
                file[chance.randrange(len(file))] = chance.randrange(256)
        yield bytes(file)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in parts.items():
            packed.writestr(name, inside)
    return out.getvalue()
