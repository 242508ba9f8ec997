"""Forms whose faults are told in our own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WordedForm(forms.Form):
    def __init__(self, *args: Any, **words: Any):
        super().__init__(*args, **words)
        for field in self.fields.values():
            field.error_messages["required"] = _("This line is still empty.")
