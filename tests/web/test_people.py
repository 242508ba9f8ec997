"""Who is here, for people operations and those who run the server: names, and no talks."""

import re
import uuid

import pytest

from tests.cast import begin, browser, words
from yonder.career.people import Person, add_person


def test_ordinary_people_have_no_such_page(maya, ravi, talks):
    for who in (maya, ravi):
        assert browser(who).get("/people/").status_code == 404
        assert browser(who).post("/people/", {"verb": "reset"}).status_code == 404


def test_it_lists_names_and_nothing_about_talks(talks, hana, olga, maya, omar):
    waiting = begin(maya, omar)
    for who in (hana, olga):
        page = words(browser(who).get("/people/"))
        assert "Signs in as ravi." in page
        assert str(talks.id) not in page
        assert str(waiting.id) not in page
        assert "journey" not in page


def test_a_slip_gives_a_new_start_and_no_door(talks, ravi, hana):
    page = words(browser(hana).post("/people/", {"verb": "reset", "person": ravi.person.id}))
    link = re.search(r"(/reset/[^/]+/)", page)[1]
    assert browser().get(link).status_code == 200
    assert "Ravi" in page


def test_a_slip_needs_a_fresh_password(ravi, hana, clock):
    at_hanas = browser(hana)
    clock.passes(minutes=6)
    answer = at_hanas.post("/people/", {"verb": "reset", "person": ravi.person.id})
    assert answer.status_code == 403
    assert "Is it still you?" in words(answer)
    assert "/reset/" not in words(answer)


@pytest.mark.parametrize("person", ["", "x", "1", uuid.uuid4(), "%00"])
def test_a_slip_for_nobody_is_nothing(person, hana):
    answer = browser(hana).post("/people/", {"verb": "reset", "person": person})
    assert answer.status_code == 404


def test_only_those_who_run_the_server_give_roles(ravi, hana, olga):
    given = {"verb": "roles", "person": ravi.person.id, "people_operations": "on"}
    assert browser(hana).post("/people/", given).status_code == 404
    ravi.person.refresh_from_db()
    assert not ravi.person.administers

    assert browser(olga).post("/people/", given).status_code == 302
    ravi.person.refresh_from_db()
    assert ravi.person.people_operations


def test_somebody_has_to_run_the_server(olga):
    answer = browser(olga).post("/people/", {"verb": "roles", "person": olga.person.id})
    assert answer.status_code == 200
    olga.person.refresh_from_db()
    assert olga.person.runs_server


def test_who_leads_is_set_by_hand_and_moves_no_talk(ravi, maya, omar, talks, hana):
    at_hanas = browser(hana)
    given = {"verb": "lead", "person": ravi.person.id, "leader": "omar"}
    assert at_hanas.post("/people/", given).status_code == 302
    assert "Led by Omar" in words(at_hanas.get("/people/"))
    assert browser(omar).get(f"/journey/{talks.id}/").status_code == 404
    assert browser(maya).get(f"/journey/{talks.id}/").status_code == 200


@pytest.mark.parametrize(
    ("leader", "said"),
    [("nobody-here", "Nobody here signs in as"), ("ravi", "Then somebody would lead themselves")],
)
def test_a_leader_that_cannot_be_changes_nothing(ravi, hana, leader, said):
    given = {"verb": "lead", "person": ravi.person.id, "leader": leader}
    assert said in words(browser(hana).post("/people/", given))
    ravi.person.refresh_from_db()
    assert ravi.person.manager is None


def test_nobody_leads_in_a_circle_by_way_of_others(ravi, maya, omar, hana):
    at_hanas = browser(hana)
    for led, leader in ((ravi, "maya"), (maya, "omar")):
        at_hanas.post("/people/", {"verb": "lead", "person": led.person.id, "leader": leader})
    answer = at_hanas.post("/people/", {"verb": "lead", "person": omar.person.id, "leader": "ravi"})
    assert "Then somebody would lead themselves" in words(answer)


def test_somebody_is_added_by_hand_and_found_by_number(hana):
    at_hanas = browser(hana)
    given = {"verb": "add", "name": "Lena Ott", "email": "lena@example.org", "number": "17"}
    assert at_hanas.post("/people/", given).status_code == 302
    lena = Person.objects.get(number="17")
    assert lena.login is None
    assert lena.emailaddress_set.get().verified is False
    assert "Lena Ott" in words(at_hanas.get("/people/", {"name": "17"}))


def test_a_number_belongs_to_one_person(hana, ravi, maya):
    at_hanas = browser(hana)
    placed = {"verb": "place", "person": ravi.person.id, "number": "17", "unit": "Ovens"}
    assert at_hanas.post("/people/", placed).status_code == 302
    taken = at_hanas.post("/people/", placed | {"person": maya.person.id})
    assert "Somebody else here has this number." in words(taken)
    maya.person.refresh_from_db()
    assert (maya.person.number, maya.person.unit) == (None, "")


def test_many_without_a_number_do_not_stand_in_each_others_way(hana, ravi, maya):
    at_hanas = browser(hana)
    for one in (ravi, maya):
        placed = {"verb": "place", "person": one.person.id, "number": "", "shift": "late"}
        assert at_hanas.post("/people/", placed).status_code == 302
    assert Person.objects.filter(shift="late", number=None).count() == 2


@pytest.mark.parametrize("typed", ["17", "lena@example.org", "Lena Ott", " Lena  Ott "])
def test_who_has_not_joined_can_lead_already(hana, ravi, typed):
    lena = add_person(name="Lena Ott", number="17", email="lena@example.org")
    given = {"verb": "lead", "person": ravi.person.id, "leader": typed}
    assert browser(hana).post("/people/", given).status_code == 302
    ravi.person.refresh_from_db()
    assert ravi.person.manager == lena


def test_a_name_that_two_people_have_is_not_guessed(hana, ravi):
    for _ in range(2):
        add_person(name="Lena Ott")
    given = {"verb": "lead", "person": ravi.person.id, "leader": "Lena Ott"}
    assert "Nobody here signs in as “Lena Ott”" in words(browser(hana).post("/people/", given))


@pytest.mark.parametrize("typed", ["len", "LENA O", "Lena%20Ott", "lena ott"])
def test_a_name_is_found_by_its_beginning_in_any_letters(hana, typed):
    add_person(name="Lena Ott")
    page = words(browser(hana).get(f"/people/?name={typed}"))
    assert "Lena Ott" in page
    assert "Hana</span>" not in page


@pytest.mark.parametrize("typed", ["ott", "%", "_", "lena ottx", "\\"])
def test_what_no_name_begins_with_finds_nobody(hana, typed):
    add_person(name="Lena Ott")
    answer = browser(hana).get("/people/", {"name": typed})
    assert "Nobody here has this number" in words(answer)


@pytest.mark.parametrize("label", ["b" * 80, "İ" * 30])
def test_an_address_that_is_too_long_is_told(hana, label):
    """Longer than a database may take, some of them only in small letters; else like another."""
    long = "z@" + ".".join([label[:60]] * 5 + ["org"])
    answer = browser(hana).post("/people/", {"verb": "add", "name": "Zoe", "email": long})
    assert "Too long: take at most 254 letters." in words(answer)
    assert not Person.objects.filter(name="Zoe").exists()
