"""Joining, changing a password, recovering, being reset: what is kept, and what stops opening."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA, RAVI
from yonder.vault import identities
from yonder.vault.circles import Circle, open_circle
from yonder.vault.identities import RESTS
from yonder.vault.keyrings import Identity
from yonder.vault.refusals import NotForYou, WrongSecret
from yonder.vault.slots import PASSWORD, RECOVERY_CODE, Slot
from yonder.vault.turning import turn

NEW = "a red kite above the mill"
OTHER = "three keys on a green ribbon"


@pytest.fixture
def maya(vault):
    return stage.join(vault, MAYA)


@pytest.fixture
def ravi(vault):
    made = stage.join(vault, RAVI)
    stage.add(made, made.private, "what I tell nobody")
    return made


@pytest.fixture
def circle(maya, ravi):
    made = stage.shared(maya, ravi)
    stage.add(ravi, made, "nights are better for me")
    return made


def test_a_new_password_opens_everything_and_the_old_one_nothing(vault, ravi, circle):
    identities.change_password(ravi, RAVI.password, NEW, known_to_others=False)

    again = identities.sign_in(vault, RAVI.id, NEW)
    assert stage.texts(again, circle) == ["nights are better for me"]
    with pytest.raises(WrongSecret):
        stage.sign_in(vault, RAVI)


def test_a_password_is_not_changed_without_the_old_one(vault, ravi):
    with pytest.raises(WrongSecret):
        identities.change_password(ravi, "not the one", NEW, known_to_others=False)

    assert stage.sign_in(vault, RAVI).uk == ravi.uk


def test_of_two_changes_at_once_only_one_password_is_left(vault, ravi, monkeypatch):
    own = identities.open_slot

    def before_somebody_else_changes_it(*words):
        monkeypatch.setattr(identities, "open_slot", own)
        opened = own(*words)
        identities.change_password(ravi, RAVI.password, OTHER, known_to_others=False)
        return opened

    monkeypatch.setattr(identities, "open_slot", before_somebody_else_changes_it)
    with pytest.raises(WrongSecret):
        identities.change_password(ravi, RAVI.password, NEW, known_to_others=True)

    assert Slot.objects.filter(identity=ravi.identity, kind=PASSWORD).count() == 1
    assert identities.sign_in(vault, RAVI.id, OTHER).uk == ravi.uk


def test_the_code_brings_everything_back_under_a_new_password(vault, ravi, circle):
    code = stage.give_code(ravi)

    again = identities.recover(vault, RAVI.id, code, NEW)

    assert stage.texts(again, circle) == ["nights are better for me"]
    assert stage.texts(again, again.private) == ["what I tell nobody"]
    assert identities.sign_in(vault, RAVI.id, NEW).uk == ravi.uk
    for secret in (RAVI.password, code):
        with pytest.raises(WrongSecret):
            _open(vault, RAVI.id, secret)


def test_a_used_code_opens_nothing_any_more(vault, ravi):
    code = stage.give_code(ravi)
    identities.recover(vault, RAVI.id, code, NEW)

    with pytest.raises(WrongSecret):
        identities.recover(vault, RAVI.id, code, OTHER)


def test_a_wrong_code_is_answered_alike_for_everybody(vault, ravi):
    for person in (RAVI.id, MAYA.id, None):
        with pytest.raises(WrongSecret):
            identities.recover(vault, person, b"0" * 26, NEW)


def test_a_reset_opens_nothing_of_before(vault, ravi, circle):
    again = identities.reset(vault, RAVI.id, "Ravi", NEW)

    assert stage.texts(again, again.private) == []
    for before in (circle, ravi.private):
        with pytest.raises(NotForYou):
            open_circle(again, before)
    with pytest.raises(WrongSecret):
        stage.sign_in(vault, RAVI)


@pytest.mark.parametrize("with_code", [False, True])
def test_what_was_known_before_a_reset_brings_everything_back(vault, ravi, circle, with_code):
    secret = stage.give_code(ravi) if with_code else RAVI.password
    again = identities.reset(vault, RAVI.id, "Ravi", NEW)
    stage.add(again, again.private, "since then")

    identities.reopen(again, secret)

    again = identities.sign_in(vault, RAVI.id, NEW)
    assert stage.texts(again, again.private) == ["since then", "what I tell nobody"]
    assert stage.texts(again, circle) == ["nights are better for me"]
    assert open_circle(again, circle).record.reader(RAVI.id).identity == again.identity
    assert Identity.objects.filter(person=RAVI.id).count() == 1


def test_the_code_of_before_a_reset_undoes_it(vault, ravi, circle):
    code = stage.give_code(ravi)
    identities.reset(vault, RAVI.id, "Ravi", "known to somebody else")

    again = identities.recover(vault, RAVI.id, code, NEW)

    assert stage.texts(again, circle) == ["nights are better for me"]
    with pytest.raises(WrongSecret):
        identities.sign_in(vault, RAVI.id, "known to somebody else")


def test_a_former_identity_rests_ninety_days_and_is_then_erased(vault, ravi, clock):
    again = identities.reset(vault, RAVI.id, "Ravi", NEW)
    for _ in range(RESTS):
        clock.passes(days=1)
        turn(vault)
    assert Circle.objects.filter(id=ravi.private).exists()

    clock.passes(days=1)
    turn(vault)

    assert not Circle.objects.filter(id=ravi.private).exists()
    assert not Identity.objects.filter(id=ravi.identity).exists()
    with pytest.raises(WrongSecret):
        identities.reopen(again, RAVI.password)


def test_one_person_has_one_active_identity(vault, ravi):
    stage.give_code(ravi)

    assert set(Slot.objects.values_list("kind", flat=True)) == {PASSWORD, RECOVERY_CODE}
    assert identities.active_identities([RAVI.id]) == {RAVI.id: ravi.identity}


def _open(vault, person, secret):
    if isinstance(secret, bytes):
        return identities.recover(vault, person, secret, OTHER)
    return identities.sign_in(vault, person, secret)
