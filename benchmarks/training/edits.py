"""Edits of eight-week plans by the service, each in its transaction on a real PostgreSQL: what each kind takes."""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.people import accepted_plan
from benchmarks.plans.athletes import BenchAthlete, bench_athletes
from db.database import Database
from domain.clock import system_clock, today_in
from domain.constraints import GivenConstraints
from domain.errors import InvalidInput, PlanNotEditable, RuleViolation
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.ids import athlete_id_of
from domain.operations import (
    AddEndurance,
    AddExercise,
    MakeRestDay,
    MoveDay,
    PlanEdit,
    PlanOperation,
    RemoveActivity,
    ReorderActivities,
    ScaleIntensity,
    ScaleTarget,
    ScaleVolume,
    SetTargets,
    SwapExercise,
)
from domain.plan import Day, Plan, StrengthActivity
from domain.profile import ProfileDraft, Tier, Viewer
from domain.terms import Sport
from services.onboarding.profiles import Profiles
from services.plans.changing import PlanChanges

WEEKS = 8
Draw = Callable[[Plan, Day, random.Random], PlanOperation]
Timings = dict[str, list[float]]


async def timed_edits(database: Database, catalogue: Catalogue, *, athletes: int, seed: int) -> tuple[Timings, Timings]:
    """Milliseconds of the clock and of this process, by kind of edit. One that is refused took as long, and counts too."""
    chance, keys = random.Random(seed), count()
    clock, cpu = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    changes = PlanChanges(database, system_clock, catalogue)
    for athlete in bench_athletes(catalogue, count=athletes, seed=seed, weeks=WEEKS):
        viewer = _viewer(athlete.number)
        try:
            plan = await _plan(database, catalogue, viewer, athlete)
        except (ImpossiblePlan, InvalidInput):
            continue
        for name, operation in _operations(plan, catalogue, chance):
            edit = PlanEdit(key=f"edit-{next(keys):08}", plan_id=plan.id, expected_version=plan.version)
            began, used = time.perf_counter(), time.process_time()
            try:
                plan = (await changes.edit(viewer.athlete_id, edit, [operation])).plan
            except (InvalidInput, PlanNotEditable, RuleViolation):
                """Told apart from one that is carried out by nothing that costs time."""
            clock[name].append((time.perf_counter() - began) * 1000)
            cpu[name].append((time.process_time() - used) * 1000)
    return clock, cpu


async def _plan(database: Database, catalogue: Catalogue, viewer: Viewer, athlete: BenchAthlete) -> Plan:
    basis = athlete.basis
    constraints = {name: getattr(basis.constraints, name) for name in GivenConstraints.__struct_fields__}
    profile = ProfileDraft(
        display_name="Ann",
        birth_year=basis.start_date.year - basis.age,
        gender=basis.gender,
        height_cm=basis.height_cm,
        weight_kg=basis.weight_kg,
        unit_system=basis.unit_system,
        time_zone="UTC",
        goal="Train well",
        experience=basis.experience,
        given=GivenConstraints(**{**constraints, "event": None}),
    )
    await Profiles(database, system_clock, catalogue).save(viewer, profile)
    today = today_in("UTC", system_clock())
    return await accepted_plan(database, catalogue, viewer, system_clock, start=today, weeks=WEEKS)


def _operations(plan: Plan, catalogue: Catalogue, chance: random.Random) -> Iterator[tuple[str, PlanOperation]]:
    """One of each kind that a day of the plan allows. The plan changes meanwhile: what is gone then is refused."""
    days = [day for week in plan.weeks for day in week.days if day.activities]
    lifted = [day for day in days if isinstance(day.activities[0], StrengthActivity)]
    for name, draw in _DRAWS.items():
        if days:
            yield name, draw(plan, chance.choice(days), chance)
    if lifted:
        first = chance.choice(lifted).activities[0]
        assert isinstance(first, StrengthActivity)
        yield "swap", SwapExercise(activity_id=first.id)
        yield "swap everywhere", SwapExercise(activity_id=first.id, everywhere=True)
        yield "set targets", SetTargets(activity_id=first.id, sets=first.sets)
        exercise = chance.choice(list(catalogue)).id
        yield "add exercise", AddExercise(day_id=chance.choice(lifted).id, exercise_id=exercise)


_DRAWS: dict[str, Draw] = {
    "move day": lambda plan, day, chance: MoveDay(day_id=day.id, to_date=chance.choice(plan.weeks[-1].days).date),
    "rest day": lambda _plan, day, _chance: MakeRestDay(day_id=day.id),
    "remove": lambda _plan, day, chance: RemoveActivity(activity_id=chance.choice(day.activities).id),
    "reorder": lambda _plan, day, _chance: ReorderActivities(
        day_id=day.id, activity_ids=tuple(activity.id for activity in reversed(day.activities))
    ),
    "add endurance": lambda _plan, day, _chance: AddEndurance(day_id=day.id, sport=Sport.WALKING, minutes=20),
    "scale intensity": lambda plan, _day, chance: ScaleIntensity(
        target=ScaleTarget(week_number=chance.randint(1, len(plan.weeks))), factor=0.9
    ),
    "scale volume": lambda plan, _day, chance: ScaleVolume(
        target=ScaleTarget(week_number=chance.randint(1, len(plan.weeks))), factor=0.8
    ),
}


def _viewer(number: int) -> Viewer:
    issuer, subject = "https://benchmark.test", f"editor-{number}"
    return Viewer(
        athlete_id=athlete_id_of(issuer=issuer, subject=subject),
        subject=subject,
        issuer=issuer,
        tier=Tier.FREE,
        expires_at=system_clock(),
    )
