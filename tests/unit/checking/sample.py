"""A plan that keeps every rule, made by hand, and the means to change one thing of it."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict

import msgspec
from typing_extensions import Unpack

from domain.basis import PlanBasis, Untaught
from domain.constraints import Constraints, EnduranceBaseline, KnownLift, Limitation
from domain.ids import ActivityId, LessonId, PlanId, day_id_of
from domain.lessons import Lesson, LessonRule, LessonRuleKind, LessonSource, LessonState
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
from domain.terms import WEEKDAYS, Author, ExperienceLevel, LimitationKind, Sport, TrainingFocus, Weekday
from services.checking.facts import kind_of
from services.checking.reading import Reading
from tests.unit.checking.exercises import CATALOGUE, EVERYTHING, exercise_id

MONDAY = datetime.date(2026, 11, 23)
PLAN_ID = PlanId("plan_" + "1" * 32)
TRAINING_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY)
BENCH_LOADS = (82.5, 85.0, 85.0, 87.5)
"""What 100 kg for five repetitions means for eight at RPE 7, 7.5, 8 and 8.5."""


def sets(
    count: int,
    reps: int | None = 8,
    *,
    rpe: float | None = 7,
    load: float | None = None,
    rest: int = 120,
    seconds: int | None = None,
) -> tuple[SetTarget, ...]:
    target = SetTarget(reps=reps, duration_seconds=seconds, load_kg=load, rpe=rpe, rest_seconds=rest)
    return (target,) * count


def hold(count: int, seconds: int, *, rpe: float | None = 7, rest: int = 60) -> tuple[SetTarget, ...]:
    return sets(count, None, rpe=rpe, rest=rest, seconds=seconds)


def warm_up(reps: int = 8) -> SetTarget:
    return SetTarget(kind=SetKind.WARM_UP, reps=reps, rest_seconds=60)


def lift(slug: str, *targets: SetTarget) -> StrengthActivity:
    return StrengthActivity(id=ActivityId(f"activity_{slug}"), exercise_id=exercise_id(slug), sets=targets)


ZONE_RPE = {1: 2.0, 2: 4.0, 3: 6.0, 4: 7.5, 5: 9.0}


def interval(kind: IntervalKind, minutes: float, zone: int = 2) -> Interval:
    return Interval(kind=kind, minutes=minutes, zone=zone, rpe=ZONE_RPE.get(zone, 9.0))


def bout(*parts: Interval, sport: Sport = Sport.RUNNING, title: str = "Easy run") -> EnduranceActivity:
    return EnduranceActivity(
        id=ActivityId("activity_bout"),
        title=title,
        sport=sport,
        intervals=parts,
        total_minutes=sum(part.minutes for part in parts),
    )


def easy_run(minutes: float, sport: Sport = Sport.RUNNING) -> EnduranceActivity:
    """Five minutes to warm up, five to cool down, the rest steady in zone 2."""
    return bout(
        interval(IntervalKind.WARM_UP, 5, 1),
        interval(IntervalKind.STEADY, minutes - 10, 2),
        interval(IntervalKind.COOL_DOWN, 5, 1),
        sport=sport,
    )


def hard_run(minutes: float = 30, zone: int = 4) -> EnduranceActivity:
    return bout(
        interval(IntervalKind.WARM_UP, 10, 1),
        interval(IntervalKind.WORK, minutes - 15, zone),
        interval(IntervalKind.COOL_DOWN, 5, 1),
        title="Intervals",
    )


def strength(week: int = 1, *, bench_load: bool = True) -> tuple[Activity, ...]:
    """The strength session of the clean plan in a week from 1 to 4: seven patterns, a little harder each week."""
    rpe = 7 + (week - 1) / 2
    load = BENCH_LOADS[(week - 1) % 4] if bench_load else None
    return (
        lift("goblet-squat", warm_up(), *sets(2, 10, rpe=rpe)),
        lift("bench-press", warm_up(), *sets(2, 8, rpe=rpe, load=load)),
        lift("cable-pull-through", *sets(2, rpe=rpe)),
        lift("dumbbell-row", *sets(2, 10, rpe=rpe)),
        lift("shoulder-press", *sets(2, rpe=rpe)),
        lift("lat-pulldown", *sets(2, 10, rpe=rpe)),
        lift("plank", *hold(2, 30, rpe=rpe)),
    )


def day(date: datetime.date, *activities: Activity, title: str | None = None, rationale: str = "As planned.") -> Day:
    """A day whose kind and minutes are what its activities make them."""
    plain = Day(
        id=day_id_of(PLAN_ID, date),
        title=title or ("Training" if activities else "Rest"),
        date=date,
        weekday=WEEKDAYS[date.weekday()],
        kind=DayKind.REST,
        rationale=rationale,
        estimated_minutes=0,
        activities=activities,
    )
    return settled(plain)


def settled(made: Day) -> Day:
    """The day with the kind and the minutes that its activities make."""
    document = PlanDocument(
        title="",
        summary="",
        rationale="",
        author=Author.RULES,
        start_date=made.date,
        weeks=(Week(number=1, start_date=made.date, focus="", goal="", progression="", is_deload=False, days=(made,)),),
    )
    sessions = Reading(clean_basis(), document, CATALOGUE).sessions
    minutes = sessions[0].minutes if sessions else 0
    return msgspec.structs.replace(made, kind=kind_of(made), estimated_minutes=minutes)


Contents = Mapping[int, Sequence[Activity]]
"""What is done on the days of a week, counted from 0."""


def week(number: int, contents: Contents, *, is_deload: bool = False, start: datetime.date = MONDAY) -> Week:
    first = start + datetime.timedelta(days=7 * (number - 1))
    days = tuple(day(first + datetime.timedelta(days=offset), *contents.get(offset, ())) for offset in range(7))
    return Week(
        number=number,
        start_date=first,
        focus="A little more than before",
        goal="Do all sessions",
        progression="One step at a time",
        is_deload=is_deload,
        days=days,
    )


def plan(*weeks: Week, title: str = "Stronger and fitter") -> PlanDocument:
    return PlanDocument(
        title=title,
        summary="Strength and easy running.",
        rationale="It fits the days that there are.",
        author=Author.RULES,
        start_date=weeks[0].start_date if weeks else MONDAY,
        weeks=weeks,
    )


def clean_week(number: int) -> Week:
    run = easy_run(55 if number == 1 else 60)
    return week(number, {0: strength(number), 1: (run,), 3: strength(number), 5: (run,)})


def clean_plan() -> PlanDocument:
    """Four weeks of strength on Monday and Thursday and easy runs on Tuesday and Saturday."""
    return plan(*(clean_week(number) for number in range(1, 5)))


def clean_basis() -> PlanBasis:
    """Thirty years old, trained, with a full gym, sixty minutes and a running habit."""
    return PlanBasis(
        age=30,
        gender=Gender.FEMALE,
        height_cm=170,
        weight_kg=65,
        unit_system=UnitSystem.METRIC,
        experience=ExperienceLevel.INTERMEDIATE,
        goal="Be healthy and strong.",
        constraints=Constraints(
            focus=TrainingFocus.GENERAL_HEALTH,
            training_days=TRAINING_DAYS,
            session_minutes=60,
            equipment=EVERYTHING,
            sports=(Sport.RUNNING,),
            known_lifts=(KnownLift(exercise_id=exercise_id("bench-press"), weight_kg=100, reps=5),),
            endurance_baselines=(EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=110, longest_minutes=55),),
        ),
        start_date=MONDAY,
        week_count=4,
    )


class BasisChanges(TypedDict, total=False):
    age: int
    experience: ExperienceLevel
    unit_system: UnitSystem
    lessons: tuple[Lesson, ...]
    untaught: dict[LessonId, Untaught]


def basis_with(
    change: Callable[[Constraints], Constraints] | None = None, **changes: Unpack[BasisChanges]
) -> PlanBasis:
    """The clean basis with other constraints, and with other facts."""
    basis = clean_basis()
    constraints = change(basis.constraints) if change is not None else basis.constraints
    return msgspec.structs.replace(basis, constraints=constraints, **changes)


def limited(kind: LimitationKind, date: datetime.date | None = None) -> PlanBasis:
    """The clean basis with a limitation."""
    return basis_with(lambda it: msgspec.structs.replace(it, limitations=(Limitation(kind=kind, date=date),)))


def lesson(
    rule: LessonRule, *, is_hard: bool = False, confidence: float = 0.9, text: str = "A lesson.", number: int = 1
) -> Lesson:
    return Lesson(
        id=LessonId(f"lesson_{number}"),
        text=text,
        rule=rule,
        is_hard=is_hard,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.ATHLETE,
        evidence="Said so.",
        confidence=confidence,
        created_at=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
    )


def avoid(slug: str) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise_id(slug))


def with_week(document: PlanDocument, number: int, made: Week) -> PlanDocument:
    weeks = tuple(made if found.number == number else found for found in document.weeks)
    return msgspec.structs.replace(document, weeks=weeks)


def with_day(document: PlanDocument, index: int, change: Callable[[Day], Day]) -> PlanDocument:
    """The plan with its day at this index, counted from 0 through all weeks, changed and nothing else."""
    number, offset = divmod(index, 7)
    days = list(document.weeks[number].days)
    days[offset] = change(days[offset])
    return with_week(document, number + 1, msgspec.structs.replace(document.weeks[number], days=tuple(days)))


def with_activities(document: PlanDocument, index: int, *activities: Activity) -> PlanDocument:
    """The plan with other activities on one day, its kind and minutes settled."""
    title = "Training" if activities else "Rest"
    return with_day(
        document, index, lambda it: settled(msgspec.structs.replace(it, title=title, activities=activities))
    )


def with_added(document: PlanDocument, index: int, activity: Activity) -> PlanDocument:
    """The plan with one more activity at the end of a day."""
    number, offset = divmod(index, 7)
    return with_activities(document, index, *document.weeks[number].days[offset].activities, activity)


def with_first(document: PlanDocument, index: int, activity: Activity) -> PlanDocument:
    """The plan with another first activity on a day."""
    number, offset = divmod(index, 7)
    return with_activities(document, index, activity, *document.weeks[number].days[offset].activities[1:])
