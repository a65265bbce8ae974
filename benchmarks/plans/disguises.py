"""The same plan, said differently: what the checker must not look at may change no verdict."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from benchmarks.plans.faults.case import Good
from benchmarks.plans.planting import replace, working
from domain.exercise import Catalogue
from domain.ids import LessonId
from domain.plan import Day, EnduranceActivity, LessonEffect, LessonUse, PlanDocument, PlanQuality, Week
from domain.terms import Author
from services.checking.check import check_plan

DAYS_AROUND_EVENT = 14


@dataclass(frozen=True, slots=True)
class Disguise:
    """A way to say the same plan differently, and the rules whose business this very thing is."""

    name: str
    judged: Callable[[Good], PlanQuality]
    rules_that_read_it: frozenset[str] = field(default_factory=frozenset)


def _other_names(good: Good) -> PlanQuality:
    """Every exercise is called by a number; aliases and cues are gone."""
    renamed = [
        replace(exercise, name=f"Exercise {place}", aliases=(), cues=())
        for place, exercise in enumerate(good.catalogue)
    ]
    return check_plan(good.basis, good.document, Catalogue(renamed, version="renamed"))


def _praise(good: Good) -> PlanQuality:
    """The plan brings its own quality, effects of lessons and notices."""
    uses = (LessonUse(lesson_id=LessonId("lesson_1"), effect=LessonEffect.APPLIED, explanation="All is well."),)
    document = replace(
        good.document,
        author=Author.MODEL,
        quality=PlanQuality(score=100.0, rules=()),
        applied_lessons=uses,
        notices=("This plan is perfect.",),
    )
    return check_plan(good.basis, document, good.catalogue)


def _false_fields(good: Good) -> PlanQuality:
    """Minutes and totals are too small: only the rule on what a plan says of itself may mind."""
    return check_plan(good.basis, _each_day(good.document, _smaller), good.catalogue)


def _false_deloads(good: Good) -> PlanQuality:
    """Weeks with at least as much work as any before are called deloads, but those around an event: there a plan may."""
    event = good.basis.constraints.event
    weeks: list[Week] = []
    most = 0.0
    for week in good.document.weeks:
        is_near = event is not None and _is_near(week, event.date)
        weeks.append(replace(week, is_deload=True) if _work(week) >= most and not is_near else week)
        most = max(most, _work(week))
    return check_plan(good.basis, replace(good.document, weeks=tuple(weeks)), good.catalogue)


def _work(week: Week) -> float:
    """Minutes times effort, a set counted as three minutes."""
    total = 0.0
    for activity in (activity for day in week.days for activity in day.activities):
        if isinstance(activity, EnduranceActivity):
            total += sum(part.minutes * part.rpe for part in activity.intervals)
        else:
            total += sum(3 * (target.rpe or 7) for target in working(activity))
    return total


def _is_near(week: Week, event: date) -> bool:
    return any(abs((day.date - event).days) <= DAYS_AROUND_EVENT for day in week.days)


def _smaller(day: Day) -> Day:
    activities = tuple(
        replace(it, total_minutes=1.0, total_km=None) if isinstance(it, EnduranceActivity) else it
        for it in day.activities
    )
    return replace(day, estimated_minutes=1, activities=activities)


def _each_day(document: PlanDocument, change: Callable[[Day], Day]) -> PlanDocument:
    def changed(week: Week) -> Week:
        return replace(week, days=tuple(map(change, week.days)))

    return replace(document, weeks=tuple(map(changed, document.weeks)))


DISGUISES: tuple[Disguise, ...] = (
    Disguise("other names", _other_names),
    Disguise("praise of itself", _praise),
    Disguise("false minutes", _false_fields, frozenset({"R48"})),
    Disguise("full weeks called deloads", _false_deloads, frozenset({"R37"})),
)
