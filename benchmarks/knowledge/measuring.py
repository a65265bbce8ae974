"""How many lessons find a note of theirs among the three best, and how many are given one that belong to none."""

from collections.abc import Sequence

import msgspec

from benchmarks.knowledge.lessons import IN_OTHER_WORDS, WITH_NOTES, WITHOUT_NOTES
from db.database import Database
from db.queries.playbook import write_lessons
from db.seed.notes import read_notes
from domain.clock import system_clock
from domain.exercise import Catalogue
from domain.facts import KeptLesson
from domain.ids import AthleteId, new_lesson_id
from domain.lessons import Lesson, LessonRule, LessonSource, LessonState
from services.playbook.context import LessonContexts, goodness
from services.playbook.embedders import Embedder
from services.playbook.vectors import Vectors

TITLES = {note.id: note.title for note in read_notes()}
Case = tuple[str, LessonRule, tuple[str, ...]]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of the lessons to which notes belong, and a count of those to which none does."""

    recall: float
    recall_in_other_words: float
    given_to_none: int


async def measured(
    database: Database, catalogue: Catalogue, athlete_id: AthleteId, embedder: Embedder | None
) -> Figures:
    """With all lessons in the athlete's playbook, and by meaning too where an embedder tells it."""
    owned, others = [[_lesson(words, rule) for words, rule, _ in cases] for cases in (WITH_NOTES, IN_OTHER_WORDS)]
    of_none = [_lesson(words, rule) for words, rule in WITHOUT_NOTES]
    async with database.transaction(athlete_id) as session:
        kept = [KeptLesson(lesson=one, changed_at=one.created_at) for one in (*owned, *others, *of_none)]
        await write_lessons(session, athlete_id, kept)
    if embedder is not None:
        await Vectors(database, catalogue, embedder).make_missing()
    model = embedder.model if embedder is not None else None
    contexts = LessonContexts(database, catalogue, is_enabled=True, model=model)
    return Figures(
        recall=await _recall(contexts, athlete_id, WITH_NOTES, owned),
        recall_in_other_words=await _recall(contexts, athlete_id, IN_OTHER_WORDS, others),
        given_to_none=sum(one is not None for one in await contexts.contexts_of(athlete_id, of_none)),
    )


async def _recall(
    contexts: LessonContexts, athlete_id: AthleteId, cases: Sequence[Case], lessons: Sequence[Lesson]
) -> float:
    """The share that has a note of its own among the three best, one of which is good enough to be shown."""
    found = await contexts.matches_of(athlete_id, lessons)
    right = 0
    for (_, _, wanted), matches in zip(cases, found, strict=True):
        is_shown = any(goodness(match) >= 1 for match in matches)
        right += is_shown and not {TITLES[one] for one in wanted}.isdisjoint(match.title for match in matches)
    return right / len(cases)


def _lesson(words: str, rule: LessonRule) -> Lesson:
    return Lesson(
        id=new_lesson_id(),
        text=words,
        rule=rule,
        is_hard=False,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.FEEDBACK,
        evidence=words,
        confidence=0.9,
        created_at=system_clock(),
    )
