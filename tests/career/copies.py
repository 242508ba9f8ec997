"""What people do between the day of a copy and the day it is put back."""

from tests.career.stage import change, found
from yonder.career import erasing, showing
from yonder.vault.turning import check_every_circle
from yonder.vault.turning import turn as daily_turn

SECRET = "the thing that was taken back"


def serve(copy, vault):
    """An older copy is put back, as `yonder restore` does it."""
    copy.put_back()
    check_every_circle(vault)


def show(ravi, journey, words):
    it = found(ravi, journey, words)
    change(ravi, journey, lambda pages: showing.show(pages, [it.id]))


def take_back(ravi, journey, words=SECRET):
    it = found(ravi, journey, words)
    change(ravi, journey, lambda pages: showing.only_me(pages, it.id))


def erase(ravi, journey, words=SECRET):
    it = found(ravi, journey, words)
    change(ravi, journey, lambda pages: erasing.erase(pages, it.id))


def days_pass(vault, clock, days):
    """Each with its turn, as a living server has it."""
    for _ in range(days):
        clock.passes(days=1)
        daily_turn(vault)
