"""Where a plan goes against what a lesson forbids: the same answer for hard lessons (R05), soft ones (R49) and their credit."""

from collections.abc import Callable, Iterator

from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.terms import WEEKDAYS
from services.checking.breaches import limit_faults
from services.checking.minutes import HARD_EXCESS
from services.checking.reading import Reading
from services.checking.wording import number, on, words


def lesson_faults(reading: Reading, lesson: Lesson) -> list[str]:
    """What the days ahead have that this lesson forbids, in words; nothing for lessons that forbid nothing."""
    find = _FINDERS.get(lesson.rule.kind)
    return list(find(reading.ahead, lesson.rule)) if find is not None else []


def forbids(kind: LessonRuleKind) -> bool:
    """Whether lessons of this kind forbid something, as opposed to those that wish for more or less of it."""
    return kind in _FINDERS


def _exercise(reading: Reading, rule: LessonRule) -> Iterator[str]:
    return (f"{lift.where} is to be avoided" for lift in reading.lifts if lift.exercise.id == rule.exercise_id)


def _pattern(reading: Reading, rule: LessonRule) -> Iterator[str]:
    found = (lift for lift in reading.lifts if lift.exercise.pattern is rule.pattern)
    return (f"{lift.where} is {words(lift.exercise.pattern)} work, which is to be avoided" for lift in found)


def _limitation(reading: Reading, rule: LessonRule) -> Iterator[str]:
    return iter(limit_faults(reading, rule.limitation) if rule.limitation is not None else ())


def _equipment(reading: Reading, rule: LessonRule) -> Iterator[str]:
    for lift in reading.lifts:
        missing = sorted(set(rule.equipment or ()).intersection(lift.exercise.equipment))
        if missing:
            yield f"{lift.where} needs {words(missing[0])}, which is missing"


def _rest_days(reading: Reading, rule: LessonRule) -> Iterator[str]:
    for session in reading.sessions:
        if WEEKDAYS[session.day.date.weekday()] in (rule.weekdays or ()):
            yield f"{on(session.day.date)} is to be a rest day"


def _minutes(reading: Reading, rule: LessonRule) -> Iterator[str]:
    if rule.amount is None:
        return
    for session in reading.sessions:
        concerned = rule.weekdays is None or WEEKDAYS[session.day.date.weekday()] in rule.weekdays
        takes = session.minutes
        if concerned and takes > rule.amount * HARD_EXCESS + 1e-6:
            yield f"{on(session.day.date)} takes {takes} minutes where {number(rule.amount)} are wished"


def _sport(reading: Reading, rule: LessonRule) -> Iterator[str]:
    found = (bout for bout in reading.bouts if bout.activity.sport is rule.sport)
    return (f"{bout.where} is {words(bout.activity.sport)}" for bout in found)


_FINDERS: dict[LessonRuleKind, Callable[[Reading, LessonRule], Iterator[str]]] = {
    LessonRuleKind.AVOID_EXERCISE: _exercise,
    LessonRuleKind.AVOID_PATTERN: _pattern,
    LessonRuleKind.LIMITATION: _limitation,
    LessonRuleKind.EQUIPMENT_MISSING: _equipment,
    LessonRuleKind.REST_ON_DAYS: _rest_days,
    LessonRuleKind.SESSION_MINUTES: _minutes,
    LessonRuleKind.AVOID_SPORT: _sport,
}
