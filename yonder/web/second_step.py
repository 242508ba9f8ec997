"""The second step of signing in: the accounts library's pages, in our words."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.views import IndexView
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.web.wording import in_our_words


class SixDigits(forms.Form):
    """One line for the digits in the code app."""

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["code"].label = _("The six digits")
        in_our_words(self)


class SwitchOnForm(SixDigits, ActivateTOTPForm):
    """The first digits of a new app."""


class SignInForm(SixDigits, AuthenticateForm):
    """After the password."""


class AgainForm(SixDigits, ReauthenticateForm):
    """Before a step that asks whether it is still you."""


class SecondStepPage(IndexView):
    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        waiting = EmailAddress.objects.filter(user=self.request.user, verified=False)
        return context | {"unconfirmed": waiting.exists()}


page = SecondStepPage.as_view()
