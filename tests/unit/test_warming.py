"""What takes long to load is loaded in the background, and looked through for garbage no more."""

import asyncio
import gc
import sys

import pytest

from services import warming

MODULE = "colorsys"
"""One of Python's own that nothing here needs."""


@pytest.fixture(autouse=True)
def _not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "AFTER_SECONDS", 0)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)


async def test_a_module_is_loaded_in_the_background_and_then_left_alone_by_the_collector(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop, frozen = asyncio.get_running_loop(), asyncio.Event()
    monkeypatch.setattr(gc, "freeze", lambda: loop.call_soon_threadsafe(frozen.set))
    with warming.loading_soon(MODULE):
        await asyncio.wait_for(frozen.wait(), timeout=5)
    assert MODULE in sys.modules


async def test_nothing_is_loaded_where_it_ends_before() -> None:
    with warming.loading_soon(MODULE):
        pass
    await asyncio.sleep(0)
    assert MODULE not in sys.modules
