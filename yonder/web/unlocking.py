"""Keys for one request: finds the sign-in behind the cookies, and shows the closed page without.

What was typed into a page that had closed comes back on that page with a password field; it is
never stored, and goes on its way once the password is right (2.8).
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation

from yonder.career.people import Person
from yonder.vault import identities, unlocks
from yonder.vault.here import vault
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Busy, Closed, Refusal, TooManyTries, WrongSecret
from yonder.vault.unlocks import TABLE, WAITING, Unlock
from yonder.web import trouble as troubles
from yonder.web.closed import OURS, PASSWORD, closed_page
from yonder.web.errors import refused
from yonder.web.guessing import Guesser, is_known_device, remember_device
from yonder.web.homecoming import instead_of_nothing
from yonder.web.languages import language_of
from yonder.web.last_days import only_taking
from yonder.web.limited import elsewhere
from yonder.web.mail import tell_of_sign_in
from yonder.web.shared_devices import forget

UNLOCK = "unlock"  # the browser session's word for the row's name
CONFIRMED = 5 * 60  # seconds a typed password counts as fresh


class ConfirmFirst(Closed):
    """The keys are out, but this step wants the password typed within the last five minutes."""


class Unlocking:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.vault, request.fresh = vault(), None
        request.row = _row(request)
        if over := request.user.is_authenticated and request.row is None:
            logout(request)
        if request.user.is_authenticated:
            translation.activate(language_of(request.user))
        if answer := elsewhere(request) or _bounced(request):
            return answer
        response = self.get_response(request)
        if over:
            forget(response)
        _finish(request, response)
        return response

    def process_view(
        self, request: Any, view: Any, args: list[Any], words: dict[str, Any]
    ) -> HttpResponse | None:
        """Here, because by now the form has proven that it came from our own page."""
        try:
            if answer := only_taking(request):
                return answer
            if answer := _opened_by_password(request) if PASSWORD in request.POST else None:
                return answer
            if request.user.is_authenticated and not _needs_no_key(view):
                keyring_of(request)
        except Refusal as refusal:
            return self.process_exception(request, refusal)
        return None

    def process_exception(self, request: Any, error: Exception) -> HttpResponse | None:
        if isinstance(error, Closed):
            return closed_page(request, confirm=isinstance(error, ConfirmFirst))
        if isinstance(error, Http404):
            return instead_of_nothing(request)
        return refused(request, error) if isinstance(error, Refusal) else None


unlocking = Unlocking


def also_while_closed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Marks the few views that a person who is signed in may use with the keys put away."""
    view.also_while_closed = True  # type: ignore[attr-defined]
    return view


def keyring_of(request: Any) -> Keyring:
    """The keyring of the person who asks. Raises `Closed`; the closed page is then the answer."""
    if getattr(request, "keyring", None) is None:
        if request.row is None:
            raise Closed
        cookie = request.COOKIES.get(settings.UNLOCK_COOKIE_NAME, "")
        active = "X-Waiting" not in request.headers
        request.keyring = unlocks.keyring_of(request.vault, request.row, cookie, active=active)
    return request.keyring


def freshly_confirmed(request: Any) -> Keyring:
    """The keyring, if the password was typed within five minutes. Raises `ConfirmFirst`."""
    keyring = keyring_of(request)
    if request.session.get("confirmed", 0) < request.vault.clock().timestamp() - CONFIRMED:
        raise ConfirmFirst
    return keyring


def begin(request: Any, keyring: Keyring, *, shared: bool, state: str = WAITING) -> None:
    """Remember a sign-in: the row now, the cookie with the response."""
    device = device_label(request.headers.get("User-Agent", ""))
    request.fresh = unlocks.remember(keyring, shared=shared, device=device, state=state)
    request.session["confirmed"] = request.vault.clock().timestamp()


def device_label(agent: str) -> str:
    """`Firefox, Android`: enough to recognise one's own, too little to track a device."""
    browsers = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
    systems = ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux")
    names = {"Edg": "Edge", "OPR": "Opera"}
    browser = next((names.get(word, word) for word in browsers if word in agent), "")
    return ", ".join(filter(None, [browser, next((word for word in systems if word in agent), "")]))


def _needs_no_key(view: Any) -> bool:
    public = not getattr(view, "login_required", True)
    return public or getattr(view, "also_while_closed", False)


def _row(request: Any) -> Unlock | None:
    name = request.session.get(UNLOCK)
    if name is None:
        return None
    now = request.vault.clock()
    row = Unlock.objects.filter(id=name, ends__gt=now).first()
    if row and request.user.is_authenticated and row.person != request.user.id:
        return None
    return row


def _bounced(request: HttpRequest) -> HttpResponse | None:
    # A strict cookie stays at home when a link in a mail is followed; one hop fetches it.
    followed = request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method == "GET"
    without = settings.UNLOCK_COOKIE_NAME not in request.COOKIES
    if not (request.user.is_authenticated and followed and without):
        return None
    return render(request, "signin/bounce.html", {"here": request.get_full_path()})


def _opened_by_password(request: Any) -> HttpResponse | None:
    """Try the password on the closed page. None lets the request go on its way, keys in hand."""
    if not request.user.is_authenticated or request.method != "POST":
        return None
    # On the table it is somebody else who types: the screen is handed back first.
    if request.row.state == TABLE:
        return None
    try:
        keyring = proven(request, request.user, request.POST[PASSWORD])
    except TooManyTries as error:
        return closed_page(request, trouble=troubles.too_many_tries(error.minutes))
    except Busy:
        return closed_page(request, trouble=troubles.busy())
    except WrongSecret:
        return closed_page(request, trouble=troubles.wrong_password_again())
    request.fresh = unlocks.reopen(keyring, request.row)
    request.row, request.keyring = request.fresh[0], keyring
    request.session["confirmed"] = request.vault.clock().timestamp()
    return HttpResponseRedirect(request.get_full_path()) if set(request.POST) <= OURS else None


def proven(request: Any, person: Person, password: str) -> Keyring:
    """The keyring behind a password, with guessing slowed down. Raises the vault's refusals."""
    guesser = Guesser(request, request.vault, person.login or "", person)
    with guesser.one_try():
        return identities.sign_in(request.vault, person.id, password)


def _finish(request: Any, response: HttpResponse) -> None:
    if request.fresh:
        row, cookie = request.fresh
        request.session[UNLOCK], request.row = row.id, row
        response.set_cookie(
            settings.UNLOCK_COOKIE_NAME,
            cookie,
            secure=settings.SECURE,
            httponly=True,
            samesite="Strict",
        )
    row, person = request.row, request.user
    if row and row.state == WAITING and person.is_authenticated and row.person == person.id:
        _admit(request, response, row, person)


def _admit(request: Any, response: HttpResponse, row: Unlock, person: Person) -> None:
    # The second factor, if there is one, has been given: only now does the row open anything.
    if row.until > request.vault.clock():
        unlocks.admit(request.vault, row)
        if not is_known_device(request, person):
            tell_of_sign_in(person, request.vault.clock(), row.device)
        remember_device(request, response, person)
