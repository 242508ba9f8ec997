"""A circle: one sealed record, saved whole or not at all, and read only by who holds its key."""

import uuid

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI
from tests.vault.thief import Copy
from yonder.vault import circles
from yonder.vault.circles import Body, Circle, Member, open_circle
from yonder.vault.records import Entry
from yonder.vault.refusals import (
    ChangedMeanwhile,
    ChangedOutside,
    Damaged,
    NotForYou,
    RingMissing,
    TooBig,
)
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


def test_both_read_what_either_wrote_and_nobody_else_does(vault, maya, ravi, circle):
    stage.add(ravi, circle, "nights are better for me")
    stage.add(maya, circle, "I will ask about nights")

    assert stage.texts(maya, circle) == stage.texts(ravi, circle)
    with pytest.raises(NotForYou):
        open_circle(stage.join(vault, OMAR), circle)


def test_a_row_that_says_somebody_is_a_member_opens_nothing(vault, circle):
    omar = stage.join(vault, OMAR)
    Member.objects.create(circle_id=circle, person=OMAR.id)

    with pytest.raises(NotForYou):
        open_circle(omar, circle)
    assert circles.faces(omar, [circle]) == {}


@pytest.mark.parametrize("unchecked", [False, True])
def test_with_a_foreign_member_the_two_can_read_and_not_save(vault, ravi, circle, unchecked):
    stage.add(ravi, circle, "nights are better for me")
    Member.objects.create(circle_id=circle, person=OMAR.id)
    if unchecked:
        check_every_circle(vault)

    opened = open_circle(ravi, circle)

    assert [entry.data for entry in opened.record.entries] == [b"nights are better for me"]
    with pytest.raises(ChangedOutside):
        opened.save()


def test_whoever_saves_second_is_told_and_nothing_is_overwritten(maya, ravi, circle):
    one, other = open_circle(maya, circle), open_circle(ravi, circle)
    one.record.entries.append(_entry(maya, b"first"))
    one.save()
    other.record.entries.append(_entry(ravi, b"second"))

    with pytest.raises(ChangedMeanwhile):
        other.save()

    assert stage.texts(maya, circle) == ["first"]


def test_an_earlier_copy_of_one_row_opens_nothing_of_today(ravi, circle):
    stage.add(ravi, circle, "too honest")
    earlier = Copy()
    stage.reword(ravi, circle, open_circle(ravi, circle).record.entries[0].id, "softened")

    for table in (Body, Circle):
        with_todays = Copy()
        row = next(row for row in earlier.rows[table] if row.pk == circle)
        row.save()
        with pytest.raises(Damaged):
            open_circle(ravi, circle)
        with_todays.put_back()


def test_how_much_was_written_does_not_show(ravi, circle):
    sizes = set()
    for words in range(0, 9000, 1000):
        stage.add(ravi, circle, "x" * words)
        sizes.add((Body.objects.get(circle=circle).size, len(Body.objects.get(circle=circle).box)))

    assert sizes == {(64 * 1024, 64 * 1024 + 30)}


def test_a_record_that_is_full_refuses_more_and_still_erases(ravi, circle):
    long = stage.add(ravi, circle, "x" * 600_000).id

    with pytest.raises(TooBig):
        stage.add(ravi, circle, "y" * 600_000)
    assert [len(text) for text in stage.texts(ravi, circle)] == [600_000]
    stage.erase(ravi, circle, long)
    assert stage.texts(ravi, circle) == []
    assert Body.objects.get(circle=circle).size == 1024 * 1024


def test_a_size_somebody_else_wrote_into_the_row_changes_nothing(ravi, circle):
    for lie in (1, 100_000, 2**31 - 1):
        Body.objects.filter(circle=circle).update(size=lie)
        stage.add(ravi, circle, "still here")
        assert len(Body.objects.get(circle=circle).box) == 64 * 1024 + 30


def test_a_face_has_one_size_and_no_more_than_fits(ravi, circle):
    opened, sizes = open_circle(ravi, circle), set()
    for length in (0, 1, 2044):
        opened.save(b"f" * length)
        sizes.add(len(Circle.objects.get(id=circle).face))

    assert sizes == {2048 + 30}
    assert circles.faces(ravi, [circle]) == {circle: b"f" * 2044}
    with pytest.raises(TooBig):
        opened.save(b"f" * 2045)


def test_a_refused_save_leaves_the_record_as_it_was(ravi, circle):
    stage.add(ravi, circle, "before")
    opened = open_circle(ravi, circle)
    opened.record.entries.clear()

    with pytest.raises(TooBig):
        opened.save(b"f" * 4000)

    assert stage.texts(ravi, circle) == ["before"]


def test_a_removed_thing_is_not_left_behind_in_the_face(vault, ravi, circle):
    entry = stage.add(ravi, circle, "ask for nights").id
    open_circle(ravi, circle).save(b"promise: ask for nights")
    before = Copy()
    stage.erase(ravi, circle, entry)
    before.put_back()
    check_every_circle(vault)

    assert circles.faces(ravi, [circle]) == {circle: b""}
    assert stage.texts(ravi, circle) == []
    assert circles.faces(ravi, [circle]) == {circle: b""}


def test_a_circle_that_ended_is_closed_for_both_at_once(vault, maya, ravi, circle):
    circles.erase(vault, circle)

    for keyring in (maya, ravi):
        with pytest.raises(NotForYou):
            open_circle(keyring, circle)
    assert not Body.objects.filter(circle=circle).exists()


def test_a_record_whose_day_has_no_key_says_so(ravi, circle):
    Circle.objects.filter(id=circle).update(day=3)

    with pytest.raises(RingMissing):
        open_circle(ravi, circle)


def _entry(keyring, text):
    fresh = uuid.uuid4()
    return Entry(fresh, fresh, 1, keyring.person, keyring.vault.today(), "note", text)
