"""Who looks after a workplace, and a demo that people could take for one."""

from yonder.career.people import Person
from yonder.cli.checkup.people import PEOPLE
from yonder.cli.serve import DEMO_MARK


def test_one_person_alone_is_found(found, olga):
    Person.objects.filter(id=olga.person.id).update(runs_server=False)

    assert found(PEOPLE) == ["alone"]


def test_somebody_who_has_left_does_not_count(found, olga):
    Person.objects.filter(id=olga.person.id).update(is_active=False)

    assert found(PEOPLE) == ["alone"]


def test_copies_of_the_machine_that_nobody_has_spoken_about_are_found(found, workplace):
    workplace.ring_confirmed = False
    workplace.save()

    assert found(PEOPLE) == ["not_confirmed"]


def test_a_demo_is_found(well, found):
    (well.data / DEMO_MARK).touch(mode=0o600)

    assert found(PEOPLE) == ["demo"]
