"""The twelve digits on two screens, one after the other, without a script on either."""

import re

import pytest

from tests.cast import begin, browser, words
from yonder.career.journeys import Journey
from yonder.vault import digits
from yonder.vault.pairings import Pairing


@pytest.fixture
def begun(maya, ravi):
    """Ravi has said yes; Maya holds the key. Two browsers and the address they both open."""
    journey = begin(maya, ravi)
    return browser(maya), browser(ravi), f"/journey/{journey.id}/key/"


def said(page):
    """The digits on the giver's screen."""
    return digits.normal(re.search(r"#(\d{12})|\d{4}\s\d{4}\s\d{4}", plain(page))[0])


def plain(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", words(answer)).split())


def open_it(giver, path):
    return said(giver.post(path, {"verb": "open"}, follow=True))


def type_in(taker, path, given):
    return taker.post(path, {"verb": "digits", "digits": given}, follow=True)


def other_than(code):
    numbers = (f"{n:012}" for n in range(10**6))
    return next(one for one in numbers if digits.is_sound(one) and one != code)


def test_said_and_typed_opens_it_for_both(begun):
    at_mayas, at_ravis, path = begun
    assert "Are you with Ravi now" in words(at_mayas.get(path))
    assert "Maya opens this for you" in words(at_ravis.get(path))

    code = open_it(at_mayas, path)
    assert "Now Maya’s screen opens it." in words(type_in(at_ravis, path, digits.spoken(code)))
    done = at_mayas.post(path, {"verb": "said"})
    taken = at_ravis.post(path, {"verb": "take"})

    for answer in (done, taken):
        assert "Open. You two can read this from now on." in words(answer)
    assert not Pairing.objects.exists()


def test_a_slip_of_the_finger_costs_no_try(begun):
    at_mayas, at_ravis, path = begun
    code = open_it(at_mayas, path)
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    for given in (slip, "", "12", "twelve digits", "١٢٣٤ ٥٦٧٨ ٩٠١٢"):
        assert "One digit is off. Look at them once more." in words(type_in(at_ravis, path, given))
    assert Pairing.objects.get().tries == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12345", "These are 5 digits. There have to be twelve."),
        ("abc", "This line is still empty."),
        ("1111 2222 3333", "One digit is off. Look at them once more."),
        ("", "This line is still empty."),
    ],
)
def test_what_cannot_be_the_digits_is_told_once(begun, typed, told):
    giver, taker, path = begun
    open_it(giver, path)
    page = plain(type_in(taker, path, typed))
    assert page.count(told) == 1


def test_after_saying_them_the_page_says_what_comes_next(begun):
    giver, _, path = begun
    open_it(giver, path)
    page = plain(giver.post(path, {"verb": "said"}))
    assert "Now Ravi types them. Leave this page open." in page


def test_wrong_digits_open_nothing_and_end_at_the_third_try(begun):
    at_mayas, at_ravis, path = begun
    wrong = other_than(open_it(at_mayas, path))
    for left in ("two more tries", "one more try"):
        type_in(at_ravis, path, wrong)
        assert "typed other digits" in words(at_mayas.post(path, {"verb": "said"}))
        assert left in words(at_ravis.get(path))
    type_in(at_ravis, path, wrong)
    assert "That was the third try." in words(at_mayas.post(path, {"verb": "said"}))
    assert "That was the third try." in words(at_ravis.get(path))
    assert "You and Maya" not in words(at_ravis.get("/")) or "Closed until" in words(
        at_ravis.get("/")
    )


def test_digits_are_good_for_one_day(begun, clock, maya, ravi):
    at_mayas, _, path = begun
    code = open_it(at_mayas, path)
    clock.passes(hours=24)
    assert "This code has run out." in words(browser(maya).get(path))
    assert "This code has run out." in words(type_in(browser(ravi), path, code))


def test_the_digits_are_shown_again_only_with_a_fresh_password(begun, clock, maya):
    at_mayas, _, path = begun
    code = open_it(at_mayas, path)
    clock.passes(minutes=6)
    answer = at_mayas.get(path)
    assert answer.status_code == 403
    assert "Is it still you?" in words(answer)
    assert digits.spoken(code) not in plain(answer)


def test_either_side_can_stop(begun):
    at_mayas, at_ravis, path = begun
    for who in (at_mayas, at_ravis):
        open_it(at_mayas, path)
        assert who.post(path, {"verb": "stop"}).status_code == 302
        assert not Pairing.objects.exists()


def test_nobody_else_types_or_stops(begun, omar, hana):
    at_mayas, _, path = begun
    code = open_it(at_mayas, path)
    for who in (omar, hana):
        assert type_in(browser(who), path, code).status_code == 404
        assert browser(who).post(path, {"verb": "stop"}).status_code == 404
    assert bytes(Pairing.objects.get().e_public) == b""


def test_a_row_that_was_redirected_offers_nothing(begun, omar):
    """Somebody who writes the database puts himself in Ravi's place; the sealed roles say no."""
    at_mayas, _, path = begun
    Journey.objects.update(owner=omar.person)
    answer = at_mayas.post(path, {"verb": "open"})
    assert answer.status_code == 404
    assert "There is nothing here for you." in words(answer)
    assert not Pairing.objects.exists()


def test_a_page_that_asks_by_itself_is_answered_in_short(begun):
    at_mayas, _, path = begun
    open_it(at_mayas, path)
    answer = at_mayas.post(path, {"verb": "said"}, headers={"X-Waiting": "yes"})
    assert (answer.status_code, answer.content) == (204, b"")
