"""The last day, the days after it, and what an owner reads when a guide has left."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.urls import get_resolver

from tests.cast import browser, talk, words, write
from yonder.career import leaving, ticking
from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.vault.keyrings import Identity

SENTENCE = "I would rather run the night shift."
TAKE = "/pages/take/"
TAKEN = {"verb": "for-people"}


@pytest.fixture
def gone(vault, ravi, talks):
    """Today is Ravi's last day."""
    write(ravi, talks, SENTENCE)
    leaving.set_day(ravi.person, vault.clock().date(), on=vault.clock().date())
    return ravi


def day(vault, days=0):
    return f"{vault.clock().date() + timedelta(days=days)}"


def last_day_of(who):
    return Person.objects.get(id=who.person.id).leaves_on


# ---- who writes the day down ---------------------------------------------------------------------


def test_one_writes_down_ones_own_day_and_takes_it_back(vault, ravi):
    mine = browser(ravi)
    mine.post("/me/leaving/", {"verb": "leaves", "day": day(vault, 3)})
    assert f"{last_day_of(ravi)}" == day(vault, 3)
    assert "Your last day here is" in words(mine.get("/me/"))
    assert "Your last day here is" in words(mine.get("/"))

    mine.post("/me/leaving/", {"verb": "leaves", "day": ""})
    assert last_day_of(ravi) is None


def test_people_operations_write_it_down_and_ordinary_people_do_not(vault, ravi, hana, maya):
    given = {"verb": "leaves", "person": ravi.person.id, "day": day(vault, 3)}
    assert browser(maya).post("/people/", given).status_code == 404
    assert last_day_of(ravi) is None

    at_hanas = browser(hana)
    assert at_hanas.post("/people/", given).status_code == 302
    assert f"{last_day_of(ravi)}" == day(vault, 3)
    assert "Leaves on" in words(at_hanas.get("/people/"))


@pytest.mark.parametrize("wrong", ["yesterday", "2001-01-01", "9999-12-31", "\x00"])
def test_a_day_that_cannot_be_changes_nothing_and_stays_in_its_field(vault, ravi, hana, wrong):
    given = {"verb": "leaves", "person": ravi.person.id, "day": wrong}
    for who, path in [(hana, "/people/"), (ravi, "/me/leaving/")]:
        answer = browser(who).post(path, given)
        assert answer.status_code == 200
        assert "field__fault" in words(answer)
    assert last_day_of(ravi) is None


def test_a_day_that_is_today_is_asked_about_once(vault, ravi, hana):
    given = {"verb": "leaves", "person": ravi.person.id, "day": day(vault)}
    for who, path in [(hana, "/people/"), (ravi, "/me/leaving/")]:
        assert "last day" in words(browser(who).post(path, given))
        assert last_day_of(ravi) is None
    browser(hana).post("/people/", given | {"sure": "on"})
    assert f"{last_day_of(ravi)}" == day(vault)


def test_the_one_who_runs_the_server_hears_why_not(vault, olga):
    for path in ("/me/leaving/", "/people/"):
        given = {"verb": "leaves", "person": olga.person.id, "day": day(vault, 1)}
        assert "nobody would run this server" in words(browser(olga).post(path, given))


def test_whose_day_others_write_down_gets_a_letter(vault, ravi, hana, post_office):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    given = {"verb": "leaves", "person": ravi.person.id, "day": day(vault, 3)}
    browser(hana).post("/people/", given)

    (letter,) = post_office.to("ravi@example.org")
    assert letter["Subject"] == "A day in Yonder"
    assert "Take your pages with you." in letter.get_content()


# ---- from the last day on ------------------------------------------------------------------------


def test_every_address_leads_to_the_pages_to_take_and_to_nothing_else(gone, talks):
    at_his = browser(gone)
    paths = [f"/{one.pattern}" for one in get_resolver().url_patterns]
    plain = [re.sub(r"<uuid:\w+>", str(talks.id), path) for path in paths]
    plain = [re.sub(r"<str:\w+>", "a-made-up-one", path) for path in plain]
    answers = {path: at_his.get(path) for path in plain}
    shut = {path: answer.get("Location") for path, answer in answers.items()}

    free = {path for path, to in shut.items() if to != "/me/leaving/"}
    public = {"/protection/", "/protection/council/"}
    assert free <= public | {"/me/leaving/", TAKE, "/close/", "/sign-out/"}
    assert all(SENTENCE not in words(answer) for answer in answers.values())


def test_the_page_says_until_when(gone, vault):
    page = words(browser(gone).get("/", follow=True))
    assert "You are leaving Fernhill Bakery." in page
    assert "30 days from now, everything here is erased." in page
    assert f'href="{TAKE}"' in page
    assert "Main" not in page


def test_the_pages_can_be_taken_along(gone):
    at_his = browser(gone)
    assert at_his.get(TAKE).status_code == 200
    answer = at_his.post(TAKE, TAKEN)
    assert answer["Content-Disposition"].startswith("attachment")
    assert SENTENCE in words(answer)


def test_the_days_are_a_setting(gone, settings):
    settings.LEAVING_DAYS = 7
    assert "7 days from now" in words(browser(gone).get("/me/leaving/"))


def test_what_was_typed_when_the_day_came_is_still_there(gone, talks):
    answer = browser(gone).post(
        f"/journey/{talks.id}/", {"verb": "write", "text": "one more thing"}
    )
    assert answer.status_code == 403
    assert "one more thing" in words(answer)
    assert "It was not saved." in words(answer)


def test_a_password_is_never_shown_again(gone):
    answer = browser(gone).post("/me/password/", {"old": gone.password, "text": "some words"})
    assert gone.password not in words(answer)


def test_once_the_day_has_come_it_cannot_be_taken_back_by_oneself(gone, hana, vault):
    browser(gone).post("/me/leaving/", {"verb": "leaves", "day": ""})
    assert last_day_of(gone) is not None

    browser(hana).post("/people/", {"verb": "leaves", "person": gone.person.id, "day": ""})
    assert browser(gone).get("/").status_code == 200


def test_erasing_now_asks_once_and_leaves_nothing(gone, talks):
    at_his = browser(gone)
    asked = words(at_his.post("/me/leaving/", {"verb": "ask-erase"}))
    assert "Erase everything now?" in asked
    assert Identity.objects.filter(person=gone.person.id).exists()

    answer = at_his.post("/me/leaving/", {"verb": "erase"})
    assert "Everything is erased." in words(answer)
    assert not Person.objects.filter(id=gone.person.id).exists()
    assert not Journey.objects.exists()
    assert at_his.get("/").status_code == 302
    assert "Name and password do not match." in words(_sign_in(gone))


def test_erasing_now_wants_a_fresh_password(gone, clock):
    at_his = browser(gone)
    clock.passes(minutes=6)
    assert at_his.post("/me/leaving/", {"verb": "erase"}).status_code == 403
    assert Person.objects.filter(id=gone.person.id).exists()


def test_nobody_is_erased_before_their_last_day(ravi):
    at_his = browser(ravi)
    for verb in ("ask-erase", "erase"):
        assert at_his.post("/me/leaving/", {"verb": verb}).status_code == 200
    assert Person.objects.filter(id=ravi.person.id).exists()


def _sign_in(who):
    return browser().post("/sign-in/", {"name": who.person.login, "password": who.password})


# ---- a guide leaves ------------------------------------------------------------------------------


@pytest.fixture
def without_maya(vault, maya, ravi, talks):
    """What Maya and Ravi wrote is there, and Maya's last day has come."""
    write(ravi, talks, SENTENCE)
    leaving.set_day(maya.person, vault.clock().date(), on=vault.clock().date())
    ticking.tick(vault)
    return talks


@pytest.mark.parametrize("first", ["/", "/pages/"])
def test_the_owner_finds_everything_at_home_and_reads_one_calm_sentence(without_maya, ravi, first):
    at_ravis = browser(ravi)
    seen = words(at_ravis.get(first))
    assert "A guide of yours has left. You keep everything" in seen

    assert "A guide of yours has left." not in words(at_ravis.get("/"))
    assert not Journey.objects.exists()


def test_nobody_is_asked_again_by_a_guide_who_has_left(without_maya, ravi):
    at_ravis = browser(ravi)
    assert "Somebody asked you" not in words(at_ravis.get("/pages/"))
    assert "Somebody asked you" not in words(at_ravis.get("/"))


def test_an_owner_at_an_open_page_is_led_home_and_keeps_what_was_typed(without_maya, ravi):
    path = f"/journey/{without_maya.id}/"
    answer = browser(ravi).post(path, {"verb": "write", "text": "one more thing"})
    assert answer.status_code == 403
    assert "one more thing" in words(answer)


def test_a_page_that_asks_by_itself_does_not_take_the_sentence_away(without_maya, ravi):
    at_ravis, path = browser(ravi), f"/journey/{without_maya.id}/"
    assert at_ravis.get(path, headers={"X-Waiting": "x"}).status_code == 404
    at_ravis.get("/pages/", headers={"X-Waiting": "x"})
    assert "A guide of yours has left." in words(at_ravis.get(path, follow=True))


def test_the_password_that_opened_a_closed_page_is_never_shown(without_maya, ravi):
    at_ravis, path = browser(ravi), f"/journey/{without_maya.id}/"
    at_ravis.post("/close/")
    given = {"verb": "write", "text": "one more thing", "unlock_password": ravi.password}
    answer = at_ravis.post(path, given)
    assert "one more thing" in words(answer)
    assert ravi.password not in words(answer)


def test_an_old_address_leads_the_owner_home_and_others_nowhere(without_maya, ravi, omar):
    path = f"/journey/{without_maya.id}/"
    assert browser(omar).get(path).status_code == 404
    assert browser(ravi).get(path).get("Location") == "/"
    assert browser(ravi).get(path).status_code == 404


def test_a_guide_can_print_own_promises_until_the_last_day(vault, maya, ravi):
    journey = talk(maya, ravi)
    leaving.set_day(maya.person, vault.clock().date() + timedelta(days=1), on=vault.clock().date())
    assert browser(maya).get(f"/journey/{journey.id}/").status_code == 200
    assert "You can print it until then." in words(browser(maya).get("/me/leaving/"))


# ---- long away -----------------------------------------------------------------------------------


def test_who_was_told_and_comes_back_reads_that_the_pages_stay(ravi):
    Identity.objects.filter(person=ravi.person.id).update(sent_on=20000)
    at_ravis = browser(ravi)
    assert "They stay." in words(at_ravis.get("/"))
    assert "They stay." not in words(browser(ravi).get("/"))


def test_the_letter_to_somebody_who_was_long_away(vault, ravi, post_office):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    Identity.objects.filter(person=ravi.person.id).update(seen="2001-01")
    ticking.day(vault)
    ticking.day(vault)

    (letter,) = post_office.to("ravi@example.org")
    assert letter["Subject"] == "Your pages in Yonder"
    assert "Sign in once before that day, and they stay" in letter.get_content()


def test_without_a_mail_server_the_day_comes_all_the_same(vault, ravi):
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    Identity.objects.filter(person=ravi.person.id).update(seen="2001-01")
    ticking.day(vault)
    assert Identity.objects.get(person=ravi.person.id).sent_on == vault.today()
