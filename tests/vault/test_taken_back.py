"""In an older copy, what was taken back is set aside for all until its owner brings it home."""

import pytest

from tests.vault import stage
from tests.vault.moving import take_back
from tests.vault.stage import MAYA, RAVI
from tests.vault.thief import Copy
from yonder.vault.circles import Unchecked, open_circle
from yonder.vault.opened import mark_of, save_all
from yonder.vault.turning import check_every_circle


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    return stage.join(vault, RAVI)


@pytest.fixture
def circle(maya, ravi):
    return stage.shared(maya, ravi)


def test_a_marked_entry_is_set_aside_and_no_save_loses_it(vault, maya, ravi, circle):
    entry = stage.add(ravi, circle, "too honest")
    copy = Copy()
    take_back(ravi, circle, entry)
    copy.put_back()
    check_every_circle(vault)

    for who in (maya, ravi):
        stage.add(who, circle, "going on")
        opened = open_circle(who, circle)
        assert [one.id for one in opened.taken_back] == [entry.id]
        assert entry.id not in {one.id for one in opened.record.entries}
        assert opened.leaves() == set()
    assert Unchecked.objects.filter(circle=circle).exists()


def test_it_is_brought_home_once_under_an_id_that_no_mark_hides(vault, ravi, circle):
    entry = stage.add(ravi, circle, "too honest")
    copy = Copy()
    take_back(ravi, circle, entry)
    copy.put_back()
    check_every_circle(vault)
    mine, shared = open_circle(ravi, ravi.private), open_circle(ravi, circle)
    home = shared.bring_home()
    mine.record.entries += home
    assert shared.leaves() == {mark_of(entry.id)}
    save_all([mine, shared])

    assert [(one.origin, one.data) for one in home] == [(entry.origin, entry.data)]
    assert stage.texts(ravi, ravi.private) == ["too honest"]
    assert open_circle(ravi, circle).taken_back == []
    assert not Unchecked.objects.filter(circle=circle).exists()


def test_what_was_taken_back_and_erased_since_is_not_set_aside(vault, ravi, circle):
    entry = stage.add(ravi, circle, "too honest")
    copy = Copy()
    mine, _ = take_back(ravi, circle, entry)
    mine.record.drop(mine.record.entries[0].id)
    mine.save()
    copy.put_back()

    opened = open_circle(ravi, circle)
    assert (opened.taken_back, opened.record.entries) == ([], [])
