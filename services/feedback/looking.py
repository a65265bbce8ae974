"""Which day, week, exercise or session of a plan a question is about."""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.plan import Day, EnduranceActivity, StrengthActivity, Week
from domain.terms import WEEKDAYS, Sport
from services.feedback.outlook import Outlook, lifts
from services.feedback.scopes import current_week, scoped
from services.feedback.words import SPORTS, WEEKDAY_NAMES
from services.planning.exercise_names import names_something, words_of

_PAST = re.compile(r"\b(?:did|was|were|yesterday|last (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_LONGEST_NAME = 6


@dataclass(frozen=True)
class Looking:
    """Texts are plain ones, in lower case."""

    outlook: Outlook

    def day(self, text: str) -> Day | None:
        """The day that is named, or that is looked at."""
        if (past := self.past_day(text)) is not None:
            return past
        dates = scoped(text, self.outlook).scope.dates
        on = min(dates) if dates else self.outlook.looked_at
        return self.outlook.day_on(on) if on is not None else None

    def days(self, text: str) -> list[Day]:
        """All days that are named by their weekdays, where they are several: `Wednesday and Friday`."""
        scope = scoped(text, self.outlook).scope
        named = sorted(scope.dates or ()) if len(scope.weekdays) > 1 and not scope.is_lasting else []
        return [day for date in named if (day := self.outlook.day_on(date)) is not None]

    def names_a_day(self, text: str) -> bool:
        return scoped(text, self.outlook).scope.is_said

    def names_a_week(self, text: str) -> bool:
        """Whether several days in a row are meant, and none of them in particular."""
        scope = scoped(text, self.outlook).scope
        return not scope.weekdays and not scope.is_lasting and len(scope.dates or ()) > 1

    def week(self, text: str) -> Week:
        """The week that is named, else the current one."""
        dates = scoped(text, self.outlook).scope.dates if self.names_a_week(text) else None
        if dates:
            first = min(dates)
            return next(week for week in self.outlook.document.weeks if first <= week.days[-1].date)
        return current_week(self.outlook)

    def exercise(self, text: str) -> Exercise | None:
        """The one of the plan of whose name most is there; one of the catalogue, where more of its whole name is."""
        shared = {one.id: _shared(words_of(text), words_of(one.name)) for one in self.outlook.exercises}
        best = max(self.outlook.exercises, key=lambda one: shared[one.id], default=None)
        whole, size = self._wholly_named(text)
        if whole is not None and (best is None or size > shared[best.id] or shared.get(whole.id) == shared[best.id]):
            return whole
        return best if best is not None and shared[best.id] > 0 else None

    def is_planned(self, exercise: Exercise) -> bool:
        return any(one.id == exercise.id for one in self.outlook.exercises)

    def lift(self, text: str) -> tuple[Day, StrengthActivity, Exercise] | None:
        """The exercise that is named, on the day that is meant or the next one on which it is done."""
        exercise = self.exercise(text)
        if exercise is None:
            return None
        meant = self.day(text)
        for day in (*((meant,) if meant is not None else ()), *self.outlook.ahead):
            for lift in lifts(day.activities):
                if lift.exercise_id == exercise.id:
                    return day, lift, exercise
        return None

    def bout(self, text: str) -> tuple[Day, EnduranceActivity] | None:
        """The endurance session that is named, on the day that is meant or the next one."""
        sports, meant = SPORTS.found(text), None if self.names_a_week(text) else self.day(text)
        found = [
            (day, one)
            for day in ((meant,) if meant is not None else self.outlook.ahead)
            for one in day.activities
            if isinstance(one, EnduranceActivity) and (not sports or one.sport in sports)
        ]
        titled = (pair for pair in found if pair[1].title.casefold() in text)
        return next(titled, found[0] if found else None)

    def past_day(self, text: str) -> Day | None:
        """Yesterday, or the last such weekday before today, where a text speaks of the past."""
        if _PAST.search(text) is None:
            return None
        weekdays = WEEKDAY_NAMES.found(text)
        back = range(1, 8) if weekdays else range(1, 2) if "yesterday" in text else ()
        for days in back:
            date = self.outlook.today - datetime.timedelta(days=days)
            if not weekdays or WEEKDAYS[date.weekday()] in weekdays:
                return self.outlook.day_on(date)
        return None

    def _wholly_named(self, text: str) -> tuple[Exercise | None, int]:
        """The longest name of an exercise that stands in it whole, and of how many words it is."""
        words = words_of(text)
        for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                found = self._by_name.get(words[start : start + size])
                if found is not None:
                    return self.outlook.catalogue[found], size
        return None, 0

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], ExerciseId]:
        """Of two exercises of one name the plan's, else the more useful one."""
        planned = {one.id for one in self.outlook.exercises}
        by_use = sorted(self.outlook.catalogue, key=lambda one: (one.id in planned, one.usefulness))
        return {words_of(name): one.id for one in by_use for name in (*one.aliases, one.name)}


def _shared(words: tuple[str, ...], name: tuple[str, ...]) -> int:
    """How much of a name is in a text; nothing where that is a part of the body or the like: a knee is no knee raise."""
    common = [word for word in name if word in words]
    return len(common) if names_something(" ".join(common)) else 0


def has_sport(day: Day, sports: tuple[Sport, ...]) -> bool:
    return any(isinstance(one, EnduranceActivity) and one.sport in sports for one in day.activities)
