"""A journey: one person's talks, and who listens. Found through the person, or not at all."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from yonder.career.people import Person
from yonder.vault.circle_rows import Circle, Member


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
    """Who with whom, in clear; who may read is in the circle's sealed record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guide = models.ForeignKey(Person, models.CASCADE, related_name="+")
    circle = models.UUIDField(unique=True)
    next_at = models.DateTimeField(null=True)
    ends_on = models.DateField(null=True)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(owner=models.F("guide")), name="nobody_listens_to_themselves"
            ),
            models.UniqueConstraint(fields=["owner", "guide"], name="one_journey_of_two"),
        ]

    def set_next(self, moment: datetime | None) -> None:
        """The one next day of the pair; None takes it away. Which talk it is for is sealed."""
        self.next_at = moment
        self.save(update_fields=["next_at"])

    def other(self, person: Person) -> Person:
        """The one on the other side of the table."""
        return self.guide if person == self.owner else self.owner
