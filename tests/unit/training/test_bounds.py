"""What a log may say: each bound, both sides of it, and every fault at once."""

import datetime

import pytest

from domain.errors import Fault, FaultCode
from domain.faults import Faults
from domain.ids import DayId
from domain.terms import BodyArea, Sport
from domain.training import Completion, EnduranceDraft, PainReport, SetDraft, WorkoutDraft
from services.training.bounds import check_draft, is_client_id

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
PLANK = "exercise_plank"


def faults_of(**fields: object) -> list[Fault]:
    values: dict[str, object] = {"client_id": "client-1", "day_id": DayId("day"), "completion": Completion.DONE}
    faults = Faults()
    check_draft(faults, WorkoutDraft(**{**values, **fields}), now=NOW)  # type: ignore[arg-type]  # each test names its fields
    return list(faults.found)


def paths(**fields: object) -> list[str]:
    return [".".join(fault.path) for fault in faults_of(**fields)]


def a_set(**fields: object) -> tuple[SetDraft, ...]:
    return (SetDraft(**{"exercise_id": PLANK, "set_number": 1, **fields}),)  # type: ignore[arg-type]


def a_bout(**fields: object) -> tuple[EnduranceDraft, ...]:
    return (EnduranceDraft(**{"sport": Sport.RUNNING, **fields}),)  # type: ignore[arg-type]


def hurting(severity: int, note: str | None = None) -> PainReport:
    return PainReport(area=BodyArea.KNEE, severity=severity, note=note)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"revision": 0}, "revision"),
        ({"session_rpe": 0.9}, "sessionRpe"),
        ({"session_rpe": 10.1}, "sessionRpe"),
        ({"session_rpe": float("nan")}, "sessionRpe"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        *(({name: value}, name) for name in ("enjoyment", "energy", "soreness") for value in (0, 6)),
        ({"note": "n" * 1001}, "note"),
        ({"pain": hurting(0)}, "pain.severity"),
        ({"pain": hurting(11)}, "pain.severity"),
        ({"pain": hurting(1, "n" * 501)}, "pain.note"),
        ({"performed_at": NOW + datetime.timedelta(minutes=15, seconds=1)}, "performedAt"),
        ({"sets": a_set(set_number=0)}, "sets.0.setNumber"),
        ({"sets": a_set(set_number=101)}, "sets.0.setNumber"),
        ({"sets": a_set(reps=-1)}, "sets.0.reps"),
        ({"sets": a_set(reps=201)}, "sets.0.reps"),
        ({"sets": a_set(duration_seconds=0)}, "sets.0.durationSeconds"),
        ({"sets": a_set(duration_seconds=14401)}, "sets.0.durationSeconds"),
        ({"sets": a_set(load_kg=-0.5)}, "sets.0.loadKg"),
        ({"sets": a_set(load_kg=600.5)}, "sets.0.loadKg"),
        ({"sets": a_set(rpe=0.5)}, "sets.0.rpe"),
        ({"sets": a_set(rpe=10.5)}, "sets.0.rpe"),
        ({"sets": a_set(exercise_id=None)}, "sets.0.exerciseId"),
        ({"endurance": a_bout(minutes=0.5)}, "endurance.0.minutes"),
        ({"endurance": a_bout(minutes=1440.5)}, "endurance.0.minutes"),
        ({"endurance": a_bout(distance_km=-1)}, "endurance.0.distanceKm"),
        ({"endurance": a_bout(distance_km=1001)}, "endurance.0.distanceKm"),
        ({"endurance": a_bout(average_heart_rate=29)}, "endurance.0.averageHeartRate"),
        ({"endurance": a_bout(average_heart_rate=241)}, "endurance.0.averageHeartRate"),
        ({"endurance": a_bout(sport=None)}, "endurance.0.sport"),
        ({"endurance": a_bout() * 21}, "endurance"),
        ({"completion": Completion.SKIPPED, "sets": a_set()}, "completion"),
        ({"completion": Completion.SKIPPED, "endurance": a_bout()}, "completion"),
    ],
)
def test_what_is_out_of_bounds_is_named(fields: dict[str, object], path: str) -> None:
    assert paths(**fields) == [path]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"revision": 2**31 - 1, "session_rpe": 1.0, "minutes": 1440, "enjoyment": 1, "energy": 5, "soreness": 1},
        {"note": "n" * 1000, "pain": hurting(10, "n" * 500), "session_rpe": 10.0, "minutes": 1},
        {"performed_at": NOW + datetime.timedelta(minutes=15)},
        {"sets": a_set(set_number=100, reps=200, duration_seconds=14400, load_kg=600, rpe=10)},
        {"sets": a_set(reps=0, load_kg=0, rpe=1, exercise_id=None, activity_id="activity_x")},
        {"endurance": a_bout(minutes=1440, distance_km=1000, average_heart_rate=240)},
        {"endurance": a_bout(minutes=1, distance_km=0, average_heart_rate=30) * 20},
        {"completion": Completion.SKIPPED, "note": "Ill"},
    ],
)
def test_what_is_just_within_bounds_is_fine(fields: dict[str, object]) -> None:
    assert faults_of(**fields) == []


def test_two_hundred_sets_are_the_most() -> None:
    sets = tuple(SetDraft(exercise_id=exercise, set_number=number) for exercise in "ab" for number in range(1, 101))
    assert paths(sets=sets) == []
    assert paths(sets=(*sets, SetDraft(exercise_id="c", set_number=1))) == ["sets"]


def test_a_number_is_given_once_within_an_activity_or_exercise() -> None:
    planned = SetDraft(activity_id="activity_x", exercise_id=PLANK, set_number=1)
    (extra,) = a_set()
    assert faults_of(sets=(planned, extra)) == []
    (fault,) = faults_of(sets=(planned, extra, planned))
    assert (fault.path, fault.code) == (("sets", "2", "setNumber"), FaultCode.CONFLICTING)


def test_all_faults_come_at_once() -> None:
    assert paths(
        client_id="short", revision=-1, session_rpe=0, sets=(*a_set(), *a_set(set_number=2, reps=300)), pain=hurting(0)
    ) == ["clientId", "revision", "sessionRpe", "pain.severity", "sets.1.reps"]


@pytest.mark.parametrize("text", ["12345678", "n" * 64, "0192-aé-漢字-x", "with blank"])
def test_a_clients_id_is_a_short_text(text: str) -> None:
    assert is_client_id(text)


@pytest.mark.parametrize("text", ["", "1234567", "n" * 65, " 12345678", "12345678\n", "1234\x005678", "1234\ud8005678"])
def test_what_would_be_stored_otherwise_than_it_was_sent_is_no_clients_id(text: str) -> None:
    assert not is_client_id(text)
