"""Keeps vectors of notes and lessons: whatever has none of the model in use gets one, and notes that mean the same are merged."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import structlog

from db.database import Database
from db.queries import vectors as queries
from db.queries.athletes import athlete_for_update
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.knowledge import Vector
from domain.lessons import Lesson, LessonRuleKind
from services.playbook.context import question_of
from services.playbook.curator import merge_alike
from services.playbook.embedders import Embedder
from services.playbook.ledger import open_book, write
from services.playbook.meaning import SAME_MEANING

AFTER_SECONDS = 20.0
"""A process that just started has more urgent things to do."""
EVERY_SECONDS = 60.0

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def keeping_vectors(database: Database, catalogue: Catalogue, embedder: Embedder | None) -> AsyncIterator[None]:
    """Made meanwhile, where somebody can tell what texts mean."""
    if embedder is None:
        yield
        return
    routine = asyncio.create_task(Vectors(database, catalogue, embedder).keep_forever())
    try:
        yield
    finally:
        routine.cancel()
        await asyncio.gather(routine, return_exceptions=True)


class Vectors:
    """Made beside all requests, which use those that are there. Two workers at it make some twice, and no harm."""

    def __init__(self, database: Database, catalogue: Catalogue, embedder: Embedder) -> None:
        self._database = database
        self._catalogue = catalogue
        self._embedder = embedder

    async def keep_forever(self) -> None:
        """A round soon and every minute. A database or a provider that is away is asked again in the next round."""
        await asyncio.sleep(AFTER_SECONDS)
        while True:
            try:
                await self.make_missing()
            except Exception as error:  # noqa: BLE001 - the worker's edge, as of its other routines
                _log.warning("vectors.failed", error=type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS * random.uniform(0.8, 1.2))  # noqa: S311 - spreads workers, guards nothing

    async def make_missing(self) -> int:
        """One round over the notes and all playbooks; gives the number of vectors that were made."""
        made = await self._make_of_notes()
        async for athlete_id in queries.athletes_with_lessons_to_embed(self._database, model=self._embedder.model):
            made += await self._make_of_lessons(athlete_id)
        if made:
            _log.info("vectors.made", vectors=made, model=self._embedder.model)
        return made

    async def _make_of_notes(self) -> int:
        model = self._embedder.model
        async with self._database.shared() as session:
            notes = await queries.notes_to_embed(session, model=model)
        if not notes:
            return 0
        made = zip(notes, await self._embedder.embed([note.meaning for note in notes]), strict=True)
        async with self._database.shared() as session:
            await queries.keep_note_vectors(session, made, model=model)
        return len(notes)

    async def _make_of_lessons(self, athlete_id: AthleteId) -> int:
        """Read, asked and stored one after the other: the model is asked outside of any transaction."""
        model = self._embedder.model
        async with self._database.transaction(athlete_id) as session:
            lessons = await queries.lessons_to_embed(session, athlete_id, model=model)
        if not lessons:
            return 0
        meanings = [question_of(lesson, self._catalogue).meaning for lesson in lessons]
        made = tuple(zip(lessons, await self._embedder.embed(meanings), strict=True))
        await self._keep(athlete_id, made)
        return len(made)

    async def _keep(self, athlete_id: AthleteId, made: Sequence[tuple[Lesson, Vector]]) -> None:
        model = self._embedder.model
        notes = {lesson.text: vector for lesson, vector in made if lesson.rule.kind is LessonRuleKind.NOTE}
        async with self._database.transaction(athlete_id) as session:
            if await athlete_for_update(session, athlete_id) is None:
                return  # the account was deleted since
            await queries.keep_lesson_vectors(session, athlete_id, made, model=model)
            similarities = await queries.like_notes(session, athlete_id, notes, model=model, least=SAME_MEANING)
            book = await open_book(session, athlete_id)
            merge_alike(book, similarities)
            await write(session, athlete_id, book)
