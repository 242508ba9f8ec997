"""Who leads whom, and what a change of it does to talks: nothing. It only asks their owner.

The owner's private record remembers who led when the talks began, so that the question comes once
for each change, and nobody else can tell how it was answered.
"""

import uuid

import msgspec

from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.people import Person
from yonder.career.record import JourneyRecord

KIND = "led-by"


class LedBy(msgspec.Struct):
    """Who led this person when it was last looked at; None for nobody."""

    manager: uuid.UUID | None


class InACircle(Exception):
    """Somebody would lead themselves, by way of others or at once."""


def lead(person: Person, manager: Person | None) -> None:
    """From now on `manager` leads `person`. No talk moves. Raises `InACircle`."""
    above, seen = manager, {person.id}
    while above is not None:
        if above.id in seen:
            raise InACircle
        seen.add(above.id)
        above = above.manager
    person.manager = manager
    person.save(update_fields=["manager"])


def far_above(listener: Person, speaker: Person) -> bool:
    """Does `listener` lead somebody who leads `speaker`, by way of others or at once? The direct
    manager is not far above. A chain that runs in a circle ends."""
    seen, direct = {speaker.id}, speaker.manager_id
    at = direct if direct != listener.id else None
    while at and at not in seen:
        seen.add(at)
        at = Person.objects.values_list("manager", flat=True).get(id=at)
        if at == listener.id:
            return True
    return False


def remember(pages: Pages, manager: uuid.UUID | None) -> None:
    """Note privately who leads the owner of these pages, so that no question comes about it."""
    found = pages.private.of_kind(KIND, LedBy)
    if not found:
        pages.touch(pages.private).add(KIND, LedBy(manager), pages.me)
    elif found[0][1].manager != manager:
        pages.touch(pages.private).reword(found[0][0], LedBy(manager))


def new_manager(private: JourneyRecord, person: Person) -> Person | None:
    """Somebody who leads this person now and did not when it was last looked at; None when nobody
    does, when they have not joined or have left, or when they listen to this person already."""
    noted = [noun.manager for _, noun in private.of_kind(KIND, LedBy)]
    manager = person.manager
    if not noted or manager is None or manager.id == noted[0]:
        return None
    if not manager.login or not manager.is_active:
        return None
    listens = Journey.objects.filter(owner=person, guide=manager, ends_on=None)
    return None if listens.exists() else manager
