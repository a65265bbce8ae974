"""Random feasible choice: anything that is allowed, as long as there is time; the same week over and over."""

import random

from benchmarks.plans.baselines.writing import (
    PlainWeek,
    allowed_sports,
    bout,
    effort,
    fits,
    lift,
    new_ids,
    training_offsets,
    written,
)
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue, Exercise
from domain.ids import ActivityId
from domain.plan import Activity, PlanDocument
from domain.terms import TrainingFocus
from services.planning.candidates import usable
from services.planning.impossible import refuse_unsafe
from services.planning.limits import Limits, limits_of
from services.planning.wishes import wishes_of

STRENGTH_CHANCE: dict[TrainingFocus, float] = {
    TrainingFocus.STRENGTH: 0.8,
    TrainingFocus.MUSCLE: 0.8,
    TrainingFocus.MIXED: 0.5,
    TrainingFocus.GENERAL_HEALTH: 0.5,
    TrainingFocus.ENDURANCE: 0.25,
}
FIRST_MINUTES = 20
MOST_EXERCISES = 8
FEW_TRIES = 20


def random_plan(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:
    """A drawn plan for the athlete with this number. Raises ImpossiblePlan where a warning sign stands."""
    refuse_unsafe(basis)
    chance = random.Random(number)
    new_id, limits = new_ids(), limits_of(basis)
    useful = [one for one in usable(catalogue, limits, wishes_of(basis, Brief())) if one.usefulness > 0]
    days: dict[int, list[Activity]] = {}
    for offset in training_offsets(basis):
        activities: list[Activity] = []
        if useful and chance.random() < STRENGTH_CHANCE[basis.constraints.focus]:
            for exercise in _drawn(chance, useful):
                reps = chance.randint(max(6, limits.minimum_reps), 15)
                rpe = effort(basis, chance.choice((6.0, 7.0, 8.0)), week=0)
                rest = chance.choice((60, 90, 120))
                added = lift(new_id(), exercise, sets=chance.randint(2, 4), reps=reps, rpe=rpe, rest=rest)
                if fits([*activities, added], basis, catalogue):
                    activities.append(added)
        if not activities:
            activities = _endurance(chance, basis, limits, new_id())
        days[offset] = activities
    return written(basis, catalogue, [PlainWeek(days)] * basis.week_count)


def _drawn(chance: random.Random, useful: list[Exercise]) -> list[Exercise]:
    return chance.sample(useful, min(len(useful), chance.randint(3, MOST_EXERCISES)))


def _endurance(chance: random.Random, basis: PlanBasis, limits: Limits, activity_id: ActivityId) -> list[Activity]:
    sports = allowed_sports(basis, limits)
    if not sports:
        return []
    minutes = chance.randint(10, max(10, min(FIRST_MINUTES, basis.constraints.session_minutes)))
    zone = chance.randint(1, min(4, limits.maximum_zone))
    return [bout(activity_id, chance.choice(sports), minutes=minutes, zone=zone)]
