"""Letters and calendar, on one page: switched on and off by the person, without a script."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from tests.cast import browser, words
from yonder.career import letterboxes, plans
from yonder.career.letterboxes import letterbox
from yonder.career.pages import opener
from yonder.career.people import Person
from yonder.career.record import insist
from yonder.vault.here import date_of

PAGE = "/me/letters/"


def press(who, verb, **typed):
    return browser(who).post(PAGE, {"verb": verb, **typed}, follow=True)


def promise(guide, journey, days):
    """The guide promises something for so many days from now. Gives the day."""
    by = guide.vault.today() + days
    step = plans.Action("Ask at the mill", "learn", "guide", by)
    read = opener(guide.keyring, journey.circle)
    insist(read, lambda pages: plans.add(pages, step, [], only_me=False))
    return date_of(by)


def test_a_day_of_ones_own_is_written_down_and_taken_back(ravi):
    day = timezone.localdate() + timedelta(days=9)
    assert "a letter says that you wanted to be reminded" in words(press(ravi, "remind", day=day))
    assert Person.objects.get(id=ravi.person.id).remind_on == day
    press(ravi, "no-remind")
    assert Person.objects.get(id=ravi.person.id).remind_on is None


def test_a_day_that_is_no_day_to_come_is_sent_back_as_it_was_typed(ravi):
    for typed in ("2020-01-01", "tomorrow", "", "9999-12-31", timezone.localdate().isoformat()):
        answer = press(ravi, "remind", day=typed)
        assert answer.status_code == 200
        assert "Something is missing or does not fit." in words(answer)
        assert f'value="{typed}"' in words(answer) or not typed
    assert Person.objects.get(id=ravi.person.id).remind_on is None


def test_a_reminder_of_steps_is_offered_when_there_is_one(talks, maya, ravi):
    day = promise(maya, talks, 9)
    assert "Remind me on these days" in words(browser(maya).get(PAGE))
    assert "Remind me on these days" not in words(browser(ravi).get(PAGE))
    press(maya, "promises")
    assert letterbox(maya.person).promise_on == day
    press(maya, "no-promises")
    assert letterbox(maya.person).promise_on is None


def test_without_a_step_nothing_is_switched_on(ravi):
    press(ravi, "promises")
    assert letterbox(ravi.person).promise_on is None


def test_while_it_is_on_the_day_follows_the_next_step(talks, maya):
    promise(maya, talks, 9)
    press(maya, "promises")
    day = promise(maya, talks, 4)
    browser(maya).get("/")
    assert letterbox(maya.person).promise_on == day


def test_while_it_is_off_no_day_of_a_step_lies_open(talks, maya):
    promise(maya, talks, 9)
    browser(maya).get("/")
    browser(maya).get(PAGE)
    assert letterbox(maya.person).promise_on is None


def test_the_page_says_when_no_letter_can_come(ravi, post_office, settings):
    assert "You have no confirmed e-mail address" in words(browser(ravi).get(PAGE))
    EmailAddress.objects.create(user=ravi.person, email="ravi@example.org", verified=True)
    assert "so no letter goes out" not in words(browser(ravi).get(PAGE))
    settings.EMAIL_HOST = ""
    assert "Yonder has no mail server here" in words(browser(ravi).get(PAGE))


def test_letters_come_back_when_they_are_wanted_again(ravi):
    press(ravi, "no-letters")
    assert "Remind me" not in words(browser(ravi).get(PAGE))
    press(ravi, "letters")
    assert letterbox(ravi.person).wanted


def test_nothing_of_it_stays_when_somebody_is_erased(vault, ravi, hana, clock):
    from yonder.career import leaving

    letterboxes.new_feed(ravi.person)
    leaving.erase(vault, ravi.person, clock().date())
    assert not letterboxes.Letterbox.objects.exists()
