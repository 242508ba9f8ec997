"""Real people need a real place: each test gets a `yonder serve` of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.steps import Visitor, begin_workplace, invite, join, see_digits
from tests.serving import Served, serving

Come = Callable[..., Visitor]


@pytest.fixture
def here(folder: Path) -> Iterator[Served]:
    with serving(folder=folder) as running:
        yield running


@pytest.fixture
def come(here: Served, browsing: Callable[..., Any]) -> Come:
    """`come("ravi", width=360)`: somebody opens a browser of their own."""

    def come(name: str, **words: Any) -> Visitor:
        return Visitor(browsing(name, **words), here.address, name)

    return come


@pytest.fixture
def olga(here: Served, come: Come) -> Visitor:
    """She runs the server and was here first."""
    olga = come("olga")
    begin_workplace(olga, here.first_run)
    return olga


@pytest.fixture
def maya(olga: Visitor, come: Come) -> Visitor:
    maya = come("maya")
    join(maya, invite(olga, "Maya"))
    maya.stands_before("Olga opens this for you")
    return maya


@pytest.fixture
def ravi(maya: Visitor, come: Come) -> Visitor:
    """He came by Maya's slip, on a telephone, and holds no key yet."""
    ravi = come("ravi", width=360)
    join(ravi, invite(maya, "Ravi"))
    ravi.stands_before("Maya opens this for you")
    return ravi


@pytest.fixture
def paired(maya: Visitor, ravi: Visitor) -> tuple[Visitor, Visitor]:
    """Maya has said the digits and Ravi has typed them; both pages went on by themselves."""
    digits = see_digits(maya, "Ravi")
    ravi.stands_before("Type the twelve digits that Maya says to you.")
    ravi.fills("The twelve digits", digits)
    ravi.presses("Open")
    for one in (ravi, maya):
        one.stands_before("Open. You two can read this from now on.")
    return maya, ravi
