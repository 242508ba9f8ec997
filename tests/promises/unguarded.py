"""Yonder with every permission check taken away: only what is sealed still stands."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import override_settings

from yonder.career.invitations import InvitationQuerySet
from yonder.career.journeys import JourneyQuerySet
from yonder.career.people import Person
from yonder.vault import circle_rows
from yonder.vault.circles import Circle, Member
from yonder.vault.gone import GoneList
from yonder.vault.keyrings import Keyring
from yonder.web import asked

GUARD = "django.contrib.auth.middleware.LoginRequiredMiddleware"


class AnyKey(dict[Any, bytes]):
    """A keyring that claims to hold every key; the ones it never got are zeros."""

    def __contains__(self, wanted: object) -> bool:
        return True

    def __missing__(self, wanted: object) -> bytes:
        return bytes(32)


@contextmanager
def everything_is_permitted() -> Iterator[None]:
    """No query asks for whom, no role is missing, everybody is a member, nothing is gone."""
    _make_everybody_a_member()
    with ExitStack() as stack:
        for target, name, instead in _checks():
            stack.enter_context(patch.object(target, name, instead))
        rest = [part for part in settings.MIDDLEWARE if part != GUARD]
        stack.enter_context(override_settings(MIDDLEWARE=rest))
        yield


def one_key_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """What must never be: records and faces sealed under a constant."""
    monkeypatch.setattr(circle_rows, "derive", lambda *parts: bytes(32))


def _checks() -> list[tuple[Any, str, Any]]:
    init = Keyring.__init__

    def with_any_key(self: Keyring, *given: Any, **words: Any) -> None:
        init(self, *given, **words)
        self.keys = AnyKey(self.keys)

    return [
        (JourneyQuerySet, "of", lambda self, person: self.select_related("owner", "guide")),
        (InvitationQuerySet, "by", lambda self, person: self.select_related("inviter", "invitee")),
        (InvitationQuerySet, "to", lambda self, person: self.select_related("inviter", "invitee")),
        (Person, "administers", True),
        (GoneList, "ids", lambda self: frozenset()),
        (Keyring, "__init__", with_any_key),
        (asked, "_is_for_another", lambda request, found: False),
    ]


def _make_everybody_a_member() -> None:
    for circle in Circle.objects.all():
        for person in Person.objects.all():
            Member.objects.get_or_create(circle=circle, person=person.id)
