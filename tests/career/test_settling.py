"""Settle it by Friday: one line for who asked, fourteen days, and then gone by itself."""

from tests.career.stage import change, pages_of, saved_by
from tests.cast import talk
from yonder.career.record import open_private
from yonder.career.settling import STAYS, settle, to_settle

TODAY = 20_000


def settles(pages, day):
    """Does the line of this journey stand on this person's list that day?"""
    return pages.common.circle.id in to_settle(pages.private, day)


def ask(who, journey, today=TODAY):
    change(who, journey, lambda pages: settle(pages, today))


def test_the_line_stands_for_fourteen_days_and_goes_by_itself(maya, journey):
    assert STAYS == 14
    ask(maya, journey)
    before = saved_by()

    stands = [settles(pages_of(maya, journey), TODAY + day) for day in range(20)]
    assert stands == [True] * 15 + [False] * 5
    assert saved_by() == before


def test_it_stands_on_the_list_of_who_asked_and_nowhere_else(maya, ravi, journey):
    before = saved_by()
    ask(maya, journey)

    assert to_settle(open_private(maya.keyring), TODAY) == {journey.circle}
    assert not settles(pages_of(ravi, journey), TODAY)
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {maya.keyring.private}


def test_asking_again_does_not_make_it_stand_longer_nor_a_second_time(maya, journey):
    ask(maya, journey)
    before = saved_by()
    for day in (0, 7, STAYS, STAYS + 1, 400):
        ask(maya, journey, TODAY + day)

    assert saved_by() == before
    assert not settles(pages_of(maya, journey), TODAY + STAYS + 1)


def test_each_journey_has_a_line_of_its_own(maya, ravi, omar, journey):
    other = talk(maya, omar)
    ask(maya, other)

    assert not settles(pages_of(maya, journey), TODAY)
    assert settles(pages_of(maya, other), TODAY)


def test_alone_there_is_nothing_to_settle(ravi):
    before = saved_by()
    ask(ravi, None)

    assert saved_by() == before
    assert not settles(pages_of(ravi), TODAY)
