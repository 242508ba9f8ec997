"""An older copy is put back: nothing that was taken back is read again, and nothing is lost."""

import pytest

from tests.career.copies import SECRET, erase, serve, show, take_back
from tests.career.stage import put, read
from tests.cast import talk
from tests.vault.thief import Copy
from yonder.career.pivots import Pivot
from yonder.vault.opened import OpenCircle


@pytest.mark.parametrize("first", ["maya", "ravi"])
def test_what_was_taken_back_is_read_by_the_guide_in_no_older_copy(
    request, vault, maya, ravi, journey, copies, first
):
    for copy in copies:
        serve(copy, vault)
        read(request.getfixturevalue(first), journey)
        assert read(maya, journey) == ["stays"]
        assert read(ravi, journey) == ["stays", SECRET]
        assert read(ravi) == [SECRET]
        assert read(maya, journey) == ["stays"]


def test_nor_when_nobody_says_that_an_older_copy_is_served(maya, ravi, journey, copies):
    for copy in copies:
        copy.put_back()
        assert read(maya, journey) == ["stays"]
        assert read(ravi, journey) == ["stays", SECRET]


def test_control_without_a_mark_the_guide_reads_it(vault, maya, ravi, journey, monkeypatch):
    put(ravi, journey, Pivot(SECRET))
    copy, honest = Copy(), OpenCircle.release
    monkeypatch.setattr(
        OpenCircle, "release", lambda one, entry, *, hidden: honest(one, entry, hidden=False)
    )
    take_back(ravi, journey)
    serve(copy, vault)

    assert read(maya, journey) == [SECRET]


def test_what_was_shown_is_not_lost_in_a_copy_of_before(vault, maya, ravi, journey):
    put(ravi, journey, Pivot(SECRET), only_me=True)
    copy = Copy()
    show(ravi, journey, SECRET)
    serve(copy, vault)

    assert read(maya, journey) == []
    assert read(ravi, journey) == [SECRET]


def test_what_was_shown_and_erased_does_not_come_back_where_it_was_private(
    vault, maya, ravi, journey
):
    put(ravi, journey, Pivot(SECRET), only_me=True)
    copies = [Copy()]
    show(ravi, journey, SECRET)
    copies.append(Copy())
    erase(ravi, journey)

    for copy in copies:
        serve(copy, vault)
        assert read(ravi, journey) == read(ravi) == read(maya, journey) == []


def test_what_was_taken_back_and_erased_does_not_come_back_for_a_single_look(
    vault, maya, ravi, journey, copies
):
    copies.append(Copy())
    erase(ravi, journey)

    for copy in copies:
        serve(copy, vault)
        assert read(ravi, journey) == ["stays"]
        assert (read(ravi), read(maya, journey)) == ([], ["stays"])


@pytest.mark.parametrize("moves", [1, 2, 3, 4])
def test_after_any_number_of_ways_it_lies_in_one_place_in_each_copy(
    vault, maya, ravi, journey, moves
):
    put(ravi, journey, Pivot(SECRET), only_me=True)
    copies = [Copy()]
    for move in [show, take_back, show, take_back][:moves]:
        move(ravi, journey, SECRET)
        copies.append(Copy())
    shown_now = moves % 2 == 1

    for copy in copies:
        serve(copy, vault)
        seen = read(maya, journey)
        assert read(ravi, journey) == [SECRET]
        assert seen == read(maya, journey)
        assert shown_now or seen == []


def test_two_listeners_one_is_shown_it_again_and_the_other_still_does_not_see_it(
    vault, maya, ravi, omar, journey
):
    other = talk(omar, ravi)
    put(ravi, journey, Pivot(SECRET))
    copy = Copy()
    take_back(ravi, journey)
    show(ravi, other, SECRET)
    serve(copy, vault)

    assert SECRET in read(ravi, journey)
    assert (read(maya, journey), read(omar, other)) == ([], [])
