"""All that a plan is built from and held against: who the athlete is, what they must respect, what was learned."""

from datetime import date

import msgspec

from domain.constraints import Constraints, Limitation
from domain.ids import LessonId
from domain.lessons import Lesson
from domain.profile import Gender, UnitSystem
from domain.terms import Equipment, ExperienceLevel, Sport, Weekday


class Untaught(msgspec.Struct, frozen=True, kw_only=True):
    """What lessons have a say in among the constraints, as it would be without one of them."""

    training_days: tuple[Weekday, ...]
    session_minutes: int
    equipment: tuple[Equipment, ...]
    sports: tuple[Sport, ...]
    limitations: tuple[Limitation, ...]

    @classmethod
    def of(cls, constraints: Constraints) -> "Untaught":
        return cls(**{name: getattr(constraints, name) for name in cls.__struct_fields__})


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
    untaught: dict[LessonId, Untaught] = {}
    """For the lessons without which the constraints would be others; read by `without` alone."""

    def without(self, lesson: Lesson) -> "PlanBasis":
        """The same athlete, had this one lesson not been learned. For comparing: no plan on this basis is for anybody."""
        kept = tuple(other for other in self.lessons if other.id != lesson.id)
        found = self.untaught.get(lesson.id)
        changed = {} if found is None else {name: getattr(found, name) for name in Untaught.__struct_fields__}
        constraints = msgspec.structs.replace(self.constraints, **changed)
        return msgspec.structs.replace(self, lessons=kept, constraints=constraints, untaught={})
