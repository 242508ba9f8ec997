"""Everything that hangs on the ring, its outer layer opened: that needs no person's key (2.2)."""

from collections.abc import Callable, Iterable, Iterator

from yonder.vault.here import Vault
from yonder.vault.refusals import Damaged, RingMissing
from yonder.vault.turning import OURS, Hanging

Progress = Callable[[int, int], object]


def unseen(done: int, total: int) -> None:
    """For those who show nobody how far they are."""


def opened(
    vault: Vault, also: Iterable[Hanging] = (), progress: Progress = unseen
) -> Iterator[tuple[str, Damaged | RingMissing | None]]:
    """(what a row is called, why it does not open or None), for each row."""
    parts = [OURS, *also]
    total = sum(part.count() for part in parts)
    boxes = (box for part in parts for box in part.boxes())
    for done, (name, open_outer) in enumerate(boxes, 1):
        yield name, _refusal(vault, open_outer)
        progress(done, total)


def _refusal(vault: Vault, open_outer: Callable[[Vault], object]) -> Damaged | RingMissing | None:
    try:
        open_outer(vault)
    except (Damaged, RingMissing) as refusal:
        return refusal
    return None
