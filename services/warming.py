"""Loads what takes long to load when a process already answers, and before anybody asks for it."""

import asyncio
import contextlib
import gc
import importlib
import threading
from collections.abc import Iterator

AFTER_SECONDS = 3.0
"""After the first requests of an app that was waiting, and before the first message is written or the first plan asked for."""


@contextlib.contextmanager
def loading_soon(module: str) -> Iterator[None]:
    """Loads a module in the background, a little after this block was entered. Nobody waits for that at the end."""
    loading = threading.Thread(target=_load, args=[module], daemon=True)
    soon = asyncio.get_running_loop().call_later(AFTER_SECONDS, loading.start)
    try:
        yield
    finally:
        soon.cancel()


def _load(module: str) -> None:
    importlib.import_module(module)
    # What is loaded stays. Looking through all of it for garbage held every request up for a tenth of a second and more.
    gc.freeze()
