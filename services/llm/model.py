"""The language model with all its uses, put together once from plain values."""

from dataclasses import dataclass

from opentelemetry import metrics, trace

from domain.exercise import Catalogue
from services.llm.brief import BriefWriter
from services.llm.client import ModelClient, ModelState
from services.llm.configuration import Deadlines, ModelPlace
from services.llm.embeddings import Embedder
from services.llm.message import MessageReader
from services.llm.names import Names
from services.llm.questions import MOST_SECONDS, QuestionWriter
from services.llm.reflection import Reflector
from services.llm.telemetry import Telemetry
from services.planning.catalogue import CatalogueSearch

SCOPE = "coachbook.llm"
"""The name under which traces and metrics are found."""


@dataclass(frozen=True, kw_only=True)
class LanguageModel:
    """What the model is used for. Whoever gets a ModelUnusable from it lets the rules do the work."""

    client: ModelClient
    questions: QuestionWriter
    brief: BriefWriter
    messages: MessageReader
    reflector: Reflector
    embeddings: Embedder

    @property
    def state(self) -> ModelState:
        return self.client.state

    async def close(self) -> None:
        await self.client.close()


def observed_model(place: ModelPlace, catalogue: Catalogue) -> LanguageModel:
    """All uses of a client of its own, whose calls go to the process's traces and metrics."""
    telemetry = Telemetry(trace.get_tracer(SCOPE), metrics.get_meter(SCOPE), captures_content=place.captures_content)
    client = ModelClient(place.configuration, telemetry)
    return language_model(client, Names(catalogue, CatalogueSearch(catalogue)), deadlines=place.deadlines)


def language_model(client: ModelClient, names: Names, *, deadlines: Deadlines | None = None) -> LanguageModel:
    """All uses of one client."""
    seconds = deadlines or Deadlines()
    return LanguageModel(
        client=client,
        questions=QuestionWriter(client, seconds=min(seconds.usual, MOST_SECONDS)),
        brief=BriefWriter(client, names, seconds=seconds.brief),
        messages=MessageReader(client, names, seconds=seconds.usual),
        reflector=Reflector(client, names, seconds=seconds.usual),
        embeddings=client.embedder,
    )
