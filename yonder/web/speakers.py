"""Asking somebody to talk, by one of those who listen to five: an ordinary invitation."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from yonder.career.hearing import room_left
from yonder.career.invitations import already, invite
from yonder.career.leading import far_above
from yonder.career.people import Person, in_turn
from yonder.career.recovery import CodeFirst, ask_for_code
from yonder.web.invitations import post, to_what_is_there
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm


class SpeakerForm(WordedForm):
    who = forms.CharField(
        label=_("E-mail address or sign-in name"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )

    def __init__(self, data: Any, listener: Person):
        super().__init__(data)
        self.listener = listener

    def clean_who(self) -> Person:
        """Somebody here, whom the one who asks may listen to."""
        found = Person.objects.invitable(self.cleaned_data["who"])
        if found is None or found == self.listener:
            raise forms.ValidationError(_("Nobody here signs in by this name."))
        if far_above(self.listener, found):
            raise forms.ValidationError(_("You lead this person’s manager. Somebody else listens."))
        if room_left(self.listener) < 1:
            raise forms.ValidationError(_("You have asked as many as you said."))
        return found


def sent(request: Any, them: Person, *, owner: Person) -> HttpResponse:
    """Sends the question, or shows what these two have already."""
    keyring, me, now = keyring_of(request), request.user, request.vault.clock()
    try:
        ask_for_code(keyring)
    except CodeFirst:
        return redirect(f"{reverse('recovery-code')}?next={reverse('cascade')}")
    with transaction.atomic():
        in_turn(me.id)
        if before := already(me, them, owner=owner, on=now.date()):
            return to_what_is_there(before)
        made, token = invite(keyring, me, them, owner=owner, on=now)
    post(request, made, token)
    return redirect("invitation-sent", made.id)
