"""What the settings let out: the address, the letters, the log and the key that signs links."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import ParseResult

from django.conf import settings

from yonder.cli.checkup.findings import Finding, Group, Surroundings

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONG_ENOUGH = 32  # letters of a signing key


@dataclass(frozen=True)
class Reach:
    address: ParseResult | None
    debug: bool
    log_level: str
    secret: int  # its length
    mail_host: str
    mail_closed: bool
    sender: str


def gather(where: Surroundings) -> Reach:
    return Reach(
        address=settings.YONDER_ADDRESS,
        debug=settings.DEBUG,
        log_level=str(logging.getLevelName(logging.getLogger().level)),
        secret=len(settings.SECRET_KEY),
        mail_host=settings.EMAIL_HOST,
        mail_closed=settings.EMAIL_USE_TLS,
        sender=settings.DEFAULT_FROM_EMAIL,
    )


def more_than_an_address(facts: Reach) -> Iterator[Finding]:
    found = facts.address
    if found and (found.path or found.query or found.fragment or found.username):
        yield Finding(
            "YONDER_ADDRESS holds more than https:// and a name, so links lead nowhere.",
            f"Set it to https://{found.hostname}, and serve Yonder at the top of that name.",
        )


def debug_on(facts: Reach) -> Iterator[Finding]:
    if facts.debug:
        yield Finding(
            "DEBUG is on, so a page of a mistake shows what people wrote.",
            "Take DEBUG = True out of the settings, then start Yonder again.",
        )


def talkative_log(facts: Reach) -> Iterator[Finding]:
    if facts.log_level in ("DEBUG", "INFO"):
        yield Finding(
            f"The log is set to {facts.log_level}, and tells more than is needed.",
            "Leave out YONDER_LOG_LEVEL, then start Yonder again.",
            red=False,
        )


def short_secret(facts: Reach) -> Iterator[Finding]:
    if facts.secret < LONG_ENOUGH:
        yield Finding(
            "YONDER_SECRET_KEY is short, so that links and sessions could be forged.",
            f"Leave it out, or take a random one of {LONG_ENOUGH} letters or more.",
        )


def open_mail(facts: Reach) -> Iterator[Finding]:
    if facts.mail_host and not facts.mail_closed and facts.mail_host not in LOOPBACK:
        yield Finding(
            f"Letters go to {facts.mail_host} without encryption, with links that let people in.",
            "Leave out YONDER_SMTP_STARTTLS, or use a mail server on this machine.",
        )


def made_up_sender(facts: Reach) -> Iterator[Finding]:
    if facts.mail_host and facts.sender.endswith("@localhost>"):
        yield Finding(
            "Letters come from yonder@localhost, and many mail servers throw them away.",
            "Set YONDER_MAIL_FROM to an address of your own.",
            red=False,
        )


REACH = Group(
    gather,
    (more_than_an_address, debug_on, talkative_log, short_secret, open_mail, made_up_sender),
)
