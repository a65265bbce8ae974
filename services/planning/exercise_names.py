"""Finds exercises by what people write: typing errors, plurals, hyphens, short forms and half a name are understood."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from domain.exercise import Exercise

MAX_WORDS = 12
"""Of a text; no exercise has more in its name, and the work grows with them."""
WORD_CUTOFF = 74
"""Two words of at least this likeness (0 to 100) are taken for the same: one or two slips in a word of ordinary length."""
SHORT_WORD = 3
"""Letters; a word of fewer has no plural, and one of fewer begins no name."""
WRITTEN_RIGHT = 4
"""Letters; up to here a slip makes another word (row, raw; bent, beat), so that the word itself is wanted."""
BEGUN = 80.0
"""Likeness of a word to its beginning, which people see results for while they type."""
COMPACT_CUTOFF = 84
"""The same for whole names written without spaces."""
WHOLE_NAME_WEIGHT = 0.25
"""How much it counts that nothing of the name is left over: `squat` is rather Squat than Sissy Squat."""

_FILLERS = frozenset(
    {"a", "all", "an", "and", "any", "for", "in", "instead", "it", "me", "my", "of", "on", "or", "please"}
    | {"some", "that", "the", "these", "thing", "this", "those", "to", "with"}
)
_SHORT_FORMS = {
    "alternate": "alternating", "bb": "barbell", "benching": "bench", "bi": "bicep", "bosu": "exercise", "bw": "bodyweight",
    "bss": "bulgarian split squat", "chinup": "chin up", "db": "dumbbell", "deadlifting": "deadlift", "dl": "deadlift",
    "flie": "fly", "flye": "fly", "kb": "kettlebell", "lunging": "lunge", "ohp": "overhead press", "pressing": "press",
    "pulldown": "pull down", "pullup": "pull up", "pushdown": "push down", "pushup": "push up", "rdl": "romanian deadlift",
    "rowing": "row", "single": "one", "situp": "sit up", "skullcrusher": "skull crusher", "squatting": "squat",
    "stability": "exercise", "stepup": "step up", "swiss": "exercise", "tri": "tricep",
}  # fmt: skip
"""What words stand for; keys are singular. A Swiss ball and a stability ball are exercise balls."""
_NAMING_NOTHING = frozenset(
    {
        "ankle",
        "arm",
        "back",
        "band",
        "barbell",
        "body",
        "bodyweight",
        "cable",
        "chest",
        "down",
        "dumbbell",
        "elbow",
        "high",
    }
    | {
        "hip",
        "kettlebell",
        "knee",
        "leg",
        "low",
        "lying",
        "machine",
        "neck",
        "one",
        "seated",
        "shoulder",
        "standing",
        "up",
    }
    | {"wrist"}
)
"""Words of names that by themselves name no exercise: where it hurts, what it is done with, how one stands."""
_WRITTEN_APART = {"e z": "ez", "body weight": "bodyweight", "dead lift": "deadlift"}


def words_of(text: str) -> tuple[str, ...]:
    """A text's words in their plainest form: lower case, no accents or hyphens, singular, short forms written out."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    spaced = re.sub(r"[^a-z0-9]+", " ", re.sub("['\u2019]", "", plain)).strip()
    for apart, together in _WRITTEN_APART.items():
        spaced = re.sub(rf"\b{apart}\b", together, spaced)
    written_out = (_SHORT_FORMS.get(word, word) for word in map(_singular, spaced.split()))
    words = " ".join(written_out).split()
    return tuple(word for word in words if word not in _FILLERS)[:MAX_WORDS]


def _singular(word: str) -> str:
    """`presses`, `lunges` and `flies` without their plural; `press` and `abs` stay."""
    if len(word) < SHORT_WORD or word.endswith("ss"):
        return word
    if word.endswith(("sses", "ches", "xes", "shes")):
        return word[:-2]
    if word.endswith("flies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def names_something(text: str) -> bool:
    """Whether a text can be meant for an exercise at all: `knee push-ups` can, `my knee` cannot."""
    return not _NAMING_NOTHING.issuperset(words_of(text))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name or an alias of one exercise, ready to be compared."""

    words: tuple[str, ...]
    compact: str
    exercise: Exercise


class NameIndex:
    """The names of some exercises, prepared once and asked often."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._names = [name for exercise in exercises for name in _names_of(exercise)]
        self._compacts = [name.compact for name in self._names]
        self._vocabulary = sorted({word for name in self._names for word in name.words})

    def ranked(self, text: str, *, whole_words: bool = False) -> list[tuple[Exercise, float]]:
        """Exercises that the text can mean, with their likeness of 0 to 100: likest first, then the more useful one.

        Beginnings of words count too, as in a search box, unless whole words are wanted.
        """
        words = words_of(text)
        if not words:
            return []
        best: dict[str, tuple[Exercise, float]] = {}
        for name, likeness in (*self._by_words(words, whole_words=whole_words), *self._by_spelling(words)):
            known = best.get(name.exercise.id)
            if known is None or likeness > known[1]:
                best[name.exercise.id] = (name.exercise, likeness)
        return sorted(best.values(), key=lambda found: (-found[1], -found[0].usefulness, found[0].name))

    def _by_words(self, words: tuple[str, ...], *, whole_words: bool) -> Iterator[tuple[_Name, float]]:
        """Names in which every word of the text occurs, or one like it."""
        likenesses = [({} if whole_words else self._begun_by(word)) | self._like(word) for word in words]
        for name in self._names:
            found = [max((likeness.get(word, 0.0) for word in name.words), default=0.0) for likeness in likenesses]
            if min(found) > 0:
                coverage = min(1.0, len(words) / len(name.words))
                mean = sum(found) / len(found)
                yield name, mean * (1 - WHOLE_NAME_WEIGHT + WHOLE_NAME_WEIGHT * coverage)

    def _by_spelling(self, words: tuple[str, ...]) -> Iterator[tuple[_Name, float]]:
        """Names that are spelled alike once all spaces are gone: `benchpress`, `lat pull downs`."""
        close = process.extract(
            "".join(words), self._compacts, scorer=fuzz.ratio, score_cutoff=COMPACT_CUTOFF, limit=20
        )
        for _, likeness, position in close:
            yield self._names[position], likeness

    def _begun_by(self, word: str) -> dict[str, float]:
        """Words of the vocabulary that begin with this one."""
        return {known: BEGUN for known in self._vocabulary if len(word) >= SHORT_WORD and known.startswith(word)}

    def _like(self, word: str) -> dict[str, float]:
        """Words of the vocabulary that this one can be a slip of, with their likeness."""
        if len(word) <= WRITTEN_RIGHT:
            return {word: 100.0} if word in self._vocabulary else {}
        close = process.extract(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=WORD_CUTOFF, limit=None)
        return {known: likeness for known, likeness, _ in close if len(known) > WRITTEN_RIGHT}


@functools.cache
def _words_of_name(name: str) -> tuple[str, ...]:
    """Of the catalogue's names alone, which are the same for as long as the program runs."""
    return words_of(name)


def _names_of(exercise: Exercise) -> Iterator[_Name]:
    for text in (exercise.name, *exercise.aliases):
        words = _words_of_name(text)
        if words:
            yield _Name(words=words, compact="".join(words), exercise=exercise)
