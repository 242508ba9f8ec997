"""Our scripts write into no store of the browser, and pages hold nothing that would."""

import re

from tests.promises.sources import texts

STORES = r"localStorage|sessionStorage|indexedDB|caches\b|CacheStorage|serviceWorker"
STORES += r"|document\.cookie|cookieStore|\.storage\b|openDatabase|requestFileSystem"
SENDS_AWAY = r"https?://|sendBeacon|WebSocket|EventSource|XMLHttpRequest|window\.open"
RUNS_TEXT = r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write"


def lines(pattern, found):
    return [
        f"{path}: {line.strip()}"
        for path, content in found.items()
        for line in content.splitlines()
        if re.search(pattern, line)
    ]


def scripts():
    return texts("yonder/web/static/js/*.js")


def test_scripts_keep_nothing():
    assert scripts()
    assert lines(STORES, scripts()) == []


def test_scripts_send_nothing_elsewhere_and_run_no_text():
    assert lines(SENDS_AWAY, scripts()) == []
    assert lines(RUNS_TEXT, scripts()) == []


def test_pages_load_nothing_from_elsewhere():
    pages = texts("yonder/web/templates/*.html", "yonder/web/static/css/*.css")
    assert lines(r"(src|href|action)=[\"']https?:|url\([\"']?(https?:)?//", pages) == []


def test_no_page_is_offered_for_keeping():
    pages = texts("yonder/web/templates/*.html")
    assert lines(r"rel=.manifest|appcache", pages) == []


def test_a_script_that_keeps_a_draft_would_be_found():
    """The control."""
    draft = {"draft.js": "sessionStorage.setItem('draft', field.value);\nfetch(form.action)"}
    assert len(lines(STORES, draft)) == 1
