"""How long a day takes, worked out anew from its sets and intervals, and the rule on the time the athlete has (R04)."""

from domain.lessons import LessonRuleKind
from domain.plan import SetTarget
from domain.terms import WEEKDAYS
from services.checking.reading import Reading, Session, whole_minutes
from services.checking.rules import Group, Rule, Verdict, hard, must_hold, share_kept
from services.checking.wording import bounded, number, on

WARM_UP_MINUTES = 5
SECONDS_PER_REP = 4
CHANGE_MINUTES = 1
HARD_EXCESS = 1.2
SOFT_EXCESS = 1.1


def session_minutes(session: Session) -> int:
    """Minutes of a session, rounded up: five to warm up where there is strength work, all sets with their rests (a repetition
    takes four seconds, on one side at a time twice that), a minute to change to each next activity, and the endurance work."""
    exercises = {lift.activity.id: lift.exercise.is_unilateral for lift in session.lifts}
    strength = [lift.activity for lift in session.lifts] + list(session.unknown)
    seconds = sum(
        set_seconds(target, is_unilateral=exercises.get(activity.id, False))
        for activity in strength
        for target in activity.sets
    )
    minutes = bounded(seconds) / 60 + sum(bout.minutes for bout in session.bouts)
    minutes += CHANGE_MINUTES * max(0, len(session.day.activities) - 1)
    if strength:
        minutes += WARM_UP_MINUTES
    return whole_minutes(minutes)


def set_seconds(target: SetTarget, *, is_unilateral: bool) -> float:
    """Seconds of one set with its rest."""
    if target.duration_seconds is not None:
        return bounded(target.duration_seconds) + bounded(target.rest_seconds)
    sides = 2 if is_unilateral else 1
    return bounded(target.reps) * SECONDS_PER_REP * sides + bounded(target.rest_seconds)


def minutes_stated(reading: Reading, session: Session) -> float:
    """The minutes that the athlete has on this day: a lesson for this weekday, else what the constraints say."""
    weekday = WEEKDAYS[session.day.date.weekday()]
    for lesson in reading.lessons:
        rule = lesson.rule
        for_this_day = rule.kind is LessonRuleKind.SESSION_MINUTES and weekday in (rule.weekdays or ())
        if for_this_day and rule.amount is not None:
            return rule.amount
    return reading.constraints.session_minutes


def _too_long(reading: Reading, excess: float) -> list[str]:
    faults = []
    for session in reading.sessions:
        takes, stated = session_minutes(session), minutes_stated(reading, session)
        if takes > stated * excess + 1e-6:
            faults.append(f"{on(session.day.date)} takes {takes} minutes where {number(stated)} are stated")
    return faults


def fits_hard(reading: Reading) -> Verdict | None:
    return must_hold(_too_long(reading, HARD_EXCESS), kept="No session is more than a fifth over the stated time.")


def fits_well(reading: Reading) -> Verdict | None:
    if not reading.sessions:
        return None
    faults, total = _too_long(reading, SOFT_EXCESS), len(reading.sessions)
    return share_kept(total - len(faults), total, faults, kept="Every session fits the stated time.")


_FITS = "Sessions take the time that the athlete has."

RULES: tuple[Rule, ...] = (
    hard("R04", _FITS, bound="at most 20 % over", source="product", judge=fits_hard),
    Rule(
        id="R04",
        description=_FITS,
        bound="at most 10 % over",
        source="product",
        group=Group.FIT,
        judge=fits_well,
    ),
)
