"""The one copy of the ring: it takes the place of the copy before, and none is kept (2.2)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from yonder.vault.circle_rows import Circle, open_sk
from yonder.vault.copied import note_ring
from yonder.vault.folders import alone, overwrite, sync
from yonder.vault.here import Vault, date_of, open_vault
from yonder.vault.refusals import Hindered, Refusal, RingMissing
from yonder.vault.ring import Ring
from yonder.vault.turning import Hanging, days_in_use

OURS = ("workplace", "CACHEDIR.TAG", "gone-*", "went-back", "keys")


def default_place(state: Path, workplace: str) -> Path:
    """Where the copy lies unless another place is named: `restore` looks there as well."""
    return state / workplace


def copy_ring(vault: Vault, to: Path, also: Iterable[Hanging] = ()) -> set[int]:
    """Overwrite the copy in `to` with the ring as it is now. Gives the days that rows hang on
    though no key is left for them: nothing brings those rows back.

    Refuses when the copy before still has such a key.
    """
    with alone(vault.ring.folder):
        missing = days_in_use(also) - vault.ring.keys().keys()
        _refuse_foreign(vault.ring, to)
        _refuse_poorer(vault, to, missing)
        fill(vault.ring.folder, to)
        note_ring(vault.ring, to, vault.clock())
    return missing


def fill(ring: Path, to: Path) -> None:
    """Make `to` hold what `ring` holds, the keys last, and nothing besides."""
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = [path.name for path in _ours(ring)]
    for name in names:
        overwrite(to / name, (ring / name).read_bytes())
    for left in [*_ours(to), *to.glob(".*.*")]:
        if left.name not in names:
            left.unlink()
    sync(to)
    sync(to.parent)


def copy_of_lost_ring(vault: Vault, state: Path) -> Path | None:
    """The copy below `state` that opens this database, for the one whose ring is lost."""
    circle = Circle.objects.first()
    if circle is None:
        return None
    for place in sorted(state.glob("*")):
        try:
            open_sk(open_vault(place, vault.clock), circle)
        except Refusal:
            continue
        return place
    return None


def _ours(folder: Path) -> Iterator[Path]:
    for pattern in OURS:
        yield from sorted(folder.glob(pattern))


def _refuse_foreign(ring: Ring, to: Path) -> None:
    if not to.exists() or not any(to.iterdir()):
        return
    try:
        theirs = Ring(to, ring.today).workplace
    except RingMissing:
        theirs = ""
    if theirs != ring.workplace:
        raise Hindered(
            f"{to} is not empty, and it is not the copy of this ring.",
            "Nothing was written.",
            "Name an empty folder, or the folder of the former copy.",
        )


def _refuse_poorer(vault: Vault, to: Path, missing: set[int]) -> None:
    try:
        saved = Ring(to, vault.today).keys().keys() & missing
    except Refusal:
        return
    if saved:
        raise Hindered(
            f"The ring has no key for {date_of(min(saved))}, but its copy in {to} has.",
            "The copy was left as it is.",
            f"Put that copy in the place of {vault.ring.folder}, and keep this one.",
        )
