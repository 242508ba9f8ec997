"""Where I want to go: pictures that somebody writes alone. Only they can read them."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import visions as pictures
from yonder.career.notes import LONGEST
from yonder.career.record import insist, open_private
from yonder.career.visions import MOST, Enough, Moved, Picture, Vision
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import NewerRecord, TooBig
from yonder.web import trouble as troubles
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.wording import WordedForm

QUIET = {"autocomplete": "off", "spellcheck": "false"}


class VisionForm(WordedForm):
    name = forms.CharField(
        label=_("A name for it"), max_length=80, widget=forms.TextInput(attrs=QUIET)
    )
    text = forms.CharField(
        label=_("What do you do on a normal Tuesday, and what do you like about it?"),
        help_text=_("Two or three lines are enough."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=QUIET | {"rows": 3}),
    )
    entry = forms.UUIDField(required=False, widget=forms.HiddenInput)
    rev = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    @property
    def vision(self) -> Vision:
        return Vision(self.cleaned_data["name"], self.cleaned_data["text"])


@require_http_methods(["GET", "POST"])
def visions(request: Any) -> HttpResponse:
    verbs = {"write": _write, "ask-erase": _ask_erase, "erase": _erase}
    verb = verbs.get(request.POST.get("verb", ""))
    keyring = keyring_of(request)
    return verb(request, keyring) if verb else _page(request, keyring)


def _write(request: Any, keyring: Keyring) -> HttpResponse:
    form = VisionForm(request.POST)
    if not form.is_valid():
        return _page(request, keyring, form, troubles.refused_form(form))
    try:
        insist(lambda: open_private(keyring), lambda private: _put(private, form, keyring.person))
    except Enough:
        return _page(request, keyring, form, troubles.enough_pictures())
    except Moved as moved:
        return _page(request, keyring, _typed_over(form, moved.now), troubles.changed_elsewhere())
    except TooBig:
        return _page(request, keyring, form, troubles.record_full())
    except NewerRecord:
        return _page(request, keyring, form, troubles.newer_record())
    tell(request, "saved")
    return redirect("visions")


def _put(private: Any, form: VisionForm, by: uuid.UUID) -> None:
    if entry := form.cleaned_data["entry"]:
        pictures.change(private, entry, form.cleaned_data["rev"] or 0, form.vision)
    else:
        pictures.add(private, form.vision, by=by)


def _typed_over(form: VisionForm, now: Picture | None) -> VisionForm:
    """The same words again, over what stands there now, or as a new picture."""
    place = {"entry": now.entry, "rev": now.rev} if now else {"entry": "", "rev": ""}
    return VisionForm({"name": form.vision.name, "text": form.vision.text} | place)


def _ask_erase(request: Any, keyring: Keyring) -> HttpResponse:
    entry = _entry(request)
    named = [one for one in pictures.visions(open_private(keyring)) if one.entry == entry]
    if not named:
        return redirect("visions")
    return render(request, "visions/erase.html", {"picture": named[0]})


def _erase(request: Any, keyring: Keyring) -> HttpResponse:
    entry = _entry(request)
    if entry:
        insist(lambda: open_private(keyring), lambda private: pictures.erase(private, entry))
        tell(request, "erased")
    return redirect("visions")


def _entry(request: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("entry", ""))
    except ValueError:
        return None


def _page(
    request: Any,
    keyring: Keyring,
    typed: VisionForm | None = None,
    trouble: Trouble | None = None,
) -> HttpResponse:
    written = pictures.visions(open_private(keyring))
    context = {
        "pictures": [(one, _form_of(one, typed)) for one in written],
        "form": typed if typed and not typed["entry"].value() else VisionForm(auto_id="new_%s"),
        "room": len(written) < MOST,
        "trouble": trouble,
    }
    return render(request, "visions/page.html", context)


def _form_of(one: Picture, typed: VisionForm | None) -> VisionForm:
    if typed and str(typed["entry"].value()) == str(one.entry):
        return typed
    start = {"name": one.name, "text": one.text, "entry": one.entry, "rev": one.rev}
    return VisionForm(initial=start, auto_id=f"{one.entry}_%s")
