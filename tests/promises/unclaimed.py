"""A Yonder with one fault, for the control: it begins a letter without looking who else does."""

from datetime import date

from yonder.cli import main


def forget_to_ask() -> None:
    """Take effect when the commands load their parts, as a careless change would."""
    import django.apps

    ready = django.apps.apps.populate

    def populated(installed: object = None) -> None:
        ready(installed)
        _claim_whatever_there_is()

    django.apps.apps.populate = populated


def _claim_whatever_there_is() -> None:
    from yonder.career import letterboxes

    def claim(person: object, on: date) -> bool:
        letterboxes.Letterbox.objects.get_or_create(person=person)
        return True

    letterboxes.claim = claim


if __name__ == "__main__":
    forget_to_ask()
    main.main()
