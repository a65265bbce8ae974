"""The rule on the time that the athlete has (R04)."""

from domain.lessons import LessonRuleKind
from domain.terms import WEEKDAYS
from services.checking.reading import Reading, Session
from services.checking.rules import Group, Rule, Verdict, hard, must_hold, share_kept
from services.checking.wording import number, on

HARD_EXCESS = 1.2
SOFT_EXCESS = 1.1


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
    for session in reading.ahead.sessions:
        takes, stated = session.minutes, minutes_stated(reading, session)
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
