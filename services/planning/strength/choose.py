"""Chooses the exercises and sets of a week by constraint programming (CP-SAT), so that as much as possible is had at once."""

from dataclasses import dataclass

from services.planning.strength.session import Choice
from services.planning.strength.task import Task

DETERMINISTIC_SECONDS = (0.06, 0.3, 2.0)
"""Bounds the search in the solver's own, machine-independent measure, so that the same input gives the same plan.

The first is nearly always enough to find a week; the others are for those for which it is not. With a third more, plans take an
eighth longer and score the same (tried on two hundred athletes, for four weeks and for eight).
"""
RELATIVE_GAP = 0.01
"""How near to the proved bound is near enough to stop."""
LINEARIZATION = 2
"""Full linear relaxations: the bound comes within a few percent, where it stays at twice the worth without."""
PROBING = 0
"""None: probing takes as long as half of the search and saves these small models nothing (tried on sixteen athletes)."""
SEED = 7
NEAR_DETERMINISTIC_SECONDS = 0.004
"""For a week that is made once more to compare with, near the first one: nearly always enough to prove the best."""
NEAR_GAP = 0.05
"""One that may be further from the best than this tells nothing."""
NEAR_PRESOLVE_ITERATIONS = 1
"""One pass over so small a model is enough: a quarter of its time is saved (tried on eighteen athletes)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """For each slot what was chosen, and how far the choice may be from the best one, as a share of its worth."""

    sessions: tuple[tuple[Choice, ...], ...]
    gap: float


def choose(task: Task) -> Chosen:
    """The best week that is found in time. Sessions can be empty where nothing fits them."""
    for limit in DETERMINISTIC_SECONDS:
        chosen = _chosen(task, limit)
        if chosen is not None:
            return chosen
    raise RuntimeError("leaving everything out is allowed, so the solver must find something")


def choose_near(task: Task) -> Chosen | None:
    """The best week near another one; None where none that is good is found in the little time that comparing may take."""
    chosen = _chosen(task, NEAR_DETERMINISTIC_SECONDS)
    return chosen if chosen is not None and chosen.gap <= NEAR_GAP else None


def _chosen(task: Task, limit: float) -> Chosen | None:
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
    solver.parameters.max_deterministic_time = limit
    if task.near is not None:
        solver.parameters.max_presolve_iterations = NEAR_PRESOLVE_ITERATIONS
    if solver.solve(week.model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    sessions: list[list[Choice]] = [[] for _ in task.slots]
    for (slot, candidate), sets in week.sets.items():
        if count := solver.value(sets):
            sessions[slot].append(Choice(task.candidates[candidate].exercise, count))
    worth = max(1.0, abs(solver.objective_value))
    gap = abs(solver.best_objective_bound - solver.objective_value) / worth
    return Chosen(tuple(tuple(choices) for choices in sessions), round(gap, 4))
