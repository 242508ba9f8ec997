"""Everything that has to stand before the first page: database, vault, style and scripts."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from yonder import __version__
from yonder.career import ticking
from yonder.cli.schema import prepare_database
from yonder.environment import state_folder
from yonder.vault import went_back
from yonder.vault.circle_rows import Circle
from yonder.vault.here import vault
from yonder.vault.refusals import GoneListMissing, Hindered
from yonder.vault.ring_copies import copy_of_lost_ring
from yonder.vault.turning import watch_for_failover


def prepare(*, accept_lost_list: bool = False) -> None:
    """Safe to call again and again; touches nothing that is already in place."""
    prepare_database()
    prepare_vault(accept_lost_list=accept_lost_list)
    collect_static()


def prepare_vault(*, accept_lost_list: bool) -> None:
    """The ring and the gone list must be there before a page is; then today's turn is made up."""
    here = vault()
    if not here.ring.file.exists() and not Circle.objects.exists():
        here.ring.create()
    check_vault(accept_lost_list=accept_lost_list)
    watch_for_failover(here)
    ticking.day(here)


def check_vault(*, accept_lost_list: bool = False) -> None:
    """Stop before anything is made anew in the place of what was lost."""
    here = vault()
    has_records = Circle.objects.exists()
    if has_records and not here.ring.file.exists():
        raise _ring_is_lost()
    here.ring.keys()
    if has_records and not here.gone.files():
        if not accept_lost_list:
            raise GoneListMissing
        went_back.tell(here, None, all_erased=False)
        here.gone.begin_day()
    here.gone.ids()


def _ring_is_lost() -> Hindered:
    copy = copy_of_lost_ring(vault(), state_folder())
    bring = f"or bring its copy back from {copy}," if copy else "or bring its copy back there,"
    return Hindered(
        f"The ring is not in {settings.RING}, so nothing can be opened.",
        "Nothing was changed.",
        f"Put the ring folder back, {bring} or set YONDER_RING to where it is now.",
    )


def collect_static() -> None:
    """Style, scripts and fonts into the data folder, when they are not the ones lying there."""
    mark, wanted = settings.DATA / "static.version", _version_of_static()
    if settings.STATIC_ROOT.exists() and mark.exists() and mark.read_text() == wanted:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(wanted)


def _version_of_static() -> str:
    parts = [f"{path}{(stat := path.stat()).st_size}{stat.st_mtime_ns}" for path in _sources()]
    return hashlib.sha256("\n".join([__version__, *parts]).encode()).hexdigest()


def _sources() -> Iterator[Path]:
    for folder in settings.STATICFILES_DIRS:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())
