"""The file to read: it runs nothing, asks nobody for anything, and says all that was written."""

import re
from html.parser import HTMLParser

import pytest

from tests.career.stage import change
from tests.cast import browser
from tests.interchange.carrying import live
from yonder.career import pivots
from yonder.career.pivots import Pivot

OWN = "/pages/take/"
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=//evil.example onerror=alert(1)>',
    "</style><base href=//evil.example>",
    "{{ 7 * 7 }} {% raw %}",
    "]]>&lt;svg onload=x>",
    '<a href="javascript:alert(1)">',
)


@pytest.fixture
def written(maya, ravi, talks):
    live(ravi, maya, talks)


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
    seen = Found(page)
    wrong = seen.names & RUNS
    wrong |= {name for name, _ in seen.attributes if name.startswith("on")}
    wrong |= {value for name, value in seen.attributes if name == "href" and value[:1] != "#"}
    wrong |= {name for name, _ in seen.attributes if name in ("src", "srcset", "action", "style")}
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    return wrong | {url for url in re.findall(r'url\("?([^")]{1,20})', style) if url[:5] != "data:"}


def test_words_run_nothing_in_the_file_and_stand_there_as_they_were_written(written, ravi):
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


def test_the_file_stays_small_and_brings_its_letters_along(written, ravi):
    file = raw(browser(ravi))
    assert len(file) < 300_000
    assert file.count("data:font/woff2;base64,") == 2
    assert "default-src 'none'" in file


def test_the_file_says_what_was_shown_and_what_was_not(written, ravi):
    text = " ".join(Found(raw(browser(ravi))).text.split())
    assert "Shown to Maya" in text
    assert "Only me" in text
    assert "not closed with a key" in text
