"""Drafts of logs for the one plan, and what is stored of them."""

import datetime

from sqlalchemy import text

from db.database import Database
from domain.ids import DayId, day_id_of
from domain.plan import PlanDocument, StrengthActivity
from domain.profile import Viewer
from domain.training import Completion, SetDraft, WorkoutDraft
from tests.database.conversations.planned import MONDAY, PLAN_ID

LATER = datetime.datetime(2026, 12, 2, 18, tzinfo=datetime.UTC)
"""Wednesday of the plan's second week."""
TODAY = 9
"""As an offset from the plan's first day."""


def day(offset: int) -> DayId:
    return day_id_of(PLAN_ID, MONDAY + datetime.timedelta(days=offset))


def draft(offset: int = 0, *, client_id: str | None = None, **more: object) -> WorkoutDraft:
    """A workout that went as planned, with these fields instead."""
    values: dict[str, object] = {
        "client_id": client_id or f"client-{offset:04}",
        "day_id": day(offset),
        "completion": Completion.DONE,
        "enjoyment": 4,
    }
    return WorkoutDraft(**{**values, **more})  # type: ignore[arg-type]  # each test names the fields it is about


def lifts_on(document: PlanDocument, offset: int) -> list[StrengthActivity]:
    found = document.weeks[offset // 7].days[offset % 7].activities
    return [one for one in found if isinstance(one, StrengthActivity)]


def as_planned(lift: StrengthActivity) -> tuple[SetDraft, ...]:
    """All sets of the lift, each as it was meant."""
    return tuple(
        SetDraft(
            activity_id=lift.id,
            set_number=place,
            reps=one.reps,
            duration_seconds=one.duration_seconds,
            load_kg=one.load_kg,
            rpe=one.rpe,
        )
        for place, one in enumerate(lift.sets, start=1)
    )


async def asked(database: Database, viewer: Viewer, question: str) -> list[tuple[object, ...]]:
    """The rows of an SQL question, as this athlete."""
    async with database.transaction(viewer.athlete_id) as session:
        return [tuple(row) for row in await session.execute(text(question))]
