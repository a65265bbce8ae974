"""Seeded athletes, and their weeks: each is trained, and the weeks ahead are planned anew from it."""

import datetime
import itertools
import random
from collections.abc import Sequence
from statistics import mean

import msgspec

from benchmarks.adaptation.lifting import EFFORT_ERROR, Felt, Lifter
from domain.basis import PlanBasis
from domain.constraints import Constraints
from domain.exercise import Catalogue
from domain.ids import ActivityId, PlanId
from domain.profile import Gender, UnitSystem
from domain.terms import WEEKDAYS, Equipment, ExperienceLevel, TrainingFocus
from services.planning.adapt import adapt_plan
from services.planning.adaptation.maxima import with_lifts
from services.planning.build import build_plan

START = datetime.date(2026, 11, 23)
FROM_WEEK = 3
"""Two weeks are for finding out."""
CLOSE = 0.075
KITS = (
    tuple(Equipment),
    (Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.DUMBBELL),
    (Equipment.MACHINE, Equipment.CABLE, Equipment.DUMBBELL, Equipment.BENCH),
    (Equipment.DUMBBELL, Equipment.BENCH, Equipment.PULL_UP_BAR),
)
FOCUSES = (TrainingFocus.STRENGTH, TrainingFocus.MUSCLE, TrainingFocus.GENERAL_HEALTH, TrainingFocus.MIXED)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How an athlete's loads suited them from the third week on: mean error in points of RPE, mean distance from the ideal
    load, and the share of sets that were close to it."""

    number: int
    sets: int
    rpe_error: float
    load_error: float
    close: float


def athlete(number: int, *, weeks: int) -> PlanBasis:
    """The athlete with this number: always the same. Twelve in a row have all levels with all focuses."""
    chance = random.Random(1000 + number)
    days = chance.sample(WEEKDAYS, chance.choice((2, 3, 3, 4)))
    return PlanBasis(
        age=chance.randint(18, 62),
        gender=chance.choice(tuple(Gender)),
        height_cm=170,
        weight_kg=chance.uniform(52, 105),
        unit_system=chance.choice((UnitSystem.METRIC, UnitSystem.METRIC, UnitSystem.IMPERIAL)),
        experience=tuple(ExperienceLevel)[number % 3],
        goal="Get stronger.",
        constraints=Constraints(
            focus=FOCUSES[number // 3 % len(FOCUSES)],
            training_days=tuple(day for day in WEEKDAYS if day in days),
            session_minutes=chance.choice((45, 60, 75)),
            equipment=KITS[chance.randrange(len(KITS))],
        ),
        start_date=START,
        week_count=weeks,
    )


def followed(number: int, catalogue: Catalogue, *, weeks: int, effort_error: float = EFFORT_ERROR) -> Lifter:
    """The athlete after so many weeks, with the plan adapted at the end of each."""
    basis = athlete(number, weeks=weeks)
    ids = (ActivityId(f"activity_{place:032x}") for place in itertools.count())
    plan_id = PlanId(f"plan_{number:032x}")
    document = build_plan(basis, catalogue, plan_id=plan_id, new_activity_id=lambda: next(ids))
    lifter = Lifter(basis, catalogue, seed=number, effort_error=effort_error)
    for place in range(weeks):
        week = document.weeks[place]
        for day in week.days:
            lifter.train(day, week=week.number)
        if place + 1 < weeks:
            today = week.days[-1].date
            adapted = adapt_plan(
                with_lifts(basis, lifter.history, catalogue, today=today),
                document,
                catalogue,
                history=lifter.history,
                today=today,
                new_activity_id=lambda: next(ids),
            )
            document = adapted.document
    return lifter


def outcome(number: int, felt: Sequence[Felt]) -> Outcome:
    late = [one for one in felt if one.week >= FROM_WEEK]
    errors = [abs(one.load / one.ideal - 1) for one in late]
    return Outcome(
        number=number,
        sets=len(late),
        rpe_error=mean(abs(one.felt - one.intended) for one in late),
        load_error=mean(errors),
        close=mean(error <= CLOSE for error in errors),
    )
