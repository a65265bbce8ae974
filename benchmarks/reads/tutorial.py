"""The same reads as FastAPI's and SQLModel's tutorials do it: tables with relationships, a model of what is read, a path each."""

import datetime
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import selectinload
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from benchmarks.reads.tables import BenchActivity, BenchDay, BenchLesson, BenchPlan, BenchWeek
from services.accounts.tokens import Tokens


class Read(BaseModel):
    model_config = ConfigDict(from_attributes=True, alias_generator=to_camel, populate_by_name=True)


class Viewer(Read):
    id: str


class ExerciseName(Read):
    id: str
    name: str


class ExerciseRow(ExerciseName):
    primary_muscles: list[str]
    equipment: list[str]
    is_timed: bool
    is_unilateral: bool


class SetRow(Read):
    kind: str
    reps: int | None
    duration_seconds: int | None
    load_kg: float | None
    rpe: float | None
    rest_seconds: int


class Range(Read):
    minimum: int
    maximum: int


class IntervalRow(Read):
    kind: str
    minutes: float
    distance_km: float | None
    zone: int
    heart_rate: Range | None
    pace_seconds_per_km: Range | None
    rpe: float


class ActivityRow(Read):
    type: str
    id: str
    note: str | None
    exercise: ExerciseRow | None
    sets: list[SetRow]
    title: str | None
    sport: str | None
    total_minutes: float | None
    total_km: float | None
    intervals: list[IntervalRow]


class DayRow(Read):
    id: str
    title: str
    date: datetime.date
    weekday: str
    kind: str
    rationale: str
    estimated_minutes: int
    is_editable: bool
    activities: list[ActivityRow]


class WeekRow(Read):
    number: int
    start_date: datetime.date
    focus: str
    goal: str
    progression: str
    is_deload: bool
    days: list[DayRow]


class PlanRow(Read):
    id: str
    version: int
    is_outdated: bool
    state: str
    title: str
    summary: str
    author: str
    start_date: datetime.date
    notices: list[str]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    rationale: str
    weeks: list[WeekRow]


class LessonRow(Read):
    id: str
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
    tags: list[str]
    created_at: datetime.datetime
    last_applied_at: datetime.datetime | None
    expires_at: datetime.datetime | None
    rule_kind: str
    exercise: ExerciseName | None
    pattern: str | None
    muscle: str | None
    limitation: str | None
    equipment: list[str] | None
    weekdays: list[str] | None
    sport: str | None
    amount: float | None


def tutorial(engine: AsyncEngine, tokens: Tokens) -> FastAPI:
    """The application. What a path loads is loaded by one statement for each table, as its documentation advises."""
    app = FastAPI(openapi_url=None)

    async def session() -> AsyncIterator[AsyncSession]:
        async with AsyncSession(engine) as opened:
            yield opened

    async def viewer(authorization: Annotated[str, Header()]) -> Viewer:
        return Viewer(id=(await tokens.viewer(authorization.removeprefix("Bearer "))).athlete_id)

    Session = Annotated[AsyncSession, Depends(session)]  # noqa: N806 - a type
    SignedIn = Annotated[Viewer, Depends(viewer)]  # noqa: N806 - a type

    @app.get("/viewer", response_model=Viewer)
    async def read_viewer(signed_in: SignedIn) -> Viewer:
        return signed_in

    @app.get("/lessons", response_model=list[LessonRow])
    async def read_lessons(signed_in: SignedIn, opened: Session) -> list[BenchLesson]:
        wanted = select(BenchLesson).where(BenchLesson.athlete_id == signed_in.id).order_by(col(BenchLesson.position))
        return list(await opened.exec(wanted.options(selectinload(BenchLesson.exercise))))  # type: ignore[arg-type]

    @app.get("/plans/{plan_id}", response_model=PlanRow)
    async def read_plan(plan_id: str, signed_in: SignedIn, opened: Session) -> BenchPlan:
        activities = selectinload(BenchPlan.weeks).selectinload(BenchWeek.days).selectinload(BenchDay.activities)  # type: ignore[arg-type]
        wanted = select(BenchPlan).where(BenchPlan.id == plan_id, BenchPlan.athlete_id == signed_in.id)
        parts = (BenchActivity.exercise, BenchActivity.sets, BenchActivity.intervals)
        found = (await opened.exec(wanted.options(*(activities.selectinload(part) for part in parts)))).one_or_none()  # type: ignore[arg-type]
        if found is None:
            raise HTTPException(404)
        return found

    return app
