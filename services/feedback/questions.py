"""What a question is about, by the words in it."""

import re
from enum import StrEnum

from services.feedback.language import Clause


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


_TOPICS: tuple[tuple[Topic, str], ...] = (
    (Topic.RPE, r"\brpe\b|\brate of perceived|\bperceived exertion|\breps? in reserve|\brir\b"),
    (Topic.ZONES, r"\bzones?\b|\bheart ?rates?\b|\bbpm\b|\bpulse\b"),
    (Topic.DELOAD, r"\bde-?load|\brecovery week|\beasy week|\blight week"),
    (
        Topic.FOOD,
        r"\b(?:eat|eating|food|diet|calor\w+|protein|supplement\w*|creatine|carbs?|meals?|nutrition|weight loss|lose weight)\b",
    ),
    (
        Topic.SYMPTOMS,
        r"\b(?:pain|hurts?|hurting|sore|soreness|injur\w+|ache|aching|chest|faint\w*|dizz\w*|doms|ill|sick|fever|cold)\b",
    ),
    (Topic.SKIPPING, r"\b(?:skip|skipped|miss|missed|missing|not train|not do|leave out|if i (?:do not|stop))\b"),
    (
        Topic.WHY,
        r"\bwhy\b|\bhow come\b|\bwhat is the (?:point|reason|purpose|idea|logic|benefit)|\bwhat for\b|\breason\b|\bpurpose\b|\bwhat does .* do for",
    ),
    (Topic.WARM_UP, r"\bwarm(?:ing)?[- ]?up|\bcool(?:ing)?[- ]?down|\bstretch"),
    (
        Topic.REST,
        r"\brest (?:between|times?|periods?|for|after)|\b(?:long|much) (?:\w+ ){0,3}rest\b|\bpauses?\b|\bbreaks? between|\brest days?\b",
    ),
    (
        Topic.LOAD,
        r"\b(?:how heavy|what weight|which weight|how much weight|what loads?|which loads?|how many (?:kilos?|kg|pounds|lbs)|weights? (?:should|do|to|am)|heavy)\b",
    ),
    (
        Topic.END,
        r"\bwhen (?:does|is|will) (?:\w+ ){0,3}(?:end|over|finish|done)|\bhow many weeks|\bhow long (?:is|does) (?:the|my|this) (?:plan|program|programme)|\blast (?:week|day)\b",
    ),
    (Topic.LENGTH, r"\bhow (?:long|many minutes|much time)|\bduration\b|\btake (?:me )?long\b"),
    (Topic.COUNT, r"\bhow (?:many|often|much)\b"),
    (Topic.PROGRESS, r"\bprogress|\bincrease\b|\bget (?:harder|heavier)|\bover time|\bnext weeks\b|\badapt"),
    (Topic.EQUIPMENT, r"\b(?:equipment|kit|gear)\b|\bwhat do i need\b"),
    (Topic.NEXT, r"\b(?:next|upcoming) (?:workout|session|training|run|ride|swim)|\bwhen (?:is|are|do|does|should) "),
    (
        Topic.ABILITIES,
        r"\bwhat can (?:you|i (?:ask|change|say|tell))|\bhow (?:do|can|would) (?:i|you) (?:change|edit|swap|use|accept|move)|\bwho are you|\bare you (?:a|an) |\bcan you help|\bhow does this work|\bwhat are you",
    ),
    (
        Topic.EXERCISE,
        r"\b(?:how (?:do|should|to)|what (?:is|are)|what muscles?|which muscles?|form|technique|explain|show me|instead of|alternative|replac\w*|swap\w*|substitut\w*|something else)\b",
    ),
)
_PATTERNS = tuple((topic, re.compile(source)) for topic, source in _TOPICS)
_TELLING = re.compile(
    r"^(?:can|could|would|will) you (?:explain|tell|say|show)|^(?:tell me|explain|show me|remind me|i (?:do not|did not) (?:understand|get)|i am (?:confused|curious)|i would like to know|i want to know|(?:i )?wonder)\b|\bwhat does .* mean\b"
)

_TURNING_OVER = re.compile(
    r"\bwhat (?:if|happens|would happen)\b|\bsuppose\b|\b(?:should|shall|do|must) i\b|\bis it (?:ok|okay|fine|bad|safe|better|normal)\b|\bwould it be\b"
    r"|\bam i allowed\b|\bi wonder\b|\bwondering\b"
)


def topic_of(text: str, *, names_a_day: bool) -> Topic:
    """The topic of a question; a named day alone is a question on that day."""
    found = next((topic for topic, pattern in _PATTERNS if pattern.search(text)), None)
    if names_a_day and found in (None, Topic.EXERCISE, Topic.NEXT, Topic.ABILITIES):
        return Topic.DAY
    return found or Topic.OTHER


def is_asking(clause: Clause) -> bool:
    """Whether a clause wants an answer, with or without a question mark."""
    return (
        clause.is_question or _TURNING_OVER.search(clause.text) is not None or _TELLING.search(clause.text) is not None
    )
