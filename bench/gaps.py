"""What this run says nothing about, and why."""

from bench.figures import Gap
from bench.plans import Plan

QUICKLY = "A quick run leaves it out."
GAPS = (
    Gap("requests while a backup is written", "Not measured here yet."),
    Gap("many people at once", "Every request here waits for the one before it."),
)


def gaps(plan: Plan, *, browser: bool) -> list[Gap]:
    """All of them, for a run by this plan, with or without a browser on the machine."""
    left_out = []
    if "PostgreSQL" not in plan.kinds:
        left_out.append(Gap("PostgreSQL", QUICKLY))
    if not plan.browser:
        left_out.append(Gap("first load in a browser", QUICKLY))
    elif not browser:
        left_out.append(Gap("first load in a browser", "There is no Chromium here."))
    return [*left_out, *GAPS]
