"""Keenest first: by hand before the two can read each other, by the owner's own word after."""

import pytest

from tests.career.stage import change, pages_of, saved_by
from tests.cast import join
from yonder.career import keenness, talks
from yonder.career.faces import Face
from yonder.career.pages import OnlyTheOwner, opener
from yonder.career.record import insist

TODAY = 20_000


def say(who, journey, today=TODAY):
    change(who, journey, lambda pages: keenness.say(pages, today))


def face(who, journey):
    return pages_of(who, journey).common.face


def alone(who, verb, *people):
    for person in people:
        insist(opener(who.keyring), lambda pages, person=person: verb(pages, person.id))
    return keenness.by_hand(pages_of(who).private)


@pytest.fixture
def three(vault, workplace):
    return [join(vault, name).person for name in ("Zora", "Emre", "Lamin")]


def test_the_owner_says_it_and_the_guide_can_know(maya, ravi, journey):
    say(ravi, journey)
    assert keenness.is_keen(pages_of(maya, journey))
    assert face(maya, journey).keen == TODAY


def test_only_the_owner_says_it_or_takes_it_back(maya, ravi, journey):
    say(ravi, journey)
    for verb in (lambda pages: keenness.say(pages, TODAY), keenness.take_back):
        with pytest.raises(OnlyTheOwner):
            change(maya, journey, verb)
    assert keenness.is_keen(pages_of(maya, journey))


def test_alone_there_is_nobody_to_say_it_to(ravi):
    with pytest.raises(OnlyTheOwner):
        change(ravi, None, lambda pages: keenness.say(pages, TODAY))


def test_a_wish_that_was_taken_back_looks_like_one_never_said(ravi, journey):
    def everything():
        record = pages_of(ravi, journey).common
        return [(one.kind, one.rev, one.data) for one in record.circle.record.entries], record.face

    before = everything()
    say(ravi, journey)
    assert everything() != before
    change(ravi, journey, keenness.take_back)
    assert everything() == before


def test_taking_back_what_was_never_said_saves_nothing(ravi, journey):
    before = saved_by()
    change(ravi, journey, keenness.take_back)
    assert saved_by() == before


def test_what_comes_next_leaves_the_wish_where_it_is(maya, ravi, journey):
    say(ravi, journey)
    change(ravi, journey, lambda pages: talks.choose(pages, talks.VISIONS, None))
    change(maya, journey, lambda pages: talks.next_step(pages, talks.OPEN))
    assert keenness.is_keen(pages_of(ravi, journey))


def test_a_talk_that_was_held_is_what_was_wished_for(maya, ravi, journey):
    say(ravi, journey)
    change(maya, journey, lambda pages: talks.close(pages, talks.LIFE_STORY, TODAY))
    assert not keenness.is_keen(pages_of(ravi, journey))


def test_the_guides_own_order_is_in_the_guides_own_record_alone(maya, journey, three):
    before = saved_by()
    listed = alone(maya, keenness.put_last, *three)
    assert listed == [one.id for one in three]
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {maya.keyring.private}


def test_somebody_can_be_moved_up_and_taken_off(maya, three):
    zora, emre, lamin = three
    alone(maya, keenness.put_last, zora, emre, lamin, zora)
    assert alone(maya, keenness.put_earlier, lamin, zora) == [zora.id, lamin.id, emre.id]
    assert alone(maya, keenness.put_off, zora, lamin) == [emre.id]
    assert alone(maya, keenness.put_off, emre) == []


def test_the_keenest_come_first_and_then_everybody_by_name(three, maya, ravi):
    zora, emre, lamin = three
    faces = {lamin.id: Face({}, keen=9), zora.id: Face({}, keen=7), ravi.person.id: None}
    people = [maya.person, ravi.person, emre, lamin, zora]

    assert keenness.order(people, [], faces) == [zora, lamin, emre, maya.person, ravi.person]
    assert keenness.order(people, [ravi.person.id, emre.id], faces) == [
        zora,
        lamin,
        ravi.person,
        emre,
        maya.person,
    ]
