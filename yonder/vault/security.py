"""The security log: sign-ins and changes of keys, 30 days, shown to the person concerned."""

import ipaddress
import uuid
from datetime import timedelta

from django.db import models

from yonder.vault.here import Vault

KEPT = timedelta(days=30)


class SecurityEvent(models.Model):
    """`where` is a shortened address: enough to recognise a place, too little to find a person."""

    person = models.UUIDField(db_index=True)
    at = models.DateTimeField(db_index=True)
    what = models.CharField(max_length=16)
    where = models.CharField(max_length=45)
    device = models.CharField(max_length=60)


def note(vault: Vault, person: uuid.UUID, what: str, where: str = "", device: str = "") -> None:
    """Write one line: `what` is signed-in, password, recovered, reset, code or ended."""
    SecurityEvent.objects.create(
        person=person, at=vault.clock(), what=what, where=shortened(where), device=device[:60]
    )


def forget_old(vault: Vault) -> None:
    """Lines older than 30 days go."""
    SecurityEvent.objects.filter(at__lt=vault.clock() - KEPT).delete()


def shortened(address: str) -> str:
    """The first 24 bits of an IPv4 address, 48 of an IPv6 one; nothing for anything else."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    bits = 24 if parsed.version == 4 else 48
    return str(ipaddress.ip_network((parsed, bits), strict=False).network_address)
