"""How much room words take in the drawing, so that no label meets another.

The browser breaks the lines; here is reckoned how many there can be at most. The widths are those
of Newsreader, rounded up, and generous for letters that come from another typeface.
"""

from functools import lru_cache
from math import ceil
from unicodedata import category, east_asian_width

LONGEST = 36.0  # of the size, about 70 letters; the whole text stands in the sentence and the list
THIN, USUAL, BROAD, CAPITAL, SQUARE = 0.39, 0.58, 0.85, 0.8, 1.3
WIDEST = 1.06  # of the size: what is left free where a long word is broken, but for squares
THINNER = frozenset(" ,.:;|!'\"’‘‚“”„()[]{}/\\-*ijltfrsI")
BROADER = frozenset("mwœæ@%&")


def short(words: str) -> str:
    """`words` on one line, cut at a word's end when there are many."""
    plain = " ".join(words[: 20 * int(LONGEST)].split())
    if breadth(plain) <= LONGEST:
        return plain
    kept = plain[: 3 * int(LONGEST)]
    while breadth(kept) > LONGEST:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) * 2 > len(kept) else kept) + "…"


def lines(words: str, width: int, size: int) -> int:
    """How many lines the words fill at most in `width` units, set at `size` units.

    >>> lines("Planning a whole season", 156, 21)
    2
    """
    fit, used, count = width / size, 0.0, 1
    for word in words.split():
        long = breadth(word)
        if used and used + THIN + long > fit:
            count, used = count + 1, 0.0
        if long > fit:
            broken = ceil(long / (fit - WIDEST))
            count, long = count + broken - 1, fit
        used += long + (THIN if used else 0)
    return count


def breadth(words: str) -> float:
    """How long the words are on one line, as a multiple of their size."""
    return sum(map(_advance, words))


@lru_cache(maxsize=4096)
def _advance(letter: str) -> float:
    if letter in THINNER:
        return THIN
    if category(letter) in ("Mn", "Cf"):
        return 0.0
    if east_asian_width(letter) in "WF":
        return SQUARE
    if letter in BROADER:
        return BROAD
    if letter in "MWŒÆŴ—…":
        return WIDEST
    return USUAL if letter.islower() or letter.isdigit() else CAPITAL
