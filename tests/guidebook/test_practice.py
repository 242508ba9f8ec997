"""The practice: twelve scenes, three replies each, one that Yonder would choose, and why."""

import pytest

from yonder.guidebook.practice import practice

SCENES = practice("en").scenes


def test_there_are_twelve_scenes_and_no_line_comes_twice():
    assert len({scene.line for scene in SCENES}) == len(SCENES) == 12


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.line[:24])
def test_the_three_replies_differ_and_one_of_them_is_chosen(scene):
    assert len(set(scene.replies.values())) == 3
    assert scene.ours in scene.replies


def test_none_of_the_letters_is_always_the_one():
    chosen = [scene.ours for scene in SCENES]
    assert {letter: chosen.count(letter) for letter in "ABC"} == {"A": 4, "B": 5, "C": 3}
