"""Names in a text: put in as they are, whatever somebody is called."""

import re

import pytest

from tests.guidebook.pages import PAGES, texts_of
from yonder.guidebook import rooms
from yonder.guidebook.filling import fill

KNOWN = {"owner", "guide", "date", "next_talk", "value", "vision", "cover"}
KNOWN |= {"route", "other_route", "health_route", "emergency"}
BRACED = re.compile(r"\{(.*?)\}")


def places(text):
    return set(BRACED.findall(text))


def test_every_place_in_the_guidebook_is_a_known_one():
    found = {page.name: set().union(*map(places, texts_of(page))) for page in PAGES}
    assert {name: these - KNOWN for name, these in found.items() if these - KNOWN} == {}
    assert {"owner", "guide"} <= set().union(*found.values()), "control: places are found"


def test_a_name_is_put_in_wherever_it_belongs():
    text = rooms.texts("en").passing.back
    assert fill(text, owner="Ravi", guide="Maya") == (
        "Ravi, tap “Hand it back” when you are done. Maya then sees what you chose to show."
    )


@pytest.mark.parametrize(
    "name", ["{0}", "{guide}", "{owner.__class__}", "%s", r"\1", "\\g<0>", "{{}}", "رافي 🌱", ""]
)
def test_what_a_person_is_called_is_never_read_as_a_place(name):
    filled = fill("{owner} can read this, and {guide} too.", owner=name, guide="Maya")
    assert filled == f"{name} can read this, and Maya too."


def test_a_place_nobody_gave_a_name_for_is_refused():
    with pytest.raises(KeyError, match="guide"):
        fill("{owner} and {guide}", owner="Ravi")


def test_braces_that_are_no_place_stay():
    assert fill("{} {0} {Owner} {owner", owner="Ravi") == "{} {0} {Owner} {owner"
