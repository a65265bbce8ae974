"""Whether an athlete can have a plan now, and from which day on."""

import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.clock import Clock, today_in
from domain.errors import AnswersMissing, FaultCode, ProfileMissing
from domain.faults import Faults
from domain.ids import AthleteId
from domain.plan import MAXIMUM_WEEKS
from services.onboarding.constraints import constraints_of
from services.onboarding.question_sets import question_set
from services.onboarding.readiness import require_safety

KEY_LENGTH = (8, 64)
LATEST_START = datetime.timedelta(days=365)


def faults_of(*, key: str, week_count: int) -> Faults:
    """What is wrong with a request, whoever sent it."""
    faults = Faults()
    faults.text(["idempotencyKey"], key, KEY_LENGTH)
    faults.number(["weeks"], week_count, (1, MAXIMUM_WEEKS))
    return faults


async def start_of_plan(
    session: AsyncSession, athlete_id: AthleteId, wanted: datetime.date | None, *, faults: Faults, clock: Clock
) -> datetime.date:
    """The plan's first day. Raises InvalidInput, ProfileMissing, AnswersMissing, NotSafeToTrain."""
    facts = await queries.facts(session, athlete_id)
    if facts is None:
        faults.raise_if_any()
        raise ProfileMissing
    today = today_in(facts.profile.time_zone, clock())
    _check_start(faults, wanted, today)
    faults.raise_if_any()
    missing = (await question_set(session, athlete_id, facts)).open_questions
    if missing:
        raise AnswersMissing(missing)
    start = wanted or next_monday(today)
    require_safety(constraints_of(facts, on=start))
    return start


def next_monday(today: datetime.date) -> datetime.date:
    """Today, if it is one."""
    return today + datetime.timedelta(days=-today.weekday() % 7)


def _check_start(faults: Faults, wanted: datetime.date | None, today: datetime.date) -> None:
    if wanted is None:
        return
    if wanted < today:
        faults.add(["startDate"], FaultCode.TOO_SMALL, f"Must not be before today, {today.isoformat()}.")
    elif wanted > today + LATEST_START:
        faults.add(["startDate"], FaultCode.TOO_LARGE, "Must be within a year from today.")
