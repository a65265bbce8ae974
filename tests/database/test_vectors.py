"""Vectors of notes and lessons: made once, gone when the text changes, and what follows for notes that mean the same."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from db.database import Database
from db.queries import playbook as queries
from db.seed.notes import read_notes
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.knowledge import Vector
from domain.lessons import Lesson, LessonOperation, LessonRule, LessonRuleKind, LessonState, TaughtLesson
from domain.profile import Viewer
from domain.terms import LimitationKind
from services.feedback.safeguard import Safeguard
from services.playbook.embedders import Embedder
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from services.playbook.vectors import Vectors, keeping_vectors
from tests.embedding import embedder_by_groups

NOTE = LessonRule(kind=LessonRuleKind.NOTE)
KNEE = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE)
SHIFTS, NIGHTS = "Works shifts.", "Has a job in shifts."
NOTES = len(read_notes())


@pytest.fixture
def teaching(database: Database, catalogue: Catalogue, clock: Clock) -> Teaching:
    return taught_by(database, catalogue, clock, None)


def taught_by(database: Database, catalogue: Catalogue, clock: Clock, embedder: Embedder | None) -> Teaching:
    return Teaching(database, catalogue, Safeguard(catalogue, clock), embedder=embedder)


async def teach(teaching: Teaching, viewer: Viewer, words: str, rule: LessonRule = NOTE) -> Lesson:
    return await teaching.add(viewer, key=f"key-{words}", lesson=TaughtLesson(text=words, rule=rule))


async def models(database: Database, viewer: Viewer) -> dict[str, str]:
    """By which model each lesson's vector was made."""
    async with database.transaction(viewer.athlete_id) as session:
        found = await session.execute(
            text("select lesson.text, model from lesson join lesson_vector on lesson_id = id")
        )
        return {row.text: row.model for row in found}


async def operations(database: Database, viewer: Viewer) -> list[LessonOperation]:
    async with database.transaction(viewer.athlete_id) as session:
        return [change.operation for change in await queries.ledger(session, viewer.athlete_id)]


async def test_notes_and_lessons_get_one_vector_each_and_the_next_round_makes_none(
    database: Database, catalogue: Catalogue, viewer: Viewer, other_viewer: Viewer, teaching: Teaching
) -> None:
    await teach(teaching, viewer, SHIFTS)
    await teach(teaching, viewer, "Mind the knee.", KNEE)
    await teach(teaching, other_viewer, SHIFTS)
    vectors = Vectors(database, catalogue, embedder_by_groups())

    assert await vectors.make_missing() == NOTES + 3
    assert await vectors.make_missing() == 0
    assert await models(database, viewer) == {SHIFTS: "groups", "Mind the knee.": "groups"}


async def test_another_model_makes_them_all_anew(
    database: Database, catalogue: Catalogue, viewer: Viewer, teaching: Teaching
) -> None:
    await teach(teaching, viewer, SHIFTS)
    await Vectors(database, catalogue, embedder_by_groups()).make_missing()

    assert await Vectors(database, catalogue, embedder_by_groups(model="newer")).make_missing() == NOTES + 1
    assert await models(database, viewer) == {SHIFTS: "newer"}


async def test_what_is_reworded_loses_its_vector_and_what_is_pinned_keeps_it(
    database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer, teaching: Teaching
) -> None:
    lesson = await teach(teaching, viewer, SHIFTS)
    vectors = Vectors(database, catalogue, embedder_by_groups())
    await vectors.make_missing()

    await Playbooks(database, clock).pin(viewer.athlete_id, lesson.id, is_pinned=True)
    assert await models(database, viewer) == {SHIFTS: "groups"}
    await teaching.revise(viewer.athlete_id, lesson.id, text="Works from nine to five.", rule=None)
    assert await models(database, viewer) == {}

    async with database.engine.begin() as connection:
        await connection.execute(text("update knowledge_note set keywords = 'rest' where id = 'sleep'"))
        await connection.execute(text("update knowledge_note set source = 'Another' where id = 'heat'"))
    assert await vectors.make_missing() == 2


async def test_a_lesson_that_changes_while_it_is_looked_at_waits_for_the_next_round(
    database: Database, catalogue: Catalogue, viewer: Viewer, teaching: Teaching
) -> None:
    lesson = await teach(teaching, viewer, SHIFTS)
    usual = embedder_by_groups()

    async def slow(texts: Sequence[str]) -> Sequence[Vector]:
        if SHIFTS in texts:
            await teaching.revise(viewer.athlete_id, lesson.id, text="Works from nine to five.", rule=None)
        return await usual.embed(texts)

    vectors = Vectors(database, catalogue, Embedder(model="slow", embed=slow, is_at_hand=False))
    await vectors.make_missing()
    assert await models(database, viewer) == {}
    await vectors.make_missing()
    assert await models(database, viewer) == {"Works from nine to five.": "slow"}


async def test_a_note_of_a_meaning_that_is_known_is_not_added_where_the_model_is_at_hand(
    database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer
) -> None:
    embedder = embedder_by_groups([SHIFTS, NIGHTS])
    teaching = taught_by(database, catalogue, clock, embedder)
    first = await teach(teaching, viewer, SHIFTS)
    await Vectors(database, catalogue, embedder).make_missing()

    again = await teach(teaching, viewer, NIGHTS)

    assert (again.id, again.text) == (first.id, NIGHTS)
    assert await operations(database, viewer) == [LessonOperation.ADD, LessonOperation.UPDATE]


async def test_where_it_is_far_away_nobody_waits_for_it_and_the_notes_are_merged_afterwards(
    database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer
) -> None:
    embedder = embedder_by_groups([SHIFTS, NIGHTS], is_at_hand=False)
    teaching = taught_by(database, catalogue, clock, embedder)
    first, second = await teach(teaching, viewer, SHIFTS), await teach(teaching, viewer, NIGHTS)
    await teach(teaching, viewer, "Has a dog.")
    assert first.id != second.id

    await Vectors(database, catalogue, embedder).make_missing()

    playbook = await Playbooks(database, clock).playbook(viewer.athlete_id)
    assert {lesson.text for lesson in playbook.lessons} == {NIGHTS, "Has a dog."}
    assert (await operations(database, viewer))[-2:] == [LessonOperation.SUPERSEDE, LessonOperation.MERGE]
    async with database.transaction(viewer.athlete_id) as session:
        ended = (await queries.lessons_by_id(session, viewer.athlete_id, [second.id]))[second.id]
    assert ended.lesson.state is LessonState.SUPERSEDED


async def test_a_provider_that_fails_is_asked_again_and_stops_nobody(
    database: Database, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asyncio.Event()

    async def fail(texts: Sequence[str]) -> Sequence[Vector]:
        if failures:
            asked.set()
        failures.append(len(texts))
        raise OSError("away")

    failures: list[int] = []
    monkeypatch.setattr("services.playbook.vectors.AFTER_SECONDS", 0)
    monkeypatch.setattr("services.playbook.vectors.EVERY_SECONDS", 0)
    with capture_logs() as logs:
        async with keeping_vectors(database, catalogue, Embedder(model="away", embed=fail, is_at_hand=False)):
            await asyncio.wait_for(asked.wait(), timeout=5)

    assert {"event": "vectors.failed", "error": "OSError", "log_level": "warning"} in logs
    assert set(failures) == {NOTES}


async def test_without_an_embedder_nothing_runs(database: Database, catalogue: Catalogue) -> None:
    tasks = asyncio.all_tasks()
    async with keeping_vectors(database, catalogue, None):
        assert asyncio.all_tasks() == tasks
