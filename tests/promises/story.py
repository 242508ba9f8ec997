"""Olga and Ravi begin, are paired and write, over HTTP; each typed thing is one to look for."""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import count

from tests.promises.canaries import SENTENCE, sentence
from tests.promises.visitor import Answer, Visitor
from tests.serving import Served
from yonder.vault import digits

PASSWORDS = {"olga": "quokka stones hum 41", "ravi": "tapir lanterns glow 52"}
WRONG = "gecko drums are mute 63"


@dataclass
class Story:
    """Two devices, the page of the two, and everything that must be in no file."""

    olga: Visitor
    ravi: Visitor
    journey: str
    secrets: list[str] = field(default_factory=list)
    numbers: count = field(default_factory=count)

    def typed(self) -> str:
        """A fresh sentence."""
        return sentence(next(self.numbers))

    def write(self, who: Visitor, **more: object) -> Answer:
        fields = {"verb": "write", "text": self.typed(), "rev": 0}
        return who.post(self.journey, **fields | more)


def begin(served: Served) -> Story:
    """The first run, an invitation, a yes, and the twelve digits."""
    olga, ravi = Visitor(served.ready), Visitor(served.ready)
    first_run = re.sub(r"^\w+://[^/]+", "", served.first_run)
    names = {"workplace": "Fernhill Bakery", "login": "olga"}
    olga.post(first_run, **names, password=PASSWORDS["olga"])
    made = olga.post("/invite/", name="Ravi", email="", listens="me")
    link = re.search(r"(/invitation/[\w=-]+/)", made.page)[1]
    arrived = ravi.post(link + "join/", name="Ravi", login="ravi", password=PASSWORDS["ravi"])
    story = Story(olga, ravi, re.search(r"(/journey/[\w-]+/)", arrived.path)[1])
    story.secrets += [SENTENCE, *PASSWORDS.values(), WRONG]
    _pair(story)
    story.secrets += [who.cookie("unlock") for who in (olga, ravi)]
    return story


def _pair(story: Story) -> None:
    shown = story.olga.post(story.journey + "key/", verb="open").page
    code = digits.normal(re.search(r"#(\d{12})|(\d{4}\s\d{4}\s\d{4})", _plain(shown))[0])
    other = next(f"{n:012}" for n in count(1) if digits.is_sound(f"{n:012}") and f"{n:012}" != code)
    for given in ("123456789012", other, code):
        story.ravi.post(story.journey + "key/", verb="digits", digits=given)
        story.olga.post(story.journey + "key/", verb="said")
    story.ravi.post(story.journey + "key/", verb="take")
    story.secrets += [code, digits.spoken(code)]
    assert "You and Olga can read this." in unescape(story.ravi.get(story.journey).page)


def _plain(page: str) -> str:
    """The words of a page without its markup, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
