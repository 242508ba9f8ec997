"""The yardstick is fair: the web server and the database of Yonder, and no fourth query."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from bench.limit.serve import SETTINGS
from tests.serving import environment
from yonder.cli.processes import Web

ROOT = Path(__file__).parents[2]
ASKED = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "bench.limit.settings"
django.setup()
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from bench.limit.filling import fill
fill()
with CaptureQueriesContext(connection) as asked:
    page = Client(SERVER_NAME="127.0.0.1").get("/").content.decode()
print(len(asked), page.count("<tr"), connection.settings_dict["OPTIONS"]["init_command"])
"""


def test_the_limit_page_has_the_web_server_of_yonder():
    bare = Web.__new__(Web)
    bare.held = socket.socket()
    wanted = bare.wanted()
    os.close(int(wanted.pop("bind").removeprefix("fd://")))
    # Only Yonder has a clock that its workers have to let go of.
    wanted.pop("post_fork")

    assert wanted == SETTINGS


def test_the_limit_page_asks_three_times_and_shows_forty_rows(folder):
    words = [sys.executable, "-P", "-c", ASKED]
    kept = environment(folder, PYTHONPATH=str(ROOT))
    said = subprocess.run(words, env=kept, capture_output=True, text=True, check=True).stdout

    assert said.split(maxsplit=2)[:2] == ["3", "40"]
    assert "synchronous=FULL" in said
