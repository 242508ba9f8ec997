"""Words that look like a page are words, wherever they are shown."""

import re

import pytest

from tests.career.stage import pages_of
from tests.cast import browser
from yonder.career import pivots, skills, visions

WORDS = "<img src=x onerror=alert(1)>'\"><b id=acts>`{{7*7}}"
RAN = re.compile("<img src=x|<b id=acts|`49")
BOTH = ("", "room/", "line/", "file/", "briefing/", "readers/")


@pytest.fixture
def house(maya, ravi, talks):
    """The two have written it into every field there is."""
    page, both = f"/journey/{talks.id}/", (browser(ravi), browser(maya))
    turn = {"changed": WORDS, "why": WORDS, "better": WORDS}
    for visitor in both:
        for said in ({"verb": "turn-write"} | turn, {"verb": "write", "text": WORDS, "rev": 0}):
            visitor.post(page, said)
        visitor.post(page, {"verb": "value-write", "words": WORDS})
    both[0].post(page, {"verb": "turn-keep"} | turn)
    both[0].post(page, {"verb": "vision-write", "name": WORDS, "text": WORDS})
    both[0].post(page, {"verb": "skill-write", "name": WORDS})
    both[0].post(page, {"verb": "draft", "draft": "value-new", "words": WORDS})
    seen = pages_of(ravi, talks)
    serves = [kept.id for kept in (*skills.skills(seen), *visions.visions(seen))]
    step = {"text": WORDS, "whom": WORDS, "pillar": "learn", "kind": "ask", "who": "guide"}
    both[0].post(page, {"verb": "action-write", "by": "2030-04-02", "serves": serves} | step)
    return page, both, pivots.pivots(seen)[0]


def shown(house):
    """Every page on which the words may stand."""
    page, both, turn = house
    for visitor in both:
        yield from (visitor.get(path) for path in ["/", "/pages/", *(page + one for one in BOTH)])
        for entry in (turn.id, "new", turn.origin.hex):
            yield visitor.post(page, {"verb": f"change:{entry}:{WORDS}"})
        yield visitor.post(
            page, {"verb": "turn-edit", "entry": turn.id, "rev": 9, "changed": WORDS}
        )
    both[1].post(f"{page}table/", {"verb": "pass"})
    yield both[1].get(f"{page}table/")


def test_they_are_shown_and_run_nothing(house):
    drawn = [answer.content.decode() for answer in shown(house)]
    assert sum("onerror=alert(1)" in page for page in drawn) > 14
    assert [RAN.search(page) for page in drawn if RAN.search(page)] == []


def test_control_words_that_were_not_escaped_would_be_found():
    assert RAN.search(f"<p>{WORDS}</p>")
    assert RAN.search(f'<p title="{WORDS}">')
