"""A plan that is trained by, and a Wednesday of its second week from which to log."""

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Viewer
from services.plans.plans import Plans
from services.training.logs import Workouts
from tests.database.conversations.planned import PLAN_ID, put_in_review, save_profile
from tests.database.training.drafts import LATER


@pytest.fixture
def later() -> Clock:
    return lambda: LATER


@pytest.fixture
def workouts(database: Database, later: Clock, catalogue: Catalogue) -> Workouts:
    return Workouts(database, later, catalogue)


@pytest.fixture
def plans(database: Database, later: Clock) -> Plans:
    return Plans(database, later)


@pytest.fixture
async def document(
    database: Database, viewer: Viewer, clock: Clock, catalogue: Catalogue, plans: Plans
) -> PlanDocument:
    """The accepted plan, as it was built."""
    await save_profile(database, viewer, clock, catalogue)
    document = await put_in_review(database, viewer)
    await plans.accept(viewer.athlete_id, PLAN_ID, expected_version=1)
    return document
