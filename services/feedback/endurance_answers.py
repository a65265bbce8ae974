"""Answers about endurance: how fast, how far, how hard, and at which pulse."""

import re
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.plan import Day, EnduranceActivity, Interval, IntervalKind, Week
from domain.terms import Sport
from services.feedback.looking import Looking
from services.feedback.nouns import plain_name
from services.feedback.telling import Telling
from services.feedback.words import SPORTS
from services.planning.explain.units import distance_words, pace_words
from services.planning.explain.words import day_words, listed
from services.planning.heart_rate import ZONE_RPE, maximum_heart_rate, zone_heart_rate
from services.planning.limits import limits_of

_ZONE = re.compile(r"\bzone (\d)\b")
_HEART = re.compile(r"\b(?:heart|hr|pulse|bpm|beats)\b")
_MAXIMUM = re.compile(r"\bmax(?:imum|imal)?\b")
_FEELINGS = {
    1: "very easy, as in a stroll",
    2: "easy enough to talk in sentences",
    3: "moderate, with breath for a few words at a time",
    4: "hard, as much as you could hold for an hour at most",
    5: "all out, for a few minutes at most",
}
_NONE_AHEAD = "There is no endurance work ahead in this plan."


@dataclass(frozen=True, slots=True)
class EnduranceAnswers:
    """Questions are plain texts."""

    looking: Looking
    telling: Telling
    basis: PlanBasis

    def zones(self, text: str) -> str:
        asked = _ZONE.search(text)
        number = int(asked[1]) if asked else 0
        if number in ZONE_RPE:
            effort = f"on the scale of effort to 10 about {ZONE_RPE[number]:g}"
            return f"Zone {number} is {_FEELINGS[number]}; {effort}.{self._beats(number)}"
        if _MAXIMUM.search(text) and self._uses_heart_rate:
            return self._maximum()
        zones = "; ".join(f"zone {zone} is {feeling}" for zone, feeling in _FEELINGS.items())
        return f"Zones say how hard endurance work is: {zones}.{self._beats_of_all() if _HEART.search(text) else ''}"

    def pace(self, text: str) -> str:
        found = self.looking.bout(text)
        if found is None:
            return _NONE_AHEAD
        day, bout = found
        main = _main(bout)
        if main.pace_seconds_per_km is None:
            lead = f"{bout.title} on {day_words(day.date)} goes by effort and not by pace"
            return f"{lead}: zone {main.zone}, {_FEELINGS[main.zone]}.{self._beats(main.zone)}"
        pace = pace_words(main.pace_seconds_per_km, self.telling.units)
        part = "The hard parts" if main.kind is IntervalKind.WORK else "The steady part"
        return f"{part} of {bout.title} on {day_words(day.date)}: {pace}, in zone {main.zone}."

    def effort(self, text: str) -> str | None:
        """None where no endurance work is asked about."""
        found = self.looking.bout(text) if SPORTS.found(text) else None
        if found is None:
            return None
        day, bout = found
        zone = _main(bout).zone
        return f"{bout.title} on {day_words(day.date)} is in zone {zone}, {_FEELINGS[zone]}.{self._beats(zone)}"

    def distance(self, text: str) -> str:
        day = self.looking.day(text)
        found = self.looking.bout(text)
        if day is not None and not self.looking.names_a_week(text):
            return (
                f"There is no endurance work on {day_words(day.date)}." if found is None else self._distance_of(*found)
            )
        if found is None:
            return _NONE_AHEAD
        if re.search(r"\bweek|\bmany\b|\bmileage\b", text):
            return self._distance_in(self.looking.week(text), SPORTS.found(text))
        return self._distance_of(*found)

    def _distance_of(self, day: Day, bout: EnduranceActivity) -> str:
        told = f"{bout.title} on {day_words(day.date)}: {self.telling.bout(bout)}."
        return told if bout.total_km is not None else f"{told} {self._by_time(bout.sport)}"

    def _distance_in(self, week: Week, sports: tuple[Sport, ...]) -> str:
        bouts = [
            one
            for day in week.days
            for one in day.activities
            if isinstance(one, EnduranceActivity) and (not sports or one.sport in sports)
        ]
        what = f" of {listed([plain_name(sport) for sport in sports])}" if sports else " of endurance work"
        minutes = sum(one.total_minutes for one in bouts)
        told = f"In week {week.number} there are {minutes:g} minutes{what}"
        if not bouts or any(one.total_km is None for one in bouts):
            return f"{told}. {self._by_time(sports[0] if sports else None)}"
        return f"{told}, about {distance_words(sum(one.total_km or 0 for one in bouts), self.telling.units)}."

    def _by_time(self, sport: Sport | None) -> str:
        what = "your pace" if sport is None else f"your pace in {plain_name(sport)}"
        return f"I plan it by time, because I do not know {what}: tell me in your answers how far your longest session went."

    def _beats(self, zone: int) -> str:
        if not self._uses_heart_rate:
            return ""
        beats = zone_heart_rate(zone, age=self.basis.age, constraints=self.basis.constraints)
        return f" For you that is about {beats.minimum} to {beats.maximum} beats a minute."

    def _beats_of_all(self) -> str:
        if not self._uses_heart_rate:
            return " Under a beta blocker the heart rate tells nothing: go by how it feels."
        spans = {
            zone: zone_heart_rate(zone, age=self.basis.age, constraints=self.basis.constraints) for zone in ZONE_RPE
        }
        told = "; ".join(f"zone {zone} about {span.minimum} to {span.maximum}" for zone, span in spans.items())
        return f" In beats a minute that is for you: {told}."

    def _maximum(self) -> str:
        known = self.basis.constraints.maximum_heart_rate
        if known is not None:
            return f"I reckon with the maximum that you have told me, {known} beats a minute."
        return (
            f"I reckon with about {maximum_heart_rate(self.basis.age)} beats a minute, by your age. If you have measured yours, "
            "put it in your profile."
        )

    @property
    def _uses_heart_rate(self) -> bool:
        return limits_of(self.basis).uses_heart_rate


def _main(bout: EnduranceActivity) -> Interval:
    """What the session is for: its hard parts, else the longest one."""
    work = [one for one in bout.intervals if one.kind is IntervalKind.WORK]
    return work[0] if work else max(bout.intervals, key=lambda one: one.minutes)
