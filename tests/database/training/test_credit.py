"""Workouts count for the lessons of their plan, or against them; a corrected log counts as what it says now, and just once."""

from sqlalchemy import text

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Viewer
from domain.terms import BodyArea
from domain.training import Completion, PainReport
from services.playbook.playbooks import Playbooks
from services.training.logs import Workouts
from tests.database.training.drafts import counts, draft, taught


async def test_a_workout_that_went_well_counts_for_the_lesson_once_however_often_it_is_sent(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, clock: Clock
) -> None:
    lesson_id = await taught(database, viewer)

    for _ in range(3):
        await workouts.log(viewer, draft(0))
    await workouts.log(viewer, draft(0, revision=2, note="Once more"))

    assert await counts(database, viewer) == [(1, 0, 0)]
    lesson = await Playbooks(database, clock).lesson(viewer.athlete_id, lesson_id)
    assert lesson is not None
    assert lesson.confidence == (0.9 * 10 + 1) / 11


async def test_a_log_that_is_told_otherwise_or_taken_back_is_counted_anew(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    await taught(database, viewer)

    await workouts.log(viewer, draft(0))
    await workouts.log(viewer, draft(2, completion=Completion.SKIPPED, enjoyment=None))
    assert await counts(database, viewer) == [(1, 1, 0)]
    await workouts.log(viewer, draft(0, revision=2, completion=Completion.SKIPPED))
    assert await counts(database, viewer) == [(0, 2, 0)]
    await workouts.log(viewer, draft(0, revision=3, completion=Completion.PARTIAL))
    assert await counts(database, viewer) == [(0, 1, 0)]
    await workouts.delete(viewer.athlete_id, "client-0002")
    assert await counts(database, viewer) == [(0, 0, 0)]


async def test_pain_in_the_area_of_a_lesson_counts_against_it_and_elsewhere_not(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database, catalogue: Catalogue
) -> None:
    await taught(database, viewer)

    await workouts.log(viewer, draft(0, pain=PainReport(area=BodyArea.ELBOW, severity=2)))
    assert await counts(database, viewer) == [(0, 0, 0)]
    await workouts.log(viewer, draft(2, pain=PainReport(area=BodyArea.KNEE, severity=2)))
    assert await counts(database, viewer) == [(0, 1, 0)]


async def test_a_rest_day_counts_for_nobody(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    await taught(database, viewer)
    assert document.weeks[0].days[1].activities == ()

    await workouts.log(viewer, draft(1))

    assert await counts(database, viewer) == [(0, 0, 0)]


async def test_a_lesson_that_came_into_the_plan_later_has_no_part_in_earlier_days(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    await taught(database, viewer)
    assert document.weeks[1].days[2].activities != ()
    async with database.engine.begin() as connection:
        newer = """insert into plan_version (plan_id, number, athlete_id, reason, changes, document, created_at)
            select plan_id, 2, athlete_id, 'EDITED', '[]', document, '2026-12-01' from plan_version"""
        await connection.execute(text(newer))
        without = "update plan_version set document = document - 'applied_lessons', created_at = '2026-11-20' where number = 1"
        await connection.execute(text(without))
        await connection.execute(text("update plan set version = 2, updated_at = '2026-12-01'"))

    await workouts.log(viewer, draft(0))
    assert await counts(database, viewer) == [(0, 0, 0)]
    await workouts.log(viewer, draft(9))
    assert await counts(database, viewer) == [(1, 0, 0)]
