"""How long a page takes does not tell the guide whether something was erased from it.

Two journeys of the same kind: from one a turn was erased, in the other it never was. Their pages
are asked for in turns, and the times are compared by the share of pairs in which one is slower
(Mann and Whitney 1947): a half means that nobody can tell. It is the processor's time, which is
all that could differ; a clock on the wall, or across a network, sees far less of it.
"""

import time
from random import Random

import pytest

from tests.career.copies import erase
from tests.career.stage import put
from tests.cast import browser, join, talk
from yonder.career.pivots import Pivot

ROUNDS = (
    100  # of each journey; by chance alone a half is missed by 0.15 less than once in a million
)
FAR = 0.15
SECRET = Pivot("Never mention this")


@pytest.fixture
def pairs(vault, workplace, maya):
    """[(one with an erased turn, one in which it never was)], all heard by Maya.

    An older journey costs a little less than a newer one, so each is erased from once.
    """
    lives = [_life(vault, maya, name) for name in ("Ravi", "Omar", "Ines", "Kofi")]
    for owner, journey in (lives[0], lives[3]):
        put(owner, journey, SECRET)
        erase(owner, journey, SECRET.changed)
    first, second, third, fourth = (journey for _, journey in lives)
    return [(first, second), (fourth, third)]


def _life(vault, maya, name):
    owner = join(vault, name)
    journey = talk(maya, owner)
    for number in range(12):
        put(owner, journey, Pivot(f"a turn that stays {number}"))
    return owner, journey


def taken(client, journey) -> float:
    began = time.process_time()
    assert client.get(f"/journey/{journey.id}/").status_code == 200
    return time.process_time() - began


def slower(client, pair, delay) -> float:
    """The share of pairs of pages in which the one with the erased turn took longer."""
    erased, never = [], []
    order = [0, 1] * ROUNDS
    Random(1947).shuffle(order)  # or whatever comes round regularly falls on the same one
    for place in order:
        times, more = ((erased, delay), (never, 0.0))[place]
        times.append(taken(client, pair[place]) + more)
    return sum(a > b for a in erased for b in never) / ROUNDS**2


def told_apart(client, pairs, delay=0.0) -> float:
    """How far from a half; 0 is "nobody can tell", 0.5 is "always"."""
    shares = [slower(client, pair, delay) for pair in pairs]
    print("slower in", " and ".join(f"{share:.3f}" for share in shares), "of the pairs")
    return abs(sum(shares) / len(shares) - 0.5)


def test_an_erased_turn_takes_no_longer_than_one_that_never_was(pairs, maya):
    assert told_apart(browser(maya), pairs) < FAR


def test_a_fifth_more_would_be_noticed(pairs, maya):
    """The control: as if an erased turn cost a fifth of its page."""
    client = browser(maya)
    page = sorted(taken(client, pairs[0][1]) for _ in range(9))[4]
    assert told_apart(client, pairs, delay=page / 5) > FAR
