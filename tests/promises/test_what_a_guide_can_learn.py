"""A guide with a script and all patience asks and asks: what stirs, and what does not."""

import re

import pytest

from tests.career.stage import pages_of
from tests.cast import browser, words
from tests.promises.lives import NOISE
from yonder.career import skills
from yonder.career import talks as talk_verbs
from yonder.guidebook import prompts

BOUNDARIES = {
    "a topic": ("/pages/", {"verb": "topics", "topics": [*prompts.topics("en")][:1]}),
    "every topic": ("/pages/", {"verb": "topics", "topics": [*prompts.topics("en")]}),
    "a talk that is not the next one": ("", {"verb": "talk-not:visions:1"}),
}


@pytest.fixture
def page(talks):
    return f"/journey/{talks.id}/"


@pytest.fixture
def at_ravis(ravi, page):
    visitor = browser(ravi)
    visitor.post(page, {"verb": "talk-choose:life-story:1"})
    return visitor


@pytest.fixture
def at_mayas(maya):
    return browser(maya)


def asking(visitor, *paths):
    """A script beside open pages: it hears whether any of them has changed, and how."""
    drawn = {path: words(visitor.get(path)) for path in paths}
    seen = {path: re.search(r'data-seen="([^"]+)"', drawn[path])[1] for path in paths}

    def ask():
        heads = [{"X-Waiting": "yes", "X-Seen": seen[path]} for path in paths]
        told = [visitor.get(path, headers=head) for path, head in zip(paths, heads, strict=True)]
        pages = [NOISE.sub("", words(visitor.get(path))) for path in paths]
        same = pages == [NOISE.sub("", page) for page in drawn.values()]
        return [answer.status_code for answer in told], same

    return ask


@pytest.mark.parametrize("no", BOUNDARIES)
def test_an_open_page_does_not_stir_when_something_is_turned_off(
    talks, at_mayas, at_ravis, page, no
):
    ask = asking(at_mayas, page, f"{page}room/")
    where, said = BOUNDARIES[no]
    assert at_ravis.post(where or page, said).status_code == 302
    assert ask() == ([204, 204], True)


def test_control_the_list_of_topics_draws_other_questions(ravi, talks, at_ravis):
    drawn = set()
    for _ in range(10):
        at_ravis.post(*BOUNDARIES["every topic"])
        drawn.add(tuple(talk_verbs.course(pages_of(ravi, talks)).steps))
    assert len(drawn) > 1


@pytest.mark.parametrize("verb", ["next:open:1", "talk-choose:visions:1"])
def test_control_what_a_guide_may_see_does_stir_it(at_mayas, at_ravis, page, verb):
    ask = asking(at_mayas, f"{page}room/")
    at_ravis.post(f"{page}room/" if verb.startswith("next") else page, {"verb": verb})
    assert ask() == ([200], False)


def test_control_words_of_the_other_one_stir_it(at_mayas, at_ravis, page):
    ask = asking(at_mayas, page)
    at_ravis.post(page, {"verb": "turn-write", "changed": "the market stall"})
    assert ask() == ([200], False)


def kept(visitor, page, owner, journey, verb, *names):
    for name in names:
        visitor.post(page, {"verb": verb, "name": name})
    found = skills.skills(pages_of(owner, journey))
    return [one.id for one in found if one.noun.name in names]


def test_moving_a_skill_of_ones_own_stirs_nothing(ravi, talks, at_mayas, at_ravis, page):
    kept(at_ravis, page, ravi, talks, "skill-write", "Knead", "Count")
    mine = kept(at_ravis, page, ravi, talks, "skill-keep", "Lead", "Lend")
    ask = asking(at_mayas, page)
    at_ravis.post(page, {"verb": f"skill-down:{mine[0]}:1"})
    at_ravis.post(page, {"verb": f"skill-up:{mine[0]}:1"})
    at_ravis.post(page, {"verb": f"skill-down:{mine[0]}:1"})

    assert ask() == ([204], True)
    assert skills.order(pages_of(ravi, talks))[-2:] == [mine[1], mine[0]]


def test_control_moving_what_both_can_read_is_seen(ravi, talks, at_mayas, at_ravis, page):
    both = kept(at_ravis, page, ravi, talks, "skill-write", "Knead", "Count")
    kept(at_ravis, page, ravi, talks, "skill-keep", "Lead")
    ask = asking(at_mayas, page)
    at_ravis.post(page, {"verb": f"skill-down:{both[0]}:1"})
    assert ask() == ([200], False)


def test_what_a_guide_moves_keeps_no_place_for_what_is_hidden(
    ravi, maya, talks, at_mayas, at_ravis, page
):
    both = kept(at_ravis, page, ravi, talks, "skill-write", "Knead", "Count")
    mine = kept(at_ravis, page, ravi, talks, "skill-keep", "Lead", "Lend")
    at_ravis.post(page, {"verb": f"skill-down:{mine[0]}:1"})
    at_mayas.post(page, {"verb": f"skill-down:{both[0]}:1"})
    assert skills.order(pages_of(maya, talks)) == [both[1], both[0]]
    assert skills.order(pages_of(ravi, talks)) == [both[1], both[0], mine[1], mine[0]]
    at_ravis.post(page, {"verb": f"show:{mine[0]}:1"})
    shown = next(one.id for one in skills.skills(pages_of(maya, talks)) if one.noun.name == "Lead")
    at_ravis.post(page, {"verb": f"only-me:{shown}:1"})
    assert skills.order(pages_of(maya, talks)) == [both[1], both[0]]
