"""Who may do what in a record: the table of decision 32, cell by cell."""

from random import Random

import pytest

from tests.career.stage import change, found, matter, pages_of, put, read, saved_by
from yonder.career import endings, erasing, notes, pivots, showing, talks, values, visions
from yonder.career.pages import NotHere, OnlyBothCanRead, OnlyTheOwner
from yonder.career.pivots import Pivot
from yonder.career.values import CONFIRMED, PROPOSED, Value
from yonder.career.visions import Vision
from yonder.vault.refusals import NotForYou

NOUNS = [Pivot("a second kiln"), Value("being asked"), Vision("my own stall")]
OWNER_ALONE = {
    "show": lambda pages, it: showing.show(pages, [it.id]),
    "only me again": lambda pages, it: showing.only_me(pages, it.id),
    "confirm": lambda pages, it: values.confirm(pages, it.id, it.rev),
    "reword": lambda pages, it: values.reword(pages, it.id, it.rev, "my words"),
    "undo": lambda pages, it: values.undo(pages, it.id, it.rev),
    "take a value away": lambda pages, it: erasing.erase(pages, it.id),
    "hold a picture against it": lambda pages, it: visions.hold(pages, it.id, it.id, "room"),
    "choose a talk": lambda pages, it: talks.choose(pages, talks.VISIONS, Random(1)),
    "choose a stretch of life": lambda pages, it: talks.start_at(pages, "first-job", Random(1)),
    "leave out a talk": lambda pages, it: talks.not_this_talk(pages, talks.PLAN, Random(1)),
}


@pytest.mark.parametrize("noun", NOUNS)
def test_the_owner_writes_for_nobody_else_or_for_both(maya, ravi, journey, noun):
    assert put(ravi, journey, noun, only_me=True).only_me
    assert read(maya, journey) == []
    assert not put(ravi, journey, noun).only_me
    assert len(read(maya, journey)) == 1
    assert len(read(ravi, journey)) == 2


@pytest.mark.parametrize("noun", NOUNS)
def test_a_guide_writes_only_what_both_can_read(maya, ravi, journey, noun):
    before = saved_by()
    with pytest.raises(OnlyTheOwner):
        put(maya, journey, noun, only_me=True)
    assert saved_by() == before

    put(maya, journey, noun)
    assert read(ravi, journey) == read(maya, journey) != []


@pytest.mark.parametrize("writer", ["maya", "ravi"])
def test_a_turn_is_edited_by_either_of_the_two(request, maya, ravi, journey, writer):
    turn = put(request.getfixturevalue(writer), journey, Pivot("left the bakery"))
    for rev, who in enumerate([maya, ravi], start=turn.rev):
        words = Pivot(f"as {who.person.name} has it")
        change(who, journey, lambda pages, rev=rev, words=words: _edit(pages, turn, rev, words))
        now = found(ravi, journey, words.changed)
        assert (now.by, now.rev) == (turn.by, rev + 1)


def _edit(pages, turn, rev, words):
    pivots.edit(pages, turn.id, rev, words)


def test_a_picture_is_edited_by_who_wrote_it_and_by_the_owner(maya, ravi, journey):
    hers = put(maya, journey, Vision("a school of bakers"))
    for rev, who in enumerate([maya, ravi], start=1):
        after = Vision(f"by {who.person.name}")
        change(who, journey, lambda pages, rev=rev, v=after: visions.edit(pages, hers.id, rev, v))
        assert after.name in read(ravi, journey)


def test_a_guide_does_not_edit_a_picture_of_the_owner(maya, ravi, journey):
    his = put(ravi, journey, Vision("my own stall"))

    with pytest.raises(OnlyTheOwner):
        change(maya, journey, lambda pages: visions.edit(pages, his.id, his.rev, Vision("no")))

    assert read(ravi, journey) == ["my own stall"]


@pytest.mark.parametrize("verb", OWNER_ALONE)
@pytest.mark.parametrize("writer", ["maya", "ravi"])
def test_a_guide_is_refused_what_is_the_owners_alone(request, maya, journey, verb, writer):
    it = put(request.getfixturevalue(writer), journey, Value("being asked"))
    before = saved_by()

    with pytest.raises(OnlyTheOwner):
        change(maya, journey, lambda pages: OWNER_ALONE[verb](pages, it))

    assert saved_by() == before


def test_a_guide_cannot_end_the_talks(maya, ravi, journey, clock):
    turn = put(ravi, journey, Pivot("nights at the bakery"))

    with pytest.raises(OnlyTheOwner):
        endings.end(maya.keyring, journey, on=clock().date())

    assert found(maya, journey, turn.noun.changed) == found(ravi, journey, turn.noun.changed)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("writer", ["maya", "ravi"])
def test_the_owner_erases_everything(request, maya, ravi, journey, noun, writer):
    it = put(request.getfixturevalue(writer), journey, noun)
    change(ravi, journey, lambda pages: erasing.erase(pages, it.id))
    assert read(ravi, journey) == read(maya, journey) == []


@pytest.mark.parametrize("noun", [Pivot("a second kiln"), Vision("a school of bakers")])
def test_a_guide_erases_what_the_guide_wrote(maya, ravi, journey, noun):
    hers, his = put(maya, journey, noun), put(ravi, journey, type(noun)("his own"))
    change(maya, journey, lambda pages: erasing.erase(pages, hers.id))

    with pytest.raises(OnlyTheOwner):
        change(maya, journey, lambda pages: erasing.erase(pages, his.id))

    assert read(ravi, journey) == ["his own"]


@pytest.mark.parametrize(("who", "whose"), [("maya", "maya"), ("ravi", "ravi"), ("ravi", "maya")])
def test_a_sentence_is_erased_by_who_wrote_it_and_by_the_owner(request, journey, who, whose):
    eraser, writer = request.getfixturevalue(who), request.getfixturevalue(whose)
    _say(writer, journey, "see you on Friday")
    said = notes.notes(pages_of(eraser, journey).shared)[0]
    change(eraser, journey, lambda pages: erasing.erase(pages, said.entry))
    assert notes.notes(pages_of(eraser, journey).shared) == []


def test_a_guide_does_not_erase_the_owners_sentence(maya, ravi, journey):
    _say(ravi, journey, "see you on Friday")
    said = notes.notes(pages_of(maya, journey).shared)[0]
    for refused in (erasing.find, erasing.erase):
        with pytest.raises(OnlyTheOwner):
            refused(pages_of(maya, journey), said.entry)


def test_either_proposes_and_only_the_owner_says_yes(maya, ravi, journey):
    hers, his = matter(maya, journey, "being asked"), matter(ravi, journey, "early light")
    assert (hers.noun.state, his.noun.state) == (PROPOSED, CONFIRMED)
    change(ravi, journey, lambda pages: values.confirm(pages, hers.id, hers.rev))
    assert found(maya, journey, "being asked").noun.state == CONFIRMED


def test_alone_everything_is_written_for_oneself_and_there_is_nobody_to_show_it(ravi):
    for noun in NOUNS:
        it = put(ravi, None, noun)
        assert it.only_me
        with pytest.raises(OnlyBothCanRead):
            change(ravi, None, lambda pages, it=it: showing.show(pages, [it.id]))
        with pytest.raises(NotHere):
            change(ravi, None, lambda pages, it=it: showing.only_me(pages, it.id))
        change(ravi, None, lambda pages, it=it: erasing.erase(pages, it.id))
    assert read(ravi) == []


def test_to_a_stranger_there_are_no_pages(omar, journey):
    with pytest.raises(NotForYou):
        pages_of(omar, journey)


def _say(who, journey, text):
    change(who, journey, lambda pages: notes.write(pages.touch(pages.shared), text, by=pages.me))
