"""The same answers without any framework: asyncpg's rows and the stored document put into dictionaries by hand, and orjson.

This is what reading could cost at best in Python. It keeps what must be kept (the token is verified, the transaction is the
athlete's, under row-level security) and nothing else: it knows that this athlete has logged nothing.
"""

import datetime
import uuid
from typing import Any

import asyncpg
import orjson

from db.database import APP_ROLE
from domain.exercise import Catalogue
from services.accounts.tokens import Tokens

Json = dict[str, Any]
_OPEN = """select set_config('role', $1, true), set_config('app.athlete_id', $2, true),
    set_config('statement_timeout', '15000', true), set_config('idle_in_transaction_session_timeout', '30000', true)"""
_PLAN = """select p.id, p.state, p.version, p.end_date, p.basis_fingerprint as made_from, p.created_at, p.updated_at,
        v.document, a.basis_fingerprint, f.time_zone
    from plan p join plan_version v on v.plan_id = p.id and v.number = p.version
    join athlete a on a.id = p.athlete_id left join profile f on f.athlete_id = p.athlete_id
    where p.athlete_id = $1 and p.id = $2"""
_LOGS = "select 1 from workout_log where athlete_id = $1 and deleted_at is null limit 1"
_PLAYBOOK = "select playbook_version, playbook_updated_at from athlete where id = $1"
_LESSONS = "select * from lesson where athlete_id = $1 and state = 'ACTIVE' order by is_hard desc, is_pinned desc, confidence desc"
_RULE = ("pattern", "muscle", "limitation", "equipment", "weekdays", "sport", "amount")


class ByHand:
    """One connection pool, and the exercises as they are answered."""

    def __init__(self, pool: asyncpg.Pool, tokens: Tokens, catalogue: Catalogue) -> None:
        self._pool = pool
        self._tokens = tokens
        self._exercises = {one.id: {"id": one.id, "name": one.name} for one in catalogue}
        self._rows = {
            one.id: {
                "id": one.id,
                "name": one.name,
                "primaryMuscles": list(one.primary_muscles),
                "equipment": list(one.equipment),
                "isTimed": one.is_timed,
                "isUnilateral": one.is_unilateral,
            }
            for one in catalogue
        }

    async def viewer(self, token: str) -> bytes:
        viewer = await self._tokens.viewer(token)
        return orjson.dumps({"data": {"viewer": {"id": viewer.athlete_id}}})

    async def playbook(self, token: str) -> bytes:
        viewer = await self._tokens.viewer(token)
        athlete = uuid.UUID(hex=viewer.athlete_id.removeprefix("athlete_"))
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.fetchrow(_OPEN, APP_ROLE, str(athlete))
            head = await connection.fetchrow(_PLAYBOOK, athlete)
            rows = await connection.fetch(_LESSONS, athlete)
        playbook = {
            "id": f"playbook_{athlete.hex}",
            "version": head["playbook_version"],
            "updatedAt": instant(head["playbook_updated_at"]),
            "lessons": [self._lesson(row) for row in rows],
        }
        return orjson.dumps({"data": {"viewer": {"id": viewer.athlete_id, "playbook": playbook}}})

    async def plan(self, token: str, plan_id: str) -> bytes:
        viewer = await self._tokens.viewer(token)
        athlete = uuid.UUID(hex=viewer.athlete_id.removeprefix("athlete_"))
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.fetchrow(_OPEN, APP_ROLE, str(athlete))
            row = await connection.fetchrow(_PLAN, athlete, uuid.UUID(hex=plan_id.removeprefix("plan_")))
            assert await connection.fetchrow(_LOGS, athlete) is None
        return orjson.dumps({"data": {"plan": self._plan(row)}})

    def _lesson(self, row: asyncpg.Record) -> Json:
        rule = orjson.loads(row["rule"])
        exercise_id = rule.get("exercise_id")
        return {
            "id": f"lesson_{row['id'].hex}",
            "text": row["text"],
            "isHard": row["is_hard"],
            "isPinned": row["is_pinned"],
            "state": row["state"],
            "source": row["source"],
            "evidence": row["evidence"],
            "confidence": row["confidence"],
            "helpfulCount": row["helpful_count"],
            "harmfulCount": row["harmful_count"],
            "timesApplied": row["times_applied"],
            "tags": orjson.loads(row["tags"]),
            "createdAt": instant(row["created_at"]),
            "lastAppliedAt": instant(row["last_applied_at"]),
            "expiresAt": instant(row["expires_at"]),
            "context": None,
            "rule": {
                "kind": rule["kind"],
                "exercise": self._exercises[exercise_id] if exercise_id else None,
                **{name: rule.get(name) for name in _RULE},
            },
        }

    def _plan(self, row: asyncpg.Record) -> Json:
        document, today = orjson.loads(row["document"]), datetime.datetime.now(datetime.UTC).date()
        is_open = row["state"] in ("IN_REVIEW", "ACCEPTED") and row["end_date"] >= today
        return {
            "id": f"plan_{row['id'].hex}",
            "version": row["version"],
            "isOutdated": is_open and row["made_from"] != row["basis_fingerprint"],
            "state": row["state"],
            "title": document["title"],
            "summary": document["summary"],
            "author": document["author"],
            "startDate": document["start_date"],
            "notices": document["notices"],
            "createdAt": instant(row["created_at"]),
            "updatedAt": instant(row["updated_at"]),
            "rationale": document["rationale"],
            "weeks": [self._week(week, today.isoformat() if is_open else "") for week in document["weeks"]],
        }

    def _week(self, week: Json, today: str) -> Json:
        return {
            "number": week["number"],
            "startDate": week["start_date"],
            "focus": week["focus"],
            "goal": week["goal"],
            "progression": week["progression"],
            "isDeload": week["is_deload"],
            "days": [
                {
                    "id": day["id"],
                    "title": day["title"],
                    "date": day["date"],
                    "weekday": day["weekday"],
                    "kind": day["kind"],
                    "rationale": day["rationale"],
                    "estimatedMinutes": day["estimated_minutes"],
                    "isEditable": "" < today <= day["date"],
                    "activities": [self._activity(activity) for activity in day["activities"]],
                    "log": None,
                }
                for day in week["days"]
            ],
        }

    def _activity(self, activity: Json) -> Json:
        head = {"id": activity["id"], "note": activity.get("note")}
        if activity["type"] == "strength":
            return {
                "__typename": "StrengthActivity",
                **head,
                "exercise": self._rows[activity["exercise_id"]],
                "sets": [_set(one) for one in activity["sets"]],
                "previousSets": [],
            }
        return {
            "__typename": "EnduranceActivity",
            **head,
            "title": activity["title"],
            "sport": activity["sport"],
            "totalMinutes": activity["total_minutes"],
            "totalKm": activity.get("total_km"),
            "intervals": [_interval(one) for one in activity["intervals"]],
        }


def _set(one: Json) -> Json:
    return {
        "kind": one.get("kind", "WORKING"),
        "reps": one.get("reps"),
        "durationSeconds": one.get("duration_seconds"),
        "loadKg": one.get("load_kg"),
        "rpe": one.get("rpe"),
        "restSeconds": one["rest_seconds"],
    }


def _interval(one: Json) -> Json:
    return {
        "kind": one["kind"],
        "minutes": one["minutes"],
        "distanceKm": one.get("distance_km"),
        "zone": one["zone"],
        "heartRate": one.get("heart_rate"),
        "paceSecondsPerKm": one.get("pace_seconds_per_km"),
        "rpe": one["rpe"],
    }


def instant(value: datetime.datetime | None) -> str | None:
    return None if value is None else value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
