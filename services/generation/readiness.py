"""Whether an athlete can have a plan now, and from which day on."""

import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from db.queries.plans import PlanSpan, plan_span
from domain.clock import Clock, today_in
from domain.errors import AnswersMissing, FaultCode, NotFound, PlanNotEditable, ProfileMissing
from domain.faults import Faults
from domain.ids import AthleteId, PlanId
from domain.keys import check_key
from domain.plan import MAXIMUM_WEEKS, OPEN_STATES
from services.onboarding.constraints import constraints_of
from services.onboarding.question_sets import question_set
from services.onboarding.readiness import require_safety

WEEK_DAYS = 7
LATEST_START = datetime.timedelta(days=365)


def faults_of(*, key: str, week_count: int) -> Faults:
    """What is wrong with a request, whoever sent it."""
    faults = Faults()
    check_key(faults, key)
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


async def span_to_adapt(session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, clock: Clock) -> PlanSpan:
    """From when to when the plan goes whose weeks ahead may be planned anew. Raises NotFound, PlanNotEditable, NotSafeToTrain."""
    span = await plan_span(session, athlete_id, plan_id)
    if span is None:
        raise NotFound(plan_id)
    today = today_in(span.time_zone, clock())
    last_week = span.end_date - datetime.timedelta(days=WEEK_DAYS - 1)
    if span.state not in OPEN_STATES or span.end_date < today:
        raise PlanNotEditable("This plan is over or was put away. Ask for a new one.")
    if last_week <= today:
        raise PlanNotEditable("The last week of this plan has begun. Finish it as it is, or ask for a new plan.")
    facts = await queries.facts(session, athlete_id)
    if facts is not None:
        require_safety(constraints_of(facts, on=today))
    return span


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
