"""How these tests ask for a plan, and look at what was written."""

from sqlalchemy import text

from db.database import Database
from domain.generations import Generation
from domain.profile import Viewer
from services.generation.generations import Generations

KEY = "key-number-1"


async def start(generations: Generations, viewer: Viewer, *, key: str = KEY, weeks: int = 4) -> Generation:
    return await generations.start(viewer, key=key, week_count=weeks, start_date=None)


async def written(database: Database) -> tuple[int, int]:
    """Generations, and pieces of work."""
    counted = text("select (select count(*) from generation), (select count(*) from dbos.workflow_status)")
    async with database.engine.connect() as connection:
        return (await connection.execute(counted)).one()


async def change(database: Database, statement: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))
