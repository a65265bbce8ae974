"""What a log may say, whatever plan it is for. Pure: every fault of a draft at once."""

import datetime

from domain.errors import FaultCode
from domain.faults import Faults
from domain.text import normalised
from domain.training import (
    CLIENT_ID_LENGTH,
    DISTANCE_KM,
    HEART_RATE,
    LOGGED_LOAD_KG,
    LOGGED_MINUTES,
    LOGGED_REPS,
    LOGGED_RPE,
    LOGGED_SECONDS,
    MAXIMUM_LOGGED_ENDURANCE,
    MAXIMUM_LOGGED_SETS,
    NOTE_LENGTH,
    PAIN_NOTE_LENGTH,
    RATING,
    REVISION,
    SET_NUMBER,
    SEVERITY,
    Completion,
    EnduranceDraft,
    PainReport,
    SetDraft,
    WorkoutDraft,
)

FAST_CLOCK = datetime.timedelta(minutes=15)
"""A phone's clock may be ahead of ours by as much."""


def check_draft(faults: Faults, draft: WorkoutDraft, *, now: datetime.datetime) -> None:
    """All that is wrong with the draft in itself; what it says of its plan is looked at elsewhere."""
    if not is_client_id(draft.client_id):
        shortest, longest = CLIENT_ID_LENGTH
        message = f"Must have {shortest} to {longest} characters, without blanks at its ends."
        faults.add(["clientId"], FaultCode.INVALID, message)
    faults.number(["revision"], draft.revision, REVISION)
    faults.number(["sessionRpe"], draft.session_rpe, LOGGED_RPE)
    faults.number(["minutes"], draft.minutes, LOGGED_MINUTES)
    for name in ("enjoyment", "energy", "soreness"):
        faults.number([name], getattr(draft, name), RATING)
    faults.text(["note"], draft.note, NOTE_LENGTH)
    if draft.performed_at is not None and draft.performed_at > now + FAST_CLOCK:
        faults.add(["performedAt"], FaultCode.TOO_LARGE, "Must not lie ahead.")
    if draft.pain is not None:
        _check_pain(faults, draft.pain)
    _check_content(faults, draft)


def is_client_id(text: str) -> bool:
    """Whether the text can name a log: as it is stored, so that what is sent again is found again."""
    shortest, longest = CLIENT_ID_LENGTH
    return shortest <= len(text) <= longest and normalised(text) == text


def _check_pain(faults: Faults, pain: PainReport) -> None:
    faults.number(["pain", "severity"], pain.severity, SEVERITY)
    faults.text(["pain", "note"], pain.note, PAIN_NOTE_LENGTH)


def _check_content(faults: Faults, draft: WorkoutDraft) -> None:
    faults.size(["sets"], len(draft.sets), (0, MAXIMUM_LOGGED_SETS), "sets")
    faults.size(["endurance"], len(draft.endurance), (0, MAXIMUM_LOGGED_ENDURANCE), "entries")
    if draft.completion is Completion.SKIPPED and (draft.sets or draft.endurance):
        faults.add(["completion"], FaultCode.CONFLICTING, "What was skipped has nothing done in it.")
    seen: set[tuple[str | None, str | None, int]] = set()
    for place, one in enumerate(draft.sets[:MAXIMUM_LOGGED_SETS]):
        _check_set(faults, one, place)
        key = (one.activity_id, None if one.activity_id else one.exercise_id, one.set_number)
        if key in seen:
            faults.add(["sets", place, "setNumber"], FaultCode.CONFLICTING, "There is a set of this number already.")
        seen.add(key)
    for place, bout in enumerate(draft.endurance[:MAXIMUM_LOGGED_ENDURANCE]):
        _check_endurance(faults, bout, place)


def _check_set(faults: Faults, one: SetDraft, place: int) -> None:
    if one.activity_id is None and one.exercise_id is None:
        faults.add(["sets", place, "exerciseId"], FaultCode.MISSING, "Say which exercise or which activity.")
    faults.number(["sets", place, "setNumber"], one.set_number, SET_NUMBER)
    faults.number(["sets", place, "reps"], one.reps, LOGGED_REPS)
    faults.number(["sets", place, "durationSeconds"], one.duration_seconds, LOGGED_SECONDS)
    faults.number(["sets", place, "loadKg"], one.load_kg, LOGGED_LOAD_KG)
    faults.number(["sets", place, "rpe"], one.rpe, LOGGED_RPE)


def _check_endurance(faults: Faults, bout: EnduranceDraft, place: int) -> None:
    if bout.activity_id is None and bout.sport is None:
        faults.add(["endurance", place, "sport"], FaultCode.MISSING, "Say which sport or which activity.")
    faults.number(["endurance", place, "minutes"], bout.minutes, LOGGED_MINUTES)
    faults.number(["endurance", place, "distanceKm"], bout.distance_km, DISTANCE_KM)
    faults.number(["endurance", place, "averageHeartRate"], bout.average_heart_rate, HEART_RATE)
