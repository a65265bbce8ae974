"""Workout logs: taken in whatever order they come, and what follows from them at once."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import plans as plan_queries
from db.queries import playbook as lesson_queries
from db.queries import training as queries
from db.queries.athletes import athlete_for_update
from db.queries.reflection import want_reflection
from db.queries.training import StoredLog
from domain.clock import Clock
from domain.errors import BadUserInput, DayAlreadyLogged, NotFound
from domain.exercise import Catalogue
from domain.ids import AthleteId, LessonId, PlanId, WorkoutLogId, plan_and_date_of, read_id
from domain.lessons import LessonChange, LessonSource
from domain.pages import Edge, Page, check_first, decode_cursor, encode_cursor
from domain.plan import Day, LessonEffect, Plan, PlanChange
from domain.profile import Viewer
from domain.training import Credit, PainReport, WorkoutDraft, WorkoutLog
from services.feedback.safeguard import Safeguard
from services.llm.access import ModelAccess
from services.playbook.credit import concerns, credits_of, settle
from services.playbook.ledger import learn
from services.tracing import traceparent
from services.training.bounds import is_client_id
from services.training.lifts import PreviousSets
from services.training.logging_place import LoggingPlace, day_as_trained, logging_place, read_draft
from services.training.pain import is_news, lesson_of, limitation_of, notices_on


class LogAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a log. `day` and `plan` are as they are now; `changes` are of days ahead."""

    day: Day
    plan: Plan
    changes: tuple[PlanChange, ...] = ()
    lesson_changes: tuple[LessonChange, ...] = ()
    notices: tuple[str, ...] = ()


class Workouts:
    """An athlete's workout logs."""

    def __init__(
        self, database: Database, clock: Clock, catalogue: Catalogue, *, model: ModelAccess | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._catalogue = catalogue
        self._safeguard = Safeguard(catalogue, clock)
        self._model = model

    async def log(self, viewer: Viewer, draft: WorkoutDraft) -> LogAnswer:
        """Store a log. The highest revision of a client's id is what stays; a lower or an equal one is answered with what is there.

        Raises NotFound for a day that is not the athlete's, InvalidInput, and DayAlreadyLogged where the day has a log of another
        client's id. Where it raises, nothing was written.
        """
        athlete_id, now = viewer.athlete_id, self._clock()
        plan_id, date = plan_and_date_of(draft.day_id)
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            known: Sequence[StoredLog] = ()
            if is_client_id(draft.client_id):
                known = await queries.logs_in_question(session, athlete_id, draft.client_id, plan_id, date)
            stored = next((one for one in known if one.log.client_id == draft.client_id), None)
            if stored is not None and stored.log.revision >= draft.revision:
                return await self._as_stored(session, athlete_id, stored)
            place = await logging_place(session, athlete_id, plan_id, date, now=now)
            log = await read_draft(session, draft, place, stored=stored, catalogue=self._catalogue)
            for other in known:
                if other.log.client_id != draft.client_id:
                    raise DayAlreadyLogged(other.log)
            if self._model is not None and self._model.is_open_to(viewer.tier):
                await _want_reflection(session, athlete_id, log, before=stored.log if stored is not None else None)
            return await self._saved(session, log, place=place, stored=stored)

    async def delete(self, athlete_id: AthleteId, client_id: str) -> Day:
        """Take back a log; its day is free again. Once more, it answers the same. Raises NotFound.

        A tombstone stays, so that an older revision that is still in some queue does not bring the log back; a higher one does.
        What was learned from pain stays learned: only a clearance lifts that.
        """
        if not is_client_id(client_id):
            raise NotFound(client_id)
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            stored = await queries.log_by_client_id(session, athlete_id, client_id)
            if stored is None:
                raise NotFound(client_id)
            if not stored.is_deleted:
                await settle(session, athlete_id, before=stored.credits, after=())
                await queries.bury_log(session, athlete_id, stored.log.id)
            return (await self._place_of(session, athlete_id, stored.log)).day

    async def page(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[WorkoutLog]:
        """All logs, the latest day first. Raises BadUserInput for a page size or a cursor that cannot be."""
        check_first(first)
        before = _read_cursor(after) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await queries.logs_before(session, athlete_id, before=before, limit=first + 1)
        edges = tuple(Edge(encode_cursor(log.date.isoformat(), log.id), log) for log in found[:first])
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def logs_by_id(self, athlete_id: AthleteId, ids: Sequence[WorkoutLogId]) -> dict[WorkoutLogId, WorkoutLog]:
        async with self._database.reading(athlete_id) as session:
            return await queries.logs_by_id(session, athlete_id, ids)

    async def logs_of_plan(self, athlete_id: AthleteId, plan_id: PlanId) -> dict[datetime.date, WorkoutLog]:
        """The logs of a plan by their dates; empty where the plan is not the athlete's."""
        async with self._database.reading(athlete_id) as session:
            found = await queries.logs_of_plan(session, athlete_id, plan_id)
        return {log.date: log for log in found}

    async def previous_sets(self, athlete_id: AthleteId, plan_id: PlanId) -> PreviousSets:
        """What was done before each day of a plan, in each of its exercises, by any plan."""
        async with self._database.reading(athlete_id) as session:
            return PreviousSets(await queries.lifts_before_days_of(session, athlete_id, plan_id))

    async def _saved(
        self, session: AsyncSession, log: WorkoutLog, *, place: LoggingPlace, stored: StoredLog | None
    ) -> LogAnswer:
        athlete_id = place.athlete_id
        earned = await self._credits(session, log, place)
        await queries.save_log(session, athlete_id, log, earned=earned)
        await settle(session, athlete_id, before=stored.credits if stored is not None else (), after=earned)
        answer = LogAnswer(day=place.day, plan=place.plan, notices=notices_on(log.pain))
        if log.pain is None or not is_news(log.pain, stored.log.pain if stored is not None else None):
            return answer
        return await self._spared(session, log.pain, answer, place=place)

    async def _credits(self, session: AsyncSession, log: WorkoutLog, place: LoggingPlace) -> tuple[Credit, ...]:
        document, day = await day_as_trained(session, place, log)
        applied = [use.lesson_id for use in document.applied_lessons if use.effect is LessonEffect.APPLIED]
        hurt = limitation_of(log.pain) if log.pain is not None else None
        hurting = frozenset[LessonId]()
        if day is None or not applied:
            return ()
        if hurt is not None:
            lessons = await lesson_queries.lessons_by_id(session, place.athlete_id, applied)
            hurting = frozenset(
                one for one, kept in lessons.items() if concerns(kept.lesson.rule, hurt, self._catalogue)
            )
        return credits_of(log, day, applied, hurting=hurting)

    async def _spared(
        self, session: AsyncSession, pain: PainReport, answer: LogAnswer, *, place: LoggingPlace
    ) -> LogAnswer:
        """The limitation is hard from now on, and what it forbids is taken out of the days ahead."""
        plans = await plan_queries.open_plans(session, place.athlete_id, now=place.now)
        learned = await learn(session, place.athlete_id, [lesson_of(pain, place.day.date)])
        kind, changes = limitation_of(pain), list[PlanChange]()
        if kind is not None:
            changed = await self._safeguard.make_safe(session, place.athlete_id, kind, plans=plans)
            changes = [change for of_plan in changed.values() for change in of_plan]
        now_there = await logging_place(session, place.athlete_id, place.plan.id, place.day.date, now=place.now)
        return msgspec.structs.replace(
            answer,
            day=now_there.day,
            plan=now_there.plan,
            changes=tuple(dict.fromkeys(changes)),  # what changed alike in both open plans is told once
            lesson_changes=learned,
        )

    async def _as_stored(self, session: AsyncSession, athlete_id: AthleteId, stored: StoredLog) -> LogAnswer:
        place = await self._place_of(session, athlete_id, stored.log)
        return LogAnswer(day=place.day, plan=place.plan, notices=notices_on(stored.log.pain))

    async def _place_of(self, session: AsyncSession, athlete_id: AthleteId, log: WorkoutLog) -> LoggingPlace:
        return await logging_place(session, athlete_id, log.plan_id, log.date, now=self._clock())


async def _want_reflection(
    session: AsyncSession, athlete_id: AthleteId, log: WorkoutLog, *, before: WorkoutLog | None
) -> None:
    """On notes that no earlier revision had."""
    if log.own_words and (before is None or log.own_words != before.own_words):
        await want_reflection(session, athlete_id, LessonSource.WORKOUT, [log.id], asked_by=traceparent())


def _read_cursor(cursor: str) -> tuple[datetime.date, WorkoutLogId]:
    date, log_id = decode_cursor(cursor, 2)
    try:
        return datetime.date.fromisoformat(date), WorkoutLogId(read_id("workout", log_id))
    except (ValueError, NotFound):
        raise BadUserInput("`after` is not a cursor of this list.") from None
