"""Whatever sets or checks a password goes through the slots: there is no second truth (finding 13).

Every address and every command is looked at, the libraries' own included.
"""

import getpass
import re

import pytest
from allauth.account import views as account
from allauth.account.adapter import get_adapter
from django.contrib.auth.hashers import make_password
from django.core.management import CommandError, call_command, get_commands
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.cast import PASSWORD, browser, words
from yonder.career.people import Person
from yonder.career.recovery import new_code
from yonder.vault.slots import Slot

KNOWN_TO_THIEF = "the thief knows this one"
NEW = "seven boats went out to sea"
# The libraries' views we use; each was read, and none of them sets a password. The one that
# checks it does so through our backend, which opens a slot.
READ = {
    "AccountInactiveView",
    "ActivateTOTPView",
    "AuthenticateView",
    "ConfirmEmailView",
    "DeactivateTOTPView",
    "ReauthenticateView",
}
COMMANDS = {"changepassword", "createsuperuser", "account_unsetmultipleprimaryemails"}
HARMLESS = {"django.core", "django.contrib.contenttypes", "django.contrib.sessions"}
HARMLESS |= {"django.contrib.staticfiles"}


def views(patterns=None):
    """Each view behind any address, with the class it was made of."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from views(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield getattr(one.callback, "view_class", one.callback)


def foreign():
    return {view.__name__ for view in views() if not view.__module__.startswith("yonder.")}


def opens(name, password):
    return browser().post("/sign-in/", {"name": name, "password": password}).status_code == 302


def test_no_library_view_is_mounted_that_was_not_read():
    assert foreign() == READ


def test_a_library_view_that_sets_passwords_would_be_caught(settings):
    """The control: the accounts library's own page, mounted where ours is."""

    class Mounted:
        urlpatterns = [path("me/password/", account.password_change)]

    with override_settings(ROOT_URLCONF=Mounted):
        assert foreign() - READ == {"PasswordChangeView"}


def test_a_person_has_no_password_to_set_or_check(ravi):
    with pytest.raises(TypeError):
        ravi.person.set_password(NEW)
    with pytest.raises(TypeError):
        ravi.person.check_password(PASSWORD)
    with pytest.raises(TypeError):
        get_adapter().set_password(ravi.person, NEW)


def test_the_column_named_password_opens_nothing(ravi):
    Person.objects.filter(id=ravi.person.id).update(password=make_password(KNOWN_TO_THIEF))
    assert not opens("ravi", KNOWN_TO_THIEF)


def test_every_command_of_the_libraries_is_known():
    commands = {name for name, app in get_commands().items() if app not in HARMLESS}
    assert commands == COMMANDS


def test_changepassword_changes_nothing(ravi, monkeypatch):
    monkeypatch.setattr(getpass, "getpass", lambda prompt="": KNOWN_TO_THIEF)
    before = slots()
    with pytest.raises((TypeError, CommandError)):
        call_command("changepassword", "ravi")
    assert slots() == before
    assert not opens("ravi", KNOWN_TO_THIEF)
    assert opens("ravi", PASSWORD)


def test_createsuperuser_makes_nobody(workplace, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", KNOWN_TO_THIEF)
    with pytest.raises((AttributeError, TypeError, CommandError)):
        call_command("createsuperuser", interactive=False, login="thief", verbosity=0)
    assert not Person.objects.exists()
    assert not opens("thief", KNOWN_TO_THIEF)


def test_a_slot_and_the_sign_in_agree_after_every_way(ravi, olga):
    """Change, recovery code and slip: the last password opens, the ones before do not."""
    code = new_code(ravi.keyring)
    ways = [
        lambda new: browser(ravi).post("/me/password/", {"old": PASSWORD, "new": new}),
        lambda new: browser().post("/recover/", {"name": "ravi", "code": code, "password": new}),
        lambda new: browser().post(slip(ravi, olga), {"password": new}),
    ]
    used = [PASSWORD]
    for number, way in enumerate(ways):
        fresh = f"{NEW} number {number}"
        assert way(fresh).status_code == 302
        assert opens("ravi", fresh)
        assert not any(opens("ravi", old) for old in used[-1:])
        assert Person.objects.get(login="ravi").password.startswith("!")  # opens with nothing
        used.append(fresh)


def slots():
    return {(row.id, bytes(row.box)) for row in Slot.objects.all()}


def slip(who, olga):
    answer = browser(olga).post("/people/", {"verb": "reset", "person": who.person.id})
    return re.search(r"(/reset/[^/]+/)", words(answer))[1]
