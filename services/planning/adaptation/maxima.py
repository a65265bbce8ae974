"""How strong somebody is now: maxima estimated from what was lifted and how hard it felt, careful with what cannot be."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mean, median, median_low

import msgspec

from domain.basis import PlanBasis
from domain.constraints import KnownLift
from domain.exercise import Catalogue
from domain.history import DoneSet, TrainingHistory
from domain.ids import ExerciseId
from services.planning.loads import load_step, maximum_of

LOOK_BACK = datetime.timedelta(days=42)
MOST_WEEKLY_CHANGE = 0.10
"""Nobody's maximum truly changes by more in a week: beyond that it is an error in what was typed (convention)."""
OUTLIER = 0.30
"""A session so far from the median of all is a slip of the keyboard."""
RECENT_SESSIONS = 3
MOST_REPS = 20
EASIEST_TELLING_RPE = 4.0
"""Below, nobody knows how many repetitions were left: so many there were at least."""
USUAL_RPE = 8.0
"""Where neither plan nor athlete says how hard it was."""
HARDEST_RPE = 10.0
TELLING_TIME = datetime.timedelta(days=14)
TELLING_SETS = 8
MOST_RPE_ERROR = 1.5
LOAD_OF_AN_RPE = 0.025
"""A repetition more in reserve is about two and a half percent of the maximum."""
ABSENCE_DAYS = 14
ABSENCE_FACTORS = ((28, 0.80), (21, 0.85), (ABSENCE_DAYS, 0.90))
"""After so many days without training, loads start ten to twenty percent lower (convention)."""

Estimate = tuple[datetime.date, float]


def with_lifts(basis: PlanBasis, history: TrainingHistory, catalogue: Catalogue, *, today: datetime.date) -> PlanBasis:
    """The basis with the maxima that were shown by lifting, in the place of what was said of the same exercises."""
    shown = shown_maxima(history, catalogue, today=today)
    if not shown:
        return basis
    said = tuple(lift for lift in basis.constraints.known_lifts if lift.exercise_id not in shown)
    lifted = tuple(
        KnownLift(exercise_id=exercise_id, weight_kg=round(maximum, 2), reps=1)
        for exercise_id, maximum in sorted(shown.items())
    )
    constraints = msgspec.structs.replace(basis.constraints, known_lifts=(*said, *lifted))
    return msgspec.structs.replace(basis, constraints=constraints)


def shown_maxima(history: TrainingHistory, catalogue: Catalogue, *, today: datetime.date) -> dict[ExerciseId, float]:
    """The one-repetition maximum of each loaded exercise of the last six weeks, kilograms; lower after an absence."""
    sessions: dict[ExerciseId, list[Estimate]] = defaultdict(list)
    for day in history.days:
        if day.was_trained and today - LOOK_BACK <= day.date <= today:
            for exercise_id, estimate in _of_session(day.sets, catalogue):
                sessions[exercise_id].append((day.date, estimate))
    factor = absence_factor(days_away(history, today)) * _correction(history, today)
    return {exercise_id: factor * _latest(found) for exercise_id, found in sessions.items()}


def _correction(history: TrainingHistory, today: datetime.date) -> float:
    """By how much all loads were off of late, seen from how hard they felt: what the estimates alone do not catch."""
    errors = [
        one.rpe - one.planned_rpe
        for day in history.days
        if day.date > today - TELLING_TIME
        for one in day.sets
        if one.planned_load_kg is not None and one.rpe is not None and one.planned_rpe is not None
    ]
    if len(errors) < TELLING_SETS:
        return 1.0
    error = max(-MOST_RPE_ERROR, min(MOST_RPE_ERROR, mean(errors)))
    return 1 - LOAD_OF_AN_RPE * error


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


def _of_session(sets: Iterable[DoneSet], catalogue: Catalogue) -> Iterator[tuple[ExerciseId, float]]:
    """One estimate for each exercise: the median of its sets."""
    found: Mapping[ExerciseId, list[float]] = defaultdict(list)
    for done in sets:
        exercise = catalogue.get(done.exercise_id)
        if exercise is None or exercise.is_timed or load_step(exercise) is None:
            continue
        estimate = _of_set(done)
        if estimate is not None:
            found[done.exercise_id].append(estimate)
    return ((exercise_id, median(estimates)) for exercise_id, estimates in found.items())


def _of_set(done: DoneSet) -> float | None:
    if not done.load_kg or not done.reps or done.reps > MOST_REPS:
        return None
    effort = max(EASIEST_TELLING_RPE, felt_rpe(done))
    return maximum_of(done.load_kg, reps=done.reps, rpe=effort)


def _latest(sessions: Sequence[Estimate]) -> float:
    """The estimate week by week, each the median of the last three sessions and not far from the week before."""
    kept = _without_slips(sessions)
    value: float | None = None
    week_before: datetime.date | None = None
    for week in sorted({_monday(date) for date, _ in kept}):
        so_far = [estimate for date, estimate in kept if _monday(date) <= week]
        now = median(so_far[-RECENT_SESSIONS:])
        if value is None or week_before is None:
            value = now
        else:
            change = (1 + MOST_WEEKLY_CHANGE) ** ((week - week_before).days // 7)
            value = max(value / change, min(value * change, now))
        week_before = week
    assert value is not None  # an exercise without sessions is not asked for
    return value


def _without_slips(sessions: Sequence[Estimate]) -> list[Estimate]:
    middle = median_low([estimate for _, estimate in sessions])
    return [(date, estimate) for date, estimate in sessions if abs(estimate - middle) <= OUTLIER * middle]


def _monday(date: datetime.date) -> datetime.date:
    return date - datetime.timedelta(days=date.weekday())
