"""A picture of a life: the owner's alone until it is shown, and five at most."""

import pytest

from tests.career.stage import change, found, pages_of, put, read, saved_by, without_ids
from yonder.career import erasing, showing, visions
from yonder.career.pages import Moved
from yonder.career.visions import MOST, Enough, Vision, earlier

TEXT = Vision("my own stall", "A Tuesday by the sea.", "a second one", {"place": "the coast"})


def edit(who, journey, it, vision, *, keep=False):
    change(who, journey, lambda pages: visions.edit(pages, it.id, it.rev, vision, keep=keep))


def test_all_that_was_said_about_it_is_kept(maya, ravi, journey):
    assert put(ravi, journey, TEXT).noun == found(maya, journey, TEXT.name).noun == TEXT


@pytest.mark.parametrize("private", [0, 3, 5])
def test_there_are_five_at_most_shown_and_private_together(ravi, journey, private):
    for number in range(MOST):
        put(ravi, journey, Vision(f"{number}"), only_me=number < private)
    before = saved_by()
    for only_me in (False, True):
        with pytest.raises(Enough):
            put(ravi, journey, Vision("a sixth"), only_me=only_me)
    assert saved_by() == before

    gone = found(ravi, journey, "2")
    change(ravi, journey, lambda pages: erasing.erase(pages, gone.id))
    put(ravi, journey, Vision("a sixth"))
    assert len(read(ravi, journey)) == MOST


@pytest.mark.parametrize("private", range(MOST + 1))
def test_what_a_guide_is_refused_tells_nothing_of_private_pictures(maya, ravi, journey, private):
    for number in range(private):
        put(ravi, journey, Vision(f"private {number}"), only_me=True)
    for number in range(MOST):
        put(maya, journey, Vision(f"{number}"))
    with pytest.raises(Enough):
        put(maya, journey, Vision("a sixth"))

    assert len(read(maya, journey)) == MOST
    assert len(read(ravi, journey)) == MOST + private


def test_an_edit_over_other_words_shows_them_and_writes_nothing(maya, ravi, journey):
    hers = put(maya, journey, Vision("a school of bakers"))
    edit(ravi, journey, hers, Vision("a school by the sea"))
    with pytest.raises(Moved) as moved:
        edit(maya, journey, hers, Vision("a large school"))
    assert moved.value.now.noun.name == "a school by the sea"
    assert read(maya, journey) == ["a school by the sea"]


def test_what_it_was_before_is_kept_only_if_the_owner_likes(ravi, journey):
    it = put(ravi, journey, TEXT)
    edit(ravi, journey, it, Vision("a small stall"))
    edit(ravi, journey, found(ravi, journey, "a small stall"), Vision("a stall"), keep=True)
    edit(ravi, journey, found(ravi, journey, "a stall"), Vision("two stalls"), keep=True)

    kept = earlier(pages_of(ravi, journey))
    assert {origin: [one.noun.name for one in row] for origin, row in kept.items()} == {
        it.origin: ["a small stall", "a stall"]
    }


def test_what_it_was_before_is_for_the_owner_alone(maya, ravi, journey):
    hers = put(maya, journey, Vision("a school of bakers"))
    edit(maya, journey, hers, Vision("a school"), keep=True)
    assert earlier(pages_of(ravi, journey)) == {}

    edit(ravi, journey, found(ravi, journey, "a school"), Vision("my school"), keep=True)
    assert len(earlier(pages_of(ravi, journey))) == 1
    assert earlier(pages_of(maya, journey)) == {}
    assert b"bakers" not in repr(without_ids(pages_of(maya, journey))).encode()


def test_one_earlier_picture_can_be_taken_away_and_twice_is_fine(ravi, journey):
    it = put(ravi, journey, TEXT)
    for name in ("two", "three"):
        now = found(ravi, journey, "two") if name == "three" else it
        edit(ravi, journey, now, Vision(name), keep=True)
    first = earlier(pages_of(ravi, journey))[it.origin][0]
    for _ in range(2):
        change(ravi, journey, lambda pages: visions.erase_earlier(pages, first.id))

    left = earlier(pages_of(ravi, journey))[it.origin]
    assert [one.noun.name for one in left] == ["two"]


def test_nothing_but_an_earlier_picture_is_taken_away_by_that(ravi, journey):
    mine = put(ravi, journey, TEXT, only_me=True)
    change(ravi, journey, lambda pages: visions.erase_earlier(pages, mine.id))
    assert read(ravi, journey) == [TEXT.name]


def test_what_it_was_before_stays_with_it_when_it_is_shown_or_taken_back(maya, ravi, journey):
    it = put(ravi, journey, TEXT, only_me=True)
    edit(ravi, journey, it, Vision("a stall"), keep=True)
    for move in (lambda p, one: showing.show(p, [one]), showing.only_me):
        now = found(ravi, journey, "a stall")
        change(ravi, journey, lambda pages, move=move, now=now: move(pages, now.id))
        assert list(earlier(pages_of(ravi, journey))) == [it.origin]
        assert earlier(pages_of(maya, journey)) == {}
