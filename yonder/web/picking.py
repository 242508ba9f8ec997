"""The form of a hand-over: who listens from now on, what they read, and until when the other."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import carrying
from yonder.career.journeys import Journey
from yonder.career.pages import Kept, Pages
from yonder.career.partings import is_near
from yonder.career.people import Person
from yonder.career.pivots import pivots
from yonder.career.skills import skills
from yonder.career.visions import held_against, visions
from yonder.web.wording import WordedForm

TODAY, DAY = "today", "day"


class HandoverForm(WordedForm):
    who = forms.CharField(
        label=_("Who listens from now on?"),
        help_text=_("Their sign-in name or e-mail address."),
        max_length=254,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    carry = forms.TypedMultipleChoiceField(required=False, coerce=uuid.UUID)
    ends = forms.ChoiceField(widget=forms.RadioSelect, initial=TODAY)
    until = forms.DateField(
        label=_("The day you agreed on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, data: Any, found: Journey, pages: Pages, manager: Person | None, on: date):
        start = {"who": manager.login if manager else ""}
        super().__init__(data, initial=start)
        self.owner, self.guide, self.on = found.owner, found.guide, on
        self.at_first = carrying.ticked(pages)
        carry: Any = self.fields["carry"]
        carry.choices = [(str(kept.id), "") for kept in carrying.every(pages)]
        name = {"guide": found.guide.name}
        ends: Any = self.fields["ends"]
        ends.label = _("How long can %(guide)s read?") % name
        ends.choices = [
            (TODAY, _("%(guide)s can read until today.") % name),
            (DAY, _("You both agreed on a day, at most 30 days from now.")),
        ]
        self.fields["until"].error_messages["invalid"] = _("Write it like the example.")

    def ticked(self) -> set[str]:
        """What is ticked as the page is drawn: what was sent, or the plan."""
        given = self["carry"].value() if self.is_bound else self.at_first
        return {str(one) for one in given or ()}

    def clean_who(self) -> Person:
        person = Person.objects.invitable(self.cleaned_data["who"])
        if person is None:
            raise forms.ValidationError(
                _("Nobody here has this name or address. Invite them first, then come back.")
            )
        if person in (self.owner, self.guide):
            raise forms.ValidationError(_("Choose somebody else than you two."))
        return person

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("ends") != DAY:
            given["until"] = None
        elif "until" not in self.errors and not self._is_near(given.get("until")):
            self.add_error("until", _("Choose a day from tomorrow on, within 30 days."))
        return given

    def _is_near(self, day: date | None) -> bool:
        return day is not None and is_near(day, self.on)


def groups(pages: Pages, ticked: set[str]) -> list[dict[str, Any]]:
    """What can be shown, kind by kind: the plan first, and nothing personal before it."""
    listed: list[tuple[Any, list[tuple[Kept[Any], str]]]] = [
        (_("The plan"), [(kept, kept.noun.text) for kept in carrying.steps(pages)]),
        (_("What it takes"), [(kept, kept.noun.name) for kept in skills(pages)]),
        (_("Visions"), [(kept, kept.noun.name) for kept in visions(pages)]),
        (_("What matters"), [(kept, kept.noun.words) for kept in held_against(pages)]),
        (_("Turns"), [(kept, kept.noun.changed) for kept in pivots(pages)]),
    ]
    return [{"name": name, "items": _items(row, ticked)} for name, row in listed if row]


def _items(row: list[tuple[Kept[Any], str]], ticked: set[str]) -> list[dict[str, Any]]:
    return [
        {
            "id": kept.id,
            "words": words,
            "only_me": kept.only_me,
            "ticked": str(kept.id) in ticked,
        }
        for kept, words in row
    ]
