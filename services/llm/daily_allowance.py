"""What each athlete may use of the model in a day, counted in PostgreSQL: where that does not answer, nothing is allowed."""

from dataclasses import dataclass

import structlog
from sqlalchemy.exc import SQLAlchemyError

from db.database import Database
from db.queries.model_use import add_use, count_call
from domain.ids import AthleteId
from services.llm.allowance import Usage

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class DailyLimits:
    """For one athlete and UTC day. Calls under way when the money is used up are still paid for."""

    calls: int
    microdollars: int


class DailyAllowances:
    """Everybody's; each call and charge is a transaction of its own, so that a call is counted whatever comes of it."""

    def __init__(self, database: Database, limits: DailyLimits) -> None:
        self._database = database
        self._limits = limits

    def of(self, athlete_id: AthleteId) -> "DailyAllowance":
        return DailyAllowance(self._database, self._limits, athlete_id)


class DailyAllowance:
    """One athlete's. The account is there: who is nobody yet has nothing to ask the model."""

    def __init__(self, database: Database, limits: DailyLimits, athlete_id: AthleteId) -> None:
        self._database = database
        self._limits = limits
        self._athlete_id = athlete_id

    async def take(self) -> bool:
        calls, microdollars = self._limits.calls, self._limits.microdollars
        try:
            async with self._database.transaction(self._athlete_id) as session:
                return await count_call(session, self._athlete_id, most_calls=calls, most_microdollars=microdollars)
        except (OSError, SQLAlchemyError) as error:
            _log.warning("model.allowance_unknown", error=type(error).__name__)
            return False

    async def charge(self, usage: Usage) -> None:
        """Where it cannot be written, the call stays counted as one, and the next one finds the same database."""
        try:
            async with self._database.transaction(self._athlete_id) as session:
                await add_use(
                    session,
                    self._athlete_id,
                    input_tokens=usage.input_tokens,
                    output_tokens=usage.output_tokens,
                    microdollars=usage.microdollars,
                )
        except (OSError, SQLAlchemyError) as error:
            _log.error("model.charge_lost", microdollars=usage.microdollars, error=type(error).__name__)
