"""Holds weeks ahead to what a body grows into: no muscle does a fifth more than in the two full weeks before (R35)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from domain.exercise import Catalogue
from domain.plan import Activity, SetKind, SetTarget, StrengthActivity, Week
from domain.terms import MovementPattern, Muscle
from services.planning.minutes import SECONDS_A_REPETITION

MOST_A_WEEK = 1.2
WEEKS_BACK = 2
EASIEST_HARD_RPE = 6.0
FEWEST_REPS = 6
Days = tuple[tuple[Activity, ...], ...]


@dataclass(slots=True)
class _Amount:
    """What one muscle does in one week; tonnage counts where every set has a load, else repetitions do."""

    reps: float = 0.0
    tonnage: float = 0.0
    is_loaded: bool = True

    def add(self, target: SetTarget) -> None:
        reps = float(target.reps or 0) or (target.duration_seconds or 0) / SECONDS_A_REPETITION
        self.reps += reps
        self.tonnage += reps * (target.load_kg or 0.0)
        self.is_loaded = self.is_loaded and target.load_kg is not None


@dataclass(slots=True)
class Holding:
    """The weeks so far, against which the next one is held."""

    catalogue: Catalogue
    full: list[dict[Muscle, _Amount]] = field(default_factory=list)

    def note(self, week: Week) -> None:
        """A week that comes before; easier and lightened ones are no measure."""
        if not week.is_deload and not week.is_lightened:
            self.full.append(self._amounts(day.activities for day in week.days))

    def held(self, days: Days) -> Days:
        """The activities of a week's days with so many sets taken out that nothing grows too fast.

        At least one each stays, with fewer repetitions where single sets alone are more than a body grows into.
        """
        at_least: set[Muscle] = set()
        while (muscle := self._steepest(days, but=at_least)) is not None:
            fewer = self._without_a_set(days, muscle) or self._without_a_repetition(days, muscle)
            if fewer is None:
                at_least.add(muscle)
            else:
                days = fewer
        return days

    def _steepest(self, days: Days, *, but: Collection[Muscle]) -> Muscle | None:
        now = self._amounts(days)
        for muscle, amount in now.items():
            before = [week[muscle] for week in self.full[-WEEKS_BACK:] if muscle in week]
            if not before or muscle in but:
                continue
            is_loaded = amount.is_loaded and all(one.is_loaded for one in before)
            most = max(one.tonnage if is_loaded else one.reps for one in before)
            if most > 0 and (amount.tonnage if is_loaded else amount.reps) > MOST_A_WEEK * most + 1e-6:
                return muscle
        return None

    def _without_a_set(self, days: Days, muscle: Muscle) -> Days | None:
        """One working set fewer of the exercise for this muscle that has most; None where each has but one."""
        places = [
            (_working(activity), day, place)
            for day, activities in enumerate(days)
            for place, activity in enumerate(activities)
            if isinstance(activity, StrengthActivity)
            and muscle in self.catalogue[activity.exercise_id].primary_muscles
            and _working(activity) > 1
        ]
        if not places:
            return None
        _, day, place = max(places)
        activity = days[day][place]
        assert isinstance(activity, StrengthActivity)
        return _replaced(days, day, place, msgspec.structs.replace(activity, sets=activity.sets[:-1]))

    def _without_a_repetition(self, days: Days, muscle: Muscle) -> Days | None:
        """One repetition fewer in the longest single set for this muscle; None where what is too much is less than a set."""
        places = [
            (activity.sets[-1].reps or 0, day, place)
            for day, activities in enumerate(days)
            for place, activity in enumerate(activities)
            if isinstance(activity, StrengthActivity) and muscle in self.catalogue[activity.exercise_id].primary_muscles
        ]
        most = max(week[muscle].reps for week in self.full[-WEEKS_BACK:] if muscle in week)
        reps, day, place = max(places)
        if reps <= FEWEST_REPS or sum(one for one, *_ in places) - reps <= MOST_A_WEEK * most:
            return None
        activity = days[day][place]
        assert isinstance(activity, StrengthActivity)
        shorter = msgspec.structs.replace(activity.sets[-1], reps=reps - 1)
        return _replaced(days, day, place, msgspec.structs.replace(activity, sets=(*activity.sets[:-1], shorter)))

    def _amounts(self, days: Iterable[Sequence[Activity]]) -> dict[Muscle, _Amount]:
        amounts: dict[Muscle, _Amount] = defaultdict(_Amount)
        for activities in days:
            for activity in activities:
                if isinstance(activity, StrengthActivity):
                    self._add(amounts, activity)
        return dict(amounts)

    def _add(self, amounts: dict[Muscle, _Amount], activity: StrengthActivity) -> None:
        exercise = self.catalogue.get(activity.exercise_id)
        working = [target for target in activity.sets if target.kind is SetKind.WORKING]
        is_hard = any(target.rpe is None or target.rpe >= EASIEST_HARD_RPE for target in working)
        if exercise is None or exercise.pattern is MovementPattern.MOBILITY or not is_hard:
            return
        for muscle in exercise.primary_muscles:
            for target in working:
                amounts[muscle].add(target)


def _replaced(days: Days, day: int, place: int, activity: Activity) -> Days:
    activities = (*days[day][:place], activity, *days[day][place + 1 :])
    return (*days[:day], activities, *days[day + 1 :])


def _working(activity: StrengthActivity) -> int:
    return sum(1 for target in activity.sets if target.kind is SetKind.WORKING)
