"""What operators see of a server: metrics for Prometheus and by OTLP, and errors at Sentry; and nothing of what people said."""

import re
from pathlib import Path

import asyncpg
import httpx2

from tests.graphql.conftest import HEALTHY, PROFILE
from tests.http.collector import collecting
from tests.http.life.served import App
from tests.http.processes import run_here, serving
from tests.sentry import sentry_listening

METRICS_TOKEN = "canary-of-metrics-with-more-than-32-bytes"


def value_of(page: str, name: str, **labels: str) -> float:
    """Of the one series with this name and these labels."""
    lines = [line for line in page.splitlines() if re.match(rf"{name}[{{ ]", line)]
    (found,) = (line for line in lines if all(f'{key}="{value}"' in line for key, value in labels.items()))
    return float(found.split()[-1])


async def test_a_server_tells_prometheus_otlp_and_sentry_how_it_does(tmp_path: Path, database_url: str) -> None:
    token = run_here(tmp_path, "token", "ann").stdout.strip()
    with collecting() as collector, sentry_listening() as sentry:
        own = {"DATABASE_URL": database_url, "METRICS_TOKEN": METRICS_TOKEN, "SENTRY_DSN": sentry.dsn}
        with serving(tmp_path, **own, **collector.settings) as (_process, url):
            signed_in = {"authorization": f"Bearer {token}"}
            async with httpx2.AsyncClient(base_url=url, timeout=20, headers=signed_in) as client:
                app = App(client)
                await app.run("SaveProfile", input=PROFILE)
                await app.run("SaveAnswers", input=HEALTHY)
                await app.made(await app.run("GeneratePlan", input={"idempotencyKey": "key-12345", "weeks": 1}))
                await client.get("/made-up-by-somebody")
                page = await client.get("/metrics", headers={"authorization": f"Bearer {METRICS_TOKEN}"})
                await break_something(database_url)
                failed = await client.post("/graphql", json={"query": "{ viewer { revision } }"})
            (event,) = sentry.events(1)
            collector.wait_for_metric("http.server.request.duration")

    assert page.headers["content-type"].startswith("text/plain")
    requests = "http_server_request_duration_seconds_count"
    answered = {"http_request_method": "POST", "http_response_status_code": "200", "http_route": "/graphql"}
    assert value_of(page.text, requests, **answered) >= 4
    assert value_of(page.text, requests, http_route="_OTHER", http_response_status_code="404") == 1
    assert value_of(page.text, "coachbook_generations_total", coachbook_outcome="saved") == 1
    assert value_of(page.text, "db_client_connection_count", db_client_connection_state="idle") >= 1
    assert failed.json()["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert event["tags"] == {
        "event": "graphql.failed",
        "path": "viewer.revision",
        "request_id": failed.headers["x-request-id"],
    }
    said = b"".join([*collector.bodies, *sentry.bodies, page.content])
    secrets = (METRICS_TOKEN, token, str(PROFILE["goal"]))
    assert not any(secret.encode() in said for secret in secrets)


async def break_something(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    await connection.execute("alter table athlete rename to athlete_gone")
    await connection.close()
