"""The workplace page: who helps when a guide cannot, named by those who look after it."""

import pytest

from tests.cast import browser, words
from yonder.career.people import Workplace

NAMED = {
    "listening": "save",
    "route": "Hana, room 12.",
    "other_route": "the works council, room 3",
    "health_route": "the works doctor",
    "emergency": "112",
}


@pytest.fixture
def named(olga):
    browser(olga).post("/workplace/", NAMED)


def test_people_operations_and_who_runs_the_server_name_who_helps(hana, olga):
    for who, room in ((hana, "room 12"), (olga, "room 14")):
        answer = browser(who).post("/workplace/", NAMED | {"route": room})
        assert answer.status_code == 302
        assert Workplace.objects.get().route == room


def test_people_operations_do_not_say_how_keys_are_copied(hana):
    at_hanas = browser(hana)
    assert "The ring folder is copied" not in words(at_hanas.get("/workplace/"))
    given = {"name": "Hers", "ring_only": "on", "machine_week": "on"}
    assert at_hanas.post("/workplace/", given).status_code == 404
    assert not Workplace.objects.get().ring_confirmed


def test_naming_who_helps_leaves_the_name_and_the_promise_alone(olga):
    Workplace.objects.update(ring_confirmed=True)
    browser(olga).post("/workplace/", NAMED)
    kept = Workplace.objects.get()
    assert (kept.name, kept.ring_confirmed, kept.practice_required) == (
        "Fernhill Bakery",
        True,
        False,
    )


def test_nobody_else_names_them(maya, ravi, talks):
    for who in (maya, ravi):
        assert browser(who).post("/workplace/", NAMED).status_code == 404
    assert Workplace.objects.get().routes == dict.fromkeys(Workplace.objects.get().routes, "")


def test_a_line_that_is_too_long_is_refused_and_stays_on_the_page(olga):
    long = "Room 12, then " + "left " * 60
    answer = browser(olga).post("/workplace/", NAMED | {"route": long})
    assert "Too long: take at most 200 letters." in words(answer)
    assert long.strip() in words(answer)
    assert Workplace.objects.get().other_route == ""


def test_what_is_named_needs_a_fresh_password(hana, clock):
    at_hanas = browser(hana)
    clock.passes(minutes=6)
    assert at_hanas.post("/workplace/", NAMED).status_code == 403
    assert Workplace.objects.get().route == ""


def test_the_cards_name_them_on_both_sides(named, maya, ravi, talks):
    room = f"/journey/{talks.id}/room/"
    told = words(browser(maya).get(room))
    assert "Is anyone in danger now? Then call 112." in told
    assert "offer to go along: Hana, room 12." in told
    assert "the works doctor is there for that" in told
    owners = words(browser(ravi).get(room))
    assert "<p>Hana, room 12.</p>" in owners
    assert "If it is about Maya, go to the works council, room 3." in owners
    assert "In danger now: 112." in owners
    assert "has not named anyone" not in owners


def test_while_nobody_is_named_the_cards_say_where_else_to_go(maya, ravi, talks):
    room = f"/journey/{talks.id}/room/"
    for who in (maya, ravi):
        page = words(browser(who).get(room))
        assert "You can go to a staff council or union, to HR, or to an advice line" in page
        assert "{" not in page
    assert "Your workplace has not named anyone here yet." in page


def test_a_workplace_with_an_emergency_number_alone_still_says_where_else(ravi, talks):
    Workplace.objects.update(emergency="112")
    page = words(browser(ravi).get(f"/journey/{talks.id}/room/"))
    assert "Your workplace has not named anyone here yet." in page
    assert "In danger now: 112." in page


def test_what_a_workplace_types_runs_nothing_and_is_never_read_as_a_place(ravi, talks):
    Workplace.objects.update(route="<b>{guide}</b>")
    page = browser(ravi).get(f"/journey/{talks.id}/room/").content.decode()
    assert "&lt;b&gt;{guide}&lt;/b&gt;." in page


def test_health_has_its_place_beside_what_is_written(named, ravi, talks):
    room = f"/journey/{talks.id}/room/"
    at_ravis = browser(ravi)
    at_ravis.post(room, {"verb": "start:first-job:1"})
    said = "Leave health out of this page. the works doctor is the place for it."
    assert said in words(at_ravis.get(room))


def test_help_is_within_reach_when_a_part_is_over_and_on_the_table(named, maya, ravi, talks):
    page = f"/journey/{talks.id}/"
    assert "Help, without Maya" in words(browser(ravi).post(f"{page}room/", {"verb": "stop"}))
    screen = browser(maya)
    screen.post(f"{page}table/", {"verb": "pass"})
    assert "Help, without Maya" in words(screen.get(f"{page}table/"))
