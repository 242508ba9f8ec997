"""Who can read this: people, since when, new keys; and what is not protected, in plain words."""

from tests.career.copies import days_pass
from tests.cast import Somebody, begin, browser, pair, words
from tests.web.test_passwords import NEW, slip_for
from yonder.career.people import Workplace


def test_both_see_who_can_read_since_when(talks, maya, ravi):
    for who in (maya, ravi):
        page = words(browser(who).get(f"/journey/{talks.id}/readers/"))
        assert "Who can read this" in page
        assert "Ravi" in page
        assert "Maya" in page


def test_a_new_key_is_told_to_the_other_one(talks, maya, ravi, olga, clock):
    browser().post(slip_for(ravi.person, olga), {"password": NEW})
    assert "has a new key" in words(browser(maya).get("/"))
    assert "has had a new key since" in words(browser(maya).get(f"/journey/{talks.id}/key/"))


def test_every_change_of_a_key_stays_on_the_list(talks, maya, ravi, olga, clock, vault):
    for _ in range(2):
        days_pass(vault, clock, 1)
        browser().post(slip_for(ravi.person, olga), {"password": NEW})
        pair(talks, maya, Somebody(ravi.person, vault, NEW))
    listed = words(browser(maya).get(f"/journey/{talks.id}/readers/"))
    assert listed.count("Ravi has had a new key since") == 2


def pages(journey, visitor):
    """The head of the journey's page, and the list of who can read."""
    return [words(visitor.get(f"/journey/{journey.id}/{more}")) for more in ("", "readers/")]


def test_before_the_digits_each_side_reads_who_holds_the_key(maya, ravi):
    journey = begin(maya, ravi)
    for page in pages(journey, browser(ravi)):
        assert "Maya can read this. You cannot yet." in page
        assert "Only you" not in page
    at_mayas = pages(journey, browser(maya))
    assert "Only you can read this." in at_mayas[0]
    assert "Only you. Nobody else has a key." in at_mayas[1]


def test_after_a_reset_each_side_reads_who_is_left(talks, maya, ravi, olga):
    anew = browser()
    anew.post(slip_for(ravi.person, olga), {"password": NEW})
    for page in pages(talks, anew):
        assert "Maya can read this. You cannot yet." in page
        assert "Only you" not in page
    for page in pages(talks, browser(maya)):
        assert "Only you can read this. Ravi has a new key." in page
    head, listed = pages(talks, browser(maya))
    assert "Ravi cannot read this page any more." in head
    assert "Ravi has had a new key since" in listed
    assert '<span class="person__name">Ravi</span>' not in listed


def test_nobody_else_sees_the_list(talks, omar, hana, olga):
    for who in (omar, hana, olga):
        assert browser(who).get(f"/journey/{talks.id}/readers/").status_code == 404


def test_the_owner_ends_it_from_here_and_the_guide_cannot(talks, ravi, maya):
    at_ravis, list_of = browser(ravi), f"/journey/{talks.id}/readers/"
    assert "End it for Maya" in words(at_ravis.get(list_of))
    assert "End it for Ravi" not in words(browser(maya).get(list_of))
    assert browser(maya).post(list_of, {"verb": "end"}).status_code == 404

    assert "End these talks with Maya?" in words(at_ravis.post(list_of, {"verb": "ask-end"}))
    at_ravis.post(list_of, {"verb": "end"})
    assert browser(maya).get(list_of).status_code == 404


def test_the_limits_are_public_and_plain(workplace):
    page = words(browser().get("/protection/"))
    for told in (
        "Someone may take over the running server",
        "The other person can remember, copy or take a photo.",
        "Yonder measures nobody.",
    ):
        assert told in page


def test_within_8_days_is_said_only_when_it_was_confirmed(talks, ravi):
    pages = ("/protection/", f"/journey/{talks.id}/readers/")
    visitor = browser(ravi)
    assert not any("8 days" in words(visitor.get(page)) for page in pages)
    Workplace.objects.update(ring_confirmed=True)
    assert any("8 days" in words(visitor.get(page)) for page in pages)
