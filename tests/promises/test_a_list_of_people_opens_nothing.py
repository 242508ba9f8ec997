"""A list of people writes who is here. No talk, no key, no page and no sign-in is touched by it."""

from tests.interchange.listing import LIST, TODAY, taken, told
from tests.promises.rows import differing, every_row
from yonder.career.journeys import Journey
from yonder.career.leaving import let_guides_go

MAY_CHANGE = {"career_person", "account_emailaddress", "sqlite_sequence"}
# Ravi's leader is somebody else now, and Maya is not on the list any more.
SHAKEN = LIST + "5,Ravi,ravi@example.org,Ovens,early,4\n"


def changed(before):
    return differing(before, every_row()).keys() - {"sqlite_sequence"}


def numbered(one, number):
    one.person.number = number
    one.person.save()


def test_a_list_touches_people_and_nothing_else(talks, ravi, hana):
    numbered(ravi, "5")
    before = every_row()
    assert taken(SHAKEN, leavers=TODAY).moved == 1
    assert changed(before) == {"career_person", "account_emailaddress"}


def test_a_talk_that_ends_would_be_seen(talks, maya, vault):
    """The control."""
    before = every_row()
    maya.person.leaves_on = TODAY
    maya.person.save()
    let_guides_go(vault, TODAY)
    assert changed(before) - MAY_CHANGE


def test_whoever_leads_whom_the_same_two_can_read(talks, ravi, maya, omar):
    numbered(ravi, "5")
    numbered(omar, "4")
    taken(SHAKEN)
    ravi.person.refresh_from_db()
    assert ravi.person.manager == omar.person
    assert set(Journey.objects.values_list("owner", "guide")) == {(ravi.person.id, maya.person.id)}


def test_a_list_with_one_wrong_row_writes_not_one_byte(talks, ravi, hana):
    before = every_row()
    assert told(SHAKEN + "9,Nobody,,,,404\n")
    assert changed(before) == set()


def test_a_list_gives_nobody_a_role_and_no_way_in(hana):
    rows = "number,name,login,password,runs_server,people_operations,is_active\n"
    taken(rows + "1,Omar,olga,x,1,1,0\n")
    omar = type(hana.person).objects.get(number="1")
    assert (omar.login, omar.runs_server, omar.people_operations) == (None, False, False)
    assert omar.password.startswith("!")
    assert omar.is_active
