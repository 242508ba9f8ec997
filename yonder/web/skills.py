"""Skills: one field to add one, cells that go round with a press, two to four to work on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import skills
from yonder.career.pages import NotHere, Pages
from yonder.web.pivots import OneForm
from yonder.web.quiet import OverForm, line
from yonder.web.ranked import in_order
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

BACK = "skills"
IMPORTANCE = (_("Not needed"), _("It helps"), _("It matters"), _("It will not work without"))
COMPETENCE = (_("New to me"), _("With help"), _("On my own"), _("I can teach it"))


class SkillForm(OverForm, WordedForm):
    name = line(_("What would I have to do well on that Tuesday?"), longest=200)
    name.widget.attrs["list"] = "skill-ideas"


class CellForm(WordedForm):
    """A cell: the row, and `<column>:<level>` or the level alone."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    rev = forms.CharField(max_length=60, widget=forms.HiddenInput)

    def clean_rev(self) -> tuple[Any, int]:
        """(column or None, level)."""
        column, _colon, level = self.cleaned_data["rev"].rpartition(":")
        if level not in ("0", "1", "2", "3"):
            raise forms.ValidationError("level")
        return forms.UUIDField().clean(column) if column else None, int(level)


def _write(pages: Pages, said: dict[str, Any]) -> None:
    skills.add(pages, said["name"], only_me=False)


def _keep(pages: Pages, said: dict[str, Any]) -> None:
    skills.add(pages, said["name"], only_me=True)


def _rename(pages: Pages, said: dict[str, Any]) -> None:
    skills.rename(pages, said["entry"], said["rev"] or 0, said["name"])


def _weigh(pages: Pages, said: dict[str, Any]) -> None:
    column, level = said["rev"]
    skills.weigh(pages, said["entry"], column, level)


def _own(pages: Pages, said: dict[str, Any]) -> None:
    skills.say_own(pages, said["entry"], said["rev"][1])


def _guide(pages: Pages, said: dict[str, Any]) -> None:
    try:
        skills.say_guide(pages, said["entry"], said["rev"][1])
    except skills.NotAsked:
        raise NotHere from None


def _ask(pages: Pages, said: dict[str, Any]) -> None:
    skills.ask(pages, said["entry"], asked=True)


def _ask_no_more(pages: Pages, said: dict[str, Any]) -> None:
    skills.ask(pages, said["entry"], asked=False)


def _choose(pages: Pages, said: dict[str, Any]) -> None:
    skills.choose(pages, said["entry"], chosen=True)


def _let_wait(pages: Pages, said: dict[str, Any]) -> None:
    skills.choose(pages, said["entry"], chosen=False)


def _up(pages: Pages, said: dict[str, Any]) -> None:
    _move(pages, said, -1)


def _down(pages: Pages, said: dict[str, Any]) -> None:
    _move(pages, said, 1)


def _move(pages: Pages, said: dict[str, Any], step: int) -> None:
    kept = pages.find(skills.KIND, skills.Skill, said["entry"])
    every = [row.kept for row in in_order(pages)]
    # Moving what only the owner can read must not stir what both can read.
    rows = [one.origin for one in every if one.only_me == kept.only_me]
    place = rows.index(kept.origin)
    if 0 <= place + step < len(rows):
        rows[place], rows[place + step] = rows[place + step], rows[place]
        skills.put_in_order(pages, rows, only_me=kept.only_me)


def _suggested(pages: Pages, said: dict[str, Any]) -> None:
    skills.take_suggested(pages)


VERBS = {
    "skill-write": Verb(_write, SkillForm, "skill", BACK),
    "skill-keep": Verb(_keep, SkillForm, "skill", BACK),
    "skill-edit": Verb(_rename, SkillForm, "skill", BACK),
    "weigh": Verb(_weigh, CellForm, "", BACK, told=""),
    "own": Verb(_own, CellForm, "", BACK, told=""),
    "view": Verb(_guide, CellForm, "", BACK, told=""),
    "view-ask": Verb(_ask, OneForm, "", BACK, told=""),
    "view-not": Verb(_ask_no_more, OneForm, "", BACK, told=""),
    "skill-choose": Verb(_choose, OneForm, "", BACK, told=""),
    "skill-wait": Verb(_let_wait, OneForm, "", BACK, told=""),
    "skill-up": Verb(_up, OneForm, "", BACK, told=""),
    "skill-down": Verb(_down, OneForm, "", BACK, told=""),
    "skill-suggested": Verb(_suggested, WordedForm, "", BACK, told=""),
}
