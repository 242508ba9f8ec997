"""Several windows of two people, opened and saved in any order, each with pages of its own time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.career.stage import everything, found, pages_of, words_of, write
from tests.cast import Somebody
from yonder.career import erasing, pivots, showing, visions
from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.pivots import Pivot
from yonder.career.record import insist
from yonder.career.values import Value
from yonder.career.visions import Vision

SHAPES = (Pivot, Value, Pivot, Vision, Pivot)


@dataclass
class Window:
    """What one person has open; each window writes entries of its own."""

    name: str
    who: Somebody
    pages: Pages | None = None
    acknowledged: dict[str, bool] = field(
        default_factory=dict
    )  # words → does only the owner see it?

    def open(self, journey: Journey) -> None:
        self.pages = pages_of(self.who, journey)

    def press(self, journey: Journey, verb: Callable[[Pages], object]) -> None:
        """Save over what was opened a while ago, as the product does: insisting."""
        opened, self.pages = self.pages, None
        first = [opened]
        insist(lambda: first.pop() if first else pages_of(self.who, journey), verb)


def play(chance: Random, windows: list[Window], journey: Journey, steps: int) -> None:
    """So many steps: a window opens the pages, or does something over what it has open."""
    for step in range(steps):
        window = chance.choice(windows)
        if window.pages is None:
            window.open(journey)
        else:
            _do_something(chance, window, journey, f"{window.name} {step}")
    for window in windows:
        window.pages = None


def acknowledged(windows: list[Window], *, by_guide: bool) -> list[str]:
    """Every word that was saved, sorted: all of them, or those the guide can read."""
    words = [(text, mine) for window in windows for text, mine in window.acknowledged.items()]
    return sorted(text for text, mine in words if not (by_guide and mine))


def _do_something(chance: Random, window: Window, journey: Journey, name: str) -> None:
    mine = chance.choice([*window.acknowledged, ""])
    verbs = [_edit, _erase, _move] + ([_show, _take_back] if window.pages.owns else [])
    if not mine or chance.random() < 0.4:
        _add(chance, window, journey, name)
    else:
        chance.choice(verbs)(window, journey, mine, name)


def _add(chance: Random, window: Window, journey: Journey, name: str) -> None:
    only_me = window.pages.owns and chance.random() < 0.4
    shape = chance.choice(SHAPES)
    if shape is Vision and len(visions.visions(pages_of(window.who, journey))) >= visions.MOST:
        shape = Pivot
    window.press(journey, lambda pages: write(shape(name), pages, only_me=only_me))
    window.acknowledged[name] = only_me


def _edit(window: Window, journey: Journey, mine: str, name: str) -> None:
    window.press(journey, lambda pages: _put_words(pages, mine, name))
    window.acknowledged[name] = window.acknowledged.pop(mine)


def _put_words(pages: Pages, before: str, after: str) -> None:
    kept = _find(pages, before)
    noun = type(kept.noun)(after)
    if isinstance(noun, Value):
        noun.state = kept.noun.state
    pages.reword(kept, noun)


def _erase(window: Window, journey: Journey, mine: str, name: str) -> None:
    if isinstance(found(window.who, journey, mine).noun, Value) and not window.pages.owns:
        return
    window.press(journey, lambda pages: erasing.erase(pages, _find(pages, mine).id))
    del window.acknowledged[mine]


def _move(window: Window, journey: Journey, mine: str, name: str) -> None:
    if isinstance(found(window.who, journey, mine).noun, Pivot):
        window.press(
            journey, lambda pages: pivots.move(pages, _find(pages, mine).id, up=bool(len(name) % 2))
        )


def _show(window: Window, journey: Journey, mine: str, name: str) -> None:
    window.press(journey, lambda pages: showing.show(pages, [_find(pages, mine).id]))
    window.acknowledged[mine] = False


def _take_back(window: Window, journey: Journey, mine: str, name: str) -> None:
    if not window.acknowledged[mine]:
        window.press(journey, lambda pages: showing.only_me(pages, _find(pages, mine).id))
        window.acknowledged[mine] = True


def _find(pages: Pages, words: str):
    return next(kept for kept in everything(pages) if words_of(kept.noun) == words)
