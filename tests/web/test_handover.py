"""Hand over to a new guide: picked item by item, seen beforehand, and nothing travels by itself."""

import datetime
import re
from html.parser import HTMLParser

import pytest

from tests.career.copies import days_pass
from tests.career.stage import change, found, put, read
from tests.cast import Somebody, browser, pair, talk, words
from yonder.career import erasing, leading, ticking
from yonder.career.invitations import Invitation, accept
from yonder.career.journeys import Journey
from yonder.career.pivots import Pivot
from yonder.career.plans import Action
from yonder.career.values import Value
from yonder.career.visions import Vision
from yonder.vault.circle_rows import Circle

PROOF = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">')


@pytest.fixture
def told(maya, ravi, talks):
    """What Maya and Ravi have written: a turn, what matters, a picture, two steps."""
    put(ravi, talks, Pivot("Left the bakery"))
    put(ravi, talks, Value("Evenings at home", "confirmed"))
    put(ravi, talks, Vision("My own van"))
    put(ravi, talks, Action("Ask for the test papers", "learn", who="owner", by=22000))
    put(maya, talks, Action("Free two hours a week", "work", who="guide", by=22000))
    return talks


@pytest.fixture
def at_ravis(ravi):
    return browser(ravi)


def address(journey: Journey) -> str:
    return f"/journey/{journey.id}/readers/"


def picks(at_ravis, journey) -> str:
    """The page on which Ravi ticks."""
    return words(at_ravis.post(address(journey), {"verb": "carry"}))


class Boxes(HTMLParser):
    """The boxes of a page: value → (ticked, the words beside it)."""

    def __init__(self, page: str):
        super().__init__()
        self.found, self._open = {}, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input" and given.get("name") == "carry" and given.get("type") == "checkbox":
            self._open = given["value"]
            self.found[self._open] = ("checked" in given, "")

    def handle_data(self, data):
        if self._open and data.strip():
            ticked, said = self.found[self._open]
            self.found[self._open] = (ticked, said or data.strip())


def boxes(page: str) -> dict[str, tuple[str, bool]]:
    """Words → (value, ticked)."""
    return {said: (value, ticked) for value, (ticked, said) in Boxes(page).found.items()}


def chosen(page: str, *names: str) -> list[str]:
    offered = boxes(page)
    return [offered[name][0] for name in names]


def record_part(page: str) -> str:
    """The record part of a page, without the proof that its forms are ours."""
    start = page.index('<div class="record" id="record">')
    depth, end = 0, start
    for tag in re.finditer(r"<(/?)div\b", page[start:]):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            end = start + tag.end()
            break
    return PROOF.sub("", page[start:end])


def hands_over(at_ravis, journey, names, who="omar", **more):
    page = picks(at_ravis, journey)
    given = {"who": who, "ends": "today", "carry": chosen(page, *names)} | more
    return at_ravis.post(address(journey), given | {"verb": "hand"}), given


def opens_for(ravi: Somebody, omar: Somebody) -> Journey:
    """Omar says yes, and types the twelve digits that Ravi says."""
    journey = accept(Invitation.objects.get(invitee=omar.person))
    pair(journey, ravi, omar)
    return journey


def test_nothing_personal_is_ticked_and_the_plan_is(at_ravis, told):
    offered = boxes(picks(at_ravis, told))
    assert {name: ticked for name, (_, ticked) in offered.items()} == {
        "Ask for the test papers": True,
        "My own van": False,
        "Evenings at home": False,
        "Left the bakery": False,
    }


def test_what_the_former_guide_promised_is_not_the_new_ones_to_keep(at_ravis, told):
    assert "Free two hours a week" not in picks(at_ravis, told)


@pytest.mark.parametrize(
    "names",
    [
        ("Ask for the test papers",),
        ("Left the bakery", "Evenings at home", "My own van", "Ask for the test papers"),
        (),
    ],
)
def test_what_is_looked_at_is_what_the_new_one_sees_byte_for_byte(
    at_ravis, ravi, omar, told, names
):
    page = picks(at_ravis, told)
    given = {"who": "omar", "ends": "today", "carry": chosen(page, *names)}
    preview = at_ravis.post(address(told), given | {"verb": "look"}).content.decode()
    assert at_ravis.post(address(told), given | {"verb": "hand"}).status_code == 302

    journey = opens_for(ravi, omar)
    seen = browser(omar).get(f"/journey/{journey.id}/").content.decode()

    assert record_part(preview) == record_part(seen)
    assert [name for name in boxes(page) if name in seen] == [
        name for name in boxes(page) if name in names
    ]


def test_another_tick_would_show_in_the_comparison(at_ravis, omar, told):
    """The control."""
    page = picks(at_ravis, told)
    given = {"who": "omar", "ends": "today", "verb": "look"}
    some = ("My own van",), ("My own van", "Left the bakery")
    drawn = [
        at_ravis.post(address(told), given | {"carry": chosen(page, *names)}).content.decode()
        for names in some
    ]
    assert len({record_part(one) for one in drawn}) == 2


def test_looking_at_it_writes_nothing(at_ravis, omar, told):
    before = set(Circle.objects.values_list("id", "tag"))
    page = picks(at_ravis, told)
    given = {"who": "omar", "ends": "today", "carry": chosen(page, "My own van")}
    assert "What Omar would see" in words(at_ravis.post(address(told), given | {"verb": "look"}))
    assert set(Circle.objects.values_list("id", "tag")) == before
    assert not Invitation.objects.filter(invitee=omar.person).exists()


def test_the_former_guide_opens_nothing_after_today(at_ravis, maya, omar, told):
    at_mayas = browser(maya)
    assert at_mayas.get(f"/journey/{told.id}/").status_code == 200
    hands_over(at_ravis, told, ["My own van"])

    for place in ("", "room/", "line/", "readers/", "file/", "table/", "briefing/", "key/"):
        assert at_mayas.get(f"/journey/{told.id}/{place}").status_code == 404
    written = at_mayas.post(f"/journey/{told.id}/", {"verb": "write", "text": "Too late."})
    assert written.status_code == 404
    assert "Your talks with Ravi have ended." in words(at_mayas.get("/"))


def test_the_owner_keeps_everything_at_home(at_ravis, omar, told):
    hands_over(at_ravis, told, ["My own van"])
    page = words(at_ravis.get("/pages/"))
    for name in ("Left the bakery", "Evenings at home", "My own van", "Ask for the test papers"):
        assert name in page


def test_what_was_carried_is_on_the_page_of_the_two_once(at_ravis, ravi, omar, told):
    hands_over(at_ravis, told, ["My own van"])
    journey = opens_for(ravi, omar)
    page = words(at_ravis.get(f"/journey/{journey.id}/"))
    assert read(ravi, journey).count("My own van") == 1
    assert "Left the bakery" in page


def test_until_the_digits_are_said_the_new_one_reads_nothing(at_ravis, omar, told):
    hands_over(at_ravis, told, ["My own van"])
    at_omars = browser(omar)
    made = Invitation.objects.get(invitee=omar.person)
    journey = accept(made)
    for place in ("/", f"/asked/{made.id}/", f"/journey/{journey.id}/"):
        assert "My own van" not in words(at_omars.get(place))


def test_the_new_one_reads_that_there_may_be_more_or_not(at_ravis, ravi, omar, told):
    hands_over(at_ravis, told, ["My own van"])
    journey = opens_for(ravi, omar)
    page = words(browser(omar).get(f"/journey/{journey.id}/"))
    assert "There may be more, or there may not. Do not ask." in page
    assert "There may be more" not in words(at_ravis.get(f"/journey/{journey.id}/"))


def test_with_nothing_shown_the_two_start_fresh(at_ravis, ravi, omar, told):
    hands_over(at_ravis, told, [])
    journey = opens_for(ravi, omar)
    page = words(browser(omar).get(f"/journey/{journey.id}/"))
    assert "You and Ravi start fresh." in page
    for name in ("Left the bakery", "My own van", "Maya"):
        assert name not in page


def on_a_day(at_ravis, told, clock, days=14):
    day = clock.now.date() + datetime.timedelta(days=days)
    answer, _ = hands_over(at_ravis, told, ["My own van"], ends="day", until=str(day))
    return answer, day


def test_until_an_agreed_day_the_former_guide_reads_and_nobody_writes(
    at_ravis, maya, omar, told, clock
):
    at_mayas = browser(maya)
    on_a_day(at_ravis, told, clock)

    page = words(at_mayas.get(f"/journey/{told.id}/"))
    assert "Left the bakery" in page
    assert "Free two hours a week" in page
    late = at_mayas.post(f"/journey/{told.id}/", {"verb": "write", "text": "Too late for this."})
    assert "This is not saved" in words(late)
    assert "Too late for this." in words(late)
    assert "Too late for this." not in words(at_mayas.get(f"/journey/{told.id}/"))
    for place in ("room/", "line/", "file/", "table/", "key/"):
        assert at_mayas.get(f"/journey/{told.id}/{place}").status_code == 404


def test_when_the_day_comes_the_former_guide_reads_nothing(
    at_ravis, ravi, maya, omar, told, vault, clock
):
    _, day = on_a_day(at_ravis, told, clock)
    days_pass(vault, clock, (day - clock.now.date()).days)
    at_mayas = browser(maya)
    assert at_mayas.get(f"/journey/{told.id}/").status_code == 404

    ticking.tick(vault)
    assert not Circle.objects.filter(id=told.circle).exists()
    assert "Left the bakery" in words(browser(ravi).get("/pages/"))


def test_what_is_erased_meanwhile_is_erased_for_the_former_guide_too(
    at_ravis, ravi, maya, omar, told, clock
):
    on_a_day(at_ravis, told, clock)
    it = found(ravi, None, "Left the bakery")
    change(ravi, None, lambda pages: erasing.erase(pages, it.id))
    assert "Left the bakery" not in words(browser(maya).get(f"/journey/{told.id}/"))


def test_a_day_after_thirty_is_refused_and_nothing_is_lost(at_ravis, omar, told, clock):
    answer, _ = on_a_day(at_ravis, told, clock, days=45)
    page = words(answer)
    assert "Choose a day from tomorrow on, within 30 days." in page
    assert boxes(page)["My own van"][1]
    assert not boxes(page)["Ask for the test papers"][1]


@pytest.mark.parametrize("who", ["nobody-here", "ravi", "maya", ""])
def test_nobody_is_asked_who_is_not_there(at_ravis, told, who):
    answer, _ = hands_over(at_ravis, told, [], who=who)
    assert answer.status_code == 200
    assert Journey.objects.filter(ends_on=None).count() == 1


def test_only_the_owner_hands_over(maya, omar, told):
    for who in (maya, omar):
        for verb in ("carry", "look", "hand", "nothing"):
            assert browser(who).post(address(told), {"verb": verb}).status_code == 404


def test_another_manager_moves_nothing_and_is_asked_about(at_ravis, ravi, omar, told):
    before = set(Circle.objects.values_list("id", "tag"))
    leading.lead(ravi.person, omar.person)
    assert set(Circle.objects.values_list("id", "tag")) == before

    page = words(at_ravis.get("/"))
    assert "Omar is your new manager, and sees nothing of what you wrote." in page
    assert 'value="omar"' in picks(at_ravis, told)
    assert "Left the bakery" not in words(browser(omar).get("/"))


def test_show_nothing_is_an_answer_and_is_not_asked_again(at_ravis, ravi, omar, told):
    leading.lead(ravi.person, omar.person)
    at_ravis.post(address(told), {"verb": "nothing"})
    assert "is your new manager" not in words(at_ravis.get("/"))
    assert Journey.objects.get(id=told.id).ends_on is None


def test_nobody_else_can_tell_how_it_was_answered(at_ravis, ravi, omar, maya, told):
    leading.lead(ravi.person, omar.person)
    others = browser(omar), browser(maya)
    before = [PROOF.sub("", words(one.get("/"))) for one in others]
    at_ravis.post(address(told), {"verb": "nothing"})
    assert [PROOF.sub("", words(one.get("/"))) for one in others] == before


def test_a_manager_who_listens_already_is_not_asked_about(at_ravis, ravi, maya, told):
    leading.lead(ravi.person, maya.person)
    assert "is your new manager" not in words(at_ravis.get("/"))


def test_the_sheet_for_three_names_nobody(at_ravis, told):
    page = words(at_ravis.get("/three/"))
    assert "A short talk of three" in page
    assert "Maya" not in page


def test_who_listens_already_is_not_asked_again_and_nothing_is_lost(at_ravis, ravi, omar, told):
    talk(omar, ravi)
    answer, _ = hands_over(at_ravis, told, ["My own van"])
    page = words(answer)
    assert "Omar listens to you already, or you have asked them." in page
    assert boxes(page)["My own van"][1]


def test_what_the_former_guide_promised_never_stands_in_the_name_of_the_new_one(
    at_ravis, ravi, omar, told
):
    hands_over(at_ravis, told, ["My own van"])
    opens_for(ravi, omar)
    kept = found(ravi, None, "Free two hours a week").noun
    assert (kept.who, kept.whom) == ("", "Maya")
