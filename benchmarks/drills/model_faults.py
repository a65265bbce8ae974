"""Every fault in every use, ten times: valid work by whoever could do it, in time, two calls at most, nothing half written."""

import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx2
import msgspec
from opentelemetry import metrics, trace
from pydantic import SecretStr

from benchmarks.drills.house import PROFILE, House, told, whole
from db.database import Database
from db.seed.catalogue import read_catalogue
from domain.basis import PlanBasis
from domain.clock import system_clock
from domain.plan import Plan
from domain.profile import Tier, Viewer
from domain.questions import MAXIMUM_QUESTIONS
from domain.questions import Answer as Answered
from services.checking.check import broken_rules
from services.feedback.conversations import Conversations
from services.feedback.safeguard import Safeguard
from services.generation.briefs import ModelBriefs
from services.generation.engine import RuleEngine
from services.generation.work import GenerationWork
from services.llm.access import ModelAccess
from services.llm.allowance import Allowance
from services.llm.answers import Answer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.configuration import Deadlines, ModelConfiguration
from services.llm.daily_allowance import DailyAllowances, DailyLimits
from services.llm.failures import ModelUnusable
from services.llm.model import language_model
from services.llm.names import Names
from services.llm.telemetry import Telemetry
from services.onboarding.basis import PlannedTime, load_basis
from services.onboarding.profiles import Profiles
from services.planning.catalogue import CatalogueSearch
from services.plans.plans import Plans
from services.playbook.rebuilding import rebuild_playbooks
from services.playbook.reflecting import Reflections
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer

TIMES = whole("TIMES", 10)
SECONDS = whole("SECONDS", 2)
"""The deadline of each use: long enough for a second call, and short, because some faults last until it."""
SLACK_SECONDS = 0.25
CATALOGUE = read_catalogue()
_NAMES = Names(CATALOGUE, CatalogueSearch(CATALOGUE))
_BOUNDLESS = DailyLimits(calls=10**6, microdollars=10**12)


class TimedClient(ModelClient):
    """Knows how long it was waited for: beside it a use has work of its own to do."""

    seconds = 0.0

    async def ask(self, ask: Ask[Answer], allowance: Allowance) -> Answer:
        began = time.monotonic()
        try:
            return await super().ask(ask, allowance)
        finally:
            self.seconds += time.monotonic() - began


@dataclass(frozen=True, kw_only=True)
class Try:
    """One athlete and a model with a breaker of its own, so that no try spoils the next one's."""

    database: Database
    viewer: Viewer
    plan: Plan
    client: TimedClient
    access: ModelAccess
    name: str


async def questions(one: Try) -> str:
    profiles = Profiles(one.database, system_clock, CATALOGUE, model=one.access)
    await profiles.save(one.viewer, msgspec.structs.replace(PROFILE, goal=f"Carry my kids uphill, {one.name}"))
    found = await profiles.questions(one.viewer.athlete_id)
    assert found is not None
    assert 0 < len(found.questions) <= MAXIMUM_QUESTIONS
    _check_words(*(question.text for question in found.questions))
    return found.author.value


async def brief(one: Try) -> str:
    found = await ModelBriefs(one.access, falls_back=True)(one.viewer.athlete_id, await _basis(one), Tier.PREMIUM)
    _check_words(found.title, found.summary, found.rationale, *found.themes)
    return found.author.value


async def brief_or_failure(one: Try) -> str:
    try:
        found = await ModelBriefs(one.access, falls_back=False)(one.viewer.athlete_id, await _basis(one), Tier.PREMIUM)
    except ModelUnusable:
        return "failure"
    return found.author.value


async def message(one: Try) -> str:
    talking = Conversations(one.database, system_clock, CATALOGUE, messages_per_day=10**6, model=one.access)
    answer = await talking.submit(
        one.viewer, key=f"key-{one.name}", plan_id=one.plan.id, message="Will this plan make me happy?", day_id=None
    )
    _check_words(answer.reply.text)
    assert answer.changes == ()
    return answer.reply.author.value


async def reflection(one: Try) -> str:
    """Afterwards nothing waits any more, whatever came of it."""
    profiles = Profiles(one.database, system_clock, CATALOGUE, model=one.access)
    await profiles.save_answers(one.viewer, [Answered(question_id="dislikes", text=f"I dislike lunges, {one.name}")])
    await Reflections(one.database, Safeguard(CATALOGUE, system_clock), one.access).run(one.viewer.athlete_id)
    return "learned or not"


Use = Callable[[Try], Awaitable[str]]
USES: tuple[Use, ...] = (questions, brief, brief_or_failure, message, reflection)


async def _basis(one: Try) -> PlanBasis:
    time_of_plan = PlannedTime(one.plan.start_date, len(one.plan.weeks), system_clock())
    async with one.database.transaction(one.viewer.athlete_id) as session:
        basis = await load_basis(session, one.viewer.athlete_id, CATALOGUE, time_of_plan)
    assert basis is not None
    return basis


def _check_words(*texts: str | None) -> None:
    assert not any("sk-canary" in text or "system prompt" in text for text in texts if text)


async def drill(house: House, server: OpenAIServer) -> int:
    viewers = await house.viewers(TIMES, tier=Tier.PREMIUM)
    outcomes: Counter[str] = Counter()
    late: list[str] = []
    called_too_often: list[str] = []
    configuration = ModelConfiguration(api_key=SecretStr("none"), model="gpt-4.1-mini", base_url=server.address)
    telemetry = Telemetry(trace.get_tracer(__name__), metrics.get_meter(__name__))
    async with house.database() as database, httpx2.AsyncClient() as http:
        plans = await _planned(house, database, viewers)
        for fault in Fault:
            for use in USES:
                server.forget()
                server.fault = fault
                tries = [
                    _try(
                        database,
                        viewer,
                        plan,
                        TimedClient(configuration, telemetry, http_client=http),
                        f"{fault}-{use.__name__}",
                    )
                    for viewer, plan in zip(viewers, plans, strict=True)
                ]
                for outcome in await asyncio.gather(*(use(one) for one in tries)):
                    outcomes[f"{use.__name__}: {outcome}"] += 1
                longest = max(one.client.seconds for one in tries)
                if longest > SECONDS + SLACK_SECONDS:
                    late.append(f"{fault} {use.__name__} {longest:.2f} s")
                if len(server.requests) > 2 * TIMES:
                    called_too_often.append(f"{fault} {use.__name__} {len(server.requests)} calls")
        rebuilt = await rebuild_playbooks(database, is_check=True)
    waiting = await house.value("select count(*) from unreflected")
    unanswered = await house.value("select count(*) filter (where author = 'ATHLETE') * 2 - count(*) from message")
    figures: dict[str, object] = {
        "faults, uses, times": f"{len(Fault)}, {len(USES)}, {TIMES}",
        **dict(sorted(outcomes.items())),
        f"later than {SECONDS} + {SLACK_SECONDS} s": late or 0,
        "more than two calls": called_too_often or 0,
        "messages without a reply": unanswered,
        "words that still wait": waiting,
        "lessons that differ from their ledger": rebuilt.differing,
    }
    wrong = {
        "late": bool(late),
        "calls": bool(called_too_often),
        "half written": bool(unanswered or waiting or rebuilt.differing),
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _planned(house: House, database: Database, viewers: list[Viewer]) -> list[Plan]:
    """A plan of the rules for each, which keeps every rule."""
    asked = await house.ask(viewers)
    work = GenerationWork(database, RuleEngine(CATALOGUE))
    for viewer, generation in zip(viewers, asked, strict=True):
        await work.run(viewer.athlete_id, generation.id)
    found = [await Plans(database, system_clock).plan_in_review(viewer.athlete_id) for viewer in viewers]
    assert all(plan is not None and not broken_rules(plan.quality) for plan in found)
    return [plan for plan in found if plan is not None]


def _try(database: Database, viewer: Viewer, plan: Plan, client: TimedClient, name: str) -> Try:
    model = language_model(client, _NAMES, deadlines=Deadlines(usual=SECONDS, brief=SECONDS))
    access = ModelAccess(model=model, allowances=DailyAllowances(database, _BOUNDLESS))
    return Try(database=database, viewer=viewer, plan=plan, client=client, access=access, name=name.lower())


if __name__ == "__main__":
    logging.disable()  # of the server, whose faults look to it like faults
    misbehaving = OpenAIServer()
    with misbehaving.serving(), House() as opened:
        sys.exit(asyncio.run(drill(opened, misbehaving)))
