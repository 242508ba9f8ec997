"""When somebody starts it without being asked: alone, or with a message that Yonder never sends."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career import askings, messages
from yonder.career.messages import FORMS, Message, message
from yonder.career.pages import Pages, opener
from yonder.career.record import insist
from yonder.guidebook.filling import fill
from yonder.guidebook.starter import starter as guidebook
from yonder.web import pages as own_pages
from yonder.web.languages import language_of
from yonder.web.quiet import line, lines
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed, Verb, answered
from yonder.web.wording import WordedForm

BACK = "message"
LONGEST = 2000  # letters: it is a message, and the dream stays out of it
NAMES = {
    "mail": _("By e-mail"),
    "chat": _("In a chat"),
    "card": _("Spoken, or on a card"),
}


class WhomForm(WordedForm):
    to = line(_("Their first name"), longest=80)
    form = forms.ChoiceField(
        label=_("How would you like to ask?"),
        choices=[(form, NAMES[form]) for form in FORMS],
        initial="mail",
        widget=forms.RadioSelect,
    )


class MessageForm(WordedForm):
    text = lines(_("Change it as you like"), rows=8, longest=LONGEST)


@require_http_methods(["GET", "POST"])
def starter(request: Any) -> HttpResponse:
    """The short page for whoever starts it."""
    if request.POST.get("verb") == "leave-it":
        now = request.vault.clock()
        insist(opener(keyring_of(request)), lambda pages: askings.leave(pages, now))
        return redirect("home")
    place = own_pages.place_of(request, _draw, "starter")
    return answered(place, _verbs(place))


def _draw(request: Any, own: Pages, typed: Typed) -> HttpResponse:
    kept = message(own.private)
    context = {
        "starter": guidebook(language_of(request.user)),
        "message": kept,
        "form_name": NAMES.get(kept.form) if kept else None,
        "whom": typed.form if typed.name.startswith("whom") else WhomForm(),
        "words": typed.form
        if typed.name.startswith("message")
        else MessageForm(initial={"text": kept.text if kept else ""}),
        "typed": typed,
        "trouble": typed.trouble,
        "nearly_full": own.private.nearly_full,
    }
    return render(request, "starter/page.html", context)


def _verbs(place: Place) -> dict[str, Verb]:
    """The one who asks signs the message, so the verbs are made for each."""
    me, book = place.request.user.name, guidebook(language_of(place.request.user))

    def write(pages: Pages, given: dict[str, Any]) -> None:
        text = fill(book.messages[given["form"]], owner=me, guide=given["to"])
        messages.write(pages, Message(given["form"], given["to"], text))

    return {
        "message-write": Verb(write, WhomForm, "whom", BACK, told=""),
        "message-keep": Verb(_keep, MessageForm, "message", BACK),
        "message-erase": Verb(_erase, WordedForm, "", BACK, told="erased"),
    }


def _keep(pages: Pages, given: dict[str, Any]) -> None:
    before = message(pages.private) or Message(FORMS[0], "", "")
    messages.write(pages, Message(before.form, before.to, given["text"]))


def _erase(pages: Pages, _given: dict[str, Any]) -> None:
    messages.erase(pages)
