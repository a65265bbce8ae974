"""What the knowledge base says on a lesson: sentences of the notes that fit, word for word, or nothing."""

import re
from collections.abc import Sequence

from db.database import Database
from db.queries.knowledge import Match, Question, matching_notes
from domain.exercise import Catalogue
from domain.knowledge import LessonContext
from domain.lessons import Lesson

THRESHOLD = 2.2
"""Below this score a match is chance; see tests/database/test_knowledge.py, which it was set by."""
NEARLY_AS_GOOD = 0.9
"""From this share of the best score on, a second note has its say too."""
CANDIDATES = 3
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")


class LessonContexts:
    """Matches lessons with the knowledge base, where that is enabled."""

    def __init__(self, database: Database, catalogue: Catalogue, *, is_enabled: bool) -> None:
        self._database = database
        self._catalogue = catalogue
        self.is_enabled = is_enabled

    async def contexts_of(self, lessons: Sequence[Lesson]) -> tuple[LessonContext | None, ...]:
        """One for each lesson, in order; None where nothing fits well enough, or matching is off."""
        if not self.is_enabled or not lessons:
            return tuple(None for _ in lessons)
        questions = [question_of(lesson, self._catalogue) for lesson in lessons]
        async with self._database.shared() as session:
            found = await matching_notes(session, questions, most=CANDIDATES)
        return tuple(context_from(matches) for matches in found)


def question_of(lesson: Lesson, catalogue: Catalogue) -> Question:
    """The lesson's text, and what its rule is about."""
    rule = lesson.rule
    aim = [str(one) for one in (rule.pattern, rule.muscle, rule.limitation, rule.sport, *(rule.equipment or ())) if one]
    exercise = catalogue.get(rule.exercise_id) if rule.exercise_id is not None else None
    if exercise is not None:
        aim.append(exercise.name)
    return Question(rule.kind, lesson.text, " ".join(aim).replace("_", " "))


def context_from(matches: Sequence[Match]) -> LessonContext | None:
    """Two sentences of the best note, and one of the next where it fits nearly as well."""
    if not matches or matches[0].score < THRESHOLD:
        return None
    best, *others = matches
    texts, sources = list(_telling(best, 2)), [best.title]
    if others and others[0].score >= NEARLY_AS_GOOD * best.score:
        texts += _telling(others[0], 1)
        sources.append(others[0].title)
    return LessonContext(text=" ".join(texts), sources=tuple(sources))


def _telling(match: Match, count: int) -> tuple[str, ...]:
    """The sentences that share most with the lesson, in the note's own order."""
    sentences = _SENTENCE_END.split(match.text)
    shared = [sum(_has(sentence, stem) for stem in match.stems) for sentence in sentences]
    best = sorted(range(len(sentences)), key=lambda place: (-shared[place], place))[:count]
    return tuple(sentences[place] for place in sorted(best))


def _has(sentence: str, stem: str) -> bool:
    return re.search(rf"\b{re.escape(stem[:-1] if stem.endswith('i') else stem)}", sentence.casefold()) is not None
