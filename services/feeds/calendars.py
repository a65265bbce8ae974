"""A plan as an iCalendar (RFC 5545): one all-day event for each training day."""

import datetime
from typing import TYPE_CHECKING

from domain.exercise import Catalogue
from domain.plan import Activity, Day, Plan
from domain.profile import UnitSystem
from services.feedback.telling import Telling

if TYPE_CHECKING:
    from icalendar import Calendar, Event

FORM = 1
"""Raised where the same plan is written otherwise, so that apps fetch it again."""
_REFRESHED_EVERY = datetime.timedelta(hours=6)
_ONE_DAY = datetime.timedelta(days=1)


def calendar_of(plan: Plan | None, *, units: UnitSystem, catalogue: Catalogue) -> bytes:
    """Without events where there is no plan. Days stand on their dates as they are, wherever the athlete travels."""
    calendar = _empty()
    if plan is not None:
        telling = Telling(catalogue, units)
        for day in (day for week in plan.weeks for day in week.days if day.activities):
            calendar.add_component(_event(day, plan, telling))
    written: bytes = calendar.to_ical()
    return written


def _empty() -> "Calendar":
    from icalendar import Calendar  # loaded where somebody reads a feed

    calendar = Calendar()
    calendar.add("prodid", "-//Coachbook//Training plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Training")
    calendar.add("refresh-interval", _REFRESHED_EVERY, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    return calendar


def _event(day: Day, plan: Plan, telling: Telling) -> "Event":
    """Its id stays with the date through all versions, so that an app changes the event that it has."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{day.id}@coachbook")
    event.add("dtstamp", plan.updated_at)
    event.add("last-modified", plan.updated_at)
    event.add("sequence", plan.version)
    event.add("dtstart", day.date)
    event.add("dtend", day.date + _ONE_DAY)
    event.add("summary", day.title)
    event.add("description", _description(day, telling))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # a training day is no appointment
    return event


def _description(day: Day, telling: Telling) -> str:
    lines = (_line(activity, telling) for activity in day.activities)
    return "\n".join([f"About {day.estimated_minutes} minutes.", "", *lines, "", day.rationale])


def _line(activity: Activity, telling: Telling) -> str:
    note = f" ({activity.note.removesuffix('.')})" if activity.note else ""
    return f"{telling.activity(activity)}{note}."
