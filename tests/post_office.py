"""A real mail server on this machine, for what Yonder sends."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class PostOffice:
    """`messages` holds every letter handed in; `variables` are what `yonder serve` needs."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self._counter = Controller(self, hostname="127.0.0.1", port=_free_port())

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (the mail server calls it so)
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"

    @property
    def port(self) -> int:
        return int(self._counter.port)

    @property
    def variables(self) -> dict[str, str]:
        return {
            "YONDER_SMTP_HOST": "127.0.0.1",
            "YONDER_SMTP_PORT": str(self.port),
            "YONDER_SMTP_STARTTLS": "no",
        }

    def to(self, address: str) -> list[EmailMessage]:
        """The letters for `address`, oldest first."""
        return [letter for letter in self.messages if address in str(letter["To"])]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@pytest.fixture(scope="session")
def open_post_office() -> Iterator[PostOffice]:
    office = PostOffice()
    office._counter.start()
    yield office
    office._counter.stop()


@pytest.fixture
def post_office(open_post_office: PostOffice, settings) -> PostOffice:
    """An empty post office; what the test's own process sends arrives here as well."""
    open_post_office.messages.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", open_post_office.port
    settings.EMAIL_USE_TLS = False
    return open_post_office
