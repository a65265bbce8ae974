"""Endurance work: adding a steady session, and scaling what is there."""

import msgspec

from domain.basis import PlanBasis
from domain.operations import AddEndurance
from domain.plan import EnduranceActivity, Interval, IntervalKind
from services.planning.edits.draft import Draft, Path
from services.planning.endurance.distance import with_distance
from services.planning.endurance.intervals import Effort
from services.planning.endurance.sports import FACTS
from services.planning.explain.words import with_article
from services.planning.heart_rate import ZONE_RPE, zone_heart_rate
from services.planning.limits import limits_of

ENDURANCE_MINUTES = (5, 300)
ZONES = (1, 5)
_END_MINUTES = 5
_LONG_ENOUGH_FOR_ENDS = 20
_LIGHTEST_RPE = 1.0
_ENDS = (IntervalKind.WARM_UP, IntervalKind.COOL_DOWN)
_ZONE_WORDS = {1: "Very easy", 2: "Easy", 3: "Moderate", 4: "Hard", 5: "Very hard"}


def add_endurance(draft: Draft, operation: AddEndurance, path: Path) -> None:
    """Add a steady session at the end of a day, with easy minutes before and after where it is long enough."""
    before = draft.faults.count
    day = draft.day(operation.day_id, path.to("dayId"))
    draft.faults.number(path.to("minutes"), operation.minutes, ENDURANCE_MINUTES)
    draft.faults.number(path.to("zone"), operation.zone, ZONES)
    if day is None or draft.faults.count > before or not draft.is_open(day):
        return
    activity = EnduranceActivity(
        id=draft.new_activity_id(),
        title=f"{_ZONE_WORDS[operation.zone]} {FACTS[operation.sport].session}",
        sport=operation.sport,
        intervals=_intervals(operation, draft.basis),
        total_minutes=float(operation.minutes),
    )
    draft.put(day, (*day.activities, with_distance(activity, draft.basis.constraints.endurance_baselines)))
    session = with_article(activity.title[:1].lower() + activity.title[1:])
    draft.say(f"Added {session} of {operation.minutes} minutes", on=day.date)


def with_minutes_scaled(activity: EnduranceActivity, factor: float) -> EnduranceActivity:
    """The work gets longer or shorter in whole minutes; warm-up and cool-down stay. By time: it goes another distance now."""
    intervals = tuple(one if one.kind in _ENDS else _resized(one, factor) for one in activity.intervals)
    if intervals == activity.intervals:
        return activity
    total = sum(one.minutes for one in intervals)
    return msgspec.structs.replace(activity, intervals=intervals, total_minutes=total, total_km=None)


def with_effort_scaled(activity: EnduranceActivity, factor: float, draft: Draft) -> EnduranceActivity:
    """The work gets harder or easier; zone and heart rate follow where the effort belongs to another zone."""
    intervals = tuple(one if one.kind in _ENDS else _refelt(one, factor, draft) for one in activity.intervals)
    if intervals == activity.intervals:
        return activity
    changed = msgspec.structs.replace(activity, intervals=intervals)
    return with_distance(changed, draft.basis.constraints.endurance_baselines)


def _intervals(operation: AddEndurance, basis: PlanBasis) -> tuple[Interval, ...]:
    effort = Effort(age=basis.age, constraints=basis.constraints, limits=limits_of(basis))

    def part(kind: IntervalKind, minutes: int, zone: int) -> Interval:
        return effort.interval(kind, float(minutes), zone, operation.sport)

    if operation.minutes < _LONG_ENOUGH_FOR_ENDS:
        return (part(IntervalKind.STEADY, operation.minutes, operation.zone),)
    return (
        part(IntervalKind.WARM_UP, _END_MINUTES, 1),
        part(IntervalKind.STEADY, operation.minutes - 2 * _END_MINUTES, operation.zone),
        part(IntervalKind.COOL_DOWN, _END_MINUTES, 1),
    )


def _resized(one: Interval, factor: float) -> Interval:
    """By whole minutes, so that the half ones of all parts still add up to a whole; at least what is beyond whole, or one."""
    change = round(one.minutes * (factor - 1))
    if not change:
        return one
    minutes = max(one.minutes % 1 or 1.0, one.minutes + change)
    return msgspec.structs.replace(one, minutes=minutes, distance_km=None)


def _refelt(one: Interval, factor: float, draft: Draft) -> Interval:
    most = max(ZONE_RPE[draft.limits.maximum_zone], one.rpe)
    rpe = min(most, max(_LIGHTEST_RPE, round(one.rpe * factor * 2) / 2))
    zone = min(ZONE_RPE, key=lambda number: (abs(ZONE_RPE[number] - rpe), abs(number - one.zone)))
    if zone == one.zone:
        return msgspec.structs.replace(one, rpe=rpe)
    heart_rate = None
    if one.heart_rate is not None:
        heart_rate = zone_heart_rate(zone, age=draft.basis.age, constraints=draft.basis.constraints)
    # The pace belonged to the zone that was; the new one is led by effort and heart rate.
    return msgspec.structs.replace(one, zone=zone, heart_rate=heart_rate, pace_seconds_per_km=None, rpe=rpe)
