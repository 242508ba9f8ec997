"""The four ways to get to everyone, and which talks each person has on them.

Visions come first in importance, then the plan, then the life story, which may be left out
(method.md 1 and 10, requirement 48).
"""

from collections.abc import Mapping

LIFE_STORY, VISIONS, PLAN = "life-story", "visions", "plan"

FULL, VISIONS_FIRST, VISIONS_PLAN, CASCADE = WAYS = (
    "full",
    "visions-first",
    "visions-plan",
    "cascade",
)
MANY = 12  # people; above this number a calendar begins with visions unless somebody says otherwise

# Each person goes the whole way before the next one begins. On `visions-first` the life story is
# therefore the third talk of that person, not a round of its own after everybody's plan: what
# is left for a round at the end is what never comes. On `cascade` each pair has these two.
TALKS: Mapping[str, tuple[str, ...]] = {
    FULL: (LIFE_STORY, VISIONS, PLAN),
    VISIONS_FIRST: (VISIONS, PLAN, LIFE_STORY),
    VISIONS_PLAN: (VISIONS, PLAN),
    CASCADE: (VISIONS, PLAN),
}


def usual(people: int) -> str:
    """The way that is set before anybody chooses one.

    >>> usual(12), usual(13)
    ('full', 'visions-plan')
    """
    return FULL if people <= MANY else VISIONS_PLAN
