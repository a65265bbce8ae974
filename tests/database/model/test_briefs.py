"""Plans with the model's brief: its words where they hold, the rules' plan where they do not, or the failure that was asked for."""

import pytest

from db.database import Database
from db.queries.generations import generation_with_id
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.generations import Generation, GenerationFailureReason, GenerationStatus, ImpossiblePlan
from domain.ids import PlanId
from domain.plan import Plan, PlanDocument, RuleOutcome
from domain.profile import Viewer
from domain.terms import Author
from services.checking.check import broken_rules
from services.composition import Services
from services.generation.briefs import ModelBriefs
from services.generation.engine import Engine, RuleEngine
from services.generation.work import GenerationWork
from services.llm.access import ModelAccess
from services.llm.daily_allowance import DailyLimits
from tests.database.generation.conftest import PROFILE, RestEngine
from tests.llm.faults import HOSTILE_TEXT, Fault
from tests.llm.openai_server import OpenAIServer

BROKEN = RuleOutcome(rule="R01", description="Rest", is_hard=True, score=0.5, finding="Too little rest", source="Us")
FAULTS = [(Fault.SERVER_ERROR, 2), (Fault.RESET, 2), (Fault.HTML, 2), (Fault.REFUSAL, 1), (Fault.LENGTH, 1)]


class Remembering(RestEngine):
    """Remembers the briefs, and wants none of those that say something."""

    def __init__(self, *, breaks: bool = False, fails: bool = False) -> None:
        super().__init__()
        self.briefs: list[Brief] = []
        self._breaks = breaks
        self._fails = fails

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        self.briefs.append(brief)
        if self._fails and brief != Brief():
            raise ImpossiblePlan("Nothing fits.", [BROKEN])
        self.broken = (BROKEN,) if self._breaks and brief != Brief() else ()
        return super().build(basis, plan_id=plan_id, brief=brief)


class Made:
    """A generation of somebody's, to its end."""

    def __init__(self, services: Services, database: Database, access: ModelAccess) -> None:
        self._services = services
        self._database = database
        self._access = access

    async def __call__(self, viewer: Viewer, engine: Engine, *, falls_back: bool = True) -> Generation:
        generation = await self._services.generations.start(viewer, key="key-number-1", week_count=2, start_date=None)
        briefs = ModelBriefs(self._access, falls_back=falls_back)
        await GenerationWork(self._database, engine, write_brief=briefs).run(viewer.athlete_id, generation.id)
        async with self._database.transaction(viewer.athlete_id) as session:
            found = await generation_with_id(session, viewer.athlete_id, generation.id)
        assert found is not None
        return found.generation


@pytest.fixture
async def made(services: Services, database: Database, access: ModelAccess, viewer: Viewer) -> Made:
    """Of an athlete with a profile, whose questions are nobody's concern here."""
    await services.profiles.save(viewer, PROFILE)
    return Made(services, database, access)


async def plan_of(services: Services, viewer: Viewer) -> Plan:
    plan = await services.plans.plan_in_review(viewer.athlete_id)
    assert plan is not None
    return plan


async def test_a_premium_plan_is_in_the_models_words_and_keeps_every_rule(
    services: Services, made: Made, premium: Viewer, server: OpenAIServer, catalogue: Catalogue
) -> None:
    ended = await made(premium, RuleEngine(catalogue))

    plan = await plan_of(services, premium)
    assert (ended.status, plan.author, plan.title) == (
        GenerationStatus.SUCCEEDED,
        Author.MODEL,
        "A calm way to your goal",
    )
    assert [week.focus for week in plan.weeks] == ["Find your rhythm", "Build on it"]
    assert broken_rules(plan.quality) == ()
    assert len(server.requests) == 1


async def test_a_hostile_brief_leaves_a_plan_of_the_rules(
    services: Services, made: Made, premium: Viewer, server: OpenAIServer, catalogue: Catalogue
) -> None:
    server.fault = Fault.HOSTILE
    ended = await made(premium, RuleEngine(catalogue))

    plan = await plan_of(services, premium)
    assert (ended.status, plan.author) == (GenerationStatus.SUCCEEDED, Author.RULES)
    assert not any(words in repr(plan) for words in HOSTILE_TEXT.split(". "))
    assert broken_rules(plan.quality) == ()


async def test_in_the_free_tier_no_model_is_asked(made: Made, viewer: Viewer, server: OpenAIServer) -> None:
    engine = Remembering()
    ended = await made(viewer, engine, falls_back=False)

    assert (ended.status, engine.briefs, server.requests) == (GenerationStatus.SUCCEEDED, [Brief()], [])


@pytest.mark.parametrize(("fault", "calls"), FAULTS)
async def test_where_the_model_fails_the_rules_make_the_plan(
    made: Made, premium: Viewer, server: OpenAIServer, fault: Fault, calls: int
) -> None:
    server.fault = fault
    engine = Remembering()
    ended = await made(premium, engine)

    assert (ended.status, engine.briefs, len(server.requests)) == (GenerationStatus.SUCCEEDED, [Brief()], calls)


@pytest.mark.parametrize(("fault", "calls"), FAULTS)
async def test_without_falling_back_the_failure_is_said_and_costs_no_generation(
    services: Services, made: Made, premium: Viewer, server: OpenAIServer, fault: Fault, calls: int
) -> None:
    server.fault = fault
    engine = Remembering()
    ended = await made(premium, engine, falls_back=False)

    assert ended.failure is not None
    assert (ended.status, ended.failure.reason, ended.failure.is_retryable, ended.plan_id) == (
        GenerationStatus.FAILED,
        GenerationFailureReason.MODEL_UNAVAILABLE,
        True,
        None,
    )
    assert (engine.briefs, len(server.requests)) == ([], calls)
    assert await services.plans.plan_in_review(premium.athlete_id) is None
    assert (await services.generations.entitlement(premium)).generations_remaining == 5


@pytest.mark.parametrize("limits", [DailyLimits(calls=0, microdollars=1_000_000)])
@pytest.mark.parametrize(
    ("falls_back", "status"), [(True, GenerationStatus.SUCCEEDED), (False, GenerationStatus.FAILED)]
)
async def test_a_spent_allowance_makes_no_call(
    made: Made, premium: Viewer, server: OpenAIServer, falls_back: bool, status: GenerationStatus
) -> None:
    ended = await made(premium, RestEngine(), falls_back=falls_back)

    assert (ended.status, server.requests) == (status, [])


async def test_a_plan_that_breaks_a_rule_with_its_brief_is_built_without(made: Made, premium: Viewer) -> None:
    engine = Remembering(breaks=True)
    ended = await made(premium, engine)

    assert ended.status is GenerationStatus.SUCCEEDED
    assert [brief.author for brief in engine.briefs] == [Author.MODEL, Author.RULES]


async def test_what_is_impossible_with_a_brief_may_be_possible_without(made: Made, premium: Viewer) -> None:
    engine = Remembering(fails=True)
    ended = await made(premium, engine)

    assert ended.status is GenerationStatus.SUCCEEDED
    assert [brief.author for brief in engine.briefs] == [Author.MODEL, Author.RULES]
