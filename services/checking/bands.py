"""How many hard sets a week suit a muscle: by focus and level, shrunk to the time there is (R25)."""

from domain.lessons import LessonRuleKind
from domain.terms import ExperienceLevel, Muscle, TrainingFocus
from services.checking.reading import Reading, Session
from services.checking.wording import bounded

MOST_SETS = 20.0
NOVICE_SETS = (4.0, 8.0)
LEAST_SETS: dict[TrainingFocus, float] = {
    TrainingFocus.MUSCLE: 10.0,
    TrainingFocus.STRENGTH: 6.0,
    TrainingFocus.MIXED: 5.0,
    TrainingFocus.GENERAL_HEALTH: 4.0,
    TrainingFocus.ENDURANCE: 2.0,
}
"""About ten for muscle (Schoenfeld 2017); strength and health are kept with fewer (Pelland 2025)."""
BIG_MUSCLES = (
    Muscle.CHEST,
    Muscle.LATS,
    Muscle.MIDDLE_BACK,
    Muscle.SHOULDERS,
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTES,
)
SMALL_MUSCLES = (Muscle.BICEPS, Muscle.TRICEPS, Muscle.ABDOMINALS)
SMALL_SHARE = 0.5
"""Small muscles need half of what big ones do."""
MINUTES_A_SET = 3.0
MUSCLES_A_SET = 1.75
"""What one hard set counts for on average: one muscle directly, and others half."""
WARM_UP_MINUTES = 5.0


def muscle_bands(reading: Reading) -> dict[Muscle, tuple[float, float]]:
    """For each muscle that the athlete can train the fewest and the most hard sets of a good week."""
    least, highest = _level_band(reading)
    trainable = {muscle for exercise in reading.candidates for muscle in exercise.primary_muscles}
    wanted = {muscle: least for muscle in BIG_MUSCLES if muscle in trainable}
    wanted |= {muscle: least * SMALL_SHARE for muscle in SMALL_MUSCLES if muscle in trainable}
    most = dict.fromkeys(wanted, highest)
    for rule in (lesson.rule for lesson in reading.lessons if lesson.rule.muscle in wanted):
        if rule.kind is LessonRuleKind.REDUCE_MUSCLE and rule.muscle is not None:
            wanted[rule.muscle] = 0.0
        if rule.kind is LessonRuleKind.EMPHASISE_MUSCLE and rule.muscle is not None:
            most[rule.muscle] = MOST_SETS
    shrink = min(1.0, sets_that_fit(reading) * MUSCLES_A_SET / max(1.0, sum(wanted.values())))
    return {muscle: (sets * shrink, most[muscle]) for muscle, sets in wanted.items()}


def _level_band(reading: Reading) -> tuple[float, float]:
    least = LEAST_SETS[reading.constraints.focus]
    factor = _volume_factor(reading)
    if reading.basis.experience is ExperienceLevel.NOVICE:
        return min(least, NOVICE_SETS[0]) * factor, NOVICE_SETS[1] * max(1.0, factor)
    return least * factor, MOST_SETS


def _volume_factor(reading: Reading) -> float:
    """What lessons on the volume of everything ask for, 0.5 to 1.5."""
    factor = 1.0
    for lesson in reading.lessons:
        rule = lesson.rule
        is_general = rule.exercise_id is None and rule.pattern is None and rule.muscle is None and rule.sport is None
        if rule.kind is LessonRuleKind.VOLUME and is_general and rule.amount is not None:
            factor *= bounded(rule.amount)
    return max(0.5, min(factor, 1.5))


def sets_that_fit(reading: Reading) -> float:
    """Hard sets for which the strength days of an average week have time: one in three minutes (Score, plan-rules)."""
    weeks = [sessions for week, sessions in reading.sessions_of_weeks if not reading.is_light(week)]
    minutes = sum(_strength_minutes(reading, session) for sessions in weeks for session in sessions)
    return minutes / MINUTES_A_SET / max(1, len(weeks))


def _strength_minutes(reading: Reading, session: Session) -> float:
    """Minutes of a day that are left for strength, where it has any."""
    if not session.has_strength:
        return 0.0
    endurance = sum(bout.minutes for bout in session.bouts)
    return max(0.0, reading.constraints.session_minutes - WARM_UP_MINUTES - endurance)
