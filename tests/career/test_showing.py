"""Show, and only me again: an entry moves, and on its way nothing about it changes."""

import uuid

import pytest

from tests.career.stage import change, found, pages_of, put, read, saved_by, without_ids, words_of
from yonder.career import drafts, notes, pivots, showing
from yonder.career.pages import LINKED, NotHere
from yonder.career.pivots import Pivot
from yonder.career.record import COURSE
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.vault.turning import turn as daily_turn

NOUNS = [Pivot("a second kiln", "why", "better", "here"), Value("quiet"), Vision("my own stall")]


def show(ravi, journey, *wanted):
    change(ravi, journey, lambda pages: showing.show(pages, [it.id for it in wanted]))


def only_me(ravi, journey, it):
    change(ravi, journey, lambda pages: showing.only_me(pages, it.id))


def kept_of(entry):
    return entry.origin, entry.rev, entry.by, entry.day, entry.kind, entry.data, entry.last


@pytest.mark.parametrize("noun", NOUNS)
def test_it_keeps_its_origin_revision_writer_day_and_words(vault, clock, maya, ravi, journey, noun):
    it = put(ravi, journey, noun, only_me=True)
    if isinstance(noun, Pivot):
        show(ravi, journey, it)
        it = found(ravi, journey, words_of(noun))
        change(maya, journey, lambda pages: pivots.edit(pages, it.id, 1, noun))
        only_me(ravi, journey, it)
    before = found(ravi, journey, words_of(noun))
    ids = {before.id}
    for days, move in enumerate([show, only_me, show], start=1):
        clock.passes(days=1)
        daily_turn(vault)
        move(ravi, journey, found(ravi, journey, words_of(noun)))
        now = found(ravi, journey, words_of(noun))
        ids.add(now.id)
        assert kept_of(now.entry) == kept_of(before.entry)
        assert now.only_me == (move is only_me)
        assert len(ids) == days + 1


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_taken_back_leaves_the_shared_record_as_it_never_was(maya, ravi, journey, noun):
    put(ravi, journey, Pivot("stays"))
    before = without_ids(pages_of(maya, journey))
    only_me(ravi, journey, put(ravi, journey, noun))

    assert without_ids(pages_of(maya, journey)) == before
    assert read(maya, journey) == ["stays"]


def test_what_the_guide_wrote_can_be_taken_back_as_well(maya, ravi, journey):
    hers = put(maya, journey, Pivot("how Maya heard it"))
    only_me(ravi, journey, hers)

    assert read(maya, journey) == []
    assert found(ravi, journey, "how Maya heard it").by == maya.person.id


def test_it_lies_in_exactly_one_place(ravi, journey):
    it = put(ravi, journey, Pivot("a thought"), only_me=True)
    for move in (show, only_me, show):
        move(ravi, journey, found(ravi, journey, "a thought"))
        origins = [
            entry.origin
            for record in pages_of(ravi, journey).records
            for entry in record.circle.record.entries
        ]
        assert origins.count(it.origin) == 1


def test_several_are_shown_at_once_and_what_is_not_there_is_passed_over(maya, ravi, journey):
    one, two = (put(ravi, journey, Pivot(name), only_me=True) for name in ("one", "two"))
    shown = put(ravi, journey, Pivot("shown"))
    change(ravi, journey, lambda p: showing.show(p, [two.id, uuid.uuid4(), one.id, shown.id]))

    assert read(maya, journey) == ["shown", "one", "two"]


def test_taking_back_what_is_not_shown_is_not_here(maya, ravi, journey):
    hidden = put(ravi, journey, Pivot("a thought"), only_me=True)
    before = saved_by()
    for wanted in (hidden.id, uuid.uuid4()):
        with pytest.raises(NotHere):
            change(ravi, journey, lambda pages, it=wanted: showing.only_me(pages, it))
    assert saved_by() == before


def test_only_turns_values_and_pictures_move(maya, ravi, journey):
    """A draft, a sentence or where the two are stays where it is, whatever a form names."""
    change(ravi, journey, lambda pages: drafts.keep(pages, "turn-new", {"changed": "half"}))
    change(ravi, journey, lambda p: notes.write(p.touch(p.shared), "on Friday", by=p.me))
    pages = pages_of(ravi, journey)
    before = without_ids(pages)
    private = [entry.id for entry in pages.private.circle.record.entries]
    shared = [entry for entry in pages.shared.circle.record.entries if entry.kind not in LINKED]
    assert COURSE in {entry.kind for entry in shared}

    change(ravi, journey, lambda pages: showing.show(pages, private))
    for entry in shared:
        with pytest.raises(NotHere):
            change(ravi, journey, lambda pages, it=entry.id: showing.only_me(pages, it))
    assert without_ids(pages_of(ravi, journey)) == before


def test_a_guide_who_edits_what_was_taken_back_meanwhile_finds_nothing(maya, ravi, journey, turn):
    only_me(ravi, journey, turn)
    before = saved_by()

    with pytest.raises(NotHere):
        change(maya, journey, lambda pages: pivots.edit(pages, turn.id, 1, Pivot("too late")))

    assert saved_by() == before


@pytest.mark.parametrize("noun", NOUNS[:2])
def test_what_is_typed_over_it_goes_along(ravi, journey, noun):
    it = put(ravi, journey, noun)
    for move in (only_me, show):
        name = f"turn-{found(ravi, journey, words_of(noun)).id}"
        change(ravi, journey, lambda pages, name=name: drafts.keep(pages, name, {"why": "half"}))
        move(ravi, journey, found(ravi, journey, words_of(noun)))
        now = found(ravi, journey, words_of(noun))
        assert drafts.drafts(pages_of(ravi, journey)) == {f"turn-{now.id}": {"why": "half"}}
    assert now.origin == it.origin
