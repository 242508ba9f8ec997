"""The arithmetic of the bench: what stands in the middle, and how far it went."""

import pytest

from bench.spread import percentile, ratios, spread


def test_the_middle_does_not_move_when_one_round_was_disturbed():
    calm, disturbed = spread([2, 3, 2, 3, 2]), spread([2, 3, 2, 90, 2])

    assert calm.median == disturbed.median == 2
    assert (disturbed.least, disturbed.most, disturbed.times) == (2, 90, 5)


def test_a_ratio_is_taken_round_by_round():
    """Twice as slow a machine in the second half changes no ratio."""
    page, limit = spread([4, 4, 8, 8]), spread([2, 2, 4, 4])

    assert ratios(page, limit) == spread([2, 2, 2, 2])


def test_rounds_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="zip"):
        ratios(spread([1, 2]), spread([1]))


def test_nothing_measured_is_no_figure():
    with pytest.raises(ValueError, match="Nothing was measured"):
        spread([])


@pytest.mark.parametrize(("part", "wanted"), [(0.5, 50), (0.99, 99), (1, 100), (0, 1)])
def test_99_of_100_do_not_exceed_the_99th(part, wanted):
    assert percentile(reversed(range(1, 101)), part) == wanted


def test_one_value_is_every_percentile():
    assert percentile([7], 0.5) == percentile([7], 0.99) == 7
