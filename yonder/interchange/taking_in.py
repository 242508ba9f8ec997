"""A `.yonder` file into the private circle of whoever brings it: all of it, or nothing.

What is here already stays as it is, so the same file twice is the same as once. Whatever the file
says about who can read, all of it comes in as "only me" (docs/decisions/43-taking-it-away.md).
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from yonder.career import boundaries, plans, skills, ties, visions
from yonder.career.pages import Pages
from yonder.career.taking import ids
from yonder.career.writers import called
from yonder.interchange.incoming import KINDS, day_of, noun_of
from yonder.interchange.origins import Known
from yonder.interchange.shapes import Boundary, Skill, Step, Value, Vision, Whole, Written
from yonder.vault.circle_rows import LARGEST, SMALLEST
from yonder.vault.payloads import encode
from yonder.vault.records import Entry, pack
from yonder.vault.sealing import pad


@dataclass(frozen=True)
class Arrived:
    """How many of each noun are new here, and how many were here already."""

    new: dict[str, int]
    already: int


def put(pages: Pages, whole: Whole, elsewhere: Iterable[uuid.UUID]) -> Arrived:
    """Put what is new into the private record; `elsewhere` are ids in the other records of
    this person. Nothing is saved here. Raises `TooBig` when it would not fit."""
    arriving = Arriving(pages, whole, elsewhere)
    arriving.put()
    pad(pack(pages.private.circle.record), SMALLEST, LARGEST)
    return arriving.counted()


class Arriving:
    """One file on its way in."""

    def __init__(self, pages: Pages, whole: Whole, elsewhere: Iterable[uuid.UUID]):
        self.pages, self.whole = pages, whole
        here = ids(pages.private) | set(elsewhere)
        self.known = Known(pages.private.circle.keyring, here)
        self.origins: dict[uuid.UUID, uuid.UUID] = {}
        self.new = [one for one in whole.entries() if self._is_new(one[0], one[2])]
        self.fresh = {entry.id for _, _, entry in self.new}

    def put(self) -> None:
        """All that is new, then what ties it to the rest."""
        room = skills.MOST_CHOSEN - sum(one.noun.chosen for one in skills.skills(self.pages))
        for noun, _, one in self.new:
            entry = one
            if isinstance(entry, Skill):
                entry = replace(entry, chosen=entry.chosen and room > 0)
                room -= entry.chosen
            self._add(KINDS[noun], noun_of(noun, entry, self._origin(entry), self._person), entry)
        self._tie()
        self._put_in_order()

    def counted(self) -> Arrived:
        """New ones by noun, in the order of the file."""
        nouns = [noun for noun, _, _ in self.new]
        already = len(self.whole.entries()) - len(nouns)
        return Arrived({noun: nouns.count(noun) for noun in dict.fromkeys(nouns)}, already)

    def _is_new(self, noun: str, entry: Written) -> bool:
        found = self.known.find(entry.id)
        self.origins[entry.id] = found or self.known.fresh(entry.id)
        if found:
            return False
        if noun == "plans":
            # A record has one plan, and the one that is here has the word of its owner.
            others = self.pages.private.of_kind(plans.PLAN, plans.Plan)
            return not others and entry is self.whole.plans[0]
        if isinstance(entry, Boundary):
            return entry.name not in boundaries.left_out(self.pages.private, entry.what)
        return True

    def _origin(self, entry: Written) -> uuid.UUID:
        return self.origins[entry.id]

    def _person(self, name: str) -> uuid.UUID:
        return called(self.pages, name) if name else self.pages.me

    def _add(self, kind: str, noun: msgspec.Struct, entry: Written) -> None:
        by, origin = self._person(entry.written_by), self._origin(entry)
        last = None if entry.changed_by is None else self._person(entry.changed_by)
        made = Entry(uuid.uuid4(), origin, 1, by, day_of(entry.written_on), kind, encode(noun))
        made.last = last if last != by else None
        self.pages.touch(self.pages.private).circle.record.entries.append(made)
        if isinstance(entry, Vision):
            for before in entry.earlier:
                was = self.pages.private.add(
                    visions.EARLIER, visions.Earlier(origin, before.name, before.text), by
                )
                was.day = day_of(before.written_on)

    def _tie(self) -> None:
        """Between two of which one is new. What was here before keeps the ties it has."""
        for _, _, entry in self.whole.entries():
            for target, word in _ends(entry):
                if self.fresh & {entry.id, target}:
                    tie = ties.Tie(self._origin(entry), self.origins[target], word)
                    self.pages.touch(self.pages.private).add(ties.KIND, tie, self.pages.me)

    def _put_in_order(self) -> None:
        mine = self.pages.private.of_kind(skills.ORDER, skills.Order)
        fresh = [self.origins[one] for one in self.whole.order if one in self.fresh]
        if fresh:
            before = mine[0][1].skills if mine else []
            skills.put_in_order(self.pages, [*before, *fresh], only_me=True)


def _ends(entry: Written) -> Iterator[tuple[uuid.UUID, str]]:
    match entry:
        case Value():
            yield from ((one, "") for one in entry.turns)
        case Vision():
            yield from ((one.value, one.answer) for one in entry.room)
        case Skill():
            yield from ((one.vision, str(one.level)) for one in entry.importance)
        case Step():
            yield from ((one, "") for one in entry.serves)
