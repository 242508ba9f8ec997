"""Somebody new, and where somebody works: the two forms of the page that shows who is here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career.people import Person
from yonder.web.quiet import line
from yonder.web.wording import LONGEST_ADDRESS, WordedForm, address


class PlaceForm(WordedForm):
    """`person` is the one it is about; None for somebody new."""

    number = line(_("Personnel number"), needed=False, longest=40)
    unit = line(_("Unit"), needed=False, longest=80)
    shift = line(_("Shift"), needed=False, longest=40)

    def __init__(self, data: Any, person: Person | None = None, **words: Any):
        super().__init__(data, **words)
        self.person = person

    def clean_number(self) -> str | None:
        number = self.cleaned_data["number"] or None
        holder = Person.objects.filter(number=number).first() if number else None
        if holder and holder != self.person:
            raise forms.ValidationError(_("Somebody else here has this number."))
        return number


class AddForm(PlaceForm):
    """The same for somebody who is not here yet."""

    name = line(_("Name"), longest=80)
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=LONGEST_ADDRESS)
    field_order = ("name", "email", "number", "unit", "shift")

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"]
        return typed and address(typed)
