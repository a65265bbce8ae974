"""The conversation service: takes a message, does what it asks for in one transaction, and answers."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import messages as queries
from db.queries import plans as plan_queries
from db.queries.athletes import athlete_for_update
from db.queries.idempotency import AnsweredRequest, answered, remember_answer
from db.queries.messages import NewMessage
from domain.clock import Clock
from domain.conversation import MAXIMUM_MESSAGES, MESSAGE_LENGTH, FeedbackIntent, Message
from domain.errors import BadUserInput, IdempotencyConflict, NotFound, QuotaExceeded
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import AthleteId, DayId, MessageId, PlanId, new_message_id, read_id
from domain.keys import check_key
from domain.lessons import LessonChange
from domain.pages import Edge, Page, check_first, decode_cursor, encode_cursor
from domain.plan import Plan, PlanChange
from domain.profile import Viewer
from domain.terms import Author
from domain.text import normalised
from services.feedback.second_reading import Said, SecondReading
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable
from services.planning.catalogue import CatalogueSearch
from services.playbook.embedders import Embedder

if TYPE_CHECKING:
    from services.feedback.reacting import Reaction, Reactions

READING = "services.feedback.reacting"
"""What reads messages. Its phrases take long to load, so that a process which starts answers other requests first."""
OPERATION = "submitFeedback"
DEFAULT_MESSAGES_PER_DAY = 100


class FeedbackAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a message; `plan` is as it is now."""

    intent: FeedbackIntent
    reply: Message
    plan: Plan
    changes: tuple[PlanChange, ...]
    lesson_changes: tuple[LessonChange, ...]


class _Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of an answer, to be given again; the plan is read anew."""

    intent: FeedbackIntent
    reply: Message
    plan_id: PlanId
    changes: tuple[PlanChange, ...]
    lesson_changes: tuple[LessonChange, ...]


class Conversations:
    """What athletes and their coach say about plans."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        catalogue: Catalogue,
        *,
        names: CatalogueSearch | None = None,
        messages_per_day: int = DEFAULT_MESSAGES_PER_DAY,
        model: ModelAccess | None = None,
        embedder: Embedder | None = None,
    ) -> None:
        """`names` is the catalogue prepared for finding names, where it was prepared already; `embedder` tells what notes mean."""
        self._database = database
        self._model = model
        self._clock = clock
        self._catalogue = catalogue
        self._names = names or CatalogueSearch(catalogue)
        self._embedder = embedder
        self._messages_per_day = messages_per_day

    @cached_property
    def _reactions(self) -> "Reactions":
        from services.feedback.reacting import Reactions  # as READING says

        return Reactions(self._catalogue, self._names, self._clock, self._embedder)

    async def submit(
        self, viewer: Viewer, *, key: str, plan_id: PlanId, message: str, day_id: DayId | None
    ) -> FeedbackAnswer:
        """Take a message: answer, change and learn, all or nothing. The same key and arguments again get the same answer.

        Raises InvalidInput, NotFound, PlanNotEditable, QuotaExceeded, IdempotencyConflict; where it raises, nothing was written.
        """
        _check(key, message)
        said, athlete_id = Said(text=normalised(message), day_id=day_id), viewer.athlete_id
        request_hash = hashlib.sha256(msgspec.json.encode((plan_id, said.text, day_id))).hexdigest()
        read = await self._read_by_model(viewer, key, plan_id, said)
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            before = await answered(session, athlete_id, OPERATION, key)
            if before is not None:
                return await self._again(session, athlete_id, before, request_hash)
            await self._check_quota(session, athlete_id)
            plan = await plan_queries.plan_for_update(session, athlete_id, plan_id, now=self._clock())
            if plan is None:
                raise NotFound(plan_id)
            reaction = await self._reactions.react(session, athlete_id, plan, said, read=read)
            answer = await _told(session, athlete_id, plan, said.text, reaction)
            kept = AnsweredRequest(request_hash, msgspec.json.encode(_remembered(answer)))
            await remember_answer(session, athlete_id, OPERATION, key, kept)
        return answer

    async def _read_by_model(self, viewer: Viewer, key: str, plan_id: PlanId, said: Said) -> SecondReading | None:
        """What a model makes of a message that the rules leave open, asked outside of any transaction; None where there is none."""
        athlete_id = viewer.athlete_id
        allowance = self._model.allowance(athlete_id, viewer.tier) if self._model is not None else None
        if self._model is None or allowance is None:
            return None
        async with self._database.transaction(athlete_id) as session:
            if await answered(session, athlete_id, OPERATION, key) is not None:
                return None
            await self._check_quota(session, athlete_id)
            plan = await plan_queries.newest_plan(session, athlete_id, plan_id, now=self._clock())
            if plan is None:
                raise NotFound(plan_id)
            situation = await self._reactions.situation_left_open(session, athlete_id, plan, said)
        if situation is None:
            return None
        try:
            message = await self._model.model.messages.read(said.text, situation, allowance=allowance)
        except ModelUnusable:
            return None
        return SecondReading(plan_version=plan.version, message=message)

    async def conversation(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[Message]:
        """What was said, newest first. Raises BadUserInput for a page size or a cursor that cannot be."""
        check_first(first)
        before = _read_cursor(after) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await queries.messages_before(session, athlete_id, before=before, limit=first + 1)
        edges = tuple(Edge(encode_cursor(message.id), message) for message in found[:first])
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def messages_by_id(self, athlete_id: AthleteId, ids: Sequence[MessageId]) -> dict[MessageId, Message]:
        async with self._database.reading(athlete_id) as session:
            return await queries.messages_by_id(session, athlete_id, ids)

    async def _again(
        self, session: AsyncSession, athlete_id: AthleteId, before: AnsweredRequest, request_hash: str
    ) -> FeedbackAnswer:
        if before.request_hash != request_hash:
            raise IdempotencyConflict
        kept = msgspec.json.decode(before.answer, type=_Remembered)
        plan = await plan_queries.newest_plan(session, athlete_id, kept.plan_id, now=self._clock())
        assert plan is not None  # plans are put away, never deleted, while their athlete is there
        return FeedbackAnswer(
            intent=kept.intent, reply=kept.reply, plan=plan, changes=kept.changes, lesson_changes=kept.lesson_changes
        )

    async def _check_quota(self, session: AsyncSession, athlete_id: AthleteId) -> None:
        today = await queries.messages_of_today(session, athlete_id)
        if today.written >= self._messages_per_day:
            raise QuotaExceeded(what="messages", limit=self._messages_per_day, resets_at=today.resets_at)


async def _told(
    session: AsyncSession, athlete_id: AthleteId, plan: Plan, text: str, reaction: "Reaction"
) -> FeedbackAnswer:
    """Keep both messages; the version is told where one came of them."""
    version = reaction.plan.version if reaction.plan.version != plan.version else None
    asked = NewMessage(new_message_id(), plan.id, Author.ATHLETE, text, reaction.intent, version)
    replied = NewMessage(new_message_id(), plan.id, reaction.author, reaction.reply, None, version)
    _, reply = await queries.add_messages(session, athlete_id, [asked, replied])
    await queries.drop_oldest(session, athlete_id, keep=MAXIMUM_MESSAGES)
    return FeedbackAnswer(
        intent=reaction.intent,
        reply=reply,
        plan=reaction.plan,
        changes=reaction.changes,
        lesson_changes=reaction.lesson_changes,
    )


def _remembered(answer: FeedbackAnswer) -> _Remembered:
    return _Remembered(
        intent=answer.intent,
        reply=answer.reply,
        plan_id=answer.plan.id,
        changes=answer.changes,
        lesson_changes=answer.lesson_changes,
    )


def _check(key: str, message: str) -> None:
    faults = Faults()
    check_key(faults, key)
    faults.text(["message"], message, MESSAGE_LENGTH)
    faults.raise_if_any()


def _read_cursor(cursor: str) -> MessageId:
    (place,) = decode_cursor(cursor, 1)
    try:
        return MessageId(read_id("message", place))
    except NotFound:
        raise BadUserInput("`after` is not a cursor of this list.") from None
