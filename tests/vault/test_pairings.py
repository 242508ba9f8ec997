"""Twelve digits, said and typed: a key goes over once, to the one person it was meant for."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, OMAR, RAVI, pairing
from yonder.vault import circles, identities, pairings
from yonder.vault.circles import open_circle
from yonder.vault.pairings import NotTheDigits, NotYet, Pairing, TooLate
from yonder.vault.refusals import ChangedMeanwhile, Damaged, NotForYou
from yonder.vault.turning import turn

WRONG = "000000000000"


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    return stage.join(vault, RAVI)


@pytest.fixture
def circle(maya, ravi):
    made = circles.create(maya, "Maya")
    stage.add(maya, made, "I would like to listen to you")
    return made


@pytest.fixture
def code(maya, ravi, circle):
    return pairings.offer(maya, circle, ravi.person).code


def test_with_the_right_digits_the_other_one_can_read(maya, ravi, circle, code):
    pairings.answer(ravi, pairing(circle, RAVI.id), f" {code[:4]}-{code[4:]} ")
    pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)

    assert pairings.take(ravi, pairing(circle, RAVI.id)) == circle
    assert stage.texts(ravi, circle) == ["I would like to listen to you"]
    assert not Pairing.objects.exists()


def test_the_list_of_readers_names_who_was_let_in_when_and_by_whom(maya, ravi, circle):
    stage.pair(maya, circle, ravi, "Ravi")

    readers = open_circle(ravi, circle).record.readers

    assert [(reader.name, reader.by) for reader in readers] == [
        ("Maya", MAYA.id),
        ("Ravi", MAYA.id),
    ]
    assert {reader.since for reader in readers} == {maya.vault.today()}


def test_nothing_opens_before_the_digits_were_typed(maya, ravi, circle, code):
    row = pairing(circle, RAVI.id)

    with pytest.raises(NotYet):
        pairings.grant(maya, row, "Ravi", ravi.identity)
    with pytest.raises(NotYet):
        pairings.take(ravi, row)
    with pytest.raises(NotForYou):
        open_circle(ravi, circle)


def test_three_wrong_answers_end_it(maya, ravi, circle, code):
    for left in (2, 1, 0):
        pairings.answer(ravi, pairing(circle, RAVI.id), WRONG)
        with pytest.raises(NotTheDigits) as told:
            pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
        assert told.value.left == left

    with pytest.raises(TooLate):
        pairings.answer(ravi, pairing(circle, RAVI.id), code)
    with pytest.raises(TooLate):
        pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)


def test_one_wrong_answer_costs_one_try_however_often_the_page_asks(maya, ravi, circle, code):
    pairings.answer(ravi, pairing(circle, RAVI.id), WRONG)
    seen_by_two_pages = [pairing(circle, RAVI.id), pairing(circle, RAVI.id)]
    with pytest.raises(NotTheDigits):
        pairings.grant(maya, seen_by_two_pages[0], "Ravi", ravi.identity)
    pairings.answer(ravi, pairing(circle, RAVI.id), code)

    with pytest.raises(NotTheDigits):
        pairings.grant(maya, seen_by_two_pages[1], "Ravi", ravi.identity)

    assert pairing(circle, RAVI.id).tries == 1
    pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
    pairings.take(ravi, pairing(circle, RAVI.id))


def test_digits_of_yesterday_are_too_old(maya, ravi, circle, code, clock):
    pairings.answer(ravi, pairing(circle, RAVI.id), code)
    clock.passes(hours=24)

    with pytest.raises(TooLate):
        pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
    turn(maya.vault)
    assert not Pairing.objects.exists()


def test_whoever_stops_in_the_middle_lets_nobody_in(maya, ravi, circle, code):
    pairings.answer(ravi, pairing(circle, RAVI.id), code)
    seen_by_maya = pairing(circle, RAVI.id)
    pairings.stop(ravi, pairing(circle, RAVI.id))

    with pytest.raises(NotYet):
        pairings.grant(maya, seen_by_maya, "Ravi", ravi.identity)

    assert [reader.name for reader in open_circle(maya, circle).record.readers] == ["Maya"]
    open_circle(maya, circle).save()


def test_somebody_else_can_neither_offer_nor_stop_it(vault, circle, code):
    omar = stage.join(vault, OMAR)

    with pytest.raises(NotForYou):
        pairings.offer(omar, circle, RAVI.id)
    with pytest.raises(NotForYou):
        pairings.stop(omar, pairing(circle, RAVI.id))


def test_new_digits_take_the_place_of_the_old_ones(maya, ravi, circle, code):
    fresh = pairings.offer(maya, circle, ravi.person).code

    assert Pairing.objects.count() == 1
    pairings.answer(ravi, pairing(circle, RAVI.id), code)
    with pytest.raises(NotTheDigits):
        pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
    assert fresh != code


def test_when_both_save_at_once_the_key_still_goes_over_in_the_end(
    maya, ravi, circle, code, monkeypatch
):
    pairings.answer(ravi, pairing(circle, RAVI.id), code)
    before = pairings.open_circle

    def while_another_window_saves(keyring, wanted):
        opened = before(keyring, wanted)
        stage.add(maya, circle, "and I am curious")
        return opened

    with monkeypatch.context() as busy:
        busy.setattr(pairings, "open_circle", while_another_window_saves)
        with pytest.raises(ChangedMeanwhile):
            pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
    pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)

    pairings.take(ravi, pairing(circle, RAVI.id))
    assert len(stage.texts(ravi, circle)) == 2


def test_after_a_reset_the_same_ceremony_opens_it_again(vault, maya, ravi, circle, clock):
    stage.pair(maya, circle, ravi, "Ravi")
    clock.passes(days=40)
    turn(vault)
    again = identities.reset(vault, RAVI.id, "Ravi", "a new start in autumn")
    with pytest.raises(NotForYou):
        open_circle(again, circle)

    stage.pair(maya, circle, again, "Ravi")

    reader = open_circle(again, circle).record.reader(RAVI.id)
    assert (reader.identity, reader.key - reader.since) == (again.identity, 40)


def test_an_old_copy_of_a_finished_pairing_opens_nothing(maya, ravi, circle, code):
    pairings.answer(ravi, pairing(circle, RAVI.id), code)
    pairings.grant(maya, pairing(circle, RAVI.id), "Ravi", ravi.identity)
    stolen = pairing(circle, RAVI.id)
    pairings.take(ravi, stolen)
    again = identities.reset(maya.vault, RAVI.id, "Ravi", "the password of an impostor")

    stolen.save(force_insert=True)

    with pytest.raises(Damaged):
        pairings.take(again, stolen)
