"""What the knowledge base says on lessons, where that is enabled."""

import dataclasses

import pytest

from db.database import Database
from domain.exercise import Catalogue
from domain.profile import Viewer
from services.composition import Services
from services.playbook.context import LessonContexts
from tests import asking
from tests.conftest import CountStatements
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
