"""What happens by itself: the daily turn of the ring, and the lapse of what has run out."""

from yonder.career import endings, invitations, partings
from yonder.career.second_factors import HANGING
from yonder.vault import unlocks
from yonder.vault.here import Vault
from yonder.vault.turning import turn, watch_for_failover


def tick(vault: Vault) -> None:
    """Once a minute, from any process: closes what ran out, watches for a failover."""
    unlocks.forget_old(vault)
    invitations.lapse(vault, vault.clock())
    partings.end_due(vault, vault.clock().date())
    endings.forget_ended(vault.clock().date())
    watch_for_failover(vault)


def day(vault: Vault) -> int:
    """Once a day and at each start: the turn, with every row that hangs on the ring."""
    return turn(vault, also=[HANGING])
