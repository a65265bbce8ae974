"""The knowledge base: what is in it, and what it says on lessons."""

from collections.abc import Sequence

import msgspec
import pytest
from sqlalchemy import text

from benchmarks.knowledge.lessons import WITH_NOTES, WITHOUT_NOTES
from benchmarks.knowledge.measuring import measured
from db.database import Database
from db.migrate import migrate
from db.queries.playbook import write_lessons
from db.seed.notes import read_notes
from domain.exercise import Catalogue
from domain.facts import KeptLesson
from domain.ids import new_lesson_id
from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.profile import Viewer
from domain.terms import LimitationKind
from services.playbook.context import LessonContexts
from services.playbook.embedders import Embedder, packaged_embedder
from services.playbook.vectors import Vectors
from tests.embedding import embedder_by_groups
from tests.unit.playbook.making import KNEE, NOTE, NOW, kept

NOTES = {note.id: note for note in read_notes()}
PACKAGED = packaged_embedder()
needs_the_packaged_model = pytest.mark.skipif(
    PACKAGED is None, reason="the extra `embeddings` is not installed: make setup-embeddings"
)


@pytest.fixture
def contexts(database: Database, catalogue: Catalogue) -> LessonContexts:
    return LessonContexts(database, catalogue, is_enabled=True)


def lesson(words: str, rule: LessonRule = NOTE) -> Lesson:
    return msgspec.structs.replace(kept(rule).lesson, id=new_lesson_id(), text=words)


async def known_by_meaning(
    database: Database, catalogue: Catalogue, viewer: Viewer, lessons: Sequence[Lesson], embedder: Embedder
) -> LessonContexts:
    """Contexts by words and by meaning, once these lessons are in the playbook and everything has its vector."""
    async with database.transaction(viewer.athlete_id) as session:
        await write_lessons(session, viewer.athlete_id, [KeptLesson(lesson=one, changed_at=NOW) for one in lessons])
    await Vectors(database, catalogue, embedder).make_missing()
    return LessonContexts(database, catalogue, is_enabled=True, model=embedder.model)


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


def test_the_lessons_to_try_are_eighty_and_a_quarter_of_them_belongs_to_no_note() -> None:
    assert (len(WITH_NOTES), len(WITHOUT_NOTES)) == (60, 20)


async def test_by_words_alone_most_lessons_find_their_notes_and_others_none(
    database: Database, catalogue: Catalogue, viewer: Viewer
) -> None:
    found = await measured(database, catalogue, viewer.athlete_id, None)

    assert found.recall >= 0.75
    assert found.given_to_none <= 1


@needs_the_packaged_model
async def test_by_words_and_meaning_nearly_all_lessons_find_their_notes_and_others_none(
    database: Database, catalogue: Catalogue, viewer: Viewer
) -> None:
    """Takes some seconds: the model reads all notes and lessons."""
    found = await measured(database, catalogue, viewer.athlete_id, PACKAGED)

    assert found.recall >= 0.9
    assert found.given_to_none <= 1


async def test_a_lesson_that_shares_no_word_with_a_note_finds_it_by_meaning(
    database: Database, catalogue: Catalogue, viewer: Viewer, contexts: LessonContexts
) -> None:
    owl = lesson("Up till dawn.")
    alike = embedder_by_groups([owl.text, NOTES["shift-work"].meaning])
    by_meaning = await known_by_meaning(database, catalogue, viewer, [owl], alike)

    (found,) = await by_meaning.contexts_of(viewer.athlete_id, [owl])

    assert found is not None
    assert found.sources == ("Training on shifts",)
    assert NOTES["shift-work"].text.startswith(found.text[:40])
    assert await contexts.contexts_of(viewer.athlete_id, [owl]) == (None,)


async def test_what_is_found_in_both_ways_comes_first(
    database: Database, catalogue: Catalogue, viewer: Viewer, contexts: LessonContexts
) -> None:
    tired = lesson("Sleeps badly.")
    alike = embedder_by_groups([tired.text, NOTES["sleep"].meaning, NOTES["shift-work"].meaning])
    by_meaning = await known_by_meaning(database, catalogue, viewer, [tired], alike)

    (by_words,) = await contexts.matches_of(viewer.athlete_id, [tired])
    (fused,) = await by_meaning.matches_of(viewer.athlete_id, [tired])

    assert by_words[0].title == fused[0].title == "Sleep and training"
    assert [match.similarity for match in by_words] == [None, None, None]
    assert [match.title for match in fused[1:2]] == ["Training on shifts"]


async def test_vectors_of_another_model_are_not_compared(
    database: Database, catalogue: Catalogue, viewer: Viewer
) -> None:
    owl = lesson("Up till dawn.")
    alike = embedder_by_groups([owl.text, NOTES["shift-work"].meaning])
    await known_by_meaning(database, catalogue, viewer, [owl], alike)

    other = LessonContexts(database, catalogue, is_enabled=True, model="another")

    assert await other.contexts_of(viewer.athlete_id, [owl]) == (None,)


async def test_the_meaning_of_a_strangers_lesson_is_not_looked_at(
    database: Database, catalogue: Catalogue, viewer: Viewer, other_viewer: Viewer
) -> None:
    owl = lesson("Up till dawn.")
    alike = embedder_by_groups([owl.text, NOTES["shift-work"].meaning])
    by_meaning = await known_by_meaning(database, catalogue, viewer, [owl], alike)

    assert await by_meaning.contexts_of(other_viewer.athlete_id, [owl]) == (None,)


async def test_a_context_is_sentences_of_its_notes_word_for_word(contexts: LessonContexts, viewer: Viewer) -> None:
    by_title = {note.title: note for note in NOTES.values()}
    lessons = [lesson(words, rule) for words, rule, _ in WITH_NOTES]
    found = await contexts.contexts_of(viewer.athlete_id, lessons)
    for context in found:
        if context is None:
            continue
        whole = " ".join(by_title[title].text for title in context.sources)
        sentences = [one.rstrip(".") for one in context.text.split(". ")]
        assert 1 <= len(context.sources) <= 2
        assert [one for one in sentences if one not in whole] == []


async def test_a_knee_lesson_is_told_what_is_known_of_knees(contexts: LessonContexts, viewer: Viewer) -> None:
    (context,) = await contexts.contexts_of(viewer.athlete_id, [lesson("Spare or mind: knee.", KNEE)])
    assert context is not None
    assert context.sources == ("Training with a sore knee",)
    assert "knee" in context.text.casefold()


async def test_without_lessons_or_where_it_is_off_nothing_is_asked(
    database: Database, catalogue: Catalogue, contexts: LessonContexts, viewer: Viewer
) -> None:
    off = LessonContexts(database, catalogue, is_enabled=False)
    assert await off.contexts_of(viewer.athlete_id, [lesson("Sleeps badly.")]) == (None,)
    assert await contexts.contexts_of(viewer.athlete_id, []) == ()
    hostile = [lesson("'; drop table lesson; --"), lesson("")]
    assert await contexts.contexts_of(viewer.athlete_id, hostile) == (None, None)
