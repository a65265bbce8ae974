"""A doctor's clearance, as the athlete confirms it: the only thing that lifts a hard safety lesson."""

import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.errors import FaultCode, NotFound
from domain.faults import Faults
from domain.ids import AthleteId
from domain.lessons import LessonChange, LessonOperation, LessonRuleKind
from domain.terms import LimitationKind
from domain.text import normalised
from services.onboarding.basis import refresh_fingerprint
from services.onboarding.constraints import constraints_of
from services.playbook.ledger import open_book, write

NOTE_LENGTH = (0, 500)


async def confirm(
    session: AsyncSession,
    athlete_id: AthleteId,
    limitation: LimitationKind,
    *,
    is_cleared_by_doctor: bool,
    note: str | None,
) -> tuple[LessonChange, ...]:
    """The mutation's rule: raises InvalidInput, and NotFound where the limitation neither is in force nor was lifted before."""
    faults = Faults()
    faults.text(("note",), note, NOTE_LENGTH)
    if not is_cleared_by_doctor:
        faults.add(("isClearedByDoctor",), FaultCode.INVALID, "Only a doctor's word lifts this.")
    faults.raise_if_any()
    facts = await queries.facts(session, athlete_id)
    if facts is None:
        raise NotFound(limitation)
    if constraints_of(facts, on=datetime.date.min).has(limitation):
        return await clear(session, athlete_id, limitation, normalised(note) or None if note is not None else None)
    if limitation in facts.cleared:
        return ()
    raise NotFound(limitation)


async def clear(
    session: AsyncSession, athlete_id: AthleteId, limitation: LimitationKind, note: str | None
) -> tuple[LessonChange, ...]:
    """Lift a limitation, wherever it was said, until it is said anew. In the caller's transaction, with the account locked.

    Its lessons are superseded, not retired: a doctor's word took their place. So they leave no tombstone, and pain that
    is reported later makes a firm lesson again at once; nor can `restore` bring them back past the clearance.
    """
    await queries.add_clearance(session, athlete_id, limitation, note)
    book = await open_book(session, athlete_id)
    for lesson in [kept.lesson for kept in book.active]:
        if lesson.rule.kind is LessonRuleKind.LIMITATION and lesson.rule.limitation is limitation:
            book.end(lesson, LessonOperation.SUPERSEDE, "A doctor has cleared you for this.")
    changes = await write(session, athlete_id, book)
    if not changes:
        await refresh_fingerprint(session, athlete_id)
    return changes
