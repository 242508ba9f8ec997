"""A life taken out as a file and taken in again: all of it, once, for its owner alone."""

import pytest

from tests.career.stage import change
from tests.interchange.carrying import (
    ALONE,
    content,
    file_of,
    live,
    pages_alone,
    take_in,
    whole,
)
from yonder.career import erasing, pivots, plans, skills, values, visions
from yonder.career.boundaries import left_out
from yonder.interchange import yonder_files


@pytest.fixture
def file(maya, ravi, talks):
    live(ravi, maya, talks)
    return file_of(ravi)


def test_what_goes_out_comes_in_elsewhere_and_goes_out_the_same(ravi, omar, file):
    take_in(omar, file)
    assert content(whole(omar)) == content(whole(ravi))


def test_control_a_lost_turn_would_be_noticed(ravi, omar, file):
    take_in(omar, file)
    turn = pivots.pivots(pages_alone(omar))[0]
    change(omar, None, lambda pages: erasing.erase(pages, turn.id))
    assert content(whole(omar)) != content(whole(ravi))


def test_what_is_written_can_be_read_back(ravi, file):
    assert yonder_files.read(file) == whole(ravi)


def test_the_file_says_which_was_shown_and_to_whom(file):
    read = yonder_files.read(file)
    assert {one.name: one.shown_to for one in read.visions}[ALONE] == []
    assert read.turns[0].shown_to == ["Maya"]


def test_the_other_one_is_a_first_name_in_the_file_and_nothing_else(maya, ravi, talks, file):
    assert [one.written_by for one in yonder_files.read(file).notes] == ["", "Maya"]
    for one in (maya, ravi):
        assert str(one.person.id).encode() not in file
        assert one.person.id.hex.encode() not in file
    assert str(talks.circle).encode() not in file


def test_no_id_of_the_vault_is_in_the_file(ravi, file):
    ids = {one.entry.origin for one in pivots.pivots(pages_alone(ravi))}
    assert not [one for one in ids if str(one).encode() in file or one.hex.encode() in file]


def test_all_of_it_comes_in_for_oneself_alone(omar, file):
    take_in(omar, file)
    pages = pages_alone(omar)
    assert [kept.noun.changed for kept in pivots.pivots(pages)] == [
        "Left the bakery",
        "Night shifts end at four",
    ]
    assert all(kept.only_me for kept in [*pivots.pivots(pages), *values.values(pages)])
    assert left_out(pages.private, "topic") == {"family"}
    assert plans.plan(pages).horizon == 12


def test_the_same_file_twice_is_the_same_as_once(omar, file):
    take_in(omar, file)
    before = content(whole(omar))
    again = take_in(omar, file)
    assert again.new == {}
    assert content(whole(omar)) == before


def test_ones_own_file_brings_nothing_that_is_here_already(ravi, file):
    before = content(whole(ravi))
    assert take_in(ravi, file).new == {}
    assert content(whole(ravi)) == before


def test_what_was_erased_comes_back_from_a_file_and_stays(omar, file):
    take_in(omar, file)
    turn = pivots.pivots(pages_alone(omar))[0]
    change(omar, None, lambda pages: erasing.erase(pages, turn.id))
    assert take_in(omar, file).new == {"turns": 1}
    pages = pages_alone(omar)  # opened again, the gone list held against it
    assert len(pivots.pivots(pages)) == 2
    assert [len(turns) for turns in values.turns_of(pages).values()] == [2]


def test_two_who_take_in_one_file_cannot_erase_from_each_other(omar, hana, file):
    take_in(omar, file)
    take_in(hana, file)
    for turn in pivots.pivots(pages_alone(omar)):
        change(omar, None, lambda pages, turn=turn: erasing.erase(pages, turn.id))
    assert pivots.pivots(pages_alone(omar)) == []
    assert len(pivots.pivots(pages_alone(hana))) == 2


def test_what_is_erased_is_not_in_the_next_file(maya, ravi, talks, file):
    assert b"Left the bakery" in file
    turn = pivots.pivots(_shared(ravi, talks))[0]
    change(ravi, talks, lambda pages: erasing.erase(pages, turn.id))
    after = file_of(ravi)
    assert b"Left the bakery" not in after
    yonder_files.read(after)  # and nothing in it rests on what is gone


def test_a_fifth_chosen_skill_waits(omar, file):
    for number in range(4):
        change(omar, None, lambda pages, n=number: skills.add(pages, f"Skill {n}", only_me=True))
    for kept in skills.skills(pages_alone(omar)):
        change(omar, None, lambda pages, one=kept.id: skills.choose(pages, one, chosen=True))
    take_in(omar, file)
    every = skills.skills(pages_alone(omar))
    assert len(every) == 6
    assert sum(kept.noun.chosen for kept in every) == 4


def test_pictures_held_and_weighed_are_so_again(omar, file):
    take_in(omar, file)
    pages = pages_alone(omar)
    assert [[one.answer for one in row] for row in visions.held(pages).values()] == [["room"], [""]]
    assert sorted(level for row in skills.weights(pages).values() for level in row.values()) == [3]


def _shared(who, talks):
    from yonder.career.pages import open_pages

    return open_pages(who.keyring, talks.circle)
