"""From a firm lesson to the wish that brings the days ahead in line with it."""

import datetime

from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from services.feedback.acting.situation import Situation
from services.feedback.wishes import Avoid, Kit, LimitMinutes, Scope, Spare, Unavailable, Wish


def wish_to_keep(rule: LessonRule, situation: Situation) -> Wish | None:
    """None for a rule that forbids nothing: it shapes the next plan, and leaves the days of this one."""
    match rule.kind:
        case Kind.LIMITATION if rule.limitation is not None:
            return Spare(limitation=rule.limitation)
        case Kind.AVOID_EXERCISE if rule.exercise_id is not None:
            return Avoid(exercises=(rule.exercise_id,), is_firm=True)
        case Kind.AVOID_PATTERN | Kind.AVOID_SPORT:
            return Avoid(pattern=rule.pattern, sport=rule.sport, is_firm=True)
        case Kind.EQUIPMENT_MISSING:
            return Kit(equipment=rule.equipment or (), is_there=False)
        case Kind.REST_ON_DAYS:
            return Unavailable(scope=Scope(dates=_dates_on(rule, situation)))
        case Kind.SESSION_MINUTES if rule.amount is not None:
            scope = Scope() if rule.weekdays is None else Scope(dates=_dates_on(rule, situation))
            return LimitMinutes(minutes=round(rule.amount), scope=scope)
        case _:
            return None


def _dates_on(rule: LessonRule, situation: Situation) -> frozenset[datetime.date]:
    return frozenset(day.date for day in situation.open_days() if day.weekday in (rule.weekdays or ()))
