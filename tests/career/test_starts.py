"""Where the owner would like to start: kept for oneself, and put down once both can read."""

import pytest

from tests.career.stage import pages_of, saved_by, without_ids
from tests.cast import begin, pair
from tests.promises.doors import undone
from yonder.career import boundaries, starts, talks
from yonder.career.boundaries import TALK, left_out
from yonder.career.record import open_private
from yonder.career.talks import LIFE_STORY, PLAN, TALKS, VISIONS


def begun(maya, ravi, start, *, without_story=False):
    """The talks to come, as the guide reads them, after Ravi has said where he would start."""
    journey = begin(maya, ravi)
    if start:
        starts.remember(ravi.keyring, journey.circle, start, without_story=without_story)
    pair(journey, maya, ravi)
    return talks.course(pages_of(maya, journey)).talks, without_ids(pages_of(maya, journey))


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        ("", list(TALKS)),
        ("story", list(TALKS)),
        ("visions", [VISIONS, PLAN]),
        ("something else", list(TALKS)),
    ],
)
def test_the_talks_come_as_they_were_picked(maya, ravi, start, wanted):
    assert begun(maya, ravi, start)[0] == wanted


def test_starting_with_visions_and_refusing_the_life_story_leave_the_same(maya, ravi):
    lives = []
    for without_story in (False, True):
        with undone():
            lives.append(begun(maya, ravi, "visions", without_story=without_story))
    assert lives[0] == lives[1]


def test_nothing_but_the_private_circle_knows_it_before_both_can_read(maya, ravi):
    journey = begin(maya, ravi)
    before = saved_by()
    starts.remember(ravi.keyring, journey.circle, "visions", without_story=True)

    changed = {circle for circle, tag in saved_by().items() if tag != before[circle]}
    assert changed == {ravi.keyring.private}
    assert left_out(open_private(ravi.keyring), TALK) == {LIFE_STORY}


def test_the_latest_word_counts_and_only_for_this_journey(maya, ravi, omar):
    journey, other = begin(maya, ravi), begin(omar, ravi)
    starts.remember(ravi.keyring, journey.circle, "story")
    starts.remember(ravi.keyring, journey.circle, "visions")
    pair(journey, maya, ravi)
    pair(other, omar, ravi)

    assert talks.course(pages_of(maya, journey)).talks == [VISIONS, PLAN]
    assert talks.course(pages_of(omar, other)).talks == list(TALKS)


def test_a_talk_left_out_earlier_does_not_come_with_the_next_listener(maya, ravi):
    private = pages_of(ravi)
    boundaries.leave_out(private, TALK, LIFE_STORY)
    private.save()

    assert begun(maya, ravi, "story")[0] == [VISIONS, PLAN]


def test_a_guides_session_puts_nothing_down(maya, ravi, journey):
    before = saved_by()
    starts.begin_course(maya.keyring, journey.circle)
    assert saved_by() == before


def test_what_has_begun_is_not_begun_anew_by_a_new_key(maya, ravi, journey):
    before = saved_by()
    starts.begin_course(ravi.keyring, journey.circle)
    assert saved_by() == before
