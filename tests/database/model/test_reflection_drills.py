"""Reflection when things go wrong: words that change meanwhile, crashes, hostile notes; and as a worker does it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.lessons import LessonOperation, LessonRuleKind
from domain.plan import PlanDocument
from domain.profile import Viewer
from domain.terms import LimitationKind
from services.composition import Services
from services.feedback.safeguard import Safeguard
from services.generation.jobs import Step
from services.llm.access import ModelAccess
from services.playbook.clearance import clear
from services.playbook.reflecting import Reflections
from tests.database.conversations.talking import count_of, versions
from tests.database.generation.workers import until, working
from tests.database.model.reflecting import NO_RULE, learned, noted, told
from tests.llm.hostile import HOSTILE
from tests.llm.openai_server import OpenAIServer
from tests.llm.sensible import Json


@dataclass
class Slow:
    """A model that takes so long that something else happens meanwhile."""

    access: ModelAccess
    meanwhile: Callable[[], Awaitable[object]]

    async def reflect(self, *rest: Any, **more: Any) -> object:
        found = await self.access.model.reflector.reflect(*rest, **more)
        await self.meanwhile()
        return found


Meanwhile = Callable[[Callable[[], Awaitable[object]]], Reflections]


@pytest.fixture
def slow(database: Database, catalogue: Catalogue, clock: Clock, access: ModelAccess) -> Meanwhile:
    def made(meanwhile: Callable[[], Awaitable[object]]) -> Reflections:
        model = replace(access.model, reflector=cast("Any", Slow(access, meanwhile)))  # fakes one method
        return Reflections(database, Safeguard(catalogue, clock), replace(access, model=model))

    return made


async def test_what_is_no_longer_said_teaches_nothing_and_the_new_words_still_wait(
    services: Services, slow: Meanwhile, accepted: PlanDocument, premium: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await slow(lambda: services.profiles.save_answers(premium, [told("Cold water")])).run(premium.athlete_id)

    assert (await learned(services, premium), await count_of(database, premium, "unreflected")) == ((), 1)


async def test_what_a_doctor_cleared_meanwhile_does_not_come_back(
    services: Services, slow: Meanwhile, accepted: PlanDocument, premium: Viewer, database: Database
) -> None:
    async def cleared() -> None:
        async with database.transaction(premium.athlete_id) as session:
            await clear(session, premium.athlete_id, LimitationKind.KNEE, None)

    await services.profiles.save_answers(premium, [told()])
    await slow(cleared).run(premium.athlete_id)
    assert await learned(services, premium) == ()

    await services.workouts.log(premium, noted())
    await slow(lambda: services.playbooks.playbook(premium.athlete_id)).run(premium.athlete_id)
    assert [lesson.is_hard for lesson in await learned(services, premium)] == [True]


@dataclass
class Recorded:
    """Keeps the outcomes of steps as a worker does, and breaks off before some."""

    outcomes: dict[str, str] = field(default_factory=dict)
    breaks_at: str = ""

    async def __call__(self, name: str, step: Step) -> str:
        if name == self.breaks_at:
            raise ConnectionError
        if name not in self.outcomes:
            self.outcomes[name] = await step()
        return self.outcomes[name]


async def test_a_crash_asks_the_model_no_second_time_and_nothing_is_learned_twice(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    record = Recorded(breaks_at="learn")
    with pytest.raises(ConnectionError):
        await reflections.run(premium.athlete_id, record)
    record.breaks_at = ""
    for _ in range(2):
        record.outcomes.pop("learn", None)  # as if it had crashed before the outcome was recorded
        await reflections.run(premium.athlete_id, record)

    assert (len(await learned(services, premium)), len(server.requests)) == (1, 1)
    history = await services.playbooks.history(premium.athlete_id, first=10, after=None)
    assert [edge.node.operation for edge in history.edges].count(LessonOperation.ADD) == 2  # with the rules' note


async def test_hostile_notes_leave_notes_or_nothing(
    services: Services,
    reflections: Reflections,
    accepted: PlanDocument,
    premium: Viewer,
    database: Database,
    server: OpenAIServer,
) -> None:
    kinds = ("EQUIPMENT_AVAILABLE", "TRAIN_ON_DAYS", "SESSION_MINUTES", "PREFER_EXERCISE", "LIMITATION", "NOTE")
    fields: dict[str, Json] = {
        "equipment": ["BARBELL"],
        "weekdays": ["SUNDAY"],
        "amount": 180,
        "exercise": "Deadlift",
        "limitation": "KNEE",
    }
    for revision, several in enumerate(batched(HOSTILE, 8), start=1):
        note = "\n".join(words[:120] for words in several)
        server.answer = {
            "lessons": [
                NO_RULE | fields | {"text": words[:120], "evidence": words[:120], "kind": kinds[number % len(kinds)]}
                for number, words in enumerate(several)
            ]
        }
        await services.workouts.log(premium, noted(note, revision=revision))
        await reflections.run(premium.athlete_id)

    assert len(server.requests) == -(-len(HOSTILE) // 8)
    assert [one for one in await learned(services, premium) if one.rule.kind is not LessonRuleKind.NOTE] == []
    assert await versions(database, premium) == [(1, "GENERATED")]


def batched(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    return [texts[start : start + size] for start in range(0, len(texts), size)]


async def test_a_worker_reflects(
    services: Services,
    reflections: Reflections,
    accepted: PlanDocument,
    premium: Viewer,
    database: Database,
    database_url: str,
) -> None:
    await services.profiles.save_answers(premium, [told()])

    async def is_over() -> bool:
        return await count_of(database, premium, "unreflected") == 0

    async with working(database, database_url, reflections.job()):
        await until(is_over)

    assert [lesson.rule.limitation for lesson in await learned(services, premium)] == [LimitationKind.KNEE]
