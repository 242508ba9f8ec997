"""Talks: which one comes next, and how far the two have come in it (decisions 1, 9).

Questions are drawn in the owner's session only, for only there is known what was turned off. How
many there are is shown nowhere, so nobody can tell what "all of them" would be.
"""

from random import Random

from msgspec import UNSET

from yonder.career import keenness
from yonder.career.boundaries import PROMPT, TALK, TOPIC, leave_out, left_out
from yonder.career.pages import OnlyTheOwner, Pages
from yonder.career.record import COURSE, Course
from yonder.guidebook.prompts import STARTS, Prompt, life_story

LIFE_STORY, VISIONS, PLAN = TALKS = ("life-story", "visions", "plan")
CHECK_IN = "check-in"  # comes after the plan, again and again, for as long as it helps
OPEN, MATTERS, CLOSE = "open", "matters", "close"
PICTURES, THEN, FOCUS, ROOM = "pictures", "then", "focus", "room"
SKILLS, ACTIONS, AGREE, LOOK, CHANGED = "skills", "actions", "agree", "look", "changed"
STEPS = {
    VISIONS: [OPEN, PICTURES, THEN, FOCUS, ROOM, CLOSE],
    PLAN: [OPEN, SKILLS, ACTIONS, AGREE, CLOSE],
    CHECK_IN: [OPEN, LOOK, CHANGED, CLOSE],
}
LASTING = ("held", "heard", "held_on", "keen")  # of a course, whatever comes next
DRAWN = 5  # questions of a sitting, before the one that is always last


def course(pages: Pages) -> Course:
    """Where the two are. Before anything was picked: all three talks, in their order."""
    found = pages.common.of_kind(COURSE, Course)
    return found[0][1] if found else Course(list(TALKS))


def talk_of(pages: Pages) -> str:
    """The talk that comes next or is being held; empty when there is none left."""
    return "".join(course(pages).talks[:1])


def step_of(pages: Pages) -> str:
    """Where the room stands: the name of a step, or the id of a question."""
    now = course(pages)
    steps = _steps(now)
    return steps[min(now.at, len(steps) - 1)]


def begin(pages: Pages, talks: list[str], draw: Random) -> None:
    """The first course, in the owner's session, once the two can both read."""
    if pages.owns and not pages.common.of_kind(COURSE, Course):
        put(pages, _drawn(pages, Course(_without_left_out(pages, talks)), draw))


def choose(pages: Pages, talk: str, draw: Random) -> None:
    """The owner picks what comes next; what was planned comes after. Raises `OnlyTheOwner`."""
    _refuse_a_guide(pages)
    rest = [one for one in course(pages).talks if one != talk]
    if talk in TALKS:
        put(pages, _drawn(pages, Course([talk, *rest]), draw))


def start_at(pages: Pages, start: str, draw: Random) -> None:
    """The owner picks a stretch of life to begin with; its first question is then next."""
    _refuse_a_guide(pages)
    if start in STARTS and course(pages).talks[:1] == [LIFE_STORY]:
        fresh = _drawn(pages, Course(course(pages).talks, start), draw)
        fresh.at = 1
        put(pages, fresh)


def next_step(pages: Pages, seen: str) -> None:
    """Either of the two goes on from the step they saw; of two who press at once, one is enough."""
    now = course(pages)
    if step_of(pages) == seen and now.at < len(_steps(now)) - 1:
        put(pages, Course(now.talks, now.start, now.steps, now.at + 1))


def earlier_step(pages: Pages, seen: str) -> None:
    """Either of the two goes back by one."""
    now = course(pages)
    if step_of(pages) == seen and now.at:
        put(pages, Course(now.talks, now.start, now.steps, now.at - 1))


def not_this_one(pages: Pages, seen: str) -> None:
    """On to the next, as after any answer; the owner's own record remembers the question."""
    if seen in {prompt.id for prompt in life_story("en").prompts}:
        leave_out(pages, PROMPT, seen)
    next_step(pages, seen)


def not_this_talk(pages: Pages, talk: str, draw: Random) -> None:
    """The talk is left out: what comes next is what would have come after it."""
    _refuse_a_guide(pages)
    leave_out(pages, TALK, talk)
    now = course(pages)
    if talk in now.talks:
        rest = [one for one in now.talks if one != talk]
        put(pages, _drawn(pages, Course(rest), draw) if now.talks[0] == talk else _with(now, rest))


def draw_again(pages: Pages, draw: Random) -> None:
    """After the list of topics has changed, either way: the questions to come are drawn anew.

    What stands in the room stays if it may; else the two are on the next question, as after
    "Next". As many come as would have come: the other one cannot tell that a list has changed.
    """
    now = course(pages)
    if pages.owns and LIFE_STORY in now.talks[:1] and now.steps:
        seen = now.steps[: now.at + 1]
        if MATTERS not in seen:
            steps = [*seen, *_to_come(pages, now.start, seen, draw), MATTERS, CLOSE]
            stays = _may_stay(pages, seen[-1])
            # What the other one sees must not stir: where the two stay, notes stay off.
            still_off = now.notes_off if stays else UNSET
            at = now.at if stays else now.at + 1
            put(pages, Course(now.talks, now.start, steps, at, notes_off=still_off))


def close(pages: Pages, held: str, today: int) -> None:
    """The talk has been held; the next one comes. Either of the two closes it, once.

    After the plan come check-ins, until the two are done for now; an earlier talk may be picked
    again at any time.
    """
    now = course(pages)
    if now.talks[:1] == [held]:
        rest = [CHECK_IN] if held in (PLAN, CHECK_IN) else now.talks[1:]
        keenness.settle(pages)
        heard = {held: today} | (now.heard or {})
        put(pages, Course(rest, held=held, heard=heard, held_on=today))


def done_for_now(pages: Pages) -> None:
    """No talk comes next. What stands there stays, and nothing reminds anybody.

    After a check-in either of the two may say so, and the owner always: else whoever leaves out
    the last talk there is would be the only one for whom nothing comes.
    """
    if pages.owns or course(pages).talks[:1] == [CHECK_IN]:
        put(pages, Course([]))


def _steps(now: Course) -> list[str]:
    talk = "".join(now.talks[:1])
    return now.steps or STEPS.get(talk, [OPEN, MATTERS, CLOSE])


def _drawn(pages: Pages, fresh: Course, draw: Random) -> Course:
    if fresh.talks[:1] == [LIFE_STORY]:
        fresh.steps = [OPEN, *_questions(pages, fresh.start, draw), MATTERS, CLOSE]
    return fresh


def _questions(pages: Pages, start: str, draw: Random) -> list[str]:
    """The whole catalogue is shuffled first and sifted after, boundary or not."""
    every = list(life_story("en").prompts)
    draw.shuffle(every)
    fitting = [one for one in every if _may_come(pages, one) and start in ("", *one.starts)]
    chosen = [one for one in fitting if not one.last][:DRAWN]
    chosen.sort(key=lambda one: min(STARTS.index(start) for start in one.starts))
    return [one.id for one in [*chosen, *(one for one in fitting if one.last)]]


def _may_come(pages: Pages, prompt: Prompt) -> bool:
    topics, prompts = left_out(pages.private, TOPIC), left_out(pages.private, PROMPT)
    return prompt.id not in prompts and not topics & set(prompt.topics)


def _may_stay(pages: Pages, step: str) -> bool:
    here = [prompt for prompt in life_story("en").prompts if prompt.id == step]
    return all(_may_come(pages, prompt) for prompt in here)


def _to_come(pages: Pages, start: str, seen: list[str], draw: Random) -> list[str]:
    last = {prompt.id for prompt in life_story("en").prompts if prompt.last}
    fresh = [one for one in _questions(pages, start, draw) if one not in seen]
    questions = [one for one in fresh if one not in last]
    left = max(0, DRAWN - len(set(seen) - last - {OPEN}))
    return [*questions[:left], *(one for one in fresh if one in last)]


def _without_left_out(pages: Pages, talks: list[str]) -> list[str]:
    return [talk for talk in talks if talk not in left_out(pages.private, TALK)]


def _with(now: Course, talks: list[str]) -> Course:
    return Course(talks, now.start, now.steps, now.at, notes_off=now.notes_off)


def _refuse_a_guide(pages: Pages) -> None:
    if not pages.owns:
        raise OnlyTheOwner


def put(pages: Pages, fresh: Course) -> None:
    """Where the two are from now on. What was held is kept, and what the owner said about it."""
    record, before = pages.touch(pages.common), course(pages)
    for name in LASTING:
        setattr(fresh, name, getattr(fresh, name) or getattr(before, name))
    found = record.of_kind(COURSE, Course)
    if found:
        record.reword(found[0][0], fresh)
    else:
        record.add(COURSE, fresh, pages.me)
