"""Credit by code: whether a workout spoke for the lessons under which it was planned, or against them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.applied_lessons import count_outcomes
from domain.exercise import Catalogue
from domain.ids import AthleteId, LessonId
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Activity, Day, EnduranceActivity, SetKind, StrengthActivity
from domain.terms import JointStress, LimitationKind
from domain.training import Completion, Credit, WorkoutLog

TOO_HARD_BY = 2.0
"""Points of effort above the target from which a workout went badly."""
NEAR_BY = 1.0
"""Points of effort on either side of the target within which a workout went as planned."""
GOOD_RATING = 3
"""Of 5: the least enjoyment with which a workout went well."""

_STRESSED: Mapping[LimitationKind, frozenset[JointStress]] = {
    LimitationKind.KNEE: frozenset({JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}),
    LimitationKind.LOWER_BACK: frozenset({JointStress.SPINE_AXIAL, JointStress.SPINE_FLEXION_LOADED}),
    LimitationKind.SHOULDER: frozenset({JointStress.SHOULDER_OVERHEAD, JointStress.SHOULDER_DEEP}),
    LimitationKind.ELBOW: frozenset({JointStress.ELBOW}),
    LimitationKind.WRIST: frozenset({JointStress.WRIST_EXTENSION}),
    LimitationKind.HIP: frozenset({JointStress.HIP_DEEP}),
    LimitationKind.ANKLE: frozenset({JointStress.ANKLE_IMPACT}),
    LimitationKind.FOOT: frozenset({JointStress.ANKLE_IMPACT}),
    LimitationKind.LOWER_LEG: frozenset({JointStress.ANKLE_IMPACT, JointStress.KNEE_IMPACT}),
    LimitationKind.NECK: frozenset({JointStress.NECK}),
}
"""Which stress of an exercise an area feels."""


def credits_of(
    log: WorkoutLog, day: Day, lesson_ids: Iterable[LessonId], *, hurting: frozenset[LessonId] = frozenset()
) -> tuple[Credit, ...]:
    """What a log says of each lesson that was applied in the plan of its day. `hurting` are those whose area hurt.

    Badly went what was skipped, was two points harder than meant, or hurt where the lesson is about; well went what was done
    near its target without pain, where the athlete said how hard or how good it was. The rest says nothing, nor does a rest day.
    """
    if not day.activities:
        return ()
    misses = effort_misses(log, day.activities)
    went_badly = log.completion is Completion.SKIPPED or any(miss >= TOO_HARD_BY for miss in misses)
    went_well = not went_badly and _went_well(log, misses)
    found = []
    for lesson_id in sorted(lesson_ids):
        if went_badly or lesson_id in hurting:
            found.append(Credit(lesson_id, is_helpful=False))
        elif went_well:
            found.append(Credit(lesson_id, is_helpful=True))
    return tuple(found)


def _went_well(log: WorkoutLog, misses: Sequence[float]) -> bool:
    if log.completion is not Completion.DONE or log.pain is not None:
        return False
    if not misses and log.enjoyment is None:
        return False  # "done" alone tells nothing of how it went
    is_liked = log.enjoyment is None or log.enjoyment >= GOOD_RATING
    return is_liked and all(abs(miss) <= NEAR_BY for miss in misses)


def effort_misses(log: WorkoutLog, planned: Iterable[Activity]) -> tuple[float, ...]:
    """By how much the workout felt harder than meant, set by set on average and as a whole; as far as both are known."""
    activities = tuple(planned)
    misses = []
    by_sets = _mean(list(_set_misses(log, activities)))
    if by_sets is not None:
        misses.append(by_sets)
    meant = _mean([effort for activity in activities for effort in _efforts(activity)])
    if log.session_rpe is not None and meant is not None:
        misses.append(log.session_rpe - meant)
    return tuple(misses)


def concerns(rule: LessonRule, hurt: LimitationKind, catalogue: Catalogue) -> bool:
    """Whether pain there is pain in the area of a lesson with this rule."""
    if rule.kind is LessonRuleKind.LIMITATION:
        return rule.limitation is hurt
    if rule.kind is not LessonRuleKind.PREFER_EXERCISE or rule.exercise_id is None:
        return False
    exercise = catalogue.get(rule.exercise_id)
    return exercise is not None and not _STRESSED.get(hurt, frozenset()).isdisjoint(exercise.stresses)


async def settle(
    session: AsyncSession, athlete_id: AthleteId, *, before: Iterable[Credit], after: Iterable[Credit]
) -> None:
    """Count what a log says now, and take back what its earlier revision had been counted as."""
    helpful, harmful = Counter[LessonId](), Counter[LessonId]()
    for sign, given in ((-1, before), (1, after)):
        for credit in given:
            counts = helpful if credit.is_helpful else harmful
            counts[credit.lesson_id] += sign
    outcomes: dict[tuple[int, int], list[LessonId]] = {}
    for lesson_id in sorted({*helpful, *harmful}):
        outcomes.setdefault((helpful[lesson_id], harmful[lesson_id]), []).append(lesson_id)
    for (more_helpful, more_harmful), lesson_ids in sorted(outcomes.items()):
        if more_helpful or more_harmful:
            await count_outcomes(session, athlete_id, lesson_ids, helpful=more_helpful, harmful=more_harmful)


def _set_misses(log: WorkoutLog, planned: Sequence[Activity]) -> Iterable[float]:
    lifts = {activity.id: activity for activity in planned if isinstance(activity, StrengthActivity)}
    for one in log.sets:
        lift = lifts.get(one.activity_id) if one.activity_id is not None else None
        if lift is None or one.rpe is None or not 1 <= one.set_number <= len(lift.sets):
            continue
        target = lift.sets[one.set_number - 1]
        if target.kind is SetKind.WORKING and target.rpe is not None:
            yield one.rpe - target.rpe


def _efforts(activity: Activity) -> Iterable[float]:
    """The efforts that were meant, one for each working set and for each part of an endurance session."""
    if isinstance(activity, EnduranceActivity):
        total = sum(part.minutes for part in activity.intervals)
        return [sum(part.minutes * part.rpe for part in activity.intervals) / total] if total else []
    return [one.rpe for one in activity.sets if one.kind is SetKind.WORKING and one.rpe is not None]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
