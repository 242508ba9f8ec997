"""Check-ins, and the two quick questions after a talk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yonder.career import checkins, pulse, talks
from yonder.career.pages import Pages
from yonder.web.quiet import lines
from yonder.web.verbs import Verb
from yonder.web.wording import WordedForm

ANSWERS = {
    "yes": _("Yes"),
    "partly": _("Partly"),
    "no": _("No"),
    "out": _("Leave it out"),
}


class ChangedForm(WordedForm):
    changed = lines(_("What has changed: at work, in what you want, in what matters to you?"))


class PulseForm(WordedForm):
    talk = forms.SlugField(max_length=20, widget=forms.HiddenInput)
    first = forms.ChoiceField(choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    second = forms.ChoiceField(choices=list(ANSWERS.items()), widget=forms.RadioSelect)


def _write(pages: Pages, said: dict[str, Any]) -> None:
    checkins.write(pages, said["changed"], pages.private.circle.keyring.vault.today())


def _pulse(pages: Pages, said: dict[str, Any]) -> None:
    pulse.answer(pages, said["talk"], said["first"], said["second"])


def _rest(pages: Pages, said: dict[str, Any]) -> None:
    talks.done_for_now(pages)


VERBS = {
    "checkin-write": Verb(_write, ChangedForm, "checkin", "checkins"),
    "pulse": Verb(_pulse, PulseForm, "", "next"),
    "rest": Verb(_rest, WordedForm, "", "next", told="rest"),
}
