"""How strong somebody is now: maxima estimated from what was lifted and how hard it felt, careful with what cannot be."""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

import msgspec

from domain.basis import PlanBasis
from domain.constraints import KnownLift
from domain.exercise import Catalogue
from domain.history import DoneSet, TrainingHistory
from domain.ids import ExerciseId
from domain.terms import ExperienceLevel
from services.planning.loads import load_step, maximum_of
from services.planning.strength.loading import WEEKLY_GAIN

HALF_LIFE_DAYS = 10.0
"""A set so much older counts half. Of 4 to 14 days this served simulated athletes best (`make bench-adaptation`)."""
NEAR = 0.10
"""Sets that far from the middle of all are slips of the keyboard, or bad days: they do not count (convention)."""
LEAST_SETS = 2
"""So many must agree before anything is known."""
MOST_WEEKLY_RISE = 0.10
"""Nobody truly gets stronger by more in a week: beyond that it is an error in what was typed (convention)."""
MOST_REPS = 20
USUAL_RPE = 8.0
"""Where neither plan nor athlete says how hard it was."""
HARDEST_RPE = 10.0
ABSENCE_DAYS = 14
ABSENCE_FACTORS = ((28, 0.80), (21, 0.85), (ABSENCE_DAYS, 0.90))
"""After so many days without training, loads start ten to twenty percent lower (convention)."""
WEEK_DAYS = 7


class Estimate(NamedTuple):
    """The one-repetition maximum, in kilograms, that something showed on a date."""

    date: datetime.date
    maximum: float


def with_lifts(basis: PlanBasis, history: TrainingHistory, catalogue: Catalogue, *, today: datetime.date) -> PlanBasis:
    """The basis with the maxima that were shown by lifting, in the place of what was said of the same exercises."""
    shown = shown_maxima(history, catalogue, today=today, level=basis.experience)
    if not shown:
        return basis
    said = tuple(lift for lift in basis.constraints.known_lifts if lift.exercise_id not in shown)
    lifted = tuple(
        KnownLift(exercise_id=exercise_id, weight_kg=round(maximum, 2), reps=1)
        for exercise_id, maximum in sorted(shown.items())
    )
    constraints = msgspec.structs.replace(basis.constraints, known_lifts=(*said, *lifted))
    return msgspec.structs.replace(basis, constraints=constraints)


def shown_maxima(
    history: TrainingHistory, catalogue: Catalogue, *, today: datetime.date, level: ExperienceLevel
) -> dict[ExerciseId, float]:
    """The one-repetition maximum of each loaded exercise as of today, in kilograms; lower after an absence.

    It is taken to grow as plans take it to grow, from when it was shown until the athlete stays away.
    """
    factor, gain = absence_factor(days_away(history, today)), 1 + WEEKLY_GAIN[level]
    found: dict[ExerciseId, float] = {}
    for exercise_id, sets in _sets_until(history, today, catalogue).items():
        latest = _week_by_week(sets, gain)
        if latest is not None:
            days = min((today - latest.date).days, ABSENCE_DAYS)
            found[exercise_id] = factor * latest.maximum * gain ** (days / WEEK_DAYS)
    return found


def days_away(history: TrainingHistory, today: datetime.date) -> int:
    """Days since the last workout; 0 where none is known."""
    return (today - max((day.date for day in history.days if day.was_trained), default=today)).days


def absence_factor(days: int) -> float:
    return next((factor for least, factor in ABSENCE_FACTORS if days >= least), 1.0)


def felt_rpe(done: DoneSet) -> float:
    """How hard a set was: as said, else as planned, harder by each repetition that was missing."""
    if done.rpe is not None:
        return done.rpe
    if done.planned_rpe is None:
        return USUAL_RPE
    missing = (done.planned_reps or 0) - (done.reps or 0) if done.planned_reps is not None else 0
    return min(HARDEST_RPE, done.planned_rpe + max(0, missing))


def _sets_until(
    history: TrainingHistory, today: datetime.date, catalogue: Catalogue
) -> Mapping[ExerciseId, Sequence[Estimate]]:
    """What each set of an exercise that is loaded shows, in the order in which they were done."""
    found: dict[ExerciseId, list[Estimate]] = defaultdict(list)
    for day in history.days:
        if not day.was_trained or day.date > today:
            continue
        for done in day.sets:
            exercise = catalogue.get(done.exercise_id)
            if exercise is None or exercise.is_timed or load_step(exercise) is None:
                continue
            if done.load_kg and done.reps and done.reps <= MOST_REPS:
                maximum = maximum_of(done.load_kg, reps=done.reps, rpe=felt_rpe(done))
                found[done.exercise_id].append(Estimate(day.date, maximum))
    return found


def _week_by_week(sets: Sequence[Estimate], gain: float) -> Estimate | None:
    """The newest estimate, each week's no more than a tenth above that of the week before. It may fall by any amount."""
    latest: Estimate | None = None
    until = 0
    for _, week in groupby(sets, key=lambda one: _monday(one.date)):
        until += sum(1 for _ in week)
        now = _middle(sets[:until], gain)
        if now is not None and latest is not None:
            weeks = (_monday(now.date) - _monday(latest.date)).days // WEEK_DAYS
            most = latest.maximum * (1 + MOST_WEEKLY_RISE) ** weeks
            now = Estimate(now.date, min(now.maximum, most))
        latest = now or latest
    return latest


def _middle(sets: Sequence[Estimate], gain: float) -> Estimate | None:
    """What the sets show on the day of the last of them: the mean of those that lie near the middle of all, newer ones counting
    more. None where no two agree, or not most."""
    last = sets[-1].date
    ages = [(last - one.date).days for one in sets]
    grown = [one.maximum * gain ** (age / WEEK_DAYS) for one, age in zip(sets, ages, strict=True)]
    weights = [0.5 ** (age / HALF_LIFE_DAYS) for age in ages]
    middle = _weighted_median(zip(grown, weights, strict=True))
    near = [
        (value, weight) for value, weight in zip(grown, weights, strict=True) if abs(value - middle) <= NEAR * middle
    ]
    agreeing = sum(weight for _, weight in near)
    if len(near) < LEAST_SETS or agreeing <= sum(weights) / 2:
        return None
    return Estimate(last, sum(value * weight for value, weight in near) / agreeing)


def _weighted_median(pairs: Iterable[tuple[float, float]]) -> float:
    """The lowest value at which half of the weight is reached."""
    ordered = sorted(pairs)
    reached = list(accumulate(weight for _, weight in ordered))
    return ordered[bisect_left(reached, reached[-1] / 2)][0]


def _monday(date: datetime.date) -> datetime.date:
    return date - datetime.timedelta(days=date.weekday())
