"""What a model is told of an athlete: delimited JSON, bounded in length, the least weighty left out first.

Whatever a person wrote stands in JSON strings between two marks. `<` is escaped there, so that no text can end the material
early and go on in the voice of the prompt.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

import msgspec

from services.llm.failures import ModelFailureReason, ModelUnusable

TOKEN_BOUND = 12_000
OPENING, CLOSING = "<athlete_data>", "</athlete_data>"
_CHARACTERS_A_TOKEN = 4
_PIECE_TOKENS = 1
"""For the comma, and for what rounding hides."""

Json = Union[None, bool, int, float, str, Sequence["Json"], Mapping[str, "Json"]]  # noqa: UP007 it names itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An entry of a list in the material. What is firm is never left out; of the rest, the lightest goes first."""

    section: str
    value: Json
    weight: float = 0.0
    is_firm: bool = False


def estimated_tokens(text: str) -> int:
    """Four characters of English for a token, and a token for every other character: rather too many than too few."""
    ascii_characters = sum(character.isascii() for character in text)
    return math.ceil(ascii_characters / _CHARACTERS_A_TOKEN) + len(text) - ascii_characters


def material(facts: Mapping[str, Json], pieces: Iterable[Piece], *, token_bound: int = TOKEN_BOUND) -> str:
    """Facts and pieces as one delimited text within the bound. Raises ModelUnusable where the firm alone are too much."""
    kept = _within(list(pieces), token_bound - estimated_tokens(_delimited(facts)))
    sections: defaultdict[str, list[Json]] = defaultdict(list)
    for piece in kept:
        sections[piece.section].append(piece.value)
    return _delimited({**facts, **sections})


def _within(pieces: list[Piece], tokens: int) -> list[Piece]:
    """The pieces that fit, in their order."""
    sizes = [estimated_tokens(_encoded(piece.value)) + _PIECE_TOKENS for piece in pieces]
    headings = sum(estimated_tokens(_encoded(section)) + 2 for section in {piece.section for piece in pieces})
    total = sum(sizes) + headings
    lightest_first = sorted(range(len(pieces)), key=lambda index: (pieces[index].weight, -index))
    dropped: set[int] = set()
    for index in lightest_first:
        if total <= tokens:
            break
        if not pieces[index].is_firm:
            dropped.add(index)
            total -= sizes[index]
    if total > tokens:
        raise ModelUnusable(ModelFailureReason.TOO_LONG)
    return [piece for index, piece in enumerate(pieces) if index not in dropped]


def _delimited(value: Json) -> str:
    return f"{OPENING}\n{_encoded(value)}\n{CLOSING}"


def _encoded(value: Json) -> str:
    return msgspec.json.encode(value).decode().replace("<", "\\u003c").replace(">", "\\u003e")
