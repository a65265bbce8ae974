"""`make bench-knowledge`: a hundred lessons looked up in the knowledge base, by words and by each model of meaning there is."""

import asyncio
import logging
import os
import tempfile
from pathlib import Path

import structlog
from opentelemetry import metrics, trace
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from benchmarks.knowledge.measuring import Figures, measured
from db.database import Database
from db.embedded import EmbeddedPostgres
from db.migrate import migrate
from db.queries.athletes import ensure_athlete
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock
from domain.ids import athlete_id_of
from domain.profile import Tier, Viewer
from services.llm.client import ModelClient
from services.llm.configuration import ModelConfiguration
from services.llm.embeddings import EMBEDDING_MODEL
from services.llm.telemetry import Telemetry
from services.playbook.embedders import Embedder, packaged_embedder

PROVIDER = "https://api.openai.com/v1"


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder), durable=False) as postgres:
        found = asyncio.run(_all(postgres.url))
    table = Table("way", "recall at 3 of 60", "recall at 3 of 20 in other words", "of 20 that belong to no note")
    for way, figures in found.items():
        given = f"{figures.given_to_none} given a context"
        table.add_row(way, f"{figures.recall:.2f}", f"{figures.recall_in_other_words:.2f}", given)
    Console().print(table)


async def _all(url: str) -> dict[str, Figures]:
    await migrate(url)
    database = Database(url)
    found = {"words alone": await _of(database, None)}
    for embedder in (packaged_embedder(), _provided()):
        if embedder is not None:
            found[f"words and {embedder.model}"] = await _of(database, embedder)
    await database.close()
    return found


async def _of(database: Database, embedder: Embedder | None) -> Figures:
    subject = embedder.model if embedder is not None else "nobody"
    issuer, now = "https://benchmark.test", system_clock()
    viewer = Viewer(
        athlete_id=athlete_id_of(issuer=issuer, subject=subject),
        subject=subject,
        issuer=issuer,
        tier=Tier.FREE,
        expires_at=now,
    )
    async with database.transaction(viewer.athlete_id) as session:
        await ensure_athlete(session, viewer)
    return await measured(database, read_catalogue(), viewer.athlete_id, embedder)


def _provided() -> Embedder | None:
    """The provider's model, where the environment has a key."""
    key = os.environ.get("OPENAI_API_KEY")
    if not key:
        return None
    place = os.environ.get("OPENAI_BASE_URL", PROVIDER)
    configuration = ModelConfiguration(api_key=SecretStr(key), model=EMBEDDING_MODEL, base_url=place)
    telemetry = Telemetry(trace.get_tracer(__name__), metrics.get_meter(__name__), captures_content=False)
    client = ModelClient(configuration, telemetry)
    return Embedder(model=EMBEDDING_MODEL, embed=client.embedder.embed, is_at_hand=False)


if __name__ == "__main__":
    main()
