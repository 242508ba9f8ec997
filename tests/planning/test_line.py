"""Why am I doing this? What a chosen thing hangs on, and one sentence that says it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.lines import line, lines
from yonder.planning.line import Line, Thing, reason, way


def a_line(*ties: tuple[str, str]) -> Line:
    places = {"p": "pivot", "v": "value", "w": "vision", "s": "skill", "a": "action"}
    ids = ("p1", "p2", "v1", "v2", "w1", "w2", "s1", "s2", "a1", "a2")
    return Line(tuple(Thing(one, places[one[0]], f"words of {one}") for one in ids), ties)


def test_a_step_lights_everything_it_hangs_on_and_nothing_else() -> None:
    kofi = a_line(("a1", "s1"), ("a2", "s2"), ("s1", "w1"), ("s2", "w2"), ("w1", "v1"))
    assert way(kofi, "a1") == {"a1", "s1", "w1", "v1"}


def test_what_matters_lights_both_where_it_comes_from_and_what_it_carries() -> None:
    kofi = a_line(("v1", "p1"), ("w1", "v1"), ("s1", "w1"), ("w2", "v2"), ("v2", "p1"))
    assert way(kofi, "v1") == {"v1", "p1", "w1", "s1"}


@given(lines(), st.data())
def test_one_thing_lights_the_other_exactly_when_the_other_lights_it(
    any_line: Line, data: st.DataObject
) -> None:
    if any_line.things:
        one = data.draw(st.sampled_from(any_line.things)).id
        assert all(one in way(any_line, other) for other in way(any_line, one))


def test_a_reason_names_step_skill_picture_values_and_turns() -> None:
    whole = a_line(("a1", "s1"), ("s1", "w1"), ("w1", "v1"), ("v1", "p1"), ("v1", "p2"))
    found = reason(whole, "a1")
    assert found
    assert [one.id for one in (found.step, found.skill, found.vision) if one] == ["a1", "s1", "w1"]
    assert [one.id for one in (*found.values, *found.pivots)] == ["v1", "p1", "p2"]


def test_without_a_life_story_a_reason_ends_at_the_picture() -> None:
    found = reason(a_line(("a1", "s1"), ("s1", "w1")), "a1")
    assert found
    assert found.vision
    assert found.vision.id == "w1"
    assert (found.values, found.pivots) == ((), ())


def test_a_step_straight_for_a_picture_needs_no_skill() -> None:
    found = reason(a_line(("a1", "w2")), "a1")
    assert found
    assert found.skill is None
    assert found.vision
    assert found.vision.id == "w2"


def test_a_step_that_is_gone_has_no_reason() -> None:
    assert reason(line(1, 1, 1, 1, 1), "action-9") is None
