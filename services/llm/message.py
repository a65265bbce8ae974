"""Understands a message with the model: an intent, the operations of an edit, lessons, and a reply that is true of the plan."""

import asyncio
import re
from collections.abc import Sequence

from domain.conversation import FeedbackIntent
from domain.lessons import LessonDraft
from services.feedback.language import plain
from services.feedback.phrases.courtesies import NOT_A_MESSAGE
from services.llm.allowance import Allowance
from services.llm.answers import StrictAnswer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.configuration import MESSAGE_SECONDS
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.handles import Handles
from services.llm.lessons import LessonAnswer, LessonReader
from services.llm.material import Json, Piece, material
from services.llm.names import Names
from services.llm.operations import OperationAnswer, OperationReader, Unresolved
from services.llm.prompt_files import read_prompt
from services.llm.readings import ReadMessage, Saying, Situation
from services.llm.reflection import known_lessons
from services.llm.replies import ReplyCheck

_CONSENT = re.compile(
    r"\b(?:good|great|fine|perfect|awesome|excellent|love|like|happy|accept|approve|ok|okay|yes|yep|works?|"
    r"ready|start|go|done|deal|agree\w*|satisf\w+|suits?|nice|lgtm|cool|keep|thanks)\b"
)
_RESERVE = re.compile(
    r"\?|\b(?:but|except|however|although|though|not|no|never|change|instead|less|more|swap|remove|replace|"
    r"move|skip|too|wish|rather|if|could|would|add|drop|hurts?|pain|"
    r"ignore|system|instructions?)\b|n't\b"
)
_LONGEST_CONSENT = 160


class MessageAnswer(StrictAnswer):
    """What the model is asked for."""

    intent: FeedbackIntent
    operations: list[OperationAnswer]
    lessons: list[LessonAnswer]
    reply: str | None


class MessageReader:
    """Reads messages with the model. Alarms and clearances are for the rules to find first: a model lifts nothing."""

    def __init__(self, client: ModelClient, names: Names, *, seconds: float = MESSAGE_SECONDS) -> None:
        self._client = client
        self._names = names
        self._lessons = LessonReader(names)
        self._seconds = seconds
        self._prompt = read_prompt("message")

    async def read(self, message: str, situation: Situation, *, allowance: Allowance) -> ReadMessage:
        """What the message asks for. Raises ModelUnusable, also where the answer does not hold as a whole."""
        if NOT_A_MESSAGE.search(plain(message)):
            # It speaks to a machine and not to a coach; there is nothing in it to understand.
            raise self._useless()
        days = _handles(situation).pieces(self._names.catalogue)
        told = material(_facts(message, situation), [*days, *_around(situation)])
        ask = Ask(prompt=self._prompt, material=told, answer=MessageAnswer, seconds=self._seconds)
        answer = await self._client.ask(ask, allowance)
        # Names are searched for in the catalogue; meanwhile the loop is for others.
        return await asyncio.to_thread(self._believed, answer, message, situation, told)

    def _believed(self, answer: MessageAnswer, message: str, situation: Situation, told: str) -> ReadMessage:
        """What of the answer holds. Raises ModelUnusable where it does not hold as a whole."""
        lessons = self._lessons_in(answer, message)
        if answer.intent is FeedbackIntent.CHANGE:
            return self._change(answer, situation, lessons)
        if answer.intent is FeedbackIntent.SATISFIED and not _is_consent(message):
            raise self._useless()
        reply = self._reply(answer, message, situation, told)
        if answer.intent is FeedbackIntent.UNCLEAR and (reply is None or not reply.endswith("?")):
            raise self._useless()
        if answer.intent is FeedbackIntent.QUESTION and reply is None:
            raise self._useless()
        return ReadMessage(intent=answer.intent, lessons=lessons, reply=reply)

    def _lessons_in(self, answer: MessageAnswer, message: str) -> tuple[LessonDraft, ...]:
        found = self._lessons.read(answer.lessons, [Saying(text=message)])
        self._client.telemetry.dropped("message", "lesson", found.dropped)
        return found.drafts

    def _change(self, answer: MessageAnswer, situation: Situation, lessons: tuple[LessonDraft, ...]) -> ReadMessage:
        """What was done is told by the code that does it, so that a reply is not taken."""
        handles, weeks = _handles(situation), len(situation.document.weeks)
        try:
            operations = OperationReader(handles, self._names, weeks=weeks).operations(answer.operations)
        except Unresolved:
            self._client.telemetry.dropped("message", "operation", len(answer.operations))
            raise self._useless() from None
        if not operations and not lessons:
            raise self._useless()
        return ReadMessage(intent=FeedbackIntent.CHANGE, operations=operations, lessons=lessons)

    def _reply(self, answer: MessageAnswer, message: str, situation: Situation, told: str) -> str | None:
        if not answer.reply or answer.intent in {FeedbackIntent.SAFETY, FeedbackIntent.SATISFIED}:
            return None
        days = [day for week in situation.document.weeks for day in week.days]
        check = ReplyCheck(situation.document, days, self._names)
        reply, cut = check.kept(answer.reply, told=told, message=message)
        self._client.telemetry.dropped("message", "sentence", cut)
        return reply

    def _useless(self) -> ModelUnusable:
        return self._client.given_up("message", ModelUnusable(ModelFailureReason.USELESS))


def _handles(situation: Situation) -> Handles:
    return Handles.of((day for week in situation.document.weeks for day in week.days), situation.editable)


def _is_consent(message: str) -> bool:
    """Whether a plan may be accepted on these words: short, willing, and without a but."""
    text = message.casefold()
    return len(text) <= _LONGEST_CONSENT and _CONSENT.search(text) is not None and _RESERVE.search(text) is None


def _facts(message: str, situation: Situation) -> dict[str, Json]:
    document = situation.document
    facts: dict[str, Json] = {
        "message": message,
        "today": situation.today.isoformat(),
        "plan": {
            "title": document.title,
            "summary": document.summary,
            "rationale": document.rationale,
            "weeks": [
                {"week": week.number, "starts": week.start_date.isoformat(), "focus": week.focus}
                for week in document.weeks
            ],
        },
    }
    if situation.looked_at is not None:
        facts["looking_at"] = situation.looked_at.isoformat()
    return facts


def _around(situation: Situation) -> list[Piece]:
    """Goal, lessons and what was said before: the older, the lighter."""
    earlier: Sequence[str] = situation.earlier[-6:]
    pieces = [
        Piece(section="earlier_messages", value=text, weight=0.02 * place)
        for place, text in enumerate(earlier, start=1)
    ]
    if situation.goal:
        pieces.append(Piece(section="goal", value=situation.goal, weight=0.5))
    return [*pieces, *known_lessons(situation.lessons)]
