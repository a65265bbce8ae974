"""Words the bank's questions for one goal, and adds a few: what must be asked stays exactly what it was."""

from collections.abc import Sequence

from domain.questions import ChoiceQuestion, Question
from domain.terms import ExperienceLevel
from services.llm.allowance import Allowance
from services.llm.answers import StrictAnswer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.material import Json, Piece, material
from services.llm.prompt_files import read_prompt
from services.llm.question_filter import ExtraQuestion, added, reworded

MOST_SECONDS = 8.0
MOST_EXTRA = 6
MOST_QUESTIONS = 20


class Wording(StrictAnswer):
    """New words for one question of the bank."""

    id: str
    text: str
    help_text: str | None


class QuestionsAnswer(StrictAnswer):
    """What the model is asked for."""

    wordings: list[Wording]
    extra: list[ExtraQuestion]


class QuestionWriter:
    """Writes onboarding questions with the model."""

    def __init__(self, client: ModelClient, *, seconds: float = MOST_SECONDS) -> None:
        self._client = client
        self._seconds = min(seconds, MOST_SECONDS)
        self._prompt = read_prompt("questions")

    async def write(
        self, questions: Sequence[Question], *, goal: str, experience: ExperienceLevel, allowance: Allowance
    ) -> tuple[Question, ...]:
        """The same questions in their order and under their ids, some in other words, and up to six more. Raises ModelUnusable."""
        most_extra = max(0, min(MOST_EXTRA, MOST_QUESTIONS - len(questions)))
        facts: dict[str, Json] = {"goal": goal, "experience": experience.value, "most_extra": most_extra}
        told = material(facts, [Piece(section="questions", value=_told(one), is_firm=True) for one in questions])
        ask = Ask(prompt=self._prompt, material=told, answer=QuestionsAnswer, seconds=self._seconds)
        answer = await self._client.ask(ask, allowance)
        worded = _worded(questions, answer.wordings)
        extra = added(answer.extra, beside=questions, most=most_extra)
        changed = sum(one != other for one, other in zip(worded, questions, strict=True))
        self._client.telemetry.dropped("questions", "wording", max(0, len(answer.wordings) - changed))
        self._client.telemetry.dropped("questions", "question", len(answer.extra) - len(extra))
        if not changed and not extra:
            raise self._client.given_up("questions", ModelUnusable(ModelFailureReason.USELESS))
        return (*worded, *extra)


def _worded(questions: Sequence[Question], wordings: Sequence[Wording]) -> tuple[Question, ...]:
    by_id = {wording.id: wording for wording in wordings}
    return tuple(
        question if (wording := by_id.get(question.id)) is None else reworded(question, wording.text, wording.help_text)
        for question in questions
    )


def _told(question: Question) -> dict[str, Json]:
    told: dict[str, Json] = {"id": question.id, "text": question.text, "topic": question.topic.value}
    if question.help_text is not None:
        told["help_text"] = question.help_text
    if isinstance(question, ChoiceQuestion):
        told["options"] = [option.label for option in question.options[:8]]
    return told
