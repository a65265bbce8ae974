"""The words of an edited plan: whatever an edit touches is told anew, so that texts claim nothing that is no longer so (R48)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import Activity, Day, DayKind, EnduranceActivity, PlanDocument, StrengthActivity, Week
from domain.terms import Author
from services.planning.explain.days import day_rationale, day_title
from services.planning.explain.plan import plan_texts
from services.planning.explain.weeks import amounts, week_texts
from services.planning.frame import Frame
from services.planning.limits import limits_of
from services.planning.minutes import estimated_minutes
from services.planning.outline import Outline
from services.planning.pairs import settled
from services.planning.progression import WEEK_DAYS, Phase, PhaseKind, event_window, phases_of
from services.planning.wishes import wishes_of

RESTING = "The first week is rest."
UNEXPLAINED = "The plan is as you asked for it."


@dataclass(frozen=True, kw_only=True)
class _Told(Frame):
    """A frame whose easier weeks are those that the plan says are easier."""

    deloads: frozenset[int]

    def is_deload(self, phase: Phase) -> bool:
        return phase.number in self.deloads


class Telling:
    """Tells days, weeks and the plan as the planner would, of what stands in them now."""

    def __init__(self, document: PlanDocument, basis: PlanBasis, catalogue: Catalogue) -> None:
        self._document = document
        self._basis = basis
        self._catalogue = catalogue

    def day(self, day: Day, activities: tuple[Activity, ...]) -> Day:
        """The day with these activities: pairs, title, kind, minutes and reason follow."""
        activities = settled(activities, self._catalogue)
        phase = self._phase(1 + (day.date - self._document.start_date).days // WEEK_DAYS)
        return msgspec.structs.replace(
            day,
            title=day_title(activities, self._catalogue),
            kind=kind_of(activities),
            rationale=day_rationale(self._outline, phase, day.date, activities=activities, catalogue=self._catalogue),
            estimated_minutes=estimated_minutes(activities, self._catalogue),
            activities=activities,
        )

    def plan(self, weeks: Sequence[Week]) -> PlanDocument:
        """The plan with these weeks: what changed tells its new amounts, and the week after it the new difference."""
        told: list[Week] = []
        is_other_before = False
        for old, new in zip(self._document.weeks, weeks, strict=True):
            is_other = new is not old and amounts(new.days) != amounts(old.days)
            before = told[-1] if told else None
            told.append(self._week(new, before, is_other=is_other) if is_other or is_other_before else new)
            is_other_before = is_other
        return self._with_texts(msgspec.structs.replace(self._document, weeks=tuple(told)))

    def _week(self, week: Week, before: Week | None, *, is_other: bool) -> Week:
        """`is_other`: it holds other amounts itself, and not just the week before it."""
        texts = week_texts(self._outline, self._phase(week.number), week.days, before=before)
        goal = texts.goal if is_other else week.goal
        return msgspec.structs.replace(week, goal=goal, progression=texts.progression)

    def _with_texts(self, document: PlanDocument) -> PlanDocument:
        if not any(day.activities for day in document.weeks[0].days):
            return msgspec.structs.replace(document, summary=RESTING, rationale=UNEXPLAINED)
        if document.author is Author.MODEL and not self._names_what_is_gone(document):
            return document
        texts = plan_texts(self._outline, document.weeks, self._catalogue)
        return msgspec.structs.replace(document, summary=texts.summary, rationale=texts.rationale or UNEXPLAINED)

    def _names_what_is_gone(self, document: PlanDocument) -> bool:
        """Whether the model's words speak of an exercise that an edit took out."""
        gone = _exercises(self._document) - _exercises(document)
        text = f"{document.summary}\n{document.rationale}"
        return any((exercise := self._catalogue.get(one)) is not None and exercise.name in text for one in gone)

    def _phase(self, number: int) -> Phase:
        phases = self._outline.phases
        is_known = number <= len(phases)
        return phases[number - 1] if is_known else Phase(number=number, kind=PhaseKind.BUILD, block=0, step=0)

    @cached_property
    def _outline(self) -> Outline:
        """The planner's outline as far as words need it, which is its frame: nothing is chosen anew."""
        basis, brief = self._basis, Brief()
        window = event_window(basis.constraints.event, basis.start_date)
        frame = _Told(
            deloads=frozenset(week.number for week in self._document.weeks if week.is_deload),
            basis=basis,
            brief=brief,
            limits=limits_of(basis),
            wishes=wishes_of(basis, brief),
            window=window,
            phases=phases_of(basis, window),
            tasks=(),
            sports=(),
        )
        return cast("Outline", frame)


def kind_of(activities: tuple[Activity, ...]) -> DayKind:
    """What a day is mostly for, by what is in it."""
    has_strength = any(isinstance(activity, StrengthActivity) for activity in activities)
    has_endurance = any(isinstance(activity, EnduranceActivity) for activity in activities)
    if has_strength and has_endurance:
        return DayKind.MIXED
    if has_strength:
        return DayKind.STRENGTH
    return DayKind.ENDURANCE if has_endurance else DayKind.REST


def _exercises(document: PlanDocument) -> frozenset[ExerciseId]:
    activities = (activity for week in document.weeks for day in week.days for activity in day.activities)
    return frozenset(one.exercise_id for one in activities if isinstance(one, StrengthActivity))
