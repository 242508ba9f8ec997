"""A Yonder with one fault, for the control: it keeps a message that quotes what was saved."""

from typing import Any

from django.core import wsgi

from yonder.cli import main


def leak() -> None:
    """Take effect when the pages are loaded, as a careless change would."""
    load = wsgi.get_wsgi_application

    def loaded() -> Any:
        pages = load()
        _quote_what_is_saved()
        return pages

    wsgi.get_wsgi_application = loaded


def _quote_what_is_saved() -> None:
    from yonder.web import journeys

    answered = journeys.answered

    def quoting(place: Any, verbs: Any) -> Any:
        if "text" in place.request.POST:
            place.request.session["message"] = f"Saved: {place.request.POST['text']}"
        return answered(place, verbs)

    journeys.answered = quoting


if __name__ == "__main__":
    leak()
    main.main()
