"""What a `.yonder` file holds, noun by noun: version 1. docs/yonder-file.md tells it in words.

Ids are the file's own; see `origins`. A name is a first name, and an empty one is the owner's.
"""

import uuid
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from yonder.career.pages import LONGEST

VERSION = 1
MOST = 5_000  # of each noun; the record that takes them in holds fewer

Text = Annotated[str, Meta(max_length=LONGEST)]
Words = Annotated[str, Meta(max_length=LONGEST, pattern=r"\S")]
Name = Annotated[str, Meta(max_length=80)]
Word = Annotated[str, Meta(max_length=100, pattern=r"\S")]
Level = Annotated[int, Meta(ge=0, le=3)]
Ids = Annotated[list[uuid.UUID], Meta(max_length=MOST)]
Answer = Literal["", "yes", "partly", "no", "out"]
Focus = Literal["size", "stage", "field", "trade", "role", "lead", "whose", "place", "hours"]


class Written(Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every entry says: who wrote it when, who changed it last, and who else can read it."""

    id: uuid.UUID
    written_on: date
    written_by: Name = ""
    changed_by: Name | None = None
    shown_to: Annotated[list[Name], Meta(max_length=100)] = []


class Turn(Written, kw_only=True):
    """A turn: what changed, why, and what got better."""

    changed: Words
    why: Text = ""
    better: Text = ""
    stage: Literal["", "school", "first-work", "later-work", "here"] = ""


class Value(Written, kw_only=True):
    """Something that matters to its owner, and the ids of the turns it showed in. `table`: agreed
    on the screen of the one who listens."""

    words: Words
    state: Literal["proposed", "confirmed", "table"]
    turns: Ids = []


class Room(Struct, forbid_unknown_fields=True):
    """Is there room for a value (id) in this vision?"""

    value: uuid.UUID
    answer: Literal["room", "little", "unsure"]


class Earlier(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What a vision was before."""

    written_on: date
    name: Words
    text: Text = ""


class Vision(Written, kw_only=True):
    """A life that somebody can picture. `then`: if that came true, what then?"""

    name: Words
    text: Text = ""
    then: Text = ""
    focus: dict[Focus, Text] = {}
    room: Annotated[list[Room], Meta(max_length=MOST)] = []
    earlier: Annotated[list[Earlier], Meta(max_length=MOST)] = []


class Weight(Struct, forbid_unknown_fields=True):
    """How important a skill is for a vision (id): 1 it helps, 3 it will not work without."""

    vision: uuid.UUID
    level: Annotated[int, Meta(ge=1, le=3)]


class Skill(Written, kw_only=True):
    """`own`: how well its owner can do it, 0 new to me to 3 I can teach it. `guide`: the same in
    the eyes of the one who listens, where that was `asked` for."""

    name: Words
    own: Level | None = None
    asked: bool = False
    guide: Level | None = None
    chosen: bool = False
    importance: Annotated[list[Weight], Meta(max_length=MOST)] = []


class Step(Written, kw_only=True):
    """Who does what by when. `serves`: ids of skills and visions it is for."""

    text: Words
    pillar: Literal["learn", "people", "work", "next"]
    who: Literal["", "owner", "guide"] = ""
    by_when: date | None = None
    kind: Literal["step", "ask", "introduction"] = "step"
    whom: Text = ""
    stage: Literal["", "asked", "introduced", "met"] = ""
    state: Literal["open", "done", "off"] = "open"
    moved: Annotated[int, Meta(ge=0, le=10_000)] = 0
    reason: Text = ""
    serves: Ids = []


class CheckIn(Written, kw_only=True):
    """What had changed when the two looked at the plan again."""

    held_on: date
    changed: Words


class Note(Written, kw_only=True):
    """A sentence of one to the other."""

    text: Words


class Boundary(Written, kw_only=True):
    """A question, a topic or a talk that is not to come up, by its name in the guidebook."""

    what: Literal["prompt", "topic", "talk"]
    name: Word


class Pulse(Written, kw_only=True):
    """The two quick answers after a talk, for oneself."""

    talk: Word
    first: Answer = ""
    second: Answer = ""


class Plan(Written, kw_only=True):
    """How far the plan looks (months), how often it is looked at (weeks), and who agreed."""

    horizon: Literal[3, 6, 12, 18] = 18
    weeks: Annotated[int, Meta(ge=2, le=26)] = 6
    agreed: Annotated[list[Name], Meta(max_length=100)] = []


class Whole(Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Pages of one person, to be read by programs. `order` is the order of skills (ids), where
    somebody has set one. `holds` is "own-words" in a file with the words of one who listened."""

    yonder: Literal["pages"]
    version: Literal[1]
    owner: Name
    taken_by: Name
    taken_on: date
    holds: Literal["whole", "own-words"]
    turns: Annotated[list[Turn], Meta(max_length=MOST)] = []
    values: Annotated[list[Value], Meta(max_length=MOST)] = []
    visions: Annotated[list[Vision], Meta(max_length=MOST)] = []
    skills: Annotated[list[Skill], Meta(max_length=MOST)] = []
    order: Ids = []
    steps: Annotated[list[Step], Meta(max_length=MOST)] = []
    plans: Annotated[list[Plan], Meta(max_length=MOST)] = []
    checkins: Annotated[list[CheckIn], Meta(max_length=MOST)] = []
    notes: Annotated[list[Note], Meta(max_length=MOST)] = []
    boundaries: Annotated[list[Boundary], Meta(max_length=MOST)] = []
    pulses: Annotated[list[Pulse], Meta(max_length=MOST)] = []

    def entries(self) -> list[tuple[str, int, Written]]:
        """(noun, place in its list from 1, entry), in the order of the file."""
        return [
            (noun, place, entry)
            for noun in NOUNS
            for place, entry in enumerate(getattr(self, noun), start=1)
        ]


NOUNS: tuple[str, ...] = ("turns", "values", "visions", "skills", "steps")
NOUNS += ("plans", "checkins", "notes", "boundaries", "pulses")
