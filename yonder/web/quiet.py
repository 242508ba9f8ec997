"""Fields for what people write: nothing is suggested, corrected or remembered by the browser."""

from typing import Any

from django import forms

from yonder.career.pages import LONGEST

QUIET = {"autocomplete": "off", "spellcheck": "false", "autocorrect": "off"}


def line(label: Any, *, needed: bool = True, longest: int = 200, **words: Any) -> forms.CharField:
    """One line of somebody's own words."""
    widget = forms.TextInput(attrs=QUIET)
    return forms.CharField(label=label, required=needed, max_length=longest, widget=widget, **words)


def lines(label: Any, *, needed: bool = True, rows: int = 3, **words: Any) -> forms.CharField:
    """Several lines; as long as any text may be (decision 19)."""
    widget = forms.Textarea(attrs=QUIET | {"rows": rows})
    longest = words.pop("longest", LONGEST)
    return forms.CharField(label=label, required=needed, max_length=longest, widget=widget, **words)


class OverForm(forms.Form):
    """Which entry a form is about, and the revision its text was typed over."""

    entry = forms.UUIDField(required=False, widget=forms.HiddenInput)
    rev = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
