"""What followers can see of a generation, whoever makes it: each change as it is committed."""

from sqlalchemy import text

from db.database import Database
from domain.profile import Viewer
from services.generation.generations import Generations
from services.generation.work import GenerationWork
from tests.database.generation.asking import change, start
from tests.database.generation.conftest import RestEngine

WITNESS = (
    "create table seen as select now() as at, stage, progress from generation limit 0",
    """
        create function look() returns trigger language plpgsql security definer as $$
        begin
            insert into seen values (now(), new.stage, new.progress);
            return null;
        end $$
    """,
    """
        create trigger look after update on generation for each row
        when (old.version is distinct from new.version) execute function look()
    """,
)
"""Writes down each change of a generation, with the time of its transaction."""


async def test_at_least_six_changes_are_seen_from_outside_and_progress_never_falls(
    database: Database, generations: Generations, athlete: Viewer, engine: RestEngine
) -> None:
    queued = await start(generations, athlete)
    for statement in WITNESS:
        await change(database, statement)

    await GenerationWork(database, engine).run(queued.athlete_id, queued.id)

    last_of_each = text("select distinct on (at) stage, progress from seen order by at, progress desc")
    async with database.engine.connect() as connection:
        assert (await connection.execute(last_of_each)).all() == [
            ("READING_PLAYBOOK", 0.1),
            ("DRAFTING", 0.25),
            ("BUILDING", 0.4),
            ("CHECKING", 0.75),
            ("SAVING", 0.9),
            ("DONE", 1.0),
        ]
