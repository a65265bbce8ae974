"""Finds lessons in what athletes told in answers and logs."""

import asyncio
from collections.abc import Sequence

from domain.lessons import Lesson
from services.llm.allowance import Allowance
from services.llm.answers import StrictAnswer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.lessons import LessonAnswer, LessonReader
from services.llm.material import Json, Piece, material
from services.llm.names import Names
from services.llm.prompt_files import read_prompt
from services.llm.readings import Proposal, Saying

REFLECTION_SECONDS = 15.0


class LessonsAnswer(StrictAnswer):
    """What the model is asked for."""

    lessons: list[LessonAnswer]


class Reflector:
    """Finds lessons with the model."""

    def __init__(self, client: ModelClient, names: Names, *, seconds: float = REFLECTION_SECONDS) -> None:
        self._client = client
        self._reader = LessonReader(names)
        self._seconds = seconds
        self._prompt = read_prompt("lessons")

    async def reflect(
        self, sayings: Sequence[Saying], *, known: Sequence[Lesson], allowance: Allowance
    ) -> tuple[Proposal, ...]:
        """For the curator; often nothing. `known` are the active lessons, weightiest first. Raises ModelUnusable."""
        if not any(saying.text.strip() for saying in sayings):
            return ()
        told = material({}, [*map(_said, sayings), *known_lessons(known)])
        ask = Ask(prompt=self._prompt, material=told, answer=LessonsAnswer, seconds=self._seconds)
        answer = await self._client.ask(ask, allowance)
        found = await asyncio.to_thread(self._reader.read, answer.lessons, sayings)
        self._client.telemetry.dropped("lessons", "lesson", found.dropped)
        return found.proposals


def known_lessons(lessons: Sequence[Lesson]) -> list[Piece]:
    """What was learned before, weightiest first: the hard always, the rest as far as there is room."""
    return [
        Piece(
            section="known",
            value={"lesson": lesson.text, "kind": lesson.rule.kind.value},
            weight=1 / (place + 1),
            is_firm=lesson.is_hard,
        )
        for place, lesson in enumerate(lessons)
    ]


def _said(saying: Saying) -> Piece:
    value: dict[str, Json] = {"about": saying.about, "text": saying.text}
    return Piece(section="said", value=value, weight=2.0)
