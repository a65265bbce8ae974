"""A fixed template, as it is found in books: two full-body sessions in turn and easy endurance, the same for everybody."""

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
from domain.ids import ExerciseId
from domain.plan import Activity, PlanDocument
from domain.terms import TrainingFocus
from services.planning.candidates import usable
from services.planning.impossible import refuse_unsafe
from services.planning.limits import limits_of
from services.planning.wishes import wishes_of

SESSIONS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("back-squat", "goblet-squat", "leg-press", "band-squat", "bodyweight-squat", "sit-to-stand"),
        ("bench-press", "dumbbell-bench-press", "machine-chest-press", "band-chest-press", "push-up", "knee-push-up"),
        ("barbell-row", "dumbbell-row", "seated-cable-row", "band-row", "suspension-row", "towel-row"),
        ("plank", "dead-bug", "bird-dog"),
    ),
    (
        ("romanian-deadlift", "dumbbell-romanian-deadlift", "kettlebell-deadlift", "band-deadlift", "glute-bridge"),
        ("overhead-press", "dumbbell-shoulder-press", "machine-shoulder-press", "band-shoulder-press", "pike-push-up"),
        ("pull-up", "lat-pulldown", "band-lat-pulldown", "prone-lat-pulldown"),
        ("dead-bug", "side-plank", "bird-dog"),
    ),
)
"""For each place of a session the exercises in order; the first that the athlete may do and has the kit for is taken."""
SETS, REPS, RPE, REST_SECONDS = 3, 10, 7.5, 90
MOST_REPS = 14
DELOAD_SETS = 2
MINUTES = 20


def template_plan(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:  # noqa: ARG001 - as planners are called
    """The template for this athlete. Raises ImpossiblePlan where a warning sign stands."""
    refuse_unsafe(basis)
    new_id, limits = new_ids(), limits_of(basis)
    allowed = {one.id: one for one in usable(catalogue, limits, wishes_of(basis, Brief()))}
    sessions = [_exercises(places, allowed) for places in SESSIONS]
    sports = allowed_sports(basis, limits)
    lifting = _lifting_offsets(basis)
    weeks = []
    for week in range(basis.week_count):
        is_deload = week % 4 == 3
        days: dict[int, list[Activity]] = {}
        for place, offset in enumerate(training_offsets(basis)):
            activities: list[Activity] = []
            for exercise in sessions[place // 2 % 2] if offset in lifting else ():
                reps = min(MOST_REPS, REPS + (0 if is_deload else week % 4))
                sets = DELOAD_SETS if is_deload else SETS
                rpe = effort(basis, RPE, week=week)
                added = lift(new_id(), exercise, sets=sets, reps=reps, rpe=rpe, rest=REST_SECONDS)
                if fits([*activities, added], basis, catalogue):
                    activities.append(added)
            if not activities and sports:
                minutes = min(MINUTES, basis.constraints.session_minutes)
                activities.append(bout(new_id(), sports[0], minutes=minutes, zone=2))
            days[offset] = activities
        weeks.append(PlainWeek(days, is_deload=is_deload))
    return written(basis, catalogue, weeks)


def _exercises(places: tuple[tuple[str, ...], ...], allowed: dict[ExerciseId, Exercise]) -> list[Exercise]:
    found = []
    for names in places:
        ids = (ExerciseId(f"exercise_{name}") for name in names)
        found += [allowed[exercise_id] for exercise_id in ids if exercise_id in allowed][:1]
    return found


def _lifting_offsets(basis: PlanBasis) -> set[int]:
    """Every other day, from the first; for endurance the others."""
    offsets = training_offsets(basis)
    is_endurance = basis.constraints.focus is TrainingFocus.ENDURANCE
    return set(offsets[1::2] if is_endurance and len(offsets) > 1 else offsets[::2])
