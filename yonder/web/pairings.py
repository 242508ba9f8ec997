"""The twelve digits: one says them, the other types them, and the key goes over."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from yonder.career import pairings
from yonder.career.journeys import Journey
from yonder.career.pairings import State, given_by, states, taken_by
from yonder.career.recovery import CodeFirst
from yonder.vault import digits
from yonder.vault import pairings as vault_pairings
from yonder.vault.here import date_of
from yonder.vault.identities import new_key_since
from yonder.vault.pairings import TRIES, NotTheDigits, NotYet, Pairing, TooLate
from yonder.vault.refusals import Busy, Damaged, NotForYou
from yonder.vault.security import SecurityEvent
from yonder.web import trouble as troubles
from yonder.web.accounts import qr
from yonder.web.trouble import Trouble
from yonder.web.unlocking import freshly_confirmed, keyring_of
from yonder.web.wording import WordedForm


class DigitsForm(WordedForm):
    digits = forms.CharField(
        label=_("The twelve digits"),
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "off",
                "spellcheck": "false",
                "maxlength": 24,
            }
        ),
    )

    def clean_digits(self) -> str:
        """A slip of the finger is told here, before it costs a try."""
        given = digits.normal(self.cleaned_data["digits"])
        if not given:
            raise forms.ValidationError(_("This line is still empty."))
        if len(given) != digits.LENGTH:
            said = ngettext(
                "This is one digit. There have to be twelve.",
                "These are %(count)s digits. There have to be twelve.",
                len(given),
            )
            raise forms.ValidationError(said % {"count": len(given)})
        if not digits.is_sound(given):
            raise forms.ValidationError(_("One digit is off. Look at them once more."))
        return given


@require_http_methods(["GET", "POST"])
def key(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    state = states(keyring_of(request), request.user, [found])[found]
    if state == State.DAMAGED:
        raise Damaged
    if state == State.WAIT:
        return _take_side(request, found)
    if state == State.BOTH:
        return _done(request, found)
    return _give_side(request, found)


# ---- the one who holds the key -------------------------------------------------------------------


def _give_side(request: Any, found: Journey) -> HttpResponse:
    row, verb = given_by(found, request.user), request.POST.get("verb")
    if verb == "open":
        pairings.offer(freshly_confirmed(request), found, request.user)
        return redirect("key", found.id)
    if row is None:
        context = _named(request, found) | {"holds": True, "new_key": _new_key(request, found)}
        return render(request, "pairings/start.html", context)
    if verb == "stop":
        vault_pairings.stop(keyring_of(request), row)
        return redirect("journey", found.id)
    return _said(request, found, row) if verb == "said" else _show(request, found, row)


def _new_key(request: Any, found: Journey) -> dict[str, Any] | None:
    """Since when the other one has a new key, and whose hand was in it: ask before you open."""
    other = found.other(request.user)
    since = new_key_since(other.id)
    if since is None:
        return None
    slips = SecurityEvent.objects.filter(person=other.id, what="slip")
    by = _("the people who run this server") if slips.exists() else _("a link by e-mail")
    return {"day": date_of(since), "by": by}


def _said(request: Any, found: Journey, row: Pairing) -> HttpResponse:
    try:
        pairings.grant(keyring_of(request), row, found.other(request.user))
    except NotYet:
        return _nothing_new(request) or _show(request, found, row, said=True)
    except NotTheDigits:
        row.refresh_from_db()
        return _show(request, found, row)
    except TooLate:
        return _show(request, found, row)
    except Busy:
        return _show(request, found, row, troubles.busy())
    return _done(request, found)


def _show(
    request: Any,
    found: Journey,
    row: Pairing,
    trouble: Trouble | None = None,
    *,
    said: bool = False,
) -> HttpResponse:
    context = _named(request, found) | {"tries_left": max(0, TRIES - row.tries), "said": said}
    try:
        shown = vault_pairings.shown(freshly_confirmed(request), row)
    except (TooLate, Damaged):
        dead = row.tries >= TRIES
        ended = troubles.third_try() if dead else troubles.digits_too_old()
        context |= {"state": "dead" if dead else "expired", "trouble": ended}
        return render(request, "pairings/give.html", context)
    context |= {
        "state": "answered-wrong" if row.tries else "shown",
        "trouble": trouble,
        "digits": digits.spoken(shown.code),
        "until": shown.until,
        "qr": _qr(request, found, shown.code),
    }
    return render(request, "pairings/give.html", context)


def _qr(request: Any, found: Journey, code: str) -> str:
    # Behind the #, so that the digits reach no server log on their way.
    address = request.build_absolute_uri(reverse("key", args=[found.id]))
    return qr(f"{address}#{code}", str(_("The same digits as a square")))


# ---- the one who gets it -------------------------------------------------------------------------


def _take_side(request: Any, found: Journey) -> HttpResponse:
    row, verb = taken_by(found, request.user), request.POST.get("verb")
    if row is None:
        return render(request, "pairings/start.html", _named(request, found) | {"holds": False})
    if verb == "stop":
        vault_pairings.stop(keyring_of(request), row)
        return redirect("journey", found.id)
    if verb == "digits":
        return _typed(request, found, row)
    return _collect(request, found, row) if row.e_public else _ask(request, found, row)


def _typed(request: Any, found: Journey, row: Pairing) -> HttpResponse:
    form = DigitsForm(request.POST)
    if not form.is_valid():
        return _ask(request, found, row, form)
    try:
        vault_pairings.answer(keyring_of(request), row, form.cleaned_data["digits"])
    except TooLate:
        return _ask(request, found, row, form)
    except (NotYet, Busy):
        return redirect("key", found.id)
    return redirect("key", found.id)


def _collect(request: Any, found: Journey, row: Pairing) -> HttpResponse:
    """The other one has answered or not yet; a GET looks, a POST takes."""
    context = _named(request, found) | {"state": "sent", "form": DigitsForm(), "trouble": None}
    if request.method != "POST":
        return render(request, "pairings/take.html", context)
    try:
        pairings.take(keyring_of(request), found, row)
    except NotYet:
        return _nothing_new(request) or render(request, "pairings/take.html", context)
    except CodeFirst:
        return redirect(f"{reverse('recovery-code')}?next={request.path}")
    except (Damaged, NotForYou):
        return _ask(request, found, row, trouble=troubles.damaged())
    return _done(request, found)


def _ask(
    request: Any,
    found: Journey,
    row: Pairing,
    form: DigitsForm | None = None,
    trouble: Trouble | None = None,
) -> HttpResponse:
    state, ended = "type", None
    other = found.other(request.user).name
    if row.tries >= TRIES:
        state, ended = "dead", troubles.third_try()
    elif row.expires <= request.vault.clock():
        state, ended = "expired", troubles.digits_too_old()
    elif row.tries and not trouble and not (form and form.errors):
        state, ended = "wrong", troubles.wrong_digits(other, TRIES - row.tries)
    context = {"state": state, "form": form or DigitsForm(), "trouble": ended or trouble}
    return render(request, "pairings/take.html", _named(request, found) | context)


def _done(request: Any, found: Journey) -> HttpResponse:
    return render(request, "pairings/done.html", _named(request, found))


def _nothing_new(request: Any) -> HttpResponse | None:
    """The short answer to a page that asks by itself."""
    return HttpResponse(status=204) if "X-Waiting" in request.headers else None


def _named(request: Any, found: Journey) -> dict[str, Any]:
    return {"journey": found, "other": found.other(request.user).name}
