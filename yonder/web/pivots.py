"""Turns: quick capture, three small fields, and a whole sheet of paper typed in at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import pivots
from yonder.career.pages import LONGEST, Pages
from yonder.career.pivots import STAGES, Pivot
from yonder.web.quiet import OverForm, line, lines
from yonder.web.verbs import Verb
from yonder.web.wording import FAULTS, WordedForm

STAGE_NAMES = {
    "school": _("School"),
    "first-work": _("First work"),
    "later-work": _("Later work"),
    "here": _("Since you came here"),
}
BACK = "turns"


class StageField(forms.ChoiceField):
    def __init__(self) -> None:
        choices = [("", _("Anywhere")), *((stage, STAGE_NAMES[stage]) for stage in STAGES)]
        super().__init__(label=_("Which stretch of the way?"), choices=choices, required=False)


class TurnForm(OverForm, WordedForm):
    changed = line(_("What changed"), longest=2000)
    why = lines(_("Why"), needed=False, rows=2, help_text=_("You may leave this empty."))
    better = lines(_("What got better"), needed=False, rows=2)
    stage = StageField()


class SheetForm(WordedForm):
    sheet = lines(_("One turn on each line"), rows=6, longest=200_000)
    stage = StageField()

    def clean_sheet(self) -> str:
        """No line is longer than any other text may be: a file of it would not come in again."""
        sheet: str = self.cleaned_data["sheet"]
        if max(map(len, sheet.splitlines()), default=0) > LONGEST:
            raise forms.ValidationError(str(FAULTS["max_length"]) % {"limit_value": LONGEST})
        return sheet


class OneForm(OverForm, WordedForm):
    """A button beside an entry."""

    entry = forms.UUIDField(widget=forms.HiddenInput)


def _pivot(said: dict[str, Any]) -> Pivot:
    return Pivot(said["changed"], said["why"], said["better"], said["stage"])


def _write(pages: Pages, said: dict[str, Any]) -> None:
    pivots.write(pages, _pivot(said), only_me=False)


def _keep(pages: Pages, said: dict[str, Any]) -> None:
    pivots.write(pages, _pivot(said), only_me=True)


def _sheet(pages: Pages, said: dict[str, Any]) -> None:
    pivots.write_lines(pages, said["sheet"], stage=said["stage"], only_me=False)


def _sheet_for_me(pages: Pages, said: dict[str, Any]) -> None:
    pivots.write_lines(pages, said["sheet"], stage=said["stage"], only_me=True)


def _edit(pages: Pages, said: dict[str, Any]) -> None:
    pivots.edit(pages, said["entry"], said["rev"] or 0, _pivot(said))


def _up(pages: Pages, said: dict[str, Any]) -> None:
    pivots.move(pages, said["entry"], up=True)


def _down(pages: Pages, said: dict[str, Any]) -> None:
    pivots.move(pages, said["entry"], up=False)


VERBS = {
    "turn-write": Verb(_write, TurnForm, "turn", BACK),
    "turn-keep": Verb(_keep, TurnForm, "turn", BACK),
    "turn-edit": Verb(_edit, TurnForm, "turn", BACK),
    "turn-up": Verb(_up, OneForm, back=BACK, told=""),
    "turn-down": Verb(_down, OneForm, back=BACK, told=""),
    "sheet-write": Verb(_sheet, SheetForm, "sheet", BACK),
    "sheet-keep": Verb(_sheet_for_me, SheetForm, "sheet", BACK),
}
