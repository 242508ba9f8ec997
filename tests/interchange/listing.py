"""Lists of people as files, taken in as somebody would, and what is there afterwards."""

import io
from datetime import date

from yonder.career import roster_loading, rosters
from yonder.career.people import Person
from yonder.interchange import rosters as files
from yonder.interchange.grids import Unfit
from yonder.interchange.roster_files import Source

TODAY = date(2026, 7, 1)
LIST = """Employee ID,Name,E-mail,Department,Shift,Manager ID
1,Ines Ortega,ines@example.org,Office,,
2,Maya Sharma,maya@example.org,Ovens,early,1
3,Ravi Patel,,Ovens,early,2
4,Omar Haddad,,Ovens,late,2
"""


def taken(text, chosen=None, leavers=None, shown=None, **words):
    """Load it, and give the counts. Raises `Unfit`, and then nothing is loaded."""
    with rosters.roster():
        _read(text, chosen, words)
        return roster_loading.load(TODAY, leavers=leavers, shown=shown)


def looked_at(text):
    """What would be."""
    with rosters.roster():
        return _read(text, {}, {}).counts


def _read(text, chosen, words):
    file = text if isinstance(text, bytes) else text.encode()
    source = Source(lambda: io.BytesIO(file), **words)
    return files.read(source, files.columns(source, chosen or {}), TODAY)


def told(text, **words):
    """What keeps it out: (what, line, words) of each row."""
    before = tree()
    try:
        taken(text, **words)
    except Unfit as unfit:
        assert tree() == before
        return [(one.what, one.line, one.words) for one in unfit.misfits]
    return []


def tree():
    """Everybody who is here, and who leads them."""
    found = Person.objects.select_related("manager")
    return {
        (one.number, one.name, one.unit, one.shift, one.manager and one.manager.name)
        for one in found
    }
