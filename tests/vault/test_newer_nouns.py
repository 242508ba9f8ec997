"""A newer Yonder's sentence is read by an older one, which does not reword away what it adds."""

import msgspec
import pytest

from tests.cast import write
from yonder.career import notes
from yonder.career.record import open_record
from yonder.vault.payloads import encode
from yonder.vault.refusals import NewerRecord


class NewerNote(msgspec.Struct):
    text: str
    aloud: bool = True


def test_a_sentence_with_something_unknown_in_it_is_shown_and_not_reworded(maya, ravi, talks):
    write(ravi, talks, "nights are better for me")
    record = open_record(ravi.keyring, talks)
    sentence(record).data = encode(NewerNote("nights are better for me"))
    record.save()

    record = open_record(ravi.keyring, talks)

    assert [note.text for note in notes.notes(record)] == ["nights are better for me"]
    with pytest.raises(NewerRecord):
        notes.write(record, "days are fine too", by=ravi.person.id, rev=1)
    write(maya, talks, "I will ask")
    assert b"aloud" in sentence(open_record(ravi.keyring, talks)).data


def sentence(record):
    return next(entry for entry in record.circle.record.entries if entry.kind == notes.KIND)
