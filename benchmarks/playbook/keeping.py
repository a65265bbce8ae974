"""Whether the days ahead keep what was said: read from the plan itself, with nothing of the checker's."""

import datetime
from collections.abc import Iterator, Sequence

from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.lessons import Lesson
from domain.lessons import LessonRuleKind as Kind
from domain.plan import Day, EnduranceActivity, Plan, StrengthActivity
from domain.terms import WEEKDAYS, JointStress, LimitationKind, Weekday

KNEE_STRESS = {JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}
TOLERATED = 1.2
"""R04: sessions may take a fifth more than was said."""


def breaches(kept: set[str], plan: Plan, catalogue: Catalogue, editable: frozenset[datetime.date]) -> list[str]:
    """What was said and is not so on a day that could still be changed."""
    days = [day for week in plan.weeks for day in week.days if day.date in editable]
    return sorted(said for said in kept if any(_breaks(said, day, catalogue) for day in days))


def _breaks(said: str, day: Day, catalogue: Catalogue) -> bool:
    match said:
        case "knee":
            return any(KNEE_STRESS & set(catalogue[one].stresses) for one in exercises_on(day))
        case "no Wednesdays":
            return bool(day.activities) and WEEKDAYS[day.date.weekday()] is Weekday.WEDNESDAY
        case "30 minutes":
            return day.estimated_minutes > 30 * TOLERATED
        case "rest":
            return bool(day.activities)
        case _:
            return said.removeprefix("without ") in set(exercises_on(day))


def exercises_on(day: Day) -> Iterator[ExerciseId]:
    return (one.exercise_id for one in day.activities if isinstance(one, StrengthActivity))


def claims_falsely(lesson: Lesson, days: Sequence[Day], catalogue: Catalogue) -> bool:
    """Whether a lesson that is said to be applied forbids something that these days hold."""
    rule = lesson.rule
    match rule.kind:
        case Kind.AVOID_EXERCISE:
            return any(rule.exercise_id in set(exercises_on(day)) for day in days)
        case Kind.AVOID_SPORT:
            bouts = (one for day in days for one in day.activities if isinstance(one, EnduranceActivity))
            return any(one.sport is rule.sport for one in bouts)
        case Kind.REST_ON_DAYS:
            return any(day.activities and WEEKDAYS[day.date.weekday()] in (rule.weekdays or ()) for day in days)
        case Kind.PREFER_EXERCISE:
            return not any(rule.exercise_id in set(exercises_on(day)) for day in days)
        case Kind.EQUIPMENT_MISSING:
            kit = {item for day in days for one in exercises_on(day) for item in catalogue[one].equipment}
            return not kit.isdisjoint(rule.equipment or ())
        case Kind.SESSION_MINUTES if rule.weekdays is None and rule.amount is not None:
            return any(day.estimated_minutes > rule.amount * TOLERATED for day in days)
        case Kind.LIMITATION if rule.limitation is LimitationKind.KNEE:
            return any(_breaks("knee", day, catalogue) for day in days)
        case Kind.LIMITATION if rule.limitation is LimitationKind.CARDIAC_WARNING:
            return any(day.activities for day in days)
        case _:
            return False
