"""The example workplace: what a visitor of `yonder demo` finds."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress

from yonder.career import notes
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pairings import State, states
from yonder.career.people import Person, Workplace
from yonder.career.record import open_private, open_record
from yonder.career.recovery import ask_for_code
from yonder.career.stalling import stalls
from yonder.career.team import next_ones, team
from yonder.demo import texts
from yonder.demo.workplace import fill_with
from yonder.vault import identities
from yonder.vault.here import open_vault
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import NotForYou, WrongSecret
from yonder.vault.stretching import Kdf

PASSWORD = "four-made-up-words"


@pytest.fixture
def here(tmp_path):
    vault = open_vault(tmp_path / "ring", lambda: datetime(2026, 5, 4, 9, tzinfo=UTC), Kdf(8, 1, 1))
    vault.ring.create()
    return vault


@pytest.fixture
def demo(here, db):
    return fill_with(here, PASSWORD, lambda done, total: None)


def keyring(here, login):
    return identities.sign_in(here, Person.objects.get(login=login).id, PASSWORD)


def journeys(login):
    return Journey.objects.of(Person.objects.get(login=login))


def test_a_team_of_six_and_a_team_of_fifty_two_in_three_shifts(demo):
    teams = Counter(Person.objects.values_list("manager__name", flat=True))
    shifts = Counter(Person.objects.exclude(shift="").values_list("shift", flat=True))

    assert teams["Maya"] == 6
    assert teams["Amina"] == 52
    assert shifts == {"Early": 18, "Late": 17, "Night": 17}


def test_every_name_is_there_once(demo):
    names = list(Person.objects.values_list("name", flat=True))

    assert len(names) == len(set(names)) == 63


def test_many_on_the_shop_floor_have_no_email(demo):
    with_email = EmailAddress.objects.filter(user__unit="Production").count()

    assert with_email == 7
    assert all(email.endswith(".example") for email in _addresses())


def test_everybody_in_the_table_signs_in_with_the_one_password(demo, here):
    for name, login, _ in demo.sign_ins:
        assert Person.objects.get(id=keyring(here, login).person).name == name

    with pytest.raises(WrongSecret):
        identities.sign_in(here, Person.objects.get(login="maya").id, "another password")


def test_only_who_is_in_the_table_has_an_identity(demo):
    assert Identity.objects.count() == len(demo.sign_ins) == 12
    assert Person.objects.exclude(login=None).count() == 12


def test_two_who_are_paired_read_each_other(demo, here):
    for talk in [talk for talk in texts.talks() if talk.state == "paired"]:
        journey = Journey.objects.get(owner__name=talk.owner, guide__name=talk.guide)
        for login in (talk.owner.lower(), talk.guide.lower()):
            written = notes.notes(open_record(keyring(here, login), journey))
            assert [note.text for note in written] == [talk.owner_says, talk.guide_says]


def test_nobody_else_reads_them(demo, here):
    journey = Journey.objects.get(owner__name="Ravi")

    for login in ("hana", "olga", "lena", "ines"):
        with pytest.raises(NotForYou):
            open_record(keyring(here, login), journey)


def test_one_pair_is_left_for_the_visitor_to_try_the_twelve_digits(demo, here):
    maya, lena = (Person.objects.get(login=login) for login in ("maya", "lena"))
    journey = Journey.objects.get(owner=lena, guide=maya)

    assert states(keyring(here, "maya"), maya, [journey]) == {journey: State.OPEN_IT}
    assert states(keyring(here, "lena"), lena, [journey]) == {journey: State.WAIT}


def test_one_invitation_is_open_for_somebody_without_email(demo, here):
    waiting = [one for one in Invitation.objects.all() if not _begun(one)]

    assert [one.invitee.name for one in waiting] == ["Yusuf"]
    assert waiting[0].invitee.login is None


def test_nobody_meets_the_question_for_a_recovery_code_by_surprise(demo, here):
    """Only Amina listens to more than three, and hers is written down."""
    for _, login, _ in demo.sign_ins:
        held = len(keyring(here, login).keys) - 1
        assert held <= 3 or login == "amina"
    for login in ("lena", "amina"):
        ask_for_code(keyring(here, login))


def test_the_team_of_fifty_two_has_something_in_every_part(demo, here):
    amina, now = Person.objects.get(login="amina"), here.clock()
    at_aminas = keyring(here, "amina")
    private, members = open_private(at_aminas), team(at_aminas, amina)

    def named(test):
        return [one.name for one in members if test(one)]

    assert len(members) == 52
    assert named(lambda one: one.has_day(now)) == ["Bruno", "Kofi"]
    assert named(lambda one: one.visions_heard) == ["Bruno", "Kofi"]
    assert named(lambda one: one.plan_agreed) == ["Kofi"]
    assert named(lambda one: stalls(one, private, now)) == ["Petra"]
    assert [one.name for one in next_ones(members, private, now)] == ["Marta"]
    assert named(lambda one: any(step.by < here.today() for step in steps(one))) == ["Kofi"]


def steps(member):
    return member.face.steps if member.face else []


def test_roles_lie_on_the_workplace_and_on_two_people(demo):
    assert Person.objects.get(people_operations=True).name == "Hana"
    assert Person.objects.get(runs_server=True).name == "Olga"
    assert not journeys("hana").exists()
    assert not journeys("olga").exists()


def test_filling_again_changes_nothing_and_says_the_same(demo, here):
    before = _all_rows()

    again = fill_with(here, PASSWORD, lambda done, total: None)

    assert again == demo
    assert _all_rows() == before


def test_a_filling_that_is_cut_short_leaves_nothing(here, db):
    def cut(done, total):
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill_with(here, PASSWORD, cut)

    assert not Workplace.objects.exists()
    assert not Person.objects.exists()
    assert len(fill_with(here, PASSWORD, lambda done, total: None).sign_ins) == 12


def test_progress_goes_from_nothing_to_all_of_it(here, db):
    seen = []

    fill_with(here, PASSWORD, lambda done, total: seen.append((done, total)))

    total = seen[0][1]
    assert seen == [(step, total) for step in range(total + 1)]


@pytest.mark.parametrize("name", ["people.toml", "talks.toml"])
def test_the_texts_say_that_they_are_made_up(name):
    assert (texts.HERE / name).read_text().startswith("# Made up:")


def _addresses():
    return EmailAddress.objects.values_list("email", flat=True)


def _begun(invitation):
    return Journey.objects.filter(circle=invitation.circle).exists()


def _all_rows():
    tables = (Person, Identity, Journey, Invitation, Workplace)
    return [list(table.objects.order_by("pk").values()) for table in tables]
