"""The knowledge base: what is in it, and what it says on lessons."""

from collections.abc import Sequence

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.migrate import migrate
from db.queries.knowledge import matching_notes
from db.seed.notes import read_notes
from domain.exercise import Catalogue
from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.terms import LimitationKind
from services.playbook.context import CANDIDATES, THRESHOLD, LessonContexts, question_of
from tests.database.lessons_and_notes import WITH_NOTES, WITHOUT_NOTES
from tests.unit.playbook.making import KNEE, NOTE, kept

NOTES = {note.id: note for note in read_notes()}


@pytest.fixture
def contexts(database: Database, catalogue: Catalogue) -> LessonContexts:
    return LessonContexts(database, catalogue, is_enabled=True)


def lesson(words: str, rule: LessonRule = NOTE) -> Lesson:
    return msgspec.structs.replace(kept(rule).lesson, text=words)


async def titles_found(database: Database, catalogue: Catalogue, lessons: Sequence[Lesson]) -> list[set[str]]:
    """Of the three best notes for each lesson, those that are good enough."""
    async with database.shared() as session:
        questions = [question_of(one, catalogue) for one in lessons]
        found = await matching_notes(session, questions, most=CANDIDATES)
    return [{match.title for match in matches if matches[0].score >= THRESHOLD} for matches in found]


def test_there_are_notes_enough_each_of_its_own_and_of_the_right_length() -> None:
    notes = read_notes()
    assert len({note.id for note in notes}) == len({note.title for note in notes}) == len(notes) >= 60
    assert [note.id for note in notes if not 80 <= len(note.text.split()) <= 200] == []
    assert [note.id for note in notes if not (note.source and note.keywords and note.topic and note.kinds)] == []


def test_each_limitation_has_a_note_and_so_has_each_kind_of_rule() -> None:
    named = {rule.limitation for _, rule, _ in WITH_NOTES}
    assert set(LimitationKind) <= named
    assert {kind for note in NOTES.values() for kind in note.kinds} == set(LessonRuleKind)


async def test_all_notes_are_seeded_and_a_changed_or_dropped_one_is_put_right(
    database: Database, database_url: str
) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("update knowledge_note set text = 'Nonsense.' where id = 'sleep'"))
        await connection.execute(text("update knowledge_note set id = 'old' where id = 'heat'"))

    await migrate(database_url)

    async with database.shared() as session:
        stored = await session.execute(text("select id, title, text from knowledge_note"))
        assert {row.id: (row.title, row.text) for row in stored} == {
            note.id: (note.title, note.text) for note in NOTES.values()
        }


async def test_the_notes_that_belong_to_a_lesson_are_among_the_first_three(
    database: Database, catalogue: Catalogue
) -> None:
    assert len(WITH_NOTES) == 60
    found = await titles_found(database, catalogue, [lesson(words, rule) for words, rule, _ in WITH_NOTES])
    missed = [
        words
        for (words, _, wanted), titles in zip(WITH_NOTES, found, strict=True)
        if titles.isdisjoint(NOTES[one].title for one in wanted)
    ]
    assert 1 - len(missed) / len(WITH_NOTES) >= 0.75, missed


async def test_of_lessons_to_which_no_note_belongs_hardly_any_is_given_a_context(contexts: LessonContexts) -> None:
    assert len(WITHOUT_NOTES) == 20
    found = await contexts.contexts_of([lesson(words, rule) for words, rule in WITHOUT_NOTES])
    assert sum(one is not None for one in found) <= 1


async def test_a_context_is_sentences_of_its_notes_word_for_word(contexts: LessonContexts) -> None:
    by_title = {note.title: note for note in NOTES.values()}
    found = await contexts.contexts_of([lesson(words, rule) for words, rule, _ in WITH_NOTES])
    for context in found:
        if context is None:
            continue
        whole = " ".join(by_title[title].text for title in context.sources)
        sentences = [one.rstrip(".") for one in context.text.split(". ")]
        assert 1 <= len(context.sources) <= 2
        assert [one for one in sentences if one not in whole] == []


async def test_a_knee_lesson_is_told_what_is_known_of_knees(contexts: LessonContexts) -> None:
    (context,) = await contexts.contexts_of([lesson("Spare or mind: knee.", KNEE)])
    assert context is not None
    assert context.sources == ("Training with a sore knee",)
    assert "knee" in context.text.casefold()


async def test_without_lessons_or_where_it_is_off_nothing_is_asked(
    database: Database, catalogue: Catalogue, contexts: LessonContexts
) -> None:
    off = LessonContexts(database, catalogue, is_enabled=False)
    assert await off.contexts_of([lesson("Sleeps badly.")]) == (None,)
    assert await contexts.contexts_of([]) == ()
    assert await contexts.contexts_of([lesson("'; drop table lesson; --"), lesson("")]) == (None, None)
