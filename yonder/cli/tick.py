"""`yonder tick`: once what `yonder serve` does every minute, for a timer of one's own."""

from yonder.cli.folders import Data, use_folder


def tick(data: Data = None) -> None:
    """Do what is due now, and the daily turn. Safe to call at any time, beside a server too."""
    use_folder(data)
    from yonder.career import ticking
    from yonder.cli.preparing import check_vault
    from yonder.cli.schema import prepare_database
    from yonder.vault.here import vault

    prepare_database()
    check_vault()
    ticking.day(vault())
    ticking.tick(vault())
