"""The benchmark's athletes: rows of the covering turned into people, with what the rows leave open drawn by the seed."""

import datetime
import random

import msgspec

from benchmarks.plans.covering import Row, covering_rows
from benchmarks.plans.dimensions import (
    AGE_BANDS,
    DAY_COUNTS,
    EQUIPMENT,
    EVENTS,
    FOCUSES,
    LESSONS,
    LEVELS,
    LIMITATIONS,
    SESSION_MINUTES,
    SIZES,
    SPORTS,
    UNITS,
    Taught,
)
from domain.basis import PlanBasis
from domain.constraints import Constraints, EnduranceBaseline, KnownLift, Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.ids import ExerciseId, LessonId
from domain.lessons import Lesson, LessonRuleKind, LessonSource, LessonState
from domain.profile import Gender
from domain.terms import WEEKDAYS, LimitationKind, Sport, Weekday

SEED = 2026
ATHLETES = 200
WARNED = 4
"""How many of them have a warning sign of the heart, and must be refused."""
MONDAY = datetime.date(2026, 11, 23)
LEARNED_AT = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
LIFTS: tuple[tuple[str, float], ...] = (
    ("exercise_back-squat", 1.1),
    ("exercise_bench-press", 0.8),
    ("exercise_deadlift", 1.4),
    ("exercise_overhead-press", 0.5),
    ("exercise_goblet-squat", 0.35),
    ("exercise_dumbbell-bench-press", 0.3),
)
"""Lifts that an athlete may know, as shares of body weight."""
BASELINE_SPORTS = (Sport.RUNNING, Sport.CYCLING, Sport.WALKING)


class BenchAthlete(msgspec.Struct, frozen=True, kw_only=True):
    """One athlete by number, the row they come from, and all that a plan is built from."""

    number: int
    row: Row
    basis: PlanBasis


def bench_athletes(catalogue: Catalogue, *, count: int = ATHLETES, seed: int = SEED, weeks: int) -> list[BenchAthlete]:
    """The first `count` athletes of a seed: those that cover all pairs, then drawn ones, the last few with a warning sign."""
    chance = random.Random(seed)
    rows = covering_rows(SIZES, seed)
    while len(rows) < count:
        rows.append({name: chance.randrange(size) for name, size in SIZES.items()})
    athletes = [
        BenchAthlete(number=number, row=row, basis=_basis(row, catalogue, random.Random(seed * 1000 + number), weeks))
        for number, row in enumerate(rows[:count])
    ]
    return [_warned(athlete) if athlete.number >= ATHLETES - WARNED else athlete for athlete in athletes]


def _warned(athlete: BenchAthlete) -> BenchAthlete:
    limitations = (*athlete.basis.constraints.limitations, Limitation(kind=LimitationKind.CARDIAC_WARNING))
    constraints = msgspec.structs.replace(athlete.basis.constraints, limitations=limitations)
    return msgspec.structs.replace(athlete, basis=msgspec.structs.replace(athlete.basis, constraints=constraints))


def _basis(row: Row, catalogue: Catalogue, chance: random.Random, weeks: int) -> PlanBasis:
    weight = round(chance.uniform(45, 120), 1)
    start = MONDAY + datetime.timedelta(days=chance.randrange(7))
    lessons = tuple(_lesson(taught, place) for place, taught in enumerate(LESSONS[row["lessons"]]))
    return PlanBasis(
        age=chance.randint(*AGE_BANDS[row["age"]]),
        gender=chance.choice(tuple(Gender)),
        height_cm=round(chance.uniform(150, 200), 1),
        weight_kg=weight,
        unit_system=UNITS[row["units"]],
        experience=LEVELS[row["level"]],
        goal="Get fitter and feel good.",
        constraints=_constraints(row, catalogue, chance, weight=weight, start=start, lessons=lessons),
        lessons=lessons,
        start_date=start,
        week_count=weeks,
    )


def _constraints(
    row: Row,
    catalogue: Catalogue,
    chance: random.Random,
    *,
    weight: float,
    start: datetime.date,
    lessons: tuple[Lesson, ...],
) -> Constraints:
    sports = tuple(chance.sample(SPORTS[row["sports"]], len(SPORTS[row["sports"]])))
    avoided = {lesson.rule.sport for lesson in lessons if lesson.rule.kind is LessonRuleKind.AVOID_SPORT}
    kept = tuple(sport for sport in sports if sport not in avoided)
    return Constraints(
        focus=FOCUSES[row["focus"]],
        training_days=_days(chance, DAY_COUNTS[row["days"]]),
        session_minutes=SESSION_MINUTES[row["minutes"]],
        equipment=EQUIPMENT[row["equipment"]],
        sports=kept,
        limitations=_limitations(row, chance, start),
        event=_event(row, kept, start),
        known_lifts=_lifts(chance, catalogue, weight),
        endurance_baselines=_baselines(chance),
        resting_heart_rate=chance.choice((None, 50, 62, 74)),
        maximum_heart_rate=None,
    )


def _days(chance: random.Random, count: int) -> tuple[Weekday, ...]:
    return tuple(WEEKDAYS[place] for place in sorted(chance.sample(range(len(WEEKDAYS)), count)))


def _limitations(row: Row, chance: random.Random, start: datetime.date) -> tuple[Limitation, ...]:
    kind = LIMITATIONS[row["limitation"]]
    if kind is None:
        return ()
    due = start + datetime.timedelta(days=chance.randrange(60, 260)) if kind is LimitationKind.PREGNANCY else None
    return (Limitation(kind=kind, date=due),)


def _event(row: Row, sports: tuple[Sport, ...], start: datetime.date) -> TargetEvent | None:
    event = EVENTS[row["event"]]
    if event is None:
        return None
    return TargetEvent(
        name="the harbour race",
        date=start + datetime.timedelta(days=event.days_ahead),
        sport=sports[0] if sports else None,
        distance_km=event.distance_km,
    )


def _lifts(chance: random.Random, catalogue: Catalogue, weight: float) -> tuple[KnownLift, ...]:
    known = chance.sample(LIFTS, chance.choice((0, 0, 1, 3)))
    return tuple(
        KnownLift(
            exercise_id=ExerciseId(name),
            weight_kg=float(max(5, round(weight * share))),
            reps=chance.choice((1, 3, 5, 8, 10)),
        )
        for name, share in known
        if name in catalogue
    )


def _baselines(chance: random.Random) -> tuple[EnduranceBaseline, ...]:
    sports = chance.sample(BASELINE_SPORTS, chance.choice((0, 0, 1, 2)))
    return tuple(
        EnduranceBaseline(
            sport=sport,
            weekly_minutes=float(chance.choice((30, 60, 120, 240))),
            longest_minutes=float(chance.choice((10, 20, 45, 90))),
            threshold_pace_seconds_per_km=chance.choice((None, 290, 360)) if sport is Sport.RUNNING else None,
        )
        for sport in sports
    )


def _lesson(taught: Taught, place: int) -> Lesson:
    return Lesson(
        id=LessonId(f"lesson_{place:032x}"),
        text="Learned for the benchmark.",
        rule=taught.rule,
        is_hard=taught.is_hard,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.FEEDBACK,
        evidence="They said so.",
        confidence=0.9,
        created_at=LEARNED_AT,
    )
