"""Builds a whole plan from a basis: the one door to the planner."""

from collections.abc import Callable
from typing import NamedTuple

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.ids import ActivityId, ExerciseId, PlanId
from domain.plan import PlanDocument
from domain.terms import Sport, TrainingFocus
from services.planning.allotment import BUILT_ON_STRENGTH, Allotment, Week, allotment
from services.planning.calendar import OpenDay, open_days, week_tasks
from services.planning.candidates import ranked, shortlist, spares, usable
from services.planning.course import Course
from services.planning.endurance.placing import hard_sessions
from services.planning.endurance.sports import chosen_sports
from services.planning.endurance.week import plan_endurance
from services.planning.frame import Frame
from services.planning.impossible import refuse_empty, refuse_unsafe, refuse_without_sport, refuse_without_strength
from services.planning.limits import Limits, limits_of
from services.planning.loads import best_maxima
from services.planning.outline import Outline
from services.planning.progression import event_window, phases_of
from services.planning.strength.nearby import Comparison
from services.planning.strength.week import plan_strength
from services.planning.wishes import Wishes, wishes_of
from services.planning.writing import Writer


class Draft(NamedTuple):
    """A plan, and what was decided for it."""

    document: PlanDocument
    outline: Outline


def build_plan(
    basis: PlanBasis,
    catalogue: Catalogue,
    *,
    plan_id: PlanId,
    new_activity_id: Callable[[], ActivityId],
    brief: Brief = Brief(),  # noqa: B008 - frozen, so that one default serves all
) -> PlanDocument:
    """A plan of `basis.week_count` weeks from `basis.start_date`, which keeps every hard rule of the house.

    The same basis, catalogue and brief give the same plan but for the activities' ids. `quality` and `applied_lessons`
    are left empty. Raises ImpossiblePlan, with the constraints to relax, where no plan can be.
    """
    return draft_plan(basis, catalogue, plan_id=plan_id, new_activity_id=new_activity_id, brief=brief).document


def draft_plan(
    basis: PlanBasis,
    catalogue: Catalogue,
    *,
    plan_id: PlanId,
    new_activity_id: Callable[[], ActivityId],
    brief: Brief = Brief(),  # noqa: B008 - as above
) -> Draft:
    """The same with all that was decided on the way."""
    refuse_unsafe(basis)
    outline = plan_outline(basis, catalogue, brief)
    writer = Writer(outline=outline, catalogue=catalogue, plan_id=plan_id, new_activity_id=new_activity_id)
    document = writer.plan()
    if not any(day.activities for week in document.weeks for day in week.days):
        refuse_empty()
    return Draft(document, outline)


def plan_outline(
    basis: PlanBasis,
    catalogue: Catalogue,
    brief: Brief,
    course: Course | None = None,
    *,
    near: Comparison | None = None,
) -> Outline:
    """Everything that is decided once for all weeks. Raises ImpossiblePlan where the focus cannot be served.

    With a course, the weeks go on from others: `basis` starts with the first of them. With `near`, the strength work stays close
    to another week's; then raises NotComparable.
    """
    limits, wishes = limits_of(basis), wishes_of(basis, brief)
    maxima = {
        exercise_id: maximum
        for exercise_id, maximum in best_maxima(basis.constraints.known_lifts).items()
        if exercise_id in catalogue and not catalogue[exercise_id].is_timed
    }
    exercises = usable(catalogue, limits, wishes)
    kept = frozenset(exercise_id for _, exercise_id in course.kept) if course is not None else frozenset[ExerciseId]()
    known = frozenset(maxima)
    ranking = ranked(exercises, limits=limits, wishes=wishes, known=known, kept=kept)
    choices = shortlist(ranking, limits=limits, wishes=wishes, known=known, kept=kept)
    sports = chosen_sports(basis, limits, wishes)
    _refuse_where_focus_is_lost(basis, wishes, has_strength=bool(choices), has_sport=bool(sports))
    sports = sports if wants_endurance(basis) else ()
    frame = _frame(basis, brief, sports, has_strength=bool(choices), course=course)
    strength = plan_strength(frame, choices, maxima=maxima, spares=spares(ranking), near=near)
    return Outline.of(frame, strength=strength, endurance=plan_endurance(frame))


def _frame(
    basis: PlanBasis, brief: Brief, sports: tuple[Sport, ...], *, has_strength: bool, course: Course | None
) -> Frame:
    """Which day of the week is for what, and how the weeks follow each other."""
    limits, wishes = limits_of(basis), wishes_of(basis, brief)
    days = _open_days(basis, wishes)
    allotted = _allotted(basis, days, limits, has_strength=has_strength, has_endurance=bool(sports))
    hard = hard_sessions(basis, limits, wishes, sports, count=allotted.endurance + allotted.mixed)
    share = brief.endurance_share
    window = event_window(basis.constraints.event, basis.start_date) if course is None else course.window
    return Frame(
        basis=basis,
        brief=brief,
        limits=limits,
        wishes=wishes,
        window=window,
        phases=phases_of(basis, window) if course is None else course.phases,
        tasks=week_tasks(days, allotted, basis.constraints.focus, hard_count=hard, endurance_share=share),
        sports=sports if allotted.endurance + allotted.mixed else (),
        course=course,
    )


def wants_endurance(basis: PlanBasis) -> bool:
    """Whether endurance belongs in the plan: by its focus, by a named sport, or by an event in one."""
    constraints = basis.constraints
    if constraints.focus not in BUILT_ON_STRENGTH:
        return True
    has_event = constraints.event is not None and constraints.event.sport is not None
    return bool(constraints.sports) or has_event


def _refuse_where_focus_is_lost(basis: PlanBasis, wishes: Wishes, *, has_strength: bool, has_sport: bool) -> None:
    focus = basis.constraints.focus
    if not has_strength and (focus in BUILT_ON_STRENGTH or not has_sport):
        refuse_without_strength(excluded_by_lessons=bool(wishes.forbidden_exercises or wishes.forbidden_patterns))
    if not has_sport and focus is TrainingFocus.ENDURANCE:
        refuse_without_sport()


def _open_days(basis: PlanBasis, wishes: Wishes) -> tuple[OpenDay, ...]:
    usual = basis.constraints.session_minutes
    minutes = {
        weekday: min(wishes.minutes.get(weekday, usual), wishes.most_minutes)
        for weekday in basis.constraints.training_days
    }
    return open_days(basis.start_date, minutes)


def _allotted(
    basis: PlanBasis, days: tuple[OpenDay, ...], limits: Limits, *, has_strength: bool, has_endurance: bool
) -> Allotment:
    return allotment(
        Week(
            focus=basis.constraints.focus,
            days=len(days),
            minutes=sorted(day.minutes for day in days)[len(days) // 2],
            limits=limits,
            has_strength=has_strength,
            has_endurance=has_endurance,
        )
    )
