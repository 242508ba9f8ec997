"""What the page of a record shows: turns, what matters, pictures, and the forms to write them."""

import uuid
from dataclasses import dataclass
from typing import Any

from yonder.career import drafts, erasing, notes, ties
from yonder.career.pages import Kept, Pages
from yonder.career.pivots import STAGES, pivots
from yonder.career.values import ENOUGH_TURNS, MANY, PROPOSED, turns_of, values
from yonder.career.visions import MOST, Held, earlier, held, visions, without_room
from yonder.career.writers import writers
from yonder.web.notes import NoteForm
from yonder.web.pivots import STAGE_NAMES, SheetForm, TurnForm
from yonder.web.values import ValueForm
from yonder.web.verbs import Typed, form_name
from yonder.web.visions import FOCUS_NAMES, VisionForm, WholeVisionForm, initial
from yonder.web.wording import WordedForm


@dataclass
class Row:
    """One entry as a template has it. `form` is open when somebody is changing it."""

    kept: Kept[Any]
    by: str
    mine: bool
    may_erase: bool
    form: WordedForm | None = None
    turns: tuple[str, ...] = ()
    maybe: bool = False
    held: tuple[Held, ...] = ()
    earlier: tuple[Kept[Any], ...] = ()

    @property
    def id(self) -> uuid.UUID:
        return self.kept.id

    @property
    def noun(self) -> Any:
        return self.kept.noun

    @property
    def only_me(self) -> bool:
        return self.kept.only_me

    @property
    def name(self) -> str:
        """How a button names this entry, and the revision that was seen."""
        return f"{self.kept.id}:{self.kept.rev}"


class Drawing:
    """Everything of one record, once: each kind is decoded a single time for a page."""

    def __init__(
        self, pages: Pages, names: dict[uuid.UUID, str], typed: Typed, opened: tuple[str, ...] = ()
    ):
        self.pages, self.typed, self.opened = pages, typed, opened
        # What came in by a file may be in the words of somebody who is not here.
        self.names = names | (writers(pages.private) if pages.owns else {})
        self.drafts = drafts.drafts(pages)
        self.turns, self.tied = pivots(pages), ties.ties(pages)

    def context(self) -> dict[str, Any]:
        """For the templates in record/."""
        pages, pictures = self.pages, visions(self.pages)
        return {
            "in_room": False,
            "nearly_full": any(record.nearly_full for record in pages.records),
            "owns": pages.owns,
            "alone": pages.shared is None,
            "both_read": pages.both_read,
            "can_write": pages.common.circle.writable and (pages.both_read or not pages.shared),
            "typed": self.typed,
            "notes": self._notes(),
            "stages": self._stages(),
            "all_turns": self.turns,
            "values": self._values(),
            "many_values": len(values(pages)) > MANY,
            "visions": self._visions(pictures),
            "room_for_more": len(pictures) < MOST,
            "without_room": without_room(pages) if pages.owns else [],
            "new_turn": self._new("turn", TurnForm, {}),
            "sheet": self.opened_form("sheet", SheetForm),
            "new_value": self.opened_form("value", ValueForm),
            "new_vision": self.opened_form("vision", VisionForm, already=not pictures),
            "only_mine": self._only_mine(),
            "focus_names": FOCUS_NAMES,
        }

    def _notes(self) -> list[dict[str, Any]]:
        written = notes.notes(self.pages.shared) if self.pages.shared else []
        return [
            {"name": self.names.get(note.by, ""), "mine": note.by == self.pages.me, "note": note}
            for note in written
        ]

    def note_form(self) -> WordedForm:
        """The field for one's own sentence, with what stands there."""
        mine = next((one["note"] for one in self._notes() if one["mine"]), None)
        start = {"text": mine.text, "rev": mine.rev} if mine else {"rev": 0}
        entry = mine.entry if mine else None
        if self.typed.form and self.typed.name in (form_name("note"), form_name("note", entry)):
            return self.typed.form
        start |= self.drafts.get(form_name("note"), {})
        return NoteForm(initial=start, auto_id="note-%s")

    def _stages(self) -> list[tuple[str, list[Row]]]:
        """Stage by stage, and those without one last."""
        rows = [self.row(kept, "turn", TurnForm, _fields(kept.noun)) for kept in self.turns]
        found = [
            (str(STAGE_NAMES.get(stage, "")), [row for row in rows if row.noun.stage == stage])
            for stage in STAGES
        ]
        found.append(("", [row for row in rows if row.noun.stage not in STAGES]))
        return [(name, row) for name, row in found if row]

    def _values(self) -> list[Row]:
        tied = turns_of(self.pages)
        said = {kept.origin: kept.noun.changed for kept in self.turns}
        ids = {kept.origin: str(kept.id) for kept in self.turns}
        rows = []
        for kept in values(self.pages):
            turns = tied[kept.origin]
            start = {"words": kept.noun.words, "turns": [ids[turn] for turn in turns]}
            row = self.row(kept, "value", ValueForm, start)
            row.turns = tuple(said[turn] for turn in turns)
            row.maybe = len(turns) < ENOUGH_TURNS
            rows.append(row)
        # What waits for the owner's word stands first.
        return sorted(rows, key=lambda row: row.noun.state != PROPOSED)

    def _visions(self, pictures: list[Kept[Any]]) -> list[Row]:
        answers, before = held(self.pages), earlier(self.pages)
        rows = []
        for kept in pictures:
            row = self.row(kept, "vision", WholeVisionForm, initial(kept.noun))
            row.held = tuple(answers.get(kept.origin, ()))
            row.earlier = tuple(before.get(kept.origin, ()))
            rows.append(row)
        return rows

    def row(self, kept: Kept[Any], noun: str, form: type[WordedForm], start: Any) -> Row:
        """An entry with the form over it, if that is open; it begins with `start`."""
        return Row(
            kept,
            self.names.get(kept.by, ""),
            kept.by == self.pages.me,
            erasing.may_erase(self.pages, kept.entry),
            self._open_form(kept, noun, form, start),
        )

    def _open_form(
        self, kept: Kept[Any], noun: str, form: type[WordedForm], start: Any
    ) -> WordedForm | None:
        """The form over this entry: refused, half-typed, or just asked for."""
        name = form_name(noun, kept.id)
        if self.typed.name == name and self.typed.form:
            return self.typed.form
        if self.typed.name != name and name not in self.drafts:
            return None
        # What is half-typed keeps the revision it was typed over, or it would silently win.
        given = {"rev": kept.rev} | start | self.drafts.get(name, {}) | {"entry": kept.id}
        return form(initial=given, auto_id=f"{name}-%s")

    def opened_form(
        self, noun: str, form: type[WordedForm], *, already: bool = False, start: Any = None
    ) -> Any:
        """The form for a new one, once it was asked for, half-typed or refused; else None.

        A form that nobody has opened costs every reader of the page, so it is not drawn.
        """
        name = form_name(noun)
        wanted = already or noun in self.opened or self.typed.name == name or name in self.drafts
        return self._new(noun, form, start or {}) if wanted else None

    def _new(self, noun: str, form: type[WordedForm], start: Any) -> WordedForm:
        name = form_name(noun)
        if self.typed.name == name and self.typed.form:
            return self.typed.form
        return form(initial=start | self.drafts.get(name, {}), auto_id=f"{name}-%s")

    def _only_mine(self) -> list[dict[str, Any]]:
        """What the owner could still show: turns, what matters, pictures."""
        if not (self.pages.owns and self.pages.both_read):
            return []
        turns = [(kept, kept.noun.changed) for kept in self.turns]
        matters = [(kept, kept.noun.words) for kept in values(self.pages)]
        pictures = [(kept, kept.noun.name) for kept in visions(self.pages)]
        every: list[tuple[Kept[Any], str]] = [*turns, *matters, *pictures]
        return [{"id": kept.id, "words": words} for kept, words in every if kept.only_me]


def _fields(pivot: Any) -> dict[str, str]:
    return {name: getattr(pivot, name) for name in pivot.__struct_fields__}
