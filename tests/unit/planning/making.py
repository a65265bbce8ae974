"""The means to make an athlete and a plan in one line."""

import datetime
import itertools
from collections.abc import Iterator

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.constraints import Constraints
from domain.exercise import Catalogue
from domain.ids import ActivityId, LessonId, PlanId
from domain.lessons import Lesson, LessonRule, LessonSource, LessonState
from domain.plan import Day, EnduranceActivity, PlanDocument, SetKind, SetTarget, StrengthActivity, Week
from domain.profile import Gender, UnitSystem
from domain.terms import Equipment, ExperienceLevel, TrainingFocus
from services.planning.build import build_plan

MONDAY = datetime.date(2026, 11, 23)
PLAN_ID = PlanId("plan_" + "7" * 32)
NO_BRIEF = Brief()
FULL_GYM = tuple(Equipment)
CONSTRAINTS = Constraints(focus=TrainingFocus.STRENGTH, session_minutes=60, equipment=FULL_GYM)
BASIS = PlanBasis(
    age=30,
    gender=Gender.FEMALE,
    height_cm=170,
    weight_kg=70,
    unit_system=UnitSystem.METRIC,
    experience=ExperienceLevel.INTERMEDIATE,
    goal="Get stronger.",
    constraints=CONSTRAINTS,
    start_date=MONDAY,
    week_count=4,
)


def basis(constraints: Constraints = CONSTRAINTS, **changes: object) -> PlanBasis:
    return msgspec.structs.replace(BASIS, constraints=constraints, **changes)


def constraints(**changes: object) -> Constraints:
    return msgspec.structs.replace(CONSTRAINTS, **changes)


def lesson(rule: LessonRule, *, is_hard: bool = True, number: int = 1) -> Lesson:
    return Lesson(
        id=LessonId(f"lesson_{number:032x}"),
        text="A lesson.",
        rule=rule,
        is_hard=is_hard,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.FEEDBACK,
        evidence="They said so.",
        confidence=0.9,
        created_at=datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC),
    )


def plan(of: PlanBasis, catalogue: Catalogue, brief: Brief = NO_BRIEF) -> PlanDocument:
    numbers = itertools.count()
    return build_plan(
        of,
        catalogue,
        plan_id=PLAN_ID,
        new_activity_id=lambda: ActivityId(f"activity_{next(numbers):032x}"),
        brief=brief,
    )


def days_of(document: PlanDocument) -> Iterator[Day]:
    return (day for week in document.weeks for day in week.days)


def strength_of(document: PlanDocument | Week) -> list[StrengthActivity]:
    weeks = document.weeks if isinstance(document, PlanDocument) else (document,)
    activities = (activity for week in weeks for day in week.days for activity in day.activities)
    return [activity for activity in activities if isinstance(activity, StrengthActivity)]


def endurance_of(document: PlanDocument | Week) -> list[EnduranceActivity]:
    weeks = document.weeks if isinstance(document, PlanDocument) else (document,)
    activities = (activity for week in weeks for day in week.days for activity in day.activities)
    return [activity for activity in activities if isinstance(activity, EnduranceActivity)]


def working(activity: StrengthActivity) -> list[SetTarget]:
    return [target for target in activity.sets if target.kind is SetKind.WORKING]
