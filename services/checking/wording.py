"""How findings say dates, numbers and names; and numbers made safe for arithmetic."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

HUGE = 1_000_000.0
"""More of anything than a plan can mean; keeps arithmetic on absurd documents finite."""


def bounded(value: float | None) -> float:
    """The value for arithmetic: nothing is 0, and what is absurd or no number is capped."""
    if value is None or value != value:
        return 0.0
    return float(max(-HUGE, min(value, HUGE)))


def on(day: date) -> str:
    """A date in words: `Monday 23 November`."""
    return f"{day:%A} {day.day} {day:%B}"


def number(value: float) -> str:
    """A number as a person writes it: no needless zeros."""
    return f"{round(bounded(value), 2):g}"


def words(value: StrEnum) -> str:
    """An enum's value as a person says it: `lower back`."""
    return value.value.lower().replace("_", " ")


def joined(names: Sequence[str], *, most: int = 3) -> str:
    """`A, B and C`; beyond `most` the rest is counted."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nothing"
