"""Texts as vectors, so that what means the same lies close together."""

import math
from collections.abc import Sequence

import msgspec
import openai

from domain.knowledge import DIMENSIONS, Vector
from services.llm.allowance import Unlimited, Usage
from services.llm.attempts import Attempts
from services.llm.diagnosis import until
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.material import estimated_tokens
from services.llm.pricing import microdollars
from services.llm.telemetry import Embedding, Place, Telemetry

EMBEDDING_MODEL = "text-embedding-3-small"
MOST_TEXTS = 128
"""Of one call."""
EMBEDDING_SECONDS = 8.0
"""For one call and the one after it, everything included."""
_USE = "embeddings"


class Embedder:
    """Nobody's allowance is asked, since a text costs next to nothing; tokens and money are counted all the same."""

    def __init__(self, client: openai.AsyncOpenAI, attempts: Attempts, telemetry: Telemetry, place: Place) -> None:
        self._openai = client
        self._attempts = attempts
        self._telemetry = telemetry
        self._place = place

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        """A vector of length one for each text, none of which is blank, in their order. Raises ModelUnusable."""
        vectors: list[Vector] = []
        for start in range(0, len(texts), MOST_TEXTS):
            vectors.extend(await self._embedded(texts[start : start + MOST_TEXTS]))
        return vectors

    async def _embedded(self, texts: Sequence[str]) -> list[Vector]:
        async def call(deadline: float) -> list[Vector]:
            return await self._exchanged(texts, deadline)

        return await self._attempts.made(call, use=_USE, seconds=EMBEDDING_SECONDS, allowance=Unlimited())

    async def _exchanged(self, texts: Sequence[str], deadline: float) -> list[Vector]:
        with self._telemetry.call(Embedding(place=self._place, dimensions=DIMENSIONS)) as record:
            async with until(deadline):
                answer = _read(await self._posted(texts))
            record.used(_usage(texts, answer))
            return _vectors(answer, count=len(texts))

    async def _posted(self, texts: Sequence[str]) -> bytes:
        raw = await self._openai.embeddings.with_raw_response.create(
            model=self._place.model, input=list(texts), dimensions=DIMENSIONS, encoding_format="float"
        )
        return raw.content


class _Row(msgspec.Struct, frozen=True):
    index: int
    embedding: Vector


class _Usage(msgspec.Struct, frozen=True):
    prompt_tokens: int = 0


class _Answer(msgspec.Struct, frozen=True):
    """An object of `POST /embeddings`, as far as it matters here."""

    data: tuple[_Row, ...]
    usage: _Usage | None = None


_ANSWER = msgspec.json.Decoder(_Answer)


def _read(body: bytes) -> _Answer:
    try:
        return _ANSWER.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ModelUnusable(ModelFailureReason.MALFORMED) from None


def _vectors(answer: _Answer, *, count: int) -> list[Vector]:
    """Raises ModelUnusable where a text has none, or one that is of no use."""
    rows = {row.index: row.embedding for row in answer.data}
    if len(answer.data) != count or rows.keys() != set(range(count)):
        raise ModelUnusable(ModelFailureReason.MALFORMED)
    return [_of_length_one(rows[index]) for index in range(count)]


def _of_length_one(vector: Vector) -> Vector:
    length = math.hypot(*vector)
    if len(vector) != DIMENSIONS or not math.isfinite(length) or length == 0:
        raise ModelUnusable(ModelFailureReason.MALFORMED)
    return tuple(number / length for number in vector)


def _usage(texts: Sequence[str], answer: _Answer) -> Usage:
    tokens = answer.usage.prompt_tokens if answer.usage else sum(map(estimated_tokens, texts))
    cost = microdollars(EMBEDDING_MODEL, input_tokens=tokens, output_tokens=0)
    return Usage(model=EMBEDDING_MODEL, input_tokens=tokens, output_tokens=0, microdollars=cost)
