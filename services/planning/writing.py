"""Writes the outline out: weeks, days and activities with all their numbers."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from domain.exercise import Catalogue
from domain.ids import ActivityId, PlanId, day_id_of
from domain.plan import Activity, Day, DayKind, EnduranceActivity, PlanDocument, StrengthActivity, Week
from domain.terms import WEEKDAYS
from services.planning.adaptation.holding import Holding
from services.planning.adaptation.seam import kept_apart
from services.planning.endurance.week import endurance_activities
from services.planning.explain.days import day_rationale, day_title
from services.planning.explain.plan import author_of, plan_texts
from services.planning.explain.weeks import week_texts
from services.planning.minutes import estimated_minutes
from services.planning.outline import Outline
from services.planning.progression import WEEK_DAYS, Phase
from services.planning.strength.week import strength_activities


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """What writing needs all the way down."""

    outline: Outline
    catalogue: Catalogue
    plan_id: PlanId
    new_activity_id: Callable[[], ActivityId]

    def plan(self) -> PlanDocument:
        """The document of the outline; texts come last, because they tell of what is there."""
        weeks = self._weeks()
        texts = plan_texts(self.outline, weeks, self.catalogue)
        return PlanDocument(
            title=texts.title,
            summary=texts.summary,
            rationale=texts.rationale,
            author=author_of(self.outline),
            start_date=weeks[0].start_date,
            weeks=tuple(weeks),
            notices=texts.notices,
            solver_gap=self.outline.strength.gap,
        )

    def _weeks(self) -> list[Week]:
        """Those that have begun as they are, and those to write. What goes on from others is held to what they were."""
        course = self.outline.course
        weeks = list(course.begun) if course is not None else []
        holding = Holding(self.catalogue)
        for week in weeks:
            holding.note(week)
        for phase in self.outline.phases:
            activities = tuple(self._activities(phase, offset) for offset in range(WEEK_DAYS))
            if course is not None and weeks:
                apart = kept_apart(weeks[-1], activities, self.outline.limits, self.catalogue)
                activities = holding.held(apart)
            weeks.append(self._week(phase, activities, weeks[-1] if weeks else None))
            holding.note(weeks[-1])
        return weeks

    def _week(self, phase: Phase, activities: tuple[tuple[Activity, ...], ...], before: Week | None) -> Week:
        days = tuple(self._day(phase, offset, activities[offset]) for offset in range(WEEK_DAYS))
        texts = week_texts(self.outline, phase, days, before=before)
        return Week(
            number=phase.number,
            start_date=self.outline.week_start(phase),
            focus=texts.focus,
            goal=texts.goal,
            progression=texts.progression,
            is_deload=self.outline.is_deload(phase),
            days=days,
        )

    def _day(self, phase: Phase, offset: int, activities: tuple[Activity, ...]) -> Day:
        date = self.outline.week_start(phase) + datetime.timedelta(days=offset)
        return Day(
            id=day_id_of(self.plan_id, date),
            title=day_title(activities, self.catalogue),
            date=date,
            weekday=WEEKDAYS[date.weekday()],
            kind=_kind(activities),
            rationale=day_rationale(self.outline, phase, date, activities=activities, catalogue=self.catalogue),
            estimated_minutes=estimated_minutes(activities, self.catalogue),
            activities=activities,
        )

    def _activities(self, phase: Phase, offset: int) -> tuple[Activity, ...]:
        date = self.outline.week_start(phase) + datetime.timedelta(days=offset)
        task = next((task for task in self.outline.tasks if task.offset == offset), None)
        if task is None or self.outline.is_event(date):
            return ()
        is_light, new_id = self.outline.is_light(phase, date), self.new_activity_id
        strength: tuple[Activity, ...] = ()
        if task.strength is not None and self.outline.lifts_on(date):
            strength = strength_activities(
                self.outline.strength, task.offset, phase, is_light=is_light, new_activity_id=new_id
            )
        endurance = endurance_activities(self.outline.endurance, date, phase, is_light=is_light, new_activity_id=new_id)
        return (*strength, *endurance)


def _kind(activities: tuple[Activity, ...]) -> DayKind:
    has_strength = any(isinstance(activity, StrengthActivity) for activity in activities)
    has_endurance = any(isinstance(activity, EnduranceActivity) for activity in activities)
    if has_strength and has_endurance:
        return DayKind.MIXED
    if has_strength:
        return DayKind.STRENGTH
    return DayKind.ENDURANCE if has_endurance else DayKind.REST
