"""A plan and a playbook with a row for each thing, as most who start with SQLModel have them; filled from what the app stores."""

import datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime
from sqlalchemy.orm import registry
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.exercise import Catalogue
from domain.lessons import Playbook
from domain.plan import Activity, Day, EnduranceActivity, IntRange, Plan, StrengthActivity, Week


class Table(SQLModel, registry=registry()):
    """Apart from the app's own tables."""


def _json() -> Any:
    return Field(sa_column=Column(JSON))


def _instant() -> Any:
    return Field(sa_column=Column(DateTime(timezone=True)))


def _place(of: str) -> Any:
    return Field(foreign_key=of, index=True)


class BenchExercise(Table, table=True):
    id: str = Field(primary_key=True)
    name: str
    primary_muscles: list[str] = _json()
    equipment: list[str] = _json()
    is_timed: bool
    is_unilateral: bool


class BenchPlan(Table, table=True):
    id: str = Field(primary_key=True)
    athlete_id: str = Field(index=True)
    version: int
    is_outdated: bool
    state: str
    title: str
    summary: str
    rationale: str
    author: str
    start_date: datetime.date
    notices: list[str] = _json()
    created_at: datetime.datetime = _instant()
    updated_at: datetime.datetime = _instant()
    weeks: list["BenchWeek"] = Relationship(sa_relationship_kwargs={"order_by": "BenchWeek.number"})


class BenchWeek(Table, table=True):
    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = _place("benchplan.id")
    number: int
    start_date: datetime.date
    focus: str
    goal: str
    progression: str
    is_deload: bool
    days: list["BenchDay"] = Relationship(sa_relationship_kwargs={"order_by": "BenchDay.date"})


class BenchDay(Table, table=True):
    id: str = Field(primary_key=True)
    plan_id: str = _place("benchplan.id")
    week_id: int = _place("benchweek.id")
    title: str
    date: datetime.date
    weekday: str
    kind: str
    rationale: str
    estimated_minutes: int
    is_editable: bool
    activities: list["BenchActivity"] = Relationship(sa_relationship_kwargs={"order_by": "BenchActivity.position"})


class BenchActivity(Table, table=True):
    id: str = Field(primary_key=True)
    plan_id: str = _place("benchplan.id")
    day_id: str = _place("benchday.id")
    position: int
    type: str
    note: str | None
    exercise_id: str | None = Field(default=None, foreign_key="benchexercise.id")
    title: str | None = None
    sport: str | None = None
    total_minutes: float | None = None
    total_km: float | None = None
    exercise: BenchExercise | None = Relationship()
    sets: list["BenchSet"] = Relationship(sa_relationship_kwargs={"order_by": "BenchSet.id"})
    intervals: list["BenchInterval"] = Relationship(sa_relationship_kwargs={"order_by": "BenchInterval.id"})


class BenchSet(Table, table=True):
    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = _place("benchplan.id")
    activity_id: str = _place("benchactivity.id")
    kind: str
    reps: int | None
    duration_seconds: int | None
    load_kg: float | None
    rpe: float | None
    rest_seconds: int


class BenchInterval(Table, table=True):
    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = _place("benchplan.id")
    activity_id: str = _place("benchactivity.id")
    kind: str
    minutes: float
    distance_km: float | None
    zone: int
    heart_rate: dict[str, int] | None = _json()
    pace_seconds_per_km: dict[str, int] | None = _json()
    rpe: float


class BenchLesson(Table, table=True):
    id: str = Field(primary_key=True)
    athlete_id: str = Field(index=True)
    position: int
    text: str
    is_hard: bool
    is_pinned: bool
    state: str
    source: str
    evidence: str
    confidence: float
    helpful_count: int
    harmful_count: int
    times_applied: int
    tags: list[str] = _json()
    created_at: datetime.datetime = _instant()
    last_applied_at: datetime.datetime | None = _instant()
    expires_at: datetime.datetime | None = _instant()
    rule_kind: str
    exercise_id: str | None = Field(default=None, foreign_key="benchexercise.id")
    exercise: BenchExercise | None = Relationship()
    pattern: str | None
    muscle: str | None
    limitation: str | None
    equipment: list[str] | None = _json()
    weekdays: list[str] | None = _json()
    sport: str | None
    amount: float | None


async def fill(session: AsyncSession, plan: Plan, playbook: Playbook, catalogue: Catalogue) -> None:
    """Makes the tables, and a row of everything."""
    connection = await session.connection()
    await connection.run_sync(Table.metadata.create_all)
    session.add_all(
        BenchExercise(**{name: _plain(getattr(one, name)) for name in BenchExercise.model_fields}) for one in catalogue
    )
    await session.flush()
    own = {name: _plain(getattr(plan, name)) for name in BenchPlan.model_fields if name != "athlete_id"}
    session.add(BenchPlan(**own, athlete_id=playbook.athlete_id, weeks=[_week(plan, week) for week in plan.weeks]))
    session.add_all(_lesson(playbook, position) for position in range(len(playbook.lessons)))
    await session.commit()


def _week(plan: Plan, week: Week) -> BenchWeek:
    own = {name: getattr(week, name) for name in ("number", "start_date", "focus", "goal", "progression", "is_deload")}
    return BenchWeek(plan_id=plan.id, **own, days=[_day(plan, day) for day in week.days])


def _day(plan: Plan, day: Day) -> BenchDay:
    names = ("id", "title", "date", "weekday", "kind", "rationale", "estimated_minutes")
    activities = [_activity(plan, one, position) for position, one in enumerate(day.activities)]
    return BenchDay(
        plan_id=plan.id, **{name: _plain(getattr(day, name)) for name in names}, is_editable=True, activities=activities
    )


def _activity(plan: Plan, activity: Activity, position: int) -> BenchActivity:
    own: dict[str, Any] = {"id": activity.id, "plan_id": plan.id, "position": position, "note": activity.note}
    match activity:
        case StrengthActivity():
            sets = [
                BenchSet(plan_id=plan.id, **{name: _plain(getattr(one, name)) for name in one.__struct_fields__})
                for one in activity.sets
            ]
            return BenchActivity(**own, type="StrengthActivity", exercise_id=activity.exercise_id, sets=sets)
        case EnduranceActivity():
            intervals = [
                BenchInterval(plan_id=plan.id, **{name: _plain(getattr(one, name)) for name in one.__struct_fields__})
                for one in activity.intervals
            ]
            names = ("title", "sport", "total_minutes", "total_km")
            said = {name: _plain(getattr(activity, name)) for name in names}
            return BenchActivity(**own, type="EnduranceActivity", **said, intervals=intervals)


def _lesson(playbook: Playbook, position: int) -> BenchLesson:
    lesson = playbook.lessons[position]
    rule = {name: _plain(getattr(lesson.rule, name)) for name in lesson.rule.__struct_fields__ if name != "kind"}
    own = {name: _plain(getattr(lesson, name)) for name in BenchLesson.model_fields if hasattr(lesson, name)}
    return BenchLesson(
        **own, athlete_id=playbook.athlete_id, position=position, rule_kind=lesson.rule.kind.value, **rule
    )


def _plain(value: object) -> Any:
    """As a column takes it."""
    if isinstance(value, IntRange):
        return {"minimum": value.minimum, "maximum": value.maximum}
    if isinstance(value, tuple | frozenset):
        return [str(one) for one in value]
    return value
