"""What athletes ask about."""

from enum import StrEnum


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
