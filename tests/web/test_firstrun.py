"""The very first visit: three things, once, by the link that `serve` printed."""

import pytest

from tests.cast import browser, words
from yonder.career.people import Person, Workplace, first_run_token

GIVEN = {"workplace": "Fernhill", "login": "olga", "password": "seven boats went out to sea"}


@pytest.fixture
def link(vault):
    return f"/first-run/{first_run_token()}/"


def test_three_things_and_one_is_signed_in(link):
    visitor = browser()
    assert visitor.post(link, GIVEN)["Location"] == "/"
    assert "Hello, Olga." in words(visitor.get("/"))
    assert Person.objects.get().runs_server


def test_the_link_works_only_while_there_is_nobody(link):
    browser().post(link, GIVEN)
    assert browser().get(link).status_code == 404
    assert browser().post(link, GIVEN | {"login": "thief"}).status_code == 404
    assert Person.objects.count() == Workplace.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"workplace": ""}, {"login": "o"}, {"password": "short"}])
def test_what_does_not_fit_is_told_and_kept(link, wrong):
    answer = browser().post(link, GIVEN | wrong)
    assert answer.status_code == 200
    assert "Something is missing or does not fit." in words(answer)
    assert not Person.objects.exists()


def test_a_link_that_was_made_up_opens_nothing(vault):
    for token in ("x", "x:y:z", first_run_token()[:-1], "%00"):
        assert browser().post(f"/first-run/{token}/", GIVEN).status_code == 404
    assert not Person.objects.exists()


def test_there_is_no_other_way_in(vault):
    for path in ("/accounts/signup/", "/signup/", "/admin/", "/accounts/login/", "/register/"):
        assert browser().get(path).status_code == 404
    assert browser().post("/sign-in/", {"name": "admin", "password": "admin"}).status_code == 403
