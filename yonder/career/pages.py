"""The pages of one person: what they can read of one journey, and what only they can, as one.

Whose career it is sees both, shared first. The guide sees what is shared; the guide's own private
circle is open for drafts only and is never mixed in.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic

import msgspec

from yonder.career.listeners import MOST, taken_by
from yonder.career.record import OWNER, JourneyRecord, Noun
from yonder.vault.circles import open_circles
from yonder.vault.keyrings import Keyring
from yonder.vault.opened import save_all
from yonder.vault.payloads import encode
from yonder.vault.records import Entry
from yonder.vault.refusals import ChangedMeanwhile, ChangedOutside, NewerRecord, TooBig

LONGEST = 20_000  # characters in one text, for every noun (decision 19)
PARTING = "parting"
LINKED = ("pivot", "value", "vision", "skill", "action")  # what can be shown and taken back


class Parting(msgspec.Struct):
    """Until this day (a number) the one who listened can read, and nobody writes here any more:
    all of it lies at its owner's home already (decision 46)."""

    until: int


class NotHere(Exception):
    """No such entry for this person: erased, taken back, or never there. One answer for all."""


class OnlyTheOwner(Exception):
    """Only the person whose career it is may do this."""


class OnlyBothCanRead(Exception):
    """Nothing is written about the owner before the owner holds the key (decision 4)."""


@dataclass(frozen=True)
class Kept(Generic[Noun]):
    """An entry as a page has it. `only_me`: it lies in the private circle."""

    entry: Entry
    noun: Noun
    only_me: bool

    @property
    def id(self) -> uuid.UUID:
        return self.entry.id

    @property
    def origin(self) -> uuid.UUID:
        return self.entry.origin

    @property
    def rev(self) -> int:
        return self.entry.rev

    @property
    def by(self) -> uuid.UUID:
        return self.entry.by

    @property
    def last_by(self) -> uuid.UUID:
        """Whose words stand there now."""
        return self.entry.last or self.entry.by


class Moved(Exception):
    """The same entry changed since it was read. `now` is what stands there."""

    def __init__(self, now: Kept[Any]):
        super().__init__(now)
        self.now = now


@dataclass
class Pages:
    """Opened for one request. `shared` is None for somebody who walks alone. `parting`: a day was
    set on which these talks are over."""

    me: uuid.UUID
    private: JourneyRecord
    shared: JourneyRecord | None = None
    parting: bool = field(init=False)
    _touched: list[JourneyRecord] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._taken = self._taken_by_guide()
        self.parting = bool(self.shared and self.shared.of_kind(PARTING, Parting))

    @property
    def owns(self) -> bool:
        """Is it this person's career? The sealed roles say so, whatever clear rows claim."""
        return self.shared is None or self.shared.circle.record.roles.get(OWNER) == self.me

    @property
    def both_read(self) -> bool:
        return self.shared is not None and self.shared.is_shared

    @property
    def common(self) -> JourneyRecord:
        """Where what belongs to the talks lies: the shared record, or the own one when alone."""
        return self.shared or self.private

    @property
    def records(self) -> list[JourneyRecord]:
        """The records this person sees here, the shared one first."""
        if not self.shared:
            return [self.private]
        return [self.shared, self.private] if self.owns else [self.shared]

    def of_kind(self, kind: str, shape: type[Noun]) -> list[Kept[Noun]]:
        """Everything of one kind that this person sees here, in the order it was put.

        Of what is shown here, the copy that a hand-over left at home is not seen beside it.
        """
        seen: list[Kept[Noun]] = []
        for record in self.records:
            shown = {kept.origin for kept in seen}
            seen += [
                Kept(entry, noun, record is self.private)
                for entry, noun in record.of_kind(kind, shape)
                if entry.origin not in shown
            ]
        return seen

    def find(self, kind: str, shape: type[Noun], wanted: uuid.UUID) -> Kept[Noun]:
        """The entry with this id. Raises `NotHere`."""
        for kept in self.of_kind(kind, shape):
            if kept.id == wanted:
                return kept
        raise NotHere

    def read_at(self, kind: str, shape: type[Noun], wanted: uuid.UUID, rev: int) -> Kept[Noun]:
        """The same, as it was when the text was typed over it. Raises `NotHere` and `Moved`."""
        kept = self.find(kind, shape, wanted)
        if kept.rev != rev:
            raise Moved(kept)
        return kept

    def add(self, kind: str, noun: Noun, *, only_me: bool) -> Entry:
        """Write something down. Raises `OnlyBothCanRead` before the other one can read it, and
        `OnlyTheOwner` when a guide wants to keep something about the owner from the owner."""
        if only_me and not self.owns:
            raise OnlyTheOwner
        if not only_me and self.shared and not self.both_read:
            raise OnlyBothCanRead
        return self.touch(self.home(only_me=only_me)).add(kind, noun, self.me)

    def reword(self, kept: Kept[Noun], noun: Noun) -> None:
        """Put `noun` in the place of what is there; raises `NewerRecord`."""
        self.touch(self.home(only_me=kept.only_me)).reword(kept.entry, noun)
        kept.entry.last = None if kept.by == self.me else self.me

    def mark(self, kept: Kept[Noun], noun: Noun) -> None:
        """The same with a mark on it, such as "done": no words were edited, no revision rises."""
        rev = kept.rev
        self.touch(self.home(only_me=kept.only_me)).reword(kept.entry, noun)
        kept.entry.rev = rev

    def home(self, *, only_me: bool) -> JourneyRecord:
        """Where something lies that only this person, or both, can read."""
        return self.private if only_me else self.common

    def touch(self, record: JourneyRecord) -> JourneyRecord:
        """Note that `record` is going to change; `save` saves what was touched."""
        if record not in self._touched:
            self._touched.append(record)
        return record

    def save(self) -> None:
        """Save what was changed, all or nothing. Raises what `save_all` raises, `TooBig` for a
        guide who would leave the owner no room, and `NotHere` where the two are parting."""
        if self.parting and self.shared in self._touched:
            raise NotHere
        if self._taken_by_guide() > max(MOST, self._taken):
            raise TooBig
        for record in self._touched:
            record.circle.face = encode(record.face)
        if self._touched:
            save_all(record.circle for record in self._touched)
        self._touched.clear()

    def _taken_by_guide(self) -> int:
        return 0 if self.owns or not self.shared else taken_by(self.shared, self.me)


def open_pages(keyring: Keyring, circle: uuid.UUID | None = None) -> Pages:
    """The pages of the person of `keyring`, with a journey's `circle` or alone: one statement.

    What an older copy brought back after its owner had taken it back goes home to the owner.
    Raises `NotForYou` without the key to the journey.
    """
    wanted = [keyring.private, *([circle] if circle else [])]
    records = {one: JourneyRecord(opened) for one, opened in open_circles(keyring, wanted).items()}
    shared = records[circle] if circle else None
    pages = Pages(keyring.person, records[keyring.private], shared)
    if shared and pages.owns and shared.circle.taken_back:
        _bring_home(pages, shared)
    return pages


def opener(keyring: Keyring, circle: uuid.UUID | None = None) -> Callable[[], Pages]:
    """`open_pages`, to be called again whenever somebody saved in between."""
    return partial(open_pages, keyring, circle)


def _bring_home(pages: Pages, shared: JourneyRecord) -> None:
    mine, waiting = list(pages.private.circle.record.entries), shared.circle.taken_back
    pages.private.circle.record.entries += shared.circle.bring_home()
    pages.touch(pages.private)
    pages.touch(shared)
    try:
        pages.save()
    except (ChangedMeanwhile, ChangedOutside, NewerRecord, TooBig):
        # It goes on waiting there, unseen, for an opening at which it can be saved.
        pages.private.circle.record.entries, shared.circle.taken_back = mine, waiting
        pages._touched.clear()
