"""Two hundred strangers guess: few guesses are tried, and the person still comes in."""

import re
import statistics
import time

import psutil
import pytest

from tests.cast import PASSWORD, browser, join, own_vault, words
from tests.promises.visitor import Visitor
from tests.serving import serving
from yonder.career.people import Person, Workplace
from yonder.vault import identities, slots
from yonder.vault.here import open_vault
from yonder.vault.refusals import WrongSecret

WRONG = "a guess that is wrong"
STRANGERS = 200


def guess(name, **heads):
    given = {"name": name, "password": WRONG}
    return browser().post("/sign-in/", given, headers={"User-Agent": "stranger"}, **heads)


def runs(vault, act):
    """How often the expensive step ran while `act` ran."""
    before = vault.stretcher.runs
    act()
    return vault.stretcher.runs - before


def test_of_two_hundred_guesses_at_once_few_are_tried(ravi, vault):
    assert runs(vault, lambda: [guess("ravi") for _ in range(STRANGERS)]) <= 5


def test_in_an_hour_ten_guesses_are_tried_at_most(ravi, vault, clock):
    def for_an_hour():
        for _ in range(STRANGERS):
            guess("ravi")
            clock.passes(seconds=3600 / STRANGERS)

    assert runs(vault, for_an_hour) <= 11


def test_a_name_in_other_letters_is_the_same_name(ravi, vault):
    spelt = ["ravi", "RAVI", " ravi ", "ｒavi", "ｒａvi", "rａvi", "Ravi", "ra\uff56i", "ｒＡvi"]
    assert Person.objects.called("ｒavi") == ravi.person
    assert runs(vault, lambda: [guess(name) for name in spelt * 20]) <= 5


def test_many_addresses_do_not_make_more_guesses(ravi, vault):
    def from_everywhere():
        for number in range(STRANGERS):
            guess("ravi", REMOTE_ADDR=f"198.51.100.{number}")

    assert runs(vault, from_everywhere) <= 5


def test_many_names_from_one_place_are_bounded_too(vault, workplace):
    assert runs(vault, lambda: [guess(f"name{n}") for n in range(STRANGERS)]) <= 100


def test_the_person_comes_in_on_a_device_that_is_known(ravi):
    own = browser(ravi)
    own.post("/sign-out/")
    for number in range(STRANGERS):
        guess("ravi" if number % 2 else f"name{number}")
    assert "Too many tries." in words(guess("ravi"))

    answer = own.post("/sign-in/", {"name": "ravi", "password": PASSWORD})

    assert answer.status_code == 302


def test_a_known_device_gives_no_free_guesses_at_others(ravi, omar, vault):
    own = browser(omar)
    own.post("/sign-out/")

    def at_ravi():
        for _ in range(STRANGERS):
            own.post("/sign-in/", {"name": "ravi", "password": WRONG})

    assert runs(vault, at_ravi) <= 5


def test_a_known_and_an_unknown_name_read_the_same(ravi):
    for round_ in range(8):
        known, unknown = guess("ravi"), guess("rahu")
        assert known.status_code == unknown.status_code, round_
        assert page(known).replace("ravi", "rahu") == page(unknown), round_
        assert known.headers.keys() == unknown.headers.keys()


def page(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(answer))


# ---- at the product's own cost -------------------------------------------------------------------


def test_guessing_does_not_fill_the_memory_of_a_real_server(folder, database):
    with serving(folder=folder, **database) as served:
        olga = Visitor(served.ready)
        names = {"workplace": "Fernhill Bakery", "login": "olga", "password": PASSWORD}
        olga.post(re.sub(r"^\w+://[^/]+", "", served.first_run), **names)
        olga.post("/sign-out/")
        stranger, proof = Visitor(served.ready), Visitor(served.ready).token
        before = memory(served)

        for _ in range(STRANGERS):
            stranger.post("/sign-in/", name="olga", password=WRONG)

        assert proof
        assert memory(served) - before < 160  # two at once in each of two processes, and a little
        assert olga.post("/sign-in/", name="olga", password=PASSWORD).status == 200


def memory(served):
    """MiB of all processes of this Yonder."""
    parent = psutil.Process(served.process.pid)
    family = [parent, *parent.children(recursive=True)]
    return sum(one.memory_info().rss for one in family) / 2**20


@pytest.fixture
def full_cost(db, clock):
    """Somebody whose password costs what it costs in the product."""
    with own_vault(clock) as cheap:
        costly = open_vault(cheap.ring.folder, clock)
        Workplace.objects.create(name="Fernhill Bakery")
        yield costly, join(costly, "Ravi").person.id


def difference(vault, person, times):
    """Milliseconds that a known name takes longer than an unknown one, in the middle."""
    pairs = [(took(vault, person), took(vault, None)) for _ in range(times)]
    return 1000 * statistics.median(known - unknown for known, unknown in pairs)


def took(vault, person):
    began = time.thread_time()  # of this thread alone: others at the machine do not count
    with pytest.raises(WrongSecret):
        identities.sign_in(vault, person, WRONG)
    return time.thread_time() - began


def test_a_known_and_an_unknown_name_take_the_same_time(full_cost, counts, long):
    assert abs(difference(*full_cost, counts(5, 60))) < (5 if long else 15)


def test_a_shortcut_for_unknown_names_would_be_caught(full_cost, monkeypatch):
    """The control: a build that does not stretch where there is nothing to open."""

    def shortcut(vault, identity, kind, secret):
        if identity == slots.DUMMY:
            raise WrongSecret
        return slots.open_slot(vault, identity, kind, secret)

    monkeypatch.setattr(identities, "open_slot", shortcut)
    assert difference(*full_cost, 3) > 15
