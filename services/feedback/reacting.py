"""What comes of an understood message: plans changed, lessons learned, a reply. In the caller's transaction."""

import asyncio
import datetime
from dataclasses import dataclass, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.basis import PlanBasis
from domain.clock import Clock
from domain.conversation import FeedbackIntent
from domain.errors import NotFound, PlanNotEditable
from domain.exercise import Catalogue
from domain.ids import AthleteId, DayId, plan_and_date_of
from domain.lessons import LessonChange, LessonDraft
from domain.plan import OPEN_STATES, Plan, PlanChange, PlanState, PlanVersionReason
from domain.terms import Author
from services.feedback import replies
from services.feedback.acting.carrying_out import Outcome, carried_out, rested
from services.feedback.answers import Answers
from services.feedback.clearing import limitations_to_clear
from services.feedback.learning import Learning
from services.feedback.outlook import Outlook
from services.feedback.remembering import known, remembered
from services.feedback.second_reading import Said, SecondReading, as_read, is_left_open, situation_of
from services.feedback.turn import Turn
from services.feedback.understanding import understood
from services.feedback.wishes import Clearance, Spare, Understanding
from services.llm.readings import Situation as ReadSituation
from services.planning.catalogue import CatalogueSearch
from services.plans.acceptance import accept_in
from services.plans.revising import document_of
from services.playbook.clearance import clear
from services.playbook.embedders import Embedder


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What was done. `plan` is the one that the message was about, as it is now; `author` is whose words the reply is in."""

    intent: FeedbackIntent
    reply: str
    author: Author = Author.RULES
    plan: Plan
    changes: tuple[PlanChange, ...] = ()
    lesson_changes: tuple[LessonChange, ...] = ()


class Reactions:
    """Reads a message and does what it says."""

    def __init__(
        self, catalogue: Catalogue, names: CatalogueSearch, clock: Clock, embedder: Embedder | None = None
    ) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._names = names
        self._clock = clock

    async def situation_left_open(
        self, session: AsyncSession, athlete_id: AthleteId, plan: Plan, said: Said
    ) -> ReadSituation | None:
        """What a model must know to read this message; None where the rules understand it. Raises NotFound, as `react` does."""
        turn, outlook = await self._looked(session, athlete_id, plan, said)
        found = await asyncio.to_thread(understood, said.text, outlook)
        return await situation_of(turn, outlook) if plan.state in OPEN_STATES and is_left_open(found) else None

    async def react(
        self,
        session: AsyncSession,
        athlete_id: AthleteId,
        plan: Plan,
        said: Said,
        *,
        read: SecondReading | None = None,
    ) -> Reaction:
        """`read` is what a model made of the message, and counts where the rules make nothing of it and the plan is still the same.

        Raises NotFound for a day of another plan. A plan that is put away or over raises PlanNotEditable, unless the
        message is an alarm, which is heard at all times.
        """
        turn, outlook = await self._looked(session, athlete_id, plan, said)
        found = await asyncio.to_thread(understood, said.text, outlook)
        if read is not None and read.plan_version == plan.version and is_left_open(found):
            found = as_read(read.message, found)
        if found.alarms:
            return await _alarmed(turn, found)
        if plan.state not in OPEN_STATES:
            raise PlanNotEditable("This plan is over or was put away. Talk about the plan that you train by.")
        return await _reaction(turn, found, outlook, said.text)

    async def _looked(
        self, session: AsyncSession, athlete_id: AthleteId, plan: Plan, said: Said
    ) -> tuple[Turn, Outlook]:
        span = await queries.plan_span(session, athlete_id, plan.id)
        turn = Turn(
            session=session,
            athlete_id=athlete_id,
            plan=plan,
            catalogue=self._catalogue,
            now=self._clock(),
            time_zone=span.time_zone if span else "UTC",
            embedder=self._embedder,
        )
        outlook = Outlook(
            document=document_of(plan),
            today=turn.today,
            looked_at=_date_looked_at(plan, said.day_id),
            catalogue=self._catalogue,
            names=self._names,
            owned=frozenset((await turn.basis()).constraints.equipment),
        )
        return turn, outlook


async def _reaction(turn: Turn, found: Understanding, outlook: Outlook, text: str) -> Reaction:
    match found.intent:
        case FeedbackIntent.CHANGE if found.clearance is not None:
            return await _cleared(turn, found, found.clearance)
        case FeedbackIntent.CHANGE if found.remark is not None and not found.is_to_be_carried_out:
            return await _said(turn, found, _with_answer(found.remark, found, outlook, await turn.basis()))
        case FeedbackIntent.CHANGE:
            return await _changed(turn, found, outlook)
        case FeedbackIntent.SATISFIED:
            return await _accepted(turn)
        case FeedbackIntent.QUESTION if found.topic is not None:
            reply = Answers(outlook, await turn.basis()).answer(found.topic, text)
            return await _said(turn, found, reply)
        case FeedbackIntent.UNCLEAR:
            return await _said(turn, found, found.doubt or replies.TALK)
        case _:
            return await _said(turn, found, found.remark or replies.talk(text))


async def _said(turn: Turn, found: Understanding, reply: str) -> Reaction:
    """Nothing is to be done but to answer, and to keep what was told by the way, such as what somebody likes."""
    if not found.wishes and not found.drafts:
        return Reaction(intent=found.intent, reply=reply, author=found.author, plan=turn.plan)
    learned = await turn.learn(await _taught(turn, found))
    plan = await turn.save(Outcome(document=document_of(turn.plan)), await turn.basis(), PlanVersionReason.FEEDBACK)
    told = " ".join([*remembered(learned, turn.catalogue), *known(learned, turn.catalogue)])
    if found.author is Author.RULES:
        reply = told or replies.NOTED if found.intent is FeedbackIntent.OTHER else f"{reply} {told}".strip()
    return Reaction(intent=found.intent, reply=reply, author=found.author, plan=plan, lesson_changes=learned)


async def _taught(turn: Turn, found: Understanding) -> tuple[LessonDraft, ...]:
    from_wishes = Learning(await turn.basis(), turn.catalogue).from_wishes(found.wishes, found.evidence)
    return (*from_wishes, *found.drafts)


async def _accepted(turn: Turn) -> Reaction:
    reply = replies.ACCEPTED if turn.plan.state is PlanState.IN_REVIEW else replies.ALREADY_ACCEPTED
    plan = await accept_in(turn.session, turn.athlete_id, turn.plan, now=turn.now)
    return Reaction(intent=FeedbackIntent.SATISFIED, reply=reply, plan=plan)


async def _changed(turn: Turn, found: Understanding, outlook: Outlook) -> Reaction:
    """Learn first, so that the plan is held against what is known by now; then change what was asked for, all or none. What is
    asked beside it is answered from the plan as it is then.
    """
    others = [plan for plan in await turn.open_plans() if plan.id != turn.plan.id]
    learned = await turn.learn(await _taught(turn, found))
    basis = await turn.basis()
    spares = tuple(wish for wish in found.wishes if isinstance(wish, Spare))
    situation = await turn.situation(basis)
    outcome = await asyncio.to_thread(carried_out, found.wishes, situation)
    plan = await turn.save(outcome, basis, PlanVersionReason.SAFETY if spares else PlanVersionReason.FEEDBACK)
    for other in others if spares else ():
        await _spared_too(turn.about(other), spares)
    reply = replies.of_outcome(found, outcome, situation, learned)
    return Reaction(
        intent=found.intent,
        reply=_with_answer(reply, found, replace(outlook, document=document_of(plan)), basis),
        plan=plan,
        changes=outcome.changes,
        lesson_changes=learned,
    )


def _with_answer(reply: str, found: Understanding, outlook: Outlook, basis: PlanBasis) -> str:
    """With an answer to what is asked beside a wish, where the plan can tell."""
    if found.topic is None or found.question is None:
        return reply
    return f"{reply} {Answers(outlook, basis).told(found.topic, found.question) or ''}".strip()


async def _spared_too(turn: Turn, spares: tuple[Spare, ...]) -> None:
    """What hurts, hurts in every plan that may still be trained by."""
    basis = await turn.basis()
    outcome = await asyncio.to_thread(carried_out, spares, await turn.situation(basis))
    await turn.save(outcome, basis, PlanVersionReason.SAFETY)


async def _alarmed(turn: Turn, found: Understanding) -> Reaction:
    """The lesson is hard, and all days ahead of all plans become rest days."""
    open_plans = await turn.open_plans()
    drafts = Learning(await turn.basis(), turn.catalogue).from_alarms(found.alarms, found.evidence)
    learned = await turn.learn(drafts)
    changes: tuple[PlanChange, ...] = ()
    has_rested = False
    for plan in open_plans:
        there = turn.about(plan)
        basis = await there.basis()
        outcome = await asyncio.to_thread(rested, await there.situation(basis))
        await there.save(outcome, basis, PlanVersionReason.SAFETY)
        has_rested = has_rested or bool(outcome.changes)
        changes = outcome.changes if plan.id == turn.plan.id else changes
    plan = await queries.newest_plan(turn.session, turn.athlete_id, turn.plan.id, now=turn.now) or turn.plan
    return Reaction(
        intent=FeedbackIntent.SAFETY,
        reply=replies.alarmed(found.alarms, has_rested=has_rested, evidence=found.evidence),
        plan=plan,
        changes=changes,
        lesson_changes=learned,
    )


async def _cleared(turn: Turn, found: Understanding, clearance: Clearance) -> Reaction:
    """Lifts what a doctor cleared; the days stay as they are."""
    basis: PlanBasis = await turn.basis()
    kinds = limitations_to_clear(clearance, basis)
    if kinds is None:
        return Reaction(intent=FeedbackIntent.UNCLEAR, reply=replies.WHICH_CLEARANCE, plan=turn.plan)
    if not kinds:
        return Reaction(intent=FeedbackIntent.OTHER, reply=replies.NOTHING_TO_CLEAR, plan=turn.plan)
    learned: list[LessonChange] = []
    for kind in kinds:
        learned += await clear(turn.session, turn.athlete_id, kind, found.evidence)
    plan = await turn.save(Outcome(document=document_of(turn.plan)), basis, PlanVersionReason.FEEDBACK)
    return Reaction(
        intent=FeedbackIntent.CHANGE, reply=replies.cleared(kinds), plan=plan, lesson_changes=tuple(learned)
    )


def _date_looked_at(plan: Plan, day_id: DayId | None) -> datetime.date | None:
    if day_id is None:
        return None
    plan_id, date = plan_and_date_of(day_id)
    if plan_id != plan.id or not plan.start_date <= date <= plan.last_date:
        raise NotFound(day_id)
    return date
