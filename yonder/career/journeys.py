"""A journey: one person's talks, and who listens. Found through the person, or not at all."""

import uuid
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from yonder.career.people import Person
from yonder.vault.circle_rows import Circle, Member

AHEAD = timedelta(days=2)  # a planned day is announced this long before
DAY = timedelta(days=1)


class JourneyQuerySet(QuerySet["Journey"]):
    def of(self, person: Person) -> "JourneyQuerySet":
        """The journeys this person is in. Nobody else's exist for them, whatever their role, and
        for nobody one that has ended or is about to."""
        return self.ever(person).filter(ends_on=None).select_related("owner", "guide")

    def ever(self, person: Person) -> "JourneyQuerySet":
        """Every journey this person is in, also one that has ended."""
        return self.filter(Q(owner=person) | Q(guide=person))

    def parting(self, person: Person, on: date) -> "JourneyQuerySet":
        """The journeys this person is in whose last day was set and has not come."""
        return self.ever(person).filter(ends_on__gt=on).select_related("owner", "guide")

    def listened(self, guide: Person) -> "JourneyQuerySet":
        """Every journey in which this person listens or has listened."""
        return self.filter(guide=guide).select_related("owner", "guide")

    def ended_for(self, guide: Person, on: date) -> "JourneyQuerySet":
        """Talks in which this person listened, until they ended a while ago."""
        return self.filter(guide=guide, ends_on__lte=on).select_related("owner")

    def left_behind(self) -> "JourneyQuerySet":
        """Talks that are over because the guide has left, and whose owner has not come since.

        All they wrote is in that circle, and nowhere else: it must not go before the owner comes.
        """
        listening = Member.objects.filter(circle=OuterRef("circle"), person=OuterRef("guide"))
        circle = Circle.objects.filter(id=OuterRef("circle"))
        over = self.filter(Exists(circle), ~Exists(listening), ends_on__isnull=False)
        return over.select_related("owner", "guide")


class Journey(models.Model):
    """Who with whom, in clear; who may read is in the circle's sealed record.

    `occasion` is what calendars call the one day that is planned, `moves` how often that day has
    changed. On `news_on` the two are told of it, where two days before would be too late.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guide = models.ForeignKey(Person, models.CASCADE, related_name="+")
    circle = models.UUIDField(unique=True)
    next_at = models.DateTimeField(null=True, db_index=True)
    occasion = models.UUIDField(null=True)
    moves = models.PositiveIntegerField(default=0)
    news_on = models.DateField(null=True, db_index=True)
    ends_on = models.DateField(null=True)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(owner=models.F("guide")), name="nobody_listens_to_themselves"
            ),
            models.UniqueConstraint(fields=["owner", "guide"], name="one_journey_of_two"),
        ]

    def set_next(self, moment: datetime | None, *, now: datetime) -> None:
        """The one next day of the pair; None takes it away. Which talk it is for is sealed.

        A day still ahead moves; after it has come, the next one is another occasion. Nothing is
        told on the day of the change, or a letter would say when somebody was at it. It is held
        against the row as it is now, so that of two who set a day at once the later one moves it;
        talks that have ended get no day.
        """
        with transaction.atomic():
            here = Journey.objects.select_for_update().filter(id=self.id, ends_on=None).first()
            if here:
                self.next_at, self.occasion, self.moves = here.next_at, here.occasion, here.moves
                self._change(moment, now)

    def _change(self, moment: datetime | None, now: datetime) -> None:
        if moment == self.next_at:
            return
        moved = self.occasion is not None and (self.next_at is None or self.next_at > now)
        self.moves = self.moves + 1 if moved else 0
        if not moved:
            self.occasion = uuid.uuid4() if moment else None
        self.next_at, self.news_on = moment, _news_on(moment, moved, timezone.localdate(now))
        self.save(update_fields=["next_at", "occasion", "moves", "news_on"])

    def other(self, person: Person) -> Person:
        """The one on the other side of the table."""
        return self.guide if person == self.owner else self.owner


def _news_on(moment: datetime | None, moved: bool, today: date) -> date | None:
    if moment is None:
        return None
    late = timezone.localdate(moment) - AHEAD <= today
    return today + DAY if moved or late else None
