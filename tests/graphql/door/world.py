"""Two athletes with everything that an athlete can have: the owner, of whose things the tables ask, and a stranger with as many."""

import datetime
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from domain.ids import GenerationId
from services.generation.work import GenerationWork
from tests.built_once import BuiltOnce
from tests.conftest import NOW
from tests.database.everything import OF_AN_ATHLETE
from tests.graphql import operations
from tests.graphql.conftest import CONSTRAINTS, HEALTHY, PROFILE
from tests.graphql.door.door import Door, Person

Answer = dict[str, Any]  # JSON, whose shape the operation says
KEY = "key-of-the-world"
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class World:
    """What there is, by the names that the tables use: `plan` is the owner's, `ownPlan` that of whoever asks."""

    door: Door
    rehearsal: Callable[[], AbstractAsyncContextManager[Door]]
    """Another door to the same: what is done through it is answered as if it were done, and taken back."""
    of_owner: Mapping[str, str]
    of_stranger: Mapping[str, str]
    ids_of_owner: frozenset[str]

    async def fingerprint(self) -> str:
        """Of all rows of the owner, in every table."""
        return await _told(self.door.database, self.of_owner, "count(*) || md5(string_agg(told, '' order by told))")


class Rehearsing(Database):
    """Takes back at its end whatever a transaction did."""

    @asynccontextmanager
    async def _opened(self, athlete: str, engine: AsyncEngine | None = None) -> AsyncIterator[AsyncSession]:
        with suppress(_Over):
            async with super()._opened(athlete, engine) as session:
                yield session
                await session.flush()
                session.expunge_all()  # what was read outlives the transaction, as it does where one is committed
                raise _Over


class _Over(Exception):
    """All has been asked that there was to ask."""


async def furnished(door: Door, rehearsal: Callable[[], AbstractAsyncContextManager[Door]], engine: BuiltOnce) -> World:
    owner = await _lived(_Life(door, Person.OWNER, engine), "Zerlina")
    stranger = await _lived(_Life(door, Person.STRANGER, engine), "Masetto")
    rows = await _told(door.database, owner, "string_agg(told, '')")
    return World(door, rehearsal, owner, stranger, frozenset(ids_in(rows)))


def ids_in(told: str) -> set[str]:
    return set(_ID.findall(told.replace("-", "")))


async def _told(database: Database, owner: Mapping[str, str], what: str) -> str:
    """An aggregate over all rows of somebody, each as a text."""
    rows = (
        f"select '{table}' || t::text as told from {table} t "
        f"where {'id' if table == 'athlete' else 'athlete_id'} = '{owner['athlete'].removeprefix('athlete_')}'"
        for table in OF_AN_ATHLETE
    )
    async with database.engine.connect() as connection:
        found: str = (
            await connection.execute(text(f"select {what} from ({' union all '.join(rows)}) rows"))
        ).scalar_one()
    return found


@dataclass(frozen=True)
class _Life:
    """One athlete's way through the app, and the worker's part."""

    door: Door
    person: Person
    engine: BuiltOnce

    async def run(self, name: str, **variables: object) -> Answer:
        response = await self.door.ask(operations.document(name), by=self.person, **variables)
        answer: Answer = response.json()
        assert "errors" not in answer, answer
        (found,) = answer["data"].values()
        assert "message" not in found or name == "SubmitFeedback", found
        return dict(found)

    async def plan(self, key: str) -> tuple[str, str]:
        """The ids of a plan and of what made it."""
        started = await self.run("GeneratePlan", input={"idempotencyKey": f"{key}-{KEY}", "weeks": 2})
        generation_id = GenerationId(started["generation"]["id"])
        work = GenerationWork(self.door.database, self.engine, clock=lambda: NOW)
        await work.run((await self.door.viewer(self.person)).athlete_id, generation_id)
        made = await self.run("Generation", id=generation_id)
        return made["plan"]["id"], generation_id

    async def lesson(self, words: str) -> str:
        rule = {"kind": "NOTE"}
        taught = await self.run("AddLesson", input={"idempotencyKey": f"{words}-{KEY}", "text": words, "rule": rule})
        lesson: str = taught["lesson"]["id"]
        return lesson


async def _lived(life: _Life, name: str) -> Mapping[str, str]:
    """One plan to train by, with a log; one in review, in its second version; lessons, a message. Gives all the ids."""
    constraints = {**CONSTRAINTS, "limitations": [{"kind": "WRIST"}]}
    told = {"displayName": name, "goal": f"The goal of {name}.", "constraints": constraints}
    await life.run("SaveProfile", input={**PROFILE, **told})
    await life.run("SaveAnswers", input=HEALTHY)
    lesson, retired = await life.lesson(f"A lesson of {name}"), await life.lesson(f"A former lesson of {name}")
    await life.run("RetireLesson", input={"lessonId": retired})
    trained, _ = await life.plan("first")
    await life.run("AcceptPlan", input={"planId": trained, "expectedVersion": 1})
    logged = {
        "clientId": f"log-of-{name}",
        "dayId": _day(trained, NOW.date()),
        "completion": "DONE",
        "note": f"Note of {name}",
    }
    log = (await life.run("LogWorkout", input=logged))["day"]["log"]
    plan, generation = await life.plan("second")
    await life.run("EditPlan", input=_edit(plan))
    said = await life.run(
        "SubmitFeedback",
        input={"idempotencyKey": KEY, "planId": plan, "message": f"What is RPE? asks {name}"},
    )
    planned = [day for week in (await life.run("PlanFullById", id=plan))["weeks"] for day in week["days"]]
    launched = await life.run("Launch")
    return {
        "name": name,
        "athlete": launched["id"],
        "questions": launched["onboarding"]["questions"]["id"],
        "playbook": launched["playbook"]["id"],
        "lesson": lesson,
        "retired_lesson": retired,
        "trained_plan": trained,
        "plan": plan,
        "generation": generation,
        "day": planned[2]["id"],
        "activity": planned[2]["activities"][0]["id"],
        "activities": ", ".join(f'"{one["id"]}"' for one in reversed(planned[2]["activities"])),
        "day_today": planned[0]["id"],
        "activity_today": planned[0]["activities"][0]["id"],
        "run_today": planned[0]["activities"][-1]["id"],
        "message": said["reply"]["id"],
        "workout": log["id"],
        "log": logged["clientId"],
    }


def _edit(plan_id: str) -> dict[str, object]:
    """A run today, and rest on Friday."""
    run = {"dayId": _day(plan_id, NOW.date()), "sport": "RUNNING", "minutes": 5}
    rest = {"dayId": _day(plan_id, NOW.date() + datetime.timedelta(days=4))}
    operations = [{"addEndurance": run}, {"makeRestDay": rest}]
    return {"idempotencyKey": KEY, "planId": plan_id, "expectedVersion": 1, "operations": operations}


def _day(plan_id: str, date: datetime.date) -> str:
    return f"day_{plan_id.removeprefix('plan_')}-{date:%Y%m%d}"
