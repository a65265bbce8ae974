"""Which endurance sessions each week has: how many of them are hard, and in which sport each is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.constraints import EnduranceBaseline
from domain.lessons import LessonRuleKind
from domain.terms import ExperienceLevel, Sport, TrainingFocus
from services.planning.calendar import DayTask, EnduranceRole
from services.planning.endurance.history import longest_known
from services.planning.endurance.sports import is_multisport
from services.planning.frame import Frame
from services.planning.limits import Limits
from services.planning.wishes import Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An endurance session of every week: its day's task and its sport."""

    task: DayTask
    sport: Sport


def hard_sessions(basis: PlanBasis, limits: Limits, wishes: Wishes, sports: Sequence[Sport], *, count: int) -> int:
    """How many endurance sessions of a week may be hard: none to two, for novices at most one (R38)."""
    focus = basis.constraints.focus
    if not sports or count < 2 or focus is TrainingFocus.GENERAL_HEALTH or limits.maximum_zone < 3:
        return 0
    if wishes.endurance_factor(LessonRuleKind.INTENSITY, sports[0]) < 1 or (limits.is_novice and limits.is_older):
        return 0
    is_for_endurance = focus is TrainingFocus.ENDURANCE
    if limits.level is ExperienceLevel.ADVANCED and is_for_endurance and count >= 5 and not limits.is_older:
        return 2
    if limits.is_novice:
        return 1 if is_for_endurance and count >= 3 else 0
    return 1 if is_for_endurance or count >= 3 else 0


def placed_sessions(frame: Frame) -> tuple[Placed, ...]:
    """Each endurance day's sport: the main one and the others beside it, or all alike where the event asks for all."""
    tasks = [task for task in frame.tasks if task.endurance is not None]
    if is_multisport(frame.basis) and len(frame.sports) > 1:
        return _shared_out(tasks, frame.sports, frame.basis.constraints.endurance_baselines)
    return _placed(tasks, frame.sports)


def _placed(tasks: list[DayTask], sports: tuple[Sport, ...]) -> tuple[Placed, ...]:
    """The main sport on long and hard days; the others take turns with it on easy ones."""
    placed, turn = [], len(sports) - 1
    for task in tasks:
        if task.endurance is not EnduranceRole.EASY:
            placed.append(Placed(task=task, sport=sports[0]))
            continue
        placed.append(Placed(task=task, sport=sports[turn % len(sports)]))
        turn += 1
    return tuple(placed)


def _shared_out(
    tasks: list[DayTask], sports: tuple[Sport, ...], baselines: Sequence[EnduranceBaseline]
) -> tuple[Placed, ...]:
    """All sports in turn, for an event that asks for each; the long session in the one whose sessions are longest now."""
    known = {baseline.sport: longest_known(baseline) for baseline in baselines}
    long = max(sports, key=lambda sport: known.get(sport, 0.0))
    turns = itertools.cycle([*(sport for sport in sports if sport is not long), long])
    return tuple(
        Placed(task=task, sport=long if task.endurance is EnduranceRole.LONG else next(turns)) for task in tasks
    )
