"""Where I am signed in, and what happened with my keys in the last thirty days."""

from datetime import timedelta

from tests.cast import browser, words
from yonder.career import ticking
from yonder.vault.security import SecurityEvent
from yonder.vault.unlocks import Unlock

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_every_sign_in_is_listed_with_its_device(ravi):
    browser(ravi)
    page = words(browser(ravi, headers={"User-Agent": FIREFOX}).get("/me/sign-ins/"))
    assert "Firefox, Linux" in page
    assert "This one." in page
    assert page.count("End this one") == 1


def test_all_others_can_be_ended_at_once(ravi):
    elsewhere, here = browser(ravi), browser(ravi)
    here.post("/me/sign-ins/", {"verb": "end-others"})
    assert elsewhere.get("/").status_code == 302
    assert here.get("/").status_code == 200


def test_one_sees_only_ones_own(ravi, omar):
    browser(omar, headers={"User-Agent": FIREFOX})
    page = words(browser(ravi).get("/me/sign-ins/"))
    assert "Firefox" not in page


def test_the_log_holds_a_place_too_coarse_to_find_anybody(ravi):
    visitor = browser(ravi, REMOTE_ADDR="198.51.100.77", headers={"User-Agent": FIREFOX})
    event = SecurityEvent.objects.latest("at")
    assert (event.what, event.where, event.device) == (
        "signed-in",
        "198.51.100.0",
        "Firefox, Linux",
    )
    assert "Signed in" in words(visitor.get("/me/sign-ins/"))


def test_after_thirty_days_the_log_forgets(ravi, vault, clock):
    browser(ravi)
    SecurityEvent.objects.update(at=clock() - timedelta(days=30, seconds=1))
    ticking.day(vault)
    assert not SecurityEvent.objects.exists()


def test_an_id_that_is_none_ends_nothing(ravi):
    visitor = browser(ravi)
    for given in ("", "x" * 500, "%", "'; DROP TABLE vault_unlock"):
        assert visitor.post("/me/sign-ins/", {"verb": "end", "id": given}).status_code == 302
    assert Unlock.objects.count() == 1
