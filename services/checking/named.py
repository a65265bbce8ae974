"""Exercises, parts of the body and promises that texts name, and whether they are so (R48).

Names are looked at here alone, because texts are made of them; what they stand for is then compared by id and tags.
"""

import re
from collections.abc import Callable, Iterator

from domain.exercise import Catalogue, Exercise
from domain.terms import JointStress, MovementPattern, Muscle
from services.checking.scope import Scope

_WORD = re.compile(r"[A-Za-z0-9']+")
_DENIALS = frozenset(
    {"no", "not", "never", "without", "instead", "than", "out", "skip", "avoid", "avoids", "replaces", "drops"}
)
WORDS_BACK = 4
TEMPO_ZONE = 3

_LEG_PATTERNS = frozenset({MovementPattern.SQUAT, MovementPattern.LUNGE, MovementPattern.HINGE})
_PUSH = frozenset({MovementPattern.HORIZONTAL_PUSH, MovementPattern.VERTICAL_PUSH})
_PULL = frozenset({MovementPattern.HORIZONTAL_PULL, MovementPattern.VERTICAL_PULL})
_LEG_MUSCLES = frozenset(
    {Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS}
)


class Names:
    """The catalogue's names, cut into words, to be found in texts as they are written there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_words = {tuple(_WORD.findall(exercise.name)): exercise for exercise in catalogue}
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self._by_words, key=len, reverse=True):
            if words:
                self._by_first.setdefault(words[0], []).append(words)

    def found(self, text: str) -> Iterator[tuple[Exercise, list[str]]]:
        """Each exercise named, the longest name first, with the words before it. A single word counts inside a sentence
        alone, where its capital says that it is a name."""
        words = _WORD.findall(text)
        place = 0
        while place < len(words):
            name = self._name_at(words, place)
            if name is None or (len(name) == 1 and place == 0):
                place += 1
                continue
            yield self._by_words[name], [word.lower() for word in words[max(0, place - WORDS_BACK) : place]]
            place += len(name)

    def _name_at(self, words: list[str], place: int) -> tuple[str, ...] | None:
        for name in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(name)]) == name:
                return name
        return None


def false_names(text: str, scope: Scope, names: Names) -> Iterator[str]:
    """Exercises that a text names and that are not in what it speaks of; those that it says are left out do not count."""
    for exercise, before in names.found(text):
        if exercise.id not in scope.exercises and _DENIALS.isdisjoint(before):
            yield exercise.name


def _patterns(scope: Scope) -> set[MovementPattern]:
    return {exercise.pattern for exercise in scope.exercises.values()}


def _has_legs(scope: Scope) -> bool:
    exercises = scope.exercises.values()
    return any(e.pattern in _LEG_PATTERNS or not _LEG_MUSCLES.isdisjoint(e.primary_muscles[:1]) for e in exercises)


def _has_upper(scope: Scope) -> bool:
    arms = (Muscle.CHEST, Muscle.LATS, Muscle.MIDDLE_BACK, Muscle.SHOULDERS, Muscle.BICEPS, Muscle.TRICEPS)
    return bool(_patterns(scope) & (_PUSH | _PULL)) or any(
        muscle in arms for exercise in scope.exercises.values() for muscle in exercise.primary_muscles[:1]
    )


def _upper(scope: Scope) -> bool:
    return _has_upper(scope) and not _patterns(scope) & _LEG_PATTERNS


def _lower(scope: Scope) -> bool:
    return _has_legs(scope) and not _patterns(scope) & (_PUSH | _PULL)


def _gentle(scope: Scope) -> bool:
    return any(e.is_balance or e.pattern is MovementPattern.MOBILITY for e in scope.exercises.values())


def _core(scope: Scope) -> bool:
    return bool(_patterns(scope) & {MovementPattern.CORE, MovementPattern.CARRY})


_TITLES: tuple[tuple[re.Pattern[str], Callable[[Scope], bool]], ...] = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), holds)
    for pattern, holds in (
        (r"rest(?: day)?", lambda scope: not scope.sessions),
        (r"full[ -]body", lambda scope: _has_legs(scope) and _has_upper(scope)),
        (r"upper[ -]body", _upper),
        (r"lower[ -]body", _lower),
        (r"legs?", _has_legs),
        (r"push", lambda scope: bool(_patterns(scope) & _PUSH)),
        (r"pull", lambda scope: bool(_patterns(scope) & _PULL)),
        (r"core", _core),
        (r"mobility", _gentle),
        (r"strength", lambda scope: scope.strength_days > 0),
        (r"intervals?", lambda scope: any(scope.work_intervals)),
        (r"tempo", lambda scope: any(interval.zone == TEMPO_ZONE for interval in scope.work_intervals)),
        (r"strides|short bursts", lambda scope: any(interval.minutes < 1 for interval in scope.work_intervals)),
    )
)


def false_title(title: str, scope: Scope) -> Iterator[str]:
    """The words of a day's title that its activities do not bear out."""
    for pattern, holds in _TITLES:
        match = pattern.search(title)
        if match is not None and not holds(scope):
            yield match.group(0)


_SPARED: tuple[tuple[str, JointStress], ...] = (
    ("loaded knee", JointStress.KNEE_FLEXION_LOADED),
    ("spine from above", JointStress.SPINE_AXIAL),
    ("overhead", JointStress.SHOULDER_OVERHEAD),
    ("deep into the shoulder", JointStress.SHOULDER_DEEP),
    ("elbow", JointStress.ELBOW),
    ("wrist", JointStress.WRIST_EXTENSION),
    ("into the hip", JointStress.HIP_DEEP),
    ("neck", JointStress.NECK),
    ("hold your breath", JointStress.VALSALVA),
)
_PROMISE = re.compile(r"\b(?:nothing here|there is no|no)\b[^.;]*", re.IGNORECASE)


def false_promises(text: str, scope: Scope) -> Iterator[str]:
    """What a text says is not there, by the joints and by jumps, and is there."""
    for match in _PROMISE.finditer(text):
        promise = match.group(0).lower()
        stresses = {stress for words, stress in _SPARED if words in promise}
        jumps = re.search(r"\bjump", promise) is not None
        falls = "fall" in promise
        for exercise in scope.exercises.values():
            is_jump = jumps and exercise.pattern is MovementPattern.JUMP
            if is_jump or (falls and exercise.has_fall_risk) or not stresses.isdisjoint(exercise.stresses):
                yield match.group(0)
                break
