"""What is done for all playbooks at once: faded lessons end, and the table is what was recorded."""

import datetime

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.queries import playbook as queries
from domain.facts import KeptLesson
from domain.ids import LessonId
from domain.lessons import LessonOperation, LessonRule, LessonRuleKind, LessonState
from domain.profile import Viewer
from domain.terms import Equipment, Muscle, Weekday
from services.playbook.fading import expire_faded_lessons
from services.playbook.rebuilding import Rebuilt, rebuild_playbook, rebuild_playbooks
from tests.database.test_playbooks import teach
from tests.unit.playbook.making import EASIER, HARDER, KNEE, NOTE, inferred, missing, rest_on, said

CHEST = LessonRule(kind=LessonRuleKind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST)


async def table(database: Database, viewer: Viewer) -> dict[LessonId, KeptLesson]:
    async with database.transaction(viewer.athlete_id) as session:
        stored = await queries.stored_playbook(session, viewer.athlete_id, list(LessonState))
    assert stored is not None
    return {kept.lesson.id: kept for kept in stored.lessons}


async def spoil(database: Database, viewer: Viewer, statement: str) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text(statement))


async def last_operations(database: Database, viewer: Viewer) -> dict[str, LessonOperation]:
    """By the lessons' texts."""
    async with database.transaction(viewer.athlete_id) as session:
        changes = await queries.ledger(session, viewer.athlete_id)
    return {change.lesson.text: change.operation for change in changes}


async def test_what_has_faded_ends_with_an_entry_and_the_rest_stays(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    knee, easier = said(KNEE, text="Knee.", is_hard=True), said(EASIER, text="Easier.")
    await teach(
        database, viewer, knee, easier, said(missing(Equipment.RACK), text="No rack."), said(CHEST, text="Chest.")
    )
    await teach(database, other_viewer, said(EASIER, text="Easier."), said(CHEST, text="Chest."))
    await spoil(database, viewer, "update lesson set changed_at = now() - interval '100 days'")
    await spoil(database, other_viewer, "update lesson set changed_at = now() - interval '6 days'")

    assert await expire_faded_lessons(database) == 1
    assert await expire_faded_lessons(database) == 0

    add, expire = LessonOperation.ADD, LessonOperation.EXPIRE
    ended = {"Knee.": add, "Easier.": expire, "No rack.": add, "Chest.": add}
    assert await last_operations(database, viewer) == ended
    assert await last_operations(database, other_viewer) == {"Easier.": add, "Chest.": add}


async def test_what_was_meant_for_a_while_ends_when_it_is_over(database: Database, viewer: Viewer) -> None:
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=1)
    over = msgspec.structs.replace(said(missing(Equipment.RACK), text="Away."), expires_at=past)
    await teach(database, viewer, over, said(CHEST, text="Chest."))
    assert await expire_faded_lessons(database) == 1
    assert (await last_operations(database, viewer))["Away."] is LessonOperation.EXPIRE


async def test_without_lessons_there_is_nothing_to_end_or_to_rebuild(database: Database, viewer: Viewer) -> None:
    assert await expire_faded_lessons(database) == 0
    assert await rebuild_playbooks(database, is_check=True) == Rebuilt()


async def test_a_table_that_is_as_recorded_has_no_differences(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await teach(database, viewer, said(KNEE, is_hard=True), said(EASIER), said(rest_on(Weekday.FRIDAY)))
    await teach(database, viewer, said(HARDER), inferred(EASIER), said(rest_on(Weekday.FRIDAY, Weekday.MONDAY)))
    await teach(database, other_viewer, said(NOTE))
    before = await table(database, viewer)

    assert await rebuild_playbooks(database, is_check=False) == Rebuilt(playbooks=2, lessons=5, differing=0)
    assert await table(database, viewer) == before


@pytest.mark.parametrize(
    "damage",
    [
        "update lesson set text = 'Something else.'",
        "update lesson set state = 'RETIRED'",
        "update lesson set changed_at = now() - interval '1 day'",
        "update lesson set times_applied = 7",
        "update lesson set helpful_count = 1",
        "update lesson set confidence = 0.1",
    ],
)
async def test_what_differs_is_told_by_a_check_and_put_right_otherwise(
    database: Database, viewer: Viewer, damage: str
) -> None:
    await teach(database, viewer, said(EASIER))
    before = await table(database, viewer)
    await spoil(database, viewer, damage)
    spoilt = await table(database, viewer)

    assert await rebuild_playbook(database, viewer.athlete_id, is_check=True) == _one(differing=1)
    assert await table(database, viewer) == spoilt
    assert await rebuild_playbook(database, viewer.athlete_id, is_check=False) == _one(differing=1)
    assert await table(database, viewer) == before
    assert await rebuild_playbook(database, viewer.athlete_id, is_check=True) == _one(differing=0)


def _one(*, differing: int) -> Rebuilt:
    return Rebuilt(playbooks=1, lessons=1, differing=differing)
