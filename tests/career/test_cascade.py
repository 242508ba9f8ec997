"""Five who listen to five: who may be asked, what a yes and a no leave, who listens to whom."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from tests.career.stage import change, saved_by
from tests.cast import begin, join, talk
from yonder.career import cascade, hearing, leaving, talks
from yonder.career.cascade import Listening, Question
from yonder.career.leading import far_above, lead
from yonder.career.record import faces_of, open_private


@pytest.fixture
def asked(maya, ravi, clock):
    return cascade.ask(maya.person, ravi.person, on=clock())


@pytest.fixture
def listens(asked):
    return cascade.accept(asked, 2)


@pytest.fixture
def six(vault, workplace):
    return [join(vault, name) for name in ("Ada", "Bo", "Cleo", "Dan", "Eve", "Finn")]


def waiting(who, clock):
    return cascade.questions_to(who.person, open_private(who.keyring), clock())


def walked(who, journey):
    return cascade.walked_with(
        who.person, [(journey, faces_of(who.keyring, [journey])[journey.circle])]
    )


def test_only_those_can_be_asked_whose_visions_and_plan_were_held(maya, ravi, journey):
    assert walked(maya, journey) == []
    for talk_name in talks.TALKS:
        change(maya, journey, lambda pages, name=talk_name: talks.close(pages, name, 20_000))
    assert walked(maya, journey) == [ravi.person]
    assert walked(ravi, journey) == []


def test_a_question_goes_away_on_its_date_whatever_the_answer(maya, ravi, six, clock):
    yes, no, silence = (cascade.ask(maya.person, one.person, on=clock()) for one in six[:3])
    cascade.accept(yes, 5)
    cascade.refuse(six[1].keyring, no, for_good=True)
    assert {one.expires for one in Question.objects.all()} == {silence.expires}
    clock.passes(days=14)
    cascade.lapse(clock())
    assert not Question.objects.exists()
    assert Listening.objects.count() == 1


def test_asking_twice_asks_once(maya, ravi, asked, clock):
    clock.passes(days=3)
    assert cascade.ask(maya.person, ravi.person, on=clock()).expires == asked.expires


def test_a_sixth_place_is_not_there(maya, six, clock):
    for one in six[:5]:
        cascade.ask(maya.person, one.person, on=clock())
    with pytest.raises(cascade.EnoughAsked):
        cascade.ask(maya.person, six[5].person, on=clock())
    clock.passes(days=14)
    cascade.ask(maya.person, six[5].person, on=clock())


def test_a_no_is_in_the_own_private_record_alone(maya, ravi, asked, clock):
    before = saved_by()
    cascade.refuse(ravi.keyring, asked, for_good=True)
    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {ravi.keyring.private}
    assert waiting(ravi, clock) == []


def test_a_no_holds_for_whatever_the_same_person_asks_later(maya, ravi, asked, clock):
    cascade.refuse(ravi.keyring, asked, for_good=True)
    clock.passes(days=20)
    cascade.ask(maya.person, ravi.person, on=clock())
    assert waiting(ravi, clock) == []


def test_not_yet_holds_for_this_question_only(maya, ravi, asked, clock):
    cascade.refuse(ravi.keyring, asked, for_good=False)
    assert waiting(ravi, clock) == []
    clock.passes(days=20)
    cascade.ask(maya.person, ravi.person, on=clock())
    assert len(waiting(ravi, clock)) == 1


def test_a_yes_is_a_place_for_so_many_and_saying_it_twice_is_one(ravi, asked, clock):
    for number in (9, 3):
        cascade.accept(asked, number)
    assert [one.room for one in Listening.objects.all()] == [3]
    assert waiting(ravi, clock) == []


def test_room_gets_less_with_every_invitation_and_every_pair(ravi, omar, six, listens, clock):
    assert hearing.room_left(ravi.person) == 2
    begin(ravi, omar)
    assert hearing.room_left(ravi.person) == 1
    begin(ravi, six[0])
    assert hearing.room_left(ravi.person) == 0
    assert not hearing.can_hear(ravi.person, six[1].person)


def test_nobody_listens_to_those_they_lead_from_above(ravi, omar, six, listens):
    low = six[0]
    lead(omar.person, ravi.person)
    lead(low.person, omar.person)
    assert hearing.can_hear(ravi.person, omar.person)
    assert far_above(ravi.person, low.person)
    assert not hearing.can_hear(ravi.person, low.person)
    assert not hearing.listens_as_peer(ravi.person, omar.person)


def test_a_chain_that_runs_in_a_circle_ends(ravi, omar, maya):
    people = (ravi.person, omar.person)
    for one, above in (people, people[::-1]):
        type(one).objects.filter(id=one.id).update(manager=above)
    ravi.person.refresh_from_db()
    assert not far_above(maya.person, ravi.person)


def test_the_next_who_is_free_listens_beside_the_first_and_has_room(maya, ravi, omar, six, clock):
    for one in (ravi, six[0], six[1]):
        cascade.accept(cascade.ask(maya.person, one.person, on=clock()), 1)
    begin(six[0], six[5])
    assert hearing.next_free(omar.person, ravi.person) == six[1].person
    assert hearing.next_free(six[1].person, ravi.person) is None


def test_whoever_has_no_more_time_is_named_to_those_who_talk_with_them(ravi, omar, listens):
    talk(ravi, omar)
    assert hearing.stopped(omar.person) == []
    cascade.stop(ravi.person)
    assert hearing.stopped(omar.person) == [ravi.person]
    assert hearing.room_left(ravi.person) == 0


def test_upward_goes_the_number_of_pairs_in_each_tier_and_nothing_else(
    maya, ravi, omar, six, journey, listens, clock
):
    assert hearing.begun(maya.person) == [1, 0, 0]
    talk(ravi, omar)
    cascade.accept(cascade.ask(ravi.person, omar.person, on=clock()), 5)
    talk(omar, six[0])
    assert hearing.begun(maya.person) == [1, 1, 1]


def test_whoever_leaves_leaves_no_place_behind(vault, ravi, maya, listens, clock):
    leaving.erase(vault, ravi.person, clock().date())
    assert not Question.objects.exists()
    assert not Listening.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_are_asked_at_once_for_the_fifth_place_one_gets_it(maya, six, clock):
    for one in six[:4]:
        cascade.ask(maya.person, one.person, on=clock())
    start, answers = Barrier(2), []

    def press(listener):
        start.wait()
        try:
            cascade.ask(maya.person, listener, on=clock())
            answers.append("asked")
        except cascade.EnoughAsked:
            answers.append("enough")
        finally:
            connections.close_all()

    threads = [Thread(target=press, args=(one.person,)) for one in six[4:]]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(answers) == ["asked", "enough"]
    assert Question.objects.count() == 5
