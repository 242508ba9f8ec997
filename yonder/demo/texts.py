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
    """Somebody who has a password already. `who` says what there is to see as this person."""

    name: str
    who: str
    role: Literal["", "people_operations", "runs_server"] = ""

    @property
    def login(self) -> str:
        return self.name.lower()


class People(msgspec.Struct):
    workplace: str
    teams: list[Team]
    joined: list[Joined]


class Talk(msgspec.Struct):
    """Two people, how far they have come, and what each has written to the other."""

    owner: str
    guide: str
    asked: str
    state: Literal["invited", "accepted", "paired"]
    owner_says: str = ""
    guide_says: str = ""

    @property
    def invited(self) -> str:
        return self.guide if self.asked == self.owner else self.owner


class Talks(msgspec.Struct):
    talks: list[Talk]


def people() -> People:
    return msgspec.toml.decode((HERE / "people.toml").read_bytes(), type=People, strict=True)


def talks() -> list[Talk]:
    return msgspec.toml.decode((HERE / "talks.toml").read_bytes(), type=Talks, strict=True).talks
