"""In whatever order a queue is sent, and however often: the end is the same."""

import asyncio
from collections.abc import Sequence

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db.database import Database
from domain.plan import PlanDocument
from domain.profile import Viewer
from domain.terms import BodyArea, Sport
from domain.training import Completion, EnduranceDraft, PainReport, WorkoutDraft
from services.training.logs import Workouts
from tests.database.training.drafts import LATER, as_planned, asked, counts, draft, lifts_on, taught

STORED = """
    select client_id, revision, date, completion, sets, exercise_ids, endurance, session_rpe, minutes, enjoyment, energy, soreness,
        pain, note, credits, performed_at from workout_log order by client_id
"""

_forget_logs = text("delete from workout_log")
_forget_credit = text("update lesson set helpful_count = 0, harmful_count = 0")


def queue(document: PlanDocument) -> list[WorkoutDraft]:
    """Four days, some of them told several times, one of them moved to another day, one with a twinge."""
    first, third = lifts_on(document, 0), lifts_on(document, 2)
    drafts = [
        draft(0, sets=as_planned(first[0])),
        draft(0, revision=2, sets=(*as_planned(first[0]), *as_planned(first[1])), session_rpe=8),
        draft(0, revision=5, completion=Completion.PARTIAL, enjoyment=2, note="Short"),
        draft(2, completion=Completion.SKIPPED, enjoyment=None),
        draft(2, revision=2, sets=as_planned(third[0]), pain=PainReport(area=BodyArea.KNEE, severity=3)),
        draft(4, client_id="client-moved"),
        draft(5, client_id="client-moved", revision=2),
        draft(7, endurance=(EnduranceDraft(sport=Sport.RUNNING, minutes=30),), minutes=30),
        draft(7, revision=2, energy=5, soreness=1),
    ]
    return [msgspec.structs.replace(one, performed_at=LATER) for one in drafts]


async def end_of(database: Database, viewer: Viewer) -> Sequence[tuple[object, ...]]:
    stored = await asked(database, viewer, STORED)
    return [*stored, *await counts(database, viewer), *await asked(database, viewer, "select reason from plan_version")]


async def sent_anew(workouts: Workouts, viewer: Viewer, database: Database, arriving: Sequence[WorkoutDraft]) -> None:
    """From the beginning, one after another."""
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(_forget_logs)
        await session.execute(_forget_credit)
    for one in arriving:
        await workouts.log(viewer, one)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.permutations([*range(9), *range(0, 9, 2)]))
async def test_any_order_of_arrival_leads_to_the_same_end(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, places: list[int]
) -> None:
    if not await counts(database, viewer):
        await taught(database, viewer)
    drafts = queue(document)
    await sent_anew(workouts, viewer, database, drafts)
    wanted = await end_of(database, viewer)

    await sent_anew(workouts, viewer, database, [drafts[place] for place in places])

    assert await end_of(database, viewer) == wanted


async def test_all_at_once_leads_to_the_same_end(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    await taught(database, viewer)
    drafts = queue(document)
    await sent_anew(workouts, viewer, database, drafts)
    wanted = await end_of(database, viewer)

    await sent_anew(workouts, viewer, database, [])
    await asyncio.gather(*(workouts.log(viewer, one) for one in (*reversed(drafts), *drafts)))

    assert await end_of(database, viewer) == wanted
