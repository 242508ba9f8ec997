"""Not with this person: the talks end now, the owner keeps everything, and no reason is stored."""

import datetime

import pytest

from tests.career.copies import serve
from tests.career.stage import change, found, matter, pages_of, put, read, saved_by
from tests.cast import talk
from tests.vault.thief import Copy
from yonder.career import drafts, endings, notes, showing
from yonder.career.endings import TOLD
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner
from yonder.career.pivots import Pivot
from yonder.career.record import ATTEMPTS, COURSE
from yonder.career.values import turns_of
from yonder.career.visions import Vision
from yonder.vault.circles import Circle
from yonder.vault.refusals import ChangedMeanwhile, NotForYou

DAY = datetime.date(2030, 4, 2)


@pytest.fixture
def told(maya, ravi, journey):
    """What the two have written: turns of both, a value on them, pictures, a thought, a note."""
    turns = [put(ravi, journey, Pivot("the market stall")), put(maya, journey, Pivot("as I heard"))]
    mine = put(ravi, journey, Pivot("a thought"), only_me=True)
    value = matter(ravi, journey, "quiet", *turns, mine)
    put(ravi, journey, Vision("my own stall"), only_me=True)
    change(ravi, journey, lambda p: notes.write(p.touch(p.shared), "on Friday", by=p.me))
    return value


def end(ravi, journey):
    endings.end(ravi.keyring, journey, on=DAY)


def test_the_guide_opens_nothing_from_here_on(maya, ravi, journey, told):
    end(ravi, journey)

    for who in (maya, ravi):
        with pytest.raises(NotForYou):
            pages_of(who, journey)
    assert not Circle.objects.filter(id=journey.circle).exists()
    assert read(maya) == []


def test_the_owner_keeps_everything_and_how_it_hangs_together(maya, ravi, journey, told):
    before = sorted(read(ravi, journey))
    rests_on = set(turns_of(pages_of(ravi, journey))[told.origin])
    end(ravi, journey)

    mine = pages_of(ravi)
    assert sorted(read(ravi)) == before
    assert set(turns_of(mine)[told.origin]) == rests_on
    assert len(rests_on) == 3
    assert [note.text for note in notes.notes(mine.private)] == ["on Friday"]
    assert found(ravi, None, "as I heard").by == maya.person.id
    assert COURSE not in {entry.kind for entry in mine.private.circle.record.entries}


def test_what_was_half_typed_goes_on_at_home(ravi, journey, told):
    it = found(ravi, journey, "the market stall")
    for form in ("turn-new", f"turn-{it.id}"):
        change(ravi, journey, lambda pages, form=form: drafts.keep(pages, form, {"why": "half"}))
    end(ravi, journey)

    now = found(ravi, None, "the market stall")
    half = {"why": "half"}
    assert drafts.drafts(pages_of(ravi)) == {"turn-new": half, f"turn-{now.id}": half}


def test_no_reason_is_stored_and_nothing_but_the_day(ravi, journey, told):
    before = Journey.objects.values().get(id=journey.id)
    end(ravi, journey)

    after = Journey.objects.values().get(id=journey.id)
    assert after == before | {"ends_on": DAY, "next_at": None}


def test_the_invitation_of_ended_talks_asks_nobody_again(ravi, journey, told):
    assert Invitation.objects.filter(circle=journey.circle).exists()
    end(ravi, journey)
    assert not Invitation.objects.filter(circle=journey.circle).exists()


def test_only_the_owner_ends_them_and_a_refused_end_changes_nothing(maya, journey, told):
    before = saved_by()
    with pytest.raises(OnlyTheOwner):
        endings.end(maya.keyring, journey, on=DAY)

    assert saved_by() == before
    assert Journey.objects.get(id=journey.id).ends_on is None


def test_a_sentence_saved_in_that_very_moment_is_not_lost(maya, ravi, journey, told, monkeypatch):
    honest = drafts.take_home

    def meanwhile(pages):
        monkeypatch.setattr(drafts, "take_home", honest)
        put(maya, journey, Pivot("saved in this very moment"))
        honest(pages)

    monkeypatch.setattr(drafts, "take_home", meanwhile)
    end(ravi, journey)
    assert "saved in this very moment" in read(ravi)


def test_a_guide_who_saves_again_and_again_cannot_keep_the_talks_going(
    maya, ravi, journey, told, monkeypatch
):
    honest, said = drafts.take_home, []

    def meanwhile(pages):
        said.append(f"not yet, {len(said)}")
        if len(said) < ATTEMPTS:
            put(maya, journey, Pivot(said[-1]))
        honest(pages)

    monkeypatch.setattr(drafts, "take_home", meanwhile)
    end(ravi, journey)
    assert len(said) == ATTEMPTS
    assert set(said[:-1]) <= set(read(ravi))


def test_a_page_that_never_comes_to_rest_is_told_and_nothing_is_half_done(
    maya, ravi, journey, told, monkeypatch
):
    honest = drafts.take_home

    def meanwhile(pages):
        put(maya, journey, Pivot("not yet"))
        honest(pages)

    monkeypatch.setattr(drafts, "take_home", meanwhile)
    before = sorted(read(ravi))
    with pytest.raises(ChangedMeanwhile):
        end(ravi, journey)
    assert sorted(read(ravi)) == before
    assert read(maya, journey).count("not yet") == ATTEMPTS


def test_an_older_copy_opens_for_the_owner_with_everything_and_not_for_the_guide(
    vault, maya, ravi, journey, told
):
    copies, before = [Copy()], sorted(read(ravi, journey))
    end(ravi, journey)

    for _ in range(2):
        for copy in copies:
            serve(copy, vault)
            with pytest.raises(NotForYou):
                pages_of(maya, journey)
            assert sorted(read(ravi, journey)) == before
            assert not pages_of(ravi, journey).both_read
        put(ravi, journey, Pivot("and I go on"), only_me=True)
        assert "and I go on" in read(ravi)


def test_what_was_taken_back_before_stays_the_owners_alone(vault, maya, ravi, journey, told):
    copy = Copy()
    it = found(ravi, journey, "the market stall")
    change(ravi, journey, lambda pages: showing.only_me(pages, it.id))
    end(ravi, journey)
    assert read(ravi).count("the market stall") == 1

    serve(copy, vault)
    assert read(ravi, journey).count("the market stall") == 1
    end(ravi, journey)
    assert read(ravi).count("the market stall") == 1


def test_the_next_copy_shows_the_owner_what_an_older_one_sent_home(vault, ravi, journey, told):
    before = Copy()
    end(ravi, journey)
    after = Copy()
    serve(before, vault)
    it = found(ravi, journey, "the market stall")
    change(ravi, journey, lambda pages: showing.only_me(pages, it.id))
    serve(after, vault)

    assert "the market stall" in read(ravi)


def test_talks_with_somebody_else_go_on(ravi, omar, journey, told):
    other = talk(omar, ravi)
    put(ravi, other, Pivot("for Omar"))
    end(ravi, journey)

    assert read(omar, other) == ["for Omar"]


def test_after_thirty_days_nobody_is_told_any_more(ravi, maya, journey, told):
    end(ravi, journey)
    seen = []
    for day in (DAY, DAY + TOLD, DAY + TOLD + datetime.timedelta(days=1)):
        endings.forget_ended(day)
        seen.append(Journey.objects.ended_for(maya.person, day).count())

    assert seen == [1, 1, 0]
