"""What deletes accounts, in two processes that share a database."""

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.onboarding.profiles import Profiles


@pytest.fixture
def deleted(database: Database, clock: Clock) -> DeletedAccounts:
    """What this process knows."""
    return DeletedAccounts(database, clock)


@pytest.fixture
def accounts(database: Database, deleted: DeletedAccounts) -> Accounts:
    return Accounts(database, deleted)


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue) -> Profiles:
    return Profiles(database, clock, catalogue)
