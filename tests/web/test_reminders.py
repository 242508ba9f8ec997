"""One letter a day about what is planned: names and times, never a word of a talk."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress

from tests.cast import browser, join, talk, words
from yonder.career import letterboxes, ticking
from yonder.career.journeys import Journey
from yonder.career.people import Person

NOW = datetime(2031, 3, 10, 9, tzinfo=UTC)  # a Monday


@pytest.fixture
def monday(clock, vault):
    """It is Monday, 10 March 2031, at nine."""
    clock.now = NOW
    vault.ring.extend()
    return clock


@pytest.fixture
def both(monday, talks, maya, ravi):
    """Maya and Ravi, whom letters reach."""
    reachable(maya, ravi)
    return talks


def reachable(*people):
    for who in people:
        email = f"{who.person.name.lower()}@example.org"
        EmailAddress.objects.create(user=who.person, email=email, verified=True, primary=True)


def plan(journey, clock, **ahead):
    """A next day, so and so long from now."""
    journey = Journey.objects.get(id=journey.id)
    journey.set_next(clock.now + timedelta(**ahead), now=clock.now)
    return journey


def passes(clock, vault, **time):
    """So much time passes, and the clock of the server ticks meanwhile: the hours of a single
    day one by one, else every third."""
    until, hours = clock.now + timedelta(**time), 3 if "days" in time else 1
    while clock.now < until:
        clock.passes(hours=min(hours, (until - clock.now) / timedelta(hours=1)))
        ticking.tick(vault)


def subjects(post_office, name="ravi"):
    return [letter["Subject"] for letter in post_office.to(f"{name}@example.org")]


def text(letter):
    return " ".join(letter.get_content().split())


def test_two_days_before_a_planned_day_both_get_one_letter(both, monday, vault, post_office):
    journey = plan(both, monday, days=4, hours=1)
    passes(monday, vault, days=6)
    assert subjects(post_office, "maya") == ["You have something planned with Ravi"]
    (letter,) = post_office.to("ravi@example.org")
    assert letter["Subject"] == "You have something planned with Maya"
    assert text(letter) == (
        "It is on 14 March 2031 at 10:00. You can prepare here: "
        f"http://localhost/journey/{journey.id}/ "
        "No more of these: http://localhost/me/letters/"
    )
    assert letter["Auto-Submitted"] == "auto-generated"


def test_it_comes_on_the_second_day_before_and_in_the_morning(both, monday, vault, post_office):
    plan(both, monday, days=4)
    passes(monday, vault, days=1, hours=21)
    assert post_office.messages == []
    passes(monday, vault, hours=1)
    assert len(post_office.messages) == 2


def test_a_day_that_moves_is_told_the_next_morning(both, monday, vault, post_office):
    plan(both, monday, days=12)
    passes(monday, vault, hours=3)
    plan(both, monday, days=20)
    passes(monday, vault, hours=18)
    assert post_office.messages == []
    passes(monday, vault, hours=3)
    (letter,) = post_office.to("ravi@example.org")
    assert letter["Subject"] == "New time with Maya"
    assert "It is now on 30 March 2031 at 12:00." in text(letter)
    passes(monday, vault, days=25)
    assert subjects(post_office)[1:] == ["You have something planned with Maya"]


def test_a_day_set_for_tomorrow_is_told_tomorrow_and_not_at_once(both, monday, vault, post_office):
    plan(both, monday, days=1, hours=6)
    passes(monday, vault, hours=12)
    assert post_office.messages == []
    passes(monday, vault, days=2)
    assert subjects(post_office) == ["You have something planned with Maya"]


def test_the_next_talk_after_one_that_was_held_is_no_new_time(both, monday, vault, post_office):
    plan(both, monday, hours=1)
    monday.passes(hours=2)
    plan(both, monday, days=30)
    passes(monday, vault, days=5)
    assert post_office.messages == []


def test_a_day_that_is_taken_away_brings_no_letter(both, monday, vault, post_office):
    journey = plan(both, monday, days=4)
    journey.set_next(None, now=monday.now)
    passes(monday, vault, days=6)
    assert post_office.messages == []


def test_several_things_come_in_one_letter(both, monday, vault, maya, post_office):
    nora = join(vault, "Nora")
    plan(both, monday, days=4)
    plan(talk(maya, nora), monday, days=4, hours=1)
    letterboxes.remind(maya.person, date(2031, 3, 12))
    letterboxes.change(maya.person, promise_on=date(2031, 3, 12))
    passes(monday, vault, days=3)
    (letter,) = post_office.to("maya@example.org")
    assert letter["Subject"] == "What is coming up in Yonder"
    said = text(letter)
    assert "You have something planned with Ravi It is on 14 March 2031 at 09:00." in said
    assert "You have something planned with Nora It is on 14 March 2031 at 10:00." in said
    assert "A note from you to yourself You wanted to be reminded today." in said
    assert "Something you promised is due You wrote down this date yourself." in said


def test_an_own_reminder_comes_once_on_its_day(monday, vault, ravi, post_office):
    reachable(ravi)
    letterboxes.remind(ravi.person, date(2031, 3, 13))
    passes(monday, vault, days=10)
    (letter,) = post_office.messages
    assert letter["Subject"] == "A note from you to yourself"
    assert letter["Date"].datetime  # it is a real one
    assert "You wanted to be reminded today. http://localhost/" in text(letter)
    assert Person.objects.get(id=ravi.person.id).remind_on is None


def test_what_was_promised_is_told_on_its_day_and_stays_on(monday, vault, ravi, post_office):
    reachable(ravi)
    letterboxes.change(ravi.person, promise_on=date(2031, 3, 13))
    passes(monday, vault, days=10)
    assert subjects(post_office) == ["Something you promised is due"]
    assert letterboxes.letterbox(ravi.person).promise_on


def test_nobody_is_written_to_without_an_address_that_was_confirmed(
    both, monday, vault, maya, ravi, post_office
):
    EmailAddress.objects.filter(user=maya.person).update(verified=False)
    EmailAddress.objects.filter(user=ravi.person).delete()
    plan(both, monday, days=4)
    passes(monday, vault, days=6)
    assert post_office.messages == []


def test_who_has_left_gets_no_letter(both, monday, vault, ravi, post_office):
    plan(both, monday, days=4)
    Person.objects.filter(id=ravi.person.id).update(leaves_on=date(2031, 3, 12))
    passes(monday, vault, days=6)
    assert subjects(post_office) == []
    assert subjects(post_office, "maya") == ["You have something planned with Ravi"]


def test_talks_that_have_ended_bring_no_letter(both, monday, vault, post_office):
    plan(both, monday, days=4)
    Journey.objects.update(ends_on=date(2031, 3, 11))
    passes(monday, vault, days=6)
    assert post_office.messages == []


def test_an_invitation_is_never_a_reminder(monday, vault, maya, omar, post_office):
    from yonder.career import invitations

    reachable(maya, omar)
    given = (maya.keyring, maya.person, omar.person)
    invitations.invite(*given, owner=omar.person, on=monday.now)
    passes(monday, vault, days=15)
    assert post_office.messages == []


def test_in_the_night_nobody_is_written_to(both, monday, vault, post_office):
    plan(both, monday, days=4)
    passes(monday, vault, days=1, hours=11)  # until Tuesday at 20:00
    monday.passes(hours=9)  # it is five on Wednesday
    ticking.tick(vault)
    monday.passes(hours=1)
    ticking.tick(vault)
    assert post_office.messages == []
    monday.passes(hours=1)  # it is seven
    ticking.tick(vault)
    assert len(post_office.messages) == 2


def test_the_hours_and_the_days_are_those_of_the_workplace(
    both, monday, vault, post_office, settings
):
    settings.TIME_ZONE = "Asia/Tokyo"
    plan(both, monday, days=4, hours=7)  # on Saturday at one in Tokyo, on Friday in UTC
    monday.now = datetime(2031, 3, 12, 21, 30, tzinfo=UTC)  # Thursday, half past six in Tokyo
    ticking.tick(vault)
    assert post_office.messages == []
    monday.passes(minutes=30)
    ticking.tick(vault)
    assert "It is on 15 March 2031 at 01:00." in text(post_office.messages[0])


def test_who_wants_no_letters_gets_none_and_a_link_alone_switches_nothing_off(
    both, monday, vault, ravi, post_office
):
    visitor = browser(ravi)
    visitor.get("/me/letters/?verb=no-letters")
    assert letterboxes.letterbox(ravi.person).wanted
    answer = visitor.post("/me/letters/", {"verb": "no-letters"}, follow=True)
    assert "You get no letters about planned days" in words(answer)
    post_office.messages.clear()  # of the sign-in
    plan(both, monday, days=4)
    passes(monday, vault, days=6)
    assert subjects(post_office) == []
    assert subjects(post_office, "maya") == ["You have something planned with Ravi"]


def test_a_mail_server_that_is_away_gets_the_letters_later_that_day(
    both, monday, vault, post_office, settings
):
    plan(both, monday, days=4)
    monday.now = datetime(2031, 3, 12, 8, tzinfo=UTC)
    settings.EMAIL_PORT = 1
    for _ in range(3):
        passes(monday, vault, hours=1)
    settings.EMAIL_PORT = post_office.port
    passes(monday, vault, days=4)
    assert len(post_office.messages) == 2


def test_a_letter_that_was_begun_and_never_sent_comes_the_next_day(
    both, monday, vault, ravi, post_office
):
    plan(both, monday, days=4)
    monday.now = datetime(2031, 3, 12, 8, tzinfo=UTC)
    letterboxes.claim(ravi.person, date(2031, 3, 12))  # and the process is gone
    passes(monday, vault, hours=12)
    assert subjects(post_office) == []
    passes(monday, vault, hours=12)
    assert subjects(post_office) == ["You have something planned with Maya"]


def test_without_a_mail_server_nothing_is_taken_for_told(both, monday, vault, ravi, settings):
    settings.EMAIL_HOST = ""
    plan(both, monday, days=4)
    passes(monday, vault, days=3)
    assert letterboxes.letterbox(ravi.person).claimed_on is None


def test_a_letter_that_is_refused_stops_no_other_and_is_tried_again_tomorrow(
    both, monday, vault, post_office, monkeypatch
):
    plan(both, monday, days=4)
    monday.now = datetime(2031, 3, 12, 8, tzinfo=UTC)
    with refusing(post_office, monkeypatch, "ravi", "550 nobody lives here"):
        passes(monday, vault, hours=6)
    assert post_office.tried == 1
    assert subjects(post_office, "maya") == ["You have something planned with Ravi"]
    passes(monday, vault, days=1)
    assert subjects(post_office) == ["You have something planned with Maya"]


def test_a_mail_server_that_is_about_to_close_gets_the_letter_later_that_day(
    both, monday, vault, post_office, monkeypatch
):
    plan(both, monday, days=4)
    monday.now = datetime(2031, 3, 12, 8, tzinfo=UTC)
    with refusing(post_office, monkeypatch, "ravi", "421 closing for a while"):
        passes(monday, vault, hours=2)
    assert subjects(post_office) == []
    passes(monday, vault, hours=2)
    assert subjects(post_office) == ["You have something planned with Maya"]
    assert len(post_office.messages) == 2


@contextmanager
def refusing(post_office, monkeypatch, name, answer):
    """The post office gives this answer to letters for somebody."""
    takes, post_office.tried = post_office.handle_DATA, 0

    async def handle(server, session, envelope):
        if name not in envelope.rcpt_tos[0]:
            return await takes(server, session, envelope)
        post_office.tried += 1
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(post_office, "handle_DATA", handle, raising=False)
        yield
