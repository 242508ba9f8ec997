"""A form that was refused: what is wrong comes first, and the keyboard stands there."""

from tests.cast import browser, words
from yonder.career.people import Person

FOCUSED = '<div class="trouble" role="alert" tabindex="-1" autofocus>'


def test_the_sentence_about_it_takes_the_focus(maya):
    visitor = browser(maya)
    assert FOCUSED in words(visitor.post("/invite/", {"name": "", "listens": "me"}))
    assert FOCUSED not in words(visitor.get("/invite/"))


def test_a_password_is_never_said_to_be_still_there(maya):
    page = words(browser(maya).post("/me/password/", {"old": "", "new": "short"}))
    assert "What you typed is still here, but not the password." in page
    page = words(browser(maya).post("/invite/", {"name": "", "listens": "me"}))
    assert "What you typed is still on this page." in page


def test_the_list_of_ones_own_people_explains_the_next_line(maya, ravi):
    hint = "If they are not in the list above."
    assert hint not in words(browser(maya).get("/invite/"))
    Person.objects.filter(id=ravi.person.id).update(manager=maya.person)
    assert hint in words(browser(maya).get("/invite/"))


def test_without_a_mail_server_a_reset_names_the_slip_alone(ravi):
    page = words(browser().post("/reset/", {"name": "ravi"}))
    assert "They can print you a slip." in page
    assert "Look into your mail." not in page


def test_a_device_that_others_use_is_marked(ravi):
    visitor = browser()
    given = {"name": "ravi", "password": ravi.password, "shared": "on"}
    visitor.post("/sign-in/", given)
    assert "A device others use too." in words(visitor.get("/me/sign-ins/"))
    assert "A device others use too." in words(browser(ravi).get("/me/sign-ins/"))


def test_people_are_found_and_nobody_prints_a_slip_for_oneself(ravi, olga):
    visitor = browser(olga)
    assert "Print a slip for a new start" in words(visitor.get("/people/?name=Ra"))
    assert "Print a slip for a new start" not in words(visitor.get("/people/?name=Olga"))
    page = words(visitor.get("/people/?name=Zo"))
    assert "Nobody here has this number, or a name that begins like this." in page
    assert "Show everybody" in page
