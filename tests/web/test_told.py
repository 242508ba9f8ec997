"""What went well is said once, under the title of the page one lands on."""

import re

import pytest

from tests.cast import PASSWORD, browser, talk, words
from tests.web.test_passwords import NEW
from yonder.career.recovery import new_code
from yonder.vault import asides, codes
from yonder.vault.refusals import Damaged
from yonder.vault.unlocks import Unlock


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def erase(visitor, page):
    """Open the first thing on the page, press Erase, and again when asked."""
    button = r'value="(?:change|ask-erase):([0-9a-f-]{36}):\w+"'
    first = re.search(button, words(visitor.get(page)))[1]
    return visitor.post(page, {"verb": f"erase:{first}:1"}, follow=True)


def told(answer):
    """What the status line says, or nothing."""
    line = re.search(r'<p class="[^"]*" role="status" data-part id="told">.*?</p>', words(answer))
    found = re.search(r"</svg>([^<]*)</span>", line[0]) if line else None
    return found[1] if found else ""


def test_it_is_said_once(at_ravis):
    answer = at_ravis.post("/me/", {"name": "Ravindra"}, follow=True)
    assert told(answer) == "Saved."
    assert told(at_ravis.get("/me/")) == ""


def test_a_page_without_room_for_it_leaves_it_to_no_later_one(at_ravis):
    at_ravis.post("/me/", {"name": "Ravindra"})
    at_ravis.get("/protection/")
    assert told(at_ravis.get("/me/")) == ""


def test_a_new_password_is_confirmed(at_ravis):
    given = {"old": PASSWORD, "new": NEW}
    answer = at_ravis.post("/me/password/", given, follow=True)
    assert told(answer) == "Your new password works from now on. Nothing was lost."


def test_after_the_recovery_code_comes_the_next_one(ravi):
    code = codes.written(new_code(ravi.keyring))
    given = {"name": "ravi", "code": code, "password": NEW}
    answer = browser().post("/recover/", given, follow=True)
    assert told(answer) == "Your new password works from now on. Nothing was lost."
    assert "This code opens your notes if you forget your password." in words(answer)


def test_what_two_people_write_and_erase_is_confirmed(maya, ravi, at_ravis):
    page = f"/journey/{talk(maya, ravi).id}/"
    given = {"verb": "write", "text": "One day, boats.", "rev": 0}
    assert told(at_ravis.post(page, given, follow=True)) == "Saved."
    assert told(erase(at_ravis, page)) == "Erased for both of you."


def test_what_one_writes_and_erases_alone_is_confirmed(at_ravis):
    answer = at_ravis.post("/pages/", {"verb": "vision-write", "name": "A workshop"}, follow=True)
    assert told(answer) == "Saved."
    assert told(erase(at_ravis, "/pages/")) == "Erased."


def test_what_is_written_in_the_room_is_confirmed_there(maya, ravi, at_ravis):
    journey = f"/journey/{talk(maya, ravi).id}/"
    given = {"verb": "turn-write", "changed": "Left the bakery"}
    assert told(at_ravis.post(f"{journey}room/", given, follow=True)) == "Saved."
    assert told(at_ravis.get(journey)) == ""


def test_ending_a_sign_in_is_confirmed(ravi, at_ravis):
    here = set(Unlock.objects.values_list("id", flat=True))
    browser(ravi)
    other = Unlock.objects.exclude(id__in=here).get()
    answer = at_ravis.post("/me/sign-ins/", {"verb": "end", "id": other.id}, follow=True)
    assert told(answer) == "That sign-in has ended."


def test_the_browser_session_keeps_a_short_word_and_nothing_of_the_content(at_ravis):
    at_ravis.post("/pages/", {"verb": "vision-write", "name": "A workshop"})
    assert len(at_ravis.session["told"]) > 60  # a closed box, always as long
    assert "saved" not in at_ravis.session["told"]
    at_ravis.get("/pages/")
    assert "told" not in at_ravis.session


def test_a_role_is_saved_and_the_search_stays(ravi, olga):
    at_olgas = browser(olga)
    given = {"verb": "roles", "person": ravi.person.id, "people_operations": "on"}
    answer = at_olgas.post("/people/?name=Ra", given, follow=True)
    assert told(answer) == "Saved."
    assert 'value="Ra"' in words(answer)
    assert "Signs in as olga." not in words(answer)


@pytest.mark.parametrize(
    "pressed",
    [{"verb": "talk-not:life-story:1"}, {"verb": "turn-write", "changed": "A turn"}],
    ids=["a no", "a sentence"],
)
def test_the_word_of_a_no_lies_in_no_session_row(talks, ravi, maya, pressed):
    """A no and a saved sentence leave a box each, equally long, that nobody else can open."""
    at_ravis = browser(ravi)
    at_ravis.post(f"/journey/{talks.id}/", pressed)
    kept = at_ravis.session["told"]
    assert len(kept) == 84
    assert asides.opened(ravi.keyring, kept) in ("left-out", "saved")
    with pytest.raises(Damaged):
        asides.opened(maya.keyring, kept)
