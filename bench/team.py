"""A guide with some journeys at different points, filled through the same verbs as real life.

Those who are listened to never sign in here, so their passwords are stretched as little as can be.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from tests.cast import CHEAP, PASSWORD, Somebody, join, talk
from yonder.career import plans, talks
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.plans import Action
from yonder.career.record import insist
from yonder.vault import identities
from yonder.vault.here import Vault
from yonder.vault.keyrings import Keyring
from yonder.vault.stretching import Stretcher

SMALL, LARGE = 6, 52
STEPS = ("Ask for a morning in the other shop", "Find out what the course costs")


@dataclass
class Here:
    """Somebody whose keyring is open all the while."""

    somebody: Somebody
    keyring: Keyring

    def __getattr__(self, name: str) -> object:
        return getattr(self.somebody, name)


def guide(vault: Vault, name: str, many: int) -> str:
    """Somebody called `name` who listens to so many. Gives the name they sign in with."""
    quick = replace(vault, stretcher=Stretcher(CHEAP))
    listens = _here(join(vault, name), quick)
    for place in range(many):
        owner = _here(join(quick, f"{name}-{place}", manager=listens.person), quick)
        _fill(talk(listens, owner), listens, owner, place)
    return name.lower()


def _here(somebody: Somebody, quick: Vault) -> Here:
    keyring = identities.sign_in(somebody.vault, somebody.person.id, PASSWORD)
    keyring.vault = somebody.vault = quick
    return Here(somebody, keyring)


def _fill(journey: Journey, guide: Here, owner: Here, place: int) -> None:
    """A third with a plan, a third with a life story, a third at the beginning; half with a day."""
    now = guide.keyring.vault.clock()
    if place % 3 == 0:
        for who in (guide, owner):
            insist(opener(who.keyring, journey.circle), _plan)
    if place % 3 == 1:
        _hold(owner, journey)
    if place % 2:
        journey.set_next(now + timedelta(days=place), now=now)


def _plan(pages: Pages) -> None:
    today = pages.private.circle.keyring.vault.today()
    for place, text in enumerate(STEPS):
        who = "owner" if pages.owns else "guide"
        plans.add(pages, Action(text, "work", who, today + place), [], only_me=False)
        talks.close(pages, talks.talk_of(pages), today)
    if pages.owns:
        plans.agree(pages)


def _hold(owner: Here, journey: Journey) -> None:
    today = owner.keyring.vault.today() - 35
    insist(
        opener(owner.keyring, journey.circle),
        lambda pages: talks.close(pages, talks.LIFE_STORY, today),
    )
