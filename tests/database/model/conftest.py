"""Real services on a real database, with a model behind a real socket, which does what a test wants."""

from collections.abc import AsyncIterator, Iterator
from typing import cast

import pytest
from pydantic import SecretStr

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Tier, Viewer
from domain.service import ServiceFacts
from services.accounts.tokens import Tokens
from services.composition import Allowances, Services, compose
from services.feedback.safeguard import Safeguard
from services.llm.access import ModelAccess
from services.llm.client import ModelClient
from services.llm.configuration import Deadlines, ModelConfiguration
from services.llm.daily_allowance import DailyAllowances, DailyLimits
from services.llm.model import language_model
from services.llm.names import Names
from services.planning.catalogue import CatalogueSearch
from services.playbook.reflecting import Reflections
from tests.conftest import viewer_called
from tests.database.conversations.planned import PLAN_ID, PROFILE, put_in_review
from tests.database.model.reflecting import KNEE
from tests.llm.conftest import KEY, Observed, Time, http_client
from tests.llm.openai_server import OpenAIServer

SECONDS = 8.0


@pytest.fixture(scope="session")
def running_server() -> Iterator[OpenAIServer]:
    server = OpenAIServer()
    with server.serving():
        yield server


@pytest.fixture
def server(running_server: OpenAIServer) -> OpenAIServer:
    running_server.forget()
    return running_server


@pytest.fixture
def observed() -> Observed:
    return Observed()


@pytest.fixture
def limits() -> DailyLimits:
    return DailyLimits(calls=20, microdollars=1_000_000)


@pytest.fixture
async def access(
    database: Database,
    catalogue: Catalogue,
    clock: Clock,
    server: OpenAIServer,
    observed: Observed,
    limits: DailyLimits,
) -> AsyncIterator[ModelAccess]:
    configuration = ModelConfiguration(api_key=SecretStr(KEY), model="gpt-4.1-mini", base_url=server.address)
    client = ModelClient(configuration, observed.telemetry(), clock=clock, pace=Time().pace, http_client=http_client())
    names = Names(catalogue, CatalogueSearch(catalogue))
    model = language_model(client, names, deadlines=Deadlines(usual=SECONDS, brief=SECONDS))
    yield ModelAccess(model=model, allowances=DailyAllowances(database, limits))
    await model.close()


@pytest.fixture
def services(database: Database, clock: Clock, catalogue: Catalogue, access: ModelAccess) -> Services:
    return composed(database, clock, catalogue, access)


def composed(database: Database, clock: Clock, catalogue: Catalogue, access: ModelAccess) -> Services:
    return compose(
        database=database,
        clock=clock,
        catalogue=catalogue,
        tokens=cast("Tokens", None),  # nobody signs in here
        allowances=Allowances(free_generations=3, premium_generations=5, messages=20),
        info=ServiceFacts(version="1.2.3", is_premium_enabled=True, catalogue_version=catalogue.version),
        model=access,
    )


@pytest.fixture
def premium(viewer: Viewer) -> Viewer:
    """The viewer, with a token that opens the model."""
    return viewer_called(viewer.subject, tier=Tier.PREMIUM)


@pytest.fixture
async def accepted(services: Services, database: Database, viewer: Viewer, server: OpenAIServer) -> PlanDocument:
    """The accepted plan; the model finds that the knee hurts."""
    await services.profiles.save(viewer, PROFILE)
    document = await put_in_review(database, viewer)
    await services.plans.accept(viewer.athlete_id, PLAN_ID, expected_version=1)
    server.answer = {"lessons": [KNEE]}
    return document


@pytest.fixture
def reflections(database: Database, catalogue: Catalogue, clock: Clock, access: ModelAccess) -> Reflections:
    return Reflections(database, Safeguard(catalogue, clock), access)
