"""What somebody turns off in one place is turned off in each of their journeys."""

from collections.abc import Callable
from typing import Any

from yonder.career import talks
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner, Pages, opener
from yonder.career.record import insist
from yonder.vault.refusals import NotForYou
from yonder.web.chance import CHANCE
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import said


def everywhere(request: Any) -> None:
    """What was turned off here is turned off in each of the owner's journeys: the questions of
    open talks are drawn anew, whichever way the list has changed, and a talk does not come."""
    verb, data = said(request.POST)
    if verb == "topics":
        _in_each_journey(request, lambda own: talks.draw_again(own, CHANCE))
    elif verb == "talk-not" and data.get("entry") in talks.TALKS:
        _in_each_journey(request, lambda own: talks.not_this_talk(own, data["entry"], CHANCE))


def _in_each_journey(request: Any, change: Callable[[Pages], object]) -> None:
    for journey in Journey.objects.of(request.user).filter(owner=request.user):
        try:
            insist(opener(keyring_of(request), journey.circle), change)
        except (NotForYou, OnlyTheOwner):
            continue  # not opened yet: nothing is drawn there
