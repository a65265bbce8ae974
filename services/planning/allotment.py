"""How many days of a week get strength work, endurance work, or both."""

from dataclasses import dataclass

from domain.terms import ExperienceLevel, TrainingFocus
from services.planning.limits import Limits

BUILT_ON_STRENGTH = frozenset({TrainingFocus.STRENGTH, TrainingFocus.MUSCLE})
MOST_DAYS = 6
MOST_DAYS_WITH_TWO_RESTS = 5
"""Novices and people of 65 and over rest on two days (R16)."""
MIXING_MINUTES = 35
"""Shorter sessions are for one thing."""
LONG_MIXING_MINUTES = 50
"""Where endurance is the focus and there are days enough for a strength session of its own."""
SINGLE_MIXING_MINUTES = 25
"""Where there is only one session a week, it is for both from here on."""
STRENGTH_DAYS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 4,
    ExperienceLevel.INTERMEDIATE: 5,
    ExperienceLevel.ADVANCED: 6,
}
"""The most strength sessions a week that somebody of this level recovers from (convention)."""
STRENGTH_SHARE: dict[TrainingFocus, float] = {
    TrainingFocus.STRENGTH: 0.62,
    TrainingFocus.MUSCLE: 0.62,
    TrainingFocus.MIXED: 0.5,
    TrainingFocus.GENERAL_HEALTH: 0.55,
    TrainingFocus.ENDURANCE: 0.38,
}
"""Of the minutes of a day that has both, so that three fifths of the work serve the focus (R47)."""


@dataclass(frozen=True, slots=True)
class Allotment:
    """Days of a week for strength alone, endurance alone, and both."""

    strength: int
    endurance: int
    mixed: int

    @property
    def days(self) -> int:
        return self.strength + self.endurance + self.mixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What an allotment depends on: available days, the minutes of a usual one, and what can be trained at all."""

    focus: TrainingFocus
    days: int
    minutes: int
    limits: Limits
    has_strength: bool
    has_endurance: bool


def allotment(week: Week) -> Allotment:
    """How the days are divided. At most six are used, five where two rest days are due."""
    most = MOST_DAYS_WITH_TWO_RESTS if week.limits.is_novice or week.limits.is_older else MOST_DAYS
    days = min(week.days, most)
    if not week.has_endurance:
        recovered = 4 if week.limits.is_older else STRENGTH_DAYS[week.limits.level]
        return Allotment(min(days, recovered), 0, 0)
    if not week.has_strength:
        return Allotment(0, days, 0)
    can_mix = week.minutes >= (SINGLE_MIXING_MINUTES if days == 1 else MIXING_MINUTES)
    if week.focus in BUILT_ON_STRENGTH:
        return _for_strength(days, can_mix=can_mix)
    if week.focus is TrainingFocus.ENDURANCE:
        return _for_endurance(days, can_mix=week.minutes >= (MIXING_MINUTES if days <= 2 else LONG_MIXING_MINUTES))
    if week.focus is TrainingFocus.MIXED:
        return _for_both(days, can_mix=can_mix)
    return _for_health(days, can_mix=can_mix)


def _for_strength(days: int, *, can_mix: bool) -> Allotment:
    if days == 1:
        return Allotment(0, 0, 1) if can_mix else Allotment(1, 0, 0)
    if days == 2:
        return Allotment(0, 0, 2) if can_mix else Allotment(2, 0, 0)
    return {3: Allotment(2, 1, 0), 4: Allotment(3, 1, 0), 5: Allotment(3, 2, 0)}.get(days, Allotment(4, 2, 0))


def _for_endurance(days: int, *, can_mix: bool) -> Allotment:
    if days == 1:
        return Allotment(0, 0, 1) if can_mix else Allotment(0, 1, 0)
    if days == 2:
        return Allotment(0, 0, 2) if can_mix else Allotment(0, 2, 0)
    if can_mix and days <= 4:
        return Allotment(0, days - 2, 2)
    return {3: Allotment(1, 2, 0), 4: Allotment(1, 3, 0), 5: Allotment(2, 3, 0)}.get(days, Allotment(2, 4, 0))


def _for_both(days: int, *, can_mix: bool) -> Allotment:
    if days == 1:
        return Allotment(0, 0, 1) if can_mix else Allotment(1, 0, 0)
    if days == 2:
        return Allotment(0, 0, 2) if can_mix else Allotment(1, 1, 0)
    if days == 3:
        return Allotment(1, 1, 1) if can_mix else Allotment(2, 1, 0)
    return {4: Allotment(2, 2, 0), 5: Allotment(2, 3, 0)}.get(days, Allotment(3, 3, 0))


def _for_health(days: int, *, can_mix: bool) -> Allotment:
    if days == 1:
        return Allotment(0, 0, 1) if can_mix else Allotment(1, 0, 0)
    if days == 2:
        return Allotment(0, 0, 2) if can_mix else Allotment(1, 1, 0)
    if can_mix:
        return Allotment(0, days - 2, 2)
    return Allotment(2, days - 2, 0)
