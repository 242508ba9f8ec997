"""What somebody asks of a journey, again and again, without making it longer."""

import re
from collections.abc import Callable
from functools import partial
from typing import Protocol

from bench.visitor import Answer

LIMIT, JOURNEY, ROOM, LINE = "limit page", "journey page", "room page", "line page"
TEAM = "team page"
VERB, TRIP = "one verb", "one verb and its page"
QUESTION = "question of an open page"
REV = re.compile(r'name="rev" value="(\d+)" id="note-rev"')
SEEN = re.compile(r'data-seen="([\w-]+)"')
SENTENCES = ("I would rather bake in the mornings now.", "I would like to bake at night again.")

Ask = Callable[[], Answer]
Begin = Callable[[], Ask]


class Asker(Protocol):
    """A visitor over the network, or one inside the process."""

    def get(self, path: str, wanted: int = 200, **headers: str) -> Answer: ...
    def post(self, path: str, form: dict[str, str]) -> Answer: ...


def asks(asker: Asker, path: str) -> dict[str, Begin]:
    """Name → looks at the page as it is now, and gives what can then be asked many times."""
    if not path.startswith("/journey/"):
        return {TEAM: lambda: partial(asker.get, path)}
    return {
        JOURNEY: lambda: partial(asker.get, path),
        ROOM: lambda: partial(asker.get, f"{path}room/"),
        LINE: lambda: partial(asker.get, f"{path}line/"),
        VERB: lambda: Rewording(asker, path).send,
        TRIP: lambda: Rewording(asker, path).send_and_look,
        QUESTION: lambda: _question(asker, path),
    }


class Rewording:
    """Somebody changes their sentence, each time over what the time before has left."""

    def __init__(self, asker: Asker, path: str):
        self.asker, self.path = asker, path
        self.rev = int(_found(REV, asker.get(path).page))

    def send(self) -> Answer:
        """The form alone. Scripts or not, the answer sends the browser on to the page."""
        form = {"verb": "write", "rev": str(self.rev), "text": SENTENCES[self.rev % 2]}
        answer = self.asker.post(self.path, form)
        self.rev += 1
        return answer

    def send_and_look(self) -> Answer:
        """The form and the page: what it takes until the new words stand there."""
        return self.send() + self.asker.get(self.path)


def _question(asker: Asker, path: str) -> Ask:
    """Has something changed? Every page that is open asks so, and nothing has."""
    seen = _found(SEEN, asker.get(path).page)
    headers = {"X-Waiting": "yes", "X-Seen": seen}
    return partial(asker.get, path, 204, **headers)


def _found(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, f"The page has nothing like {pattern.pattern}."
    return found[1]
