"""What a new password may be: long enough, not a common one, and not one's own name."""

from typing import Any

from allauth.account.forms import ReauthenticateForm
from django import forms
from django.contrib.auth import password_validation as framework
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from yonder.career.people import LOGIN, Person, normal
from yonder.web.wording import WordedForm, in_our_words


class LongEnough(framework.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _g("Too short: take at least %(least)s characters.") % {"least": self.min_length}


class Uncommon(framework.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _g("Many people use this one. Choose another.")


class NotTheName(framework.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _g("Too close to your name. Choose another.")


class NewPassword(forms.CharField):
    """At least twelve characters, and not a common one."""

    def __init__(self, label: Any):
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        help_text = _("At least 12 characters. A short sentence is good.")
        super().__init__(
            label=label, strip=False, max_length=128, help_text=help_text, widget=widget
        )

    def validate(self, value: str) -> None:
        super().validate(value)
        validate_password(value)


class SignInName(forms.RegexField):
    """A short name of one's own choice, in small letters."""

    def __init__(self, help_text: Any = ""):
        widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        super().__init__(LOGIN, label=_("Your sign-in name"), help_text=help_text, widget=widget)
        self.error_messages["invalid"] = _(
            "Use two to 32 letters, numbers, dots or dashes, without spaces."
        )

    def to_python(self, value: Any) -> str:
        """As every sign-in compares it, and before it is looked at: else nobody finds it."""
        return normal(super().to_python(value) or "")


class SharedDevice(forms.BooleanField):
    """A tablet on the shop floor: closes sooner, and ends sooner."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Others use this device too"),
            help_text=_("It then closes after 5 minutes."),
            required=False,
        )


def refuse_own_name(form: Any, field: str, *, name: str, login: str) -> None:
    """A password close to the person's own names is a fault of `field`."""
    if chosen := form.cleaned_data.get(field):
        try:
            validate_password(chosen, Person(name=name, login=login))
        except forms.ValidationError as error:
            form.add_error(field, error)


class OwnForm(WordedForm):
    """A form in which `person`, who is known by now, chooses a new password."""

    chosen = "password"

    def __init__(self, *given: Any, person: Person, **words: Any):
        super().__init__(*given, **words)
        self.person = person

    def clean(self) -> dict[str, Any]:
        refuse_own_name(self, self.chosen, name=self.person.name, login=self.person.login or "")
        return self.cleaned_data


def old_password(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
    return forms.CharField(label=label, strip=False, max_length=128, widget=widget)


class PasswordAgainForm(ReauthenticateForm):
    """The accounts library asks whether it is still you."""

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["password"].label = _("Your password")
        in_our_words(self)
