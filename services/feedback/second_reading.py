"""A second reading of a message, by a language model: of those that the rules leave open, and never against the rules."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.queries.messages import messages_before
from domain.constraints import WARNING_SIGNS
from domain.conversation import FeedbackIntent
from domain.ids import DayId
from domain.lessons import LessonDraft
from domain.terms import Author, LimitationKind
from services.feedback.topics import Topic
from services.feedback.turn import Turn
from services.feedback.wishes import Alarm, Carry, Spare, Understanding, Wish
from services.llm.readings import ReadMessage, Situation
from services.plans.editing import editable_dates_of

if TYPE_CHECKING:
    from services.feedback.outlook import Outlook

_LOOKED_BACK = 12
"""Messages before this one, of both sides, among which the athlete's are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message as it came in, and the day that was looked at."""

    text: str
    day_id: DayId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """What a model made of a message about this version of a plan."""

    plan_version: int
    message: ReadMessage


def is_left_open(found: Understanding) -> bool:
    """Whether the rules make nothing of a message. Alarms, clearances and whatever else they understood are theirs."""
    if found.wishes or found.alarms or found.clearance is not None:
        return False
    match found.intent:
        case FeedbackIntent.UNCLEAR | FeedbackIntent.CHANGE:
            return True
        case FeedbackIntent.QUESTION:
            return found.topic in (None, Topic.OTHER)
        case FeedbackIntent.OTHER:
            return found.remark is None
        case _:
            return False


async def situation_of(turn: Turn, outlook: "Outlook") -> Situation:
    """What the model is told with the message."""
    basis = await turn.basis()
    earlier = await messages_before(turn.session, turn.athlete_id, before=None, limit=_LOOKED_BACK)
    return Situation(
        document=outlook.document,
        editable=await editable_dates_of(turn.session, turn.athlete_id, turn.plan.id, now=turn.now),
        today=turn.today,
        looked_at=outlook.looked_at,
        goal=basis.goal,
        lessons=basis.lessons,
        earlier=tuple(message.text for message in reversed(earlier) if message.author is Author.ATHLETE),
    )


def as_read(read: ReadMessage, found: Understanding) -> Understanding:
    """The model's reading in the place of the rules'. What it says of the body counts as if the rules had found it."""
    kinds = tuple(dict.fromkeys(kind for draft in read.lessons if (kind := draft.rule.limitation) is not None))
    alarms = tuple(Alarm(limitation=kind) for kind in kinds if kind in WARNING_SIGNS)
    if alarms or read.intent is FeedbackIntent.SAFETY:
        spared = tuple(Alarm(limitation=kind) for kind in kinds if kind not in WARNING_SIGNS)
        every = (*alarms, *spared) or (Alarm(limitation=None),)
        return Understanding(intent=FeedbackIntent.SAFETY, evidence=found.evidence, alarms=every)
    drafts = tuple(draft for draft in read.lessons if draft.rule.limitation is None)
    asked = _wishes(read, kinds)
    if asked or read.intent is FeedbackIntent.CHANGE:
        unmet = None if asked or drafts else found.remark
        return Understanding(
            intent=FeedbackIntent.CHANGE, evidence=found.evidence, wishes=asked, drafts=drafts, remark=unmet
        )
    return _without_a_change(read, found, drafts)


def _wishes(read: ReadMessage, hurting: tuple[LimitationKind, ...]) -> tuple[Wish, ...]:
    carried = (Carry(operations=read.operations),) if read.operations else ()
    return (*carried, *(Spare(limitation=kind) for kind in hurting))


def _without_a_change(read: ReadMessage, found: Understanding, drafts: tuple[LessonDraft, ...]) -> Understanding:
    return Understanding(
        intent=read.intent,
        evidence=found.evidence,
        doubt=read.reply,
        remark=read.reply,
        drafts=drafts,
        author=Author.RULES if read.reply is None else Author.MODEL,
    )
