"""Reflects on what premium athletes wrote in answers and notes: with the model, and after the answer, in a job of its own.

The rules have read the same words by then. Where the model cannot be used, theirs is all that is learned.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec
import structlog
from msgspec.json import Decoder
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import onboarding, training
from db.queries import reflection as queries
from db.queries.athletes import athlete_for_update
from db.queries.reflection import Unreflected
from db.queries.work import REFLECTION_QUEUE, REFLECTION_WORKFLOW
from domain.constraints import WARNING_SIGNS
from domain.ids import AthleteId, WorkoutLogId
from domain.lessons import Lesson, LessonDraft, LessonSource
from domain.questions import Answer
from domain.terms import LimitationKind
from domain.training import WorkoutLog
from services.generation.jobs import Job, QueueLimits, Record, unrecorded
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable
from services.llm.readings import Proposal, Saying
from services.onboarding.asking import BY_ID
from services.playbook.binding import binding_in, newly_binding
from services.playbook.book import Book
from services.playbook.confidence import in_force
from services.playbook.curator import curate, lesson_saying
from services.playbook.embedders import Embedder
from services.playbook.ledger import open_book, write
from services.playbook.likeness import similarities_of
from services.playbook.teaching import DaysAhead

_log = structlog.get_logger(__name__)

AT_ONCE = 4
"""In a process: nobody waits for it."""
MOST_ATTEMPTS = 5


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Words that waited, and the lessons already in force."""

    waiting: tuple[Unreflected, ...]
    sayings: tuple[Saying, ...]
    known: tuple[Lesson, ...]


class Reflected(msgspec.Struct, frozen=True, kw_only=True):
    """What came of words; recorded, so that a crash asks no model again."""

    over: tuple[Unreflected, ...] = ()
    proposals: tuple[Proposal, ...] = ()


_REFLECTED = Decoder(Reflected)
_LEARNED = Decoder(int)


class Reflections:
    """One call to the model for all words of an athlete that wait. `days_ahead` makes days safe that a lesson forbids."""

    def __init__(
        self, database: Database, days_ahead: DaysAhead, access: ModelAccess | None, *, embedder: Embedder | None = None
    ) -> None:
        self._database = database
        self._days_ahead = days_ahead
        self._access = access
        self._embedder = embedder

    def job(self) -> Job:
        """This, as a worker does it. A worker without a model does it too: what waits is then over."""
        queues = {REFLECTION_QUEUE: QueueLimits(each=AT_ONCE)}

        async def run(athlete_id: AthleteId, _reflection_id: str, record: Record) -> None:
            await self.run(athlete_id, record)

        return Job(workflow=REFLECTION_WORKFLOW, queues=queues, run=run, most_attempts=MOST_ATTEMPTS)

    async def run(self, athlete_id: AthleteId, record: Record = unrecorded) -> None:
        """Once for each event; where another event's was quicker, there is nothing left to do."""

        async def reflected() -> str:
            return msgspec.json.encode(await self._reflected(athlete_id)).decode()

        found = _REFLECTED.decode(await record("reflect", reflected))
        if not found.over:
            return

        async def learned() -> str:
            return msgspec.json.encode(await self._learned(athlete_id, found)).decode()

        lessons = _LEARNED.decode(await record("learn", learned))
        _log.info("reflection.ended", words=len(found.over), proposals=len(found.proposals), lessons=lessons)

    async def _reflected(self, athlete_id: AthleteId) -> Reflected:
        """Asks the model outside of any transaction."""
        async with self._database.transaction(athlete_id) as session:
            told = await _told(session, athlete_id)
        over = Reflected(over=told.waiting)
        if self._access is None or not told.sayings:
            return over
        try:
            proposals = await self._access.model.reflector.reflect(
                told.sayings, known=told.known, allowance=self._access.allowances.of(athlete_id)
            )
        except ModelUnusable:
            return over
        return msgspec.structs.replace(over, proposals=proposals)

    async def _learned(self, athlete_id: AthleteId, found: Reflected) -> int:
        """Work into the playbook what is still said and is news. Gives the number of entries."""
        async with self._database.transaction(athlete_id) as session:
            if await athlete_for_update(session, athlete_id) is None:
                return 0
            still_said = await queries.end_reflection(session, athlete_id, found.over)
            said = [one for one in found.proposals if (one.saying.source, one.saying.id) in still_said]
            if not said:
                return 0
            times = {(one.source, one.about): one.told_at for one in found.over}
            cleared = await queries.clearances(session, athlete_id)
            book = await open_book(session, athlete_id)
            drafts = [
                one.draft for one in said if _is_news(book, one.draft) and not _is_cleared(one, cleared, told_at=times)
            ]
            return await self._worked_in(session, athlete_id, book, drafts)

    async def _worked_in(
        self, session: AsyncSession, athlete_id: AthleteId, book: Book, drafts: Sequence[LessonDraft]
    ) -> int:
        before = binding_in(book)
        curate(book, drafts, await similarities_of(session, athlete_id, drafts, self._embedder))
        news = newly_binding(book, before)
        plans = await self._days_ahead.open_plans(session, athlete_id) if news else ()
        changes = await write(session, athlete_id, book)
        if plans:
            # One is enough: whatever the athlete's limitations forbid by now goes; with a warning sign, everything.
            gravest = min(news, key=lambda lesson: lesson.rule.limitation not in WARNING_SIGNS)
            await self._days_ahead.keep(session, athlete_id, gravest.rule, plans=plans)
        return len(changes)


def _is_news(book: Book, draft: LessonDraft) -> bool:
    """The rules have learned from the same words: to hear them twice makes nothing surer."""
    known = lesson_saying(book, draft)
    return known is None or (draft.is_hard and not known.is_hard)


def _is_cleared(
    proposal: Proposal,
    cleared: Mapping[LimitationKind, datetime],
    *,
    told_at: Mapping[tuple[LessonSource, str], datetime],
) -> bool:
    """Whether a doctor's word came after the athlete's."""
    limitation, saying = proposal.draft.rule.limitation, proposal.saying
    return limitation is not None and limitation in cleared and cleared[limitation] >= told_at[saying.source, saying.id]


async def _told(session: AsyncSession, athlete_id: AthleteId) -> Told:
    waiting = await queries.unreflected(session, athlete_id)
    facts = await onboarding.facts(session, athlete_id) if waiting else None
    if facts is None:
        return Told(waiting=waiting, sayings=(), known=())
    answers = {one.answer.question_id: one.answer for one in facts.answers}
    asked = await onboarding.newest_question_set(session, athlete_id)
    questions = {**BY_ID, **{question.id: question for question in asked.questions}} if asked is not None else BY_ID
    logs = await training.logs_by_id(
        session, athlete_id, [WorkoutLogId(one.about) for one in waiting if one.source is LessonSource.WORKOUT]
    )
    sayings: list[Saying] = []
    for one in waiting:
        if one.source is LessonSource.WORKOUT and (log := logs.get(WorkoutLogId(one.about))) is not None:
            sayings.extend(_noted(log))
        elif one.source is LessonSource.ONBOARDING and one.about in answers and one.about in questions:
            sayings.extend(_answered(answers[one.about], questions[one.about].text))
    known = tuple(kept.lesson for kept in in_force(facts.lessons, facts.now))
    return Told(waiting=waiting, sayings=tuple(sayings), known=known)


def _answered(answer: Answer, question: str) -> Iterable[Saying]:
    if answer.own_words is not None:
        yield Saying(id=answer.question_id, about=question, text=answer.own_words, source=LessonSource.ONBOARDING)


def _noted(log: WorkoutLog) -> Iterable[Saying]:
    about = f"In the workout of {log.date:%d %B %Y}:"
    for words in log.own_words:
        yield Saying(id=log.id, about=about, text=words, source=LessonSource.WORKOUT)
