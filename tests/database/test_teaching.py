"""The athlete's own hand where it writes: lessons that are taught and corrected."""

import asyncio
import datetime

import msgspec
import pytest

from db.database import Database
from domain.clock import Clock
from domain.errors import ClearanceRequired, FaultCode, IdempotencyConflict, InvalidInput, LessonLimitReached, NotFound
from domain.exercise import Catalogue
from domain.ids import ExerciseId, LessonId
from domain.lessons import (
    Lesson,
    LessonOperation,
    LessonRule,
    LessonRuleKind,
    LessonSource,
    LessonState,
    TaughtLesson,
)
from domain.profile import Viewer
from domain.terms import LimitationKind, Muscle, Sport, Weekday
from services.feedback.safeguard import Safeguard
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from tests.conftest import viewer_called
from tests.unit.playbook.making import EASIER, HARDER, KNEE, NOTE, rest_on

SQUAT = LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=ExerciseId("exercise_back-squat"))
NO_RUNS = LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=Sport.RUNNING)
HEART = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.CARDIAC_WARNING)


@pytest.fixture
def playbooks(database: Database, clock: Clock) -> Playbooks:
    return Playbooks(database, clock)


@pytest.fixture
def teaching(database: Database, catalogue: Catalogue, clock: Clock) -> Teaching:
    return Teaching(database, catalogue, Safeguard(catalogue, clock))


def lesson(rule: LessonRule, *, text: str = "So it is.", is_hard: bool = False) -> TaughtLesson:
    return TaughtLesson(text=text, rule=rule, is_hard=is_hard)


async def operations(playbooks: Playbooks, viewer: Viewer) -> list[LessonOperation]:
    """The playbook's history, the first change first."""
    page = await playbooks.history(viewer.athlete_id, first=100, after=None)
    return [edge.node.operation for edge in reversed(page.edges)]


async def lessons(playbooks: Playbooks, viewer: Viewer) -> tuple[Lesson, ...]:
    return (await playbooks.playbook(viewer.athlete_id)).lessons


async def test_a_taught_lesson_is_the_athletes_own_saying(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(NO_RUNS, text="  I don't run. "))

    assert await lessons(playbooks, viewer) == (taught,)
    assert (taught.text, taught.evidence, taught.rule) == ("I don't run.", "I don't run.", NO_RUNS)
    assert (taught.source, taught.confidence, taught.is_hard) == (LessonSource.ATHLETE, 0.9, False)
    assert await operations(playbooks, viewer) == [LessonOperation.ADD]


async def test_a_lesson_can_be_taught_before_anything_else_is_known(teaching: Teaching, playbooks: Playbooks) -> None:
    newcomer = viewer_called("newcomer")
    taught = await teaching.add(newcomer, key="key-00001", lesson=lesson(NOTE))
    assert await lessons(playbooks, newcomer) == (taught,)


async def test_the_same_key_again_gives_the_same_lesson(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    again = [teaching.add(viewer, key="key-00001", lesson=lesson(NO_RUNS)) for _ in range(4)]
    found = await asyncio.gather(*again)
    assert {one.id for one in found} == {found[0].id}
    assert await operations(playbooks, viewer) == [LessonOperation.ADD]


async def test_a_key_that_was_used_for_something_else_is_refused(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    await teaching.add(viewer, key="key-00001", lesson=lesson(NO_RUNS))
    with pytest.raises(IdempotencyConflict):
        await teaching.add(viewer, key="key-00001", lesson=lesson(NO_RUNS, is_hard=True))
    assert await operations(playbooks, viewer) == [LessonOperation.ADD]


async def test_all_faults_come_back_at_once_and_nothing_is_written(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    rule = LessonRule(
        kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=ExerciseId("exercise_none"), muscle=Muscle.CHEST, amount=2.0
    )
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(InvalidInput) as refused:
        await teaching.add(viewer, key="short", lesson=TaughtLesson(text=" x ", rule=rule, expires_at=past))
    assert [(fault.path, fault.code) for fault in refused.value.faults] == [
        (("idempotencyKey",), FaultCode.TOO_SHORT),
        (("text",), FaultCode.TOO_SHORT),
        (("rule", "muscle"), FaultCode.CONFLICTING),
        (("rule", "amount"), FaultCode.CONFLICTING),
        (("rule", "exerciseId"), FaultCode.UNKNOWN),
        (("expiresAt",), FaultCode.TOO_SMALL),
    ]
    assert await operations(playbooks, viewer) == []


async def test_a_hard_limitation_does_not_end_by_itself(teaching: Teaching, viewer: Viewer) -> None:
    later = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
    taught = msgspec.structs.replace(lesson(KNEE, is_hard=True), expires_at=later)
    with pytest.raises(InvalidInput) as refused:
        await teaching.add(viewer, key="key-00001", lesson=taught)
    assert [fault.path for fault in refused.value.faults] == [("expiresAt",)]


async def test_a_warning_sign_is_hard_however_it_is_taught(teaching: Teaching, viewer: Viewer) -> None:
    assert (await teaching.add(viewer, key="key-00001", lesson=lesson(HEART))).is_hard is True


async def test_what_is_known_already_is_confirmed_in_the_athletes_words(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    first = await teaching.add(viewer, key="key-00001", lesson=lesson(EASIER))
    again = await teaching.add(viewer, key="key-00002", lesson=lesson(EASIER))
    reworded = await teaching.add(viewer, key="key-00003", lesson=lesson(EASIER, text="Gently, please."))
    assert first.id == again.id == reworded.id
    assert reworded.text == "Gently, please."
    assert await operations(playbooks, viewer) == [
        LessonOperation.ADD,
        LessonOperation.CONFIRM,
        LessonOperation.UPDATE,
    ]


async def test_the_own_hand_outweighs_even_what_is_pinned(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    old = await teaching.add(viewer, key="key-00001", lesson=lesson(EASIER))
    await playbooks.pin(viewer.athlete_id, old.id, is_pinned=True)
    new = await teaching.add(viewer, key="key-00002", lesson=lesson(HARDER))
    assert [one.id for one in await lessons(playbooks, viewer)] == [new.id]


async def test_one_hard_lesson_too_many_is_said_aloud(teaching: Teaching, playbooks: Playbooks, viewer: Viewer) -> None:
    for number in range(20):
        note = lesson(NOTE, text=f"Note {number}.", is_hard=True)
        assert (await teaching.add(viewer, key=f"key-{number:05}", lesson=note)).is_hard
    with pytest.raises(LessonLimitReached) as refused:
        await teaching.add(viewer, key="key-99999", lesson=lesson(NO_RUNS, is_hard=True))
    assert refused.value.limit == 20
    assert len(await operations(playbooks, viewer)) == 20
    assert (await teaching.add(viewer, key="key-88888", lesson=lesson(KNEE, is_hard=True))).is_hard
    assert sum(one.is_hard for one in await lessons(playbooks, viewer)) == 20


async def test_a_lesson_is_reworded_and_its_rule_corrected(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(rest_on(Weekday.MONDAY)))
    reworded = await teaching.revise(viewer.athlete_id, taught.id, text=" Choir. ", rule=None)
    corrected = await teaching.revise(viewer.athlete_id, taught.id, text=None, rule=rest_on(Weekday.TUESDAY))
    assert (reworded.text, reworded.rule, reworded.evidence) == ("Choir.", taught.rule, "So it is.")
    assert (corrected.text, corrected.rule, corrected.evidence) == ("Choir.", rest_on(Weekday.TUESDAY), "Choir.")
    assert await lessons(playbooks, viewer) == (corrected,)
    update = LessonOperation.UPDATE
    assert await operations(playbooks, viewer) == [LessonOperation.ADD, update, update]


async def test_revising_to_what_it_is_already_changes_nothing(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(KNEE, is_hard=True))
    assert await teaching.revise(viewer.athlete_id, taught.id, text=None, rule=None) == taught
    assert await teaching.revise(viewer.athlete_id, taught.id, text="So it is.", rule=KNEE) == taught
    assert await operations(playbooks, viewer) == [LessonOperation.ADD]


@pytest.mark.parametrize(("text", "rule"), [("All fine.", None), (None, NOTE)])
async def test_a_hard_safety_lesson_is_not_revised(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer, text: str | None, rule: LessonRule | None
) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(KNEE, is_hard=True))
    with pytest.raises(ClearanceRequired) as refused:
        await teaching.revise(viewer.athlete_id, taught.id, text=text, rule=rule)
    assert refused.value.limitation is LimitationKind.KNEE
    assert await lessons(playbooks, viewer) == (taught,)


async def test_what_stands_against_a_corrected_rule_gives_way(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer
) -> None:
    easier = await teaching.add(viewer, key="key-00001", lesson=lesson(EASIER))
    other = await teaching.add(viewer, key="key-00002", lesson=lesson(NOTE))
    corrected = await teaching.revise(viewer.athlete_id, other.id, text=None, rule=HARDER)
    assert await lessons(playbooks, viewer) == (corrected,)
    ended = await playbooks.lesson(viewer.athlete_id, easier.id)
    assert ended is not None
    assert ended.state is LessonState.SUPERSEDED


async def test_a_lesson_that_is_not_there_or_not_in_use_is_not_found(
    teaching: Teaching, playbooks: Playbooks, viewer: Viewer, other_viewer: Viewer
) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(NOTE))
    with pytest.raises(NotFound):
        await teaching.revise(other_viewer.athlete_id, taught.id, text="Mine now.", rule=None)
    with pytest.raises(NotFound):
        await teaching.revise(viewer.athlete_id, LessonId("lesson_" + "0" * 32), text="New.", rule=None)
    retired = await playbooks.retire(viewer.athlete_id, taught.id)
    with pytest.raises(NotFound):
        await teaching.revise(viewer.athlete_id, taught.id, text="New.", rule=None)
    assert await playbooks.lesson(viewer.athlete_id, taught.id) == retired


async def test_a_revision_has_all_its_faults_told(teaching: Teaching, viewer: Viewer) -> None:
    taught = await teaching.add(viewer, key="key-00001", lesson=lesson(NOTE))
    rule = LessonRule(kind=LessonRuleKind.VOLUME, amount=9, exercise_id=ExerciseId("exercise_none"))
    with pytest.raises(InvalidInput) as refused:
        await teaching.revise(viewer.athlete_id, taught.id, text="", rule=rule)
    assert [fault.path for fault in refused.value.faults] == [("text",), ("rule", "amount"), ("rule", "exerciseId")]


async def test_an_exercise_of_the_catalogue_can_be_named(teaching: Teaching, viewer: Viewer) -> None:
    assert (await teaching.add(viewer, key="key-00001", lesson=lesson(SQUAT))).rule == SQUAT
