"""What a new guide will read: picked by its owner, item by item, and drawn before it is (46).

Nothing personal is ticked. A copy has an id of its own and the origin of what it was copied from;
ids come out of the owner's key, so that what is looked at beforehand is what is handed over.
"""

import uuid
from collections.abc import Iterable
from random import Random
from typing import Any

import msgspec
from msgspec.structs import replace

from yonder.career import plans, talks, ties
from yonder.career.pages import Kept, Pages
from yonder.career.people import Person
from yonder.career.pivots import pivots
from yonder.career.plans import Action, Plan
from yonder.career.record import GUIDE, OWNER, JourneyRecord
from yonder.career.skills import UNSAID, Skill, skills
from yonder.career.starts import STARTS
from yonder.career.ties import Tie
from yonder.career.values import CONFIRMED, Value
from yonder.career.visions import held_against, visions
from yonder.vault.keyrings import Keyring
from yonder.vault.payloads import encode
from yonder.vault.records import Entry
from yonder.vault.sealing import derive
from yonder.vault.sketches import sketch

KIND = "handed"


class Handed(msgspec.Struct):
    """This circle began with a hand-over; `shown`: its owner chose to show something."""

    shown: bool


def steps(pages: Pages) -> list[Kept[Action]]:
    """The steps that can be carried over: the owner's. What a former guide promised is not the
    new one's to keep."""
    return [kept for kept in plans.actions(pages) if kept.noun.who != plans.GUIDE]


def every(pages: Pages) -> list[Kept[Any]]:
    """All that can be carried over, private or not, in the order of the record."""
    return [*pivots(pages), *held_against(pages), *visions(pages), *skills(pages), *steps(pages)]


def ticked(pages: Pages) -> set[uuid.UUID]:
    """What is ticked before the owner has looked (ids): the plan that both can read."""
    return {kept.id for kept in steps(pages) if not kept.only_me and kept.noun.state != plans.OFF}


def drawn(
    keyring: Keyring,
    pages: Pages,
    owner: Person,
    guide: Person,
    made: uuid.UUID,
    chosen: Iterable[uuid.UUID],
    draw: Random,
) -> JourneyRecord:
    """The record `guide` would read of `chosen` (ids), under the id `made` of the journey. Nothing
    is written. Which questions its first talk begins with is drawn anew each time."""
    wanted = set(chosen)
    kept = [one for one in every(pages) if one.id in wanted]
    copies = [_copy(keyring, made, pages, one) for one in [*kept, *_ties(pages, kept)]]
    record = JourneyRecord(
        sketch(
            keyring,
            made,
            {owner.id: owner.name, guide.id: guide.name},
            {OWNER: owner.id, GUIDE: guide.id},
            copies,
        )
    )
    _begin(Pages(pages.me, pages.private, record), plans.plan(pages), draw)
    return record


def as_read_by(guide: Person, record: JourneyRecord) -> Pages:
    """The pages of a record as the new guide would open them."""
    keyring = record.circle.keyring
    nothing = sketch(keyring, uuid.UUID(int=0), {guide.id: guide.name})
    return Pages(guide.id, JourneyRecord(nothing), record)


def start(record: JourneyRecord) -> str:
    """Where the new talks begin: with the plan where there is one, else with Visions. Never with
    the life story, for its absence would tell that it was turned off."""
    return "plan" if record.of_kind(plans.KIND, Action) else "visions"


def handed(pages: Pages) -> Handed | None:
    """How these talks began, if with a hand-over."""
    found = pages.shared.of_kind(KIND, Handed) if pages.shared else []
    return found[0][1] if found else None


def _begin(fresh: Pages, before: Plan, draw: Random) -> None:
    record = fresh.common
    record.add(KIND, Handed(bool(record.circle.record.entries)), fresh.me)
    if plans.actions(fresh):
        # How far it looks goes along. The new two agree anew.
        record.add(plans.PLAN, Plan(before.horizon, before.weeks), fresh.me)
    talks.begin(fresh, STARTS[start(record)], draw)


def _ties(pages: Pages, kept: Iterable[Kept[Any]]) -> list[Kept[Tie]]:
    """How what is carried over hangs together: ties that have both of their ends in it."""
    ends = {one.origin for one in kept}
    return [one for one in ties.seen(pages) if {one.noun.source, one.noun.target} <= ends]


def _copy(keyring: Keyring, made: uuid.UUID, pages: Pages, kept: Kept[Any]) -> Entry:
    fresh = uuid.UUID(bytes=derive(keyring.uk, made, f"carry/{kept.id}")[:16])
    data = encode(_without_the_guide(kept.noun))
    # What its owner carries over is its owner's, whoever wrote it down.
    # How often it was edited before is nobody's to know.
    made_by = {"id": fresh, "by": pages.me, "last": None, "rev": 1}
    if isinstance(kept.noun, Tie):
        # Or a new guide who unties the two here would untie them at their owner's home.
        made_by["origin"] = fresh
    return replace(kept.entry, data=data, **made_by)


def _without_the_guide(noun: Any) -> Any:
    """The former guide's own view of a skill stays behind."""
    if isinstance(noun, Skill):
        return replace(noun, asked=False, guide=UNSAID)
    return replace(noun, state=CONFIRMED) if isinstance(noun, Value) else noun
