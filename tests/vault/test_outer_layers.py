"""Every outer layer is opened once, and whoever waits can see how far it is."""

import pytest

from tests.vault import stage
from tests.vault.stage import MAYA
from yonder.vault import checking, outer_layers, restoring
from yonder.vault.circle_rows import Circle


@pytest.mark.parametrize("look", [checking.findings, outer_layers.opened])
def test_whoever_waits_sees_each_step_up_to_the_last(vault, look):
    stage.join(vault, MAYA)
    steps = []

    list(look(vault, progress=lambda *step: steps.append(step)))

    assert steps == [(1, 2), (2, 2)]


def test_what_does_not_open_is_told_from_what_does(vault):
    keyring = stage.join(vault, MAYA)
    Circle.objects.filter(id=keyring.private).update(sk=b"\x01\x01 cut")

    assert restoring.would_not_open(vault) == (1, 2)
