"""Made-up histories of Maya and Ravi, played twice: with something that is taken away again, and
without it ever having been. Things are called by their words, so both lives do the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.cast import Somebody, words
from tests.promises.rows import every_row
from yonder.career import erasing, notes, pivots, showing, talks, values, visions
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.pivots import Pivot
from yonder.career.record import insist
from yonder.career.visions import Vision

SECRET = "the thing that was taken away again"
ERASED, TAKEN_BACK, NEVER = "erased", "taken back", "never"
ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
NOISE = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|data-seen="[0-9a-f-]*"')
Step = Callable[["Life"], None]


@dataclass
class Life:
    """One life, while it is played."""

    maya: Somebody
    ravi: Somebody
    journey: Journey

    def does(self, who: Somebody, verb: Callable[[Pages], object]) -> None:
        insist(opener(who.keyring, self.journey.circle), verb)


def plan(seed: int, fate: str) -> list[Step]:
    """The steps of one life. `fate` says what becomes of the secret; all else is the same."""
    chance = Random(seed)
    steps = [_ordinary(chance, place) for place in range(chance.randrange(6, 14))]
    kind = chance.choice(["turn", "value", "vision", "note"])
    shown, first = chance.random() < 0.8, chance.randrange(1, len(steps))
    last = chance.randrange(first + 1, len(steps) + 1)
    if fate == NEVER:
        return steps
    end = _erase if fate == ERASED or kind == "note" or not shown else _take_back
    return [*steps[:first], _secret(kind, shown), *steps[first:last], end, *steps[last:]]


def seen_by(visitor, paths: list[str]) -> list[str]:
    """The bytes of these pages, with every id called by the order in which it first appears."""
    return [called_by_order(words(visitor.get(path))) for path in paths]


def called_by_order(page: str) -> str:
    names: dict[str, str] = {}
    plain = NOISE.sub("", page)
    return ID.sub(lambda found: names.setdefault(found[0], f"<{len(names)}>"), plain)


def counted() -> dict[str, object]:
    """What somebody with the database could count: rows of each table, and how large boxes are.

    How much was removed in the whole workplace is in clear (docs/vault.md), and not compared.
    """
    rows = every_row()
    rows.pop("vault_gonenumber", None)
    sizes = sorted(len(row) for row in rows["vault_body"])
    return {name: len(found) for name, found in rows.items()} | {"sizes": sizes}


# ---- what happens in a life ----------------------------------------------------------------------


def _ordinary(chance: Random, place: int) -> Step:
    who = chance.choice(["maya", "ravi"])
    private = who == "ravi" and chance.random() < 0.3
    name, pick = f"{who} {place}", chance.random()
    every = [
        lambda pages: pivots.write(pages, Pivot(name, "why", "better"), only_me=private),
        lambda pages: values.propose(pages, name, _some_turns(pages, pick), only_me=private),
        lambda pages: _picture(pages, name, private),
        lambda pages: _confirm(pages, pick),
        lambda pages: _reword_turn(pages, name, pick),
        lambda pages: talks.next_step(pages, talks.step_of(pages)),
        lambda pages: _hold(pages, pick),
    ]
    verb = chance.choice(every)
    return lambda life: life.does(getattr(life, who), verb)


def _known(found):
    """What an ordinary step may touch: everything but the secret."""
    return [kept for kept in found if SECRET not in repr(kept.noun)]


def _some_turns(pages: Pages, pick: float) -> list:
    """Ordinary turns, and the secret as well while it is there."""
    every = pivots.pivots(pages)
    plain = _known(every)
    chosen = plain[: int(pick * 4)]
    return [kept.id for kept in every if kept in chosen or kept not in plain]


def _picture(pages: Pages, name: str, private: bool) -> None:
    if len(_known(visions.visions(pages))) < 3:
        visions.add(pages, Vision(name, "Tuesday"), only_me=private)


def _confirm(pages: Pages, pick: float) -> None:
    found = _known(values.values(pages))
    if pages.owns and found:
        kept = found[int(pick * len(found))]
        values.confirm(pages, kept.id, kept.rev)


def _reword_turn(pages: Pages, name: str, pick: float) -> None:
    found = _known(pivots.pivots(pages))
    if found:
        kept = found[int(pick * len(found))]
        pivots.edit(pages, kept.id, kept.rev, Pivot(f"{name} anew"))


def _hold(pages: Pages, pick: float) -> None:
    """Every picture against the first thing that matters, the secret among both if it is there."""
    matters = visions.held_against(pages)
    for picture in visions.visions(pages) if pages.owns else []:
        for value in [
            *_known(matters)[:1],
            *(one for one in matters if one not in _known(matters)),
        ]:
            visions.hold(pages, picture.id, value.id, "room" if pick < 0.5 else "little")


def _secret(kind: str, shown: bool) -> Step:
    every = {
        "turn": lambda pages: pivots.write(pages, Pivot(SECRET), only_me=not shown),
        "value": lambda pages: values.propose(
            pages, SECRET, [kept.id for kept in pivots.pivots(pages)], only_me=not shown
        ),
        "vision": lambda pages: visions.add(pages, Vision(SECRET), only_me=not shown),
        "note": lambda pages: notes.write(pages.touch(pages.shared), SECRET, by=pages.me),
    }
    return lambda life: life.does(life.ravi, every[kind])


def _secret_id(pages: Pages):
    every = [entry for record in pages.records for entry in record.circle.record.entries]
    return next(entry.id for entry in every if SECRET.encode() in entry.data)


def _erase(life: Life) -> None:
    life.does(life.ravi, lambda pages: erasing.erase(pages, _secret_id(pages)))


def _take_back(life: Life) -> None:
    life.does(life.ravi, lambda pages: showing.only_me(pages, _secret_id(pages)))
