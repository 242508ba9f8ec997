"""What somebody is typing: kept where only they can read it, and gone with what it was about."""

import pytest

from tests.career.stage import change, pages_of, put, saved_by, without_ids
from tests.cast import talk
from yonder.career import drafts, erasing, notes
from yonder.career.drafts import KIND, MOST, Draft
from yonder.career.pages import open_pages
from yonder.career.pivots import Pivot
from yonder.career.record import open_private
from yonder.vault.circles import open_circle

HALF = {"changed": "half a sent", "why": ""}


def keep(who, journey, form, fields=HALF):
    change(who, journey, lambda pages: drafts.keep(pages, form, fields))


def here(who, journey):
    return drafts.drafts(pages_of(who, journey))


def stored(who):
    """Everything half-typed in this person's private circle, whatever it belongs to."""
    return [noun.form for _, noun in open_private(who.keyring).of_kind(KIND, Draft)]


@pytest.mark.parametrize("typing", ["maya", "ravi"])
def test_nobody_but_the_one_who_types_has_it(request, maya, ravi, journey, typing):
    who = request.getfixturevalue(typing)
    other = ravi if who is maya else maya
    before = saved_by(), without_ids(pages_of(other, journey))
    keep(who, journey, "turn-new")

    assert here(who, journey) == {"turn-new": HALF}
    assert (here(other, journey), stored(other)) == ({}, [])
    assert without_ids(pages_of(other, journey)) == before[1]
    changed = {circle for circle, tag in saved_by().items() if tag != before[0][circle]}
    assert changed == {who.keyring.private}


def test_each_page_has_its_own(ravi, maya, omar, journey):
    other = talk(omar, ravi)
    for where, words in [(journey, "one"), (other, "two"), (None, "three")]:
        keep(ravi, where, "turn-new", {"changed": words})

    said = [here(ravi, where)["turn-new"]["changed"] for where in (journey, other, None)]
    assert said == ["one", "two", "three"]


def test_the_latest_words_stand_and_blanks_forget_them(ravi, journey):
    keep(ravi, journey, "turn-new")
    keep(ravi, journey, "turn-new", {"changed": "half a sentence"})
    assert here(ravi, journey) == {"turn-new": {"changed": "half a sentence"}}

    keep(ravi, journey, "turn-new", {"changed": " ", "why": "\n"})
    assert stored(ravi) == []


def test_a_form_that_was_sent_is_forgotten_and_no_other(ravi, journey):
    keep(ravi, journey, "turn-new")
    keep(ravi, journey, "value-new")
    change(ravi, journey, lambda pages: drafts.forget(pages, "turn-new"))

    assert stored(ravi) == ["value-new"]


def test_there_are_never_more_than_twenty_and_the_oldest_gives_way(ravi, journey, turn):
    keep(ravi, None, "turn-new")
    for number in range(MOST + 5):
        keep(ravi, journey, f"turn {number}-new")

    assert list(here(ravi, journey)) == [f"turn {number}-new" for number in range(5, MOST + 5)]
    assert here(ravi, None) == {"turn-new": HALF}


def test_what_a_guide_types_over_an_entry_is_not_kept(maya, journey, turn):
    before = saved_by()
    keep(maya, journey, f"turn-{turn.id}")

    assert (stored(maya), saved_by()) == ([], before)


def test_what_the_owner_types_over_an_entry_is_kept_and_goes_with_it(ravi, journey, turn):
    keep(ravi, journey, f"turn-{turn.id}")
    assert here(ravi, journey) == {f"turn-{turn.id}": HALF}

    change(ravi, journey, lambda pages: erasing.erase(pages, turn.id))
    assert stored(ravi) == []


def test_it_goes_too_when_it_was_typed_on_another_page(ravi, journey):
    mine = put(ravi, None, Pivot("a thought"))
    keep(ravi, None, f"turn-{mine.id}")
    change(ravi, journey, lambda pages: erasing.erase(pages, mine.id))

    assert stored(ravi) == []


def test_over_what_the_guide_has_erased_it_goes_at_the_next_opening(maya, ravi, journey, turn):
    hers = put(maya, journey, Pivot("how Maya heard it"))
    for form in (f"turn-{hers.id}", f"turn-{turn.id}", "turn-new"):
        keep(ravi, journey, form)
    change(maya, journey, lambda pages: erasing.erase(pages, hers.id))

    assert list(here(ravi, journey)) == [f"turn-{turn.id}", "turn-new"] == stored(ravi)


def test_it_goes_at_the_next_opening_even_when_this_one_cannot_save(maya, ravi, journey):
    hers = put(maya, journey, Pivot("how Maya heard it"))
    keep(ravi, journey, f"turn-{hers.id}")
    change(maya, journey, lambda pages: erasing.erase(pages, hers.id))
    pages = pages_of(ravi, journey)
    open_circle(ravi.keyring, ravi.keyring.private).save()

    assert drafts.drafts(pages) == {}
    assert here(ravi, journey) == {}
    assert stored(ravi) == []


def test_opening_the_page_saves_nothing_else(maya, ravi, journey, turn):
    keep(ravi, journey, f"turn-{turn.id}")
    keep(ravi, None, "turn-new")
    before = saved_by()
    here(ravi, journey), here(ravi, None), here(maya, journey)

    assert saved_by() == before


def test_what_is_half_typed_on_one_page_is_not_taken_for_stale_on_another(
    maya, ravi, omar, journey
):
    other = talk(omar, ravi)
    turn = put(ravi, journey, Pivot("for Maya"))
    keep(ravi, journey, f"turn-{turn.id}")
    here(ravi, other), here(ravi, None)

    assert here(ravi, journey) == {f"turn-{turn.id}": HALF}


def test_a_sentence_that_was_reworded_keeps_its_name(ravi, journey):
    change(ravi, journey, lambda p: notes.write(p.touch(p.shared), "on Friday", by=p.me))
    said = notes.notes(open_pages(ravi.keyring, journey.circle).shared)[0]
    keep(ravi, journey, f"note-{said.entry}", {"text": "on Mon"})

    assert here(ravi, journey) == {f"note-{said.entry}": {"text": "on Mon"}}


def test_typing_on_names_nothing_as_gone_and_sending_does(vault, ravi, journey):
    keep(ravi, journey, "turn-new")
    before = vault.gone.ids()
    for number in range(30):
        keep(ravi, journey, "turn-new", {"changed": f"half a sentence, {number}"})
    assert vault.gone.ids() == before

    change(ravi, journey, lambda pages: drafts.forget(pages, "turn-new"))
    assert len(vault.gone.ids() - before) == 1


def test_the_one_typed_in_last_gives_way_last(ravi, journey):
    for number in range(MOST):
        keep(ravi, journey, f"turn {number}-new")
    keep(ravi, journey, "turn 0-new", {"changed": "and on"})
    keep(ravi, journey, "value-new")

    assert [*here(ravi, journey)][-2:] == ["turn 0-new", "value-new"]
    assert "turn 1-new" not in here(ravi, journey)


def test_the_revision_alone_is_nothing_typed(ravi, journey, turn):
    keep(ravi, journey, f"turn-{turn.id}", {"rev": "1", "changed": " "})
    assert stored(ravi) == []
