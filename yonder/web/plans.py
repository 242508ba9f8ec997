"""The plan: steps with a name and a date, asks, introductions; agreed by both, looked at again."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import plans
from yonder.career.pages import Pages
from yonder.career.plans import ASK, GUIDE, HORIZONS, INTRODUCTION, OWNER, STEP, Action
from yonder.vault.here import EPOCH
from yonder.web.pivots import OneForm
from yonder.web.quiet import QUIET, OverForm, line
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

BACK = "plan"
PILLAR_NAMES = {
    "learn": _("Learn"),
    "people": _("Meet people"),
    "work": _("Change my work"),
    "next": _("Next job"),
}
PILLAR_ASKS = {
    "learn": _("What must be learned, and who can teach it?"),
    "people": _("Who does the work you would like to see up close?"),
    "work": _("How can the work itself teach it?"),
    "next": _("Which post would bring a picture nearer?"),
}
KINDS = {STEP: _("A step"), ASK: _("Ask somebody"), INTRODUCTION: _("Bring two people together")}


class DayField(forms.DateField):
    """A day as a day number; 0 for none."""

    def __init__(self, **words: Any):
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}), **words)
        self.error_messages["invalid"] = _("Write it like the example.")

    def clean(self, value: Any) -> Any:
        day: date | None = super().clean(value)
        return (day - EPOCH).days if day else 0


class ActionForm(OverForm, WordedForm):
    text = line(_("What somebody does: ask, learn, try"), longest=2000)
    pillar = forms.ChoiceField(label=_("What kind of step?"), choices=list(PILLAR_NAMES.items()))
    who = forms.ChoiceField(label=_("Who?"), required=False)
    by = DayField(label=_("By when?"), required=False)
    kind = forms.ChoiceField(label=_("How?"), choices=list(KINDS.items()), required=False)
    whom = forms.CharField(
        label=_("Who to ask, or to meet"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=QUIET),
    )
    serves = forms.TypedMultipleChoiceField(coerce=uuid.UUID, required=False, label=_("What for?"))

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        who = [
            ("", _("Nobody yet")),
            (OWNER, _("The one whose plan it is")),
            (GUIDE, _("The one who listens")),
        ]
        self.fields["who"].choices = who  # type: ignore[attr-defined]
        self.fields["serves"].valid_value = lambda value: len(value) == 36  # type: ignore[attr-defined]

    def named(self, owner: str, guide: str) -> "ActionForm":
        """The same with people's names to choose from; alone there is one."""
        listed = [("", _("Nobody yet")), (OWNER, owner), *([(GUIDE, guide)] if guide else [])]
        self.fields["who"].choices = listed  # type: ignore[attr-defined]
        return self


class MoveForm(OverForm, WordedForm):
    """A new date, and why; or off the list, and why."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    by = DayField(label=_("Moved to …"), required=False)
    reason = line(_("because …"), needed=False, longest=500)


class AheadForm(WordedForm):
    horizon = forms.TypedChoiceField(
        label=_("How far does it look?"),
        coerce=int,
        choices=[(months, _("%(months)s months") % {"months": months}) for months in HORIZONS],
    )
    weeks = forms.IntegerField(label=_("We look at it every … weeks"), min_value=6, max_value=26)


def initial(action: Action) -> dict[str, Any]:
    """What a form about this step begins with."""
    day = date.fromordinal(EPOCH.toordinal() + action.by) if action.by else None
    names = ("text", "pillar", "who", "kind", "whom")
    return {name: getattr(action, name) for name in names} | {"by": day}


def _action(said: dict[str, Any]) -> Action:
    return Action(
        said["text"], said["pillar"], said["who"], said["by"], said["kind"] or STEP, said["whom"]
    )


def _write(pages: Pages, said: dict[str, Any]) -> None:
    plans.add(pages, _action(said), said["serves"], only_me=False)


def _keep(pages: Pages, said: dict[str, Any]) -> None:
    plans.add(pages, _action(said), said["serves"], only_me=True)


def _edit(pages: Pages, said: dict[str, Any]) -> None:
    plans.edit(pages, said["entry"], said["rev"] or 0, _action(said))
    plans.serve(pages, said["entry"], said["serves"])


def _done(pages: Pages, said: dict[str, Any]) -> None:
    plans.done(pages, said["entry"])


def _reopen(pages: Pages, said: dict[str, Any]) -> None:
    plans.reopen(pages, said["entry"])


def _move(pages: Pages, said: dict[str, Any]) -> None:
    if said["by"]:
        plans.move(pages, said["entry"], said["by"], said["reason"])


def _off(pages: Pages, said: dict[str, Any]) -> None:
    plans.take_off(pages, said["entry"], said["reason"])


def _stage(stage: str) -> Any:
    def get_on(pages: Pages, said: dict[str, Any]) -> None:
        plans.get_on(pages, said["entry"], stage)

    return get_on


def _ahead(pages: Pages, said: dict[str, Any]) -> None:
    plans.look_ahead(pages, horizon=said["horizon"], weeks=said["weeks"])


def _agree(pages: Pages, said: dict[str, Any]) -> None:
    plans.agree(pages)


VERBS = {
    "action-write": Verb(_write, ActionForm, "action", BACK),
    "action-keep": Verb(_keep, ActionForm, "action", BACK),
    "action-edit": Verb(_edit, ActionForm, "action", BACK),
    "action-done": Verb(_done, OneForm, "", BACK, told=""),
    "action-open": Verb(_reopen, OneForm, "", BACK, told=""),
    "action-move": Verb(_move, MoveForm, "", BACK),
    "action-off": Verb(_off, MoveForm, "", BACK),
    **{
        f"action-{stage}": Verb(_stage(stage), OneForm, "", BACK, told="") for stage in plans.STAGES
    },
    "ahead": Verb(_ahead, AheadForm, "ahead", BACK),
    "agree": Verb(_agree, WordedForm, "", BACK, told=""),
}
