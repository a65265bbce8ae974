"""What the knowledge base says on a lesson: sentences of the notes that fit, word for word, or nothing."""

import re
from collections.abc import Sequence

from db.database import Database
from db.queries.knowledge import Match, Question, matching_notes
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.knowledge import LessonContext
from domain.lessons import Lesson

ENOUGH_SHARED = 2.2
"""Below this score, words that a note and a lesson share are chance. Set by what `make bench-knowledge` prints, as the next two."""
ENOUGH_ALIKE = 0.42
"""The same for the similarity of their meanings, as far as the words bear it out."""
ALIKE_BY_ITSELF = 0.48
"""The similarity from which on the words do not matter."""
NEARLY_AS_GOOD = 0.9
"""From this share of the best match on, a second note has its say too."""
CANDIDATES = 3
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")


class LessonContexts:
    """Matches lessons with the knowledge base, where that is enabled. `model` is the one whose vectors are compared, if any."""

    def __init__(self, database: Database, catalogue: Catalogue, *, is_enabled: bool, model: str | None = None) -> None:
        self._database = database
        self._catalogue = catalogue
        self._model = model
        self.is_enabled = is_enabled

    async def contexts_of(self, athlete_id: AthleteId, lessons: Sequence[Lesson]) -> tuple[LessonContext | None, ...]:
        """One for each of the athlete's lessons, in order; None where nothing fits well enough, or matching is off."""
        if not self.is_enabled or not lessons:
            return tuple(None for _ in lessons)
        return tuple(context_from(matches) for matches in await self.matches_of(athlete_id, lessons))

    async def matches_of(self, athlete_id: AthleteId, lessons: Sequence[Lesson]) -> tuple[tuple[Match, ...], ...]:
        """For each lesson the notes that fit best, good enough or not."""
        questions = [question_of(lesson, self._catalogue) for lesson in lessons]
        async with self._database.reading(athlete_id) as session:
            return await matching_notes(session, questions, model=self._model, most=CANDIDATES)


def question_of(lesson: Lesson, catalogue: Catalogue) -> Question:
    """The lesson's text, and what its rule is about."""
    rule = lesson.rule
    aim = [str(one) for one in (rule.pattern, rule.muscle, rule.limitation, rule.sport, *(rule.equipment or ())) if one]
    exercise = catalogue.get(rule.exercise_id) if rule.exercise_id is not None else None
    if exercise is not None:
        aim.append(exercise.name)
    return Question(lesson.id, rule.kind, lesson.text, " ".join(aim).replace("_", " "))


def context_from(matches: Sequence[Match]) -> LessonContext | None:
    """Two sentences of the best note, and one of the next where it fits nearly as well."""
    good = sorted((match for match in matches if goodness(match) >= 1), key=goodness, reverse=True)
    if not good:
        return None
    best, *others = good
    texts, sources = list(_telling(best, 2)), [best.title]
    if others and goodness(others[0]) >= NEARLY_AS_GOOD * goodness(best):
        texts += _telling(others[0], 1)
        sources.append(others[0].title)
    return LessonContext(text=" ".join(texts), sources=tuple(sources))


def goodness(match: Match) -> float:
    """How much it is worth beside what would be just enough; from 1 on it is no chance.

    Where both are known, words and meaning are heard together: a rare word in a sentence about something else is none, nor is
    a meaning that is near to many things a little.
    """
    shared = match.score / ENOUGH_SHARED
    if match.similarity is None:
        return shared
    return max((shared + match.similarity / ENOUGH_ALIKE) / 2, match.similarity / ALIKE_BY_ITSELF)


def _telling(match: Match, count: int) -> tuple[str, ...]:
    """The sentences that share most with the lesson, in the note's own order."""
    sentences = _SENTENCE_END.split(match.text)
    shared = [sum(_has(sentence, stem) for stem in match.stems) for sentence in sentences]
    best = sorted(range(len(sentences)), key=lambda place: (-shared[place], place))[:count]
    return tuple(sentences[place] for place in sorted(best))


def _has(sentence: str, stem: str) -> bool:
    return re.search(rf"\b{re.escape(stem[:-1] if stem.endswith('i') else stem)}", sentence.casefold()) is not None
