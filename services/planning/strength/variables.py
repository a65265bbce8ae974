"""The variables of one week of strength work. Imported only when a plan is built, because it loads the solver."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from domain.exercise import Exercise
from domain.terms import MovementPattern, Muscle
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.task import Task


@dataclass
class WeekModel:
    """The model with its variables: by slot and candidate whether it is used, and with how many sets."""

    task: Task
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    used: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    sets: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    worth: list[cp_model.LinearExprT] = field(default_factory=list)

    def exercise(self, candidate: int) -> Exercise:
        return self.task.candidates[candidate].exercise

    def used_in(self, slot: int, patterns: Iterable[MovementPattern]) -> list[cp_model.IntVar]:
        wanted = frozenset(patterns)
        return [var for (s, c), var in self.used.items() if s == slot and self.exercise(c).pattern in wanted]

    def half_sets(self, muscle: Muscle, slot: int | None = None) -> list[cp_model.LinearExprT]:
        """Sets for a muscle in a slot or (None) the week, counted in halves: two for a direct one, one for an indirect one."""
        terms: list[cp_model.LinearExprT] = []
        for (s, c), sets in self.sets.items():
            exercise = self.exercise(c)
            halves = 2 if muscle in exercise.primary_muscles else 1 if muscle in exercise.secondary_muscles else 0
            if halves and slot in (None, s) and role_of(exercise) is not Role.DRILL:
                terms.append(halves * sets)
        return terms

    def reward(self, worth: int, condition: list[cp_model.IntVar]) -> None:
        """Adds so much where at least one of these is used."""
        if not condition:
            return
        holds = self.model.new_bool_var("")
        self.model.add(sum(condition) >= holds)
        self.worth.append(worth * holds)
