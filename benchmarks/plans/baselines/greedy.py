"""Greedy choice: the planner's own candidates and weekly targets, each session filled with what adds most just now."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator

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
from domain.terms import Muscle, TrainingFocus
from services.planning.candidates import Candidate, candidates, usable
from services.planning.impossible import refuse_unsafe
from services.planning.limits import Limits, limits_of
from services.planning.strength.targets import weekly_targets
from services.planning.wishes import wishes_of

SETS, REPS, REST_SECONDS = 3, 10, 90
DELOAD_SETS = 2
LIGHT_RPE, FIRST_RPE, RPE_STEP = 6.0, 7.0, 0.5
FIRST_MINUTES = 20
GROWTH = 1.1
LEAST_GAIN = 0.5
APPEAL_SHARE = 0.004
"""What an exercise's appeal (0 to 250) counts beside a set that a muscle still needs."""


def greedy_plan(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:  # noqa: ARG001 - as planners are called
    """The greedy plan for this athlete. Raises ImpossiblePlan where a warning sign stands."""
    refuse_unsafe(basis)
    limits = limits_of(basis)
    sports = allowed_sports(basis, limits)
    sessions = _sessions(basis, catalogue, limits)
    new_id = new_ids()
    weeks = []
    for week in range(basis.week_count):
        is_deload = week % 4 == 3
        minutes = _minutes(basis, week, is_deload=is_deload)
        days: dict[int, list[Activity]] = {}
        for offset in training_offsets(basis):
            lifts: list[Activity] = list(_lifts(basis, sessions.get(offset, []), week, new_id))
            days[offset] = lifts or [bout(new_id(), sport, minutes=minutes, zone=2) for sport in sports[:1]]
        weeks.append(PlainWeek(days, is_deload=is_deload))
    return written(basis, catalogue, weeks)


def _sessions(basis: PlanBasis, catalogue: Catalogue, limits: Limits) -> dict[int, list[Exercise]]:
    """For each strength day its exercises, compounds first; what one day did is no longer missing on the next."""
    wishes = wishes_of(basis, Brief())
    known = frozenset(known.exercise_id for known in basis.constraints.known_lifts)
    choices = candidates(usable(catalogue, limits, wishes), limits=limits, wishes=wishes, known=known)
    offsets = _strength_offsets(basis)
    can_train = frozenset(muscle for choice in choices for muscle in choice.exercise.primary_muscles)
    seconds = 60 * basis.constraints.session_minutes * len(offsets)
    focus = basis.constraints.focus
    missing: dict[Muscle, float] = defaultdict(
        float, weekly_targets(focus, limits=limits, wishes=wishes, seconds=seconds, can_train=can_train)
    )
    return {offset: _filled(basis, catalogue, choices, missing) for offset in offsets}


def _strength_offsets(basis: PlanBasis) -> list[int]:
    """Every other day for lifting; with the focus on endurance only the second and fourth."""
    offsets = training_offsets(basis)
    if basis.constraints.focus is TrainingFocus.ENDURANCE:
        return offsets[1::2][:2]
    return offsets[::2]


def _filled(
    basis: PlanBasis, catalogue: Catalogue, choices: tuple[Candidate, ...], missing: dict[Muscle, float]
) -> list[Exercise]:
    """One session; `missing` goes down by what it does."""
    chosen: list[Exercise] = []
    while True:
        open_choices = [choice for choice in choices if _has_room(basis, catalogue, [*chosen, choice.exercise])]
        open_choices = [choice for choice in open_choices if choice.exercise not in chosen]
        best = max(open_choices, key=lambda choice: (_gain(choice, missing), choice.exercise.id), default=None)
        if best is None or _gain(best, missing) < LEAST_GAIN:
            return sorted(chosen, key=lambda exercise: (exercise.mechanic.value, exercise.id))
        chosen.append(best.exercise)
        for muscle, share in _work(best.exercise):
            missing[muscle] -= SETS * share


def _has_room(basis: PlanBasis, catalogue: Catalogue, exercises: list[Exercise]) -> bool:
    """Whether all of them fit the session in the hardest week of a block."""
    longest = [
        lift(ActivityId(""), exercise, sets=SETS, reps=REPS + 3, rpe=FIRST_RPE, rest=REST_SECONDS)
        for exercise in exercises
    ]
    return fits(longest, basis, catalogue)


def _gain(choice: Candidate, missing: dict[Muscle, float]) -> float:
    needed = sum(share * max(0.0, min(SETS, missing[muscle])) for muscle, share in _work(choice.exercise))
    return needed + APPEAL_SHARE * choice.appeal if needed > 0 else 0.0


def _work(exercise: Exercise) -> list[tuple[Muscle, float]]:
    return [(muscle, 1.0) for muscle in exercise.primary_muscles] + [(m, 0.5) for m in exercise.secondary_muscles]


def _lifts(
    basis: PlanBasis, exercises: list[Exercise], week: int, new_id: Callable[[], ActivityId]
) -> Iterator[Activity]:
    step, is_deload = week % 4, week % 4 == 3
    wanted = LIGHT_RPE if is_deload else FIRST_RPE + RPE_STEP * step
    for exercise in exercises:
        yield lift(
            new_id(),
            exercise,
            sets=DELOAD_SETS if is_deload else SETS,
            reps=REPS if is_deload else REPS + step,
            rpe=effort(basis, wanted, week=week),
            rest=REST_SECONDS,
        )


def _minutes(basis: PlanBasis, week: int, *, is_deload: bool) -> int:
    grown = FIRST_MINUTES * GROWTH ** (week - week // 4) * (0.6 if is_deload else 1.0)
    return max(10, min(math.floor(grown), basis.constraints.session_minutes))
