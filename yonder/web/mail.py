"""Letters by mail: no content, no kind of talk, first names only (words.md 7)."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from yonder.career.journeys import Journey
from yonder.career.people import Person
from yonder.web.languages import language_of

log = logging.getLogger(__name__)


class NotHandedOver(Exception):
    """There is no mail server, or it did not take the letter."""


def can_send() -> bool:
    """Is there a mail server to hand letters to?"""
    return bool(settings.EMAIL_HOST)


def hand_over(letter: EmailMessage) -> None:
    """Give one letter to the mail server. Raises `NotHandedOver`."""
    if not can_send():
        raise NotHandedOver
    try:
        letter.send()
    except OSError as error:
        log.warning("A letter could not be handed over: %s", type(error).__name__)
        raise NotHandedOver from error


@contextmanager
def carrying() -> Iterator[Any]:
    """One connection to the mail server for many letters. Raises `NotHandedOver`."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        raise NotHandedOver from error
    try:
        yield connection
    finally:
        connection.close()


def send(subject: str, template: str, context: Mapping[str, object], addresses: list[str]) -> bool:
    """Hand one letter over; False when it could not be. Never stops what the person was doing."""
    one_line = " ".join(subject.split())  # a name may hold a line break
    letter = EmailMessage(one_line, render_to_string(template, context), to=addresses)
    try:
        hand_over(letter) if addresses else None
    except NotHandedOver:
        return False
    return bool(addresses)


def addresses_of(person: Person) -> list[str]:
    """The addresses this person has shown to be theirs."""
    verified = EmailAddress.objects.filter(user=person, verified=True)
    return list(verified.values_list("email", flat=True))


def tell_readers_of_new_key(person: Person) -> None:
    """After a reset: the person at every address, and each one who reads with them."""
    others = {journey.other(person) for journey in Journey.objects.of(person)}
    for reader in [person, *others]:
        with translation.override(language_of(reader)):
            subject = _("%(name)s has a new key") % {"name": person.name}
            context = {"name": person.name, "link": _home()}
            send(subject, "mail/new_key.txt", context, addresses_of(reader))


def tell_of_sign_in(person: Person, on: datetime, device: str) -> None:
    """The first time on a device that nobody knows here yet."""
    with translation.override(language_of(person)):
        context = {"day": on, "device": device, "link": _home()}
        subject = _("New sign-in to Yonder")
        send(subject, "mail/new_sign_in.txt", context, addresses_of(person))


def tell_of_end(person: Person) -> None:
    """Somebody can read something no more. Which talks, and why, is not in the letter."""
    with translation.override(language_of(person)):
        subject = _("A change in Yonder")
        send(subject, "mail/ended.txt", {"link": _home()}, addresses_of(person))


def tell_of_leaving(person: Person, until: date) -> None:
    """Somebody else has written down that this person leaves: time to take the pages along."""
    with translation.override(language_of(person)):
        context = {"day": person.leaves_on, "until": until, "link": _home()}
        send(_("A day in Yonder"), "mail/leaving.txt", context, addresses_of(person))


def tell_of_idleness(person: Person, until: date) -> bool | None:
    """Nobody has opened these pages for long. False when the letter could not be handed over."""
    if not (addresses := addresses_of(person)) or not can_send():
        return None
    with translation.override(language_of(person)):
        context = {"until": until, "link": _home()}
        return send(_("Your pages in Yonder"), "mail/idle.txt", context, addresses)


def link_to(name: str, *args: object) -> str:
    """A page of Yonder, as a letter names it."""
    return f"{_home()}{reverse(name, args=args)}"


def _home() -> str:
    return settings.YONDER_ADDRESS.geturl() if settings.YONDER_ADDRESS else "http://localhost"
