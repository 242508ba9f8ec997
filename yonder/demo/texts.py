"""The texts of the example workplace, as typed pieces: who is there, and who talks with whom."""

from pathlib import Path
from typing import Literal

import msgspec

HERE = Path(__file__).parent


class Team(msgspec.Struct):
    """People of one unit, one shift and one lead. `email` names those who have an address."""

    unit: str
    people: list[str]
    email: list[str]
    lead: str = ""
    shift: str = ""


class Joined(msgspec.Struct):
    """Somebody who has a password already. `who` says what there is to see as this person, `code`
    that a recovery code was written down: for whoever listens to more than three."""

    name: str
    who: str
    role: Literal["", "people_operations", "runs_server"] = ""
    code: bool = False

    @property
    def login(self) -> str:
        return self.name.lower()


class People(msgspec.Struct):
    workplace: str
    teams: list[Team]
    joined: list[Joined]


class Turn(msgspec.Struct):
    """`by` is the one who wrote it down; `only_me` keeps it with its owner."""

    changed: str
    by: Literal["owner", "guide"] = "owner"
    why: str = ""
    better: str = ""
    stage: str = ""
    only_me: bool = False


class Matter(msgspec.Struct):
    """`turns` counts from 0. What a guide proposed is `confirmed` by its owner, or waits."""

    words: str
    turns: list[int]
    by: Literal["owner", "guide"] = "owner"
    confirmed: bool = True


class Picture(msgspec.Struct):
    """`room` says which of the things that matter, counted from 0, has how much room in it."""

    name: str
    text: str
    then: str = ""
    focus: dict[str, str] = {}
    room: dict[str, str] = {}
    only_me: bool = False


class Ability(msgspec.Struct):
    """A skill. `weights` says how important it is to each picture, counted from 0 (0 to 3)."""

    name: str
    own: int = -1
    weights: dict[str, int] = {}
    chosen: bool = False


class Promise(msgspec.Struct):
    """A step, due `in_days` from today, for the skills in `serves`, counted from 0."""

    text: str
    pillar: str
    who: Literal["owner", "guide"] = "owner"
    in_days: int = 0
    serves: list[int] = []
    kind: str = "step"
    whom: str = ""
    stage: str = ""
    done: bool = False


class Talk(msgspec.Struct):
    """Two people, how far they have come, and what each has written to the other. `held` are the
    talks they have had, the last one `days_ago`; `in_days` is when they meet next. `keen`: the
    owner has said "soon"."""

    owner: str
    guide: str
    asked: str
    state: Literal["invited", "accepted", "paired"]
    start: str = "story"
    held: list[str] = []
    days_ago: int = 0
    in_days: int = 0
    keen: bool = False
    owner_says: str = ""
    guide_says: str = ""
    turns: list[Turn] = []
    values: list[Matter] = []
    visions: list[Picture] = []
    skills: list[Ability] = []
    steps: list[Promise] = []
    agreed: bool = False
    changed: str = ""

    @property
    def invited(self) -> str:
        return self.guide if self.asked == self.owner else self.owner


class Talks(msgspec.Struct):
    talks: list[Talk]


def people() -> People:
    return msgspec.toml.decode((HERE / "people.toml").read_bytes(), type=People, strict=True)


def talks() -> list[Talk]:
    return msgspec.toml.decode((HERE / "talks.toml").read_bytes(), type=Talks, strict=True).talks
