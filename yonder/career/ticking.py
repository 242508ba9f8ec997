"""What happens by itself: the daily turn of the ring, and the lapse of what has run out."""

from django.conf import settings
from django.dispatch import Signal

from yonder.career import cascade, endings, idleness, invitations, leaving, partings, reminders
from yonder.career.second_factors import HANGING
from yonder.vault import unlocks
from yonder.vault.here import Vault
from yonder.vault.turning import turn, watch_for_failover

# A tick is done, and it is time for letters. Who listens has them written.
ticked = Signal()


def tick(vault: Vault) -> None:
    """Once a minute, from any process: closes what ran out, watches for a failover."""
    unlocks.forget_old(vault)
    on = vault.clock().date()
    invitations.lapse(vault, vault.clock())
    cascade.lapse(vault.clock())
    leaving.let_guides_go(vault, on)
    partings.end_due(vault, on)
    endings.forget_ended(on)
    if watch_for_failover(vault):
        leaving.erase_again(vault, on)
    ticked.send(sender=Vault, vault=vault)


def day(vault: Vault) -> int:
    """Once a day and at each start: the turn, with every row that hangs on the ring; then who
    left a while ago goes for good, and pages that nobody opens are announced and erased."""
    moved, on = turn(vault, also=[HANGING]), vault.clock().date()
    leaving.erase_again(vault, on)
    leaving.let_guides_go(vault, on)
    leaving.erase_due(vault, on, settings.LEAVING_DAYS)
    idleness.erase_due(vault)
    idleness.announce(vault)
    reminders.forget_news(on)
    return moved
