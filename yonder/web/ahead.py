"""What the page shows of what is ahead: skills, the plan, and check-ins."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from yonder.career import checkins, plans, pulse, skills, talks
from yonder.career.journeys import Journey
from yonder.career.pages import Kept
from yonder.career.plans import DONE, GUIDE, OFF, OPEN, PILLARS
from yonder.career.skills import FEWEST, UNSAID
from yonder.guidebook import plans as guidebook
from yonder.planning.ranking import Ranked
from yonder.vault.here import date_of
from yonder.web.checkins import ANSWERS, ChangedForm
from yonder.web.drawing import Drawing, Row
from yonder.web.plans import PILLAR_ASKS, PILLAR_NAMES, ActionForm, AheadForm, MoveForm, initial
from yonder.web.ranked import GridRow, in_order
from yonder.web.skills import COMPETENCE, IMPORTANCE, SkillForm
from yonder.web.talks import NAMES


@dataclass
class SkillRow(Row):
    """A row of the grid: its cells, and why it stands where it stands."""

    cells: tuple[tuple[Kept[Any], int], ...] = ()
    ranked: Ranked | None = None


@dataclass
class StepRow(Row):
    """A step: what it is for, by when, and whether the guide is late with it."""

    serves: tuple[str, ...] = ()
    day: date | None = None
    late: bool = False
    move: MoveForm | None = None


class Ahead:
    """The second half of a page, on top of what `drawing` has read already."""

    def __init__(
        self, drawing: Drawing, names: dict[str, str], today: int, journey: Journey | None = None
    ):
        self.drawing, self.pages, self.names = drawing, drawing.pages, names
        self.today, self.journey = today, journey

    def context(self) -> dict[str, Any]:
        """For the templates in ahead/."""
        rows, steps = self._rows(), self._steps()
        chosen = [row for row in rows if row.noun.chosen]
        said = plans.plan(self.pages)
        return {
            "to_line": self._to("line", "own-line"),
            "to_table": self._to("file", "own-file"),
            "examples": guidebook.examples(get_language() or "en"),
            "columns": skills.columns(self.pages),
            "grid": rows,
            "chosen": chosen,
            "few_chosen": len(chosen) < FEWEST,
            "importance": IMPORTANCE,
            "competence": COMPETENCE,
            "unsaid": UNSAID,
            "moved_by_hand": skills.order(self.pages) is not None,
            "new_skill": self.drawing.opened_form("skill", SkillForm, already=not rows),
            "pillars": [(key, PILLAR_NAMES[key], self._of(steps, key)) for key in PILLARS],
            "pillar_asks": PILLAR_ASKS,
            "finished": [row for row in steps if row.noun.state in (DONE, OFF)],
            "has_steps": bool(steps),
            "to_look_at": self._to_look_at(steps),
            "new_action": self._new_action(),
            "purposes": plans.purposes(self.pages),
            "plan": said,
            "who": self.names,
            "agreed": [self.drawing.names.get(one, "") for one in said.agreed],
            "i_agreed": self.pages.me in said.agreed,
            "is_agreed": plans.is_agreed(
                self.pages, dated=bool(self.journey and self.journey.next_at)
            ),
            "ahead": self.drawing.opened_form(
                "ahead", AheadForm, start={"horizon": said.horizon, "weeks": said.weeks}
            ),
            "checkins": [(date_of(kept.noun.day), kept) for kept in checkins.checkins(self.pages)],
            "pulse": self._pulse(),
            "new_checkin": self.drawing.opened_form("checkin", ChangedForm),
        }

    def _to(self, shared: str, own: str) -> str:
        return reverse(shared, args=[self.journey.id]) if self.journey else reverse(own)

    def _pulse(self) -> dict[str, Any] | None:
        """The two quick questions after the talk that was held last, until they are answered."""
        held = talks.course(self.pages).held
        if not held or pulse.answered(self.pages, held):
            return None
        return {"talk": held, "name": NAMES[held], "answers": ANSWERS}

    def _rows(self) -> list[SkillRow]:
        return [self._skill(row) for row in in_order(self.pages)]

    def _skill(self, row: GridRow) -> SkillRow:
        start = {"name": row.kept.noun.name}
        plain = self.drawing.row(row.kept, "skill", SkillForm, start)
        return SkillRow(**vars(plain), cells=row.cells, ranked=row.ranked)

    def _steps(self) -> list[StepRow]:
        names = {kept.origin: kept.noun.name for kept in plans.purposes(self.pages)}
        return [self._step(kept, names) for kept in plans.actions(self.pages)]

    def _step(self, kept: Kept[Any], names: dict[Any, str]) -> StepRow:
        tied = self.drawing.tied.get(kept.origin, {})
        serves = {str(one.id) for one in plans.purposes(self.pages) if one.origin in tied}
        start = initial(kept.noun) | {"serves": sorted(serves)}
        plain = self.drawing.row(kept, "action", ActionForm, start)
        if isinstance(plain.form, ActionForm):
            plain.form.named(self.names["owner"], self.names["guide"])
        late = kept.noun.who == GUIDE and kept.noun.state == OPEN and 0 < kept.noun.by < self.today
        return StepRow(
            **vars(plain),
            serves=tuple(name for origin, name in names.items() if origin in tied),
            day=date_of(kept.noun.by) if kept.noun.by else None,
            late=late,
            move=MoveForm(auto_id=f"move-{kept.id}-%s") if plain.form else None,
        )

    def _of(self, steps: list[StepRow], pillar: str) -> list[StepRow]:
        """The open steps of one pillar: the guide's first, those without a date last."""
        here = [row for row in steps if row.noun.pillar == pillar and row.noun.state == OPEN]
        return sorted(here, key=lambda row: (row.noun.is_draft, row.noun.who != GUIDE, row.noun.by))

    def _to_look_at(self, steps: list[StepRow]) -> list[StepRow]:
        wanted = [kept.id for kept in checkins.to_look_at(self.pages)]
        found = {row.id: row for row in steps}
        return [found[one] for one in wanted]

    def _new_action(self) -> Any:
        already = not plans.actions(self.pages) and bool(skills.skills(self.pages))
        form = self.drawing.opened_form(
            "action", ActionForm, already=already, start={"who": self._me(), "kind": "step"}
        )
        return form.named(self.names["owner"], self.names["guide"]) if form else None

    def _me(self) -> str:
        return plans.OWNER if self.pages.owns else plans.GUIDE
