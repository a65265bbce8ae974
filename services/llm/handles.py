"""Short handles for the days and activities of a plan, so that a model can point at them and at nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.exercise import Catalogue
from domain.ids import ActivityId
from domain.plan import Activity, Day, EnduranceActivity, SetKind, SetTarget, StrengthActivity
from services.llm.material import Json, Piece

MOST_DAYS = 56


@dataclass(frozen=True)
class Handles:
    """`d1`, `d2`, … for days that may be changed, in order; `d1a1`, … for what is on them."""

    days: dict[str, Day]
    activities: dict[str, ActivityId]

    @classmethod
    def of(cls, days: Iterable[Day], editable: frozenset[date]) -> "Handles":
        open_days = [day for day in days if day.date in editable][:MOST_DAYS]
        named = {f"d{number}": day for number, day in enumerate(open_days, start=1)}
        activities = {
            f"{handle}a{number}": activity.id
            for handle, day in named.items()
            for number, activity in enumerate(day.activities, start=1)
        }
        return cls(named, activities)

    def pieces(self, catalogue: Catalogue) -> list[Piece]:
        """The days as they are told; the farther away, the lighter."""
        return [
            Piece(section="days", value=_told(handle, day, catalogue), weight=1 / place)
            for place, (handle, day) in enumerate(self.days.items(), start=1)
        ]


def _told(handle: str, day: Day, catalogue: Catalogue) -> dict[str, Json]:
    told: dict[str, Json] = {"day": handle, "date": day.date.isoformat(), "weekday": day.weekday.value.capitalize()}
    if not day.activities:
        return told | {"title": "Rest"}
    activities = [
        {"activity": f"{handle}a{number}", "what": activity_text(activity, catalogue)}
        for number, activity in enumerate(day.activities, start=1)
    ]
    return told | {"title": day.title, "minutes": day.estimated_minutes, "activities": activities}


def activity_text(activity: Activity, catalogue: Catalogue) -> str:
    """One activity in a few words: `Back Squat: 3 x 8, 60 kg, RPE 7`."""
    if isinstance(activity, EnduranceActivity):
        return f"{activity.title}: {activity.total_minutes:g} minutes of {activity.sport.value.lower()}"
    return f"{_name(activity, catalogue)}: {_sets(activity)}"


def _name(activity: StrengthActivity, catalogue: Catalogue) -> str:
    exercise = catalogue.get(activity.exercise_id)
    return exercise.name if exercise is not None else "Exercise"


def _sets(activity: StrengthActivity) -> str:
    working = [target for target in activity.sets if target.kind is SetKind.WORKING]
    if not working:
        return "warm-up alone"
    parts = [f"{len(working)} x {_amount(working[0])}"]
    if working[0].load_kg is not None:
        parts.append(f"{working[0].load_kg:g} kg")
    if working[0].rpe is not None:
        parts.append(f"RPE {working[0].rpe:g}")
    return ", ".join(parts)


def _amount(target: SetTarget) -> str:
    return f"{target.reps}" if target.reps is not None else f"{target.duration_seconds or 0} s"
