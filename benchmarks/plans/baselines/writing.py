"""Turns weeks of activities into a plan with neutral words, so that baselines are judged by what they plan."""

import datetime
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.ids import ActivityId, ExerciseId, PlanId, day_id_of
from domain.plan import (
    Activity,
    Day,
    DayKind,
    EnduranceActivity,
    Interval,
    IntervalKind,
    PlanDocument,
    SetKind,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.terms import WEEKDAYS, Author, Sport
from services.planning.limits import Limits, limits_of
from services.planning.minutes import estimated_minutes

PLAN_ID = PlanId("plan_" + "7" * 32)
ZONE_RPE = {1: 2.0, 2: 4.0, 3: 6.0, 4: 7.5, 5: 9.0}
WARM_UP_MINUTES = 5.0
FIRST_WEEK_RPE = 7.0
MOST_DAYS = 6
HELD_SECONDS = 30


@dataclass(frozen=True, slots=True)
class PlainWeek:
    """What is done in a week, by the day's offset from the week's start."""

    days: Mapping[int, Sequence[Activity]]
    is_deload: bool = False


def new_ids() -> Callable[[], ActivityId]:
    """Ids in order, so that the same plan has the same bytes."""
    numbers = itertools.count()
    return lambda: ActivityId(f"activity_{next(numbers):032x}")


def training_offsets(basis: PlanBasis) -> list[int]:
    """The available days as offsets from the start, at most six of them."""
    first = basis.start_date.weekday()
    open_days = [offset for offset in range(7) if WEEKDAYS[(first + offset) % 7] in basis.constraints.training_days]
    return open_days[:MOST_DAYS]


def allowed_sports(basis: PlanBasis, limits: Limits) -> tuple[Sport, ...]:
    """Named sports that no limitation rules out; else walking or cycling."""
    named = tuple(sport for sport in basis.constraints.sports if sport not in limits.sports_out)
    return named or tuple(sport for sport in (Sport.WALKING, Sport.CYCLING) if sport not in limits.sports_out)


def lift(
    activity_id: ActivityId, exercise: Exercise, *, sets: int, reps: int, rpe: float, rest: int
) -> StrengthActivity:
    """So many equal working sets, held ones for half a minute."""
    target = SetTarget(
        kind=SetKind.WORKING,
        reps=None if exercise.is_timed else reps,
        duration_seconds=HELD_SECONDS if exercise.is_timed else None,
        rpe=rpe,
        rest_seconds=rest,
    )
    return StrengthActivity(id=activity_id, exercise_id=ExerciseId(exercise.id), sets=(target,) * sets)


def bout(activity_id: ActivityId, sport: Sport, *, minutes: int, zone: int) -> EnduranceActivity:
    """A warm-up and one steady part."""
    warm_up = min(WARM_UP_MINUTES, minutes / 2)
    intervals = (
        Interval(kind=IntervalKind.WARM_UP, minutes=warm_up, zone=1, rpe=ZONE_RPE[1]),
        Interval(kind=IntervalKind.STEADY, minutes=minutes - warm_up, zone=zone, rpe=ZONE_RPE[zone]),
    )
    return EnduranceActivity(
        id=activity_id, title="Endurance", sport=sport, intervals=intervals, total_minutes=float(minutes)
    )


def effort(basis: PlanBasis, wanted: float, *, week: int) -> float:
    """An RPE that limitations and the first week allow."""
    most = limits_of(basis).maximum_rpe
    return min(wanted, most, FIRST_WEEK_RPE) if week == 0 else min(wanted, most)


def fits(activities: Sequence[Activity], basis: PlanBasis, catalogue: Catalogue) -> bool:
    return estimated_minutes(activities, catalogue) <= basis.constraints.session_minutes


def written(basis: PlanBasis, catalogue: Catalogue, weeks: Sequence[PlainWeek]) -> PlanDocument:
    """The plan of these weeks, days settled: kinds and minutes are what the activities make them."""
    return PlanDocument(
        title="A plan",
        summary="As planned.",
        rationale="As planned.",
        author=Author.RULES,
        start_date=basis.start_date,
        weeks=tuple(_week(basis, catalogue, index, week) for index, week in enumerate(weeks)),
    )


def _week(basis: PlanBasis, catalogue: Catalogue, index: int, week: PlainWeek) -> Week:
    start = basis.start_date + datetime.timedelta(days=7 * index)
    days = tuple(
        _day(start + datetime.timedelta(days=offset), tuple(week.days.get(offset, ())), catalogue)
        for offset in range(7)
    )
    return Week(
        number=index + 1,
        start_date=start,
        focus="As planned",
        goal="As planned.",
        progression="As planned.",
        is_deload=week.is_deload,
        days=days,
    )


def _day(date: datetime.date, activities: tuple[Activity, ...], catalogue: Catalogue) -> Day:
    return Day(
        id=day_id_of(PLAN_ID, date),
        title="Training" if activities else "Rest",
        date=date,
        weekday=WEEKDAYS[date.weekday()],
        kind=kind_of(activities),
        rationale="As planned.",
        estimated_minutes=estimated_minutes(activities, catalogue),
        activities=activities,
    )


def kind_of(activities: Sequence[Activity]) -> DayKind:
    kinds = {isinstance(activity, EnduranceActivity) for activity in activities}
    if not kinds:
        return DayKind.REST
    if len(kinds) == 2:
        return DayKind.MIXED
    return DayKind.ENDURANCE if True in kinds else DayKind.STRENGTH
