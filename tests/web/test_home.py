"""Home: whom I talk with, and what waits for my word."""

import shutil

import pytest

from tests.cast import PASSWORD, begin, browser, talk, words
from yonder.vault.circles import Circle, Unchecked
from yonder.vault.keyrings import Identity


def test_an_empty_home_says_how_to_begin(ravi):
    page = words(browser(ravi).get("/"))
    assert "Nothing here yet. You can begin alone, or ask someone to listen." in page
    assert 'href="/invite/"' in page


def test_each_side_reads_what_is_next(maya, ravi):
    begin(maya, ravi)
    assert "Ravi cannot read this yet. You open it" in words(browser(maya).get("/"))
    assert "Closed until Maya opens it for you" in words(browser(ravi).get("/"))


def test_after_pairing_both_read_whose_talks_they_are(talks, maya, ravi):
    assert "About Ravi. You listen." in words(browser(maya).get("/"))
    assert "About you. Maya listens." in words(browser(ravi).get("/"))


def test_what_comes_next_is_a_sentence_of_its_own(talks, ravi):
    at_ravis = browser(ravi)
    at_ravis.post(f"/journey/{talks.id}/", {"verb": "talk-choose:visions:1"})
    page = " ".join(words(at_ravis.get("/")).split())
    assert "About you. Maya listens. Next: Visions. No day is set yet." in page


def test_a_recovery_code_is_asked_for_when_there_is_something_to_lose(talks, ravi, omar):
    assert "Your recovery code" in words(browser(ravi).get("/"))
    assert "Your recovery code" not in words(browser(omar).get("/"))


def test_somebody_elses_talks_are_not_on_it(talks, omar, hana, olga):
    for who in (omar, hana, olga):
        page = words(browser(who).get("/"))
        assert "Ravi" not in page
        assert str(talks.id) not in page


def test_one_damaged_box_does_not_take_the_others_along(talks, maya, omar):
    talk(maya, omar)
    damage(Circle, talks.circle, "face")
    page = words(browser(maya).get("/"))
    assert "You and Ravi" in page
    assert "About Omar. You listen." in page


def test_after_a_restore_home_reads_as_before(talks, maya):
    Unchecked.objects.create(circle_id=talks.circle)
    assert "About Ravi. You listen." in words(browser(maya).get("/"))


def test_a_damaged_keyring_is_a_sentence(ravi):
    damage(Identity, ravi.keyring.identity, "keyring")
    answer = browser().post("/sign-in/", {"name": "ravi", "password": PASSWORD})
    assert answer.status_code == 503
    assert "damaged" in words(answer)


@pytest.mark.parametrize("path", ["/", "/me/", "/sign-in/"])
def test_without_its_ring_yonder_says_so(path, ravi, vault):
    at_ravis, stranger = browser(ravi), browser()
    shutil.rmtree(vault.ring.folder)
    typed = {"unlock_password": PASSWORD, "name": "ravi", "password": PASSWORD}
    for visitor in (at_ravis, stranger):
        answer = visitor.post(path, typed, follow=True)
        assert answer.status_code in (200, 403, 405, 503), path
        assert "Sorry" not in words(answer)
    answer = stranger.post("/sign-in/", typed)
    assert answer.status_code == 503
    assert "the people who run this server" in words(answer)


def damage(model, row, column):
    box = bytearray(getattr(model.objects.get(id=row), column))
    box[-1] ^= 1
    model.objects.filter(id=row).update(**{column: bytes(box)})


def test_a_question_that_led_to_talks_is_not_asked_again_when_they_have_ended(talks, maya, ravi):
    at_ravis = browser(ravi)
    at_ravis.post(f"/journey/{talks.id}/", {"verb": "end"})
    assert "Somebody asked you" not in words(at_ravis.get("/"))
    assert "You have invited" not in words(browser(maya).get("/"))
