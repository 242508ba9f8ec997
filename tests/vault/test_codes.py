"""The recovery code: long enough never to be guessed, plain enough to be written by hand."""

from hypothesis import given
from hypothesis import strategies as st

from yonder.vault import codes


def test_a_code_has_26_random_letters_and_one_that_finds_slips():
    drawn = [codes.draw() for _ in range(1000)]

    assert all(len(code) == 27 and codes.secret(code) for code in drawn)
    assert len({codes.secret(code) for code in drawn}) == 1000
    assert 32**26 == 2**130


def test_letters_hold_130_bits_and_no_two_keys_give_the_same():
    highest = codes.letters_of((2**130 - 1).to_bytes(17, "big"))
    assert highest == "Z" * codes.LENGTH
    assert codes.letters_of(bytes(17)) == "0" * codes.LENGTH
    assert len({codes.letters_of(bytes([one]) * 24) for one in range(256)}) == 256


def test_one_wrong_letter_is_told():
    code = codes.draw()

    for place in range(27):
        for letter in set(codes.CHECKS) - {code[place]}:
            assert codes.secret(code[:place] + letter + code[place + 1 :]) is None


def test_two_letters_that_changed_places_are_told():
    code = codes.draw()

    for place in range(25):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or codes.secret(swapped) is None


def test_small_letters_gaps_and_letters_that_look_alike_are_forgiven():
    code = "0123456789ABCDEFGHJKMNPQRS"
    whole = code + codes._check(code)

    typed = codes.written(whole).lower().replace("0", "o").replace("1", "l")

    assert codes.secret(typed) == codes.secret(whole.replace("1", "I")) == code.encode()


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered_and_never_a_crash(typed):
    assert codes.secret(typed) is None or len(codes.secret(typed)) == 26
