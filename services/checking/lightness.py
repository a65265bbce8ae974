"""Which weeks are lighter than the others: what a week is called counts only where it is so (R21, R23, R25, R35 to R37)."""

from collections.abc import Sequence
from datetime import date

from domain.plan import EnduranceActivity, SetKind, Week
from services.checking.wording import bounded

LIGHTER = 0.9
"""Of the work of the fullest week so far: a deload has less than that."""
DAYS_BEFORE_EVENT, DAYS_AFTER_EVENT = 14, 7
"""Around an event weeks are light by what the event asks, whatever is planned in them."""
USUAL_RPE = 7.0
MINUTES_A_SET = 3.0


def light_weeks(weeks: Sequence[Week], event: date | None) -> frozenset[int]:
    """Positions of the weeks that are called deloads and are: less work than in full weeks before, or around the event."""
    light: set[int] = set()
    works = [_work(week) for week in weeks]
    for position, week in enumerate(weeks):
        full = [works[earlier] for earlier in range(position) if earlier not in light] or works[:position]
        is_less = bool(full) and works[position] <= LIGHTER * max(full)
        if week.is_deload and (is_less or _is_around(week, event)):
            light.add(position)
    return frozenset(light)


def _work(week: Week) -> float:
    """Minutes under load times effort: a set counts three minutes at its RPE, endurance by its intervals' own."""
    total = 0.0
    for activity in (activity for day in week.days for activity in day.activities):
        if isinstance(activity, EnduranceActivity):
            total += sum(bounded(part.minutes) * bounded(part.rpe) for part in activity.intervals)
            continue
        working = [target for target in activity.sets if target.kind is SetKind.WORKING]
        efforts = (USUAL_RPE if target.rpe is None else bounded(target.rpe) for target in working)
        total += MINUTES_A_SET * sum(efforts)
    return total


def _is_around(week: Week, event: date | None) -> bool:
    if event is None:
        return False
    days = (day.date.toordinal() - event.toordinal() for day in week.days)
    return any(-DAYS_BEFORE_EVENT <= apart <= DAYS_AFTER_EVENT for apart in days)
