"""Protocol test 15: whatever people do in whatever order, they read what the model says."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from tests.vault.house import PEOPLE, House
from tests.vault.test_keyrings import store_regardless
from yonder.vault.keyrings import Keyring

PERSON = st.sampled_from(sorted(PEOPLE))
WINDOW = st.tuples(PERSON, st.integers(0, 1))
DATA = st.data()


class Lives(RuleBasedStateMachine):
    """The flows of vault-protocols 2.7, in any order."""

    def __init__(self):
        super().__init__()
        self.house = House()
        self.model = self.house.model

    def teardown(self):
        self.house.leave()

    @invariant()
    def everybody_reads_what_the_model_says(self):
        self.house.compare()

    @rule(window=WINDOW)
    def sign_in(self, window):
        self.house.sign_in(*window)

    @rule(window=WINDOW)
    def begin(self, window):
        self.house.begin(window)

    @rule(window=WINDOW, data=DATA)
    def write(self, window, data):
        self.house.write(window, data.draw(st.sampled_from(list(self.model.texts))))

    @rule(window=WINDOW, data=DATA, place=st.integers(0, 9))
    def erase(self, window, data, place):
        self.house.erase(window, data.draw(st.sampled_from(list(self.model.texts))), place)

    @precondition(lambda self: self.model.shared())
    @rule(one=WINDOW, other=WINDOW, data=DATA)
    def write_at_once(self, one, other, data):
        self.house.write_at_once(one, other, data.draw(st.sampled_from(self.model.shared())))

    @precondition(lambda self: len(self.model.shared()) > 2)
    @rule(data=DATA)
    def end(self, data):
        self.house.end(data.draw(st.sampled_from(self.model.shared())))

    @precondition(lambda self: self.model.shared())
    @rule(window=WINDOW, data=DATA, with_key=st.booleans())
    def hand_over(self, window, data, with_key):
        circle = data.draw(st.sampled_from(self.model.shared()))
        self.house.hand_over(window, circle, with_key=with_key)

    @rule(window=WINDOW, taker=PERSON, data=DATA)
    def offer(self, window, taker, data):
        self.house.offer(window, self.readable(window, data), taker)

    @rule(window=WINDOW, taker=PERSON, data=DATA, with_window=st.integers(0, 1))
    def share(self, window, taker, data, with_window):
        """The whole ceremony, honestly, between windows that may have been open for long."""
        circle = self.readable(window, data)
        self.house.offer(window, circle, taker)
        if one := self.model.ceremonies.get((circle, taker)):
            self.house.answer((taker, with_window), one, right=True)
            self.house.grant(window, one)
            self.house.take((taker, with_window), one)

    @precondition(lambda self: self.model.ceremonies)
    @rule(data=DATA, stranger=WINDOW, right=st.sampled_from([True, True, False]))
    def answer(self, data, stranger, right):
        one = self.ceremony(data)
        self.house.answer(data.draw(st.sampled_from([(one.taker, 0), stranger])), one, right=right)

    @precondition(lambda self: self.model.ceremonies)
    @rule(data=DATA, stranger=WINDOW)
    def grant(self, data, stranger):
        one = self.ceremony(data)
        giver = self.model.selves[one.giver].person if one.giver in self.model.selves else None
        self.house.grant(
            data.draw(st.sampled_from([(giver, 1), stranger])) if giver else stranger, one
        )

    @precondition(lambda self: self.model.ceremonies)
    @rule(data=DATA, stranger=WINDOW)
    def take(self, data, stranger):
        one = self.ceremony(data)
        self.house.take(data.draw(st.sampled_from([(one.taker, 1), stranger])), one)

    @rule(window=WINDOW)
    def change_password(self, window):
        self.house.change_password(window)

    @rule(window=WINDOW)
    def new_code(self, window):
        self.house.new_code(window)

    @rule(person=PERSON)
    def reset(self, person):
        self.house.reset(person)

    @rule(person=PERSON)
    def leave(self, person):
        self.house.leaves(person)

    @rule(person=PERSON, data=DATA)
    def recover(self, person, data):
        mine = [self.model.active(person), *self.model.former(person)]
        if with_code := [one for one in mine if one.code]:
            self.house.recover(person, data.draw(st.sampled_from(with_code)))

    @rule(window=WINDOW, data=DATA)
    def reopen(self, window, data):
        if former := self.model.former(window[0]):
            self.house.reopen(window, data.draw(st.sampled_from(former)))

    @rule(number=st.sampled_from([1, 2, 30]))
    def days(self, number):
        self.house.days(number)

    def readable(self, window, data):
        """A shared circle that this person may read; a new one when there is none."""
        may = [circle for circle in self.model.shared() if self.model.may_read(window[0], circle)]
        if not may:
            may = [self.house.begin(window)]
        return data.draw(st.sampled_from(may))

    def ceremony(self, data):
        return data.draw(st.sampled_from(list(self.model.ceremonies.values())))


def _settings(examples, steps, **more):
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        **more,
    )


@pytest.mark.django_db
def test_whatever_people_do_they_read_what_they_may_and_nothing_else(long):
    run(Lives, settings=_settings(2000, 50) if long else _settings(20, 30))


@pytest.mark.django_db
def test_control_a_keyring_saved_without_compare_and_set_is_caught(monkeypatch):
    monkeypatch.setattr(Keyring, "_store", store_regardless)

    with pytest.raises(AssertionError):
        run(Lives, settings=_settings(25, 30, phases=[Phase.generate]))
