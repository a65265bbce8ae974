"""A plan of rows without any framework: one statement of asyncpg's for each table, dictionaries, and orjson."""

from collections import defaultdict
from collections.abc import Iterable

import asyncpg
import orjson

from benchmarks.reads.by_hand import Json, instant
from services.accounts.tokens import Tokens

_ACTIVITIES = """select a.*, e.name, e.primary_muscles, e.equipment, e.is_timed, e.is_unilateral
    from benchactivity a left join benchexercise e on e.id = a.exercise_id where a.plan_id = $1 order by a.position"""


class Rows:
    """Reads the tables that the tutorial's way has."""

    def __init__(self, pool: asyncpg.Pool, tokens: Tokens) -> None:
        self._pool = pool
        self._tokens = tokens

    async def plan(self, token: str, plan_id: str) -> bytes:
        viewer = await self._tokens.viewer(token)
        async with self._pool.acquire() as connection:
            plan = await connection.fetchrow(
                "select * from benchplan where id = $1 and athlete_id = $2", plan_id, viewer.athlete_id
            )
            weeks = await connection.fetch("select * from benchweek where plan_id = $1 order by number", plan_id)
            days = await connection.fetch("select * from benchday where plan_id = $1 order by date", plan_id)
            activities = await connection.fetch(_ACTIVITIES, plan_id)
            sets = await connection.fetch("select * from benchset where plan_id = $1 order by id", plan_id)
            intervals = await connection.fetch("select * from benchinterval where plan_id = $1 order by id", plan_id)
        sets_of = _grouped("activity_id", ((row, _set(row)) for row in sets))
        intervals_of = _grouped("activity_id", ((row, _interval(row)) for row in intervals))
        activities_of = _grouped(
            "day_id", ((row, _activity(row, sets_of[row["id"]], intervals_of[row["id"]])) for row in activities)
        )
        days_of = _grouped("week_id", ((row, _day(row, activities_of[row["id"]])) for row in days))
        whole = _plan(plan, [_week(row, days_of[row["id"]]) for row in weeks])
        return orjson.dumps({"data": {"plan": whole}})


def _grouped(key: str, pairs: Iterable[tuple[asyncpg.Record, Json]]) -> dict[object, list[Json]]:
    grouped = defaultdict[object, list[Json]](list)
    for row, made in pairs:
        grouped[row[key]].append(made)
    return grouped


def _plan(row: asyncpg.Record, weeks: list[Json]) -> Json:
    return {
        "id": row["id"],
        "version": row["version"],
        "isOutdated": row["is_outdated"],
        "state": row["state"],
        "title": row["title"],
        "summary": row["summary"],
        "author": row["author"],
        "startDate": row["start_date"],
        "notices": orjson.loads(row["notices"]),
        "createdAt": instant(row["created_at"]),
        "updatedAt": instant(row["updated_at"]),
        "rationale": row["rationale"],
        "weeks": weeks,
    }


def _week(row: asyncpg.Record, days: list[Json]) -> Json:
    return {
        "number": row["number"],
        "startDate": row["start_date"],
        "focus": row["focus"],
        "goal": row["goal"],
        "progression": row["progression"],
        "isDeload": row["is_deload"],
        "days": days,
    }


def _day(row: asyncpg.Record, activities: list[Json]) -> Json:
    return {
        "id": row["id"],
        "title": row["title"],
        "date": row["date"],
        "weekday": row["weekday"],
        "kind": row["kind"],
        "rationale": row["rationale"],
        "estimatedMinutes": row["estimated_minutes"],
        "isEditable": row["is_editable"],
        "activities": activities,
        "log": None,
    }


def _activity(row: asyncpg.Record, sets: list[Json], intervals: list[Json]) -> Json:
    head = {"__typename": row["type"], "id": row["id"], "note": row["note"]}
    if row["type"] == "StrengthActivity":
        exercise = {
            "id": row["exercise_id"],
            "name": row["name"],
            "primaryMuscles": orjson.loads(row["primary_muscles"]),
            "equipment": orjson.loads(row["equipment"]),
            "isTimed": row["is_timed"],
            "isUnilateral": row["is_unilateral"],
        }
        return {**head, "exercise": exercise, "sets": sets, "previousSets": []}
    return {
        **head,
        "title": row["title"],
        "sport": row["sport"],
        "totalMinutes": row["total_minutes"],
        "totalKm": row["total_km"],
        "intervals": intervals,
    }


def _set(row: asyncpg.Record) -> Json:
    return {
        "kind": row["kind"],
        "reps": row["reps"],
        "durationSeconds": row["duration_seconds"],
        "loadKg": row["load_kg"],
        "rpe": row["rpe"],
        "restSeconds": row["rest_seconds"],
    }


def _interval(row: asyncpg.Record) -> Json:
    return {
        "kind": row["kind"],
        "minutes": row["minutes"],
        "distanceKm": row["distance_km"],
        "zone": row["zone"],
        "heartRate": orjson.loads(row["heart_rate"]),
        "paceSecondsPerKm": orjson.loads(row["pace_seconds_per_km"]),
        "rpe": row["rpe"],
    }
