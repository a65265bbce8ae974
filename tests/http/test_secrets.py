"""A secret stays one: canaries in every setting, token, header and text, through a server that says all it can while much fails."""

import asyncio
import datetime
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx2
import pytest
from sqlalchemy import make_url
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from domain.clock import system_clock
from domain.profile import Tier
from services.accounts.signing import secret_signer
from tests.graphql import operations
from tests.graphql.conftest import PROFILE
from tests.http.collector import collecting
from tests.http.processes import CLI, environment, run_here
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer
from tests.sentry import sentry_listening
from tests.supabase import KEY, USER, project

SECRET = "canary-secret-of-more-than-thirty-two-bytes"
SECRETS = {
    "SUPABASE_JWT_SECRET": SECRET,
    "SUPABASE_SERVICE_ROLE_KEY": KEY,
    "OPENAI_API_KEY": "sk-canary-openai",
    "METRICS_TOKEN": "canary-metrics-of-more-than-thirty-two-bytes",
    "REDIS_URL": "redis://:canary-redis@127.0.0.1:9/0",
    "OTEL_EXPORTER_OTLP_HEADERS": "authorization=canary-collector",
}
BREAKING = (
    "alter table message rename to message_that_was",
    "alter table profile add constraint too_long check (goal not like '%breaks%') not valid",
)
Answer = dict[str, Any]  # JSON, whose shape the operation says


@contextmanager
def talkative_server(folder: Path, **settings: str) -> Iterator[str]:
    """`serve`, which keeps all that it writes in the folder; gives where it answers."""
    own = {"LOG_LEVEL": "DEBUG", "LOG_FILE": str(folder / "log"), "PLAYBOOK_CONTEXT_MATCHING_ENABLED": "true"}
    env = environment(folder, **own, **settings)
    with (folder / "stdout").open("w") as out, (folder / "stderr").open("w") as err:
        process = subprocess.Popen([sys.executable, CLI, "serve"], cwd=folder, env=env, stdout=out, stderr=err)
        try:
            while "Coachbook answers at" not in (said := (folder / "stdout").read_text()):
                assert process.poll() is None, (folder / "stderr").read_text()
                time.sleep(0.05)
            yield said.split("Coachbook answers at ")[1].split()[0]
        finally:
            process.terminate()
            process.wait(30)


class App:
    """An app that sends canaries wherever it can."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client = client
        self.answers: list[str] = []

    def post(self, **request: Any) -> httpx2.Response:
        response = self.client.post("/graphql?token=canary-in-the-address", **request)
        self.answers.append(response.text)
        return response

    def run(self, name: str, **variables: object) -> Answer:
        asked = {"query": operations.document(name), "operationName": name, "variables": variables}
        answer: Answer = self.post(json=asked).json()
        return answer

    def lives(self) -> None:
        """From a profile to a logged workout, every text a canary."""
        told = {"displayName": "Canary Name", "goal": "A canary goal, to sing for ever."}
        self.run("SaveProfile", input={**PROFILE, **told})
        self.run(
            "SaveAnswers",
            input={"answers": [*_HEALTHY, {"questionId": "dislikes", "value": {"text": "canary burpees"}}]},
        )
        taught = {"idempotencyKey": "canary-key-1", "text": "A canary lesson", "rule": {"kind": "NOTE"}}
        self.run("AddLesson", input=taught)
        started = self.run("GeneratePlan", input={"idempotencyKey": "canary-key-2", "weeks": 1})["data"]["generatePlan"]
        generation = started["generation"]
        while not generation["finishedAt"]:
            time.sleep(0.1)
            generation = self.run("Generation", id=generation["id"])["data"]["planGeneration"]
        self.plan: str = generation["plan"]["id"]
        self.says("What of canaries?", "canary-key-3")
        day = f"day_{self.plan.removeprefix('plan_')}-{system_clock():%Y%m%d}"
        self.run(
            "LogWorkout", input={"clientId": "canary-log", "dayId": day, "completion": "DONE", "note": "A canary hurt"}
        )

    def says(self, message: str, key: str) -> Answer:
        return self.run("SubmitFeedback", input={"idempotencyKey": key, "planId": self.plan, "message": message})

    def errs(self, url: str) -> None:
        """In every way that an app can."""
        self.post(json={"query": "{ viewer { id } }"}, headers={"Authorization": "Bearer canary.to.ken"})
        self.post(content=b'{"query":"canary', headers={"Content-Type": "application/json"})
        self.post(json={"query": '{ canary(canary: "canary") { canary } }'})
        self.run("Generation", id={"canary": ["canary"]})
        with connect(
            f"{url.replace('http', 'ws', 1)}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")]
        ) as socket:
            socket.send('{"type":"connection_init","payload":{"authorization":"Bearer canary"}}')
            with pytest.raises(ConnectionClosed):
                socket.recv()


_HEALTHY: list[object] = [{"questionId": "health_screen", "value": {"confirmation": {"isConfirmed": False}}}]


async def change(database_url: str, *statements: str) -> None:
    connection = await asyncpg.connect(database_url)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()


def test_no_canary_is_in_a_log_a_span_a_metric_or_an_error(tmp_path: Path, database_url: str) -> None:
    model = OpenAIServer()
    with model.serving(), project() as supabase, collecting() as collector, sentry_listening() as sentry:
        signer = secret_signer(SECRET, supabase_url=supabase.url)
        token = signer.token(USER, tier=Tier.PREMIUM, lifetime=datetime.timedelta(hours=1), now=system_clock())
        own = {
            "DATABASE_URL": database_url,
            "SUPABASE_URL": supabase.url,
            "OPENAI_BASE_URL": model.address,
            "SENTRY_DSN": sentry.dsn,
        }
        supabase.answers = [(500, {"msg": "canary of Supabase"})]
        headers = {"Authorization": f"Bearer {token}", "X-Canary": "canary-header", "Cookie": "session=canary"}
        with (
            talkative_server(tmp_path, **SECRETS, **own, **collector.settings) as url,
            httpx2.Client(base_url=url, headers=headers, timeout=30) as client,
        ):
            app = App(client)
            app.lives()
            app.errs(url)
            model.fault = Fault.UNAUTHORIZED
            app.says("A canary of which the rules make nothing at all", "canary-key-4")
            asyncio.run(change(database_url, *BREAKING))
            broken = app.says("What of broken canaries?", "canary-key-5")
            refused = app.run("SaveProfile", input={**PROFILE, "goal": "A canary goal that breaks it"})
            app.run("DeleteAccount", input={"confirmation": "Canary Name"})
            collector.wait_for_metric("coachbook.model.cost")
            sentry.events(2)
            page = client.get("/metrics", headers={"Authorization": f"Bearer {SECRETS['METRICS_TOKEN']}"}).text
            while "user_not_removed" not in (tmp_path / "log").read_text():
                time.sleep(0.05)

    password = str(make_url(database_url).password)
    written = "".join((tmp_path / name).read_text() for name in ("log", "stderr", "stdout"))
    assert [one["errors"][0]["extensions"]["code"] for one in (broken, refused)] == ["INTERNAL", "INTERNAL"]
    assert written.count("graphql.failed") == 4  # in the file and on stderr
    assert "canary" not in written.lower()
    assert page.startswith("# HELP")
    assert not any("canary" in str(body).lower() for body in (*collector.bodies, *sentry.bodies, page))
    for told in (written, *app.answers, str(collector.bodies), str(sentry.bodies), page):
        assert not [secret for secret in (*SECRETS.values(), password) if secret in told]


def test_a_wrong_password_is_not_said_at_the_start(tmp_path: Path, database_url: str) -> None:
    wrong = make_url(database_url).set(password="canary").render_as_string(hide_password=False)

    done = run_here(tmp_path, "serve", DATABASE_URL=wrong, LOG_LEVEL="DEBUG")

    assert done.returncode == 1
    assert done.stderr.startswith("The database cannot be used")
    assert "canary" not in f"{done.stdout}{done.stderr}"
