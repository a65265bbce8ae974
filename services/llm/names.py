"""Names in a model's answer and in its sentences, matched with the catalogue: what matches nothing is dropped."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.text import normalised
from services.planning.catalogue import CatalogueSearch
from services.planning.exercise_names import words_of

_LONGEST_NAME = 80
_TOO_COMMON = 4
"""Letters; a shorter name of one word, such as Dip, is found in too many sentences."""


class Names:
    """The catalogue as a model's words are held against it; made once and shared."""

    def __init__(self, catalogue: Catalogue, search: CatalogueSearch) -> None:
        self.catalogue = catalogue
        self._search = search

    def exercise(self, name: str | None) -> Exercise | None:
        """The exercise that is meant; None where nothing is like it enough."""
        text = normalised(name or "")
        if not 0 < len(text) <= _LONGEST_NAME:
            return None
        # A search takes milliseconds; most names are the catalogue's own, because the model was told them.
        known = self._by_phrase.get(" ".join(words_in(text)))
        return self.catalogue[known] if known is not None else self._search.best(text)

    def matched(self, names: Iterable[str], *, most: int) -> tuple[tuple[ExerciseId, ...], int]:
        """The exercises, each once, and how many names matched none. Of more than twice as many, the rest is not looked at."""
        found = [self.exercise(name) for name in islice(names, 2 * most)]
        ids = dict.fromkeys(exercise.id for exercise in found if exercise is not None)
        return tuple(ids)[:most], sum(exercise is None for exercise in found)

    def named_in(self, sentence: str) -> frozenset[ExerciseId]:
        """Exercises whose whole name, or an alias, stands in a sentence. A name within a longer one does not count."""
        return frozenset(self._by_phrase[match[1]] for match in self._pattern.finditer(" ".join(words_in(sentence))))

    @cached_property
    def _by_phrase(self) -> dict[str, ExerciseId]:
        phrases: dict[str, ExerciseId] = {}
        for exercise in self.catalogue:
            for name in (exercise.name, *exercise.aliases):
                phrase = " ".join(words_in(name))
                if " " in phrase or len(phrase) > _TOO_COMMON:
                    phrases.setdefault(phrase, exercise.id)
        return phrases

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_phrase, key=len, reverse=True)
        return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b")


def words_in(text: str) -> tuple[str, ...]:
    """All plain words of a text of any length, as names are compared."""
    parts = text.split()
    return tuple(word for start in range(0, len(parts), 6) for word in words_of(" ".join(parts[start : start + 6])))
