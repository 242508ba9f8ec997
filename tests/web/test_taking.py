"""Take it away: who gets which words as a file, and what the owner says about it."""

import re
from html.parser import HTMLParser

import pytest

from tests.career.stage import change
from tests.cast import PASSWORD, begin, browser, words
from tests.interchange.carrying import ALONE, GUIDES, OWNERS, live
from yonder.career import endings, pivots, plans, taking
from yonder.career.pages import open_pages
from yonder.career.pivots import Pivot
from yonder.interchange import yonder_files

OWN = "/pages/take/"
KINDS = ("for-people", "for-programs")
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=//evil.example onerror=alert(1)>',
    "</style><base href=//evil.example>",
    "{{ 7 * 7 }} {% raw %}",
    "]]>&lt;svg onload=x>",
    '<a href="javascript:alert(1)">',
)


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


# ---- the file to read ----------------------------------------------------------------------------


RUNS = {"script", "iframe", "object", "embed", "img", "base", "link", "form", "a", "button"}


class Found(HTMLParser):
    """The elements of a page, their attributes, and what is written in it."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.text = set(), [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def raw(visitor):
    return visitor.post(OWN, {"verb": "for-people"}).content.decode()


def faults(page):
    """Everything in a page that could run, or ask somebody for something."""
    found = Found(page)
    wrong = found.names & {
        "script",
        "iframe",
        "object",
        "embed",
        "img",
        "base",
        "link",
        "form",
        "a",
    }
    wrong |= {name for name, _ in found.attributes if name.startswith("on")}
    wrong |= {value for name, value in found.attributes if name == "href" and value[:1] != "#"}
    wrong |= {name for name, _ in found.attributes if name in ("src", "srcset", "action", "style")}
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    return wrong | {url for url in re.findall(r'url\("?([^")]{1,20})', style) if url[:5] != "data:"}


def test_words_run_nothing_in_the_file_and_stand_there_as_they_were_written(page, ravi):
    for text in NASTY:
        turn = Pivot(text, text, text)
        change(ravi, None, lambda pages, turn=turn: pivots.write(pages, turn, only_me=True))
        browser(ravi).post("/pages/", {"verb": "vision-write", "name": text[:80], "text": text})
    file = raw(browser(ravi))
    assert faults(file) == set()
    text = Found(file).text
    assert [one for one in NASTY if one not in text] == []


def test_control_a_word_that_is_not_escaped_would_be_found(ravi):
    file = raw(browser(ravi))
    assert faults(file) == set()
    for text in NASTY[:3]:
        assert faults(file.replace("</body>", f"<p>{text}</p></body>")) != set()


def test_the_file_stays_small_and_brings_its_letters_along(page, ravi):
    file = raw(browser(ravi))
    assert len(file) < 300_000
    assert file.count("data:font/woff2;base64,") == 2
    assert "default-src 'none'" in file


def test_the_file_says_what_was_shown_and_what_was_not(page, ravi):
    text = " ".join(Found(raw(browser(ravi))).text.split())
    assert "Shown to Maya" in text
    assert "Only me" in text
    assert "not closed with a key" in text
