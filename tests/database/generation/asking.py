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


async def recorded(database: Database) -> set[str]:
    """The tables of DBOS's that hold anything of a piece of work."""
    tables = text(
        "select table_name from information_schema.columns where (table_schema, column_name) = ('dbos', 'workflow_uuid')"
    )
    async with database.engine.connect() as connection:
        names = list(await connection.scalars(tables))
        return {name for name in names if await connection.scalar(text(f"select exists (select from dbos.{name})"))}


async def change(database: Database, statement: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))


async def edit_by_hand(database: Database) -> None:
    """As if the athlete had edited the one plan there is: its second version has another summary."""
    await change(database, _NEXT_VERSION)
    await change(database, "update plan set version = 2")


_NEXT_VERSION = """
    insert into plan_version (plan_id, number, athlete_id, reason, changes, document)
    select plan_id, 2, athlete_id, 'EDITED', '[]', jsonb_set(document, '{summary}', '"By hand"') from plan_version
"""
