"""A sentence of each to the other: one, in one's own words, once both can read."""

import pytest

from tests.career.stage import change, pages_of, saved_by
from yonder.career import notes
from yonder.career.notes import OtherWords
from yonder.career.pages import OnlyBothCanRead


def say(who, journey, text, rev=0):
    change(who, journey, lambda p: notes.write(p.touch(p.shared), text, by=p.me, rev=rev))


def heard(who, journey):
    return [(note.text, note.rev) for note in notes.notes(pages_of(who, journey).shared)]


def test_nothing_is_said_before_both_can_read(maya, begun):
    before = saved_by()
    with pytest.raises(OnlyBothCanRead):
        say(maya, begun, "I look forward to it")
    assert saved_by() == before


def test_each_has_one_and_neither_writes_over_the_other(maya, ravi, journey):
    say(maya, journey, "I look forward to it")
    say(ravi, journey, "so do I")
    say(maya, journey, "see you on Friday", rev=1)

    assert (
        heard(maya, journey) == heard(ravi, journey) == [("see you on Friday", 2), ("so do I", 1)]
    )


@pytest.mark.parametrize("rev", [0, 1, 3])
def test_over_other_words_nothing_is_written_and_they_are_shown(ravi, journey, rev):
    say(ravi, journey, "one")
    say(ravi, journey, "two", rev=1)
    before = saved_by()
    with pytest.raises(OtherWords) as met:
        say(ravi, journey, "three", rev=rev)

    assert met.value.now.text == "two"
    assert saved_by() == before


def test_over_one_that_was_erased_nothing_stands_there(ravi, journey):
    with pytest.raises(OtherWords) as met:
        say(ravi, journey, "two", rev=1)
    assert met.value.now is None
