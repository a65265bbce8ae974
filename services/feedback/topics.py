"""What athletes ask about."""

from enum import StrEnum


class Topic(StrEnum):
    """What can be answered from the plan, or said about training in general."""

    TERM = "TERM"
    RPE = "RPE"
    ZONES = "ZONES"
    DELOAD = "DELOAD"
    PACE = "PACE"
    DISTANCE = "DISTANCE"
    EFFORT = "EFFORT"
    MAXIMUM = "MAXIMUM"
    ILLNESS = "ILLNESS"
    SLEEP = "SLEEP"
    SORENESS = "SORENESS"
    RESULTS = "RESULTS"
    LOGGING = "LOGGING"
    HISTORY = "HISTORY"
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
    ALTERNATIVES = "ALTERNATIVES"
    EXERCISE = "EXERCISE"
    ACCEPTING = "ACCEPTING"
    ABILITIES = "ABILITIES"
    FOOD = "FOOD"
    OTHER = "OTHER"


ON_THEIR_OWN = frozenset(Topic) - {
    Topic.OTHER,
    Topic.DAY,
    Topic.WHY,
    Topic.ALTERNATIVES,
    Topic.EXERCISE,
    Topic.SKIPPING,
    Topic.SYMPTOMS,
    Topic.HISTORY,
    Topic.ABILITIES,
    Topic.ACCEPTING,
}
"""What may be asked beside a wish; the others are mostly about what is wished for."""
