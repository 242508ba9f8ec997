"""The two forms of a list of people: bringing it, and saying yes to what it would do."""

import re
from dataclasses import asdict, fields, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career.rosters import Counts
from yonder.interchange.roster_headings import FIELDS, UNUSED
from yonder.interchange.rosters import Column
from yonder.web.wording import WordedForm

CODINGS = [
    ("", _("Look for yourself")),
    ("utf-8", "UTF-8"),
    ("windows-1252", _("Windows, Western Europe")),
    ("windows-1250", _("Windows, Central Europe")),
    ("mac-roman", _("An older Mac")),
]
LABELS = {
    UNUSED: _("not used"),
    "number": _("personnel number"),
    "email": _("e-mail"),
    "name": _("name"),
    "first-name": _("first name"),
    "last-name": _("last name"),
    "unit": _("unit"),
    "shift": _("shift"),
    "manager": _("who leads them"),
    "last-day": _("last day"),
}

_COUNT = re.compile(r"[0-9]{1,9}").fullmatch  # other digits and endless ones are no count


class BringForm(WordedForm):
    file = forms.FileField(label=_("A file, as CSV or XLSX"), required=False)
    pasted = forms.CharField(
        label=_("Or paste the rows here"),
        help_text=_("With their heading, as you copied them out of a spreadsheet."),
        widget=forms.Textarea,
        required=False,
        strip=False,
    )
    coding = forms.ChoiceField(label=_("How it was written"), choices=CODINGS, required=False)

    @property
    def bytes(self) -> bytes:
        """What was brought: the file, or else what was pasted."""
        file = self.cleaned_data["file"]
        found: bytes = file.read() if file else self.cleaned_data["pasted"].encode()
        if file:
            file.seek(0)
        return found

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("file") and not given.get("pasted", "").strip() and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste some rows."))
        return given


class LoadForm(WordedForm):
    """`counts` are those that were shown, so that nothing else is loaded."""

    text = forms.CharField(strip=False)
    counts = forms.CharField(required=False)
    moves = forms.BooleanField(required=False)
    leavers = forms.BooleanField(required=False)

    def clean_counts(self) -> Counts:
        numbers = self.cleaned_data["counts"].split()
        names = [field.name for field in fields(Counts)]
        known = {name: int(one) for name, one in zip(names, numbers, strict=False) if _COUNT(one)}
        return Counts(**{**dict.fromkeys(names, -1), **known})


def as_words(counts: Counts) -> str:
    """`counts` as the form brings them back."""
    return " ".join(map(str, asdict(counts).values()))


def chosen(data: Any, columns: list[Column]) -> list[Column]:
    """The columns with the fields that were chosen for them, by their place."""
    said = [data.get(f"column-{at}", column.field) for at, column in enumerate(columns)]
    return [
        replace(column, field=field if field in FIELDS else UNUSED)
        for column, field in zip(columns, said, strict=True)
    ]
