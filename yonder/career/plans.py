"""A plan: steps in four pillars. Who does what by when, and what it is for (method.md 6)."""

import uuid
from collections.abc import Iterable
from typing import Any

import msgspec

from yonder.career import ties
from yonder.career.pages import Kept, NotHere, Pages
from yonder.career.skills import skills
from yonder.career.visions import visions

KIND, PLAN = "action", "plan"
PILLARS = ("learn", "people", "work", "next")
OWNER, GUIDE = "owner", "guide"
OPEN, DONE, OFF = "open", "done", "off"
STEP, ASK, INTRODUCTION = "step", "ask", "introduction"
ASKED, INTRODUCED, MET = STAGES = ("asked", "introduced", "met")
HORIZONS = (3, 6, 12, 18)  # months


class Action(msgspec.Struct):
    """A step. `who` is one of the two; `by` a day number, 0 for none: then it is a draft. `moved`
    counts new dates. `whom` is who to ask, or to meet; `stage` how far an introduction has come."""

    text: str
    pillar: str
    who: str = ""
    by: int = 0
    kind: str = STEP
    whom: str = ""
    stage: str = ""
    state: str = OPEN
    moved: int = 0
    reason: str = ""

    @property
    def is_draft(self) -> bool:
        """Somebody or a date is missing. Its text is kept."""
        return not (self.who and self.by)


class Plan(msgspec.Struct):
    """`agreed` are those of the two who have said so; `weeks` how often they look at it."""

    horizon: int = 18
    weeks: int = 6
    agreed: list[uuid.UUID] = []


class NoStepByTheGuide(Exception):
    """A plan with steps for one side is homework (method.md requirement 28)."""


class NoStepYet(Exception):
    """There is nothing to agree on."""


def actions(pages: Pages) -> list[Kept[Action]]:
    """The steps this person sees here, in the order they were written."""
    return pages.of_kind(KIND, Action)


def add(pages: Pages, action: Action, serves: Iterable[uuid.UUID], *, only_me: bool) -> None:
    """Write down a step and what it is for (ids of skills or pictures). Raises as `Pages.add`."""
    entry = pages.add(KIND, action, only_me=only_me)
    serve(pages, entry.id, serves)


def edit(pages: Pages, entry: uuid.UUID, rev: int, action: Action) -> None:
    """Other words, another date, another one who does it; either of the two. Raises `NotHere`,
    `Moved`. What has become of the step stays."""
    kept = pages.read_at(KIND, Action, entry, rev)
    before = kept.noun
    stays = {name: getattr(before, name) for name in ("state", "moved", "reason", "stage")}
    pages.reword(kept, msgspec.structs.replace(action, **stays))


def serve(pages: Pages, entry: uuid.UUID, serves: Iterable[uuid.UUID]) -> None:
    """Let a step be for these skills and pictures (ids), and for no others this person sees."""
    action, chosen, ends = pages.find(KIND, Action, entry), set(serves), purposes(pages)
    ties.untie(pages, action, [end.origin for end in ends if end.id not in chosen])
    for end in ends:
        if end.id in chosen:
            ties.tie(pages, action, end)


def purposes(pages: Pages) -> list[Kept[Any]]:
    """What a step can be for: the chosen skills first, the others, then the pictures."""
    every = sorted(skills(pages), key=lambda kept: not kept.noun.chosen)
    return [*every, *visions(pages)]


def done(pages: Pages, entry: uuid.UUID) -> None:
    """It is done. Raises `NotHere`."""
    _become(pages, entry, state=DONE)


def move(pages: Pages, entry: uuid.UUID, by: int, reason: str) -> None:
    """A new date (day number), because …"""
    kept = pages.find(KIND, Action, entry)
    _become(pages, entry, by=by, reason=reason, moved=kept.noun.moved + 1, state=OPEN)


def take_off(pages: Pages, entry: uuid.UUID, reason: str) -> None:
    """Off the list, because …; it stays readable under the plan."""
    _become(pages, entry, state=OFF, reason=reason)


def reopen(pages: Pages, entry: uuid.UUID) -> None:
    """Done or off by mistake: it is open again."""
    _become(pages, entry, state=OPEN)


def get_on(pages: Pages, entry: uuid.UUID, stage: str) -> None:
    """An introduction is asked for, then made, then the two have met."""
    if stage not in STAGES:
        raise NotHere
    _become(pages, entry, stage=stage, state=DONE if stage == MET else OPEN)


def plan(pages: Pages) -> Plan:
    """What the two have said about the plan as a whole."""
    found = pages.common.of_kind(PLAN, Plan)
    return found[0][1] if found else Plan()


def look_ahead(pages: Pages, *, horizon: int, weeks: int) -> None:
    """How far the plan looks (months), and how often the two look at it (weeks)."""
    if horizon in HORIZONS and 2 <= weeks <= 26:
        _put(pages, msgspec.structs.replace(plan(pages), horizon=horizon, weeks=weeks))


def agree(pages: Pages) -> None:
    """ "I agree to my part". Raises `NoStepYet`, and `NoStepByTheGuide` where somebody listens."""
    firm = [kept.noun for kept in actions(pages) if not kept.noun.is_draft and not kept.only_me]
    if pages.shared is None:
        firm = [kept.noun for kept in actions(pages) if not kept.noun.is_draft]
    if not firm:
        raise NoStepYet
    if pages.shared and not any(one.who == GUIDE for one in firm):
        raise NoStepByTheGuide
    said = plan(pages)
    if pages.me not in said.agreed:
        _put(pages, msgspec.structs.replace(said, agreed=[*said.agreed, pages.me]))


def is_agreed(pages: Pages, *, dated: bool) -> bool:
    """The plan counts once both have agreed and the first check-in has a day."""
    needed = 2 if pages.shared else 1
    return len(plan(pages).agreed) >= needed and (dated or pages.shared is None)


def _become(pages: Pages, entry: uuid.UUID, **fields: object) -> None:
    kept = pages.find(KIND, Action, entry)
    pages.mark(kept, msgspec.structs.replace(kept.noun, **fields))


def _put(pages: Pages, fresh: Plan) -> None:
    record, found = pages.touch(pages.common), pages.common.of_kind(PLAN, Plan)
    if found:
        record.reword(found[0][0], fresh)
    else:
        record.add(PLAN, fresh, pages.me)
