"""What every test stands on: its own folders, its own databases, and no way out of this machine."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Settings are read at the first import of Django's parts, so the folders must be chosen before.
FOLDER = Path(tempfile.mkdtemp(prefix="yonder-tests-"))
for name in [name for name in os.environ if name.startswith("YONDER_") and "BROWSER" not in name]:
    del os.environ[name]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "yonder.settings",
    "YONDER_DATA": str(FOLDER / "data"),
    "YONDER_RING": str(FOLDER / "ring"),
    "YONDER_UNLOCK": str(FOLDER / "unlock"),
    # The browser's driver runs a loop in the main thread, where tests also ask the database.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "yes",
}

import django  # noqa: E402 (the folders come first)
import pytest  # noqa: E402

django.setup()

pytest_plugins = ["tests.browsing", "tests.cast", "tests.post_office", "tests.serving"]
# Which word of an audited event names the other side.
WHERE_TO = {"socket.connect": 1, "socket.getaddrinfo": 0}
LOOPBACK = ("127.", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="full counts in the long tests")


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_stay_on_this_machine)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "chromium" in fixtures:
            item.add_marker(pytest.mark.browser)
        # The unlock store is a second database with SQLite: a test that may use one may use both.
        mark = item.get_closest_marker("django_db")
        if mark or {"db", "transactional_db", "live_server"} & set(fixtures):
            words = {"databases": "__all__", **(mark.kwargs if mark else {})}
            item.add_marker(pytest.mark.django_db(**words), append=False)


@pytest.fixture(scope="session", autouse=True)
def style_and_scripts() -> None:
    """Pages name their style and scripts by what `yonder serve` would have collected."""
    from yonder.cli.preparing import collect_static

    collect_static()


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Databases in files, as in real life: two threads then meet the locks they will meet there."""
    from django.conf import settings

    for alias, database in settings.DATABASES.items():
        if "sqlite3" in database["ENGINE"]:
            database["TEST"]["NAME"] = str(FOLDER / f"{alias}.sqlite3")


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Was `--long` asked for?"""
    return bool(request.config.getoption("--long"))


@pytest.fixture(scope="session")
def counts(long: bool) -> Callable[[int, int], int]:
    """`counts(100, 1000)`: the first by default, the second with `--long`."""
    return lambda short, full: full if long else short


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short-lived folder with a short path, as sockets and data folders need it."""
    with tempfile.TemporaryDirectory(prefix="yonder-") as path:
        yield Path(path)


def _stay_on_this_machine(event: str, words: tuple[Any, ...]) -> None:
    if event not in WHERE_TO:
        return
    target = words[WHERE_TO[event]]
    host = target[0] if isinstance(target, tuple) else target
    host = host.decode() if isinstance(host, bytes) else host
    if host and not host.startswith(("/", *LOOPBACK)):
        raise PermissionError(f"A test reached for {host}. Tests stay on this machine.")
