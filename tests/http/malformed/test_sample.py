"""A few hundred malformed requests over real sockets, against the whole server; `make drill-malformed` sends ten thousand."""

import datetime
import itertools
import logging
from pathlib import Path

import httpx2
import pytest
from structlog.testing import capture_logs

from domain.clock import system_clock
from schema import schema
from services.accounts.development_key import development_key
from services.accounts.signing import development_signer
from tests.http.life.served import served
from tests.http.malformed.cases import Cases
from tests.http.malformed.sending import faults_of, wrong_with

COUNT = 300


async def test_no_answer_is_the_servers_fault_and_nothing_leaks(
    tmp_path: Path, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    signer = development_signer(development_key(tmp_path))
    token = signer.token("ann", lifetime=datetime.timedelta(hours=1), now=system_clock())
    cases = itertools.islice(Cases(schema.core, seed=7, tokens=(token,)), COUNT)

    with capture_logs() as logs, caplog.at_level(logging.ERROR):
        async with served(tmp_path, database_url) as url:
            faults = await faults_of(url, cases, at_once=30)
            async with httpx2.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {token}"}) as client:
                answer = await client.post("/graphql", json={"query": "{ viewer { id } }"})

    assert faults == []
    assert [log for log in logs if log["log_level"] == "error"] == []
    assert caplog.records == []
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        (b'HTTP/1.1 200 OK\r\n\r\n{"errors":[{"extensions":{"code":"BAD_REQUEST"}}]}', []),
        (b"HTTP/1.1 200 OK\r\n\r\n{}HTTP/1.1 500 Internal Server Error\r\n\r\n", ["status 500"]),
        (b'HTTP/1.1 200 OK\r\n\r\n{"errors":[{"extensions":{"code":"INTERNAL"}}]}', ["code INTERNAL"]),
        (b'HTTP/1.1 400 Bad Request\r\n\r\n{"message":"in app.py"}', ["leak of b'.py'"]),
        (b"\x88\x18\x11\x94Something went wrong.", ["a WebSocket closed with 4500"]),
    ],
)
def test_what_is_wrong_with_an_answer_is_seen(answer: bytes, faults: list[str]) -> None:
    assert wrong_with(answer) == faults
