"""Sentences go in through every form; then every byte the server wrote is searched for them.

Databases, their logs, ring, unlock store, server log at DEBUG, letters, temporary files, backups.
"""

import base64
import html
import re
import sys
import tempfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import serving
from tests.elsewhere import with_postgres_tools
from tests.promises import story
from tests.promises.canaries import SENTENCE, found_in, search, sentence
from tests.promises.places import everything
from tests.promises.telling import tell
from tests.serving import own_database, yonder
from tests.serving import serving as run


@contextmanager
def loud_server(office):
    """A Yonder that says all it can, with its temporary files where we can see them."""
    with tempfile.TemporaryDirectory(prefix="yonder-") as path, own_database() as database:
        folder = Path(path)
        (folder / "temporary").mkdir()
        loud = {"YONDER_LOG_LEVEL": "DEBUG", "TMPDIR": str(folder / "temporary")}
        office.messages.clear()
        with run(folder=folder, **loud, **office.variables, **database) as served:
            yield served, database


def copied(served, database):
    """A backup of it all, made while it runs, and the copy of the ring."""
    places = [str(served.folder / name) for name in ("backups", "ring-copy")]
    with_postgres_tools()
    done = yonder("backup", places[0], "--ring", places[1], folder=served.folder, **database)
    assert done.returncode == 0, done.stderr
    assert list(Path(places[0]).rglob("manifest.json"))


@pytest.fixture(scope="module")
def aftermath(open_post_office):
    """What was found while the server ran and after it had stopped, and its log."""
    with loud_server(open_post_office) as (served, database):
        told = tell(served, database)
        copied(served, database)
        places = everything(served, open_post_office, database)
        running = search(places, told.secrets)
        served.stop()
        stopped = search(places, told.secrets)
        yield running, stopped, (served.folder / "errors.txt").read_text()


def test_no_byte_the_server_wrote_holds_what_was_typed(aftermath):
    running, stopped, log = aftermath
    assert running == []
    assert stopped == []
    assert "Error " in log  # it stumbled once, and said where


def test_the_log_names_no_journey_and_no_link(aftermath):
    *_, log = aftermath
    assert "at journey" in log
    assert not re.findall(r"/(?:journey|invitation|reset|invite)/[\w%-]+", log)


def test_a_server_that_quotes_a_sentence_is_caught(open_post_office, monkeypatch):
    """The control: a Yonder that keeps “Saved: …” as a message after saving."""
    leaky = [sys.executable, "-m", "tests.promises.leaky"]
    monkeypatch.setattr(serving, "YONDER", leaky)
    with loud_server(open_post_office) as (served, database):
        told = story.begin(served)
        told.write(told.ravi)
        hits = search(everything(served, open_post_office, database), [SENTENCE])
    assert hits


@pytest.mark.parametrize(
    "hidden",
    [
        SENTENCE.encode(),
        SENTENCE.lower().encode(),
        SENTENCE.encode("utf-16"),
        SENTENCE.encode().hex().encode(),
        quote(SENTENCE).encode(),
        html.escape(SENTENCE).encode(),
        zlib.compress(b"before " + SENTENCE.encode() + b" after"),
        base64.urlsafe_b64encode(zlib.compress(SENTENCE.encode())),
        *(base64.b64encode(b"x" * shift + SENTENCE.encode() + b"yz") for shift in range(3)),
    ],
)
def test_the_search_sees_through_every_form(hidden):
    assert found_in(bytes(1000) + hidden + bytes(1000), SENTENCE)
    assert not found_in(bytes(1000) + hidden[: len(hidden) // 2] + bytes(1000), SENTENCE)


def test_the_search_looks_into_every_folder(folder):
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "journal-wal").write_bytes(sentence(7).encode())
    assert len(search([folder], [SENTENCE])) == 1
