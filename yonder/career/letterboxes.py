"""What somebody wants to be told from outside, and until when they have been told."""

import hashlib
import secrets
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet

from yonder.career.people import Person


class LetterboxQuerySet(QuerySet["Letterbox"]):
    def free(self, on: date) -> "LetterboxQuerySet":
        """Those that want letters, and for which nobody has begun today's yet."""
        return self.filter(Q(claimed_on=None) | Q(claimed_on__lt=on), wanted=True)


class Letterbox(models.Model):
    """`claimed_on` is the day whose letter somebody began, `told_on` the day of the last one that
    was handed over. `promise_on` is the day of one's own next step, while reminding is on."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True)
    wanted = models.BooleanField(default=True)
    claimed_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    promise_on = models.DateField(null=True, db_index=True)
    feed_hash = models.CharField(max_length=64, null=True, unique=True)

    objects = LetterboxQuerySet.as_manager()


def letterbox(person: Person) -> Letterbox:
    """This person's letterbox as it is; one that nobody has touched has no row."""
    return Letterbox.objects.filter(person=person).first() or Letterbox(person=person)


def change(person: Person, **columns: object) -> None:
    """Set columns of this person's letterbox."""
    Letterbox.objects.update_or_create(person=person, defaults=columns)


def remind(person: Person, day: date | None) -> None:
    """The one day on which this person wants to be reminded; None: no more of it."""
    Person.objects.filter(id=person.id).update(remind_on=day)
    person.remind_on = day


def keep_up(box: Letterbox, day: date | None) -> None:
    """While reminding is on, `promise_on` follows the own next step; without one it rests."""
    if box.promise_on and day and day != box.promise_on:
        change(box.person, promise_on=day)


def claim(person: Person, on: date) -> bool:
    """Begin the letter of this day. False when it has been begun, or is not wanted any more.

    In the database, before anything is sent: so two servers never send two.
    """
    Letterbox.objects.get_or_create(person=person)
    return bool(Letterbox.objects.free(on).filter(person=person).update(claimed_on=on))


def give_back(person: Person, on: date) -> None:
    """The mail server has said for sure that it did not take the letter that was begun."""
    Letterbox.objects.filter(person=person, claimed_on=on).update(claimed_on=None)


def was_told(person: Person, on: date) -> None:
    """The letter of this day was handed over: what was due until now is not told again."""
    Letterbox.objects.filter(person=person).update(told_on=on)
    Person.objects.filter(id=person.id, remind_on__lte=on).update(remind_on=None)


def new_feed(person: Person) -> str:
    """A fresh word for the address of this person's calendar; an earlier one opens nothing."""
    token = secrets.token_urlsafe(32)
    change(person, feed_hash=_hash(token))
    return token


def behind(token: str, on: date) -> Person | None:
    """Whose calendar this word opens, or None: wrong, renewed, switched off, or gone."""
    found = Person.objects.filter(letterbox__feed_hash=_hash(token), is_active=True).first()
    return None if found is None or found.has_left(on) else found


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
