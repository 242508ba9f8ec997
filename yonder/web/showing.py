"""Buttons that every entry has: show, only me again, erase."""

import uuid
from typing import Any

from django import forms

from yonder.career import erasing, showing
from yonder.career.pages import Pages
from yonder.web.pivots import OneForm
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm


class ChosenForm(WordedForm):
    """Boxes that were ticked beside entries only their owner can read."""

    chosen = forms.TypedMultipleChoiceField(coerce=uuid.UUID, required=False)

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["chosen"].valid_value = lambda value: len(value) == 36  # type: ignore[attr-defined]


def _show(pages: Pages, said: dict[str, Any]) -> None:
    showing.show(pages, [said["entry"]])


def _show_chosen(pages: Pages, said: dict[str, Any]) -> None:
    showing.show(pages, said["chosen"])


def _only_me(pages: Pages, said: dict[str, Any]) -> None:
    showing.only_me(pages, said["entry"])


def _erase(pages: Pages, said: dict[str, Any]) -> str:
    shared = pages.shared and pages.shared.circle.record.entry(said["entry"])
    erasing.erase(pages, said["entry"])
    return "erased-for-both" if shared else "erased"


VERBS = {
    "show": Verb(_show, OneForm, told="shown"),
    "show-chosen": Verb(_show_chosen, ChosenForm, told="shown"),
    "only-me": Verb(_only_me, OneForm, told="only-me"),
    "erase": Verb(_erase, OneForm),
}
