"""What a figure says about its budget, and what the door then answers."""

from bench.__main__ import answer
from bench.figures import Figure
from bench.gaps import gaps
from bench.plans import FULL, QUICK
from bench.spread import spread
from tests.bench.made import BROKEN, HELD, PLAIN


def test_a_budget_is_for_the_ratio_where_there_is_one():
    assert (PLAIN.holds, HELD.holds, BROKEN.holds) == (None, True, False)


def test_a_budget_that_is_just_met_holds():
    assert Figure("x", "", "", spread([8]), budget=8).holds
    assert Figure("x", "", "", spread([9]), budget=8).holds is False


def test_a_broken_budget_fails_only_whoever_asked():
    assert answer([PLAIN, HELD, BROKEN], check=False) == 0
    assert answer([PLAIN, HELD, BROKEN], check=True) == 1
    assert answer([PLAIN, HELD], check=True) == 0


def test_a_run_says_what_it_left_out():
    quick = {gap.what for gap in gaps(QUICK, browser=True)}
    full = {gap.what for gap in gaps(FULL, browser=True)}

    assert quick - full == {"PostgreSQL", "first load in a browser"}
    assert "many people at once" in full


def test_a_machine_without_a_browser_is_not_silent_about_it():
    [gap] = set(gaps(FULL, browser=False)) - set(gaps(FULL, browser=True))

    assert (gap.what, gap.why) == ("first load in a browser", "There is no Chromium here.")
