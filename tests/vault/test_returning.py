"""After a restore the pages say the same as before it, and nothing that was removed."""

from tests.cast import begin, join, talk, write
from tests.vault.thief import Copy
from yonder.career import erasing, notes
from yonder.career.pages import open_pages
from yonder.career.pairings import State, states
from yonder.career.record import open_record
from yonder.vault.turning import check_every_circle


def test_both_still_see_that_both_can_read(maya, ravi, talks, vault):
    write(ravi, talks, "nights are better for me")
    check_every_circle(vault)

    for one in (maya, ravi, maya):
        assert states(one.keyring, one.person, [talks]) == {talks: State.BOTH}


def test_who_was_still_to_be_given_the_key_is_still_to_be_given_it(maya, ravi, vault):
    journey = begin(maya, ravi)
    check_every_circle(vault)

    assert states(maya.keyring, maya.person, [journey]) == {journey: State.OPEN_IT}
    assert states(ravi.keyring, ravi.person, [journey]) == {journey: State.WAIT}


def test_what_was_erased_after_the_backup_is_gone_again_at_the_first_look(maya, ravi, vault):
    journey = talk(maya, ravi)
    write(ravi, journey, "too honest")
    backup = Copy()
    pages = open_pages(ravi.keyring, journey.circle)
    erasing.erase(pages, notes.notes(pages.shared)[0].entry)
    pages.save()

    backup.put_back()
    check_every_circle(vault)

    assert states(maya.keyring, maya.person, [journey]) == {journey: State.BOTH}
    assert notes.notes(open_record(maya.keyring, journey)) == []


def test_somebody_without_a_key_is_not_let_in_by_a_restore(maya, ravi, talks, vault):
    omar = join(vault, "Omar")
    check_every_circle(vault)

    assert states(omar.keyring, omar.person, [talks]) == {talks: State.WAIT}
