"""What matters: named in the owner's words, out of turns; "Yes, that is me" is the owner's."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import erasing, values
from yonder.career.pages import Pages
from yonder.web.pivots import OneForm
from yonder.web.quiet import OverForm, line
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

BACK = "values"


class TurnsField(forms.TypedMultipleChoiceField):
    """Turns by their ids. What is not among those the person sees is passed over later."""

    def __init__(self) -> None:
        super().__init__(coerce=uuid.UUID, required=False, label=_("It showed when"))

    def valid_value(self, value: str) -> bool:
        return len(value) == 36


class ValueForm(OverForm, WordedForm):
    words = line(_("It matters to me that …"), longest=2000)
    turns = TurnsField()


class TurnsForm(WordedForm):
    entry = forms.UUIDField(widget=forms.HiddenInput)
    turns = TurnsField()


def _propose(pages: Pages, said: dict[str, Any]) -> None:
    values.propose(pages, said["words"], said["turns"], only_me=False)


def _keep(pages: Pages, said: dict[str, Any]) -> None:
    values.propose(pages, said["words"], said["turns"], only_me=True)


def _reword(pages: Pages, said: dict[str, Any]) -> None:
    values.reword(pages, said["entry"], said["rev"] or 0, said["words"])
    values.point(pages, said["entry"], said["turns"])


def _point(pages: Pages, said: dict[str, Any]) -> None:
    values.point(pages, said["entry"], said["turns"])


def _confirm(pages: Pages, said: dict[str, Any]) -> None:
    values.confirm(pages, said["entry"], said["rev"] or 0)


def _undo(pages: Pages, said: dict[str, Any]) -> None:
    values.undo(pages, said["entry"], said["rev"] or 0)


def _take_away(pages: Pages, said: dict[str, Any]) -> None:
    erasing.erase(pages, said["entry"])


VERBS = {
    "value-write": Verb(_propose, ValueForm, "value", BACK),
    "value-keep": Verb(_keep, ValueForm, "value", BACK),
    "value-edit": Verb(_reword, ValueForm, "value", BACK),
    "value-point": Verb(_point, TurnsForm, "value", BACK),
    "value-yes": Verb(_confirm, OneForm, "", BACK, told=""),
    "value-undo": Verb(_undo, OneForm, "", BACK, told=""),
    "value-no": Verb(_take_away, OneForm, "", BACK, told=""),
}
