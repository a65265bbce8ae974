"""Builds a whole plan from a basis: the one door to the planner."""

from collections.abc import Callable

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.ids import ActivityId, PlanId
from domain.plan import PlanDocument
from domain.terms import TrainingFocus
from services.planning.allotment import Allotment, Week, allotment
from services.planning.calendar import MOST_MINUTES, DayTask, OpenDay, open_days, week_tasks
from services.planning.candidates import Candidate, candidates, usable
from services.planning.endurance.sports import chosen_sports
from services.planning.endurance.week import hard_sessions, plan_endurance
from services.planning.impossible import refuse_empty, refuse_unsafe, refuse_without_sport, refuse_without_strength
from services.planning.limits import limits_of
from services.planning.loads import best_maxima
from services.planning.outline import Outline
from services.planning.progression import event_window, phases_of
from services.planning.strength.prescription import StrengthStyle
from services.planning.strength.week import finely_loaded, plan_strength
from services.planning.wishes import Wishes, wishes_of
from services.planning.writing import written_plan

SHORT_SESSION_MINUTES = 30
"""Below, rests shrink to a minute and warm-up sets to one."""
TINY_SESSION_MINUTES = 20
"""Below, the five minutes of general warm-up must nearly do."""
BUILT_ON_STRENGTH = frozenset({TrainingFocus.STRENGTH, TrainingFocus.MUSCLE})


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
    refuse_unsafe(basis)
    outline = plan_outline(basis, catalogue, brief)
    document = written_plan(outline, catalogue, plan_id=plan_id, new_activity_id=new_activity_id)
    if not any(day.activities for week in document.weeks for day in week.days):
        refuse_empty()
    return document


def plan_outline(basis: PlanBasis, catalogue: Catalogue, brief: Brief) -> Outline:
    """Everything that is decided once for the whole plan, before it is written out day by day."""
    limits, wishes = limits_of(basis), wishes_of(basis, brief)
    constraints = basis.constraints
    maxima = {
        exercise_id: maximum
        for exercise_id, maximum in best_maxima(constraints.known_lifts).items()
        if exercise_id in catalogue and not catalogue[exercise_id].is_timed
    }
    exercises = usable(catalogue, limits, wishes)
    choices = candidates(exercises, limits=limits, wishes=wishes, known=frozenset(maxima))
    sports = chosen_sports(basis, limits, wishes)
    _refuse_where_focus_is_lost(basis, wishes, has_strength=bool(choices), has_sport=bool(sports))
    window = event_window(constraints.event, basis.start_date)
    phases = phases_of(basis, window)
    days = _open_days(basis, wishes)
    allotted = _allotted(basis, days, choices=choices, has_endurance=bool(sports) and wants_endurance(basis))
    hard = hard_sessions(basis, limits, wishes, sports, count=allotted.endurance + allotted.mixed)
    tasks = week_tasks(days, allotted, constraints.focus, hard_count=hard, endurance_share=brief.endurance_share)
    style = StrengthStyle(
        focus=constraints.focus,
        limits=limits,
        wishes=wishes,
        known=frozenset(key for key, kg in maxima.items() if finely_loaded(catalogue[key], kg, basis.unit_system)),
        is_short=_least_strength_minutes(tasks) < SHORT_SESSION_MINUTES,
        is_tiny=_least_strength_minutes(tasks) < TINY_SESSION_MINUTES,
    )
    strength = plan_strength(tasks, choices, phases, style=style, maxima=maxima, units=basis.unit_system)
    endurance = plan_endurance(basis, tasks, phases, sports=sports, window=window, wishes=wishes, limits=limits)
    return Outline(
        basis=basis,
        brief=brief,
        limits=limits,
        wishes=wishes,
        window=window,
        phases=phases,
        tasks=tasks,
        sports=sports if allotted.endurance + allotted.mixed else (),
        strength=strength,
        endurance=endurance,
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
    basis: PlanBasis, days: tuple[OpenDay, ...], *, choices: tuple[Candidate, ...], has_endurance: bool
) -> Allotment:
    middle = sorted(day.minutes for day in days)[len(days) // 2]
    week = Week(
        focus=basis.constraints.focus,
        days=len(days),
        minutes=middle,
        limits=limits_of(basis),
        has_strength=bool(choices),
        has_endurance=has_endurance,
    )
    return allotment(week)


def _least_strength_minutes(tasks: tuple[DayTask, ...]) -> int:
    return min((task.strength_minutes for task in tasks if task.strength is not None), default=MOST_MINUTES)
