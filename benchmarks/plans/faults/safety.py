"""Faults against what keeps an athlete safe: lessons, limitations, age, level (R05 to R14, R18, R19, R40)."""

from collections.abc import Callable

from benchmarks.plans.faults.case import Fault, Good, Plant, Planted
from benchmarks.plans.planting import bout, days_of, lifts_of, replace, with_days, with_intervals, with_sets
from domain.constraints import Limitation
from domain.exercise import Exercise
from domain.lessons import LessonRuleKind
from domain.plan import Activity, Day, EnduranceActivity, IntRange, SetTarget
from domain.terms import ExperienceLevel, JointStress, LimitationKind, MovementPattern, Sport

ADULT_AGE, OLDER_AGE = 18, 65


def an_exercise_that_a_hard_lesson_forbids(good: Good) -> Planted | None:
    avoided = {
        lesson.rule.exercise_id
        for lesson in good.basis.lessons
        if lesson.is_hard and lesson.rule.kind is LessonRuleKind.AVOID_EXERCISE
    }
    return good.with_lift_of(lambda exercise: exercise.id in avoided) if avoided else None


def a_strained_elbow(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.ELBOW, JointStress.ELBOW)


def a_run_on_a_sore_foot(good: Good) -> Planted | None:
    day = next((day for _, day in good.days() if day.activities), None)
    if day is None or not good.basis.constraints.has(LimitationKind.FOOT):
        return None
    return good.with_added(day, bout(Sport.RUNNING, 15))


def training_in_spite_of_a_warning_sign(good: Good) -> Planted | None:
    constraints = good.basis.constraints
    warned = (*constraints.limitations, Limitation(kind=LimitationKind.CARDIAC_WARNING))
    basis = replace(good.basis, constraints=replace(constraints, limitations=warned))
    return Planted(basis, good.document)


def a_deep_bend_of_a_bad_knee(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.KNEE, JointStress.KNEE_FLEXION_LOADED)


def no_hinge_left_for_a_bad_knee(good: Good) -> Planted | None:
    if not good.basis.constraints.has(LimitationKind.KNEE) or not _often(good):
        return None
    return _without(good, MovementPattern.HINGE)


def a_heavy_load_on_a_bad_back(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.LOWER_BACK, JointStress.SPINE_AXIAL)


def no_core_work_left_for_a_bad_back(good: Good) -> Planted | None:
    return _without(good, MovementPattern.CORE) if good.basis.constraints.has(LimitationKind.LOWER_BACK) else None


def a_press_over_a_bad_shoulder(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.SHOULDER, JointStress.SHOULDER_OVERHEAD)


def a_risk_of_falling_in_pregnancy(good: Good) -> Planted | None:
    if not good.basis.constraints.has(LimitationKind.PREGNANCY):
        return None
    return good.with_lift_of(lambda exercise: exercise.has_fall_risk)


def impact_soon_after_a_birth(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.POSTPARTUM, JointStress.KNEE_IMPACT)


def held_breath_with_high_blood_pressure(good: Good) -> Planted | None:
    return _stressing(good, LimitationKind.HYPERTENSION, JointStress.VALSALVA)


def a_heavy_set_for_a_child(good: Good) -> Planted | None:
    return _with_hard_sets(good, reps=5, rpe=7.0) if good.basis.age < ADULT_AGE else None


def a_jump_for_an_old_beginner(good: Good) -> Planted | None:
    is_one = good.basis.age >= OLDER_AGE and good.basis.experience is ExperienceLevel.NOVICE
    return good.with_lift_of(lambda exercise: exercise.pattern is MovementPattern.JUMP) if is_one else None


def no_balance_work_for_the_old(good: Good) -> Planted | None:
    if good.basis.age < OLDER_AGE:
        return None
    return _left_out(good, lambda exercise: exercise.is_balance)


def an_experts_exercise_for_a_novice(good: Good) -> Planted | None:
    if good.basis.experience is not ExperienceLevel.NOVICE:
        return None
    return good.with_lift_of(lambda exercise: exercise.level is ExperienceLevel.ADVANCED)


def a_novice_near_failure(good: Good) -> Planted | None:
    return _with_hard_sets(good, rpe=9.5) if good.basis.experience is ExperienceLevel.NOVICE else None


def a_day_of_failed_sets(good: Good) -> Planted | None:
    return _with_hard_sets(good, rpe=10.0)


def a_heart_rate_under_a_beta_blocker(good: Good) -> Planted | None:
    if not good.basis.constraints.has(LimitationKind.BETA_BLOCKER):
        return None

    def beating(activity: Activity) -> Activity:
        return with_intervals(activity, lambda part: replace(part, heart_rate=IntRange(110, 130)))

    if not any(isinstance(it, EnduranceActivity) for _, day in good.days() for it in day.activities):
        return None
    document = with_days(good.document, good.catalogue, lambda day: map(beating, day.activities), where=lambda *_: True)
    return Planted(good.basis, document)


def _stressing(good: Good, kind: LimitationKind, stress: JointStress) -> Planted | None:
    """An exercise that loads what the athlete must spare."""
    if not good.basis.constraints.has(kind):
        return None
    return good.with_lift_of(lambda exercise: stress in exercise.stresses)


def _often(good: Good) -> bool:
    """Whether some week trains strength twice, so that a hinge is asked of it."""
    return any(sum(1 for day in week.days if lifts_of(day)) >= 2 for week in good.document.weeks)


def _without(good: Good, pattern: MovementPattern) -> Planted | None:
    return _left_out(good, lambda exercise: exercise.pattern is pattern)


def _left_out(good: Good, unwanted: Callable[[Exercise], bool]) -> Planted | None:
    """The plan without exercises that are so; None where it had none, or where a day would have none left."""

    def rest(day: Day) -> list[Activity]:
        return [it for it in day.activities if isinstance(it, EnduranceActivity) or not unwanted(good.exercise_of(it))]

    found = [day for _, day in days_of(good.document) if len(rest(day)) < len(day.activities)]
    if not found or any(not rest(day) for day in found):
        return None
    return Planted(good.basis, with_days(good.document, good.catalogue, rest, where=lambda *_: True))


def _with_hard_sets(good: Good, *, rpe: float, reps: int | None = None) -> Planted | None:
    """The last strength day with all its working sets so."""
    for day in reversed(good.lifting_days()):
        if reps is not None and not any(target.reps for it in day.activities for target in _sets_of(it)):
            continue
        made = [
            with_sets(it, lambda target: replace(target, rpe=rpe, reps=reps if reps and target.reps else target.reps))
            for it in day.activities
        ]
        return good.with_activities(day, *made)
    return None


def _sets_of(activity: Activity) -> tuple[SetTarget, ...]:
    return () if isinstance(activity, EnduranceActivity) else activity.sets


HARD: tuple[tuple[str, Plant], ...] = (
    ("R05", an_exercise_that_a_hard_lesson_forbids),
    ("R05", a_strained_elbow),
    ("R05", a_run_on_a_sore_foot),
    ("R06", training_in_spite_of_a_warning_sign),
    ("R07", a_deep_bend_of_a_bad_knee),
    ("R07", no_hinge_left_for_a_bad_knee),
    ("R08", a_heavy_load_on_a_bad_back),
    ("R08", no_core_work_left_for_a_bad_back),
    ("R09", a_press_over_a_bad_shoulder),
    ("R10", a_risk_of_falling_in_pregnancy),
    ("R11", impact_soon_after_a_birth),
    ("R12", held_breath_with_high_blood_pressure),
    ("R13", a_heavy_set_for_a_child),
    ("R14", a_jump_for_an_old_beginner),
    ("R18", an_experts_exercise_for_a_novice),
    ("R19", a_novice_near_failure),
    ("R40", a_heart_rate_under_a_beta_blocker),
)
SOFT: tuple[tuple[str, Plant], ...] = (("R14", no_balance_work_for_the_old), ("R19", a_day_of_failed_sets))
FAULTS = tuple(Fault(rule, True, plant) for rule, plant in HARD) + tuple(Fault(r, False, plant) for r, plant in SOFT)
