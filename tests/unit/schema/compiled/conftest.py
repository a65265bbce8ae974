"""After an error graphql-core leaves coroutines behind that nobody awaits: they are swept up in the test that made them."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _swept_up() -> Iterator[None]:
    yield
    gc.collect()
