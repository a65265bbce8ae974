"""For whom a request counts."""

import pytest

from tests.http.server import viewer_of
from web.rate_limit import RateLimit


class Noted:
    """A window that has room for everybody, and notes who came."""

    def __init__(self) -> None:
        self.callers: list[str] = []

    async def take(self, caller: str) -> int:
        self.callers.append(caller)
        return 0


@pytest.mark.parametrize(
    ("client", "caller"),
    [
        (("203.0.113.7", 5), "address:203.0.113.7"),
        (("::ffff:203.0.113.7", 5), "address:203.0.113.7"),
        (("2001:db8:1:2:3:4:5:6", 5), "address:2001:db8:1:2::"),
        (("2001:db8:1:2::9", 5), "address:2001:db8:1:2::"),
        (("fe80::1%eth0", 5), "address:fe80::"),
        (("x" * 10_000, 5), "address:unknown"),
        (None, "address:unknown"),
    ],
)
async def test_whoever_does_not_say_who_they_are_counts_for_their_address(
    client: tuple[str, int] | None, caller: str
) -> None:
    window = Noted()
    await RateLimit(window, most=1).count({"client": client}, None)
    assert window.callers == [caller]


async def test_an_athlete_is_the_same_from_everywhere() -> None:
    window, ann = Noted(), await viewer_of("good-ann")
    for host in ("203.0.113.7", "203.0.113.8"):
        await RateLimit(window, most=1).count({"client": (host, 5)}, ann)
    assert window.callers == [ann.athlete_id] * 2
