"""A hand-over, then each evening of the week is brought back, opened at once or after sixteen days:
the former guide opens nothing, the owner reads everything, the new one what was carried."""

import datetime

import pytest

from tests.career.copies import days_pass, erase, serve
from tests.career.stage import found, pages_of, put, read
from tests.cast import pair
from tests.vault.thief import Copy
from yonder.career import handovers, partings
from yonder.career.invitations import accept
from yonder.career.journeys import Journey
from yonder.career.pivots import Pivot
from yonder.vault.circle_rows import Circle
from yonder.vault.refusals import NotForYou

EVENINGS = range(6)
HANDS_OVER, ERASES = 2, 4  # on which day
CARRIED, KEPT, ERASED = "Left the bakery", "Asked for nights", "Never mention this"
TODAY, LATER = None, datetime.timedelta(days=3)


class Week:
    """Six days in the lives of Ravi, Maya who listened to him, and Omar who listens now."""

    def __init__(self, vault, clock, people, talks, until):
        self.vault, self.clock, self.talks = vault, clock, talks
        self.ravi, self.maya, self.omar = people
        self.copies, self.fresh = [], None
        for words in (CARRIED, KEPT, ERASED):
            put(self.ravi, talks, Pivot(words))
        for day in EVENINGS:
            self._spend(day, until)
            self.copies.append((Copy(), list(Journey.objects.all())))
            days_pass(vault, clock, 1)
            partings.end_due(vault, clock.now.date())

    def _spend(self, day, until):
        if day == HANDS_OVER:
            carried = [found(self.ravi, self.talks, words).id for words in (CARRIED, ERASED)]
            last = until and self.clock.now.date() + until
            made = handovers.hand_over(
                self.ravi.keyring,
                self.talks,
                self.omar.person,
                carried,
                until=last,
                on=self.vault.clock(),
            )
            self.fresh = accept(made)
            pair(self.fresh, self.ravi, self.omar)
        if day == ERASES:
            erase(self.ravi, self.fresh, ERASED)

    def bring_back(self, day, later):
        copy, journeys = self.copies[day]
        Journey.objects.all().delete()
        Journey.objects.bulk_create(journeys)
        serve(copy, self.vault)
        days_pass(self.vault, self.clock, later)
        partings.end_due(self.vault, self.clock.now.date())

    def reads(self, who, journey):
        try:
            return read(who, journey)
        except NotForYou:
            return None

    def all_of_ravi(self):
        places = [None, self.talks, self.fresh]
        return {words for place in places for words in self.reads(self.ravi, place) or []}


@pytest.fixture
def week(vault, clock, ravi, maya, omar, talks, request):
    return Week(vault, clock, (ravi, maya, omar), talks, request.param)


@pytest.mark.parametrize("week", [TODAY, LATER], ids=["ends today", "on a day"], indirect=True)
@pytest.mark.parametrize("later", [0, 16])
@pytest.mark.parametrize("day", EVENINGS)
def test_whichever_evening_is_brought_back(week, day, later):
    week.bring_back(day, later)

    assert week.reads(week.maya, week.talks) is None
    assert week.all_of_ravi() == {CARRIED, KEPT}
    assert week.reads(week.omar, week.fresh) == ([CARRIED] if day >= HANDS_OVER else None)


@pytest.mark.parametrize("week", [TODAY], ids=["ends today"], indirect=True)
def test_without_the_list_the_former_guide_would_read_again(week, monkeypatch):
    """Control: it is the list that keeps the former guide out, and this test would notice."""
    monkeypatch.setattr(week.vault.gone, "ids", frozenset)
    week.copies[0][0].put_back()

    assert ERASED in week.reads(week.maya, week.talks)


@pytest.mark.parametrize("week", [TODAY], ids=["ends today"], indirect=True)
def test_a_page_of_the_former_guide_that_is_still_open_saves_nothing(week):
    """The window of before the end: there is nothing any more to read or to save into."""
    assert not Circle.objects.filter(id=week.talks.circle).exists()
    with pytest.raises(NotForYou):
        pages_of(week.maya, week.talks)
