"""Seeded, varied athletes: every focus, level, age, kit, limitation and event comes up, alone and together."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

import msgspec

from domain.basis import PlanBasis
from domain.constraints import Constraints, EnduranceBaseline, KnownLift, Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.profile import Gender, UnitSystem
from domain.terms import (
    WEEKDAYS,
    Equipment,
    ExperienceLevel,
    LimitationKind,
    MovementPattern,
    Muscle,
    Sport,
    TrainingFocus,
)
from tests.unit.planning.making import lesson

Item = TypeVar("Item")

START = date(2026, 11, 23)
KITS: tuple[tuple[Equipment, ...], ...] = (
    (Equipment.BODY_WEIGHT,),
    (Equipment.BANDS,),
    (Equipment.DUMBBELL, Equipment.BENCH),
    (Equipment.KETTLEBELL, Equipment.PULL_UP_BAR),
    (Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.BIKE),
    (Equipment.MACHINE, Equipment.CABLE, Equipment.TREADMILL),
    (Equipment.SUSPENSION_TRAINER, Equipment.JUMP_ROPE, Equipment.FOAM_ROLLER),
    tuple(Equipment),
)
LIMITATIONS: tuple[LimitationKind, ...] = tuple(
    kind for kind in LimitationKind if kind is not LimitationKind.CARDIAC_WARNING
)
LIFTS: tuple[tuple[str, float], ...] = (
    ("back-squat", 1.2),
    ("bench-press", 0.9),
    ("deadlift", 1.5),
    ("overhead-press", 0.5),
    ("goblet-squat", 0.4),
    ("lat-pulldown", 0.8),
    ("dumbbell-bench-press", 0.35),
)


def athlete(number: int, catalogue: Catalogue) -> PlanBasis:
    """The athlete with this number: always the same."""
    chance = random.Random(number)
    focus = tuple(TrainingFocus)[number % len(TrainingFocus)]
    level = tuple(ExperienceLevel)[number // 5 % 3]
    weight = round(chance.uniform(45, 120), 1)
    return PlanBasis(
        age=chance.choice((13, 15, 17, 18, 25, 33, 41, 50, 58, 64, 65, 72, 80, 100)),
        gender=chance.choice(tuple(Gender)),
        height_cm=round(chance.uniform(150, 200), 1),
        weight_kg=weight,
        unit_system=chance.choice(tuple(UnitSystem)),
        experience=level,
        goal="Feel fit and stay that way.",
        constraints=Constraints(
            focus=focus,
            training_days=_some(chance, WEEKDAYS, chance.randint(1, 7)),
            session_minutes=chance.choice((10, 15, 20, 30, 40, 45, 60, 75, 90, 120, 180)),
            equipment=KITS[chance.randrange(len(KITS))],
            sports=_some(chance, tuple(Sport), chance.choice((0, 0, 1, 1, 2, 3))),
            limitations=_limitations(chance),
            event=_event(chance),
            known_lifts=_lifts(chance, catalogue, weight),
            endurance_baselines=_baselines(chance),
            resting_heart_rate=chance.choice((None, 48, 60, 75)),
            maximum_heart_rate=chance.choice((None, None, 182)),
        ),
        start_date=START + timedelta(days=chance.randrange(7)),
        week_count=chance.choice((1, 2, 4, 4, 6, 8, 8, 12, 16)),
    )


def _some(chance: random.Random, items: Sequence[Item], count: int) -> tuple[Item, ...]:
    picked = chance.sample(range(len(items)), count)
    return tuple(items[place] for place in sorted(picked))


def _limitations(chance: random.Random) -> tuple[Limitation, ...]:
    kinds = _some(chance, LIMITATIONS, chance.choice((0, 0, 0, 1, 1, 2, 2)))
    return tuple(Limitation(kind=kind, date=_due(chance, kind)) for kind in kinds)


def _due(chance: random.Random, kind: LimitationKind) -> date | None:
    if kind is not LimitationKind.PREGNANCY or chance.random() < 0.4:
        return None
    return START + timedelta(days=chance.randrange(20, 270))


def _event(chance: random.Random) -> TargetEvent | None:
    if chance.random() < 0.6:
        return None
    return TargetEvent(
        name="the harbour run",
        date=START + timedelta(days=chance.choice((3, 7, 12, 20, 33, 50, 75, 120, 365))),
        sport=chance.choice((None, Sport.RUNNING, Sport.CYCLING, Sport.HIKING)),
        distance_km=chance.choice((None, 5.0, 10.0, 42.2)),
    )


def _lifts(chance: random.Random, catalogue: Catalogue, weight: float) -> tuple[KnownLift, ...]:
    known = _some(chance, LIFTS, chance.choice((0, 0, 1, 3)))
    ids = ((ExerciseId(f"exercise_{name}"), share) for name, share in known)
    return tuple(
        KnownLift(
            exercise_id=exercise_id, weight_kg=max(5.0, round(weight * share)), reps=chance.choice((1, 3, 5, 8, 10, 12))
        )
        for exercise_id, share in ids
        if exercise_id in catalogue
    )


def _baselines(chance: random.Random) -> tuple[EnduranceBaseline, ...]:
    sports = _some(chance, (Sport.RUNNING, Sport.CYCLING, Sport.WALKING), chance.choice((0, 0, 1, 2)))
    return tuple(
        EnduranceBaseline(
            sport=sport,
            weekly_minutes=float(chance.choice((10, 60, 150, 400))),
            longest_minutes=float(chance.choice((5, 20, 45, 90, 180))),
            threshold_pace_seconds_per_km=chance.choice((None, 290, 360)) if sport is Sport.RUNNING else None,
        )
        for sport in sports
    )


def taught(number: int, catalogue: Catalogue) -> PlanBasis:
    """The same athlete after some feedback: with one to six lessons of every kind, hard and soft."""
    chance = random.Random(7 * number + 1)
    known = [exercise.id for exercise in catalogue if exercise.usefulness > 1]
    rules = [_rule(chance, known) for _ in range(chance.randint(1, 6))]
    lessons = tuple(lesson(rule, is_hard=chance.random() < 0.5, number=place) for place, rule in enumerate(rules))
    return msgspec.structs.replace(athlete(number, catalogue), lessons=lessons)


def _rule(chance: random.Random, known: list[ExerciseId]) -> LessonRule:
    kind = LessonRuleKind
    amount = chance.choice((0.5, 0.8, 0.9, 1.1, 1.5))
    weekdays = _some(chance, WEEKDAYS, 2)
    return chance.choice(
        (
            LessonRule(kind=kind.AVOID_EXERCISE, exercise_id=chance.choice(known)),
            LessonRule(kind=kind.PREFER_EXERCISE, exercise_id=chance.choice(known)),
            LessonRule(kind=kind.AVOID_PATTERN, pattern=chance.choice(tuple(MovementPattern))),
            LessonRule(kind=kind.LIMITATION, limitation=chance.choice(LIMITATIONS)),
            LessonRule(kind=kind.EMPHASISE_MUSCLE, muscle=chance.choice(tuple(Muscle))),
            LessonRule(kind=kind.REDUCE_MUSCLE, muscle=chance.choice(tuple(Muscle))),
            LessonRule(kind=kind.SESSION_MINUTES, weekdays=weekdays, amount=chance.choice((10, 20, 30, 60))),
            LessonRule(kind=kind.PREFER_SPORT, sport=chance.choice(tuple(Sport))),
            LessonRule(kind=kind.AVOID_SPORT, sport=chance.choice(tuple(Sport))),
            LessonRule(kind=kind.INTENSITY, amount=amount),
            LessonRule(kind=kind.VOLUME, amount=amount),
            LessonRule(kind=kind.NOTE),
        )
    )
