"""Servers and clients for tests through a real socket."""

from collections.abc import Iterator

import httpx2
import pytest

from tests.http.server import State, serving, small_site


@pytest.fixture(scope="package")
def state() -> State:
    return State()


@pytest.fixture(scope="package")
def address(state: State) -> Iterator[str]:
    """The small site, as in production."""
    with serving(small_site(state)) as url:
        yield url


@pytest.fixture(scope="package")
def client(address: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=address, timeout=10) as opened:
        yield opened
