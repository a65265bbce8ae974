"""Ids: what they look like to everybody, and the one place where they are made and read.

An id is its kind, an underscore and a body: `plan_01927f…`, `exercise_back-squat`. Above the database it is always this text,
which is also what clients see; db/ stores the UUID inside. The kind tells `node` where to look, and a wrong kind is not found.
"""

import re
import uuid
from datetime import date
from typing import NewType

from uuid_utils.compat import uuid7

from domain.errors import NotFound

AthleteId = NewType("AthleteId", str)
QuestionSetId = NewType("QuestionSetId", str)
PlanId = NewType("PlanId", str)
DayId = NewType("DayId", str)
ActivityId = NewType("ActivityId", str)
GenerationId = NewType("GenerationId", str)
LessonId = NewType("LessonId", str)
LessonChangeId = NewType("LessonChangeId", str)
MessageId = NewType("MessageId", str)
WorkoutLogId = NewType("WorkoutLogId", str)
ExerciseId = NewType("ExerciseId", str)

_UUID_BODY = re.compile(r"[0-9a-f]{32}")
_SLUG_BODY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY_BODY = re.compile(r"([0-9a-f]{32})-(\d{8})")
_ATHLETES = uuid.UUID("6f1c1f0e-5a44-5e0b-9d0b-1f4a3a5f8c11")
"""Namespace of the athletes' ids; changing it would orphan every account."""


def new_id(kind: str) -> str:
    """A fresh id of this kind, ordered by time (UUIDv7)."""
    return f"{kind}_{uuid7().hex}"


def new_plan_id() -> PlanId:
    return PlanId(new_id("plan"))


def new_activity_id() -> ActivityId:
    return ActivityId(new_id("activity"))


def new_generation_id() -> GenerationId:
    return GenerationId(new_id("generation"))


def new_lesson_id() -> LessonId:
    return LessonId(new_id("lesson"))


def new_lesson_change_id() -> LessonChangeId:
    return LessonChangeId(new_id("change"))


def new_message_id() -> MessageId:
    return MessageId(new_id("message"))


def new_workout_log_id() -> WorkoutLogId:
    return WorkoutLogId(new_id("workout"))


def new_question_set_id() -> QuestionSetId:
    return QuestionSetId(new_id("questions"))


def athlete_id_of(*, issuer: str, subject: str) -> AthleteId:
    """The athlete that a token speaks for: the same for ever, so that no table needs to be asked."""
    digest = uuid.uuid5(_ATHLETES, f"{issuer}\n{subject}")
    return AthleteId(f"athlete_{digest.hex}")


def day_id_of(plan_id: PlanId, day: date) -> DayId:
    """A day's id is its plan and its date, so that it stays with the date through every version."""
    return DayId(f"day_{plan_id.removeprefix('plan_')}-{day:%Y%m%d}")


def plan_version_id_of(plan_id: PlanId, number: int) -> str:
    """A version's id is its plan and its number."""
    return f"version_{plan_id.removeprefix('plan_')}-{number}"


def plan_and_date_of(day_id: DayId) -> tuple[PlanId, date]:
    """The plan and the date inside a day's id. Raises NotFound where it is not one."""
    match = _DAY_BODY.fullmatch(day_id.removeprefix("day_"))
    if match is None or not day_id.startswith("day_"):
        raise NotFound(day_id)
    try:
        return PlanId(f"plan_{match[1]}"), date.fromisoformat(match[2])
    except ValueError:
        raise NotFound(day_id) from None


def sibling_id(kind: str, athlete_id: AthleteId) -> str:
    """The id of a thing of which an athlete has just one: `profile_…`, `playbook_…`, with the athlete's own body."""
    return f"{kind}_{athlete_id.removeprefix('athlete_')}"


def kind_of(text: str) -> str:
    """What stands before the first underscore; empty where there is none."""
    return text.partition("_")[0] if "_" in text else ""


def read_id(kind: str, text: str) -> str:
    """The id that a client sent, if it can be one of this kind. Raises NotFound where it cannot."""
    if not is_id(kind, text):
        raise NotFound(text)
    return text


def is_id(kind: str, text: str) -> bool:
    """Whether a text that a client sent can be an id of this kind."""
    body = text[len(kind) + 1 :]
    pattern = _SLUG_BODY if kind == "exercise" else _UUID_BODY
    return kind_of(text) == kind and len(body) <= 80 and pattern.fullmatch(body) is not None
