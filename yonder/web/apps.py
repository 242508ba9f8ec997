"""Django's handle on the pages, and on the letters that go out when something happens by itself."""

from datetime import date
from typing import Any

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "yonder.web"

    def ready(self) -> None:
        from yonder.career.idleness import announced

        announced.connect(_write_to_the_idle)


def _write_to_the_idle(*, person: Any, until: date, **_: object) -> bool | None:
    from yonder.web.mail import tell_of_idleness

    return tell_of_idleness(person, until)
