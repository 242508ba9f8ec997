"""Rounds: whatever the machine does meanwhile meets every side alike."""

from bench.rounds import in_rounds


def test_sides_take_turns():
    order = []
    sides = {name: lambda name=name: order.append(name) for name in "AB"}

    in_rounds(sides, 3)

    assert order == list("ABABAB")


def test_every_side_keeps_its_rounds_in_order():
    numbers = iter(range(6))

    assert in_rounds({"A": lambda: next(numbers), "B": lambda: next(numbers)}, 3) == {
        "A": [0, 2, 4],
        "B": [1, 3, 5],
    }
