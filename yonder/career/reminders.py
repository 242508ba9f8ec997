"""What is due to be told: one letter a day for each person, out of what lies in clear anyway.

A letter tells of planned days, of days that moved, and of dates that its reader switched on. It
reaches back to the last one that was handed over, so nothing is lost with a letter that was not.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from yonder.career.journeys import AHEAD, DAY, Journey
from yonder.career.letterboxes import Letterbox
from yonder.career.people import Person

REACH = timedelta(days=7)  # what is older is no news any more
CHUNK = 500
MOVED, PLANNED, PROMISE, OWN = "moved", "planned", "promise", "own"


@dataclass(frozen=True)
class Note:
    """One thing that is due. For a planned day: when, with whom, and in which talks."""

    kind: str
    due: date
    at: datetime | None = None
    name: str = ""
    journey: uuid.UUID | None = None


@dataclass(frozen=True)
class Digest:
    """What one person is told today, at which of their addresses."""

    person: Person
    address: str
    notes: list[Note] = field(default_factory=list)


Due = dict[uuid.UUID, list[Note]]


def due(now: datetime, most: int) -> list[Digest]:
    """At most `most` people who have something due and no letter begun today.

    Reads the days of the next three days and the dates of the last seven, however many people
    work here.
    """
    on, found = timezone.localdate(now), _due_dates(now)
    for person, note in _switched_on(on):
        found.setdefault(person, []).append(note)
    digests: list[Digest] = []
    for people in _chunks(sorted(found)):
        digests += _digests(people, found, on)
        if len(digests) >= most:
            break
    return digests[:most]


def forget_news(on: date) -> None:
    """Take away the dates of changes that everybody has heard of, or never will."""
    Journey.objects.filter(news_on__lt=on - REACH).update(news_on=None)


def _due_dates(now: datetime) -> Due:
    on, found = timezone.localdate(now), Due()
    for journey in _near_or_new(now, on):
        for person in (journey.owner, journey.guide):
            notes = _notes(journey, journey.other(person).name, on)
            found.setdefault(person.id, []).extend(notes)
    return found


def _near_or_new(now: datetime, on: date) -> list[Journey]:
    """Two statements: in one, only half of it could be looked up in an index."""
    coming = Journey.objects.filter(ends_on=None, next_at__gt=now)
    coming = coming.select_related("owner", "guide")
    near = coming.filter(next_at__lt=_midnight(on + AHEAD + DAY))
    new = coming.filter(news_on__gt=on - REACH, news_on__lte=on)
    both = {journey.id: journey for journey in (*near, *new)}
    return sorted(both.values(), key=lambda one: (one.next_at, one.id))


def _notes(journey: Journey, name: str, on: date) -> list[Note]:
    """That a day has moved comes before that it is near; one letter never says both."""
    assert journey.next_at
    about, news = (journey.next_at, name, journey.id), journey.news_on
    near = timezone.localdate(journey.next_at) - AHEAD
    notes = [Note(MOVED if journey.moves else PLANNED, news, *about)] if news else []
    if news is None or news < near:
        notes.append(Note(PLANNED, near, *about))
    return [note for note in notes if note.due <= on]


def _switched_on(on: date) -> Iterator[tuple[uuid.UUID, Note]]:
    recent = {"gt": on - REACH, "lte": on}
    promised = {f"promise_on__{how}": day for how, day in recent.items()}
    for person, day in Letterbox.objects.filter(**promised).values_list("person_id", "promise_on"):
        yield person, Note(PROMISE, day)  # type: ignore[arg-type]
    own = {f"remind_on__{how}": day for how, day in recent.items()}
    for person, day in Person.objects.filter(**own).values_list("id", "remind_on"):
        yield person, Note(OWN, day)  # type: ignore[arg-type]


def _digests(ids: list[uuid.UUID], found: Due, on: date) -> Iterator[Digest]:
    people = list(_reachable(ids, on))
    verified = EmailAddress.objects.filter(user__in=[one.id for one in people], verified=True)
    ordered = verified.order_by("primary", "-id").values_list("user_id", "email")
    addresses = dict(ordered) if people else {}
    for person in people:
        notes = _untold(person, found[person.id], on)
        if notes and person.id in addresses:
            yield Digest(person, addresses[person.id], notes)


def _reachable(ids: list[uuid.UUID], on: date) -> QuerySet[Person]:
    """Those of these people who are here, want letters, and have an address shown to be theirs."""
    verified = EmailAddress.objects.filter(user=OuterRef("id"), verified=True)
    here = Person.objects.filter(Q(leaves_on=None) | Q(leaves_on__gt=on), is_active=True)
    begun = Q(wanted=False) | Q(claimed_on__gte=on)
    busy = Letterbox.objects.filter(begun, person=OuterRef("id"))
    return here.filter(Exists(verified), ~Exists(busy), id__in=ids).select_related("letterbox")


def _untold(person: Person, notes: list[Note], on: date) -> list[Note]:
    """What is due since the last letter that was handed over, one line for each talk."""
    told = getattr(getattr(person, "letterbox", None), "told_on", None)
    since, lines = max(told or date.min, on - REACH), dict[object, Note]()
    for note in notes:
        if note.due > since:
            lines.setdefault(note.journey or note.kind, note)
    return list(lines.values())


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _chunks(ids: list[uuid.UUID]) -> Iterable[list[uuid.UUID]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
