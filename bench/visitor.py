"""Somebody with a browser, as far as a server can tell: cookies, forms, one open connection."""

import gzip
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from types import TracebackType
from urllib.parse import urlencode, urlsplit

SECONDS_TO_ANSWER = 30
SECONDS_QUIET = 1.0  # the web server hangs up after two
HEADERS = {"Accept-Encoding": "gzip", "User-Agent": "bench"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Unexpected(Exception):
    """An answer that says the wrong thing would be measured: better to stop."""


@dataclass(frozen=True)
class Answer:
    """What came over the wire, and how long it took from asking to the last byte."""

    body: bytes
    packed: bool = False
    seconds: float = 0.0

    def __add__(self, after: "Answer") -> "Answer":
        return Answer(after.body, after.packed, self.seconds + after.seconds)

    @property
    def page(self) -> str:
        return (gzip.decompress(self.body) if self.packed else self.body).decode()


class Visitor:
    """One connection to one server, open until the block ends."""

    def __init__(self, address: str):
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=SECONDS_TO_ANSWER)
        self.cookies: dict[str, str] = {}
        self._spoke = 0.0

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    def get(self, path: str, wanted: int = 200, **headers: str) -> Answer:
        """A page. Raises `Unexpected` when the answer has another status."""
        return self._ask("GET", path, None, headers, wanted)

    def post(self, path: str, form: dict[str, str]) -> Answer:
        """A form that is taken, so one is sent on. Raises `Unexpected` when it is refused."""
        own = {"csrfmiddlewaretoken": self.cookies.get("csrf", "")}
        return self._ask("POST", path, urlencode(form | own), FORM, wanted=302)

    def sign_in(self, login: str, password: str) -> Answer:
        """By the form alone; it has been shown before. Forgets who was signed in until now."""
        for gone in ("session", "unlock"):
            self.cookies.pop(gone, None)
        return self.post("/sign-in/", {"name": login, "password": password})

    def again(self) -> "Visitor":
        """The same browser on a line of its own."""
        other = Visitor(f"http://{self.connection.host}:{self.connection.port}")
        other.cookies = dict(self.cookies)
        return other

    def _ask(
        self, verb: str, path: str, body: str | None, headers: dict[str, str], wanted: int
    ) -> Answer:
        if time.perf_counter() - self._spoke > SECONDS_QUIET:
            self.connection.close()
        began = time.perf_counter()
        self.connection.request(verb, path, body, HEADERS | self._cookie() | headers)
        response = self.connection.getresponse()
        read = response.read()
        self._spoke = time.perf_counter()
        if response.status != wanted:
            raise Unexpected(f"{verb} {path} was answered with {response.status}.")
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        packed = response.headers["Content-Encoding"] == "gzip"
        return Answer(read, packed, self._spoke - began)

    def _cookie(self) -> dict[str, str]:
        said = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": said} if said else {}
