"""A guide who got hold of ids of what is the owner's alone: every button is as with no such id."""

import uuid

import pytest

from tests.career.stage import pages_of, put
from tests.cast import browser, words
from tests.promises import doors
from tests.promises.lives import NOISE
from yonder.career.pages import opener
from yonder.career.pivots import Pivot
from yonder.career.plans import Action
from yonder.career.record import insist
from yonder.career.skills import Skill
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.web import journeys

NOUNS = {
    "pivot": Pivot("unsaid"),
    "value": Value("unsaid"),
    "vision": Vision("unsaid"),
    "skill": Skill("unsaid"),
    "action": Action("unsaid", "learn"),
}
TYPED = {"changed": "x", "words": "x", "name": "x", "text": "x", "pillar": "learn", "reason": "x"}
TYPED |= {"stage": "", "by": "2030-04-02", "why": "", "better": "", "then": ""}
VERBS = sorted({*journeys.VERBS, "change", "ask-erase", "draft"})


def one_of_each(ravi, journey, *, only_me):
    """A turn, a value, a picture, a skill and a step of Ravi's; their ids."""

    def verb(pages):
        for kind, noun in NOUNS.items():
            pages.add(kind, noun, only_me=only_me)

    pages = insist(opener(ravi.keyring, journey.circle), verb)
    record = pages.private if only_me else pages.shared
    return [entry.id for entry in record.circle.record.entries if entry.kind in NOUNS]


def answer(visitor, path, verb, wanted):
    """What a guide gets for naming `wanted` wherever a form takes an id; undone afterwards."""
    name = f"vision-{wanted}" if verb == "draft" else ""
    second = f"{wanted}:room" if verb == "hold" else f"{wanted}:2"
    over = {"hold": second, "weigh": second, "own": "2", "view": "2"}.get(verb, "1")
    ids = {"turns": [wanted], "serves": [wanted], "chosen": [wanted], "draft": name}
    told = visitor.post(path, TYPED | ids | {"verb": f"{verb}:{wanted}:{over}"})
    page = NOISE.sub("", words(told)).replace(str(wanted), "<id>")
    return told.status_code, told.headers.get("Location"), page


def differing(maya, ravi, journey, ids):
    """The buttons that tell these ids from ids of nothing, or change what is Ravi's alone."""
    visitor, path = browser(maya), f"/journey/{journey.id}/"
    before, found = private(ravi), set()
    for verb in VERBS:
        for one in ids:
            told = []
            for wanted in (one, uuid.uuid4()):
                with doors.undone():
                    told.append(answer(visitor, path, verb, wanted))
                    told[-1] += (private(ravi) == before,)
            if told[0] != told[1] or not told[0][-1]:
                found.add(verb)
    return found


def private(ravi):
    return pages_of(ravi).private.circle.record.entries


def test_no_button_tells_a_hidden_entry_from_none(maya, ravi, talks):
    put(ravi, talks, Pivot("said"))
    hidden = one_of_each(ravi, talks, only_me=True)
    assert len(hidden) == len(NOUNS)
    assert differing(maya, ravi, talks, hidden) == set()


@pytest.mark.parametrize("kind", NOUNS)
def test_control_what_is_shown_is_told_apart(maya, ravi, talks, kind):
    shown = one_of_each(ravi, talks, only_me=False)[[*NOUNS].index(kind)]
    assert {"change", "ask-erase"} <= differing(maya, ravi, talks, [shown])
