"""The second half of a made-up journey: skills, steps, agreement, a check-in."""

from collections.abc import Callable

from yonder.career import checkins, plans, skills, visions
from yonder.career.pages import Kept, Pages
from yonder.career.plans import Action
from yonder.career.skills import Skill
from yonder.demo.texts import Ability, Promise, Talk

Change = Callable[[str, Callable[[Pages], object]], None]


def fill(change: Change, talk: Talk, *, today: int) -> None:
    """`change` lets the owner or the guide do something to the pages."""
    for ability in talk.skills:
        change("owner", _skill(ability, talk))
    for promise in talk.steps:
        change(promise.who, _step(promise, talk, today))
    if talk.agreed:
        for who in ("owner", "guide"):
            change(who, plans.agree)
    if talk.changed:
        change("owner", lambda pages: checkins.write(pages, talk.changed, today))


def _skill(ability: Ability, talk: Talk) -> Callable[[Pages], None]:
    def add(pages: Pages) -> None:
        skills.add(pages, ability.name, only_me=False)
        skill = _named(pages, ability.name)
        if ability.own >= 0:
            skills.say_own(pages, skill.id, ability.own)
        skills.choose(pages, skill.id, chosen=ability.chosen)
        pictures = {one.noun.name: one for one in visions.visions(pages)}
        for place, level in ability.weights.items():
            picture = pictures[talk.visions[int(place)].name]
            skills.weigh(pages, skill.id, picture.id, level)

    return add


def _step(promise: Promise, talk: Talk, today: int) -> Callable[[Pages], None]:
    by = today + promise.in_days if promise.in_days else 0
    action = Action(
        promise.text, promise.pillar, promise.who if by else "", by, promise.kind, promise.whom
    )

    def add(pages: Pages) -> None:
        wanted = [_named(pages, talk.skills[place].name).id for place in promise.serves]
        plans.add(pages, action, wanted, only_me=False)
        made = plans.actions(pages)[-1].id
        if promise.stage:
            plans.get_on(pages, made, promise.stage)
        if promise.done:
            plans.done(pages, made)

    return add


def _named(pages: Pages, name: str) -> Kept[Skill]:
    return next(kept for kept in skills.skills(pages) if kept.noun.name == name)
