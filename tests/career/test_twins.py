"""After a hand-over one entry lies in two circles of its owner: what that means, verb by verb."""

import datetime

import pytest

from tests.career.copies import erase, serve, show, take_back
from tests.career.stage import change, found, pages_of, put, read
from tests.cast import pair
from tests.vault.thief import Copy
from yonder.career import endings, handovers, partings, pivots
from yonder.career.invitations import accept
from yonder.career.pages import NotHere, OnlyTheOwner
from yonder.career.pivots import Pivot
from yonder.career.visions import Vision
from yonder.vault.circle_rows import Circle, Member
from yonder.vault.refusals import NotForYou

BAKERY, VAN = "Left the bakery", "My own van"


@pytest.fixture
def told(ravi, journey):
    put(ravi, journey, Pivot(BAKERY))
    put(ravi, journey, Vision(VAN))
    return journey


def hand_over(ravi, omar, journey, *names, until=None):
    """To Omar, who says yes and types the digits."""
    ids = [found(ravi, journey, name).id for name in names]
    now = ravi.vault.clock()
    made = handovers.hand_over(ravi.keyring, journey, omar.person, ids, until=until, on=now)
    fresh = accept(made)
    pair(fresh, ravi, omar)
    return fresh


@pytest.fixture
def handed(ravi, omar, told):
    """Omar reads the turn, and nothing else."""
    return hand_over(ravi, omar, told, BAKERY)


def test_the_new_one_reads_what_was_picked_and_nothing_else(omar, handed):
    assert read(omar, handed) == [BAKERY]


def test_the_owner_reads_each_thing_once_and_keeps_all_of_it(ravi, handed):
    assert sorted(read(ravi, handed)) == [BAKERY, VAN]
    assert sorted(read(ravi)) == [BAKERY, VAN]


def test_what_is_erased_on_one_page_is_erased_on_every_other(ravi, omar, handed):
    erase(ravi, handed, BAKERY)
    assert read(omar, handed) == []
    assert read(ravi) == [VAN]


def test_what_is_erased_at_home_is_erased_for_the_new_one_in_the_same_save(ravi, omar, handed):
    before = Circle.objects.get(id=handed.circle).tag
    erase(ravi, None, BAKERY)
    assert Circle.objects.get(id=handed.circle).tag != before
    assert read(omar, handed) == []


def test_a_row_that_somebody_slipped_in_elsewhere_does_not_keep_anything_from_being_erased(
    ravi, omar, maya, handed
):
    Member.objects.create(circle_id=handed.circle, person=maya.person.id)
    erase(ravi, None, BAKERY)
    assert read(ravi) == [VAN]
    assert read(omar, handed) == []


def test_what_is_edited_in_one_place_stays_as_it_was_in_the_other(ravi, omar, handed):
    it = found(ravi, handed, BAKERY)
    change(ravi, handed, lambda pages: pivots.edit(pages, it.id, it.rev, Pivot("Went to sea")))
    assert read(omar, handed) == ["Went to sea"]
    assert BAKERY in read(ravi)


def test_what_is_taken_back_unchanged_is_at_home_once(ravi, omar, handed):
    take_back(ravi, handed, BAKERY)
    assert read(omar, handed) == []
    assert sorted(read(ravi)) == [BAKERY, VAN]


def test_what_was_reworded_there_and_taken_back_leaves_both_texts_at_home(ravi, omar, handed):
    it = found(ravi, handed, BAKERY)
    change(ravi, handed, lambda pages: pivots.edit(pages, it.id, it.rev, Pivot("Went to sea")))
    take_back(ravi, handed, "Went to sea")
    assert sorted(read(ravi)) == [BAKERY, VAN, "Went to sea"]


def test_what_is_shown_later_is_there_once(ravi, omar, handed):
    show(ravi, handed, VAN)
    assert read(omar, handed) == [BAKERY, VAN]
    assert sorted(read(ravi, handed)) == [BAKERY, VAN]


def test_ending_the_new_talks_too_leaves_each_thing_at_home_once(ravi, handed):
    endings.end(ravi.keyring, handed, on=datetime.date(2030, 4, 2))
    assert sorted(read(ravi)) == [BAKERY, VAN]


def test_a_new_guide_cannot_erase_what_the_owner_carried_over(omar, handed):
    with pytest.raises(OnlyTheOwner):
        erase(omar, handed, BAKERY)


def test_what_a_copy_of_before_brings_back_stays_erased_for_everybody(
    vault, ravi, omar, maya, told, handed
):
    copy = Copy()
    erase(ravi, handed, BAKERY)
    serve(copy, vault)
    assert read(omar, handed) == []
    assert BAKERY not in read(ravi)


def test_a_copy_from_before_the_hand_over_opens_for_the_owner_and_not_for_the_former_guide(
    vault, ravi, omar, maya, told
):
    copy = Copy()
    hand_over(ravi, omar, told, BAKERY)
    serve(copy, vault)
    assert sorted(read(ravi, told)) == [BAKERY, VAN]
    with pytest.raises(NotForYou):
        pages_of(maya, told)


def in_two_weeks(vault):
    return vault.clock().date() + datetime.timedelta(days=14)


def test_until_an_agreed_day_the_former_guide_reads_all_that_was_shown(
    vault, ravi, omar, maya, told
):
    hand_over(ravi, omar, told, BAKERY, until=in_two_weeks(vault))
    assert sorted(read(maya, told)) == [BAKERY, VAN]
    assert sorted(read(ravi)) == [BAKERY, VAN]


def test_nobody_writes_there_any_more(vault, ravi, omar, maya, told):
    hand_over(ravi, omar, told, until=in_two_weeks(vault))
    for who in (ravi, maya):
        with pytest.raises(NotHere):
            put(who, told, Pivot("too late"))


def test_what_is_erased_until_then_goes_for_the_former_guide_too(vault, ravi, omar, maya, told):
    handed = hand_over(ravi, omar, told, BAKERY, until=in_two_weeks(vault))
    erase(ravi, handed, BAKERY)
    assert read(maya, told) == [VAN]


def test_the_day_itself_needs_nobody(vault, clock, ravi, omar, maya, told):
    day = in_two_weeks(vault)
    hand_over(ravi, omar, told, BAKERY, until=day)
    partings.end_due(vault, day - datetime.timedelta(days=1))
    assert read(maya, told) != []

    partings.end_due(vault, day)
    with pytest.raises(NotForYou):
        pages_of(maya, told)
    assert sorted(read(ravi)) == [BAKERY, VAN]


@pytest.mark.parametrize("days", [0, 31, -3])
def test_a_day_that_is_not_within_thirty_changes_nothing(vault, ravi, omar, maya, told, days):
    before = set(Circle.objects.values_list("id", "tag"))
    day = vault.clock().date() + datetime.timedelta(days=days)
    with pytest.raises(partings.TooFar):
        hand_over(ravi, omar, told, BAKERY, until=day)
    assert set(Circle.objects.values_list("id", "tag")) == before


def test_two_who_save_at_once_lose_nothing_to_a_hand_over(ravi, omar, maya, told, monkeypatch):
    """Maya saves a sentence between the reading and the saving of the hand-over."""
    real, saved = endings.open_pages, []

    def opened(keyring, circle=None):
        pages = real(keyring, circle)
        if not saved:
            saved.append(put(maya, told, Pivot("as I heard it")))
        return pages

    monkeypatch.setattr(endings, "open_pages", opened)
    hand_over(ravi, omar, told, BAKERY)
    assert sorted(read(ravi)) == [BAKERY, VAN, "as I heard it"]
