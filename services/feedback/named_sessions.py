"""Endurance sessions by the name they have in the plan: the long run is one run of several, and intervals are the hard ones."""

import datetime
import re

from domain.plan import Activity, EnduranceActivity, IntervalKind
from domain.terms import Sport
from services.feedback.outlook import Outlook
from services.feedback.wishes import Scope
from services.feedback.words import SPORTS

_NAMED = re.compile(r"\b(?P<kind>long|easy) (?:run|jog|ride|swim|row|walk|hike)s?\b")


def of_named_sessions(text: str, scope: Scope, outlook: Outlook) -> Scope:
    """The days of the scope that have a session of the name in the text; all of the scope where there is none."""
    named = _NAMED.search(text)
    if named is None:
        return scope
    sports = SPORTS.found(named[0])

    def is_meant(one: Activity) -> bool:
        if not isinstance(one, EnduranceActivity):
            return False
        return one.sport in sports and one.title.casefold().startswith(named["kind"])

    days = (day.date for day in outlook.ahead if any(map(is_meant, day.activities)))
    dates = (outlook.dates_ahead if scope.dates is None else scope.dates) & frozenset(days)
    return Scope(dates=dates) if dates else scope


def days_of_intervals(outlook: Outlook) -> dict[Sport, frozenset[datetime.date]]:
    """By sport, the days ahead with a session that has hard parts."""
    found: dict[Sport, set[datetime.date]] = {}
    for day in outlook.ahead:
        for one in day.activities:
            if isinstance(one, EnduranceActivity) and any(part.kind is IntervalKind.WORK for part in one.intervals):
                found.setdefault(one.sport, set()).add(day.date)
    return {sport: frozenset(dates) for sport, dates in found.items()}
