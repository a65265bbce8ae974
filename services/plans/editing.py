"""Which days of a plan may still be changed."""

import datetime

from domain.plan import PlanState


def editable_dates(
    state: PlanState, *, start: datetime.date, end: datetime.date, today: datetime.date
) -> frozenset[datetime.date]:
    """The dates from `start` to `end` that lie ahead, today included, of a plan in review or accepted; else none."""
    if state not in (PlanState.IN_REVIEW, PlanState.ACCEPTED):
        return frozenset()
    first = max(start, today)
    return frozenset(first + datetime.timedelta(days=offset) for offset in range((end - first).days + 1))
