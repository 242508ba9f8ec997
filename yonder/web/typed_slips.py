"""Somebody has a slip of paper and no camera: a short address, and then letters to type.

The letters are as hard to guess as a recovery code, so nobody is slowed down here.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.invitations import Invitation
from yonder.vault import codes
from yonder.web.quiet import line
from yonder.web.trouble import refused_form
from yonder.web.wording import WordedForm

NOTHING = _("These letters open nothing. Look at each of them once more, or ask for a new slip.")


class SlipForm(WordedForm):
    letters = line(_("The letters on the slip"), longest=60)

    def __init__(self, data: Any, now: datetime):
        super().__init__(data)
        self.now = now

    def clean_letters(self) -> str:
        typed = codes.normal(self.cleaned_data["letters"])
        if Invitation.objects.behind(typed, self.now) is None:
            raise forms.ValidationError(NOTHING)
        return typed


@login_not_required
@require_http_methods(["GET", "POST"])
def slip(request: Any) -> HttpResponse:
    """What was typed travels in the body; the page behind it says the rest."""
    form = SlipForm(request.POST or None, request.vault.clock())
    if form.is_valid():
        return redirect("invitation", form.cleaned_data["letters"])
    return render(request, "invitations/slip.html", {"form": form, "trouble": refused_form(form)})
