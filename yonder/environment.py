"""Typed readers for the environment. A wrong value stops the start with one plain sentence."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

from django.core.exceptions import ImproperlyConfigured


def text(name: str) -> str:
    """The variable, or the content of the file that `NAME_FILE` points to, or nothing."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(
                f"{name}_FILE names {path}, which cannot be read."
            ) from error
    return os.environ.get(name, "").strip()


def number(name: str, default: int) -> int:
    value = text(name)
    if value and not value.isdigit():
        raise ImproperlyConfigured(f"{name} takes a whole number, not “{value}”.")
    return int(value) if value else default


def flag(name: str, *, default: bool) -> bool:
    value = text(name).lower()
    if value and value not in ("yes", "no"):
        raise ImproperlyConfigured(f"{name} takes yes or no, not “{value}”.")
    return value == "yes" if value else default


def hours(name: str, default: tuple[int, int]) -> tuple[int, int]:
    """From which full hour until which, as `7-20`."""
    value = text(name)
    first, dash, last = value.partition("-")
    whole = dash and first.isdecimal() and last.isdecimal()
    if value and not (whole and int(first) < int(last) <= 24):
        raise ImproperlyConfigured(f"{name} takes two hours of a day, such as 7-20, not “{value}”.")
    return (int(first), int(last)) if value else default


def data_folder() -> Path:
    """One folder per user of the machine, unless `--data` or YONDER_DATA names another."""
    state = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(text("YONDER_DATA") or Path(state) / "yonder").absolute()


def state_folder() -> Path:
    """Where the copy of the ring lies unless a command names another place: per user as well."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return (Path(state) / "yonder").absolute()


def address() -> ParseResult | None:
    """The https address people use, or None when only this machine is served (decision 24)."""
    value = text("YONDER_ADDRESS")
    if not value:
        return None
    parsed = urlparse(value.rstrip("/"))
    if parsed.scheme != "https" or not parsed.hostname:
        raise ImproperlyConfigured(
            "YONDER_ADDRESS takes an address that begins with https://. "
            "Plain http is for this machine alone, because keys would travel in the open."
        )
    return parsed


def memory_folder(data: Path) -> Path:
    """Where the unlock store lies: memory if the machine has a place for it, never a backup."""
    if chosen := text("YONDER_UNLOCK"):
        return Path(chosen)
    shared = Path("/dev/shm")  # noqa: S108 a folder of our own in it, refused if somebody else's
    root = shared if os.access(shared, os.W_OK) else Path(tempfile.gettempdir())
    name = hashlib.sha256(f"{os.getuid()}{data}".encode()).hexdigest()[:16]
    return root / f"yonder-{name}"


def database(data: Path, unlock: Path) -> dict[str, dict[str, object]]:
    """SQLite in the data folder, or the PostgreSQL that DATABASE_URL names."""
    url = urlparse(text("DATABASE_URL"))
    if not url.scheme:
        _make_own(unlock)
        durable = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        passing = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
        return {
            "default": _sqlite(data / "yonder.sqlite3", durable),
            "unlock": _sqlite(unlock / "unlock.sqlite3", passing),
        }
    if url.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL takes postgresql://…, or leave it out for SQLite.")
    options = dict(parse_qsl(url.query))
    server: dict[str, object] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": url.port or "",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": 8}},
    }
    return {"default": server}


def _make_own(folder: Path) -> None:
    """On a machine with several accounts, nobody else may have made this folder before us."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = folder.stat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise ImproperlyConfigured(
            f"{folder} is open to other accounts of this machine. Nothing was written to it. "
            "Remove it, or name another folder with YONDER_UNLOCK."
        )


def _sqlite(path: Path, pragmas: str) -> dict[str, object]:
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": options}
