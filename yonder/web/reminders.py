"""Letters about what is due: claimed, handed over, and only then taken for told (decision 51)."""

import logging
from datetime import date
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from yonder.career import letterboxes, reminders
from yonder.career.reminders import MOVED, OWN, PLANNED, PROMISE, Digest, Note
from yonder.vault.here import Vault
from yonder.web.languages import language_of
from yonder.web.mail import NotHandedOver, can_send, carrying, link_to

log = logging.getLogger(__name__)
BATCH = 100  # letters at most in one tick, over one connection
CLOSING = 421  # how a mail server says that it is about to go away


def send_due(vault: Vault) -> None:
    """Write to everybody who has something due today. A mail server that is away is asked again
    at the next tick: nothing has been claimed by then."""
    now = vault.clock()
    if not can_send() or not _is_day(timezone.localtime(now).hour):
        return
    digests = reminders.due(now, BATCH)
    try:
        _send_all(digests, vault) if digests else None
    except NotHandedOver:
        log.warning("The mail server is away. Letters wait for it.")


def written(digest: Digest) -> EmailMessage:
    """The letter, in its reader's language. One thing gives its subject to the whole."""
    with translation.override(language_of(digest.person)):
        several = len(digest.notes) > 1
        notes = [{"subject": _subject(one), "text": _text(one)} for one in digest.notes]
        subject = _("What is coming up in Yonder") if several else notes[0]["subject"]
        context = {"notes": notes, "several": several, "off": link_to("letters")}
        body = render_to_string("mail/digest.txt", context)
        headers = {"Auto-Submitted": "auto-generated"}
        return EmailMessage(" ".join(subject.split()), body, to=[digest.address], headers=headers)


def _is_day(hour: int) -> bool:
    return settings.LETTERS_FROM <= hour < settings.LETTERS_UNTIL


def _send_all(digests: list[Digest], vault: Vault) -> None:
    on = timezone.localdate(vault.clock())
    with carrying() as connection:
        for digest in digests:
            letter = written(digest)
            if letterboxes.claim(digest.person, on):
                try:
                    connection.send_messages([letter])
                    letterboxes.was_told(digest.person, on)
                except OSError as error:
                    _was_not_taken(digest, error, on)


def _was_not_taken(digest: Digest, error: OSError, on: date) -> None:
    """Refused for this one alone: it waits until tomorrow, and the others go on. Nobody knows
    whether a letter was taken when the line broke: it waits as well, and so does the rest."""
    log.warning("A letter was not taken: %s", type(error).__name__)
    if CLOSING in _codes(error):
        letterboxes.give_back(digest.person, on)
    elif isinstance(error, SMTPResponseException | SMTPRecipientsRefused):
        return
    raise NotHandedOver from error


def _codes(error: OSError) -> set[int]:
    if isinstance(error, SMTPRecipientsRefused):
        return {code for code, _said in error.recipients.values()}
    return {getattr(error, "smtp_code", 0)}


def _subject(note: Note) -> str:
    subjects = {
        MOVED: _("New time with %(name)s"),
        PLANNED: _("You have something planned with %(name)s"),
        PROMISE: _("Something you promised is due"),
        OWN: _("A note from you to yourself"),
    }
    named = {"name": note.name} if note.name else {}
    return subjects[note.kind] % named


def _text(note: Note) -> str:
    link = link_to("journey", note.journey) if note.journey else link_to("home")
    at = timezone.localtime(note.at) if note.at else None
    return render_to_string(f"mail/{note.kind}.txt", {"at": at, "link": link}).strip()
