"""Every address, every person, every method: what the two wrote is on their own page alone.

The second half takes all permission checks away. Then nothing but the keys stands between
people, and it has to be enough.
"""

import pytest

from tests.promises import doors
from tests.promises.unguarded import everything_is_permitted, one_key_for_all
from yonder.vault import circle_rows


@pytest.fixture
def house(vault, workplace):
    return doors.build(vault, workplace)


@pytest.fixture
def open_house(house):
    """The same, with nothing but the keys to keep people apart."""
    with everything_is_permitted():
        yield house


def readers(house, asked):
    """(address, person, method, verb) of each answer that told a sentence."""
    return {one for one in asked if house.told(*one[:3], **({"verb": one[3]} if one[3] else {}))}


def every_look():
    return [(name, who, "GET", "") for name in doors.ANSWERS for who in doors.PEOPLE]


def every_press(names, people):
    return [(name, who, "POST", verb) for name in names for who in people for verb in doors.VERBS]


def every_file():
    places = [(name, who) for name in ("take", "own-take") for who in doors.PEOPLE]
    return [(*one, "POST", verb) for one in places for verb in ("for-people", "for-programs")]


def test_every_address_is_in_the_table():
    assert doors.names() == set(doors.ANSWERS)


@pytest.mark.parametrize("place", [0, 1], ids=["GET", "POST"])
def test_everybody_is_answered_as_the_table_says(house, place):
    method = ("GET", "POST")[place]
    wanted = {name: row[place] for name, row in doors.ANSWERS.items()}
    assert {name: house.answers(name, method) for name in doors.ANSWERS} == wanted


def test_only_the_two_see_what_they_wrote(house):
    told = readers(house, every_look())
    assert {(name, who) for name, who, *_ in told} == doors.MAY_READ


def test_no_button_shows_it_to_anybody_else(house):
    others = [who for who in doors.PEOPLE if who not in ("ravi", "maya")]
    assert readers(house, every_press(["journey", "key", "readers", "people"], others)) == set()


def test_a_file_with_it_goes_to_the_two_alone(house):
    told = readers(house, every_file())
    assert {(name, who) for name, who, *_ in told} == {("own-take", "ravi"), ("take", "maya")}


def test_no_other_method_shows_it_to_anybody(house):
    for method in doors.OTHER_METHODS:
        for who in doors.PEOPLE:
            answer = house.knock("journey", who, method)
            assert answer.status_code in (200, 302, 403, 404, 405), (method, who)
            assert doors.RAVIS not in answer.content.decode(), (method, who)


def test_an_outsider_is_answered_as_for_a_journey_that_never_was(house):
    real = house.knock("journey", "hana", "GET")
    house.paths["journey"] = {"journey": "00000000-0000-4000-8000-000000000000"}
    made_up = house.knock("journey", "hana", "GET")
    assert real.content == made_up.content
    assert dict(real.items()) == dict(made_up.items())


# ---- and without a single check ------------------------------------------------------------------


def test_with_all_checks_off_people_do_get_to_the_page(open_house):
    """Otherwise the next two tests would prove nothing."""
    assert {
        who for who in doors.PEOPLE if open_house.knock("journey", who, "GET").status_code == 200
    } == {
        "ravi",
        "maya",
        "omar",
        "hana",
        "olga",
        "former",
    }


def test_with_all_checks_off_the_keys_alone_are_enough(open_house):
    told = readers(open_house, every_look())
    assert {(name, who) for name, who, *_ in told} == doors.MAY_READ


def test_with_all_checks_off_no_button_shows_it_either(open_house):
    others = [who for who in doors.PEOPLE if who not in ("ravi", "maya")]
    assert readers(open_house, every_press(["journey", "key", "people"], others)) == set()


def test_a_record_under_a_key_everybody_has_would_be_caught(vault, workplace, monkeypatch):
    """The control: the same walk over a vault that derives one key for all."""
    one_key_for_all(monkeypatch)
    house = doors.build(vault, workplace)
    with everything_is_permitted():
        told = {(name, who) for name, who, *_ in readers(house, every_look())}
    assert told > doors.MAY_READ
    assert ("journey", "hana") in told
    assert circle_rows.derive(b"", b"", "body") == bytes(32)
