"""Who is guessing? A device that signed in before may try; a stranger is slowed down (dec. 18)."""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from yonder.career.people import Person
from yonder.vault import limits
from yonder.vault.here import Vault

REMEMBERED = 100  # people one shared device remembers
ADDRESS_FREE = 100  # 52 people sit behind one tablet (finding 34)
YEAR = 365 * 24 * 3600


class Guesser:
    """The buckets one try is counted in: name and device, and loosely the address."""

    def __init__(self, request: HttpRequest, vault: Vault, name: str, person: Person | None):
        self.vault = vault
        device, known = _read(request)
        mark = _mark(device, person) if person else ""
        self.bucket = f"{mark}@{device}" if mark in known else f"name {name.strip().lower()}"
        self.address = f"address {request.META.get('REMOTE_ADDR', '')}"

    def refuse(self) -> None:
        """Raises `TooManyTries` before any expensive work is done."""
        limits.refuse_guessing(self.vault, self.bucket)
        limits.refuse_guessing(self.vault, self.address, free=ADDRESS_FREE)

    def was_wrong(self) -> None:
        limits.count_wrong(self.vault, self.bucket)
        limits.count_wrong(self.vault, self.address)

    def was_right(self) -> None:
        limits.forgive(self.bucket)


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
