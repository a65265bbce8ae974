"""`make bench-playbook`: seeded athletes talk with the coach for four weeks; prints what was learned, and whether it was kept.

A run of all of them writes benchmarks/results/playbook.json.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import structlog
from rich.console import Console
from rich.progress import Progress

from benchmarks.playbook.counting import Counts, result_of, show
from benchmarks.playbook.talking import Talk
from db.database import Database
from db.embedded import EmbeddedPostgres
from db.migrate import migrate
from db.seed.catalogue import read_catalogue

RESULTS = Path(__file__).parents[1] / "results" / "playbook.json"
ATHLETES = 100
SEED = 2026
SECONDS = 3600
AT_ONCE = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--athletes", type=int, default=ATHLETES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="after which no further athlete begins")
    parser.add_argument(
        "--read", type=int, default=0, help="print so many explanations of what lessons did to the last plans"
    )
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder), durable=False) as postgres:
        counts = asyncio.run(_followed(postgres.url, options))
    seconds = time.monotonic() - began
    show(counts, Console(), seconds=seconds)
    for explanation in counts.explanations[: options.read]:
        Console().print(explanation, markup=False, highlight=False)
    if counts.athletes >= ATHLETES:
        written = msgspec.json.encode(result_of(counts, seed=options.seed, seconds=seconds))
        RESULTS.write_bytes(msgspec.json.format(written) + b"\n")
    sys.exit(0 if counts.is_good else 1)


async def _followed(url: str, options: argparse.Namespace) -> Counts:
    await migrate(url)
    database, catalogue, counts = Database(url), read_catalogue(), Counts()
    until, places = time.monotonic() + options.seconds, asyncio.Semaphore(AT_ONCE)
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("athletes", total=options.athletes)

        async def one(number: int) -> None:
            async with places:
                if time.monotonic() < until:
                    await Talk(database, catalogue, counts, number, options.seed).follow()
                progress.advance(task)

        await asyncio.gather(*(one(number) for number in range(options.athletes)))
    await database.close()
    return counts


if __name__ == "__main__":
    main()
