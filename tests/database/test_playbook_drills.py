"""Five hundred random things that happen to a playbook: nothing is lost but what was taken out, and the table is its ledger."""

import contextlib
import random

from db.database import Database
from db.queries import playbook as queries
from db.queries.athletes import athlete_for_update
from domain.clock import Clock
from domain.errors import Problem
from domain.exercise import Catalogue
from domain.ids import AthleteId, LessonId, new_lesson_id
from domain.lessons import (
    MAXIMUM_FIRM_LESSONS,
    MAXIMUM_OTHER_LESSONS,
    Lesson,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonRuleKind,
    LessonSource,
    LessonState,
    TaughtLesson,
)
from domain.profile import Viewer
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.feedback.safeguard import Safeguard
from services.playbook.confidence import is_firm, is_safety
from services.playbook.ledger import learn
from services.playbook.playbooks import Playbooks
from services.playbook.rebuilding import rebuild_playbook
from services.playbook.teaching import Teaching

OPERATIONS = 500
ENDINGS = {LessonOperation.SUPERSEDE, LessonOperation.RETIRE, LessonOperation.EXPIRE}
Kind = LessonRuleKind


def some_rule(chance: random.Random, catalogue: Catalogue) -> LessonRule:
    exercises = [exercise.id for exercise in catalogue][:60]
    days = tuple(chance.sample(list(Weekday), chance.randint(1, 3)))
    kit = tuple(chance.sample(list(Equipment), chance.randint(1, 3)))
    amount = chance.choice([0.8, 0.9, 1.1, 1.2])
    rules = [
        *(
            LessonRule(kind=kind, exercise_id=chance.choice(exercises))
            for kind in (Kind.AVOID_EXERCISE, Kind.PREFER_EXERCISE)
        ),
        *(
            LessonRule(kind=kind, muscle=chance.choice(list(Muscle)))
            for kind in (Kind.EMPHASISE_MUSCLE, Kind.REDUCE_MUSCLE)
        ),
        *(LessonRule(kind=kind, sport=chance.choice(list(Sport))) for kind in (Kind.PREFER_SPORT, Kind.AVOID_SPORT)),
        *(LessonRule(kind=kind, weekdays=days) for kind in (Kind.TRAIN_ON_DAYS, Kind.REST_ON_DAYS)),
        *(LessonRule(kind=kind, equipment=kit) for kind in (Kind.EQUIPMENT_AVAILABLE, Kind.EQUIPMENT_MISSING)),
        *(
            LessonRule(kind=kind, amount=amount, exercise_id=chance.choice(exercises))
            for kind in (Kind.INTENSITY, Kind.VOLUME)
        ),
        LessonRule(kind=Kind.AVOID_PATTERN, pattern=chance.choice(list(MovementPattern))),
        LessonRule(kind=Kind.LIMITATION, limitation=chance.choice(list(LimitationKind))),
        LessonRule(kind=Kind.SESSION_MINUTES, amount=float(chance.choice([20, 30, 45]))),
        LessonRule(kind=Kind.NOTE),
    ]
    return chance.choice(rules)


class Happenings:
    """Does one thing after another to the playbook of one athlete, whatever the dice say."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer) -> None:
        self.chance = random.Random(20261123)
        self._database = database
        self._catalogue = catalogue
        self._viewer = viewer
        self._known: list[LessonId] = []
        self._playbooks = Playbooks(database, clock)
        self._teaching = Teaching(database, catalogue, Safeguard(catalogue, clock))

    async def one(self, number: int) -> None:
        chance = self.chance
        does = chance.choices(
            ["learn", "add", "revise", "pin", "unpin", "retire", "restore", "clear"], [50, 8, 5, 8, 4, 8, 8, 2]
        )
        with contextlib.suppress(Problem):
            await self._do(does[0], number)

    async def _do(self, what: str, number: int) -> None:
        athlete_id, chance = self._viewer.athlete_id, self.chance
        rule, text = some_rule(chance, self._catalogue), f"Lesson {number}."
        match what:
            case "learn":
                await self._learn(rule, text)
            case "add":
                taught = TaughtLesson(text=text, rule=rule, is_hard=chance.random() < 0.3)
                self._known.append((await self._teaching.add(self._viewer, key=f"key-{number:05}", lesson=taught)).id)
            case "revise":
                await self._teaching.revise(athlete_id, self._any(), text=text, rule=chance.choice([None, rule]))
            case "pin" | "unpin":
                await self._playbooks.pin(athlete_id, self._any(), is_pinned=what == "pin")
            case "retire":
                await self._playbooks.retire(athlete_id, self._any())
            case "restore":
                await self._teaching.restore(athlete_id, self._any())
            case _:
                kind = chance.choice(list(LimitationKind))
                await self._playbooks.confirm_clearance(
                    self._viewer, limitation=kind, is_cleared_by_doctor=True, note=None
                )

    async def _learn(self, rule: LessonRule, text: str) -> None:
        source, confidence = self.chance.choice(
            [
                (LessonSource.FEEDBACK, 0.9),
                (LessonSource.ONBOARDING, 0.85),
                (LessonSource.WORKOUT, 0.7),
                (LessonSource.FEEDBACK, 0.5),
            ]
        )
        is_hard = self.chance.random() < 0.2
        draft = LessonDraft(
            text=text, rule=rule, evidence="Words.", source=source, confidence=confidence, is_hard=is_hard
        )
        async with self._database.transaction(self._viewer.athlete_id) as session:
            await athlete_for_update(session, self._viewer.athlete_id)
            changes = await learn(session, self._viewer.athlete_id, [draft])
        self._known.extend(change.lesson.id for change in changes)

    def _any(self) -> LessonId:
        return self.chance.choice(self._known) if self._known else new_lesson_id()


async def lessons_of(database: Database, athlete_id: AthleteId) -> dict[LessonId, Lesson]:
    async with database.transaction(athlete_id) as session:
        stored = await queries.stored_playbook(session, athlete_id, list(LessonState))
    assert stored is not None
    return {kept.lesson.id: kept.lesson for kept in stored.lessons}


async def test_five_hundred_operations_lose_nothing_that_none_of_them_took_out(
    database: Database, catalogue: Catalogue, clock: Clock, viewer: Viewer
) -> None:
    happenings = Happenings(database, catalogue, clock, viewer)
    for number in range(OPERATIONS):
        await happenings.one(number)

    lessons = await lessons_of(database, viewer.athlete_id)
    async with database.transaction(viewer.athlete_id) as session:
        changes = await queries.ledger(session, viewer.athlete_id)
    last = {change.lesson.id: change.operation for change in changes}
    assert len(changes) > OPERATIONS / 2
    assert last.keys() == lessons.keys()
    assert {one for one in lessons if lessons[one].state is not LessonState.ACTIVE} == {
        one for one in last if last[one] in ENDINGS
    }
    _stays_within_bounds([one for one in lessons.values() if one.state is LessonState.ACTIVE])
    _safety_ends_by_clearance_alone(lessons, {change.lesson.id: change.reason for change in changes})
    assert (await rebuild_playbook(database, viewer.athlete_id, is_check=True)).differing == 0


def _stays_within_bounds(active: list[Lesson]) -> None:
    assert sum(is_firm(one) for one in active) <= MAXIMUM_FIRM_LESSONS
    assert sum(not is_firm(one) for one in active) <= MAXIMUM_OTHER_LESSONS


def _safety_ends_by_clearance_alone(lessons: dict[LessonId, Lesson], why: dict[LessonId, str]) -> None:
    ended = [one for one in lessons.values() if is_safety(one) and one.state is not LessonState.ACTIVE]
    assert {why[one.id] for one in ended} <= {"A doctor has cleared you for this."}
