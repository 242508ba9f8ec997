"""A key is out for as long as somebody is there, and not a minute longer."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value

from tests.cast import PASSWORD, browser, words
from tests.promises.rows import differing, every_row
from yonder.career import ticking
from yonder.vault.unlocks import CLOSED, WAITING, Unlock

SENTENCE = "I would like to teach the new ones."


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def signed_in(who, *, shared):
    """At a device of one's own, or at one that others use too."""
    visitor = browser()
    given = {"name": "ravi", "password": PASSWORD} | ({"shared": "on"} if shared else {})
    assert visitor.post("/sign-in/", given).status_code == 302
    return visitor


@pytest.mark.parametrize(("shared", "limit"), [(False, 15), (True, 5)])
def test_it_closes_after_the_idle_minutes_and_not_before(shared, limit, ravi, clock):
    visitor = signed_in(ravi, shared=shared)
    clock.passes(minutes=limit - 0.1)
    assert visitor.get("/").status_code == 200  # the control: until then it is open
    clock.passes(minutes=limit)
    answer = visitor.get("/")
    assert answer.status_code == 403
    assert f"because nothing happened for {limit} minutes" in words(answer)


@pytest.mark.parametrize(("shared", "minutes"), [(False, 12 * 60), (True, 30)])
def test_the_sign_in_ends_however_busy_one_is(shared, minutes, ravi, clock):
    visitor = signed_in(ravi, shared=shared)
    for _ in range(minutes // 4):
        assert visitor.get("/").status_code == 200
        clock.passes(minutes=4)
    clock.passes(minutes=4)
    assert visitor.get("/")["Location"] == "/sign-in/?next=/"


def test_the_key_is_put_away_though_nobody_comes_back(at_ravis, vault, clock):
    clock.passes(minutes=15)
    ticking.tick(vault)
    row = Unlock.objects.get()
    assert (row.state, bytes(row.box)) == (CLOSED, b"")


def test_a_page_that_asks_by_itself_does_not_keep_it_open(at_ravis, clock):
    for _ in range(4):
        clock.passes(minutes=4)
        answer = at_ravis.get("/", headers={"X-Waiting": "yes"})
    assert answer.status_code == 403


def test_what_is_typed_into_a_closed_page_is_stored_nowhere(talks, at_ravis):
    at_ravis.post("/close/")
    typed = {"verb": "write", "text": SENTENCE, "rev": 0}
    before = every_row()

    answer = at_ravis.post(f"/journey/{talks.id}/", typed)

    assert SENTENCE in words(answer)
    assert differing(before, every_row()) == {}


def test_saving_would_be_seen_in_the_rows(talks, at_ravis):
    """The control for the test above: the same words into an open page."""
    before = every_row()
    at_ravis.post(f"/journey/{talks.id}/", {"verb": "write", "text": SENTENCE, "rev": 0})
    assert "vault_body" in differing(before, every_row())


def test_a_password_alone_opens_nothing_where_a_second_factor_is_on(ravi):
    seed = with_second_factor(ravi)
    visitor = browser()
    asked = visitor.post("/sign-in/", {"name": "ravi", "password": PASSWORD})
    assert asked["Location"] == "/sign-in/factor/"
    assert Unlock.objects.get().state == WAITING
    for path in ("/", "/me/", "/invite/", "/me/sign-ins/", "/me/addresses/"):
        assert visitor.get(path).status_code == 302, path

    visitor.post("/sign-in/factor/", {"code": digits(seed)})

    assert visitor.get("/").status_code == 200


def test_a_second_factor_that_comes_after_five_minutes_opens_nothing(ravi, clock, vault):
    seed = with_second_factor(ravi)
    visitor = browser()
    visitor.post("/sign-in/", {"name": "ravi", "password": PASSWORD})
    clock.passes(minutes=5)
    ticking.tick(vault)
    visitor.post("/sign-in/factor/", {"code": digits(seed)})
    assert visitor.get("/").status_code != 200
    assert not Unlock.objects.exists()


def test_ending_a_sign_in_from_elsewhere_takes_effect_at_once(ravi, at_ravis):
    lost = browser(ravi)
    stolen = Unlock.objects.order_by("-since").exclude(id=at_ravis.session["unlock"]).get()
    at_ravis.post("/me/sign-ins/", {"verb": "end", "id": stolen.id})
    assert lost.get("/")["Location"] == "/sign-in/?next=/"
    assert at_ravis.get("/").status_code == 200


def test_nobody_ends_somebody_elses_sign_in(at_ravis, omar):
    at_omars = browser(omar)
    row = at_ravis.session["unlock"]
    at_omars.post("/me/sign-ins/", {"verb": "end", "id": row})
    assert at_ravis.get("/").status_code == 200


def test_a_new_password_ends_all_other_sign_ins(ravi, at_ravis):
    elsewhere = browser(ravi)
    new = "seven boats went out to sea"
    at_ravis.post("/me/password/", {"old": PASSWORD, "new": new})
    assert elsewhere.get("/").status_code == 302
    assert at_ravis.get("/").status_code == 200


def test_the_cookies_of_two_people_do_not_mix(at_ravis, omar):
    """A row of one person, under the browser session of another, opens nothing."""
    at_omars = browser(omar)
    session = at_omars.session
    session["unlock"] = at_ravis.session["unlock"]
    session.save()
    at_omars.cookies["unlock"] = at_ravis.cookies["unlock"].value
    assert at_omars.get("/").status_code == 302


def with_second_factor(who):
    seed = generate_totp_secret()
    TOTP.activate(who.person, seed)
    return seed


def digits(seed):
    return f"{hotp_value(seed, int(time.time()) // 30):06}"
