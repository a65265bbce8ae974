"""How much is read of a body that is too large: enough for its sender to hear the answer, and no more."""

from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from web.body_limit import READ_ON, BodyLimit
from web.refusals import Refused

MOST = 100


class Sender:
    """Sends a body in pieces, and counts those that were taken. Nobody may wait for more than there are."""

    def __init__(self, pieces: list[int]) -> None:
        self._left = len(pieces)
        self._pieces: Iterator[int] = iter(pieces)
        self.taken = 0

    async def __call__(self) -> Message:
        self.taken += 1
        self._left -= 1
        return {"type": "http.request", "body": bytes(next(self._pieces)), "more_body": self._left > 0}


async def read_all(_scope: Scope, receive: Receive, _send: Send) -> None:
    while (await receive())["more_body"]:
        """Goes on until the end."""


async def send(_message: Message) -> None:
    raise AssertionError("nothing is answered here")


def asked(stated: int | None) -> Scope:
    headers = [] if stated is None else [(b"content-length", str(stated).encode())]
    return {"type": "http", "method": "POST", "path": "/graphql", "headers": headers}


@pytest.mark.parametrize(
    ("stated", "pieces", "taken"),
    [
        pytest.param(101, [50, 51], 2, id="stated, and a little too large"),
        pytest.param(READ_ON * MOST + 1, [50, 51], 0, id="stated, and far too large"),
        pytest.param(None, [101], 1, id="in one piece"),
        pytest.param(None, [50, 51], 2, id="too large with its last piece"),
        pytest.param(None, [101, 50, 50], 3, id="too large before its end"),
        pytest.param(None, [101] * 50, 1 + READ_ON, id="without end"),
    ],
)
async def test_a_body_that_is_too_large_is_refused(stated: int | None, pieces: list[int], taken: int) -> None:
    sender = Sender(pieces)

    with pytest.raises(Refused) as refused:
        await BodyLimit(read_all, most_bytes=MOST)(asked(stated), sender, send)

    assert refused.value.status == 413
    assert sender.taken == taken


@pytest.mark.parametrize(("stated", "pieces"), [(100, [40, 60]), (None, [100]), (None, [0])])
async def test_a_body_within_the_limit_is_read(stated: int | None, pieces: list[int]) -> None:
    sender = Sender(pieces)

    await BodyLimit(read_all, most_bytes=MOST)(asked(stated), sender, send)

    assert sender.taken == len(pieces)
