"""What people do with a browser, as steps: come in, invite, join, say and type the digits."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

PASSWORDS = {
    "olga": "nine boats in the harbour",
    "maya": "a quiet walk before work",
    "ravi": "upright seams on fridays",
    "kofi": "eleven loaves before dawn",
    "hana": "paper lanterns in autumn",
}


@dataclass
class Visitor:
    """Somebody at a page."""

    page: Page
    address: str
    name: str

    def goes(self, path: str) -> None:
        self.page.goto(self.address + path)

    def presses(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def fills(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def reads(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def stands_before(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def signs_in(self) -> None:
        self.goes("/sign-in/")
        self.fills("Sign-in name or e-mail address", self.name)
        self.fills("Password", PASSWORDS[self.name])
        self.presses("Sign in")
        expect(self.page).to_have_url(self.address + "/")


def begin_workplace(visitor: Visitor, link: str) -> None:
    """The very first visit."""
    visitor.page.goto(link)
    visitor.fills("What is your workplace called?", "Harbour Works")
    visitor.fills("Your sign-in name", visitor.name)
    visitor.fills("Your password", PASSWORDS[visitor.name])
    visitor.presses("Begin")
    visitor.stands_before(f"Hello, {visitor.name.title()}.")


def invite(visitor: Visitor, name: str) -> str:
    """Invite somebody without e-mail; gives the link on the slip."""
    visitor.goes("/invite/")
    visitor.fills("First name", name)
    visitor.presses("Show the slip")
    visitor.stands_before(f"An invitation for {name}")
    found = re.search(r"http://localhost:\d+/invitation/[\w-]+/", visitor.page.content())
    assert found
    return found[0]


def join(visitor: Visitor, link: str, answer: str = "Yes") -> None:
    """Read the invitation, say yes, choose a name and a password."""
    visitor.page.goto(link)
    visitor.presses(answer)
    visitor.fills("Your sign-in name", visitor.name)
    visitor.fills("Your password", PASSWORDS[visitor.name])
    visitor.presses("Join")


def see_digits(visitor: Visitor, name: str) -> str:
    """Open it for `name`; gives the twelve digits to say."""
    visitor.goes("/")
    visitor.page.get_by_role("link", name=f"Open it for {name}").click()
    visitor.presses("Yes, show me the digits")
    found = re.search(r"\b\d{4} \d{4} \d{4}\b", visitor.page.locator("main").inner_text())
    assert found
    return found[0]


def write(visitor: Visitor, other: str, text: str) -> None:
    """Leave the other one a sentence."""
    visitor.goes("/")
    visitor.page.get_by_role("link", name=f"You and {other}").click()
    visitor.fills("Your sentence", text)
    saves_the_sentence(visitor)
    visitor.reads(text)


def saves_the_sentence(visitor: Visitor) -> None:
    visitor.page.locator("#note-new").get_by_role("button", name="Save").click()


def pairs_without_scripts(maya: Visitor, ravi: Visitor) -> None:
    """An invitation, a yes and the twelve digits, by pressing buttons alone."""
    maya.signs_in()
    join(ravi, invite(maya, "Ravi"))
    digits = see_digits(maya, "Ravi")
    ravi.presses("Maya has the digits now")
    ravi.fills("The twelve digits", digits)
    ravi.presses("Open")
    maya.presses("I have said them")
    ravi.presses("Look again")
