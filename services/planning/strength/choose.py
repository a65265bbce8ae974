"""Chooses the exercises and sets of a week by constraint programming (CP-SAT), so that as much as possible is had at once."""

from dataclasses import dataclass

from services.planning.strength.session import Choice
from services.planning.strength.task import Task

DETERMINISTIC_SECONDS = (0.08, 0.3, 2.0)
"""Bounds the search in the solver's own, machine-independent measure, so that the same input gives the same plan.

The first is nearly always enough to find a week; the others are for those for which it is not. With half as much again, plans
take a third longer and score two hundredths of a point better (tried on forty athletes).
"""
RELATIVE_GAP = 0.01
"""How near to the proved bound is near enough to stop."""
LINEARIZATION = 2
"""Full linear relaxations: the bound comes within a few percent, where it stays at twice the worth without."""
PROBING = 0
"""None: probing takes as long as half of the search and saves these small models nothing (tried on sixteen athletes)."""
SEED = 7


@dataclass(frozen=True, slots=True)
class Chosen:
    """For each slot what was chosen, and how far the choice may be from the best one, as a share of its worth."""

    sessions: tuple[tuple[Choice, ...], ...]
    gap: float


def choose(task: Task) -> Chosen:
    """The best week that is found in time. Sessions can be empty where nothing fits them."""
    # Loading the solver takes half a second and 80 MB: only who builds plans pays for it.
    from ortools.sat.python import cp_model

    from services.planning.strength.model import week_model

    week = week_model(task)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = SEED
    solver.parameters.relative_gap_limit = RELATIVE_GAP
    solver.parameters.linearization_level = LINEARIZATION
    solver.parameters.cp_model_probing_level = PROBING
    for limit in DETERMINISTIC_SECONDS:
        solver.parameters.max_deterministic_time = limit
        if solver.solve(week.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            break
    else:
        raise RuntimeError("leaving everything out is allowed, so the solver must find something")
    sessions: list[list[Choice]] = [[] for _ in task.slots]
    for (slot, candidate), sets in week.sets.items():
        if count := solver.value(sets):
            sessions[slot].append(Choice(task.candidates[candidate].exercise, count))
    worth = max(1.0, abs(solver.objective_value))
    gap = abs(solver.best_objective_bound - solver.objective_value) / worth
    return Chosen(tuple(tuple(choices) for choices in sessions), round(gap, 4))
