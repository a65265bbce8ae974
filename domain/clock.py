"""The clock, passed in where today matters, and what day it is for an athlete."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime.datetime]
"""Gives the present instant, with a time zone."""


def system_clock() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def today_in(time_zone: str, now: datetime.datetime) -> datetime.date:
    """The date in this IANA time zone at that instant."""
    return now.astimezone(ZoneInfo(time_zone)).date()
