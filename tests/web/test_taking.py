"""Take it away: who gets which words as a file, and what the owner says about it."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.career.stage import change, found
from tests.cast import PASSWORD, begin, browser, pair, words
from tests.interchange.carrying import ALONE, GUIDES, OWNERS, live
from yonder.career import endings, erasing, handovers, partings, pivots, plans, taking
from yonder.career.invitations import accept
from yonder.career.pages import open_pages
from yonder.career.pivots import Pivot
from yonder.interchange import yonder_files

OWN = "/pages/take/"
KINDS = ("for-people", "for-programs")


@pytest.fixture
def page(maya, ravi, talks):
    live(ravi, maya, talks)
    return f"/journey/{talks.id}/take/"


def saved(visitor, page, kind):
    answer = visitor.post(page, {"verb": kind})
    assert answer["Content-Disposition"].startswith("attachment; "), words(answer)
    assert answer["Cache-Control"] == "no-store"
    return words(answer)


def promise(who, talks):
    """The step of the one who listens."""
    every = plans.actions(open_pages(who.keyring, talks.circle))
    return next(one for one in every if one.noun.who == "guide")


@pytest.mark.parametrize("kind", KINDS)
def test_the_owner_takes_along_everything_shown_or_not(page, ravi, kind):
    file = saved(browser(ravi), OWN, kind)
    missing = [said for said in (*OWNERS, *GUIDES, ALONE) if said not in file]
    assert missing == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_one_who_listens_takes_along_own_words_and_no_other(page, maya, kind):
    file = saved(browser(maya), page, kind)
    assert all(said in file for said in GUIDES)
    assert [said for said in (*OWNERS, ALONE) if said in file] == []


@pytest.mark.parametrize("kind", KINDS)
def test_control_with_the_owners_word_the_whole_goes_along_but_what_is_private(
    page, maya, ravi, kind
):
    browser(ravi).post(page, {"verb": "let-whole"})
    file = saved(browser(maya), page, kind)
    assert [said for said in (*OWNERS, *GUIDES) if said not in file] == []
    assert ALONE not in file
    assert '"family"' not in file  # what the owner leaves out


def test_the_owners_word_can_be_taken_back(page, maya, ravi):
    for verb in ("let-whole", "let-own"):
        browser(ravi).post(page, {"verb": verb})
    assert OWNERS[0] not in saved(browser(maya), page, "for-programs")


def test_nobody_but_the_owner_gives_that_word(page, maya, ravi, talks):
    assert browser(maya).post(page, {"verb": "let-whole"}).status_code == 404
    assert not taking.may_take_all(open_pages(ravi.keyring, talks.circle).common)


def test_both_read_what_may_be_saved(page, maya, ravi, talks):
    readers = f"/journey/{talks.id}/readers/"
    for address in (page, readers):
        assert "To save more, Maya has to ask you." in words(browser(ravi).get(address))
        assert "To save more, ask Ravi." in words(browser(maya).get(address))
    browser(ravi).post(page, {"verb": "let-whole"})
    assert "Ravi lets you save all" in words(browser(maya).get(readers))


def test_a_promise_that_the_owner_has_worded_stays(page, maya, ravi, talks):
    step = promise(ravi, talks)
    worded = plans.Action("Talk to my aunt at the mill", "people", "guide", step.noun.by)
    change(ravi, talks, lambda pages: plans.edit(pages, step.id, step.rev, worded))
    assert "aunt" not in saved(browser(maya), page, "for-programs")


def test_a_reason_for_a_new_date_stays(page, maya, ravi, talks):
    step = promise(ravi, talks)
    change(
        ravi, talks, lambda pages: plans.move(pages, step.id, step.noun.by + 7, "my aunt is ill")
    )
    assert GUIDES[1] in saved(browser(maya), page, "for-people")
    for kind in KINDS:
        assert "aunt" not in saved(browser(maya), page, kind)


def test_after_the_end_the_word_is_no_more_and_nothing_opens(page, maya, ravi, talks, clock):
    browser(ravi).post(page, {"verb": "let-whole"})
    endings.end(ravi.keyring, talks, on=clock.now.date())
    assert browser(maya).post(page, {"verb": "for-programs"}).status_code == 404
    private = open_pages(ravi.keyring).private.circle.record.entries
    assert taking.KIND not in [entry.kind for entry in private]
    assert OWNERS[0] in saved(browser(ravi), OWN, "for-programs")


def test_what_does_not_open_at_this_moment_is_named(maya, ravi):
    begin(maya, ravi)  # she has not said the digits yet
    assert "What you share with Maya does not open" in words(browser(ravi).get(OWN))


def test_the_password_is_asked_for_again_after_five_minutes(page, ravi, clock):
    visitor = browser(ravi)
    clock.passes(minutes=6)
    answer = visitor.post(OWN, {"verb": "for-programs"})
    assert answer.status_code == 403
    assert "Is it still you?" in words(answer)
    assert OWNERS[0] not in words(answer)
    again = visitor.post(OWN, {"verb": "for-programs", "unlock_password": PASSWORD})
    assert "Save a file for programs" in words(again)
    assert OWNERS[0] in saved(visitor, OWN, "for-programs")


def test_the_page_gives_out_how_a_file_is_built(ravi):
    assert saved(browser(ravi), OWN, "schema").encode() == yonder_files.schema()


def test_what_came_in_by_a_file_goes_out_in_both_again(page, ravi, omar):
    file = saved(browser(ravi), OWN, "for-programs").encode()
    visitor = browser(omar)
    seen = visitor.post(OWN, {"verb": "look", "file": SimpleUploadedFile("p.yonder", file)})
    assert "2 turns" in words(seen)
    packed = re.search(r'name="file" value="([^"]+)"', words(seen))[1]
    told = visitor.post(OWN, {"verb": "take-in", "file": packed}, follow=True)
    assert "All of it is here. Only you can read it." in words(told)
    assert GUIDES[0] in words(told)
    assert "Maya" in words(told)  # whose sentence it is
    for kind in KINDS:
        again = saved(visitor, OWN, kind)
        assert [said for said in (*OWNERS, *GUIDES, ALONE) if said not in again] == []


def test_a_guides_file_is_after_an_erasing_as_if_nothing_had_been_written(page, maya, ravi, talks):
    browser(ravi).post(page, {"verb": "let-whole"})
    before = saved(browser(maya), page, "for-programs")
    change(ravi, talks, lambda pages: pivots.write(pages, Pivot("A year at sea"), only_me=False))
    assert "A year at sea" in saved(browser(maya), page, "for-programs")
    turn = found(ravi, talks, "A year at sea")
    change(ravi, talks, lambda pages: erasing.erase(pages, turn.id))
    assert saved(browser(maya), page, "for-programs") == before


def test_after_the_end_the_sentences_of_both_stay_with_the_owner(page, ravi, talks, clock):
    endings.end(ravi.keyring, talks, on=clock.now.date())
    text = words(browser(ravi).get("/pages/"))
    assert [said for said in (GUIDES[0], OWNERS[6], "Maya") if said not in text] == []


def test_until_the_day_set_for_the_end_own_words_go_along(page, maya, ravi, talks, clock):
    today = clock.now.date()
    partings.part(ravi.keyring, talks, until=today + timedelta(days=3), on=today)
    assert GUIDES[1] in saved(browser(maya), page, "for-people")
    assert browser(ravi).post(page, {"verb": "let-whole"}).status_code == 404
    clock.passes(days=3)
    assert browser(maya).get(page).status_code == 404


@pytest.fixture
def handed(page, omar, ravi, talks, clock):
    """Omar listens from now on, and reads one turn of before."""
    turn = found(ravi, talks, OWNERS[0])
    given = (ravi.keyring, talks, omar.person, [turn.id])
    fresh = accept(handovers.hand_over(*given, until=None, on=clock.now))
    pair(fresh, ravi, omar)
    return fresh


def turns_in(file):
    return [(one.changed, one.shown_to) for one in yonder_files.read(file.encode()).turns]


def test_what_was_handed_over_is_in_the_owners_file_once(ravi, handed):
    file = saved(browser(ravi), OWN, "for-programs")
    assert turns_in(file) == [(OWNERS[0], ["Omar"]), (OWNERS[1], [])]


def test_what_was_edited_since_a_hand_over_is_there_in_both_wordings(ravi, handed):
    turn = found(ravi, handed, OWNERS[0])
    fresh = Pivot("Left the old bakery")
    change(ravi, handed, lambda pages: pivots.edit(pages, turn.id, turn.rev, fresh))
    file = saved(browser(ravi), OWN, "for-programs")
    words_of = sorted(changed for changed, _ in turns_in(file))
    assert words_of == sorted(["Left the old bakery", OWNERS[0], OWNERS[1]])
    looked = browser(ravi).post(
        OWN, {"verb": "look", "file": SimpleUploadedFile("p.yonder", file.encode())}
    )
    assert "Nothing in it is new here." in words(looked)
