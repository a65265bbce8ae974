"""Holds a profile that somebody sends against its bounds, and finds everything that is wrong with it at once."""

import datetime
from collections.abc import Container, Hashable, Sequence

from domain.clock import today_in
from domain.constraints import (
    MAXIMUM_BASELINES,
    MAXIMUM_KNOWN_LIFTS,
    MAXIMUM_LIMITATIONS,
    SESSION_MINUTES,
    EnduranceBaseline,
    GivenConstraints,
    KnownLift,
    Limitation,
    TargetEvent,
)
from domain.errors import FaultCode
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.profile import AGE_YEARS, DISPLAY_NAME_LENGTH, GOAL_LENGTH, HEIGHT_CM, WEIGHT_KG, ProfileDraft
from domain.terms import Equipment, LimitationKind, Sport, Weekday

NOTE_LENGTH = (0, 500)
EVENT_NAME_LENGTH = (1, 100)
EVENT_DAYS_AWAY = 2 * 366
DISTANCE_KM = (0.1, 1000.0)
LIFT_KG = (1.0, 600.0)
LIFT_REPS = (1, 30)
WEEKLY_MINUTES = (0.0, 3000.0)
LONGEST_MINUTES = (0.0, 1440.0)
PACE_SECONDS_PER_KM = (60, 3600)
RESTING_HEART_RATE = (25, 120)
MAXIMUM_HEART_RATE = (100, 230)
PREGNANCY_DAYS = 300
LONGEST_PAST_YEARS = 100

_CONSTRAINTS = "constraints"
Path = tuple[str | int, ...]


def check_profile(
    draft: ProfileDraft, *, now: datetime.datetime, catalogue: Catalogue, time_zones: Container[str]
) -> Faults:
    """Everything that is wrong with the draft by itself. `time_zones` are the names that are known."""
    faults = Faults()
    faults.text(("displayName",), draft.display_name, DISPLAY_NAME_LENGTH)
    faults.text(("goal",), draft.goal, GOAL_LENGTH)
    faults.number(("heightCm",), draft.height_cm, HEIGHT_CM)
    faults.number(("weightKg",), draft.weight_kg, WEIGHT_KG)
    is_known = draft.time_zone in time_zones
    if not is_known:
        faults.add(("timeZone",), FaultCode.UNKNOWN, "Must be an IANA name, such as `Europe/Amsterdam`.")
    today = today_in(draft.time_zone if is_known else "UTC", now)
    youngest, oldest = AGE_YEARS
    faults.number(("birthYear",), draft.birth_year, (today.year - oldest, today.year - youngest))
    _check_given(faults, draft.given, today=today, catalogue=catalogue)
    return faults


def check_heart_rates(faults: Faults, given: GivenConstraints, *, sent: GivenConstraints) -> None:
    """The heart rates beside each other, as they will be stored; the fault is at one that was sent."""
    resting, maximum = given.resting_heart_rate, given.maximum_heart_rate
    if resting is None or maximum is None or resting < maximum:
        return
    field = "restingHeartRate" if sent.resting_heart_rate is not None else "maximumHeartRate"
    faults.add((_CONSTRAINTS, field), FaultCode.CONFLICTING, "The heart rate at rest must be below the highest.")


def _check_given(faults: Faults, given: GivenConstraints, *, today: datetime.date, catalogue: Catalogue) -> None:
    if given.training_days is not None:
        _check_list(faults, "trainingDays", given.training_days, (1, len(Weekday)))
    faults.number((_CONSTRAINTS, "sessionMinutes"), given.session_minutes, SESSION_MINUTES)
    if given.equipment is not None:
        _check_list(faults, "equipment", given.equipment, (0, len(Equipment)))
    if given.sports is not None:
        _check_list(faults, "sports", given.sports, (0, len(Sport)))
    _check_limitations(faults, given.limitations or (), today)
    if given.event is not None:
        _check_event(faults, given.event, today)
    _check_lifts(faults, given.known_lifts or (), catalogue)
    _check_baselines(faults, given.endurance_baselines or ())
    faults.number((_CONSTRAINTS, "restingHeartRate"), given.resting_heart_rate, RESTING_HEART_RATE)
    faults.number((_CONSTRAINTS, "maximumHeartRate"), given.maximum_heart_rate, MAXIMUM_HEART_RATE)


def _check_list(faults: Faults, field: str, values: Sequence[Hashable], bounds: tuple[int, int]) -> None:
    faults.size((_CONSTRAINTS, field), len(values), bounds, "values")
    _check_once(faults, field, values, None)


def _check_once(faults: Faults, field: str, values: Sequence[Hashable], key: str | None) -> None:
    """Each value is there just once; `key` is the field of a list's items that tells them apart."""
    seen: set[Hashable] = set()
    for place, value in enumerate(values):
        if value in seen:
            path = (_CONSTRAINTS, field, place) if key is None else (_CONSTRAINTS, field, place, key)
            faults.add(path, FaultCode.CONFLICTING, "This is here twice.")
        seen.add(value)


def _check_limitations(faults: Faults, limitations: Sequence[Limitation], today: datetime.date) -> None:
    faults.size((_CONSTRAINTS, "limitations"), len(limitations), (0, MAXIMUM_LIMITATIONS), "limitations")
    _check_once(faults, "limitations", [limitation.kind for limitation in limitations], "kind")
    for place, limitation in enumerate(limitations):
        path = (_CONSTRAINTS, "limitations", place)
        faults.text((*path, "note"), limitation.note, NOTE_LENGTH)
        if limitation.date is not None:
            _check_limitation_date(faults, (*path, "date"), limitation, today)


def _check_limitation_date(faults: Faults, path: Path, limitation: Limitation, today: datetime.date) -> None:
    """A due date lies around today; a birth, or the day since when, is past."""
    assert limitation.date is not None
    is_due_date = limitation.kind is LimitationKind.PREGNANCY
    days_away = (limitation.date - today).days
    earliest = -30 if is_due_date else -366 * LONGEST_PAST_YEARS
    if days_away < earliest:
        faults.add(path, FaultCode.TOO_SMALL, "This date is too long ago.")
    elif days_away > (PREGNANCY_DAYS if is_due_date else 0):
        faults.add(path, FaultCode.TOO_LARGE, "This date is too far ahead.")


def _check_event(faults: Faults, event: TargetEvent, today: datetime.date) -> None:
    path = (_CONSTRAINTS, "event")
    faults.text((*path, "name"), event.name, EVENT_NAME_LENGTH)
    faults.number((*path, "distanceKm"), event.distance_km, DISTANCE_KM)
    if event.date < today:
        faults.add((*path, "date"), FaultCode.TOO_SMALL, "The event is past.")
    elif (event.date - today).days > EVENT_DAYS_AWAY:
        faults.add((*path, "date"), FaultCode.TOO_LARGE, "The event is more than two years away.")


def _check_lifts(faults: Faults, lifts: Sequence[KnownLift], catalogue: Catalogue) -> None:
    faults.size((_CONSTRAINTS, "knownLifts"), len(lifts), (0, MAXIMUM_KNOWN_LIFTS), "lifts")
    _check_once(faults, "knownLifts", [lift.exercise_id for lift in lifts], "exerciseId")
    for place, lift in enumerate(lifts):
        path = (_CONSTRAINTS, "knownLifts", place)
        if lift.exercise_id not in catalogue:
            faults.add((*path, "exerciseId"), FaultCode.UNKNOWN, "There is no such exercise.")
        faults.number((*path, "weightKg"), lift.weight_kg, LIFT_KG)
        faults.number((*path, "reps"), lift.reps, LIFT_REPS)


def _check_baselines(faults: Faults, baselines: Sequence[EnduranceBaseline]) -> None:
    faults.size((_CONSTRAINTS, "enduranceBaselines"), len(baselines), (0, MAXIMUM_BASELINES), "baselines")
    _check_once(faults, "enduranceBaselines", [baseline.sport for baseline in baselines], "sport")
    for place, baseline in enumerate(baselines):
        path = (_CONSTRAINTS, "enduranceBaselines", place)
        faults.number((*path, "weeklyMinutes"), baseline.weekly_minutes, WEEKLY_MINUTES)
        faults.number((*path, "longestMinutes"), baseline.longest_minutes, LONGEST_MINUTES)
        faults.number((*path, "longestKm"), baseline.longest_km, DISTANCE_KM)
        faults.number((*path, "thresholdPaceSecondsPerKm"), baseline.threshold_pace_seconds_per_km, PACE_SECONDS_PER_KM)
