"""A journey: one person's talks, and who listens. Found through the person, or not at all."""

import uuid

from django.db import models
from django.db.models import Q, QuerySet

from yonder.career.people import Person


class JourneyQuerySet(QuerySet["Journey"]):
    def of(self, person: Person) -> "JourneyQuerySet":
        """The journeys this person is in. Nobody else's exist for them, whatever their role."""
        return self.filter(Q(owner=person) | Q(guide=person)).select_related("owner", "guide")


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

    def other(self, person: Person) -> Person:
        """The one on the other side of the table."""
        return self.guide if person == self.owner else self.owner
