"""Says things on the one plan, and looks at what is stored."""

import datetime

from sqlalchemy import text

from db.database import Database
from domain.exercise import Catalogue
from domain.ids import day_id_of
from domain.plan import Plan, PlanDocument, StrengthActivity
from domain.profile import Viewer
from services.checking.check import broken_rules
from services.feedback.conversations import Conversations, FeedbackAnswer
from tests.database.conversations.planned import MONDAY, PLAN_ID


class Talk:
    """Says things on the one plan, each under a key of its own."""

    def __init__(self, conversations: Conversations, viewer: Viewer) -> None:
        self._conversations = conversations
        self._viewer = viewer
        self._said = 0

    async def __call__(self, message: str, *, key: str | None = None, day: int | None = None) -> FeedbackAnswer:
        self._said += 1
        return await self._conversations.submit(
            self._viewer,
            key=key or f"key-{self._said:08}",
            plan_id=PLAN_ID,
            message=message,
            day_id=None if day is None else day_id_of(PLAN_ID, MONDAY + datetime.timedelta(days=day)),
        )


async def versions(database: Database, viewer: Viewer) -> list[tuple[int, str]]:
    async with database.transaction(viewer.athlete_id) as session:
        rows = await session.execute(text("select number, reason from plan_version order by plan_id, number"))
    return [(number, reason) for number, reason in rows]


async def count_of(database: Database, viewer: Viewer, table: str) -> int:
    async with database.transaction(viewer.athlete_id) as session:
        return int((await session.execute(text(f"select count(*) from {table}"))).scalar_one())


def names(plan: PlanDocument, catalogue: Catalogue, offset: int) -> list[str]:
    day = plan.weeks[offset // 7].days[offset % 7]
    return [catalogue[one.exercise_id].name for one in day.activities if isinstance(one, StrengthActivity)]


def sound(plan: Plan) -> bool:
    return plan.quality.rules != () and not broken_rules(plan.quality)
