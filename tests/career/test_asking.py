"""One round of a calendar: who is not here yet gets the time together with the link."""

from datetime import timedelta

from tests.cast import begin
from yonder.career import calendars
from yonder.career.asking import ask
from yonder.career.calendars import Chosen
from yonder.career.invitations import LASTS
from yonder.career.offers import along_with
from yonder.career.pages import open_pages, opener
from yonder.career.people import add_person
from yonder.career.record import insist
from yonder.career.standings import Standing
from yonder.career.times import Offer


def far_ahead(clock):
    """Three weeks from now, a week after a link made today has run out."""
    return Offer(clock.now + timedelta(days=21), 60, clock.now + timedelta(days=19))


def offer(maya, one, clock):
    insist(
        opener(maya.keyring), lambda pages: calendars.choose(pages, Chosen("full", 1, 60, 0, []))
    )
    return ask(maya.keyring, maya.person, [one], {one.person.id: far_ahead(clock)}, now=clock.now)


def test_a_time_is_kept_no_longer_than_the_link_that_leads_to_it(maya, clock):
    zora = add_person(name="Zora", manager=maya.person)
    [made] = offer(maya, Standing(zora), clock)
    [kept] = along_with(maya.keyring, [made.invitation], clock.now)[made.invitation.id]
    assert kept.expires == made.invitation.expires == clock.now + LASTS


def test_for_somebody_who_has_begun_it_is_kept_as_long_as_it_was_meant(maya, ravi, clock):
    journey = begin(maya, ravi)
    assert offer(maya, Standing(ravi.person, journey), clock) == []
    [kept] = open_pages(maya.keyring, journey.circle).common.of_kind("offer", Offer)
    assert kept[1].expires == far_ahead(clock).expires
