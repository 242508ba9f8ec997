"""My pages: turns, what matters and pictures that only the one who writes them can read."""

import re
import uuid

import pytest

from tests.cast import browser, words

HERE = "/pages/"


@pytest.fixture
def mine(ravi):
    return browser(ravi)


def picture(visitor, name, **more):
    return visitor.post(HERE, {"verb": "vision-write", "name": name} | more)


def turn(visitor, changed, **more):
    return visitor.post(HERE, {"verb": "turn-write", "changed": changed} | more)


def buttons(visitor, verb, page=HERE):
    """The names of the buttons with this verb, in the order of the page."""
    return re.findall(rf'value="({verb}:[^"]+)"', words(visitor.get(page)))


def button_in(answer, verb):
    """The name of the button with this verb on a page."""
    return re.search(rf'value="({verb}:[^"]+)"', words(answer))[1]


def open_form(visitor, place=0):
    """Open the form over one entry; gives the entry and the revision in it."""
    page = words(visitor.post(HERE, {"verb": buttons(visitor, "change")[place]}))
    found = re.search(r'name="entry" value="([^"]+)"[^>]*>.*?name="rev" value="(\d+)"', page, re.S)
    return {"entry": found[1], "rev": found[2]}


def test_somebody_begins_alone_and_reads_it_again(mine):
    assert "Begin alone" in words(mine.get("/"))
    picture(mine, "My own workshop", text="Boats, indoors.")

    page = words(mine.get(HERE))

    assert "My own workshop" in page
    assert "Boats, indoors." in page
    assert "Only you can read this." in page


def test_nobody_else_sees_that_there_is_one(mine, maya):
    picture(mine, "My own workshop")
    assert "My own workshop" not in words(browser(maya).get(HERE))


def test_a_turn_needs_only_what_changed(mine):
    turn(mine, "Left the bakery")
    assert "Left the bakery" in words(mine.get(HERE))


def test_a_sheet_of_paper_becomes_one_turn_a_line(mine):
    sheet = "- Left school\n\n2) First paid week\n  • Came here  \n"
    mine.post(HERE, {"verb": "sheet-write", "sheet": sheet})
    found = re.findall(r'<p class="said" id="w-[^"]+">([^<]+)</p>', words(mine.get(HERE)))
    assert found == ["Left school", "First paid week", "Came here"]


def test_turns_change_places(mine):
    for changed in ("first", "second", "third"):
        turn(mine, changed)
    third = buttons(mine, "change")[2]
    mine.post(HERE, {"verb": button_in(mine.post(HERE, {"verb": third}), "turn-up")})
    found = re.findall(r'<p class="said" id="w-[^"]+">([^<]+)</p>', words(mine.get(HERE)))
    assert found == ["first", "third", "second"]


def test_what_matters_rests_on_two_turns_or_is_a_maybe(mine):
    for changed in ("Left the bakery", "Asked for nights"):
        turn(mine, changed)
    opened = words(mine.post(HERE, {"verb": "change:new:value"}))
    turns = re.findall(r'name="turns" value="([^"]+)"', opened)
    mine.post(HERE, {"verb": "value-write", "words": "My evenings are mine", "turns": turns[:1]})
    assert "Maybe:" in words(mine.get(HERE))

    given = open_form_of(mine, "value") | {"words": "My evenings are mine", "turns": turns[:2]}
    mine.post(HERE, {"verb": "value-edit"} | given)

    page = words(mine.get(HERE))
    assert "My evenings are mine" in page
    assert "Maybe:" not in page


def open_form_of(visitor, noun):
    name = next(one for one in buttons(visitor, "change") if one.endswith(f":{noun}"))
    page = words(visitor.post(HERE, {"verb": name}))
    found = re.search(r'name="entry" value="([^"]+)"[^>]*>.*?name="rev" value="(\d+)"', page, re.S)
    return {"entry": found[1], "rev": found[2]}


def test_a_picture_is_reworded_in_its_place(mine):
    picture(mine, "A workshop")
    picture(mine, "A year at sea")

    mine.post(HERE, {"verb": "vision-edit", "name": "A workshop for boats"} | open_form(mine))

    names = re.findall(r'class="vision__name"[^>]*>([^<]+)<', words(mine.get(HERE)))
    assert names == ["A workshop for boats", "A year at sea"]


def test_the_words_of_before_are_kept_only_if_one_likes(mine):
    picture(mine, "A workshop")
    mine.post(HERE, {"verb": "vision-edit", "name": "A boat yard"} | open_form(mine))
    assert "A workshop" not in words(mine.get(HERE))

    given = {"verb": "vision-edit", "name": "A harbour", "keep": "on"} | open_form(mine)
    mine.post(HERE, given)

    page = words(mine.get(HERE))
    assert "Earlier pictures" in page
    assert "A boat yard" in page


def test_two_windows_lose_no_words(mine):
    picture(mine, "A workshop")
    first = open_form(mine)
    mine.post(HERE, {"verb": "vision-edit", "name": "A workshop by the sea"} | first)

    late = {"verb": "vision-edit", "name": "A workshop in town"} | first
    page = words(mine.post(HERE, late))

    assert "You changed this in another window." in page
    assert "A workshop by the sea" in page
    assert "A workshop in town" in page


def test_what_was_typed_over_an_erased_picture_is_on_the_page_to_copy(mine):
    picture(mine, "A workshop")
    first = open_form(mine)
    mine.post(HERE, {"verb": f"erase:{first['entry']}:1"})

    page = words(mine.post(HERE, {"verb": "vision-edit", "name": "A boat yard"} | first))

    assert "There is nothing here for you." in page
    assert "A boat yard" in page
    assert "A boat yard" not in words(mine.get(HERE))


def test_a_sixth_picture_asks_one_to_make_room_and_keeps_the_words(mine):
    for number in range(5):
        picture(mine, f"Picture {number}")

    page = words(picture(mine, "And one more"))

    assert "Five pictures are enough to look at." in page
    assert "And one more" in page


def test_erasing_asks_once_and_then_it_is_gone(mine):
    picture(mine, "A workshop")
    opened = mine.post(HERE, {"verb": buttons(mine, "change")[0]})
    name = button_in(opened, "ask-erase").removeprefix("ask-")
    asked = mine.post(HERE, {"verb": f"ask-{name}"})
    assert "You cannot undo this." in words(asked)

    mine.post(HERE, {"verb": name})

    assert "No pictures yet." in words(mine.get(HERE))


def test_a_half_typed_sentence_waits_in_its_field(mine):
    given = {"verb": "draft", "draft": "turn-new", "changed": "I had nearly"}
    assert mine.post(HERE, given).status_code == 204
    assert 'value="I had nearly"' in words(mine.get(HERE))

    turn(mine, "I had nearly left")

    assert 'value="I had nearly"' not in words(mine.get(HERE))


def test_what_is_turned_off_stands_on_the_list_and_can_be_turned_on_again(mine):
    assert "You have turned nothing off." in words(mine.get(HERE))
    topic = re.search(r'name="topics" value="([^"]+)"', words(mine.get(HERE)))[1]

    mine.post(HERE, {"verb": "topics", "topics": [topic]})
    assert f'value="{topic}" checked' in words(mine.get(HERE))
    mine.post(HERE, {"verb": "topics"})

    assert "You have turned nothing off." in words(mine.get(HERE))


def test_every_form_on_the_page_proves_that_it_is_ours(mine):
    turn(mine, "Left the bakery")
    forms = re.findall(r"<form.*?</form>", words(mine.get(HERE)), re.S)
    assert len(forms) > 5
    assert all("csrfmiddlewaretoken" in form for form in forms)


@pytest.mark.parametrize("verb", ["ask-erase", "change", "erase", "turn-up", "hold", "show"])
@pytest.mark.parametrize("over", ["", ":", ":not-an-id:1", f":{uuid.UUID(int=0)}:1", ":::::"])
def test_a_made_up_entry_changes_nothing(mine, verb, over):
    turn(mine, "Left the bakery")
    before = words(mine.get(HERE))
    answer = mine.post(HERE, {"verb": verb + over})
    assert answer.status_code in (200, 302, 404)
    assert buttons(mine, "change") == re.findall(r'value="(change:[^"]+)"', before)
