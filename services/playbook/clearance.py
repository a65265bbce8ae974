"""A doctor's clearance, as the athlete confirms it: the only thing that lifts a hard safety lesson."""

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.ids import AthleteId
from domain.lessons import LessonChange, LessonOperation, LessonRuleKind
from domain.terms import LimitationKind
from services.onboarding.basis import refresh_fingerprint
from services.playbook.ledger import open_book, write


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
