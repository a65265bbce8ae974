"""What the knowledge base says on lessons, where that is enabled."""

import dataclasses

import msgspec
import pytest

from db.database import Database
from db.seed.notes import read_notes
from domain.exercise import Catalogue
from domain.profile import Viewer
from services.composition import Services
from services.playbook.context import LessonContexts
from services.playbook.vectors import Vectors
from tests import asking
from tests.conftest import CountStatements, viewer_called
from tests.embedding import embedder_by_groups
from tests.graphql.conftest import Answer, Run
from tests.graphql.test_taught_lessons import lesson

DOCUMENT = "{ viewer { playbook { lessons { text context { text sources } } } } }"


@pytest.mark.parametrize("is_enabled", [True, False])
async def test_all_lessons_of_a_playbook_are_looked_up_at_once(
    run: Run,
    services: Services,
    viewer: Viewer,
    database: Database,
    catalogue: Catalogue,
    count_statements: CountStatements,
    is_enabled: bool,
) -> None:
    for number, words in enumerate(["Sleeps badly.", "Works night shifts.", "Plays the violin."]):
        taught = {**lesson({"kind": "NOTE"}, is_hard=False, key=f"key-{number:05}"), "text": words}
        await run("AddLesson", input=taught)
    matching = dataclasses.replace(services, contexts=LessonContexts(database, catalogue, is_enabled=is_enabled))

    with count_statements() as statements:
        asked = await asking.ask(DOCUMENT, services=matching, viewer=viewer)

    assert asked.errors == []
    assert asked.data is not None
    data: Answer = dict(asked.data)
    found = {one["text"]: one["context"] for one in data["viewer"]["playbook"]["lessons"]}
    if is_enabled:
        assert found["Sleeps badly."]["sources"] == ["Sleep and training"]
        assert found["Works night shifts."]["sources"] == ["Training on shifts"]
        assert "shift" in found["Works night shifts."]["text"]
        assert found["Plays the violin."] is None
    else:
        assert set(found.values()) == {None}
    assert len(statements) == (4 if is_enabled else 2)


async def test_a_service_is_told_what_the_athlete_is(
    run: Run, services: Services, viewer: Viewer, database: Database, catalogue: Catalogue
) -> None:
    """Meanings are compared among the athlete's own rows alone, whoever asks."""
    taught = {**lesson({"kind": "NOTE"}, is_hard=False, key="key-00001"), "text": "Up till dawn."}
    await run("AddLesson", input=taught)
    (shifts,) = (note for note in read_notes() if note.id == "shift-work")
    embedder = embedder_by_groups(["Up till dawn.", shifts.meaning])
    await Vectors(database, catalogue, embedder).make_missing()
    contexts = LessonContexts(database, catalogue, is_enabled=True, model=embedder.model)
    matching = dataclasses.replace(services, contexts=contexts)
    service = msgspec.structs.replace(viewer_called("statistics"), is_service=True)
    document = f"""{{ playbook(athleteId: "{viewer.athlete_id}") {{
        lessons {{ context {{ sources }} }} history {{ edges {{ node {{ lesson {{ context {{ sources }} }} }} }} }} }} }}"""

    asked = await asking.ask(document, services=matching, viewer=service)

    assert asked.errors == []
    assert asked.data is not None
    told = {"context": {"sources": [shifts.title]}}
    assert asked.data["playbook"] == {"lessons": [told], "history": {"edges": [{"node": {"lesson": told}}]}}
