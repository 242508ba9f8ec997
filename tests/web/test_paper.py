"""What comes out of a printer: the code alone, an address one can type, the day it was printed."""

import re

from django.template import engines
from django.utils import timezone

from tests.cast import browser, join, talk, words, write


def drawn(text, **given):
    return engines.all()[0].from_string(text).render(given)


def test_the_code_lies_on_one_slip_with_the_place_and_the_day(vault, workplace):
    ravi = browser(join(vault, "Ravi"))
    page = words(ravi.post("/me/recovery-code/", {"verb": "make"}))
    slip = re.search(r'<div class="slip">.*?</div>', page, re.S)[0]
    day = drawn("{{ today()|dated }}")
    assert f"Fernhill Bakery, testserver, {day}." in slip
    assert "Keep it at home." in slip
    assert "<form" not in slip


def test_a_journey_names_the_day_it_was_printed(maya, ravi):
    journey = talk(maya, ravi)
    write(ravi, journey, "One day, boats.")
    page = words(browser(maya).get(f"/journey/{journey.id}/"))
    assert f'<p class="paper-only">{drawn("{{ today()|dated }}")}</p>' in page
    assert str(timezone.localdate().year) in page


def test_an_address_breaks_after_its_host_and_after_each_group_only():
    page = drawn("{{ address|in_groups }}", address="http://localhost:8000/reset/abcdefghijklm/")
    groups = ["http://localhost:8000/", "reset/", "abcdefghij", "klm/"]
    assert page.split("<wbr>") == groups


def test_an_address_is_escaped():
    assert drawn("{{ address|in_groups }}", address="<b>") == "&lt;b&gt;"


def test_days_are_written_in_full(clock):
    assert drawn("{{ day|day }}", day=clock().replace(year=2031, month=1, day=5)) == (
        "5 January 2031"
    )
