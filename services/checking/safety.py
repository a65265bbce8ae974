"""The rules that keep an athlete safe: hard lessons, warning signs, limitations, beta blockers (R05-R12, R40)."""

from collections.abc import Sequence

from domain.lessons import LessonRuleKind
from domain.terms import LimitationKind, MovementPattern
from services.checking.breaches import limit_faults
from services.checking.firm_lessons import lesson_faults
from services.checking.reading import Reading
from services.checking.rules import Rule, Verdict, hard, must_hold
from services.checking.wording import words

_OTHER_KINDS = (
    LimitationKind.ELBOW,
    LimitationKind.WRIST,
    LimitationKind.HIP,
    LimitationKind.ANKLE,
    LimitationKind.NECK,
    LimitationKind.UPPER_BACK,
    LimitationKind.LOWER_LEG,
    LimitationKind.FOOT,
    LimitationKind.ASTHMA,
)
"""Limitations without a rule of their own: they stand under R05."""


def forbidden(reading: Reading) -> Verdict | None:
    """R05: nothing that an active hard lesson, or a limitation without a rule of its own, forbids."""
    kinds = [kind for kind in _OTHER_KINDS if kind in reading.limitations]
    # Hard lessons on limitations count among the limitations, each under its own rule.
    lessons = [it for it in reading.lessons if it.is_hard and it.rule.kind is not LessonRuleKind.LIMITATION]
    if not kinds and not lessons:
        return None
    faults = [fault for kind in kinds for fault in limit_faults(reading, kind)]
    faults += [fault for lesson in lessons for fault in lesson_faults(reading, lesson)]
    return must_hold(faults, kept="Nothing in the plan goes against a hard lesson or a limitation.")


def warning_signs(reading: Reading) -> Verdict | None:
    """R06: nobody trains with a warning sign that no doctor has cleared (PAR-Q+; Riebe 2015)."""
    kept = "All days are rest days until a doctor has cleared the athlete."
    return _limitation(reading, LimitationKind.CARDIAC_WARNING, kept=kept)


def knee(reading: Reading) -> Verdict | None:
    """R07: no loaded deep flexion, jumps or knee-led lunges; a hinge stays in each week with two strength sessions."""
    if LimitationKind.KNEE not in reading.limitations:
        return None
    faults = limit_faults(reading, LimitationKind.KNEE)
    faults += _weeks_without(reading, (MovementPattern.HINGE,), least_sessions=2)
    return must_hold(faults, kept="Nothing loads the knee deeply or with impact, and hinges stay.")


def lower_back(reading: Reading) -> Verdict | None:
    """R08: no axial load or loaded flexion of the spine, strength RPE at most 7; core work stays (NICE NG59)."""
    if LimitationKind.LOWER_BACK not in reading.limitations:
        return None
    faults = limit_faults(reading, LimitationKind.LOWER_BACK)
    faults += _weeks_without(reading, (MovementPattern.CORE,), least_sessions=1)
    return must_hold(faults, kept="Nothing loads the lower back heavily, and core work stays.")


def shoulder(reading: Reading) -> Verdict | None:
    return _limitation(reading, LimitationKind.SHOULDER, kept="Nothing is pressed overhead and no shoulder goes deep.")


def pregnancy(reading: Reading) -> Verdict | None:
    return _limitation(reading, LimitationKind.PREGNANCY, kept="No falls, no straining, nothing above moderate effort.")


def postpartum(reading: Reading) -> Verdict | None:
    return _limitation(reading, LimitationKind.POSTPARTUM, kept="No impact, no loaded abdominals, no heavy lifts.")


def hypertension(reading: Reading) -> Verdict | None:
    return _limitation(reading, LimitationKind.HYPERTENSION, kept="No maximal effort and no breath-held lifts.")


def beta_blocker(reading: Reading) -> Verdict | None:
    """R40: effort by RPE alone, because a beta blocker holds the heart rate down."""
    return _limitation(reading, LimitationKind.BETA_BLOCKER, kept="Effort is given by RPE, never by heart rate.")


def _limitation(reading: Reading, kind: LimitationKind, *, kept: str) -> Verdict | None:
    if kind not in reading.limitations:
        return None
    return must_hold(limit_faults(reading, kind), kept=kept)


def _weeks_without(reading: Reading, patterns: Sequence[MovementPattern], *, least_sessions: int) -> list[str]:
    """Weeks with at least so many strength sessions and nothing of these patterns, where the athlete could do some."""
    if not any(exercise.pattern in patterns for exercise in reading.candidates):
        return []
    faults = []
    for week, sessions in reading.sessions_of_weeks:
        strength = [session for session in sessions if session.has_strength]
        has_some = any(lift.exercise.pattern in patterns for session in strength for lift in session.lifts)
        if len(strength) >= least_sessions and not has_some:
            faults.append(f"week {week.number} has no {words(patterns[0])} work")
    return faults


RULES: tuple[Rule, ...] = (
    hard(
        "R05",
        "Nothing that an active hard lesson forbids, nor what a limitation of elbow, wrist, hip, ankle, neck, upper back, "
        "lower leg or foot, or asthma forbids.",
        bound="0",
        source="product",
        judge=forbidden,
    ),
    hard(
        "R06",
        "With warning signs in the health screen there is no training until a doctor has cleared it.",
        bound="no plan until cleared",
        source="PAR-Q+; Riebe 2015",
        judge=warning_signs,
    ),
    hard(
        "R07",
        "Knee: no loaded deep flexion, no jumps, no knee-led lunges; a hinge stays.",
        bound="0",
        source="Colado 2009",
        judge=knee,
    ),
    hard(
        "R08",
        "Lower back: no heavy axial load or loaded flexion, RPE at most 7; core stability stays.",
        bound="0",
        source="NICE NG59",
        judge=lower_back,
    ),
    hard(
        "R09",
        "Shoulder: no overhead press, upright row, pressing behind the neck or deep dips.",
        bound="0",
        source="Colado 2009",
        judge=shoulder,
    ),
    hard(
        "R10",
        "Pregnancy: no risk of falling, no work on the back after week 16, no maximal effort, RPE at most 7.",
        bound="0",
        source="Mottola 2018; ACOG 804",
        judge=pregnancy,
    ),
    hard(
        "R11",
        "After a birth: no impact, no loaded abdominals, no heavy lifts before a doctor's clearance.",
        bound="0",
        source="ACOG 804",
        judge=postpartum,
    ),
    hard(
        "R12",
        "High blood pressure: no maximal effort and no breath-held lifts.",
        bound="0",
        source="Pescatello 2015",
        judge=hypertension,
    ),
    hard(
        "R40",
        "Under beta blockers effort is given by RPE and never by heart rate.",
        bound="all",
        source="ACSM",
        judge=beta_blocker,
    ),
)
