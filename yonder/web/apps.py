"""Django's handle on the pages, and on the letters that go out when something happens by itself."""

from datetime import date
from typing import Any

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "yonder.web"

    def ready(self) -> None:
        from yonder.career.idleness import announced
        from yonder.career.ticking import ticked

        announced.connect(_write_to_the_idle)
        ticked.connect(_write_what_is_due)


def _write_to_the_idle(*, person: Any, until: date, **_: object) -> bool | None:
    from yonder.web.mail import tell_of_idleness

    return tell_of_idleness(person, until)


def _write_what_is_due(*, vault: Any, **_: object) -> None:
    from yonder.web.reminders import send_due

    send_due(vault)
