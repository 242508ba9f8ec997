"""The practice: nobody sees what was chosen, and no owner can tell whether it was done."""

import pytest

from tests.career.stage import change
from tests.cast import browser, talk, words
from tests.promises.doors import undone
from tests.promises.lives import seen_by
from tests.promises.rows import differing, every_row
from yonder.career import practice, talks
from yonder.career.people import Workplace
from yonder.career.record import open_private
from yonder.guidebook.practice import practice as guidebook
from yonder.vault.records import Entry

SCENES = guidebook("en").scenes


@pytest.fixture
def journey(maya, ravi):
    Workplace.objects.update(practice_required=True)
    return talk(maya, ravi)


def practise(visitor, letter):
    for number in range(1, len(SCENES) + 1):
        visitor.post("/practice/", {"verb": f"scene:{number}:1"})
        visitor.post("/practice/", {"verb": f"reply:{number}:{letter}"})
    visitor.post("/practice/", {"verb": "done"})


def kept(who) -> list[Entry]:
    return open_private(who.keyring).circle.record.entries


def without_id(entry):
    return entry.rev, entry.by, entry.day, entry.kind, entry.data, entry.last


def test_whatever_one_chooses_the_same_is_kept(maya, journey):
    at_mayas, left = browser(maya), []
    for letter in "ABC":
        with undone():
            practise(at_mayas, letter)
            left.append([without_id(entry) for entry in kept(maya)])
    assert left[0] == left[1] == left[2]
    assert [data for *_, kind, data, _ in left[0] if kind == practice.KIND] == [b"\x80"]


def test_until_the_end_not_a_row_changes(maya, journey):
    at_mayas = browser(maya)
    at_mayas.get("/practice/")
    before = every_row()
    for number in range(1, len(SCENES) + 1):
        at_mayas.post("/practice/", {"verb": f"reply:{number}:C"})
    # That somebody is there moves the hour at which the page would close by itself.
    assert differing(before, every_row()).keys() <= {"vault_unlock"}


def test_the_end_touches_the_persons_own_circle_alone(maya, journey):
    at_mayas = browser(maya)
    at_mayas.get("/practice/")
    before = every_row()
    at_mayas.post("/practice/", {"verb": "done"})
    changed = differing(before, every_row())
    assert changed.keys() - {"vault_unlock"} == {"vault_circle", "vault_body"}
    own = (maya.keyring.private.hex, str(maya.keyring.private))
    rows = [row for name in ("vault_circle", "vault_body") for row in changed[name]]
    assert all(any(one in row for one in own) for row in rows)


def test_no_page_is_remembered_by_an_address(maya):
    """What was chosen travels in the form, so no log and no history has it."""
    answer = browser(maya).post("/practice/", {"verb": "reply:3:B"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer.wsgi_request.get_full_path() == "/practice/"


@pytest.mark.parametrize("others", ["ravi", "hana", "olga", "omar"])
def test_nobody_can_tell_whether_the_guide_has_done_it(
    request, maya, ravi, hana, olga, omar, journey, others
):
    page = f"/journey/{journey.id}/"
    visitor = browser(request.getfixturevalue(others))
    at_mayas = browser(maya)
    paths = ["/", page, f"{page}room/", f"{page}briefing/", f"{page}readers/", f"{page}key/"]
    paths += ["/team/", "/people/", "/workplace/", "/practice/", "/pages/", "/me/"]
    seen = {}
    for done in (False, True):
        with undone():
            if done:
                practise(at_mayas, "A")
            at_mayas.get(f"{page}room/")
            seen[done] = [*seen_by(visitor, paths), *asked(visitor, page)]
    assert seen[True] == seen[False]


def asked(visitor, page):
    """What a script beside the open pages hears."""
    answers = [visitor.get(f"{page}{place}", HTTP_X_WAITING="yes") for place in ("", "room/")]
    return [(answer.status_code, answer.get("Location")) for answer in answers]


def test_control_the_guide_can_tell(maya, ravi, journey):
    room, at_mayas = f"/journey/{journey.id}/room/", browser(maya)
    before = words(at_mayas.get(room))
    practise(at_mayas, "A")
    assert words(at_mayas.get(room)) != before


def test_an_owner_walks_on_alone_as_if_nothing_were_asked_for(maya, ravi, journey):
    change(ravi, journey, lambda pages: talks.next_step(pages, talks.step_of(pages)))
    at_ravis = browser(ravi)
    page = words(at_ravis.get(f"/journey/{journey.id}/room/"))
    assert "practice" not in page.lower()
