"""A browser as small as can be: cookies, forms, and answers, over real HTTP."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http.cookiejar import CookieJar
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass
class Answer:
    status: int
    heads: Message
    page: str
    path: str


class Visitor:
    """One person at one device. `get` and `post` follow where they are led."""

    def __init__(self, address: str):
        self.address, self.cookies, self.proof = address, CookieJar(), ""
        keep = urllib.request.HTTPCookieProcessor(self.cookies)
        self._opener = urllib.request.build_opener(keep)

    def get(self, path: str, **heads: str) -> Answer:
        return self._ask(urllib.request.Request(self.address + path, headers=heads))  # noqa: S310

    def post(self, path: str, **fields: object) -> Answer:
        """Send a form of ours; the proof that it is ours comes from the page itself."""
        return self.send(path, urlencode({**fields, "csrfmiddlewaretoken": self.token}).encode())

    def send(
        self, path: str, body: bytes, kind: str = "application/x-www-form-urlencoded"
    ) -> Answer:
        heads = {"Content-Type": kind, "X-CSRFToken": self.token}
        return self._ask(urllib.request.Request(self.address + path, body, heads))  # noqa: S310

    def stranger(self) -> "Visitor":
        """A form of somebody else's page, sent by this person's browser."""
        foreign = Visitor(self.address)
        foreign.cookies, foreign._opener, foreign.proof = self.cookies, self._opener, "made up"
        return foreign

    def cookie(self, name: str) -> str:
        return next((one.value or "" for one in self.cookies if one.name == name), "")

    @property
    def token(self) -> str:
        return self.proof or TOKEN.search(self.get("/reset/").page)[1]

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=30) as answer:
                page = answer.read().decode(errors="replace")
                return Answer(answer.status, answer.headers, page, _path(answer.url))
        except urllib.error.HTTPError as error:
            page = error.read().decode(errors="replace")
            return Answer(error.code, error.headers, page, _path(error.url))
        except (urllib.error.URLError, ConnectionError):
            # The server stops listening to what is too big.
            return Answer(0, Message(), "", request.selector)


def _path(url: str) -> str:
    return re.sub(r"^\w+://[^/]+", "", url)
