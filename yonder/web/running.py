"""A calendar that runs: this week and the next ones, and one button that offers the next times."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from yonder.career import asking, calendars
from yonder.career.calendars import Chosen
from yonder.career.invitations import Invitation
from yonder.career.offers import ThreeAreEnough
from yonder.career.pages import opener
from yonder.career.record import insist, open_private
from yonder.career.recovery import CodeFirst, ask_for_code
from yonder.career.standings import Standing, standings, walkers
from yonder.career.upcoming import Ahead, ahead
from yonder.planning.schedule import schedule
from yonder.vault.refusals import ChangedOutside, NewerRecord, TooBig
from yonder.web import trouble as troubles
from yonder.web import trouble_with_times
from yonder.web.invitations import post
from yonder.web.mail import addresses_of
from yonder.web.pace import PaceForm, initial
from yonder.web.told import tell
from yonder.web.trouble import Trouble, refused_form
from yonder.web.turns import TurnForm, meet
from yonder.web.unlocking import keyring_of
from yonder.web.ways import FRIDAY, NAMES, in_words

MANY_MOVED = 2  # talks of one week, after which a slower calendar is worth a question


class Running:
    """Everything of one request about the calendar that runs."""

    def __init__(self, request: Any, kept: Chosen):
        self.request, self.kept = request, kept
        self.keyring, self.now = keyring_of(request), request.vault.clock()
        self.zone: Any = timezone.get_current_timezone()
        private = open_private(self.keyring)
        self.every = standings(self.keyring, request.user, private, kept, self.now)
        self.ahead: Ahead = ahead(self.every, kept, self.now, self.zone)
        self.trouble: Trouble | None = None

    def forms(self, data: Any = None) -> list[TurnForm]:
        """A form for each one whose turn it is; what was typed is over whose turn it was."""
        turns = [turn for week in self.ahead.weeks for turn in week.turns]
        return [TurnForm(turn, self.kept.minutes, self.now, data) for turn in turns]

    def until(self, per_week: int = 0) -> date | None:
        """When everybody is heard, at this pace or at another one."""
        pace = self.kept.pace_from(timezone.localdate(self.now))
        if per_week:
            slower = walkers(self.every, self.kept, self.now, self.zone)
            found = schedule(slower, replace(pace, per_week=per_week)).finish
        else:
            found = self.ahead.rest.finish
        return found + FRIDAY if found else None


def answered(request: Any, kept: Chosen, verb: str, data: Any) -> HttpResponse:
    """The page of a running calendar, or what was pressed on it."""
    run = Running(request, kept)
    verbs = {"offer": _offer, "away": _away, "slower": _slower, "stop": _stop}
    return verbs[verb](run, data) if verb in verbs else _page(run)


def _page(
    run: Running, typed: list[TurnForm] | None = None, moved: list[Standing] | None = None
) -> HttpResponse:
    forms_ = {one.turn.standing.person.id: one for one in typed or run.forms()}
    form = PaceForm(initial=initial(len(run.every), timezone.localdate(), run.kept))
    fewer = max(1, run.kept.per_week - 1)
    asks = moved is not None and len(moved) >= MANY_MOVED and fewer < run.kept.per_week
    context = {
        "kept": run.kept,
        "way": NAMES[run.kept.way],
        "until": run.until(),
        "weeks": run.ahead.weeks,
        "forms": forms_,
        "form": form,
        "moved": moved,
        "fewer": fewer if asks else 0,
        "fewer_until": run.until(fewer) if asks else None,
        "slips": any(one.invitation for one in run.every),
        "code_first": _needs_code(run),
        "trouble": run.trouble,
        "in_words": in_words,
    }
    return render(run.request, "planner/running.html", context)


def _needs_code(run: Running) -> bool:
    """Would offering these times need the recovery code first? Said before anybody has typed."""
    turns = [turn for week in run.ahead.weeks for turn in week.turns]
    try:
        ask_for_code(run.keyring, sum(one.standing.circle is None for one in turns))
    except CodeFirst:
        return True
    return False


def _offer(run: Running, data: Any) -> HttpResponse:
    """Offer the times that were left ticked, all of them or none."""
    typed = run.forms(data)
    chosen = [one for one in typed if one.is_valid() and one.cleaned_data["chosen"]]
    faults = [one for one in typed if one.data.get(one.add_prefix("chosen")) and one.errors]
    if faults:
        run.trouble = refused_form(faults[0])
        return _page(run, typed)
    wanted = {one.turn.standing.person.id: one.offer for one in chosen}
    if meet(run.ahead.weeks, list(wanted.values())):
        run.trouble = trouble_with_times.times_meet()
        return _page(run, typed)
    try:
        made = asking.ask(run.keyring, run.request.user, run.every, wanted, now=run.now)
    except CodeFirst:
        return redirect(f"{reverse('recovery-code')}?next={reverse('planner')}")
    except tuple(REFUSED) as refusal:
        run.trouble = REFUSED[type(refusal)]()
        return _page(run, typed)
    for one in made:
        post(run.request, one.invitation, one.token)
    if wanted:
        tell(run.request, "offered")
    return redirect("planner-slips" if any(map(_by_slip, made)) else "planner")


def _by_slip(one: asking.Asked) -> bool:
    return needs_slip(one.invitation)


def needs_slip(invitation: Invitation) -> bool:
    """Has this person neither an account nor an address that a letter reaches?"""
    return not invitation.invitee.login and not addresses_of(invitation.invitee)


def _away(run: Running, data: Any) -> HttpResponse:
    """A sick week: what was in it moves, and nothing else. The page says what moved."""
    try:
        week = date.fromisoformat(data.get("entry", ""))
    except ValueError:
        return redirect("planner")
    if week not in [one.first for one in run.ahead.weeks]:
        return redirect("planner")
    moved = asking.away(run.keyring, run.every, week, now=run.now, zone=run.zone)
    kept = calendars.chosen(open_private(run.keyring))
    return _page(Running(run.request, kept or run.kept), moved=moved)


def _slower(run: Running, data: Any) -> HttpResponse:
    wanted = data.get("entry", "")
    if wanted in map(str, range(1, run.kept.per_week)):
        insist(opener(run.keyring), lambda pages: calendars.slow_down(pages, int(wanted)))
        tell(run.request, "saved")
    return redirect("planner")


def _stop(run: Running, data: Any) -> HttpResponse:
    """No calendar any more. What is set stays set, and what is offered stays offered."""
    insist(opener(run.keyring), calendars.stop)
    tell(run.request, "saved")
    return redirect("planner")


REFUSED: dict[type[Exception], Any] = {
    ThreeAreEnough: trouble_with_times.three_times,
    TooBig: troubles.record_full,
    NewerRecord: troubles.newer_record,
    ChangedOutside: troubles.changed_outside,
}
