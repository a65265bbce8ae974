"""What a lesson did to a plan, told from the plan and from the same one without the lesson."""

from collections.abc import Callable

from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.plan import PlanDocument
from domain.terms import WEEKDAYS, Weekday
from services.checking.candidates import open_exercises
from services.checking.firm_lessons import forbids
from services.checking.limits import LIMITS
from services.checking.minutes import minutes_stated
from services.checking.reading import Reading, Session
from services.checking.spoken_of import named, spoken_of, taken_out
from services.checking.wishes import wish_verdict
from services.checking.wording import joined, number, words

Kind = LessonRuleKind
PlanWithout = Callable[[Lesson], PlanDocument | None]
"""The plan as it would be without one lesson: the very same document where it is certain that nothing would differ, None where
nobody can tell. It is read here and goes no further."""


def compared(reading: Reading, lesson: Lesson, alone: str, *, without: PlanWithout) -> str:
    """The explanation from both plans; `alone` is the one from this plan alone, which holds where there is no other."""
    basis = reading.basis.without(lesson)
    told = _told_by_basis(Reading(basis, reading.document, reading.catalogue), lesson.rule, alone)
    if told is not None:
        return told
    document = without(lesson)
    if document is None:
        return alone
    other = Reading(basis, document, reading.catalogue)
    if document is reading.document:
        return f"This plan would be the same without it{_why_the_same(other, lesson.rule, alone)}"
    return _differing(reading, other, lesson, alone)


def _told_by_basis(unbound: Reading, rule: LessonRule, alone: str) -> str | None:
    """What days and minutes would be open; `unbound` reads the plan as if the lesson were not there."""
    if rule.kind is Kind.REST_ON_DAYS:
        days = [day for day in rule.weekdays or () if day in unbound.constraints.training_days]
        return f"{alone.removesuffix('.')}; without it {_days(days)} would be open for training." if days else None
    if rule.kind is Kind.TRAIN_ON_DAYS:
        used = {_weekday(session) for session in unbound.sessions}
        days = [day for day in rule.weekdays or () if day in used and day not in unbound.constraints.training_days]
        return f"{alone.removesuffix('.')}; without it {_days(days)} would not be for training." if days else None
    if rule.kind is Kind.SESSION_MINUTES and rule.amount is not None:
        concerned = [one for one in unbound.sessions if rule.weekdays is None or _weekday(one) in rule.weekdays]
        minutes = max((minutes_stated(unbound, session) for session in concerned), default=rule.amount)
        return f"{alone.removesuffix('.')} instead of {number(minutes)}." if minutes != rule.amount else None
    return None


def _days(days: list[Weekday]) -> str:
    return joined([words(day).capitalize() for day in days], most=7)


def _weekday(session: Session) -> Weekday:
    return WEEKDAYS[session.day.date.weekday()]


def _why_the_same(other: Reading, rule: LessonRule, alone: str) -> str:
    """The end of the sentence: what stands in its place, or what is there all the same."""
    out = spoken_of(other, rule) if forbids(rule.kind) else []
    if not out:
        return f". {alone}"
    free = {exercise.id for exercise in open_exercises(other.basis, other.catalogue)}
    if not any(exercise.id in free for exercise in out):
        return f": limitations or other lessons rule out {'the same' if len(out) > 1 else out[0].name} as well."
    if len(out) == 1:
        return f": {out[0].name} would not have been chosen anyway."
    return f": none of what it rules out ({named(out)}) would have been chosen anyway."


def _differing(reading: Reading, other: Reading, lesson: Lesson, alone: str) -> str:
    rule = lesson.rule
    if rule.kind is Kind.AVOID_SPORT:
        return _sport_out(reading.ahead, other.ahead, rule) or alone
    if rule.kind is Kind.EQUIPMENT_AVAILABLE:
        return _brought_in(reading.ahead, other.ahead, rule) or alone
    if forbids(rule.kind):
        found = (taken_out(reading.ahead, other.ahead, rule), *_eased(reading.ahead, other.ahead, rule))
        return " ".join(sentence for sentence in found if sentence) or alone
    wish, without = wish_verdict(reading, lesson), wish_verdict(other, lesson)
    return wish.against(without) if wish is not None else alone


def _sport_out(reading: Reading, other: Reading, rule: LessonRule) -> str | None:
    minutes = sum(bout.minutes for bout in other.bouts if bout.activity.sport is rule.sport)
    if not minutes or rule.sport is None:
        return None
    weeks = max(1, sum(1 for _, sessions in other.sessions_of_weeks if sessions))
    others = sorted({words(bout.activity.sport) for bout in reading.bouts})
    return f"Took out {words(rule.sport)}, {number(minutes / weeks)} minutes a week; endurance is {joined(others)}."


def _brought_in(reading: Reading, other: Reading, rule: LessonRule) -> str | None:
    gear, there = set(rule.equipment or ()), other.trained_exercises
    new = {
        lift.exercise.name
        for lift in reading.lifts
        if lift.exercise.id not in there and gear.intersection(lift.exercise.equipment)
    }
    return f"Brought in {joined(sorted(new))}." if new else None


def _eased(reading: Reading, other: Reading, rule: LessonRule) -> list[str]:
    """Where a limitation makes work easier or takes a sport out."""
    limit = LIMITS.get(rule.limitation) if rule.limitation is not None else None
    if limit is None:
        return []
    found = []
    sports = {bout.activity.sport for bout in other.bouts} - {bout.activity.sport for bout in reading.bouts}
    if gone := sorted(words(sport) for sport in sports & limit.sports):
        found.append(f"Took out {joined(gone)}.")
    effort, otherwise = _hardest(reading), _hardest(other)
    if limit.maximum_rpe is not None and effort is not None and otherwise is not None and effort < otherwise:
        found.append(f"The hardest sets are at RPE {number(effort)} instead of {number(otherwise)}.")
    zone, zone_otherwise = _highest_zone(reading), _highest_zone(other)
    if limit.maximum_zone is not None and 0 < zone < zone_otherwise:
        found.append(f"Endurance goes up to zone {number(zone)} instead of {number(zone_otherwise)}.")
    return found


def _hardest(reading: Reading) -> float | None:
    return max(
        (target.rpe for lift in reading.lifts for target in lift.working if target.rpe is not None), default=None
    )


def _highest_zone(reading: Reading) -> int:
    return max((interval.zone for bout in reading.bouts for interval in bout.activity.intervals), default=0)
