"""The pages of one person: what both can read and what only one can, opened and saved as one."""

import uuid

import pytest

from tests.career.stage import change, found, pages_of, put, read, saved_by, write
from tests.cast import pair, talk
from yonder.career import pivots, visions
from yonder.career.pages import Moved, NotHere, OnlyBothCanRead, OnlyTheOwner, open_pages
from yonder.career.pivots import Pivot
from yonder.career.record import GUIDE, OWNER, insist
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.vault import circles
from yonder.vault.circles import open_circle
from yonder.vault.refusals import ChangedMeanwhile, NotForYou

NOUNS = [Pivot("a second kiln"), Value("being asked"), Vision("my own stall")]


@pytest.mark.parametrize("noun", NOUNS)
def test_nothing_is_written_about_the_owner_before_the_owner_can_read(maya, ravi, begun, noun):
    before = saved_by()
    with pytest.raises(OnlyBothCanRead):
        put(maya, begun, noun)
    assert saved_by() == before
    with pytest.raises(NotForYou):
        pages_of(ravi, begun)

    pair(begun, maya, ravi)
    put(maya, begun, noun)
    assert len(read(ravi, begun)) == 1


@pytest.mark.parametrize("noun", NOUNS)
def test_an_owner_who_invited_writes_for_oneself_until_the_other_can_read(ravi, maya, noun):
    roles = {OWNER: ravi.person.id, GUIDE: maya.person.id}
    circle = circles.create(ravi.keyring, "Ravi", roles=roles)

    with pytest.raises(OnlyBothCanRead):
        write(noun, open_pages(ravi.keyring, circle), only_me=False)

    pages = open_pages(ravi.keyring, circle)
    write(noun, pages, only_me=True)
    pages.save()
    assert len(read(ravi)) == 1


def test_the_sealed_roles_say_whose_talks_these_are_and_no_clear_row(maya, ravi, journey):
    type(journey).objects.filter(id=journey.id).update(owner=maya.person, guide=ravi.person)

    assert pages_of(ravi, journey).owns
    assert not pages_of(maya, journey).owns


def test_nothing_private_of_a_guide_stands_on_the_pages_of_a_journey(maya, ravi, journey):
    put(maya, None, Pivot("my own first job"))

    assert read(maya, journey) == read(ravi, journey) == []
    assert read(maya) == ["my own first job"]


def test_what_one_journey_shares_another_does_not_have(maya, ravi, omar, journey):
    other = talk(omar, ravi)
    put(ravi, journey, Pivot("for Maya"))
    put(ravi, other, Pivot("for Omar"))
    put(ravi, other, Pivot("for me"), only_me=True)

    assert read(ravi, journey) == ["for Maya", "for me"]
    assert read(omar, other) == ["for Omar"]


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_not_there_and_what_is_not_shown_have_one_answer(maya, ravi, journey, noun):
    hidden = put(ravi, journey, noun, only_me=True)
    for wanted in (hidden.id, uuid.uuid4()):
        with pytest.raises(NotHere):
            pages_of(maya, journey).find(hidden.entry.kind, type(noun), wanted)


def test_an_id_of_another_kind_is_not_here(ravi, journey, turn):
    with pytest.raises(NotHere):
        pages_of(ravi, journey).find(visions.KIND, Vision, turn.id)


def test_saving_over_words_that_changed_writes_nothing_and_shows_them(maya, ravi, journey, turn):
    change(ravi, journey, lambda pages: pivots.edit(pages, turn.id, 1, Pivot("Ravi was quicker")))
    before = saved_by()

    with pytest.raises(Moved) as moved:
        change(maya, journey, lambda pages: pivots.edit(pages, turn.id, 1, Pivot("Maya's words")))

    assert (moved.value.now.noun.changed, moved.value.now.rev) == ("Ravi was quicker", 2)
    assert moved.value.now.last_by == ravi.person.id
    assert saved_by() == before


def test_saving_again_writes_over_what_was_shown(maya, ravi, journey, turn):
    change(ravi, journey, lambda pages: pivots.edit(pages, turn.id, 1, Pivot("Ravi was quicker")))
    change(maya, journey, lambda pages: pivots.edit(pages, turn.id, 2, Pivot("Maya's words")))

    now = found(ravi, journey, "Maya's words")
    assert (now.by, now.last_by) == (ravi.person.id, maya.person.id)


def test_two_different_entries_never_meet(maya, ravi, journey, turn):
    stale = pages_of(maya, journey)
    put(ravi, journey, Pivot("meanwhile"))

    def reading():
        nonlocal stale
        pages, stale = stale or pages_of(maya, journey), None
        return pages

    insist(reading, lambda pages: pivots.edit(pages, turn.id, 1, Pivot("hers")))
    assert read(ravi, journey) == ["hers", "meanwhile"]


def test_what_only_one_can_read_is_saved_without_touching_what_both_can(ravi, journey):
    before = saved_by()
    put(ravi, journey, Pivot("a thought"), only_me=True)
    after = saved_by()

    assert [circle for circle in after if after[circle] != before[circle]] == [ravi.keyring.private]


def test_pages_without_a_change_save_nothing(ravi, journey):
    before = saved_by()
    pages_of(ravi, journey).save()
    assert saved_by() == before


def test_a_save_refused_in_one_record_changes_neither(ravi, journey):
    pages = pages_of(ravi, journey)
    write(Pivot("shown"), pages, only_me=False)
    write(Pivot("hidden"), pages, only_me=True)
    open_circle(ravi.keyring, ravi.keyring.private).save()

    with pytest.raises(ChangedMeanwhile):
        pages.save()

    assert read(ravi, journey) == []


def test_both_records_are_opened_in_one_statement(maya, ravi, journey, django_assert_num_queries):
    keyring = ravi.keyring
    with django_assert_num_queries(1):
        open_pages(keyring, journey.circle)


def test_a_guide_does_not_keep_anything_about_the_owner_from_the_owner(maya, journey):
    with pytest.raises(OnlyTheOwner):
        pages_of(maya, journey).add(pivots.KIND, Pivot("a remark"), only_me=True)
