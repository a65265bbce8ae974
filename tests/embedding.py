"""An embedder for tests: texts of one group mean the same, and all others something of their own."""

from collections.abc import Sequence

from domain.knowledge import DIMENSIONS, Vector
from services.playbook.embedders import Embedder


def embedder_by_groups(*groups: Sequence[str], model: str = "groups", is_at_hand: bool = True) -> Embedder:
    """Every group has an axis of its own, and so has every other text, in the order in which they come."""
    axes = {text: number for number, group in enumerate(groups) for text in group}

    async def embed(texts: Sequence[str]) -> list[Vector]:
        return [_axis(axes.setdefault(text, len(groups) + len(axes))) for text in texts]

    return Embedder(model=model, embed=embed, is_at_hand=is_at_hand)


def _axis(number: int) -> Vector:
    return tuple(float(place == number % DIMENSIONS) for place in range(DIMENSIONS))
