"""Sends cases over real sockets, and says what is wrong with what comes back."""

import asyncio
import re
from collections.abc import Iterable
from pathlib import Path

from schema.errors import ErrorCode
from tests.http.malformed.cases import Case

PATIENCE_SECONDS = 20.0
RAW_PATIENCE_SECONDS = 1.0
"""What is cut off in the middle of its head is never answered: whoever sent it has to go."""
QUIET_SECONDS = 0.3
"""A WebSocket or a pipeline that has been answered so far is silent; after this it is left."""
MOST_ANSWER_BYTES = 4_000_000
_STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
_CODE = re.compile(rb'"code":"([A-Z_]+)"')
_LEAK = re.compile(
    rb"Traceback|\.py\b|site-packages|sqlalchemy|asyncpg|postgres|/home/|/tmp/|/root|0x[0-9a-f]{8}|<class|object at|"
    + re.escape(str(Path(__file__).parents[3]).encode()),
    re.I,
)


async def faults_of(address: str, cases: Iterable[Case], *, at_once: int) -> list[str]:
    """What is wrong with the answers, with the cases that they are to."""
    waiting = iter(cases)
    faults: list[str] = []

    async def send_on() -> None:
        for case in waiting:
            answer = await answer_to(address, case)
            faults.extend(f"{fault}: {case.kind} {case.sent[-400:]!r} {case.frames!r}" for fault in wrong_with(answer))

    await asyncio.gather(*(send_on() for _ in range(at_once)))
    return faults


async def answer_to(address: str, case: Case) -> bytes:
    """All that comes back until the server closes, or is silent."""
    host, _, port = address.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    answer = b""
    try:
        writer.write(case.sent)
        if case.frames:
            answer = await asyncio.wait_for(reader.read(65536), PATIENCE_SECONDS)
            writer.write(case.frames)
        await writer.drain()
        if case.kind == "raw":
            writer.write_eof()
        while len(answer) < MOST_ANSWER_BYTES:
            patience = QUIET_SECONDS if answer else RAW_PATIENCE_SECONDS if case.kind == "raw" else PATIENCE_SECONDS
            piece = await asyncio.wait_for(reader.read(65536), patience)
            if not piece:
                break
            answer += piece
    except OSError:
        pass  # it is judged by what came until then
    finally:
        writer.transport.abort()
    return answer


def wrong_with(answer: bytes) -> list[str]:
    statuses = [int(status) for status in _STATUS.findall(answer)]
    codes = {code.decode() for code in _CODE.findall(answer)}
    found = [f"status {status}" for status in statuses if status >= 500]
    found += [f"code {code}" for code in codes if code == "INTERNAL" or code not in ErrorCode.__members__]
    found += [f"leak of {leak!r}" for leak in _LEAK.findall(answer)]
    if b"\x88" in answer and b"Something went wrong" in answer:
        found.append("a WebSocket closed with 4500")
    return found
