"""From which minutes endurance goes on: what was planned and done in the weeks that have begun."""

import datetime
from collections.abc import Sequence

import msgspec

from domain.constraints import EnduranceBaseline
from domain.history import TrainingDay
from domain.plan import EnduranceActivity, Week
from domain.terms import Sport
from domain.training import Completion
from services.planning.adaptation.form import Form

GROWTH = 1.10
LONGEST_DAYS = datetime.timedelta(days=30)
TRAINED_SHARE = 0.75
"""Who does less of a week than this repeats its minutes."""

Bout = tuple[datetime.date, Sport, float]


def baselines_of(said: Sequence[EnduranceBaseline], begun: Sequence[Week], form: Form) -> tuple[EnduranceBaseline, ...]:
    """The baselines as of the first week ahead: those of sports that were trained follow from that, the others stay."""
    full = [week for week in begun if not week.is_deload]
    if not full:
        return tuple(said)
    known = {baseline.sport: baseline for baseline in said}
    done = _done(begun, form)
    since = form.today - LONGEST_DAYS
    week = full[-1]
    for sport in dict.fromkeys(sport for _, sport, _ in _planned(full[-1:])):
        longest = max((minutes for date, other, minutes in done if other is sport and date >= since), default=0.0)
        planned = sum(minutes for _, other, minutes in _planned([week]) if other is sport)
        before = known.get(sport) or EnduranceBaseline(sport=sport, weekly_minutes=0, longest_minutes=0)
        longest = round(longest * form.load_factor, 1)
        speed = _speed(before, form)
        known[sport] = msgspec.structs.replace(
            before,
            weekly_minutes=round(planned * _growth(week, form), 1),
            longest_minutes=longest,
            longest_km=round(longest * speed, 2) or None if speed is not None else None,
        )
    return tuple(known.values())


def _speed(before: EnduranceBaseline, form: Form) -> float | None:
    """Kilometres a minute: of the longest session of the last thirty days with a distance, else as it was."""
    since = form.today - LONGEST_DAYS
    bouts = [
        (bout.minutes, bout.distance_km)
        for day in form.history.days
        if day.was_trained and day.date >= since
        for bout in day.endurance
        if bout.sport is before.sport and bout.distance_km and bout.minutes > 0
    ]
    if bouts:
        minutes, kilometres = max(bouts)
        return kilometres / minutes
    return before.longest_km / before.longest_minutes if before.longest_km and before.longest_minutes else None


def _growth(week: Week, form: Form) -> float:
    """On from the last full week: a tenth more where it was done, the same where much was missed, less after an absence."""
    if form.days_away:
        return form.load_factor
    if form.is_sore or form.missed_share(week) > 1 - TRAINED_SHARE:
        return 1.0
    return GROWTH


def _done(weeks: Sequence[Week], form: Form) -> list[Bout]:
    """What was planned and done, date by date. More than planned counts as planned: one long day is no new habit."""
    told = {day.date: day for day in form.history.days}
    return [(date, sport, _minutes(told.get(date), sport, minutes, form)) for date, sport, minutes in _planned(weeks)]


def _minutes(day: TrainingDay | None, sport: Sport, planned: float, form: Form) -> float:
    if day is None or day.completion is None:
        # Of who logs, a day without a log was not trained; of who does not, nothing is known.
        return 0.0 if form.history.tells and day is not None and day.date < form.today else planned
    if day.completion is Completion.SKIPPED:
        return 0.0
    found = [bout.minutes for bout in day.endurance if bout.sport is sport]
    return min(planned, sum(found)) if found else planned


def _planned(weeks: Sequence[Week]) -> list[Bout]:
    return [
        (day.date, activity.sport, activity.total_minutes)
        for week in weeks
        for day in week.days
        for activity in day.activities
        if isinstance(activity, EnduranceActivity)
    ]
