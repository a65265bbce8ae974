"""Ends what has faded, for all athletes: an entry in each one's ledger, as for every other change."""

from db.database import Database
from db.queries.athletes import athlete_for_update
from db.queries.playbooks_of_all import athletes_with_aging_lessons
from domain.ids import AthleteId
from services.playbook.curator import expire_faded
from services.playbook.ledger import open_book, write


async def expire_faded_lessons(database: Database) -> int:
    """One round over all playbooks; gives the number of lessons that ended. To be done every few hours, by one worker.

    Until then a faded lesson counts no more than after it: whoever reads a playbook leaves it out.
    """
    ended = 0
    async for athlete_id in athletes_with_aging_lessons(database):
        ended += await _expire_faded(database, athlete_id)
    return ended


async def _expire_faded(database: Database, athlete_id: AthleteId) -> int:
    async with database.transaction(athlete_id) as session:
        if await athlete_for_update(session, athlete_id) is None:
            return 0  # the account was deleted since
        book = await open_book(session, athlete_id)
        expire_faded(book)
        return len(await write(session, athlete_id, book))
