"""Twelve digits that two people say to each other, with or without gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yonder.vault import digits


def test_twelve_digits_are_drawn_and_they_are_sound():
    drawn = [digits.draw() for _ in range(1000)]

    assert all(len(code) == 12 and code.isdecimal() and digits.is_sound(code) for code in drawn)
    assert len(set(drawn)) == 1000


def test_each_of_the_first_eleven_places_takes_every_digit():
    drawn = [digits.draw() for _ in range(1000)]

    assert all({code[place] for code in drawn} == set("0123456789") for place in range(11))


def test_one_wrong_digit_is_told_before_it_costs_a_try():
    for code in (digits.draw() for _ in range(50)):
        wrong = [
            code[:place] + digit + code[place + 1 :]
            for place in range(12)
            for digit in "0123456789"
            if digit != code[place]
        ]
        assert not any(map(digits.is_sound, wrong))


@pytest.mark.parametrize("typed", ["1234 5678 9015", "1234-5678-9015", " 1234.5678.9015\n"])
def test_gaps_do_not_matter(typed):
    assert digits.normal(typed) == "123456789015"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered_and_never_a_crash(typed):
    assert isinstance(digits.is_sound(digits.normal(typed)), bool)


def test_digits_of_other_scripts_are_not_taken_for_ours():
    assert digits.normal("١٢٣٤ 1234") == "1234"


def test_the_digits_are_read_out_in_three_groups():
    assert digits.spoken("123456789015") == "1234 5678 9015"
