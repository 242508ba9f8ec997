"""Is the square on the screen the one that belongs to an address? Drawn anew, and compared."""

import re

from yonder.web.accounts import qr

PATH = re.compile(r'<path[^>]* d="([^"]+)"')


def square_holds(page: str, address: str) -> bool:
    """Does a square on this page hold exactly this address?"""
    return PATH.findall(qr(address, ""))[-1] in PATH.findall(page)
