"""Maya listens to Ravi: what most tests of the record begin with."""

import pytest

from tests.career.copies import SECRET, days_pass, take_back
from tests.career.stage import put
from tests.cast import Clock, Somebody, begin
from tests.vault.thief import Copy
from yonder.career.journeys import Journey
from yonder.career.pages import Kept
from yonder.career.pivots import Pivot
from yonder.vault.here import Vault


@pytest.fixture
def journey(talks: Journey) -> Journey:
    """Both hold the key."""
    return talks


@pytest.fixture
def begun(maya: Somebody, ravi: Somebody) -> Journey:
    """Ravi has said yes, and nobody but Maya holds the key yet."""
    return begin(maya, ravi)


@pytest.fixture
def turn(ravi: Somebody, journey: Journey) -> Kept[Pivot]:
    """A turn of Ravi's that both can read."""
    return put(ravi, journey, Pivot("nights at the bakery"))


@pytest.fixture
def copies(vault: Vault, clock: Clock, ravi: Somebody, journey: Journey) -> list[Copy]:
    """Five days on which it was shown, with a copy of each; taken back on the last."""
    put(ravi, journey, Pivot("stays"))
    put(ravi, journey, Pivot(SECRET))
    kept = []
    for _ in range(5):
        kept.append(Copy())
        days_pass(vault, clock, 1)
    take_back(ravi, journey)
    return kept
