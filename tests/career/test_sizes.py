"""Long texts, many turns, every script; and a record that is full says so and loses nothing."""

import pytest

from tests.career.stage import change, fill, found, pages_of, put, read, saved_by, without_ids
from yonder.career import drafts, erasing, notes, pivots, showing
from yonder.career.pages import LONGEST
from yonder.career.pivots import Pivot
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.vault.refusals import TooBig

SCRIPTS = [
    "\u05d4\u05de\u05d0\u05e4\u05d9\u05d9\u05d4 \u05e9\u05dc\u05d9",  # Hebrew
    "\u0645\u062e\u0628\u0632\u064a \u0639\u0644\u0649 \u0627\u0644\u0628\u062d\u0631",  # Arabic
    "\u202eright to left by force\u202c and back",
    "\U0001f9d1\u200d\U0001f373\U0001f3fd\U0001f950 \U0001f1ee\U0001f1f3",  # joined emoji, a flag
    "e\u0301 is not \u00e9",
    "\u9762\u5305\u5e08\u5085",
    "line one\r\nline two\n\ttabbed\x0b",
    "%s {0} {owner} <b>&amp;</b> '\"",
]


@pytest.mark.parametrize("words", SCRIPTS)
@pytest.mark.parametrize("shape", [Pivot, Value, Vision])
def test_words_in_every_script_come_back_letter_by_letter(maya, ravi, journey, words, shape):
    put(ravi, journey, shape(words))
    assert read(maya, journey) == [words]
    it = found(ravi, journey, words)
    change(ravi, journey, lambda pages: showing.only_me(pages, it.id))
    assert read(ravi) == [words]


@pytest.mark.parametrize("letter", ["x", "\u0645", "\U0001f950"])
def test_twenty_thousand_characters_in_every_field(maya, ravi, journey, letter):
    long = letter * LONGEST
    it = put(ravi, journey, Pivot(long, long, long))
    assert found(maya, journey, long).noun == Pivot(long, long, long)
    again = Pivot(long[:-1] + "!", long, long)
    change(maya, journey, lambda pages: pivots.edit(pages, it.id, it.rev, again))
    assert read(ravi, journey) == [again.changed]


def test_a_sentence_and_a_draft_may_be_as_long(maya, ravi, journey):
    long = "\u0645" * LONGEST
    change(maya, journey, lambda p: notes.write(p.touch(p.shared), long, by=p.me))
    change(ravi, journey, lambda pages: drafts.keep(pages, "turn-new", {"changed": long}))

    assert [note.text for note in notes.notes(pages_of(ravi, journey).shared)] == [long]
    assert drafts.drafts(pages_of(ravi, journey)) == {"turn-new": {"changed": long}}


def test_five_hundred_turns_are_typed_in_moved_and_erased(maya, ravi, journey):
    names = [f"turn {number} {SCRIPTS[number % 6]}" for number in range(500)]
    change(ravi, journey, lambda p: pivots.write_lines(p, "\n".join(names), only_me=False))
    assert read(maya, journey) == names

    last = found(maya, journey, names[-1])
    change(maya, journey, lambda pages: pivots.move(pages, last.id, up=True))
    first = found(ravi, journey, names[0])
    change(ravi, journey, lambda pages: erasing.erase(pages, first.id))
    assert read(maya, journey) == [*names[1:-2], names[-1], names[-2]]


def test_five_hundred_thoughts_are_shown_at_once(maya, ravi, journey):
    names = [f"thought {number}" for number in range(500)]
    change(ravi, journey, lambda p: pivots.write_lines(p, "\n".join(names), only_me=True))
    every = [kept.id for kept in pivots.pivots(pages_of(ravi, journey))]
    change(ravi, journey, lambda pages: showing.show(pages, every))

    assert read(maya, journey) == names


@pytest.mark.parametrize("only_me", [False, True])
def test_a_full_record_takes_nothing_more_leaves_all_as_it_was_and_erases(
    maya, ravi, journey, only_me
):
    names = fill(ravi, journey, only_me=only_me)
    before = saved_by(), without_ids(pages_of(ravi, journey))
    for words in ("y" * LONGEST, "\U0001f950" * LONGEST):
        with pytest.raises(TooBig):
            put(ravi, journey, Pivot("one more", words), only_me=only_me)
    assert (saved_by(), without_ids(pages_of(ravi, journey))) == before

    it = found(ravi, journey, names[0])
    change(ravi, journey, lambda pages: erasing.erase(pages, it.id))
    put(ravi, journey, Pivot("one more", "y" * (LONGEST - 500)), only_me=only_me)
    assert read(ravi, journey) == [*names[1:], "one more"]


def test_what_does_not_fit_at_home_stays_shown_until_there_is_room(maya, ravi, journey):
    names = fill(ravi, journey, only_me=True)
    it = put(ravi, journey, Pivot("shown", "y" * LONGEST))
    before = saved_by()
    with pytest.raises(TooBig):
        change(ravi, journey, lambda pages: showing.only_me(pages, it.id))
    assert (saved_by(), read(maya, journey)) == (before, ["shown"])

    gone = found(ravi, journey, names[0])
    change(ravi, journey, lambda pages: erasing.erase(pages, gone.id))
    small = put(ravi, journey, Pivot("small"))
    change(ravi, journey, lambda pages: showing.only_me(pages, small.id))
    assert (read(maya, journey), found(ravi, journey, "small").only_me) == (["shown"], True)


def test_pages_that_were_refused_can_be_used_again_at_once(ravi, journey):
    """What did not fit is taken out of the pages in hand, and the rest is saved."""
    fill(ravi, journey, only_me=True)
    pages = pages_of(ravi, journey)
    pivots.write(pages, Pivot("shown"), only_me=False)
    pages.add("pivot", Pivot("too much", "y" * LONGEST), only_me=True)
    with pytest.raises(TooBig):
        pages.save()

    erasing.erase(pages, pivots.pivots(pages)[-1].id)
    pages.save()
    assert "shown" in read(ravi, journey)
