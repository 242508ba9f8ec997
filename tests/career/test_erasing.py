"""Erase: the entry goes, and everything that hung on it, as if it had never been written."""

import uuid

import pytest

from tests.career.stage import change, found, matter, pages_of, put, read, saved_by, without_ids
from tests.promises.doors import undone
from yonder.career import drafts, erasing, notes, pivots, showing, values, visions
from yonder.career.pages import NotHere, OnlyTheOwner
from yonder.career.pivots import Pivot
from yonder.career.record import COURSE
from yonder.career.ties import KIND as TIE
from yonder.career.values import CONFIRMED, ENOUGH_TURNS, Value, turns_of
from yonder.career.visions import Vision

NOUNS = [Pivot("a second kiln"), Value("quiet"), Vision("my own stall")]


def erase(who, journey, it):
    change(who, journey, lambda pages: erasing.erase(pages, it.id))


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("only_me", [False, True])
def test_it_is_gone_for_everybody_who_could_read_it(maya, ravi, journey, noun, only_me):
    erase(ravi, journey, put(ravi, journey, noun, only_me=only_me))
    assert read(ravi, journey) == read(maya, journey) == []


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("only_me", [False, True])
def test_both_records_are_entry_by_entry_as_if_it_had_never_been(ravi, journey, noun, only_me):
    def life(*, with_it):
        turn = put(ravi, journey, Pivot("the market stall"))
        it = put(ravi, journey, noun, only_me=only_me) if with_it else None
        _hang_on(ravi, journey, it, turn)
        if it:
            erase(ravi, journey, it)
        put(ravi, journey, Pivot("and after that"))
        return without_ids(pages_of(ravi, journey))

    lives = []
    for with_it in (True, False):
        with undone():
            lives.append(life(with_it=with_it))
    assert lives[0] == lives[1]


def _hang_on(ravi, journey, it, turn):
    """A value and a picture; what is to be erased is under or over both, and half-typed again."""
    turns = [turn] + ([it] if it and it.entry.kind == pivots.KIND else [])
    value = matter(ravi, journey, "early light", *turns)
    picture = put(ravi, journey, Vision("a bakery by the sea"), only_me=True)
    change(ravi, journey, lambda pages: visions.hold(pages, picture.id, value.id, "room"))
    if it:
        change(ravi, journey, lambda pages: drafts.keep(pages, f"x-{it.id}", {"text": "half"}))
    if it and it.entry.kind == values.KIND:
        change(ravi, journey, lambda pages: values.point(pages, it.id, [turn.id]))
        change(ravi, journey, lambda pages: visions.hold(pages, picture.id, it.id, "little"))
    if it and it.entry.kind == visions.KIND:
        change(ravi, journey, lambda pages: visions.hold(pages, it.id, value.id, "little"))
        anew = Vision("my own stall, in red")
        change(ravi, journey, lambda pages: visions.edit(pages, it.id, 1, anew, keep=True))


def test_a_value_that_rested_on_two_turns_is_a_maybe_by_itself(ravi, journey, turn):
    other = put(ravi, journey, Pivot("the market stall"))
    value = matter(ravi, journey, "early light", turn, other)
    assert len(turns_of(pages_of(ravi, journey))[value.origin]) == ENOUGH_TURNS

    erase(ravi, journey, turn)

    now = found(ravi, journey, "early light")
    assert turns_of(pages_of(ravi, journey)) == {value.origin: [other.origin]}
    assert (now.rev, now.noun.state) == (value.rev, CONFIRMED)


def test_no_revision_rises_and_no_order_changes(maya, ravi, journey):
    rows = [put(ravi, journey, Pivot(name)) for name in ("one", "two", "three")]
    matter(ravi, journey, "early light", *rows)
    erase(ravi, journey, rows[1])

    pages = pages_of(maya, journey)
    assert [kept.noun.changed for kept in pivots.pivots(pages)] == ["one", "three"]
    entries = pages.shared.circle.record.entries
    assert {entry.rev for entry in entries if entry.kind != COURSE} == {1}


@pytest.mark.parametrize("only_me", [False, True])
def test_an_earlier_picture_goes_with_its_picture(ravi, journey, only_me):
    it, stays = (put(ravi, journey, Vision(name), only_me=only_me) for name in ("one", "two"))
    anew = Vision("in red")
    for one in (it, stays):
        change(ravi, journey, lambda p, one=one: visions.edit(p, one.id, 1, anew, keep=True))
    erase(ravi, journey, it)

    assert list(visions.earlier(pages_of(ravi, journey))) == [stays.origin]


def test_what_was_shown_and_is_erased_leaves_nothing_at_home_either(ravi, journey):
    value = matter(ravi, journey, "quiet", only_me=True)
    before = without_ids(pages_of(ravi, journey))
    it = put(ravi, journey, Vision("my own stall"), only_me=True)
    change(ravi, journey, lambda pages: visions.hold(pages, it.id, value.id, "room"))
    change(ravi, journey, lambda p: visions.edit(p, it.id, 1, Vision("in red"), keep=True))
    change(ravi, journey, lambda pages: showing.show(pages, [it.id]))
    erase(ravi, journey, found(ravi, journey, "in red"))

    assert without_ids(pages_of(ravi, journey)) == before


@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_erasing_twice_or_what_was_never_there_is_fine(request, journey, who):
    one = request.getfixturevalue(who)
    it = put(one, journey, Pivot("a second kiln"))
    erase(one, journey, it)
    before = saved_by()
    for wanted in (it.id, uuid.uuid4()):
        change(one, journey, lambda pages, it=wanted: erasing.erase(pages, it))
        with pytest.raises(NotHere):
            erasing.find(pages_of(one, journey), wanted)
    assert saved_by() == before


def test_to_a_guide_a_private_entry_is_no_more_there_than_an_unknown_one(maya, ravi, journey):
    hidden = put(ravi, journey, Pivot("a thought"), only_me=True)
    before = saved_by()
    erase(maya, journey, hidden)
    with pytest.raises(NotHere):
        erasing.find(pages_of(maya, journey), hidden.id)

    assert saved_by() == before
    assert read(ravi, journey) == ["a thought"]


def test_who_is_asked_first_is_refused_as_who_erases(maya, ravi, journey):
    for noun in NOUNS:
        his = put(ravi, journey, noun)
        with pytest.raises(OnlyTheOwner):
            erasing.find(pages_of(maya, journey), his.id)
        assert not erasing.may_erase(pages_of(maya, journey), his.entry)
        assert erasing.find(pages_of(ravi, journey), his.id) == his.entry


def test_what_was_erased_meanwhile_is_not_written_anew(maya, ravi, journey, turn):
    erase(ravi, journey, turn)
    before = saved_by()
    with pytest.raises(NotHere):
        change(maya, journey, lambda p: pivots.edit(p, turn.id, turn.rev, Pivot("too late")))

    assert (read(ravi, journey), saved_by()) == ([], before)


def test_only_what_people_write_can_be_erased(maya, ravi, journey, turn):
    """Where the two are, ties and what was turned off are not for this verb."""
    matter(ravi, journey, "early light", turn)
    entries = pages_of(ravi, journey).shared.circle.record.entries
    before = saved_by()
    for entry in entries:
        if entry.kind not in erasing.ERASED:
            change(ravi, journey, lambda pages, it=entry.id: erasing.erase(pages, it))

    assert {COURSE, TIE} <= {entry.kind for entry in entries}
    assert saved_by() == before


def test_a_sentence_is_erased_for_both_and_may_be_said_again(maya, ravi, journey):
    for _ in range(2):
        change(maya, journey, lambda p: notes.write(p.touch(p.shared), "on Friday", by=p.me))
        said = notes.notes(pages_of(ravi, journey).shared)[0]
        change(maya, journey, lambda pages, it=said.entry: erasing.erase(pages, it))
        assert notes.notes(pages_of(ravi, journey).shared) == []
