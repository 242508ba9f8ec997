"""Offered times on the pages of the two: who can take one, and what the other one sees."""

from datetime import timedelta

import pytest

from tests.cast import begin, browser, talk, words
from yonder.career import offers, times


@pytest.fixture
def offered(talks, maya, clock):
    """Maya has offered Ravi a time in a week."""
    fresh = times.offer_of(clock() + timedelta(days=7), 60, now=clock())
    offers.offer(maya.keyring, talks.circle, fresh, now=clock())
    ((wanted, _),) = offers.offered(offers.open_pages(maya.keyring, talks.circle), clock())
    return wanted


def plain(answer):
    return " ".join(words(answer).split())


def test_home_and_the_page_of_the_two_offer_the_time(talks, offered, ravi):
    at_ravis = browser(ravi)
    for path in ("/", f"/journey/{talks.id}/"):
        page = plain(at_ravis.get(path))
        assert "Maya has time for you:" in page
        assert f'value="time:{offered}:1"' in page
        assert "It is paid time." in page


def test_a_yes_from_home_sets_the_day(talks, offered, ravi, maya):
    answer = browser(ravi).post(f"/journey/{talks.id}/", {"verb": f"time:{offered}:1"}, follow=True)
    assert "The day is set." in plain(answer)
    assert "has time for you" not in plain(answer)
    talks.refresh_from_db()
    assert talks.next_at
    assert "You two have something planned on" in plain(browser(maya).get(f"/journey/{talks.id}/"))


def test_none_of_these_hides_them_and_can_be_taken_back(talks, offered, ravi, maya):
    at_ravis, here = browser(ravi), f"/journey/{talks.id}/"
    page = plain(at_ravis.post(here, {"verb": "no-times"}, follow=True))
    assert "has time for you" not in page
    assert "Times that did not suit you" in page
    assert "Time for you" not in plain(at_ravis.get("/"))
    assert ", offered until " in plain(browser(maya).get(here))
    at_ravis.post(here, {"verb": f"time:{offered}:1"})
    talks.refresh_from_db()
    assert talks.next_at


def test_a_time_outside_the_shift_says_so(talks, maya, ravi, clock):
    fresh = times.offer_of(clock() + timedelta(days=7), 60, now=clock(), off_shift=True)
    offers.offer(maya.keyring, talks.circle, fresh, now=clock())
    page = plain(browser(ravi).get("/"))
    assert "This time is outside your shift. Take it only if you want to." in page
    assert "It is paid time." not in page


@pytest.mark.parametrize("entry", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_time_that_is_not_there_is_a_sentence(talks, offered, ravi, entry):
    answer = browser(ravi).post(f"/journey/{talks.id}/", {"verb": f"time:{entry}:1"})
    assert answer.status_code == 200
    assert "This time is not free any more." in plain(answer)


def test_a_time_that_has_lapsed_is_a_sentence(talks, offered, ravi, clock):
    at_ravis = browser(ravi)
    clock.passes(days=5, minutes=1)
    at_ravis = browser(ravi)
    answer = at_ravis.post(f"/journey/{talks.id}/", {"verb": f"time:{offered}:1"})
    assert "This time is not free any more." in plain(answer)
    talks.refresh_from_db()
    assert talks.next_at is None


def test_a_guide_takes_no_time_for_somebody_else(talks, offered, maya, omar):
    for verb in (f"time:{offered}:1", "no-times"):
        assert browser(maya).post(f"/journey/{talks.id}/", {"verb": verb}).status_code == 404
        assert browser(omar).post(f"/journey/{talks.id}/", {"verb": verb}).status_code == 404
    talks.refresh_from_db()
    assert talks.next_at is None


def test_what_is_taken_by_another_is_a_sentence(talks, offered, ravi, maya, omar, clock):
    other = talk(maya, omar)
    other.set_next(clock() + timedelta(days=7), now=clock())
    answer = browser(ravi).post(f"/journey/{talks.id}/", {"verb": f"time:{offered}:1"})
    assert "This time is not free any more." in plain(answer)


def test_without_the_key_no_time_is_read(maya, ravi, clock):
    begun = begin(maya, ravi)
    fresh = times.offer_of(clock() + timedelta(days=7), 60, now=clock())
    offers.offer(maya.keyring, begun.circle, fresh, now=clock())
    assert "has time for you" not in plain(browser(ravi).get("/"))
