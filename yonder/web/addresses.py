"""My e-mail addresses: the accounts library's page, with a mail server that may be away."""

from typing import Any

from allauth.account.forms import AddEmailForm
from allauth.account.views import EmailView
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.web.mail import NotHandedOver, can_send
from yonder.web.told import tell
from yonder.web.unlocking import freshly_confirmed
from yonder.web.wording import in_our_words

LETTERS = {"action_add", "action_send"}  # what the page can ask for that sends a link


class AddressForm(AddEmailForm):
    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        self.fields["email"].label = _("E-mail address")
        in_our_words(self)


class AddressesPage(EmailView):
    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {"can_send": can_send()}


@require_http_methods(["GET", "POST"])
def addresses(request: Any) -> HttpResponse:
    """An address can lead to a reset, so a change asks for the password."""
    if request.method == "POST":
        freshly_confirmed(request)
    try:
        # An address whose letter nobody took is not kept: it could never be confirmed.
        with transaction.atomic():
            answer: HttpResponse = AddressesPage.as_view()(request)
    except NotHandedOver:
        tell(request, "no-letter")
        return redirect("account_email")
    if LETTERS & set(request.POST) and answer.status_code == 302:
        handed = getattr(request, "letter_handed_over", False)
        tell(request, "link-sent" if handed else "link-sent-before")
    return answer
