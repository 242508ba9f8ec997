"""`python -m bench.workplace`: a workplace with one long journey, in the folder that is named."""

import json
import os

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "yonder.settings"
    os.umask(0o077)
    django.setup()
    from yonder.cli.preparing import prepare

    prepare()
    print(json.dumps(_made()))


def _made() -> dict[str, object]:
    from django.db import transaction

    from bench.journey import fill
    from bench.team import LARGE, SMALL, guide
    from tests.cast import PASSWORD, join, talk
    from yonder.career.people import Workplace
    from yonder.vault.here import vault

    Workplace.objects.create(name="Fernhill Bakery")
    maya, ravi = join(vault(), "Maya"), join(vault(), "Ravi")
    journey = talk(maya, ravi)
    filled = fill(journey, maya, ravi)
    with transaction.atomic():  # or each of some thousand rows would wait for the disk
        guides = {str(many): guide(vault(), f"Guide{many}", many) for many in (SMALL, LARGE)}
    return {
        "journey": str(journey.id),
        "entries": filled,
        "login": "ravi",
        "password": PASSWORD,
        "guides": guides,
    }


if __name__ == "__main__":
    main()
