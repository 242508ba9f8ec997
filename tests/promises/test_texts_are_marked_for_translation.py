"""Every sentence people read can be put into another language."""

import re
from html.parser import HTMLParser

from tests.promises.sources import texts

MARKED = re.compile(
    r"{%-?\s*(?:trans|blocktrans)\b.*?{%-?\s*endtrans\s*-?%}|{{.*?}}|{%.*?%}|{#.*?#}", re.S
)
NAMES = {"Yonder", "· Yonder", "·", "›", "→", "…"}
READ_OUT = {"alt", "title", "aria-label", "placeholder"}


class Words(HTMLParser):
    """Collects what a page says in words of its own."""

    def __init__(self):
        super().__init__()
        self.found, self._silent = [], 0

    def handle_starttag(self, tag, attrs):
        self._silent += tag in ("script", "style")
        self.found += [value for name, value in attrs if name in READ_OUT and value]

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")

    def handle_data(self, data):
        self.found += [] if self._silent else [data]


def unmarked(page):
    parser = Words()
    parser.feed(MARKED.sub("", page))
    said = (" ".join(words.split()) for words in parser.found)
    return [words for words in said if re.search(r"[A-Za-z]{2}", words) and words not in NAMES]


def test_every_text_on_a_page_is_marked():
    pages = texts("yonder/web/templates/*.html")
    assert pages
    found = {path: unmarked(page) for path, page in pages.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_a_text_without_a_mark_would_be_found():
    """The control."""
    assert unmarked('<p>{{ _("Fine") }}</p><p>Not fine</p><img alt="Nor this">') == [
        "Not fine",
        "Nor this",
    ]
