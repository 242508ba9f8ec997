"""Who is guessing? A device that signed in before may try; a stranger is slowed down (dec. 18)."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from yonder.career.people import Person, normal
from yonder.vault import limits
from yonder.vault.here import Vault
from yonder.vault.refusals import Busy

REMEMBERED = 100  # people one shared device remembers
ADDRESS_FREE = 100  # 52 people sit behind one tablet (finding 34)
YEAR = 365 * 24 * 3600


class Guesser:
    """The buckets one try is counted in: name and device, and for strangers loosely the address.

    However a name is spelt, its tries fall into one bucket; each kind of secret has its own.
    """

    def __init__(
        self, request: HttpRequest, vault: Vault, name: str, person: Person | None, what: str = ""
    ):
        self.vault = vault
        device, known = _read(request)
        mark = _mark(device, person) if person else ""
        self.is_known = mark in known
        who = (
            f"{mark}@{device}" if self.is_known else f"name {person.id if person else normal(name)}"
        )
        self.bucket = f"{what} {who}"
        self.address = f"address {address_of(request)}"

    @contextmanager
    def one_try(self) -> Iterator[None]:
        """Counted before any expensive work; only `WrongSecret` inside lets it stay counted.

        Raises `TooManyTries` instead of trying at all.
        """
        limits.spend(self.vault, self.bucket)
        if not self.is_known:
            limits.spend(self.vault, self.address, free=ADDRESS_FREE)
        try:
            yield
        except Busy:
            limits.give_back(self.bucket)
            self._give_address_back()
            raise
        limits.forgive(self.bucket)
        self._give_address_back()

    def _give_address_back(self) -> None:
        if not self.is_known:
            limits.give_back(self.address)


def address_of(request: HttpRequest) -> str:
    """Where the browser is: behind our own proxy, the last address that the proxy has noted."""
    noted = request.headers.get("X-Forwarded-For", "") if settings.SECURE else ""
    return noted.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def is_known_device(request: HttpRequest, person: Person) -> bool:
    """Has this person signed in here before?"""
    device, known = _read(request)
    return _mark(device, person) in known


def remember_device(request: HttpRequest, response: HttpResponse, person: Person) -> None:
    """Give the browser a cookie that says: this person has signed in here before."""
    device, known = _read(request)
    device = device or secrets.token_urlsafe(16)
    marks = [mark for mark in known if mark != _mark(device, person)]
    value = signing.dumps([device, [*marks, _mark(device, person)][-REMEMBERED:]], salt="device")
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        value,
        max_age=YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Strict",
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        raw = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
        device, known = signing.loads(raw, salt="device", max_age=YEAR)
    except signing.BadSignature:
        return "", []
    return device, known


def _mark(device: str, person: Person) -> str:
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"{device} {person.id}".encode(), hashlib.sha256).hexdigest()[:12]
