"""A small catalogue and a plan of two weeks, made by hand, to be edited."""

import datetime
from collections.abc import Callable, Sequence

from domain.basis import PlanBasis
from domain.constraints import Constraints
from domain.exercise import Catalogue, Exercise
from domain.ids import ActivityId, ExerciseId, PlanId, day_id_of
from domain.operations import PlanOperation
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
from domain.profile import Gender, UnitSystem
from domain.terms import (
    WEEKDAYS,
    Author,
    Equipment,
    ExperienceLevel,
    JointStress,
    Mechanic,
    MovementPattern,
    Muscle,
    Sport,
)
from services.planning.edits import Edited, apply_operations

PLAN_ID = PlanId("plan_" + "1" * 32)
MONDAY = datetime.date(2026, 11, 23)
ALL_DATES = frozenset(MONDAY + datetime.timedelta(days=offset) for offset in range(14))


def _exercise(name: str, pattern: MovementPattern, muscle: Muscle, equipment: Equipment, **more: object) -> Exercise:
    slug = name.lower().replace(" ", "-")
    facts = {"mechanic": Mechanic.COMPOUND, "level": ExperienceLevel.NOVICE, "usefulness": 2} | more
    return Exercise(
        id=ExerciseId(f"exercise_{slug}"),
        name=name,
        primary_muscles=(muscle,),
        equipment=(equipment,),
        pattern=pattern,
        **facts,  # type: ignore[arg-type]  # each test names the facts it needs
    )


BACK_SQUAT = _exercise("Back Squat", MovementPattern.SQUAT, Muscle.QUADRICEPS, Equipment.BARBELL)
GOBLET_SQUAT = _exercise("Goblet Squat", MovementPattern.SQUAT, Muscle.QUADRICEPS, Equipment.DUMBBELL, usefulness=3)
BODY_SQUAT = _exercise("Air Squat", MovementPattern.SQUAT, Muscle.QUADRICEPS, Equipment.BODY_WEIGHT)
SMITH_SQUAT = _exercise("Smith Squat", MovementPattern.SQUAT, Muscle.QUADRICEPS, Equipment.SMITH_MACHINE)
LUNGE = _exercise(
    "Walking Lunge",
    MovementPattern.LUNGE,
    Muscle.QUADRICEPS,
    Equipment.BODY_WEIGHT,
    is_unilateral=True,
    stresses=(JointStress.KNEE_FLEXION_LOADED,),
)
BENCH_PRESS = _exercise("Bench Press", MovementPattern.HORIZONTAL_PUSH, Muscle.CHEST, Equipment.BARBELL)
BRIDGE = _exercise("Glute Bridge", MovementPattern.HINGE, Muscle.GLUTES, Equipment.BODY_WEIGHT)
PLANK = _exercise("Plank", MovementPattern.CORE, Muscle.ABDOMINALS, Equipment.BODY_WEIGHT, is_timed=True)
CRUNCH = _exercise("Crunch", MovementPattern.CORE, Muscle.ABDOMINALS, Equipment.BODY_WEIGHT)
CURL = _exercise(
    "Dumbbell Curl", MovementPattern.ISOLATION, Muscle.BICEPS, Equipment.DUMBBELL, mechanic=Mechanic.ISOLATION
)
CATALOGUE = Catalogue(
    (BACK_SQUAT, GOBLET_SQUAT, BODY_SQUAT, SMITH_SQUAT, LUNGE, BENCH_PRESS, BRIDGE, PLANK, CRUNCH, CURL), version="test"
)

BASIS = PlanBasis(
    age=30,
    gender=Gender.FEMALE,
    height_cm=170,
    weight_kg=65,
    unit_system=UnitSystem.METRIC,
    experience=ExperienceLevel.INTERMEDIATE,
    goal="Get stronger and run a little.",
    constraints=Constraints(equipment=(Equipment.BODY_WEIGHT, Equipment.BARBELL, Equipment.DUMBBELL)),
    start_date=MONDAY,
    week_count=2,
)

_WARM_UP = SetTarget(kind=SetKind.WARM_UP, reps=8, load_kg=40.0, rest_seconds=60)
_LOADED = SetTarget(reps=5, load_kg=80.0, rpe=8.0, rest_seconds=180)
_BY_EFFORT = SetTarget(reps=10, rpe=7.0, rest_seconds=90)
_HELD = SetTarget(duration_seconds=40, rpe=7.0, rest_seconds=60)


def strength(exercise: Exercise, name: str, *sets: SetTarget) -> StrengthActivity:
    return StrengthActivity(id=activity_id(name), exercise_id=exercise.id, sets=sets)


def activity_id(name: str) -> ActivityId:
    return ActivityId(f"activity_{name}")


def run(name: str) -> EnduranceActivity:
    return EnduranceActivity(
        id=activity_id(name),
        title="Easy run",
        sport=Sport.RUNNING,
        intervals=(
            Interval(kind=IntervalKind.WARM_UP, minutes=5, zone=1, rpe=2),
            Interval(kind=IntervalKind.STEADY, minutes=20, distance_km=3.0, zone=2, rpe=4),
            Interval(kind=IntervalKind.COOL_DOWN, minutes=5, zone=1, rpe=2),
        ),
        total_minutes=30,
    )


def _day(offset: int, title: str, kind: DayKind, minutes: int, activities: Sequence[Activity] = ()) -> Day:
    on = MONDAY + datetime.timedelta(days=offset)
    return Day(
        id=day_id_of(PLAN_ID, on),
        title=title,
        date=on,
        weekday=WEEKDAYS[on.weekday()],
        kind=kind,
        rationale=f"Reason of {title}",
        estimated_minutes=minutes,
        activities=tuple(activities),
    )


def _week(number: int) -> Week:
    first = 7 * (number - 1)
    lower = (
        strength(BACK_SQUAT, f"squat{number}", _WARM_UP, *[_LOADED] * 3),
        strength(LUNGE, f"lunge{number}", *[_BY_EFFORT] * 3),
        strength(PLANK, f"plank{number}", _HELD, _HELD),
    )
    upper = (
        strength(BENCH_PRESS, f"bench{number}", *[_LOADED] * 3),
        strength(CURL, f"curl{number}", *[_BY_EFFORT] * 2),
    )
    days = [_day(first + offset, "Rest", DayKind.REST, 0) for offset in range(7)]
    days[0] = _day(first, "Lower body", DayKind.STRENGTH, 40, lower)
    days[2] = _day(first + 2, "Upper body", DayKind.STRENGTH, 30, upper)
    days[4] = _day(first + 4, "Easy run", DayKind.ENDURANCE, 30, (run(f"run{number}"),))
    return Week(
        number=number,
        start_date=MONDAY + datetime.timedelta(days=first),
        focus="Base",
        goal="Move well",
        progression="A little more each week",
        is_deload=False,
        days=tuple(days),
    )


DOCUMENT = PlanDocument(
    title="Two weeks",
    summary="Strength and a run",
    rationale="By hand",
    author=Author.RULES,
    start_date=MONDAY,
    weeks=(_week(1), _week(2)),
)


def numbered_ids() -> Callable[[], ActivityId]:
    """Ids `activity_new1`, `activity_new2`, …"""
    count = iter(range(1, 1000))
    return lambda: activity_id(f"new{next(count)}")


def edit(
    *operations: PlanOperation, editable: frozenset[datetime.date] = ALL_DATES, basis: PlanBasis = BASIS
) -> Edited:
    return apply_operations(
        DOCUMENT,
        operations,
        basis=basis,
        catalogue=CATALOGUE,
        editable=editable,
        new_activity_id=numbered_ids(),
    )


def day_on(document: PlanDocument, offset: int) -> Day:
    """The day so many days after the first Monday."""
    return document.weeks[offset // 7].days[offset % 7]


def changed_offsets(document: PlanDocument) -> list[int]:
    """Which days are no longer the very objects of DOCUMENT."""
    return [offset for offset in range(14) if day_on(document, offset) is not day_on(DOCUMENT, offset)]
