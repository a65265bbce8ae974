"""One row of every table of an athlete, for tests of what holds for all of them."""

import uuid

from sqlalchemy import text

from db.database import Database
from db.tables.base import Row
from domain.ids import new_id
from domain.profile import Viewer

OF_NOBODY = {"exercise", "knowledge_note", "note_vector", "worker"}
OF_AN_ATHLETE = sorted(table.name for table in Row.metadata.sorted_tables if table.name not in OF_NOBODY)
KEPT = "deleted_account"
"""What stays of a deleted account."""
WRITTEN_ONCE = {"plan_version", "lesson_change"}
UNSEEN = {"calendar_feed", "model_use", "lesson_vector", "unreflected", "deleted_account"}
"""What no athlete is shown, so that a change of it is none to them."""
EVERYTHING = {
    "profile": """insert into profile (athlete_id, display_name, birth_year, gender, height_cm, weight_kg, unit_system,
        time_zone, goal, experience, given, given_at)
        values (:a, 'Ann', 1990, 'FEMALE', 170, 60, 'METRIC', 'UTC', 'To get stronger', 'NOVICE', '{}', '{}')""",
    "calendar_feed": "insert into calendar_feed (athlete_id, secret_hash) values (:a, sha256('x'))",
    "clearance": "insert into clearance (athlete_id, limitation) values (:a, 'KNEE')",
    "question_set": """insert into question_set (id, athlete_id, questions, message, author, estimated_minutes)
        values (:i, :a, '[1]', '', 'RULES', 3)""",
    "answer": "insert into answer (athlete_id, question_id, answer) values (:a, 'focus', '{}')",
    "idempotency": """insert into idempotency (athlete_id, operation, key, request_hash, answer)
        values (:a, 'x', '12345678', 'h', '')""",
    "plan": """insert into plan (id, athlete_id, state, version, start_date, end_date, basis_fingerprint)
        values (:i, :a, 'IN_REVIEW', 1, '2026-11-23', '2026-12-20', '')""",
    "plan_version": """insert into plan_version (plan_id, number, athlete_id, reason, changes, document)
        values (:i, 1, :a, 'GENERATED', '[]', '{}')""",
    "message": "insert into message (id, athlete_id, plan_id, author, text) values (:i, :a, :i, 'ATHLETE', 'Hi')",
    "generation": """insert into generation (id, athlete_id, idempotency_key, request_hash, kind, request,
        status, stage, progress, version)
        values (:i, :a, '12345678', 'h', 'NEW_PLAN', '{}', 'QUEUED', 'WAITING', 0, 1)""",
    "workout_log": """insert into workout_log (id, athlete_id, client_id, revision, plan_id, date, completion, sets,
        exercise_ids, endurance, credits)
        values (:i, :a, '12345678', 1, :i, '2026-11-23', 'DONE', '[]', '{}', '[]', '[]')""",
    "model_use": """insert into model_use (athlete_id, day, calls, input_tokens, output_tokens, microdollars)
        values (:a, '2026-11-23', 1, 0, 0, 0)""",
    "unreflected": "insert into unreflected (athlete_id, source, about) values (:a, 'ONBOARDING', 'dislikes')",
    "lesson": """insert into lesson (id, athlete_id, text, rule, is_hard, is_pinned, state, source, evidence, confidence,
        helpful_count, harmful_count, times_applied, tags)
        values (:i, :a, 'x', '{}', false, false, 'ACTIVE', 'ATHLETE', '', 1, 0, 0, 0, '[]')""",
    "lesson_vector": """insert into lesson_vector (lesson_id, athlete_id, model, vector)
        values (:i, :a, 'x', array_fill(0.1, array[384])::vector)""",
    "lesson_change": """insert into lesson_change (id, athlete_id, playbook_version, lesson_id, operation, reason, lesson)
        values (:i, :a, 1, :i, 'ADD', '', '{}')""",
    "deleted_account": "insert into deleted_account (athlete_id, kept_until) values (:a, now())",
}
"""One row of everything, in an order that foreign keys allow."""


def uuid_of(viewer: Viewer) -> uuid.UUID:
    return uuid.UUID(hex=viewer.athlete_id.removeprefix("athlete_"))


async def fill(database: Database, viewer: Viewer) -> None:
    thing = uuid.UUID(hex=new_id("x").removeprefix("x_"))
    async with database.transaction(viewer.athlete_id) as session:
        for statement in EVERYTHING.values():
            await session.execute(text(statement), values_of(statement, viewer, thing=thing))


def values_of(statement: str, viewer: Viewer, *, thing: uuid.UUID | None = None) -> dict[str, uuid.UUID]:
    values = {"a": uuid_of(viewer), "i": thing or uuid.uuid4()}
    return {name: value for name, value in values.items() if f":{name}" in statement}
