"""The language model with all its uses, put together once from plain values."""

from dataclasses import dataclass

from services.llm.brief import BRIEF_SECONDS, BriefWriter
from services.llm.client import ModelClient, ModelState
from services.llm.message import MESSAGE_SECONDS, MessageReader
from services.llm.names import Names
from services.llm.questions import MOST_SECONDS, QuestionWriter
from services.llm.reflection import Reflector


@dataclass(frozen=True, kw_only=True)
class Deadlines:
    """Seconds for each use, everything included; questions have 8 at most."""

    usual: float = MESSAGE_SECONDS
    brief: float = BRIEF_SECONDS


@dataclass(frozen=True, kw_only=True)
class LanguageModel:
    """What the model is used for. Whoever gets a ModelUnusable from it lets the rules do the work."""

    client: ModelClient
    questions: QuestionWriter
    brief: BriefWriter
    messages: MessageReader
    reflector: Reflector

    @property
    def state(self) -> ModelState:
        return self.client.state

    async def close(self) -> None:
        await self.client.close()


def language_model(client: ModelClient, names: Names, *, deadlines: Deadlines | None = None) -> LanguageModel:
    """All uses of one client."""
    seconds = deadlines or Deadlines()
    return LanguageModel(
        client=client,
        questions=QuestionWriter(client, seconds=min(seconds.usual, MOST_SECONDS)),
        brief=BriefWriter(client, names, seconds=seconds.brief),
        messages=MessageReader(client, names, seconds=seconds.usual),
        reflector=Reflector(client, names, seconds=seconds.usual),
    )
