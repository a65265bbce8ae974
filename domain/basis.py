"""All that a plan is built from and held against: who the athlete is, what they must respect, what was learned."""

from datetime import date

import msgspec

from domain.constraints import Constraints
from domain.lessons import Lesson
from domain.profile import Gender, UnitSystem
from domain.terms import ExperienceLevel


class PlanBasis(msgspec.Struct, frozen=True, kw_only=True):
    """The whole input of planning and of checking. The same basis makes the same plan.

    `constraints` have the lessons on days, minutes, equipment, sports and limitations worked in already; `lessons` are the
    active ones, weightiest first, for what is kept exercise by exercise. `age` in years on `start_date`.
    """

    age: int
    gender: Gender
    height_cm: float
    weight_kg: float
    unit_system: UnitSystem
    experience: ExperienceLevel
    goal: str
    constraints: Constraints
    lessons: tuple[Lesson, ...] = ()
    start_date: date
    week_count: int
    settled: frozenset[date] = frozenset()
    """Dates of the plan that are past or logged: what was learned since is not held against them."""
