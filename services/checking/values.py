"""The rules on numbers by themselves: sane values, and loads, minutes and kilometres that exist (R15, R50)."""

from collections.abc import Iterator

from domain.plan import Interval, SetKind, SetTarget
from domain.profile import UnitSystem
from domain.terms import Equipment
from services.checking.reading import Bout, Lift, Reading
from services.checking.rules import Rule, Verdict, hard, must_hold
from services.checking.wording import bounded, number

WORKING_SETS = (1, 8)
ALL_SETS = 10
REPS = (1, 30)
RPE = (5.0, 10.0)
ENDURANCE_RPE = (1.0, 10.0)
REST_SECONDS = (20, 360)
ZONES = (1, 5)
SET_SECONDS = (1, 1800)
INTERVAL_MINUTES = (0.5, 600.0)
LOAD_KG = (0.0, 1000.0)
KILOGRAMS_IN_5_POUNDS = 5 * 0.45359237
PLATE_KG = 2.5
_BARS = frozenset({Equipment.BARBELL, Equipment.EZ_BAR, Equipment.SMITH_MACHINE, Equipment.RACK})
_BELLS = frozenset({Equipment.DUMBBELL, Equipment.KETTLEBELL})
_STACKS = frozenset({Equipment.CABLE, Equipment.MACHINE})


def sane(reading: Reading) -> Verdict | None:
    faults = [f"{lift.where} {fault}" for lift in reading.lifts for fault in _lift_faults(lift)]
    faults += [f"{bout.where} {fault}" for bout in reading.bouts for fault in _bout_faults(bout)]
    return must_hold(faults, kept="All sets, repetitions, efforts, rests and zones are sane.")


def _lift_faults(lift: Lift) -> Iterator[str]:
    sets = lift.activity.sets
    if not WORKING_SETS[0] <= len(lift.working) <= WORKING_SETS[1]:
        yield f"has {len(lift.working)} working sets"
    if len(sets) > ALL_SETS:
        yield f"has {len(sets)} sets in all"
    kinds = [target.kind for target in sets]
    if kinds != sorted(kinds, key=lambda kind: kind is SetKind.WORKING):
        yield "warms up after it has worked"
    for target in sets:
        if (fault := _set_fault(target)) is not None:
            yield fault
            return


def _set_fault(target: SetTarget) -> str | None:
    if target.reps is None and target.duration_seconds is None:
        return "has a set of neither repetitions nor seconds"
    if target.reps is not None and not REPS[0] <= target.reps <= REPS[1]:
        return f"has a set of {number(target.reps)} repetitions"
    if target.duration_seconds is not None and not SET_SECONDS[0] <= target.duration_seconds <= SET_SECONDS[1]:
        return f"has a set of {number(target.duration_seconds)} seconds"
    if target.load_kg is not None and not LOAD_KG[0] < target.load_kg <= LOAD_KG[1]:
        return f"has a set with {number(target.load_kg)} kg"
    if target.kind is SetKind.WARM_UP:
        return None if 0 <= target.rest_seconds <= REST_SECONDS[1] else f"rests {number(target.rest_seconds)} seconds"
    if target.rpe is not None and not RPE[0] <= target.rpe <= RPE[1]:
        return f"is at RPE {number(target.rpe)}"
    if not REST_SECONDS[0] <= target.rest_seconds <= REST_SECONDS[1]:
        return f"rests {number(target.rest_seconds)} seconds"
    return None


def _bout_faults(bout: Bout) -> Iterator[str]:
    if not bout.activity.intervals:
        yield "has no intervals"
    for interval in bout.activity.intervals:
        if (fault := _interval_fault(interval)) is not None:
            yield fault
            return


def _interval_fault(interval: Interval) -> str | None:
    if not ZONES[0] <= interval.zone <= ZONES[1]:
        return f"is in zone {number(interval.zone)}"
    if not ENDURANCE_RPE[0] <= interval.rpe <= ENDURANCE_RPE[1]:
        return f"is at RPE {number(interval.rpe)}"
    if not INTERVAL_MINUTES[0] <= interval.minutes <= INTERVAL_MINUTES[1]:
        return f"has an interval of {number(interval.minutes)} minutes"
    if interval.distance_km is not None and not 0 < interval.distance_km <= INTERVAL_MINUTES[1]:
        return f"has an interval of {number(interval.distance_km)} km"
    for span in (interval.heart_rate, interval.pace_seconds_per_km):
        if span is not None and not 0 < span.minimum <= span.maximum:
            return "has a range that ends before it begins"
    return None


def round_values(reading: Reading) -> Verdict | None:
    faults = [
        f"{lift.where} has {number(target.load_kg)} kg, which cannot be loaded"
        for lift in reading.lifts
        for target in lift.activity.sets
        if target.load_kg is not None and not can_be_loaded(reading, lift, target.load_kg)
    ]
    faults += [f"{bout.where} {fault}" for bout in reading.bouts for fault in _odd_amounts(bout)]
    return must_hold(faults, kept="Loads can be loaded; minutes and kilometres are round.")


def can_be_loaded(reading: Reading, lift: Lift, load_kg: float) -> bool:
    """Whether plates, bells or stacks make this load; imperial loads are multiples of 5 lb, in kilograms to 0.01."""
    if reading.basis.unit_system is UnitSystem.IMPERIAL:
        count = round(bounded(load_kg) / KILOGRAMS_IN_5_POUNDS)
        return abs(load_kg - round(count * KILOGRAMS_IN_5_POUNDS, 2)) < 0.0051
    had = set(lift.exercise.equipment)
    if had & _BARS:
        return _is_multiple(load_kg, PLATE_KG)
    if had & _BELLS:
        return _is_multiple(load_kg, 1)
    if had & _STACKS:
        return _is_multiple(load_kg, PLATE_KG) or _is_multiple(load_kg, 1)
    return _is_multiple(load_kg, 0.5)


def _odd_amounts(bout: Bout) -> Iterator[str]:
    activity = bout.activity
    if not _is_multiple(activity.total_minutes, 1):
        yield f"lasts {number(activity.total_minutes)} minutes"
    for interval in activity.intervals:
        if not _is_multiple(interval.minutes, 0.5):
            yield f"has an interval of {number(interval.minutes)} minutes"
            break
    distances = [activity.total_km, *(interval.distance_km for interval in activity.intervals)]
    odd = [distance for distance in distances if distance is not None and not _is_multiple(distance, 0.1)]
    if odd:
        yield f"covers {number(odd[0])} km"


def _is_multiple(value: float, step: float) -> bool:
    count = bounded(value) / step
    return abs(count - round(count)) < 1e-6


RULES: tuple[Rule, ...] = (
    hard(
        "R15",
        "Values are sane: 1 to 8 working sets, 1 to 30 repetitions, RPE 5 to 10, rest of 20 to 360 seconds, zones 1 to 5.",
        bound="all",
        source="product",
        judge=sane,
    ),
    hard(
        "R50",
        "Loads are multiples of what can be loaded; minutes and kilometres are round.",
        bound="all",
        source="product",
        judge=round_values,
    ),
)
