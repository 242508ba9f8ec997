"""A whole life on Ravi's pages, and files of it: out of one Yonder and into another."""

import uuid
from datetime import date

import msgspec

from tests.career.stage import change
from tests.cast import Somebody
from yonder.career import (
    boundaries,
    checkins,
    notes,
    pivots,
    plans,
    pulse,
    skills,
    taking,
    values,
    visions,
)
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, open_pages
from yonder.career.pivots import Pivot
from yonder.career.plans import Action
from yonder.career.visions import Vision
from yonder.interchange import taking_in, taking_out, yonder_files
from yonder.interchange.shapes import Whole
from yonder.vault.circles import Body

OWNERS = ("Left the bakery", "Night shifts end at four", "calm ovens", "My own street")
OWNERS += ("Knead by hand", "Ask for the mornings", "The mornings are mine", "the baker moved")
GUIDES = ("You calm a room when the ovens fail.", "Talk to the mill about you")
ALONE = "Sail to Norway one day"


def live(owner: Somebody, guide: Somebody, journey: Journey) -> None:
    """Everything a record can hold, in the words of both, shown and kept."""
    change(owner, journey, _story)
    change(owner, journey, _ahead)
    change(guide, journey, _listen)
    change(owner, journey, lambda pages: visions.add(pages, Vision(ALONE), only_me=True))
    change(owner, None, lambda pages: boundaries.leave_out(pages, "topic", "family"))


def mine(who: Somebody) -> taking.Own:
    return taking.own(who.keyring, who.person)


def whole(who: Somebody) -> Whole:
    """The file of all that is about this person's own career."""
    boxes = mine(who).boxes
    return taking_out.whole(who.keyring, boxes, (who.person.id, who.person.name), who.person.name)


def file_of(who: Somebody) -> bytes:
    return yonder_files.written(whole(who))


def take_in(who: Somebody, file: bytes) -> taking_in.Arrived:
    """Read it, put it, save it."""
    told = []

    def put(pages: Pages) -> None:
        read = yonder_files.read(file)
        told.append(taking_in.put(pages, read, mine(who).shared_ids))

    change(who, None, put)
    return told[-1]


def content(whole: Whole) -> bytes:
    """What a file says, wherever it was made: ids by their place, without who could read what."""
    plain = msgspec.to_builtins(whole)
    entries = [entry for noun in plain.values() if isinstance(noun, list) for entry in noun]
    names: dict[str, str] = {}
    for entry in (one for one in entries if isinstance(one, dict)):
        names[entry["id"]] = f"<{len(names)}>"
        entry.pop("shown_to", None)
    said = msgspec.json.encode({**plain, "owner": "", "taken_by": ""}).decode()
    for name, word in names.items():
        said = said.replace(name, word)
    return msgspec.json.format(said.encode())


def bytes_of(who: Somebody) -> dict[uuid.UUID, bytes]:
    """Every sealed record as it lies in the database: equal means that nothing was written."""
    return {body.circle_id: bytes(body.box) for body in Body.objects.all()}


def _story(pages: Pages) -> None:
    pivots.write(pages, Pivot(OWNERS[0], "the baker moved", "sleep", "first-work"), only_me=False)
    pivots.write(pages, Pivot(OWNERS[1], stage="here"), only_me=False)
    turns = [kept.id for kept in pivots.pivots(pages)]
    values.propose(pages, OWNERS[2], turns, only_me=False)
    focus = {"place": "by the harbour", "hours": "mornings"}
    visions.add(pages, Vision(OWNERS[3], "Ovens at five", "Then two", focus), only_me=False)
    picture, matter = visions.visions(pages)[0], values.values(pages)[0]
    visions.hold(pages, picture.id, matter.id, visions.ROOM)
    fresh = Vision(OWNERS[3], "Ovens at six", "Then two", focus)
    visions.edit(pages, picture.id, picture.rev, fresh, keep=True)
    notes.write(pages.touch(pages.shared), OWNERS[6], by=pages.me)


def _ahead(pages: Pages) -> None:
    skills.add(pages, OWNERS[4], only_me=False)
    skills.add(pages, "Count the till", only_me=False)
    first, second = skills.skills(pages)
    skills.weigh(pages, first.id, visions.visions(pages)[0].id, 3)
    skills.say_own(pages, first.id, 1)
    skills.ask(pages, first.id, asked=True)
    skills.choose(pages, first.id, chosen=True)
    skills.put_in_order(pages, [second.origin, first.origin], only_me=False)
    step = Action(OWNERS[5], "work", "owner", _day("2027-02-01"), "ask", "Ines")
    plans.add(pages, step, [first.id], only_me=False)
    plans.look_ahead(pages, horizon=12, weeks=8)
    checkins.write(pages, "Two shifts moved", _day("2026-11-03"))
    pulse.answer(pages, "life-story", "yes", "partly")


def _listen(pages: Pages) -> None:
    notes.write(pages.touch(pages.shared), GUIDES[0], by=pages.me)
    step = Action(GUIDES[1], "people", "guide", _day("2026-12-24"), "introduction", "Nora")
    plans.add(pages, step, [visions.visions(pages)[0].id], only_me=False)
    skills.say_guide(pages, skills.skills(pages)[0].id, 2)
    plans.agree(pages)


def _day(written: str) -> int:
    return (date.fromisoformat(written) - date(1970, 1, 1)).days


def pages_alone(who: Somebody) -> Pages:
    return open_pages(who.keyring)
