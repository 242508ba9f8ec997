"""Forms whose faults are told in our own words."""

from typing import Any

from django import forms
from django.core.validators import EmailValidator, MaxLengthValidator
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS = 254
FAULTS = {
    "required": _("This line is still empty."),
    "invalid_choice": _("Choose one of these."),
    "max_length": _("Too long: take at most %(limit_value)d letters."),
    "null_characters_not_allowed": _("One of the letters cannot be written here."),
}
NO_ADDRESS = _("This does not look like an e-mail address.")
looks_like_an_address = EmailValidator(message=NO_ADDRESS)
fits_in_a_row = MaxLengthValidator(LONGEST_ADDRESS, FAULTS["max_length"])


def address(typed: str) -> str:
    """An address as it is kept: in small letters, of which some words take more than in capitals.
    Raises `ValidationError`."""
    small = typed.strip().lower()
    looks_like_an_address(small)
    fits_in_a_row(small)
    return small


def in_our_words(form: forms.BaseForm) -> None:
    """The library's and the framework's sentences give way to ours."""
    for field in form.fields.values():
        field.error_messages.update(FAULTS)
        if isinstance(field, forms.EmailField):
            field.error_messages["invalid"] = NO_ADDRESS


class WordedForm(forms.Form):
    def __init__(self, *args: Any, **words: Any):
        super().__init__(*args, **words)
        in_our_words(self)
