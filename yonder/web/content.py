"""The verbs that every page of a record knows, shared or one's own, and the room as well."""

from yonder.web import checkins, pivots, plans, showing, skills, values, visions

CONTENT = pivots.VERBS | values.VERBS | visions.VERBS | showing.VERBS
CONTENT |= skills.VERBS | plans.VERBS | checkins.VERBS
