"""Where the weeks ahead meet those that have begun: other days than before must not make two weeks one long one."""

from collections.abc import Sequence
from itertools import takewhile

from domain.exercise import Catalogue
from domain.plan import Activity, EnduranceActivity, IntervalKind, StrengthActivity, Week
from domain.terms import Muscle
from services.planning.adaptation.holding import Days
from services.planning.limits import Limits

MOST_DAYS_IN_A_ROW = 6
"""One day in every seven is for rest (R16)."""
HARD_ZONE = 4


def kept_apart(before: Week, days: Days, limits: Limits, catalogue: Catalogue) -> Days:
    """The first days of the week after `before` with what would follow too closely left out (R13, R16, R38)."""
    last, first = before.days[-1].activities, days[0]
    if limits.is_youth and _muscles(last, catalogue) & _muscles(first, catalogue):
        first = tuple(one for one in first if not isinstance(one, StrengthActivity))
    if limits.is_novice and _is_hard(last) and _is_hard(first):
        first = tuple(one for one in first if not isinstance(one, EnduranceActivity))
    return _with_rest(before, (first, *days[1:]))


def _with_rest(before: Week, days: Days) -> Days:
    """With the day emptied that would be the seventh in a row."""
    in_a_row = sum(1 for _ in takewhile(lambda day: day.activities, reversed(before.days)))
    place = max(0, MOST_DAYS_IN_A_ROW - in_a_row)
    if not in_a_row or not all(days[: place + 1]):
        return days
    return (*days[:place], (), *days[place + 1 :])


def _muscles(activities: Sequence[Activity], catalogue: Catalogue) -> frozenset[Muscle]:
    found = (catalogue.get(one.exercise_id) for one in activities if isinstance(one, StrengthActivity))
    return frozenset(muscle for exercise in found if exercise is not None for muscle in exercise.primary_muscles)


def _is_hard(activities: Sequence[Activity]) -> bool:
    bouts = (one for one in activities if isinstance(one, EnduranceActivity))
    return any(part.kind is IntervalKind.WORK and part.zone >= HARD_ZONE for bout in bouts for part in bout.intervals)
