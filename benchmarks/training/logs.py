"""The offline queue of a phone that was away for long: all its logs, one after the other, over HTTP to a server of its own."""

import datetime
import time

import httpx2

from benchmarks.drills.house import PROFILE, House, free_port
from benchmarks.drills.restart import ready
from benchmarks.people import accepted_plan
from db.database import Database
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock, today_in
from domain.plan import Day, StrengthActivity
from domain.profile import Viewer

PLAN_WEEKS = 16
_LOG = "mutation ($input: LogWorkoutInput!) { logWorkout(input: $input) { __typename } }"


async def timed_logs(house: House, logs: int) -> list[float]:
    """Seconds that each log takes, in the order of the queue."""
    (viewer,) = await house.viewers(1)
    async with house.database() as database:
        days = await _days_past(database, viewer, logs)
    port = free_port()
    house.server("logging", port)
    await ready(port)
    taken = []
    headers = {"authorization": f"Bearer {house.token('drill-0')}"}
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=30) as client:
        for day in days:
            began = time.perf_counter()
            answer = await client.post("/graphql", json={"query": _LOG, "variables": {"input": _workout(day)}})
            taken.append(time.perf_counter() - began)
            assert answer.json()["data"]["logWorkout"]["__typename"] == "LogWorkoutSuccess", answer.text
    return taken


async def _days_past(database: Database, viewer: Viewer, wanted: int) -> list[Day]:
    """The last so many days, each in a plan that was trained by then."""
    today, days = today_in(PROFILE.time_zone, system_clock()), list[Day]()
    plans = -(-wanted // (PLAN_WEEKS * 7))
    for place in range(plans, 0, -1):
        start = today - datetime.timedelta(weeks=PLAN_WEEKS * place)
        plan = await accepted_plan(database, read_catalogue(), viewer, system_clock, start=start, weeks=PLAN_WEEKS)
        days += [day for week in plan.weeks for day in week.days]
    return days[-wanted:]


def _workout(day: Day) -> dict[str, object]:
    return {
        "clientId": f"workout-{day.date}",
        "dayId": day.id,
        "completion": "DONE",
        "sessionRpe": 7,
        "enjoyment": 4,
        "sets": [
            {"activityId": activity.id, "setNumber": number, "reps": planned.reps, "loadKg": 20, "rpe": planned.rpe}
            for activity in day.activities
            if isinstance(activity, StrengthActivity)
            for number, planned in enumerate(activity.sets, start=1)
        ],
    }
