"""Where I want to go: pictures that only the one who writes them can read."""

import re

from tests.cast import browser, join, words
from yonder.career import visions
from yonder.career.record import open_private


def _entry(page: str) -> dict[str, str]:
    found = re.search(r'name="entry" value="([^"]+)"[^>]*>.*?name="rev" value="(\d+)"', page, re.S)
    assert found
    return {"entry": found[1], "rev": found[2]}


def test_somebody_begins_alone_and_reads_it_again(ravi):
    mine = browser(ravi)
    assert "Begin alone" in words(mine.get("/"))
    mine.post("/visions/", {"verb": "write", "name": "My own workshop", "text": "Boats, indoors."})

    page = words(mine.get("/visions/"))

    assert "My own workshop" in page
    assert "Boats, indoors." in page
    assert "Only you can read this." in page


def test_nobody_else_sees_that_there_is_one(ravi, maya):
    browser(ravi).post("/visions/", {"verb": "write", "name": "My own workshop"})
    assert "My own workshop" not in words(browser(maya).get("/visions/"))


def test_a_picture_is_reworded_in_its_place(ravi):
    mine = browser(ravi)
    mine.post("/visions/", {"verb": "write", "name": "A workshop"})
    mine.post("/visions/", {"verb": "write", "name": "A year at sea"})
    first = _entry(mine.get("/visions/").content.decode())

    mine.post("/visions/", {"verb": "write", "name": "A workshop for boats"} | first)

    names = [one.name for one in visions.visions(open_private(ravi.keyring))]
    assert names == ["A workshop for boats", "A year at sea"]


def test_two_windows_lose_no_words(ravi):
    mine = browser(ravi)
    mine.post("/visions/", {"verb": "write", "name": "A workshop"})
    first = _entry(mine.get("/visions/").content.decode())
    mine.post("/visions/", {"verb": "write", "name": "A workshop by the sea"} | first)

    page = words(mine.post("/visions/", {"verb": "write", "name": "A workshop in town"} | first))

    assert "You changed this in another window." in page
    assert "A workshop by the sea" in page
    assert "A workshop in town" in page


def test_what_was_typed_over_an_erased_picture_becomes_a_new_one(ravi):
    mine = browser(ravi)
    mine.post("/visions/", {"verb": "write", "name": "A workshop"})
    first = _entry(mine.get("/visions/").content.decode())
    mine.post("/visions/", {"verb": "erase"} | first)

    page = words(mine.post("/visions/", {"verb": "write", "name": "A boat yard"} | first))

    assert "A boat yard" in page
    assert visions.visions(open_private(ravi.keyring)) == []


def test_a_sixth_picture_asks_one_to_make_room_and_keeps_the_words(ravi):
    mine = browser(ravi)
    for number in range(5):
        mine.post("/visions/", {"verb": "write", "name": f"Picture {number}"})

    page = words(mine.post("/visions/", {"verb": "write", "name": "And one more"}))

    assert "Five pictures are enough to look at." in page
    assert "And one more" in page


def test_erasing_asks_once_and_then_it_is_gone(ravi):
    mine = browser(ravi)
    mine.post("/visions/", {"verb": "write", "name": "A workshop"})
    first = _entry(mine.get("/visions/").content.decode())
    assert "You cannot undo this." in words(mine.post("/visions/", {"verb": "ask-erase"} | first))

    mine.post("/visions/", {"verb": "erase"} | first)

    assert "No pictures yet." in words(mine.get("/visions/"))


def test_a_made_up_entry_changes_nothing(vault, workplace):
    mine = browser(join(vault, "Ravi"))
    for entry in ("", "not-an-id", "0" * 32):
        for verb in ("ask-erase", "erase"):
            assert mine.post("/visions/", {"verb": verb, "entry": entry}).status_code == 302
