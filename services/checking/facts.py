"""What the plan says of itself in fields: weekdays, dates, kinds, minutes and totals (the first half of R48)."""

from collections.abc import Iterator

from domain.plan import Day, DayKind, EnduranceActivity, Week
from domain.terms import WEEKDAYS
from services.checking.reading import Bout, Reading
from services.checking.wording import bounded, number, on, words

MINUTES_OF_SLACK = 1
KM_OF_SLACK = 0.051
DAYS_A_WEEK = 7


def field_faults(reading: Reading) -> list[str]:
    """Fields that do not agree with each other, in words."""
    return [*_week_faults(reading), *_day_faults(reading), *_minute_faults(reading), *_total_faults(reading)]


def _week_faults(reading: Reading) -> Iterator[str]:
    start = reading.document.start_date.toordinal()
    for index, week in enumerate(reading.document.weeks):
        if week.number != index + 1:
            yield f"week {index + 1} is numbered {number(week.number)}"
        if week.start_date.toordinal() != start + DAYS_A_WEEK * index:
            yield f"week {index + 1} does not start {DAYS_A_WEEK} days after the one before"
        if not _has_its_days(week):
            yield f"week {index + 1} does not have its seven days"


def _has_its_days(week: Week) -> bool:
    first = week.start_date.toordinal()
    return [day.date.toordinal() for day in week.days] == list(range(first, first + DAYS_A_WEEK))


def _day_faults(reading: Reading) -> Iterator[str]:
    for _, day in reading.dated_days:
        if day.weekday is not WEEKDAYS[day.date.weekday()]:
            yield f"{on(day.date)} is called {words(day.weekday)}"
        if day.kind is not kind_of(day):
            yield f"{on(day.date)} is called {words(day.kind)} and is {words(kind_of(day))}"


def kind_of(day: Day) -> DayKind:
    """What a day is, by its activities."""
    kinds = {isinstance(activity, EnduranceActivity) for activity in day.activities}
    if not kinds:
        return DayKind.REST
    if len(kinds) == 2:
        return DayKind.MIXED
    return DayKind.ENDURANCE if True in kinds else DayKind.STRENGTH


def _minute_faults(reading: Reading) -> Iterator[str]:
    for _, day in reading.dated_days:
        if not day.activities and day.estimated_minutes != 0:
            yield f"{on(day.date)} is a rest day of {number(day.estimated_minutes)} minutes"
    for session in reading.sessions:
        takes = session.minutes
        if abs(takes - session.day.estimated_minutes) > MINUTES_OF_SLACK:
            claimed = number(session.day.estimated_minutes)
            yield f"{on(session.day.date)} claims {claimed} minutes and takes {takes}"


def _total_faults(reading: Reading) -> Iterator[str]:
    for bout in reading.bouts:
        activity = bout.activity
        if abs(bounded(activity.total_minutes) - bout.minutes) > 1e-6:
            yield f"{bout.where} claims {number(activity.total_minutes)} minutes and has {number(bout.minutes)}"
        yield from _distance_faults(bout)


def _distance_faults(bout: Bout) -> Iterator[str]:
    """Kilometres that do not add up, or that no pace of the part's own covers in its minutes."""
    told = [bounded(part.distance_km) for part in bout.activity.intervals if part.distance_km is not None]
    total, covered = bout.activity.total_km, sum(told)
    if total is not None and told:
        is_whole = len(told) == len(bout.activity.intervals)
        if bounded(total) < covered - KM_OF_SLACK or (is_whole and bounded(total) > covered + KM_OF_SLACK):
            yield f"{bout.where} claims {number(total)} km and has {number(covered)}"
    for part in bout.activity.intervals:
        pace = part.pace_seconds_per_km
        if pace is None or part.distance_km is None:
            continue
        seconds = 60 * bounded(part.minutes)
        least, most = (seconds / max(1.0, bounded(end)) for end in (pace.maximum, pace.minimum))
        if not least - KM_OF_SLACK <= bounded(part.distance_km) <= most + KM_OF_SLACK:
            yield f"{bout.where} covers {number(part.distance_km)} km in a part whose pace makes it another distance"
            return
