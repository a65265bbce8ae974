"""Plans the weeks ahead of a plan anew, from what was logged and learned: the other door to the planner."""

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.history import TrainingHistory
from domain.ids import ActivityId, plan_and_date_of
from domain.plan import Activity, Day, PlanChange, PlanDocument, StrengthActivity, Week
from services.planning.adaptation.changes import changes_of
from services.planning.adaptation.endurance import baselines_of
from services.planning.adaptation.form import Form
from services.planning.adaptation.going_on import course_of
from services.planning.build import plan_outline
from services.planning.impossible import refuse_empty, refuse_unsafe
from services.planning.outline import Outline
from services.planning.writing import Writer


class Adapted(NamedTuple):
    """An adapted plan, what is new in it, in words, and what was decided for the weeks ahead."""

    document: PlanDocument
    changes: tuple[PlanChange, ...]
    outline: Outline


def adapt_plan(
    basis: PlanBasis,
    document: PlanDocument,
    catalogue: Catalogue,
    *,
    history: TrainingHistory,
    today: datetime.date,
    new_activity_id: Callable[[], ActivityId],
    brief: Brief = Brief(),  # noqa: B008 - frozen, so that one default serves all
) -> Adapted:
    """The plan with its weeks ahead (those that start after `today`) planned anew; begun weeks are the very same structs.

    `basis` is the whole plan's: from its first day, with all its weeks, and with the lifts that were shown until today. Loads
    follow from those, steps from what was trained and how it felt. Exercises stay where nothing speaks against them, days
    and activities keep their ids. The same arguments give the same plan but for new activities' ids. `quality` and
    `applied_lessons` are left empty. Raises ImpossiblePlan where no plan can be, or no week lies ahead.
    """
    begun_count = sum(1 for week in document.weeks if week.start_date <= today)
    if begun_count == len(document.weeks):
        raise ImpossiblePlan("No week of this plan lies ahead any more. Ask for a new plan.", [])
    refuse_unsafe(basis)
    form = Form(history, today)
    course = course_of(basis, document.weeks, begun_count, form)
    ahead = _basis_ahead(basis, document.weeks, begun_count, form)
    plan_id, _ = plan_and_date_of(document.weeks[0].days[0].id)
    outline = plan_outline(ahead, catalogue, brief, course)
    writer = Writer(
        outline=outline,
        catalogue=catalogue,
        plan_id=plan_id,
        new_activity_id=new_activity_id,
    )
    written = writer.plan()
    if not any(day.activities for week in written.weeks[begun_count:] for day in week.days):
        refuse_empty()
    weeks = tuple(
        new if new is old else _with_ids(old, new) for old, new in zip(document.weeks, written.weeks, strict=True)
    )
    adapted = msgspec.structs.replace(written, weeks=weeks)
    return Adapted(adapted, changes_of(document, adapted, catalogue, form=form), outline)


def _basis_ahead(basis: PlanBasis, weeks: Sequence[Week], begun_count: int, form: Form) -> PlanBasis:
    """What the weeks ahead are built from: as if the plan started with the first of them."""
    baselines = baselines_of(basis.constraints.endurance_baselines, weeks[:begun_count], form)
    return msgspec.structs.replace(
        basis,
        constraints=msgspec.structs.replace(basis.constraints, endurance_baselines=baselines),
        start_date=weeks[begun_count].start_date,
        week_count=len(weeks) - begun_count,
    )


def _with_ids(old: Week, new: Week) -> Week:
    """The new week, its activities with the ids they had; the very same days where nothing else is new."""
    days = tuple(_day_with_ids(before, now) for before, now in zip(old.days, new.days, strict=True))
    return msgspec.structs.replace(new, days=days)


def _day_with_ids(old: Day, new: Day) -> Day:
    ids = {_what(activity): activity.id for activity in old.activities}
    activities = tuple(
        msgspec.structs.replace(activity, id=ids.get(_what(activity), activity.id)) for activity in new.activities
    )
    day = msgspec.structs.replace(new, activities=activities)
    return old if day == old else day


def _what(activity: Activity) -> str:
    return activity.exercise_id if isinstance(activity, StrengthActivity) else activity.sport
