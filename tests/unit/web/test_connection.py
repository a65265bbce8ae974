"""How many connections there is room for."""

import sys
from collections.abc import Iterator

import pytest

from web.connection import LAST_ONES, OWN_FILES, room_for

resource = pytest.importorskip("resource", reason="this system has no limit of open files")
SPARE = OWN_FILES + LAST_ONES


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def soft_limit() -> int:
    return int(resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def test_more_open_files_are_asked_for_where_the_system_gives_more() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, hard))

    assert room_for(600) == 600
    assert soft_limit() == 600 + SPARE
    assert room_for(10) == 10
    assert soft_limit() == 600 + SPARE, "nothing is given back"


def test_where_it_gives_no_more_there_is_room_for_fewer() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 0 or sys.platform != "linux":
        pytest.skip("this system has no bound, or gives less than it says")

    assert room_for(hard) == hard - SPARE
    assert soft_limit() == hard
