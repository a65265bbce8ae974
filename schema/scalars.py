"""Dates and instants, read strictly: one way to write each, and everything else is refused."""

import datetime
import re

import strawberry

from domain.errors import BadUserInput

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)


def read_date(value: object) -> datetime.date:
    """The date written as `YYYY-MM-DD`. Raises BadUserInput for anything else, days that do not exist included."""
    if not isinstance(value, str) or _DATE.fullmatch(value) is None:
        raise BadUserInput("A Date is written YYYY-MM-DD.")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise BadUserInput("There is no such date.") from None


def read_instant(value: object) -> datetime.datetime:
    """The instant written in ISO 8601 with its offset. Raises BadUserInput for anything else."""
    if not isinstance(value, str) or _INSTANT.fullmatch(value) is None:
        raise BadUserInput("A DateTime is written in ISO 8601 with an offset, such as 2026-11-23T09:00:00Z.")
    try:
        return datetime.datetime.fromisoformat(value).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise BadUserInput("There is no such instant.") from None


def write_date(value: datetime.date) -> str:
    return value.isoformat()


def write_instant(value: datetime.datetime) -> str:
    """In UTC, marked `Z`. An instant without a zone is a mistake of ours, and fails loudly."""
    if value.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


DATE = strawberry.scalar(
    name="Date",
    description="A calendar date, `YYYY-MM-DD`, in the athlete's own time zone.",
    serialize=write_date,
    parse_value=read_date,
)
DATE_TIME = strawberry.scalar(
    name="DateTime",
    description="An instant, ISO 8601 with an offset.",
    serialize=write_instant,
    parse_value=read_instant,
)
SCALARS: dict[object, strawberry.types.scalar.ScalarDefinition] = {datetime.date: DATE, datetime.datetime: DATE_TIME}
"""What Strawberry is told to take for Python's own dates and instants."""
