"""A plan in review, and somebody to talk with about it."""

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Viewer
from services.feedback.conversations import Conversations
from services.plans.plans import Plans
from tests.database.conversations.planned import put_in_review, save_profile
from tests.database.conversations.talking import Talk


@pytest.fixture
def conversations(database: Database, clock: Clock, catalogue: Catalogue) -> Conversations:
    return Conversations(database, clock, catalogue)


@pytest.fixture
def plans(database: Database, clock: Clock) -> Plans:
    return Plans(database, clock)


@pytest.fixture
async def document(database: Database, viewer: Viewer, clock: Clock, catalogue: Catalogue) -> PlanDocument:
    """The plan in review, as it was built."""
    await save_profile(database, viewer, clock, catalogue)
    return await put_in_review(database, viewer)


@pytest.fixture
def talk(conversations: Conversations, viewer: Viewer, document: PlanDocument) -> Talk:
    return Talk(conversations, viewer)
