"""How much room words take in the drawing: arithmetic, and generous, so that no labels meet."""

from math import ceil
from unicodedata import east_asian_width

LONGEST = 64  # characters; the whole text stands in the sentence and in the table
ADVANCE = 0.54  # of the size; wider than the average letter of Newsreader, measured over its texts


def short(words: str) -> str:
    """`words` on one line, cut at a word's end when there are many."""
    plain = " ".join(words.split())
    if _columns(plain) <= LONGEST:
        return plain
    kept = plain[:LONGEST] if " " not in plain[:LONGEST] else plain[:LONGEST].rsplit(" ", 1)[0]
    while _columns(kept) > LONGEST:
        kept = kept[:-1]
    return kept + "…"


def lines(words: str, width: int, size: int) -> int:
    """How many lines the words fill at most in `width` units, set at `size` units."""
    fit, used, count = int(width / (size * ADVANCE)), 0, 1
    for word in short(words).split():
        long = _columns(word)
        if used and used + 1 + long > fit:
            count, used = count + 1, 0
        if long > fit:
            count += ceil(long / fit) - 1
            long = long % fit or fit
        used += long + bool(used)
    return count


def _columns(words: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
