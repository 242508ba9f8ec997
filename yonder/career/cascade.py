"""Five who listen to five: who was asked to listen, and who has said yes.

A question dies on its date alike for yes, no and silence (decisions 1 and 2). A yes is a row of its
own. A no lies in the private record of who said it, and nowhere else.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec
from django.db import models, transaction
from django.db.models import Q, QuerySet

from yonder.career.faces import Face
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.people import Person, in_turn
from yonder.career.record import JourneyRecord, insist
from yonder.planning.tiers import FAN_OUT
from yonder.vault.keyrings import Keyring

LASTS = timedelta(days=14)
KIND = "not-listening"


class EnoughAsked(Exception):
    """Five are asked or listen already."""


class NotListening(msgspec.Struct):
    """Somebody said no to a question; with `boss`, to all that this person may ask."""

    question: uuid.UUID
    boss: uuid.UUID | None = None


class Rows(QuerySet[models.Model]):
    """What the two tables have in common."""

    def concerning(self, person: Person) -> "Rows":
        """Asked by this person, or of them."""
        return self.filter(Q(boss=person) | Q(listener=person))


class Question(models.Model):
    """Would `listener` listen to up to five others? `boss` asks: whoever listens to them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    boss = models.ForeignKey(Person, models.CASCADE, related_name="+")
    listener = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expires = models.DateTimeField(db_index=True)

    objects = Rows.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["boss", "listener"], name="question_once")]


class Listening(models.Model):
    """A yes: to how many. 0 is somebody who has no more time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    boss = models.ForeignKey(Person, models.CASCADE, related_name="+")
    listener = models.ForeignKey(Person, models.CASCADE, related_name="+")
    room = models.PositiveSmallIntegerField()

    objects = Rows.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["boss", "listener"], name="listening_once")]


def walked_with(boss: Person, begun: Iterable[tuple[Journey, Face | None]]) -> list[Person]:
    """Whom `boss` may ask: people whose Visions and Plan were held, with `boss` listening."""
    return [
        journey.owner
        for journey, face in begun
        if journey.guide_id == boss.id and face and face.walked
    ]


def ask(boss: Person, listener: Person, *, on: datetime) -> Question:
    """Ask once; while it waits or was answered with yes, asking again changes nothing.

    Raises `EnoughAsked`.
    """
    with transaction.atomic():
        in_turn(boss.id)  # or two questions at once could both get the fifth place
        Question.objects.filter(boss=boss, listener=listener, expires__lte=on).delete()
        if listener.id not in (taken := _taken(boss, on)) and len(taken) >= FAN_OUT:
            raise EnoughAsked
        question, _ = Question.objects.get_or_create(
            boss=boss, listener=listener, defaults={"expires": on + LASTS}
        )
    return question


def questions_to(person: Person, private: JourneyRecord, now: datetime) -> list[Question]:
    """What waits for this person's word: neither run out, nor answered with yes or no."""
    said = [noun for _, noun in private.of_kind(KIND, NotListening)]
    done = Listening.objects.filter(listener=person, room__gt=0).values("boss")
    waiting = Question.objects.filter(listener=person, expires__gt=now).exclude(boss__in=done)
    waiting = waiting.exclude(id__in=[one.question for one in said])
    waiting = waiting.exclude(boss__in=[one.boss for one in said if one.boss])
    return list(waiting.select_related("boss"))  # type: ignore[arg-type]


def accept(question: Question, room: int) -> Listening:
    """Yes, to so many. Once or twice is the same; the later number counts."""
    made, _ = Listening.objects.update_or_create(
        boss=question.boss,
        listener=question.listener,
        defaults={"room": max(1, min(room, FAN_OUT))},
    )
    return made


def refuse(keyring: Keyring, question: Question, *, for_good: bool) -> None:
    """No, or not now. Nothing outside the private circle changes: no row, no date, no size."""
    noun = NotListening(question.id, question.boss_id if for_good else None)

    def note(pages: Pages) -> None:
        if noun not in [one for _, one in pages.private.of_kind(KIND, NotListening)]:
            pages.touch(pages.private).add(KIND, noun, pages.me)

    insist(opener(keyring), note)


def stop(person: Person) -> None:
    """No more time to listen. The talks that go on are ended by those whose talks they are."""
    Listening.objects.filter(listener=person).update(room=0)


def lapse(now: datetime) -> None:
    """Take away what ran out, alike for yes, no and silence."""
    Question.objects.filter(expires__lte=now).delete()


def _taken(boss: Person, now: datetime) -> set[uuid.UUID]:
    """Who fills one of the five places: those who listen, and those whose question waits."""
    asked = Question.objects.filter(boss=boss, expires__gt=now)
    listen = Listening.objects.filter(boss=boss, room__gt=0)
    return {*asked.values_list("listener", flat=True), *listen.values_list("listener", flat=True)}
