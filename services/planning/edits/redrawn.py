"""A day after its activities changed: title, kind, minutes and reason follow from what is there now."""

import msgspec

from domain.exercise import Catalogue
from domain.plan import Activity, Day, DayKind, EnduranceActivity, StrengthActivity
from services.planning.minutes import estimated_minutes


def redrawn(day: Day, activities: tuple[Activity, ...], *, catalogue: Catalogue) -> Day:
    """The day with these activities."""
    return msgspec.structs.replace(
        day,
        title="Strength" if activities else "Rest",
        kind=kind_of(activities),
        rationale="Changed as you asked.",
        estimated_minutes=estimated_minutes(activities, catalogue),
        activities=activities,
    )


def kind_of(activities: tuple[Activity, ...]) -> DayKind:
    has_strength = any(isinstance(activity, StrengthActivity) for activity in activities)
    has_endurance = any(isinstance(activity, EnduranceActivity) for activity in activities)
    if has_strength and has_endurance:
        return DayKind.MIXED
    if has_strength:
        return DayKind.STRENGTH
    return DayKind.ENDURANCE if has_endurance else DayKind.REST
