"""Erased, taken back, and never written: the same bytes for everybody else, over random lives."""

import pytest

from tests.cast import browser, talk
from tests.promises.doors import undone
from tests.promises.lives import (
    ERASED,
    NEVER,
    SECRET,
    TAKEN_BACK,
    Life,
    counted,
    plan,
    seen_by,
)
from yonder.career import erasing


@pytest.fixture
def house(maya, ravi, hana, olga, omar):
    """Maya listens to Ravi; Hana, Olga and Omar look as well as they can."""
    journey = talk(maya, ravi)
    page = f"/journey/{journey.id}/"
    own = ["/", "/team/", page, f"{page}room/", f"{page}briefing/", f"{page}readers/"]
    lookers = [(browser(maya), own)]
    lookers += [(browser(one), ["/", "/people/", page]) for one in (hana, olga, omar)]
    return maya, ravi, journey, lookers


def lived(house, seed, fate):
    """What each looker sees at the end of one life, and what can be counted in the database."""
    maya, ravi, journey, lookers = house
    with undone():
        for step in plan(seed, fate):
            step(Life(maya, ravi, journey))
        return [seen_by(visitor, paths) for visitor, paths in lookers], counted()


@pytest.mark.parametrize("fate", [ERASED, TAKEN_BACK])
def test_to_everybody_else_it_looks_as_if_it_had_never_been(house, fate, counts):
    for seed in range(counts(20, 200)):
        pages, rows = lived(house, seed, fate)
        never, plain = lived(house, seed, NEVER)
        assert pages == never, seed
        assert rows == plain, seed
        assert not any(SECRET in page for shown in pages for page in shown)


def test_control_while_it_was_there_the_guide_saw_it(house, monkeypatch):
    monkeypatch.setattr(erasing, "erase", lambda pages, wanted: None)
    told = [any(SECRET in page for page in lived(house, seed, ERASED)[0][0]) for seed in range(10)]
    assert any(told)


def test_control_a_build_that_leaves_ties_behind_is_told_apart(house, monkeypatch):
    def careless(pages, wanted):
        for record in pages.records:
            if entry := record.circle.record.entry(wanted):
                entry.data, entry.rev = entry.data.replace(SECRET.encode(), b"?" * len(SECRET)), 2
                pages.touch(record)

    monkeypatch.setattr(erasing, "erase", careless)
    assert any(lived(house, seed, ERASED)[0] != lived(house, seed, NEVER)[0] for seed in range(10))
