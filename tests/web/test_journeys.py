"""You and the other one: writing, rewording, erasing, and what stands in the way."""

import re
import uuid

import pytest

from tests.cast import begin, browser, words, write
from yonder.career.pages import LONGEST
from yonder.vault.circles import Body, Member

SENTENCE = "I would like to build bridges."
ANOTHER = "Or at least to draw them."


@pytest.fixture
def page(talks):
    return f"/journey/{talks.id}/"


@pytest.fixture
def at_ravis(talks, ravi):
    return browser(ravi)


def save(visitor, page, text=SENTENCE, rev=0):
    return visitor.post(page, {"verb": "write", "text": text, "rev": rev})


def in_the_form(answer):
    """The text in the field, and the revision it would be saved over."""
    form = re.search(r'<form[^>]* id="note-new".*?</form>', answer, re.S)[0]
    text = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", form, re.S)[1]
    return text, re.search(r'name="rev" value="(\d+)"', form)[1]


def erase(visitor, page, answer):
    """Press Erase beside the one sentence on the page."""
    name = re.search(r'value="ask-erase:([\w-]+:\d+)"', words(answer))[1]
    return visitor.post(page, {"verb": f"erase:{name}"})


def test_what_one_writes_the_other_reads(page, at_ravis, maya):
    assert save(at_ravis, page)["Location"] == page
    assert SENTENCE in words(browser(maya).get(page))


def test_one_line_says_who_can_read(page, at_ravis):
    assert "You and Maya can read this." in words(at_ravis.get(page))


def test_words_can_be_changed(page, at_ravis):
    save(at_ravis, page)
    save(at_ravis, page, ANOTHER, rev=1)
    found = words(at_ravis.get(page))
    assert ANOTHER in found
    assert SENTENCE not in found


def test_two_windows_do_not_overwrite_each_other(page, at_ravis):
    save(at_ravis, page)
    answer = words(save(at_ravis, page, ANOTHER, rev=0))
    assert "You changed this in another window." in answer
    assert SENTENCE in answer
    assert in_the_form(answer) == (ANOTHER, "1")
    assert SENTENCE in words(at_ravis.get(page))


def test_what_was_typed_over_words_erased_meanwhile_is_on_the_page_to_copy(page, at_ravis):
    save(at_ravis, page)
    erase(at_ravis, page, at_ravis.get(page))
    answer = words(save(at_ravis, page, ANOTHER, rev=1))
    assert "There is nothing here for you." in answer
    assert ANOTHER in answer
    assert ANOTHER not in words(at_ravis.get(page))


def test_erasing_asks_once_and_takes_it_from_both(page, at_ravis, maya):
    save(at_ravis, page)
    name = re.search(r'value="ask-erase:([\w-]+:\d+)"', words(at_ravis.get(page)))[1]
    asked = at_ravis.post(page, {"verb": f"ask-erase:{name}"})
    assert "Erase this for both of you?" in words(asked)
    assert SENTENCE in words(at_ravis.get(page))

    erase(at_ravis, page, at_ravis.get(page))

    assert SENTENCE not in words(at_ravis.get(page)) + words(browser(maya).get(page))


def test_the_guide_does_not_erase_the_words_of_the_owner(page, at_ravis, maya):
    save(at_ravis, page)
    answer = erase(browser(maya), page, at_ravis.get(page))
    assert answer.status_code == 404
    assert SENTENCE in words(at_ravis.get(page))


def test_the_owner_erases_the_words_of_the_guide(page, at_ravis, maya):
    save(browser(maya), page)
    erase(at_ravis, page, at_ravis.get(page))
    assert SENTENCE not in words(browser(maya).get(page))


def test_erasing_what_is_not_there_is_fine(page, at_ravis):
    assert at_ravis.post(page, {"verb": f"erase:{uuid.uuid4()}:1"})["Location"] == page


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST + 1)])
def test_too_little_or_too_much_is_told_and_kept(page, at_ravis, text):
    answer = save(at_ravis, page, text)
    assert answer.status_code == 200
    assert "What you typed is still on this page." in words(answer)
    assert text in words(answer)


@pytest.mark.parametrize("rev", ["", "first", "-1", "1.5", "9" * 400])
def test_a_form_somebody_tampered_with_is_told(page, at_ravis, rev):
    answer = save(at_ravis, page, rev=rev)
    assert answer.status_code == 200
    assert SENTENCE in words(answer)


def test_before_the_other_can_read_nothing_is_written(maya, ravi):
    journey = begin(maya, ravi)
    page = f"/journey/{journey.id}/"
    assert "nothing is written about a person" in words(browser(maya).get(page))

    answer = save(browser(maya), page)

    assert "You two cannot both read this yet." in words(answer)
    assert SENTENCE in words(answer)  # what was typed is not lost


def test_a_reader_somebody_added_from_outside_stops_saving(page, talks, at_ravis):
    save(at_ravis, page)
    Member.objects.create(circle_id=talks.circle, person=uuid.uuid4())
    refused = erase(at_ravis, page, at_ravis.get(page))
    for answer in (save(at_ravis, page, ANOTHER, 1), refused):
        assert answer.status_code == 200
        assert "Somebody changed this record outside Yonder." in words(answer)
    assert ANOTHER not in words(at_ravis.get(page))


def test_a_damaged_box_is_a_sentence(page, talks, at_ravis):
    box = bytearray(Body.objects.get(circle=talks.circle).box)
    box[-1] ^= 1
    Body.objects.filter(circle=talks.circle).update(box=bytes(box))
    for answer in (at_ravis.get(page), save(at_ravis, page), at_ravis.get(f"{page}readers/")):
        assert "This box is damaged and does not open." in words(answer)
        assert "opens this page for you" not in words(answer)
    assert SENTENCE in words(save(at_ravis, page))


def test_a_new_key_reads_nothing_from_before(page, at_ravis, ravi, olga):
    from tests.web.test_passwords import NEW, slip_for

    save(at_ravis, page)
    anew = browser()
    anew.post(slip_for(ravi.person, olga), {"password": NEW})
    answer = anew.get(page)
    assert answer.status_code == 200
    assert SENTENCE not in words(answer)


def test_an_outsider_finds_nothing(page, talks, ravi, omar, hana, olga):
    write(ravi, talks, SENTENCE)
    for who in (omar, hana, olga):
        assert browser(who).get(page).status_code == 404
        assert save(browser(who), page).status_code == 404
