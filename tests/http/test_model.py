"""The language model as people who run a server meet it: `doctor`, the health report, and questions in its words over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.http.collector import collecting
from tests.http.processes import run, run_here, serving
from tests.llm.openai_server import OpenAIServer

KEY = "sk-canary-of-a-server-0123456789"
SAVE = """
mutation { saveProfile(input: {
  displayName: "Ann", birthYear: 1990, heightCm: 170, weightKg: 65, timeZone: "UTC", goal: "Carry my kids uphill",
  experience: NOVICE
}) { ... on SaveProfileSuccess { athlete { onboarding { questions { author } } } } } }
"""


@pytest.fixture(scope="module")
def server() -> Iterator[OpenAIServer]:
    server = OpenAIServer()
    with server.serving():
        yield server


def test_doctor_says_that_the_model_answers(tmp_path: Path, server: OpenAIServer) -> None:
    done = run_here(tmp_path, "doctor", OPENAI_API_KEY=KEY, OPENAI_BASE_URL=server.address)

    assert (done.returncode, done.stdout) == (0, f"The language model gpt-4.1-mini at {server.address} answers.\n")


def test_doctor_says_what_is_wrong(tmp_path: Path) -> None:
    done = run_here(tmp_path, "doctor", OPENAI_API_KEY=KEY, OPENAI_BASE_URL="http://127.0.0.1:9/v1")

    assert done.returncode == 1
    assert done.stderr == "The language model gpt-4.1-mini at http://127.0.0.1:9/v1 cannot be used: CONNECTION.\n"
    assert KEY not in done.stdout


def ask(url: str, token: str, query: str) -> object:
    answer = httpx2.post(
        f"{url}/graphql", json={"query": query}, headers={"Authorization": f"Bearer {token}"}, timeout=20
    )
    return answer.json()["data"]


def test_a_server_with_a_key_words_questions_for_premium_athletes_and_tells_how_the_model_does(
    tmp_path: Path, database_url: str, server: OpenAIServer
) -> None:
    token = run(tmp_path, "token", "ann", "--tier", "premium").stdout.strip()
    settings = {"DATABASE_URL": database_url, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": server.address}
    with collecting() as collector, serving(tmp_path, **settings, **collector.settings) as (_, url):
        before = httpx2.get(f"{url}/api/health/").json()["languageModel"]
        service = ask(url, token, "{ service { isPremiumEnabled } }")
        saved = ask(url, token, SAVE)
        after = httpx2.get(f"{url}/api/health/").json()["languageModel"]
        call = collector.span("chat gpt-4.1-mini")
        request = collector.span_with_id(call.parent_span_id)
        collector.wait_for_metric("coachbook.model.cost")

    state = {"isKeySet": True, "isUsed": True, "model": "gpt-4.1-mini", "breaker": "CLOSED"}
    assert before == {**state, "lastSuccess": None}
    assert service == {"service": {"isPremiumEnabled": True}}
    assert saved == {"saveProfile": {"athlete": {"onboarding": {"questions": {"author": "MODEL"}}}}}
    assert {**after, "lastSuccess": None} == before
    assert after["lastSuccess"] is not None
    assert server.keys[-1] == f"Bearer {KEY}"
    told = {one.key: one.value.string_value or one.value.int_value for one in request.attributes}
    assert (request.name, told["url.path"], told["http.response.status_code"]) == ("POST", "/graphql", 200)
    assert collector.service_names == {"coachbook"}
    assert not any(secret in body for body in collector.bodies for secret in (KEY.encode(), b"Carry my kids"))


def test_doctor_says_that_there_is_no_key(tmp_path: Path) -> None:
    done = run_here(tmp_path, "doctor")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no OPENAI_API_KEY")
