"""The ledger: what is learned is written as entries of a log, and the lessons are the fold of it."""

from collections.abc import Iterable, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import playbook as queries
from domain.facts import KeptLesson
from domain.ids import AthleteId, LessonId, new_lesson_change_id, new_lesson_id
from domain.lessons import Lesson, LessonChange, LessonDraft, LessonState
from services.onboarding.basis import refresh_fingerprint
from services.playbook.book import Book
from services.playbook.confidence import with_outcomes
from services.playbook.curator import curate, withdraw
from services.playbook.embedders import Embedder
from services.playbook.likeness import similarities_of


async def learn(
    session: AsyncSession,
    athlete_id: AthleteId,
    drafts: Sequence[LessonDraft],
    *,
    withdrawn: Sequence[LessonDraft] = (),
    embedder: Embedder | None = None,
) -> tuple[LessonChange, ...]:
    """Curate these proposals against the athlete's playbook and write what comes of them, in the caller's transaction.

    The athlete's account exists and is locked. `withdrawn` are what an answer taught that was changed since; `embedder` says
    which notes mean the same. Gives the entries, each with its lesson as it stands in the end.
    """
    if not drafts and not withdrawn:
        return ()
    book = await open_book(session, athlete_id)
    withdraw(book, withdrawn)
    curate(book, drafts, await similarities_of(session, athlete_id, drafts, embedder))
    return await write(session, athlete_id, book)


async def open_book(session: AsyncSession, athlete_id: AthleteId, *, also: Iterable[KeptLesson] = ()) -> Book:
    """The lessons in use and the tombstones, and `also` others that a change is about."""
    stored = await queries.stored_playbook(session, athlete_id, [LessonState.ACTIVE, LessonState.RETIRED])
    assert stored is not None, "the account is made before anything is learned"
    return Book((*stored.lessons, *also), now=stored.now, new_lesson_id=new_lesson_id)


async def write(session: AsyncSession, athlete_id: AthleteId, book: Book) -> tuple[LessonChange, ...]:
    """Write the book's entries: log, table, version, and the fingerprint of what plans are built from."""
    if not book.entries:
        return ()
    entries = [
        queries.LedgerEntry(id=new_lesson_change_id(), operation=entry.operation, kept=entry.kept, reason=entry.reason)
        for entry in book.entries
    ]
    await queries.write_entries(session, athlete_id, entries)
    await refresh_fingerprint(session, athlete_id)
    return tuple(
        LessonChange(
            id=entry.id,
            operation=entry.operation,
            lesson=with_outcomes(book[entry.kept.lesson.id].lesson),
            reason=entry.reason,
            at=book.now,
        )
        for entry in entries
    )


def fold(changes: Iterable[LessonChange]) -> dict[LessonId, Lesson]:
    """The lessons that a ledger leads to, its entries from the first on, each with its lesson as it was just after."""
    lessons: dict[LessonId, Lesson] = {}
    for change in changes:
        lessons[change.lesson.id] = change.lesson
    return lessons
