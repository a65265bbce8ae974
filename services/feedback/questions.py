"""What a question is about, by the words in it."""

import re
from enum import StrEnum

from services.feedback.language import Clause
from services.feedback.phrases import questions as phrases


class Topic(StrEnum):
    """What can be answered from the plan, or said about training in general."""

    RPE = "RPE"
    ZONES = "ZONES"
    DELOAD = "DELOAD"
    SYMPTOMS = "SYMPTOMS"
    SKIPPING = "SKIPPING"
    DAY = "DAY"
    NEXT = "NEXT"
    LENGTH = "LENGTH"
    LOAD = "LOAD"
    REST = "REST"
    WARM_UP = "WARM_UP"
    COUNT = "COUNT"
    END = "END"
    WHY = "WHY"
    PROGRESS = "PROGRESS"
    EQUIPMENT = "EQUIPMENT"
    EXERCISE = "EXERCISE"
    ABILITIES = "ABILITIES"
    FOOD = "FOOD"
    OTHER = "OTHER"


_PHRASES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (Topic.RPE, phrases.RPE),
    (Topic.ZONES, phrases.ZONES),
    (Topic.DELOAD, phrases.DELOAD),
    (Topic.FOOD, phrases.FOOD),
    (Topic.SYMPTOMS, phrases.SYMPTOMS),
    (Topic.SKIPPING, phrases.SKIPPING),
    (Topic.WHY, phrases.WHY),
    (Topic.WARM_UP, phrases.WARM_UP),
    (Topic.REST, phrases.REST),
    (Topic.LOAD, phrases.LOAD),
    (Topic.END, phrases.END),
    (Topic.LENGTH, phrases.LENGTH),
    (Topic.COUNT, phrases.COUNT),
    (Topic.PROGRESS, phrases.PROGRESS),
    (Topic.EQUIPMENT, phrases.EQUIPMENT),
    (Topic.NEXT, phrases.NEXT),
    (Topic.ABILITIES, phrases.ABILITIES),
    (Topic.EXERCISE, phrases.EXERCISE),
)


def topic_of(text: str, *, names_a_day: bool) -> Topic:
    """The topic of a question; a named day alone is a question on that day."""
    found = next((topic for topic, pattern in _PHRASES if pattern.search(text)), None)
    if names_a_day and found in (None, Topic.EXERCISE, Topic.NEXT, Topic.ABILITIES):
        return Topic.DAY
    return found or Topic.OTHER


def is_asking(clause: Clause) -> bool:
    """Whether a clause wants an answer, with or without a question mark."""
    return (
        clause.is_question
        or phrases.TURNING_OVER.search(clause.text) is not None
        or phrases.TELLING.search(clause.text) is not None
    )
