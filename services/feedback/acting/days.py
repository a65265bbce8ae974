"""Ways to carry out wishes about days."""

import datetime
from collections.abc import Iterable, Iterator

from domain.operations import MakeRestDay, MoveDay, PlanOperation
from domain.plan import Day
from domain.terms import WEEKDAYS
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import Available, Move, Rest, Scope, Unavailable

NOTHING_WORSE_THAN = frozenset({"R35"})
"""After a week with less in it, the next one rises more steeply than a plan should; rest is still nobody's fault."""


def rest(wish: Rest, situation: Situation) -> list[Step]:
    days = [day for day in situation.open_days(wish.scope) if day.activities]
    return [_resting(days)] if days else []


def rest_all(situation: Situation) -> list[Step]:
    """Every day ahead becomes a rest day."""
    return rest(Rest(scope=Scope()), situation)


def unavailable(wish: Unavailable, situation: Situation) -> list[Step]:
    """Each session goes to a free training day of its week where there is one, else it falls out."""
    return [_elsewhere_or_rest(day, situation) for day in situation.open_days(wish.scope) if day.activities]


def available(wish: Available, situation: Situation) -> list[Step]:
    """Sessions on other days than the only ones move to these, or fall out."""
    if not wish.alone:
        return []
    others = frozenset(day.date for day in situation.open_days() if day.weekday not in wish.weekdays)
    return unavailable(Unavailable(scope=Scope(dates=others)), situation)


def move(wish: Move, situation: Situation) -> list[Step]:
    """Once, or week by week for good."""
    steps = []
    sources = [day for day in _sources(wish, situation) if day.activities]
    for day in sources if wish.is_lasting else sources[:1]:
        target = _target(day, wish, situation)
        if target is not None and target != day.date:
            steps.append(Step(ways=[(MoveDay(day_id=day.id, to_date=target),)]))
    return steps


def _sources(wish: Move, situation: Situation) -> Iterable[Day]:
    """`Move Wednesday to Thursday for good` means all Wednesdays, though it names one."""
    if wish.is_lasting and wish.source.weekdays:
        return (day for day in situation.open_days() if day.weekday in wish.source.weekdays)
    return situation.open_days(wish.source)


def _target(day: Day, wish: Move, situation: Situation) -> datetime.date | None:
    """The wished weekday in the same week of the plan; else the date that was said."""
    week = situation.week_of(day.date)
    in_week = [
        other.date
        for other in (week.days if week else ())
        if other.weekday in wish.target.weekdays and other.date in situation.editable and other.date != day.date
    ]
    said = sorted((wish.target.dates or frozenset()) & situation.editable)
    return next(iter((*in_week, *said)), None)


def _elsewhere_or_rest(day: Day, situation: Situation) -> Step:
    def ways() -> Iterator[Operations]:
        for other in _free_days(day, situation):
            yield (MoveDay(day_id=day.id, to_date=other.date),)
        yield (MakeRestDay(day_id=day.id),)

    return Step(ways=ways(), is_due=True)


def _free_days(day: Day, situation: Situation) -> list[Day]:
    """Empty training days of the same week, the nearest first."""
    week = situation.week_of(day.date)
    free = [
        other
        for other in (week.days if week else ())
        if not other.activities
        and other.date in situation.editable
        and WEEKDAYS[other.date.weekday()] in situation.basis.constraints.training_days
    ]
    return sorted(free, key=lambda other: (abs((other.date - day.date).days), other.date < day.date))


def _resting(days: Iterable[Day]) -> Step:
    operations: list[PlanOperation] = [MakeRestDay(day_id=day.id) for day in days]
    return Step(ways=[tuple(operations)], is_due=True)
