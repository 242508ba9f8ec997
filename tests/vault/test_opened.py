"""A circle in one's hands: what leaves it, what only moves, and two saved all or none."""

import uuid

import pytest

from tests.vault import stage
from tests.vault.moving import moved, put
from tests.vault.stage import MAYA, RAVI
from yonder.vault.circles import Body, Circle, open_circle, open_circles
from yonder.vault.opened import mark_of, save_all
from yonder.vault.refusals import ChangedMeanwhile, NewerRecord, TooBig


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    return stage.join(vault, RAVI)


@pytest.fixture
def circle(maya, ravi):
    return stage.shared(maya, ravi)


@pytest.fixture
def two(ravi, circle):
    """Ravi's private circle and the shared one, opened together, in the order of their ids."""
    opened = open_circles(ravi, [ravi.private, circle]).values()
    return sorted(opened, key=lambda one: one.id)


def rows():
    """What is stored of every circle."""
    bodies = dict(Body.objects.values_list("circle", "box"))
    return {
        row.id: (row.tag, bytes(row.face), bytes(bodies[row.id])) for row in Circle.objects.all()
    }


def test_what_is_erased_is_named_with_its_origin(vault, ravi, circle):
    opened = open_circle(ravi, circle)
    origin, stays = uuid.uuid4(), put(opened, "stays")
    gone = put(opened, "gone", origin)
    opened.save()
    opened.record.drop(gone.id)
    assert opened.leaves() == {gone.id, origin}
    opened.save()

    assert {gone.id, origin} <= vault.gone.ids()
    assert stays.id not in vault.gone
    assert opened.leaves() == set()


def test_what_moves_is_not_named_or_a_copy_would_have_it_nowhere(vault, ravi, circle):
    mine, shared = open_circle(ravi, ravi.private), open_circle(ravi, circle)
    entry = put(mine, "a thought")
    mine.save()
    moved(mine, shared, entry, hidden=False)
    assert mine.leaves() == set()
    save_all([mine, shared])

    assert vault.gone.ids() == frozenset()


def test_what_is_taken_back_leaves_a_mark_that_names_nothing(vault, ravi, circle):
    mine, shared = open_circle(ravi, ravi.private), open_circle(ravi, circle)
    entry = put(shared, "too honest")
    shared.save()
    moved(shared, mine, entry, hidden=True)
    assert shared.leaves() == {mark_of(entry.id)}
    save_all([mine, shared])

    assert vault.gone.ids() == {mark_of(entry.id)}
    assert not {entry.id, entry.origin} & vault.gone.ids()


def test_what_was_written_and_moved_before_any_save_leaves_nothing_behind(ravi, circle):
    mine, shared = open_circle(ravi, ravi.private), open_circle(ravi, circle)
    moved(shared, mine, put(shared, "too honest"), hidden=True)

    assert shared.leaves() == set()


def test_two_circles_are_saved_together(ravi, circle, two):
    for one in two:
        put(one, "both")
    save_all(two)
    save_all(two)

    assert stage.texts(ravi, circle) == stage.texts(ravi, ravi.private) == ["both"]


@pytest.mark.parametrize("stale", [0, 1])
def test_a_conflict_in_either_leaves_both_as_they_were(vault, ravi, two, stale):
    gone = [put(one, "to be erased") for one in two]
    save_all(two)
    open_circle(ravi, two[stale].id).save()
    before = rows()
    for one, entry in zip(two, gone, strict=True):
        one.record.drop(entry.id)

    with pytest.raises(ChangedMeanwhile):
        save_all(two)

    assert rows() == before
    assert vault.gone.ids() == frozenset()


@pytest.mark.parametrize("full", [0, 1])
def test_what_does_not_fit_into_one_changes_neither_and_both_can_be_saved_after(ravi, two, full):
    put(two[1 - full], "fits")
    large = put(two[full], "x" * 2_000_000)
    before = rows()
    with pytest.raises(TooBig):
        save_all(two)
    assert rows() == before

    two[full].record.drop(large.id)
    save_all(two)
    assert stage.texts(ravi, two[1 - full].id) == ["fits"]


@pytest.mark.parametrize("newer", [0, 1])
def test_one_that_a_newer_yonder_wrote_keeps_both_from_being_written(two, newer):
    for one in two:
        put(one, "both")
    two[newer].writable = False
    before = rows()
    with pytest.raises(NewerRecord):
        save_all(two)

    assert rows() == before


def test_saving_nothing_saves_nothing(two):
    before = rows()
    save_all([])
    assert rows() == before
