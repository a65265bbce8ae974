"""What a message can be about: the plan's days, its exercises, the day that is looked at, and the catalogue's names."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.plan import Activity, Day, EnduranceActivity, PlanDocument, StrengthActivity
from domain.terms import Equipment, Sport
from services.feedback.phrases.names import (
    COMMON_WORDS,
    DETERMINERS,
    GENERIC,
    NO_NAMES,
    POINTING,
    TRAILERS,
)
from services.feedback.words import AREAS, MUSCLES, NUMBERS
from services.planning.catalogue import CatalogueSearch, is_doable
from services.planning.exercise_names import names_something, words_of

_WHICH = {"first": 0, "second": 1, "third": 2, "last": -1}
_TOO_SHORT = 3
_LONGEST_NAME = 4
_OF_ONE_WORD = frozenset({"up", "down"})
"""Parts of names that are one word in speech: push-up, pulldown."""


@dataclass(frozen=True)
class Outlook:
    """`today` is the athlete's; `looked_at` is the day that they have open, if any."""

    document: PlanDocument
    today: datetime.date
    looked_at: datetime.date | None
    catalogue: Catalogue
    names: CatalogueSearch
    owned: frozenset[Equipment] | None = None
    """The athlete's equipment; None where it does not matter."""

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return tuple(day for week in self.document.weeks for day in week.days)

    @cached_property
    def ahead(self) -> tuple[Day, ...]:
        """The days from today on."""
        return tuple(day for day in self.days if day.date >= self.today)

    @cached_property
    def dates_ahead(self) -> frozenset[datetime.date]:
        return frozenset(day.date for day in self.ahead)

    def day_on(self, date: datetime.date) -> Day | None:
        return next((day for day in self.days if day.date == date), None)

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Those of the plan, each once."""
        ids = dict.fromkeys(activity.exercise_id for day in self.days for activity in lifts(day.activities))
        return tuple(exercise for one in ids if (exercise := self.catalogue.get(one)) is not None)

    @cached_property
    def sports(self) -> frozenset[Sport]:
        return frozenset(one.sport for day in self.days for one in day.activities if isinstance(one, EnduranceActivity))

    @cached_property
    def _names_in_plan(self) -> CatalogueSearch:
        return CatalogueSearch(self.exercises)

    def in_plan(self, phrase: str) -> tuple[ExerciseId, ...]:
        """The plan's exercises that a phrase names: the one of just this name, else all `squats` there are, or the one that is
        likest; none for other things.
        """
        if (pointed := self._pointed_at(phrase.strip())) is not None:
            return pointed
        phrase = trimmed(phrase)
        if not _can_be_a_name(phrase):
            return ()
        parts = re.split(r"\s*(?:,| and | or )\s*", phrase)
        if len(parts) > 1 and all(found := [self.in_plan(part) for part in parts]):
            return tuple(dict.fromkeys(one for several in found for one in several))
        words = set(words_of(phrase))
        exact = tuple(exercise.id for exercise in self.exercises if _is_exactly_named(exercise, phrase))
        named = exact or tuple(exercise.id for exercise in self.exercises if words and _is_named(exercise, words))
        if named or frozenset(words) in _names_in(self.catalogue):
            return named
        best = self._names_in_plan.best(phrase)
        return () if best is None else (best.id,)

    def anywhere(self, phrase: str) -> ExerciseId | None:
        """The exercise that a phrase names, in the plan or in the catalogue; one that can be done, where several are alike."""
        best = self._best(trimmed(phrase))
        return None if best is None else self._doable(best, set(words_of(trimmed(phrase)))).id

    def named(self, phrase: str) -> ExerciseId | None:
        """The same, whatever kit it takes."""
        best = self._best(trimmed(phrase))
        return None if best is None else best.id

    def is_known(self, phrase: str) -> bool:
        """Whether a phrase is a name of an exercise of the catalogue, or a part of one that says what it is."""
        words = _words_in(trimmed(phrase))
        if not words - COMMON_WORDS or not _can_be_a_name(trimmed(phrase)) or phrase.split()[0] in NO_NAMES:
            return False
        return any(words <= name for name in (*self._name_words, *_names_in(self.catalogue)))

    def _best(self, phrase: str) -> Exercise | None:
        if not _can_be_a_name(phrase):
            return None
        words = set(words_of(phrase))
        exact = [one for one in self.exercises if words in map(set, map(words_of, (one.name, *one.aliases)))]
        best = exact[0] if exact else self.names.best(phrase)
        return None if best is None or _is_mere_attribute(words, best) else best

    def _doable(self, best: Exercise, words: set[str]) -> Exercise:
        """Where the athlete lacks the kit for it, the one of the same words that they can do: `goblet squat` with a dumbbell."""
        if self.owned is None or is_doable(best, self.owned):
            return best
        found = (
            one
            for one in self.names.search(" ".join(sorted(words, key=best.name.casefold().find)))
            if _is_named(one, words)
        )
        return next((one for one in found if is_doable(one, self.owned)), best)

    def mentions_exercise(self, text: str) -> bool:
        """Whether any of the plan's exercises is named somewhere in it."""
        words = set(words_of(text))
        return any(set(words_of(exercise.name)) & words - COMMON_WORDS for exercise in self.exercises)

    def last_named_in(self, text: str) -> str | None:
        """The words of it that name an exercise; the last ones, where several do.

        One that is not in the plan counts by its whole name: `front squats` are not the squats that are there.
        """
        words = re.findall(r"[a-z'-]+", text)
        known = [_words_in(word) <= _vocabulary_of(self.catalogue) for word in words]
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _LONGEST_NAME), end):
                if all(known[start:end]) and self._is_name(words[start:end]):
                    return " ".join(words[start:end])
        return None

    def _is_name(self, words: list[str]) -> bool:
        phrase = " ".join(words)
        if not _can_be_a_name(trimmed(phrase)) or not names_something(phrase):
            return False
        named = _words_in(phrase)
        if self._names_one(named):
            return True
        is_like_ours = not self._vocabulary.isdisjoint(named - COMMON_WORDS)
        return len(named) > 1 and (is_like_ours or _is_plural(phrase)) and named in _names_in(self.catalogue)

    def _names_one(self, words: frozenset[str]) -> bool:
        """By words that are said of nothing else, or by a whole name: `bench press`."""
        if not words - COMMON_WORDS:
            return len(words) > 1 and words in self._name_words
        return any(words <= name for name in self._name_words)

    @cached_property
    def _name_words(self) -> tuple[frozenset[str], ...]:
        named = (name for exercise in self.exercises for name in (exercise.name, *exercise.aliases))
        return tuple(map(_words_in, named))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset[str]().union(*self._name_words)

    def _pointed_at(self, phrase: str) -> tuple[ExerciseId, ...] | None:
        """`The last exercise` of the day that is looked at; None where the phrase does not point."""
        match = POINTING.match(phrase)
        if match is None:
            return None
        day = self.day_on(self.looked_at) if self.looked_at else None
        here = [activity.exercise_id for activity in lifts(day.activities)] if day else []
        if match["which"]:
            position = _WHICH[match["which"]]
            return (here[position],) if -1 <= position < len(here) else ()
        return (here[0],) if len(here) == 1 else ()


def lifts(activities: Iterable[Activity]) -> Iterator[StrengthActivity]:
    return (activity for activity in activities if isinstance(activity, StrengthActivity))


def trimmed(phrase: str) -> str:
    """A phrase without what stands around a name."""
    before = None
    while phrase != before:
        before = phrase
        phrase = TRAILERS.sub("", DETERMINERS.sub("", phrase.strip())).strip(" ,")
    return phrase


def is_generic(phrase: str) -> bool:
    """Whether a phrase leaves the choice to the coach: `something else`, `an easier one`."""
    return GENERIC.match(phrase.strip()) is not None


def _can_be_a_name(phrase: str) -> bool:
    """Too little, a mere body part, or nothing but small words is no exercise's name."""
    if len(phrase) < _TOO_SHORT or phrase in NO_NAMES:
        return False
    if MUSCLES.exactly(phrase) is not None or AREAS.exactly(phrase) is not None:
        return False
    if all(word in NO_NAMES or word in NUMBERS for word in phrase.split()):
        return False
    return any(len(word) >= _TOO_SHORT for word in words_of(phrase))


def _is_named(exercise: Exercise, words: set[str]) -> bool:
    return any(words <= _words_in(name) for name in (exercise.name, *exercise.aliases))


def _is_mere_attribute(words: set[str], exercise: Exercise) -> bool:
    """Whether one word of a name says how it is done and not what: `free` is no free squat."""
    names = [words_of(name) for name in (exercise.name, *exercise.aliases)]
    holding = [name for name in names if words <= set(name)]
    return len(words) == 1 and bool(holding) and not any(name[-1] in words for name in holding)


def _is_exactly_named(exercise: Exercise, phrase: str) -> bool:
    """Whether a phrase is its name, and not that of a kind: `dumbbell rows` is Dumbbell Row alone; `squats`, `push-ups` and
    `calf raises`, which is somebody's other name, are all there are.
    """
    words = _words_in(phrase)
    if not _is_plural(phrase):
        return any(words == _words_in(name) for name in (exercise.name, *exercise.aliases))
    return len(words - _OF_ONE_WORD) > 1 and words == _words_in(exercise.name)


def _is_plural(phrase: str) -> bool:
    last = re.findall(r"[a-z]+", phrase)[-1:]
    return bool(last) and last[0].endswith("s") and words_of(phrase)[-1:] != tuple(last)


@lru_cache(maxsize=8192)
def _words_in(name: str) -> frozenset[str]:
    return frozenset(words_of(name))


@lru_cache(maxsize=4)
def _names_in(catalogue: Catalogue) -> frozenset[frozenset[str]]:
    """All names there are, as the words in them; the catalogue is the same for as long as the program runs."""
    return frozenset(_words_in(name) for exercise in catalogue for name in (exercise.name, *exercise.aliases))


@lru_cache(maxsize=4)
def _vocabulary_of(catalogue: Catalogue) -> frozenset[str]:
    return frozenset[str]().union(*_names_in(catalogue))
