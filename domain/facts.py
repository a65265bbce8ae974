"""All that an athlete said and the coach learned, each with its time: what the constraints are made of."""

from datetime import datetime

import msgspec

from domain.constraints import GivenConstraints
from domain.lessons import Lesson
from domain.profile import Gender, UnitSystem
from domain.questions import Answer
from domain.terms import ExperienceLevel, LimitationKind


class SavedProfile(msgspec.Struct, frozen=True, kw_only=True):
    """A profile as it is stored. `given_at` has the time of each field of `given` that ever changed, by its name."""

    display_name: str
    birth_year: int
    gender: Gender
    height_cm: float
    weight_kg: float
    unit_system: UnitSystem
    time_zone: str
    goal: str
    experience: ExperienceLevel
    given: GivenConstraints
    given_at: dict[str, datetime]
    updated_at: datetime


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, and when it took this value."""

    answer: Answer
    answered_at: datetime


class KeptLesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as it is stored, and when it was last learned or ended: pinning does not count as a change."""

    lesson: Lesson
    changed_at: datetime


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything at once. `lessons` are active; `cleared` are limitations that a doctor cleared; `now` is the database's."""

    profile: SavedProfile
    answers: tuple[Answered, ...] = ()
    lessons: tuple[KeptLesson, ...] = ()
    cleared: frozenset[LimitationKind] = frozenset()
    now: datetime
