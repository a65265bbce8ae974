"""The model of meaning that runs here, where it is installed."""

import math

import pytest

from domain.knowledge import DIMENSIONS, Vector
from services.playbook.embedders import packaged_embedder

PACKAGED = packaged_embedder()
pytestmark = pytest.mark.skipif(
    PACKAGED is None, reason="the extra `embeddings` is not installed: make setup-embeddings"
)


async def test_a_text_has_the_same_vector_of_length_one_whatever_is_asked_beside_it() -> None:
    assert PACKAGED is not None
    short, long = (
        "Sleeps badly.",
        "Would like to run a half marathon in May and to be fresh for it, with two runs a week.",
    )

    (alone,) = await PACKAGED.embed([short])
    beside, _ = await PACKAGED.embed([short, long])

    assert len(alone) == DIMENSIONS
    assert math.hypot(*alone) == pytest.approx(1)
    assert beside == pytest.approx(alone, abs=1e-5)


async def test_similarities_are_those_that_the_model_was_published_with() -> None:
    """The figures are of the quickstart of Sentence Transformers, which runs the model on PyTorch."""
    assert PACKAGED is not None
    texts = ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    weather, sunny, stadium = await PACKAGED.embed(texts)

    found = [_likeness(weather, sunny), _likeness(weather, stadium), _likeness(sunny, stadium)]
    assert found == pytest.approx([0.6660, 0.1046, 0.1411], abs=1e-4)


async def test_nothing_and_very_long_texts_are_taken() -> None:
    assert PACKAGED is not None
    assert await PACKAGED.embed([]) == []
    assert len(await PACKAGED.embed(["squat " * 5000, "\N{PILE OF POO}"])) == 2


def _likeness(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
