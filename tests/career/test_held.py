"""A picture held against what matters: a question where there is little room, never a score."""

import pytest

from tests.career.stage import change, matter, pages_of, put, saved_by
from yonder.career import erasing, values, visions
from yonder.career.pages import NotHere
from yonder.career.visions import Vision, held, held_against, without_room

PICTURE = Vision("my own stall", "A Tuesday by the sea.")


def answer(who, journey, picture, value, said):
    change(who, journey, lambda pages: visions.hold(pages, picture.id, value.id, said))


def said(who, journey):
    """Picture → what was said about each value, in words."""
    pages = pages_of(who, journey)
    names = {kept.origin: kept.noun.name for kept in visions.visions(pages)}
    return {
        names[picture]: {one.value.noun.words: one.answer for one in row}
        for picture, row in held(pages).items()
    }


def fits_nowhere(who, journey):
    return [kept.noun.words for kept in without_room(pages_of(who, journey))]


def test_a_picture_is_held_only_against_what_the_owner_said_yes_to(maya, ravi, journey):
    picture = put(ravi, journey, PICTURE)
    proposed, mine = matter(maya, journey, "early light"), matter(ravi, journey, "quiet")
    before = saved_by()
    answer(ravi, journey, picture, proposed, "room")
    assert saved_by() == before
    answer(ravi, journey, picture, mine, "room")

    assert [kept.noun.words for kept in held_against(pages_of(ravi, journey))] == ["quiet"]
    assert said(ravi, journey) == said(maya, journey) == {PICTURE.name: {"quiet": "room"}}


def test_an_answer_survives_rewording_on_both_sides(ravi, journey):
    picture, value = put(ravi, journey, PICTURE), matter(ravi, journey, "quiet")
    answer(ravi, journey, picture, value, "little")
    change(ravi, journey, lambda pages: values.reword(pages, value.id, 1, "no noise"))
    change(ravi, journey, lambda pages: visions.edit(pages, picture.id, 1, Vision("a stall")))

    assert said(ravi, journey) == {"a stall": {"no noise": "little"}}


@pytest.mark.parametrize("erased", ["value", "picture"])
def test_an_answer_goes_with_either_of_the_two(ravi, journey, erased):
    it = {"picture": put(ravi, journey, PICTURE), "value": matter(ravi, journey, "quiet")}
    answer(ravi, journey, it["picture"], it["value"], "little")
    change(ravi, journey, lambda pages: erasing.erase(pages, it[erased].id))
    kinds = [entry.kind for entry in pages_of(ravi, journey).shared.circle.record.entries]

    assert "tie" not in kinds


def test_an_answer_is_changed_and_taken_back(ravi, journey):
    picture, value = put(ravi, journey, PICTURE), matter(ravi, journey, "quiet")
    seen = []
    for word in ("room", "unsure", "", "seven out of ten"):
        answer(ravi, journey, picture, value, word)
        seen.append(said(ravi, journey)[PICTURE.name]["quiet"])

    assert seen == ["room", "unsure", "", ""]


def test_an_answer_with_a_private_end_is_the_owners_alone(maya, ravi, journey):
    mine, shown = put(ravi, journey, PICTURE, only_me=True), put(ravi, journey, Vision("a school"))
    quiet, secret = matter(ravi, journey, "quiet"), matter(ravi, journey, "money", only_me=True)
    for picture in (mine, shown):
        for value in (quiet, secret):
            answer(ravi, journey, picture, value, "room")

    assert said(maya, journey) == {"a school": {"quiet": "room"}}
    assert said(ravi, journey) == {
        name: {"quiet": "room", "money": "room"} for name in ("a school", PICTURE.name)
    }


def test_what_is_not_there_cannot_be_held(ravi, journey):
    value = matter(ravi, journey, "quiet")
    with pytest.raises(NotHere):
        answer(ravi, journey, value, value, "room")


def test_a_value_fits_nowhere_only_when_every_picture_says_little(ravi, journey):
    pictures = [put(ravi, journey, Vision(name)) for name in ("one", "two")]
    quiet = matter(ravi, journey, "quiet")
    matter(ravi, journey, "money")
    seen = []
    for place, word in [(0, "little"), (1, "unsure"), (1, "room"), (1, "little"), (0, "")]:
        answer(ravi, journey, pictures[place], quiet, word)
        seen.append(fits_nowhere(ravi, journey))

    assert seen == [[], [], [], ["quiet"], []]


def test_without_a_picture_nothing_is_asked(ravi, journey):
    matter(ravi, journey, "quiet")
    assert fits_nowhere(ravi, journey) == []
