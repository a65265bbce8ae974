"""What is seen of the model's calls from outside: a span each, tokens and money of the day, and why the rules did the work."""

from opentelemetry.sdk.trace import ReadableSpan
from sqlalchemy import text

from db.database import Database
from domain.profile import Viewer
from services.composition import Services
from services.generation.briefs import ModelBriefs
from services.generation.work import GenerationWork
from services.llm.access import ModelAccess
from tests.database.conversations.planned import PROFILE
from tests.database.generation.conftest import RestEngine
from tests.database.generation.workers import done, until, working
from tests.llm.conftest import KEY, Observed, ids
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer


def told(span: ReadableSpan) -> tuple[object, ...]:
    attributes = span.attributes or {}
    names = ("gen_ai.prompt.name", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "error.type")
    return tuple(attributes.get(name) for name in names)


async def test_calls_are_traced_measured_and_counted(
    services: Services, premium: Viewer, server: OpenAIServer, observed: Observed, database: Database
) -> None:
    server.faults.append(Fault.SERVER_ERROR)
    await services.profiles.save(premium, PROFILE)

    spans = observed.spans.get_finished_spans()
    assert [told(span) for span in spans] == [
        ("questions", None, None, "SERVER_ERROR"),
        ("questions", 1200, 300, None),
    ]
    shown = "".join(span.to_json() for span in spans)
    assert not any(words in shown for words in (KEY, PROFILE.goal, "athlete_data", premium.athlete_id))
    assert sum(observed.points("coachbook.model.cost").values()) == 960
    used = text("select calls, input_tokens, output_tokens, microdollars from model_use")
    async with database.engine.connect() as connection:
        assert (await connection.execute(used)).one() == (2, 1200, 300, 960)


async def test_it_is_told_why_the_rules_did_the_work(
    services: Services, premium: Viewer, server: OpenAIServer, observed: Observed
) -> None:
    server.fault = Fault.REFUSAL
    await services.profiles.save(premium, PROFILE)

    reason = frozenset({"coachbook.model.use": "questions", "error.type": "REFUSED"}.items())
    assert observed.points("coachbook.model.fallbacks") == {reason: 1}


async def test_a_call_within_a_job_belongs_to_it_and_the_job_is_linked_to_the_request(
    services: Services, premium: Viewer, database: Database, database_url: str, access: ModelAccess, observed: Observed
) -> None:
    await services.profiles.save(premium, PROFILE)
    observed.spans.clear()
    with observed.tracer.start_as_current_span("request"):
        asked = await services.generations.start(premium, key="key-number-1", week_count=1, start_date=None)
    work = GenerationWork(database, RestEngine(), write_brief=ModelBriefs(access, falls_back=True))

    async with working(database, database_url, work.job({}), tracer=observed.tracer):
        await until(done(database, asked))

    request, call, job = observed.spans.get_finished_spans()
    assert (job.name, job.parent, call.name) == ("generation", None, "chat gpt-4.1-mini")
    assert [ids(link.context) for link in job.links] == [ids(request.context)]
    assert call.parent == job.context
