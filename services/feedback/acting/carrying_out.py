"""Carries wishes out one after another, all or none, and keeps an eye on the rules that must hold."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import msgspec

from domain.errors import InvalidInput, PlanNotEditable
from domain.plan import PlanChange, PlanDocument, PlanQuality, RuleOutcome, Week
from services.checking.check import check_plan, newly_broken
from services.feedback.acting import amounts, days, exercises, sparing
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.changes import account, together
from services.feedback.wishes import (
    Add,
    AddSport,
    Available,
    Avoid,
    Beyond,
    Carry,
    Kit,
    LimitMinutes,
    Move,
    Prefer,
    Remember,
    Remove,
    Rest,
    Scale,
    Spare,
    Stress,
    Swap,
    SwapSport,
    Unavailable,
    Wish,
)
from services.planning.edits import Edited

ALL_REST = "Made all days ahead rest days"
SAFETY_REASON = "Rest until a doctor has cleared you."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of the wishes. Where `refused` or `missed` is set, the document is as it was."""

    document: PlanDocument
    changes: tuple[PlanChange, ...] = ()
    account: str = ""
    """The changes in a few sentences; empty where there are none."""
    refused: tuple[RuleOutcome, ...] = ()
    missed: bool = False
    """Nothing that was asked for could be found on the days that may be changed."""


def carried_out(wishes: Sequence[Wish], situation: Situation, *, is_due: bool = False) -> Outcome:
    """All wishes or none of them. What must be spared comes first, so that nothing stands on what has to go.

    What `is_due`, because a firm lesson asks for it, is done whatever rule speaks against it.
    """
    before = check_plan(situation.basis, situation.document, situation.catalogue)
    now, changes = situation, list[PlanChange]()
    for wish in sorted(wishes, key=_urgency):
        for step in steps_of(wish, now):
            found = _done(replace(step, is_due=True) if is_due else step, now, before)
            if isinstance(found, Edited):
                now = replace(now, document=found.document)
                changes += found.changes
            elif found:
                return Outcome(document=situation.document, refused=found)
    missed = not changes and any(not isinstance(wish, Prefer | Remember | Available | Kit | Spare) for wish in wishes)
    return Outcome(document=now.document, changes=together(changes), account=account(changes), missed=missed)


def rested(situation: Situation) -> Outcome:
    """Nothing but rest on the days ahead; no rule speaks against it."""
    operations = next((next(iter(step.ways)) for step in days.rest_all(situation)), ())
    if not operations:
        return Outcome(document=situation.document)
    edited = situation.edited(operations)
    trained = frozenset(day.date for day in situation.open_days() if day.activities)
    weeks = tuple(_for_safety(week, trained) for week in edited.document.weeks)
    document = msgspec.structs.replace(edited.document, weeks=weeks)
    return Outcome(document=document, changes=(PlanChange(description=ALL_REST),))


def _for_safety(week: Week, rested_dates: frozenset[datetime.date]) -> Week:
    """The days that were trained on say why they no longer are."""
    days_of_week = tuple(
        msgspec.structs.replace(day, rationale=SAFETY_REASON) if day.date in rested_dates else day for day in week.days
    )
    return msgspec.structs.replace(week, days=days_of_week) if days_of_week != week.days else week


def steps_of(wish: Wish, situation: Situation) -> list[Step]:
    match wish:
        case Swap():
            return exercises.swap(wish, situation)
        case SwapSport():
            return exercises.swap_sport(wish, situation)
        case Remove():
            return exercises.remove(wish, situation)
        case Add():
            return exercises.add(wish, situation)
        case AddSport():
            return exercises.add_sport(wish, situation)
        case Avoid():
            return exercises.avoid(wish, situation)
        case Beyond():
            return exercises.ease(wish, situation)
        case Prefer() | Remember():
            return []
        case Carry():
            return [Step(ways=(wish.operations,))]
        case _:
            return _steps_on_days(wish, situation)


def _steps_on_days(
    wish: Move | Rest | Scale | Stress | LimitMinutes | Unavailable | Available | Spare | Kit, situation: Situation
) -> list[Step]:
    match wish:
        case Move():
            return days.move(wish, situation)
        case Rest():
            return days.rest(wish, situation)
        case Unavailable():
            return days.unavailable(wish, situation)
        case Available():
            return days.available(wish, situation)
        case Scale():
            return amounts.scale(wish, situation)
        case Stress():
            return amounts.stress(wish, situation)
        case LimitMinutes():
            return amounts.limit_minutes(wish, situation)
        case Spare():
            return sparing.spare(wish, situation)
        case Kit():
            return sparing.do_without(wish, situation)
        case _:
            assert_never(wish)


def _done(step: Step, situation: Situation, before: PlanQuality) -> Edited | tuple[RuleOutcome, ...]:
    """The first way that breaks nothing; else the one that a due step ends in; else the rules in the way of the first."""
    first_broken: tuple[RuleOutcome, ...] = ()
    tolerable: Edited | None = None
    last: Edited | None = None
    for operations in step.ways:
        edited = _tried(operations, situation)
        if edited is None or not edited.changes:
            continue
        broken = newly_broken(before, check_plan(situation.basis, edited.document, situation.catalogue))
        if not broken:
            return edited
        first_broken = first_broken or broken
        last = edited
        if tolerable is None and all(outcome.rule in step.tolerated for outcome in broken):
            tolerable = edited
    if tolerable is not None:
        return tolerable
    return last if step.is_due and last is not None else first_broken


def _tried(operations: Operations, situation: Situation) -> Edited | None:
    """None where the operations do not fit the plan, which another way may."""
    if not operations:
        return None
    try:
        return situation.edited(operations)
    except (InvalidInput, PlanNotEditable):
        return None


def _urgency(wish: Wish) -> int:
    if isinstance(wish, Spare | Kit):
        return 0
    return 1 if isinstance(wish, Unavailable | Available | Rest) else 2
