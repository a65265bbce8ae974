"""Small pieces of English that the texts share."""

import datetime
from collections.abc import Sequence

from domain.exercise import Catalogue, Exercise
from domain.plan import Activity, StrengthActivity
from domain.terms import TrainingFocus, Weekday

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

FOCUS_WORDS: dict[TrainingFocus, str] = {
    TrainingFocus.STRENGTH: "strength",
    TrainingFocus.MUSCLE: "muscle",
    TrainingFocus.ENDURANCE: "endurance",
    TrainingFocus.MIXED: "strength and endurance",
    TrainingFocus.GENERAL_HEALTH: "health",
}


def counted(number: int, noun: str) -> str:
    """`three sessions`, `one session`, `12 weeks`."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(text: str) -> str:
    """With a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def with_article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def weekday_name(weekday: Weekday) -> str:
    return weekday.value.capitalize()


def date_words(date: datetime.date) -> str:
    """`21 June 2027`."""
    return f"{date.day} {date:%B %Y}"


def day_words(date: datetime.date) -> str:
    """`Monday 21 June`."""
    return f"{date:%A} {date.day} {date:%B}"


def exercises_of(activities: Sequence[Activity], catalogue: Catalogue) -> list[Exercise]:
    return [catalogue[item.exercise_id] for item in activities if isinstance(item, StrengthActivity)]
