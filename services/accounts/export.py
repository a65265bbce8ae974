"""Everything of an athlete as one JSON file, for the athlete to keep or to take elsewhere."""

import asyncio
import tempfile
from collections.abc import Mapping
from typing import IO

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db import tables
from db.database import Database
from db.queries.export import own_rows
from db.tables.base import Row
from domain.clock import Clock
from domain.errors import Unavailable
from domain.ids import AthleteId

FORMAT = 1
SECTIONS: Mapping[str, type[Row]] = {
    "account": tables.AthleteRow,
    "profile": tables.ProfileRow,
    "clearances": tables.ClearanceRow,
    "question_sets": tables.QuestionSetRow,
    "answers": tables.AnswerRow,
    "plans": tables.PlanRow,
    "plan_versions": tables.PlanVersionRow,
    "generations": tables.GenerationRow,
    "messages": tables.MessageRow,
    "workout_logs": tables.WorkoutLogRow,
    "lessons": tables.LessonRow,
    "lesson_changes": tables.LessonChangeRow,
    "model_use": tables.ModelUseRow,
    "calendar_feeds": tables.CalendarFeedRow,
}
"""By the name in the file: a list of rows each."""
LEFT_OUT: Mapping[type[Row], str] = {
    tables.IdempotencyRow: "answers to requests; what they tell of is in the other rows, and they go after two days",
    tables.LessonVectorRow: "numbers that a model made of the lessons, to compare them by",
    tables.UnreflectedRow: "which of the answers and notes a model has yet to read",
    tables.DeletedAccountRow: "what stays of an account that is no more, which nobody can sign in to",
}
"""What no athlete gets, and why."""
_COLUMNS_LEFT_OUT = frozenset(
    {"athlete_id", "request_hash", "idempotency_key", "attempt", "basis_fingerprint", "secret_hash"}
)
"""Whose it is goes without saying; the others are hashes and counts by which this program tells requests and plans apart."""
_ID_OF_ACCOUNT = frozenset({"id"})
"""A hash of issuer and subject, which are there themselves."""
_IN_MEMORY = 1_000_000
"""Bytes of a file above which it is written to disk."""
_AT_ONCE = 2
"""Exports that one process writes at the same time: each holds a connection, and people ask for one a year."""
_MOST_ASKED_FOR = 10
"""Those that wait for a place among them."""


class Exports:
    """Writes what is stored of an athlete."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._asked_for = 0

    async def export(self, athlete_id: AthleteId) -> IO[bytes]:
        """A file that has no name and goes when it is closed, read from its start on. All of it is of one moment.

        It is written before any of it is sent: a phone that reads slowly keeps no transaction open, and what fails in between is no
        half file that looks like a whole one. Raises Unavailable where too many are asked for at once.
        """
        if self._asked_for >= _MOST_ASKED_FOR:
            raise Unavailable("Many such files are being written now. Please try again.")
        self._asked_for += 1
        try:
            return await self._written(athlete_id)
        finally:
            self._asked_for -= 1

    async def _written(self, athlete_id: AthleteId) -> IO[bytes]:
        file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 closed by who reads it
        try:
            async with self._places, self._database.snapshot(athlete_id) as session:
                await self._write(session, athlete_id, file)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return file

    async def _write(self, session: AsyncSession, athlete_id: AthleteId, file: IO[bytes]) -> None:
        about = {"format": FORMAT, "exported_at": self._clock()}
        file.write(msgspec.json.encode(about).removesuffix(b"}"))
        for name, kind in SECTIONS.items():
            left_out = _COLUMNS_LEFT_OUT | (_ID_OF_ACCOUNT if kind is tables.AthleteRow else frozenset())
            separator = b"\n"
            file.write(f',\n"{name}":['.encode())
            async for row in own_rows(session, athlete_id, kind, left_out=left_out):
                file.write(separator + row)
                separator = b",\n"
            file.write(b"]")
        file.write(b"}\n")
