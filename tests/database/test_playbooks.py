"""The playbook as it is stored: ledger, table, pages, and the athlete's hand."""

import asyncio

import pytest
from sqlalchemy import text

from db.database import Database
from db.queries import playbook as queries
from db.queries.athletes import athlete_for_update
from domain.clock import Clock
from domain.errors import ClearanceRequired, Forbidden, LessonLimitReached, NotFound
from domain.exercise import Catalogue
from domain.ids import AthleteId, LessonId, new_lesson_id
from domain.lessons import Lesson, LessonChange, LessonDraft, LessonOperation, LessonState
from domain.profile import Viewer
from domain.terms import Equipment, Weekday
from services.feedback.safeguard import Safeguard
from services.playbook.ledger import fold, learn
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from tests.conftest import CountStatements, viewer_called
from tests.unit.playbook.making import EASIER, HARDER, KNEE, NOTE, inferred, missing, rest_on, said

ADD, PIN, RETIRE = LessonOperation.ADD, LessonOperation.PIN, LessonOperation.RETIRE


@pytest.fixture
def playbooks(database: Database, clock: Clock) -> Playbooks:
    return Playbooks(database, clock)


@pytest.fixture
def teaching(database: Database, catalogue: Catalogue, clock: Clock) -> Teaching:
    return Teaching(database, catalogue, Safeguard(catalogue, clock))


async def teach(database: Database, viewer: Viewer, *drafts: LessonDraft) -> tuple[LessonChange, ...]:
    async with database.transaction(viewer.athlete_id) as session:
        await athlete_for_update(session, viewer.athlete_id)
        return await learn(session, viewer.athlete_id, drafts)


async def stored_lessons(database: Database, viewer: Viewer) -> dict[LessonId, Lesson]:
    async with database.transaction(viewer.athlete_id) as session:
        stored = await queries.stored_playbook(session, viewer.athlete_id, list(LessonState))
    assert stored is not None
    return {kept.lesson.id: kept.lesson for kept in stored.lessons}


async def test_before_anything_is_learned_the_playbook_is_empty(playbooks: Playbooks, clock: Clock) -> None:
    nobody = viewer_called("carol").athlete_id
    playbook = await playbooks.playbook(nobody)
    assert (playbook.lessons, playbook.version, playbook.updated_at) == ((), 0, clock())
    assert playbook.id == nobody.replace("athlete_", "playbook_")


async def test_what_is_learned_is_read_again_as_it_was(
    playbooks: Playbooks, database: Database, viewer: Viewer
) -> None:
    (change,) = await teach(database, viewer, said(missing(Equipment.RACK), text="There is no rack."))

    playbook = await playbooks.playbook(viewer.athlete_id)

    assert playbook.lessons == (change.lesson,)
    assert (change.lesson.rule, change.lesson.text) == (missing(Equipment.RACK), "There is no rack.")
    assert (playbook.version, playbook.athlete_id) == (1, viewer.athlete_id)
    assert playbook.updated_at == change.at == change.lesson.created_at


async def test_the_version_rises_by_one_with_every_change(
    playbooks: Playbooks, database: Database, viewer: Viewer
) -> None:
    await teach(database, viewer, said(EASIER))
    await teach(database, viewer, said(HARDER), said(NOTE))
    assert (await playbooks.playbook(viewer.athlete_id)).version == 4


async def test_learning_nothing_leaves_the_version(playbooks: Playbooks, database: Database, viewer: Viewer) -> None:
    assert await teach(database, viewer) == ()
    assert (await playbooks.playbook(viewer.athlete_id)).version == 0


async def test_changes_tell_the_lesson_as_it_stands_in_the_end(database: Database, viewer: Viewer) -> None:
    changes = await teach(database, viewer, said(EASIER), said(HARDER))
    assert [(change.operation, change.lesson.state) for change in changes] == [
        (ADD, LessonState.SUPERSEDED),
        (LessonOperation.SUPERSEDE, LessonState.SUPERSEDED),
        (ADD, LessonState.ACTIVE),
    ]


async def test_the_ledger_played_again_is_the_table(
    playbooks: Playbooks, teaching: Teaching, database: Database, viewer: Viewer
) -> None:
    await teach(database, viewer, said(EASIER), said(KNEE, is_hard=True), said(rest_on(Weekday.FRIDAY)))
    await teach(database, viewer, said(HARDER), inferred(EASIER), said(rest_on(Weekday.FRIDAY, Weekday.MONDAY)))
    first = (await playbooks.playbook(viewer.athlete_id)).lessons[-1]
    await playbooks.pin(viewer.athlete_id, first.id, is_pinned=True)
    await playbooks.retire(viewer.athlete_id, first.id)
    await teaching.restore(viewer.athlete_id, first.id)

    async with database.transaction(viewer.athlete_id) as session:
        changes = await queries.ledger(session, viewer.athlete_id)

    assert fold(changes) == await stored_lessons(database, viewer)
    assert len(changes) == (await playbooks.playbook(viewer.athlete_id)).version


async def test_two_messages_at_once_lose_no_lesson(playbooks: Playbooks, database: Database, viewer: Viewer) -> None:
    notes = [said(NOTE, text=f"Note number {number}.") for number in range(6)]
    await asyncio.gather(*(teach(database, viewer, note) for note in notes))

    playbook = await playbooks.playbook(viewer.athlete_id)

    assert sorted(lesson.text for lesson in playbook.lessons) == [note.text for note in notes]
    assert playbook.version == 6


async def test_nothing_is_learned_where_the_transaction_fails(
    playbooks: Playbooks, database: Database, viewer: Viewer
) -> None:
    async def learn_and_fail() -> None:
        async with database.transaction(viewer.athlete_id) as session:
            await learn(session, viewer.athlete_id, [said(EASIER)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await learn_and_fail()
    assert (await playbooks.playbook(viewer.athlete_id)).lessons == ()


async def test_a_pin_is_kept_and_noted(playbooks: Playbooks, database: Database, viewer: Viewer) -> None:
    (change,) = await teach(database, viewer, said(EASIER))

    lesson = await playbooks.pin(viewer.athlete_id, change.lesson.id, is_pinned=True)

    assert lesson.is_pinned is True
    assert await playbooks.lesson(viewer.athlete_id, lesson.id) == lesson
    page = await playbooks.history(viewer.athlete_id, first=1, after=None)
    assert [edge.node.operation for edge in page.edges] == [PIN]


async def test_a_state_that_is_so_already_is_a_success_without_a_change(
    playbooks: Playbooks, teaching: Teaching, database: Database, viewer: Viewer
) -> None:
    (change,) = await teach(database, viewer, said(EASIER))
    await playbooks.pin(viewer.athlete_id, change.lesson.id, is_pinned=False)
    await teaching.restore(viewer.athlete_id, change.lesson.id)
    assert (await playbooks.playbook(viewer.athlete_id)).version == 1

    await playbooks.retire(viewer.athlete_id, change.lesson.id)
    await playbooks.retire(viewer.athlete_id, change.lesson.id)

    assert (await playbooks.playbook(viewer.athlete_id)).version == 2


async def test_the_twenty_first_pin_is_refused_and_not_written(
    playbooks: Playbooks, database: Database, viewer: Viewer
) -> None:
    changes = await teach(database, viewer, *(said(NOTE, text=f"Note number {number}.") for number in range(21)))
    for change in changes[:20]:
        await playbooks.pin(viewer.athlete_id, change.lesson.id, is_pinned=True)

    with pytest.raises(LessonLimitReached):
        await playbooks.pin(viewer.athlete_id, changes[20].lesson.id, is_pinned=True)

    assert (await playbooks.playbook(viewer.athlete_id)).version == 41


async def test_a_retired_lesson_leaves_the_list_and_comes_back_when_restored(
    playbooks: Playbooks, teaching: Teaching, database: Database, viewer: Viewer
) -> None:
    (change,) = await teach(database, viewer, said(EASIER))

    await playbooks.retire(viewer.athlete_id, change.lesson.id)

    assert (await playbooks.playbook(viewer.athlete_id)).lessons == ()
    page = await playbooks.retired_lessons(viewer.athlete_id, first=20, after=None)
    assert [edge.node.id for edge in page.edges] == [change.lesson.id]
    assert await teach(database, viewer, inferred(EASIER)) == ()

    restored = await teaching.restore(viewer.athlete_id, change.lesson.id)
    assert restored.state is LessonState.ACTIVE
    assert (await playbooks.playbook(viewer.athlete_id)).lessons == (restored,)


async def test_a_firm_limitation_is_not_retired(playbooks: Playbooks, database: Database, viewer: Viewer) -> None:
    (change,) = await teach(database, viewer, said(KNEE, is_hard=True))
    with pytest.raises(ClearanceRequired):
        await playbooks.retire(viewer.athlete_id, change.lesson.id)
    assert (await playbooks.playbook(viewer.athlete_id)).lessons == (change.lesson,)


async def test_a_strangers_lesson_is_not_found_and_stays_as_it_is(
    playbooks: Playbooks, teaching: Teaching, database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    (change,) = await teach(database, viewer, said(EASIER))
    stranger, lesson_id = other_viewer.athlete_id, change.lesson.id

    assert await playbooks.lesson(stranger, lesson_id) is None
    assert await playbooks.lessons_by_id(stranger, [lesson_id]) == {}
    for attempt in (playbooks.retire, teaching.restore):
        with pytest.raises(NotFound):
            await attempt(stranger, lesson_id)
    with pytest.raises(NotFound):
        await playbooks.pin(stranger, lesson_id, is_pinned=True)

    assert await playbooks.lessons_by_id(viewer.athlete_id, [lesson_id, new_lesson_id()]) == {lesson_id: change.lesson}


async def test_the_playbook_of_somebody_else_is_for_services_alone(
    playbooks: Playbooks, database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    (change,) = await teach(database, viewer, said(EASIER))
    service = Viewer(
        athlete_id=AthleteId("athlete_" + "0" * 32),
        subject="reports",
        issuer="https://issuer.test",
        tier=viewer.tier,
        expires_at=viewer.expires_at,
        is_service=True,
    )

    with pytest.raises(Forbidden):
        await playbooks.playbook_of(other_viewer, viewer.athlete_id)
    found = await playbooks.playbook_of(service, viewer.athlete_id)

    assert found is not None
    assert found.lessons == (change.lesson,)
    assert await playbooks.playbook_of(service, viewer_called("carol").athlete_id) is None


async def test_a_lesson_raises_the_revision_and_changes_the_fingerprint(database: Database, viewer: Viewer) -> None:
    async def state() -> tuple[int, str]:
        async with database.transaction(viewer.athlete_id) as session:
            row = (await session.execute(text("select revision, basis_fingerprint from athlete"))).one()
        return int(row[0]), str(row[1])

    before, _ = await state()
    await teach(database, viewer, said(EASIER))
    after, fingerprint = await state()
    assert after > before
    assert fingerprint == ""  # there is no profile yet, and so nothing to build plans from


@pytest.mark.parametrize(("read", "statements"), [("playbook", 2), ("history", 2), ("retired_lessons", 2)])
async def test_reading_takes_one_statement_beside_the_one_that_opens(
    read: str,
    statements: int,
    playbooks: Playbooks,
    database: Database,
    viewer: Viewer,
    count_statements: CountStatements,
) -> None:
    await teach(database, viewer, said(EASIER), said(HARDER))
    page = {} if read == "playbook" else {"first": 20, "after": None}
    with count_statements() as seen:
        await getattr(playbooks, read)(viewer.athlete_id, **page)
    assert len(seen) == statements
