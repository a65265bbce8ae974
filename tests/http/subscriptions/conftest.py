"""A server and its clients, in one loop."""

from collections.abc import AsyncIterator

import pytest

from tests.http.subscriptions.server import Running, running


@pytest.fixture
async def server() -> AsyncIterator[Running]:
    async with running() as opened:
        yield opened
