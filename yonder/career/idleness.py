"""Pages that nobody opens: announced after 23 months, erased after 24 (decision 45)."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.dispatch import Signal

from yonder.career import leaving
from yonder.career.letterboxes import Letterbox
from yonder.career.people import Person
from yonder.vault.here import Vault, date_of
from yonder.vault.keyrings import Identity

ANNOUNCED, ERASED = 23, 24  # months without a sign-in
NOTICE = 28  # days between the two at least, also when the server was switched off

# Somebody's pages go on the day `until`. Who listens writes to `person`, and gives whether the
# letter was handed over; None when there is no address to write to.
announced = Signal()


def announce(vault: Vault) -> None:
    """Tell everybody whose pages go in a month, once; a letter that failed is tried tomorrow."""
    today, mail = vault.today(), True
    due = Identity.objects.filter(retired_on=None, seen__lte=_before(date_of(today), ANNOUNCED))
    for row in due.filter(sent_on=None).order_by("seen"):
        mail = _announce(row, today, mail=mail)


def erase_due(vault: Vault) -> None:
    """Erase what nobody has opened for 24 months, when its person was told long enough ago."""
    today = vault.today()
    due = Identity.objects.filter(retired_on=None, seen__lte=_before(date_of(today), ERASED))
    for row in due.filter(sent_on__lte=today - NOTICE):
        person = Person.objects.filter(id=row.person).first()
        if person and not leaving.runs_alone(person):
            _erase(vault, person, row)


def came_back(person: Person) -> bool:
    """Somebody signs in. Gives whether their pages had been announced to go."""
    told = Identity.objects.filter(person=person.id, retired_on=None, sent_on__isnull=False)
    return bool(told.update(sent_on=None))


def goes_on(seen: str, told: int) -> date:
    """The first day on which pages last opened in the month `seen` can be erased."""
    return max(_month(seen, ERASED), date_of(told + NOTICE))


@transaction.atomic
def _erase(vault: Vault, person: Person, row: Identity) -> None:
    """Who stands in the reporting line can be invited again; anybody else is gone."""
    on, mine = vault.clock().date(), Identity.objects.select_for_update()
    # Without the condition somebody who signs in at this moment would lose everything.
    if mine.filter(id=row.id, seen=row.seen).first() is None:
        return
    if not (person.unit or person.manager_id or person.administers):
        leaving.erase(vault, person, on)
    else:
        leaving.erase_pages(vault, person, on)
        Authenticator.objects.filter(user=person).delete()
        Letterbox.objects.filter(person=person).delete()
        Person.objects.filter(id=person.id).update(login=None)


def _announce(row: Identity, today: int, *, mail: bool) -> bool:
    """Gives whether letters are taken; after one was not, no more are tried that day."""
    # A mail server that is away for good must not keep pages for ever.
    late = row.seen <= _before(date_of(today), ERASED)
    mine = Identity.objects.filter(id=row.id, seen=row.seen)
    if not (mail or late) or not mine.filter(sent_on=None).update(sent_on=today):
        return mail
    mail = mail and _tell(row, goes_on(row.seen, today))
    if not (mail or late):
        mine.update(sent_on=None)
    return mail


def _tell(row: Identity, until: date) -> bool:
    person = Person.objects.filter(id=row.person).first()
    if person is None:
        return True
    answers = announced.send(sender=Identity, person=person, until=until)
    return not any(answer is not None and not answer for _, answer in answers)


def _before(on: date, months: int) -> str:
    return f"{_month(f'{on:%Y-%m}', -months):%Y-%m}"


def _month(seen: str, after: int) -> date:
    years, month = divmod(int(seen[:4]) * 12 + int(seen[5:7]) - 1 + after, 12)
    return date(years, month + 1, 1)
