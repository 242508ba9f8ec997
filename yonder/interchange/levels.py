"""A level in a cell: 0 to 3, or the word for it in the reader's language."""

import re
from collections.abc import Mapping

NUMBER = re.compile(r"([0-3])(?:[.,]0+)?")  # spreadsheets make 2.0 or 2,0 of a 2


def level(cell: str, words: Mapping[str, int]) -> int | None:
    """0 to 3, or None for an empty cell and for one that says nothing of the kind."""
    plain = " ".join(cell.split()).lower()
    number = NUMBER.fullmatch(plain)
    return int(number[1]) if number else words.get(plain)
