"""The bounds of a profile."""

import datetime
import math

import pytest

from domain.constraints import EnduranceBaseline, GivenConstraints, KnownLift, Limitation, TargetEvent
from domain.errors import FaultCode
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import ExerciseId
from domain.profile import ProfileDraft
from domain.terms import Equipment, LimitationKind, Sport, Weekday
from services.onboarding.checking import check_heart_rates, check_profile
from tests.unit.onboarding.making import NOW, TODAY, draft

SQUAT = ExerciseId("exercise_back-squat")
ZONES = frozenset({"Europe/Amsterdam", "Pacific/Kiritimati", "UTC"})

Found = list[tuple[str, FaultCode]]


def found(faults: Faults) -> Found:
    return [(".".join(fault.path), fault.code) for fault in faults.found]


def check(sent: ProfileDraft, catalogue: Catalogue, *, now: datetime.datetime = NOW) -> Found:
    return found(check_profile(sent, now=now, catalogue=catalogue, time_zones=ZONES))


def baseline(**changes: float) -> EnduranceBaseline:
    figures = {"weekly_minutes": 60.0, "longest_minutes": 30.0, **changes}
    return EnduranceBaseline(sport=Sport.RUNNING, **figures)  # type: ignore[arg-type]  # figures only


def lift(*, weight_kg: float = 80, reps: int = 5, exercise_id: ExerciseId = SQUAT) -> KnownLift:
    return KnownLift(exercise_id=exercise_id, weight_kg=weight_kg, reps=reps)


def in_days(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


def test_a_good_profile_has_no_faults(catalogue: Catalogue) -> None:
    given = GivenConstraints(
        training_days=tuple(Weekday),
        session_minutes=180,
        equipment=(),
        sports=(),
        limitations=(Limitation(kind=LimitationKind.PREGNANCY, date=in_days(200), note="First."),),
        event=TargetEvent(name="Race", date=TODAY, distance_km=10),
        known_lifts=(lift(weight_kg=600, reps=30),),
        endurance_baselines=(baseline(longest_minutes=90),),
        resting_heart_rate=25,
        maximum_heart_rate=230,
    )
    assert check(draft(given=given), catalogue) == []


@pytest.mark.parametrize(
    ("field", "value", "path", "code"),
    [
        ("display_name", " A ", "displayName", FaultCode.TOO_SHORT),
        ("display_name", "A" * 41, "displayName", FaultCode.TOO_LONG),
        ("goal", "Fit. \u0000    ", "goal", FaultCode.TOO_SHORT),
        ("goal", "x" * 1001, "goal", FaultCode.TOO_LONG),
        ("height_cm", 79.9, "heightCm", FaultCode.TOO_SMALL),
        ("height_cm", 250.1, "heightCm", FaultCode.TOO_LARGE),
        ("weight_kg", 24.9, "weightKg", FaultCode.TOO_SMALL),
        ("weight_kg", 400.1, "weightKg", FaultCode.TOO_LARGE),
        ("weight_kg", math.nan, "weightKg", FaultCode.TOO_SMALL),
        ("time_zone", "Mars/Olympus", "timeZone", FaultCode.UNKNOWN),
        ("time_zone", "../../etc/passwd", "timeZone", FaultCode.UNKNOWN),
        ("birth_year", 1925, "birthYear", FaultCode.TOO_SMALL),
        ("birth_year", 2014, "birthYear", FaultCode.TOO_LARGE),
    ],
)
def test_a_field_out_of_its_bounds_is_named(
    field: str, value: object, path: str, code: FaultCode, catalogue: Catalogue
) -> None:
    assert check(draft(**{field: value}), catalogue) == [(path, code)]


@pytest.mark.parametrize(("field", "value"), [("birth_year", 1926), ("birth_year", 2013), ("goal", "Ten chars.")])
def test_the_bounds_themselves_are_allowed(field: str, value: object, catalogue: Catalogue) -> None:
    assert check(draft(**{field: value}), catalogue) == []


def test_the_age_is_counted_in_the_year_that_it_is_for_the_athlete(catalogue: Catalogue) -> None:
    new_year_in_kiritimati = datetime.datetime(2026, 12, 31, 11, tzinfo=datetime.UTC)
    there, here = draft(birth_year=2014, time_zone="Pacific/Kiritimati"), draft(birth_year=2014, time_zone="UTC")
    assert check(there, catalogue, now=new_year_in_kiritimati) == []
    assert check(here, catalogue, now=new_year_in_kiritimati) == [("birthYear", FaultCode.TOO_LARGE)]


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        (GivenConstraints(training_days=()), "trainingDays", FaultCode.TOO_SHORT),
        (GivenConstraints(training_days=(Weekday.MONDAY,) * 2), "trainingDays.1", FaultCode.CONFLICTING),
        (GivenConstraints(session_minutes=9), "sessionMinutes", FaultCode.TOO_SMALL),
        (GivenConstraints(session_minutes=181), "sessionMinutes", FaultCode.TOO_LARGE),
        (GivenConstraints(equipment=(Equipment.RACK,) * 2), "equipment.1", FaultCode.CONFLICTING),
        (GivenConstraints(sports=(Sport.ROWING,) * 2), "sports.1", FaultCode.CONFLICTING),
        (
            GivenConstraints(limitations=tuple(Limitation(kind=kind) for kind in list(LimitationKind)[:15])),
            "limitations",
            FaultCode.TOO_LONG,
        ),
        (
            GivenConstraints(limitations=(Limitation(kind=LimitationKind.KNEE),) * 2),
            "limitations.1.kind",
            FaultCode.CONFLICTING,
        ),
        (
            GivenConstraints(limitations=(Limitation(kind=LimitationKind.KNEE, note="x" * 501),)),
            "limitations.0.note",
            FaultCode.TOO_LONG,
        ),
        (
            GivenConstraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY, date=in_days(301)),)),
            "limitations.0.date",
            FaultCode.TOO_LARGE,
        ),
        (
            GivenConstraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY, date=in_days(-31)),)),
            "limitations.0.date",
            FaultCode.TOO_SMALL,
        ),
        (
            GivenConstraints(limitations=(Limitation(kind=LimitationKind.POSTPARTUM, date=in_days(1)),)),
            "limitations.0.date",
            FaultCode.TOO_LARGE,
        ),
        (GivenConstraints(event=TargetEvent(name=" ", date=TODAY)), "event.name", FaultCode.TOO_SHORT),
        (GivenConstraints(event=TargetEvent(name="Race", date=in_days(-1))), "event.date", FaultCode.TOO_SMALL),
        (GivenConstraints(event=TargetEvent(name="Race", date=in_days(733))), "event.date", FaultCode.TOO_LARGE),
        (
            GivenConstraints(event=TargetEvent(name="Race", date=TODAY, distance_km=0)),
            "event.distanceKm",
            FaultCode.TOO_SMALL,
        ),
        (
            GivenConstraints(known_lifts=(lift(exercise_id=ExerciseId("exercise_flying")),)),
            "knownLifts.0.exerciseId",
            FaultCode.UNKNOWN,
        ),
        (GivenConstraints(known_lifts=(lift(), lift())), "knownLifts.1.exerciseId", FaultCode.CONFLICTING),
        (GivenConstraints(known_lifts=(lift(weight_kg=0.9),)), "knownLifts.0.weightKg", FaultCode.TOO_SMALL),
        (GivenConstraints(known_lifts=(lift(weight_kg=601),)), "knownLifts.0.weightKg", FaultCode.TOO_LARGE),
        (GivenConstraints(known_lifts=(lift(reps=0),)), "knownLifts.0.reps", FaultCode.TOO_SMALL),
        (GivenConstraints(known_lifts=(lift(reps=31),)), "knownLifts.0.reps", FaultCode.TOO_LARGE),
        (
            GivenConstraints(endurance_baselines=(baseline(), baseline())),
            "enduranceBaselines.1.sport",
            FaultCode.CONFLICTING,
        ),
        (
            GivenConstraints(endurance_baselines=(baseline(weekly_minutes=-1),)),
            "enduranceBaselines.0.weeklyMinutes",
            FaultCode.TOO_SMALL,
        ),
        (
            GivenConstraints(endurance_baselines=(baseline(longest_minutes=1441),)),
            "enduranceBaselines.0.longestMinutes",
            FaultCode.TOO_LARGE,
        ),
        (
            GivenConstraints(endurance_baselines=(baseline(longest_km=0),)),
            "enduranceBaselines.0.longestKm",
            FaultCode.TOO_SMALL,
        ),
        (
            GivenConstraints(endurance_baselines=(baseline(threshold_pace_seconds_per_km=59),)),
            "enduranceBaselines.0.thresholdPaceSecondsPerKm",
            FaultCode.TOO_SMALL,
        ),
        (GivenConstraints(resting_heart_rate=24), "restingHeartRate", FaultCode.TOO_SMALL),
        (GivenConstraints(resting_heart_rate=121), "restingHeartRate", FaultCode.TOO_LARGE),
        (GivenConstraints(maximum_heart_rate=99), "maximumHeartRate", FaultCode.TOO_SMALL),
        (GivenConstraints(maximum_heart_rate=231), "maximumHeartRate", FaultCode.TOO_LARGE),
    ],
)
def test_a_constraint_out_of_its_bounds_is_named(
    given: GivenConstraints, path: str, code: FaultCode, catalogue: Catalogue
) -> None:
    assert check(draft(given=given), catalogue) == [(f"constraints.{path}", code)]


def test_all_faults_come_back_at_once(catalogue: Catalogue) -> None:
    given = GivenConstraints(session_minutes=1, training_days=())
    assert check(draft(display_name="", birth_year=3000, time_zone="", given=given), catalogue) == [
        ("displayName", FaultCode.TOO_SHORT),
        ("timeZone", FaultCode.UNKNOWN),
        ("birthYear", FaultCode.TOO_LARGE),
        ("constraints.trainingDays", FaultCode.TOO_SHORT),
        ("constraints.sessionMinutes", FaultCode.TOO_SMALL),
    ]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (GivenConstraints(resting_heart_rate=110), "restingHeartRate"),
        (GivenConstraints(maximum_heart_rate=100), "maximumHeartRate"),
    ],
)
def test_the_heart_at_rest_beats_slower_than_at_its_fastest(sent: GivenConstraints, field: str) -> None:
    faults = Faults()
    check_heart_rates(faults, GivenConstraints(resting_heart_rate=110, maximum_heart_rate=100), sent=sent)
    assert found(faults) == [(f"constraints.{field}", FaultCode.CONFLICTING)]


def test_heart_rates_in_order_are_fine() -> None:
    faults = Faults()
    given = GivenConstraints(resting_heart_rate=99, maximum_heart_rate=100)
    check_heart_rates(faults, given, sent=given)
    assert found(faults) == []
