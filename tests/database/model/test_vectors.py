"""What texts mean, by the provider's model: asked where contexts are enabled, stored under its name, and missed by nobody."""

import pytest
from sqlalchemy import text

from db.database import Database
from db.queries.playbook import write_lessons
from domain.exercise import Catalogue
from domain.profile import Viewer
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable
from services.playbook.embedders import embedder_for, packaged_embedder
from services.playbook.vectors import Vectors
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer
from tests.unit.playbook.making import NOTE, kept

NAME = "text-embedding-3-small"


async def lesson_models(database: Database, viewer: Viewer) -> list[str]:
    async with database.transaction(viewer.athlete_id) as session:
        return list(await session.scalars(text("select model from lesson_vector")))


async def test_notes_and_lessons_get_the_providers_vectors(
    database: Database, catalogue: Catalogue, viewer: Viewer, access: ModelAccess, server: OpenAIServer
) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await write_lessons(session, viewer.athlete_id, [kept(NOTE)])
    embedder = embedder_for(access, matches_contexts=True)
    assert embedder is not None
    assert (embedder.model, embedder.is_at_hand) == (NAME, False)

    made = await Vectors(database, catalogue, embedder).make_missing()

    assert made > 60
    assert await lesson_models(database, viewer) == [NAME]
    assert {request["model"] for request in server.requests} == {NAME}
    assert [len(request["input"]) for request in server.requests] == [made - 1, 1]  # type: ignore[arg-type]


async def test_a_provider_that_fails_leaves_everything_as_it_was(
    database: Database, catalogue: Catalogue, viewer: Viewer, access: ModelAccess, server: OpenAIServer
) -> None:
    server.fault = Fault.QUOTA
    embedder = embedder_for(access, matches_contexts=True)
    assert embedder is not None

    with pytest.raises(ModelUnusable):
        await Vectors(database, catalogue, embedder).make_missing()

    assert await lesson_models(database, viewer) == []


def test_a_provider_is_sent_nothing_where_contexts_are_off(access: ModelAccess) -> None:
    found, packaged = embedder_for(access, matches_contexts=False), packaged_embedder()
    assert (found and found.model) == (packaged and packaged.model)
    assert (found and found.model) != NAME
