"""What a question is about, by the words in it."""

import re

from services.feedback.glossary import meaning_of
from services.feedback.language import Clause, plain
from services.feedback.phrases import questions as phrases
from services.feedback.phrases.grammar import ASKING
from services.feedback.phrases.hints import WISHING
from services.feedback.topics import Topic

_FEW_WORDS = 4
_PHRASES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (Topic.REST, phrases.BETWEEN_SETS),
    (Topic.COUNT, phrases.SETS),
    (Topic.COUNT, phrases.TRAINING_DAYS),
    (Topic.RESULTS, phrases.RESULTS),
    (Topic.LOGGING, phrases.LOGGING),
    (Topic.HISTORY, phrases.HISTORY),
    (Topic.EFFORT, phrases.EFFORT),
    (Topic.RPE, phrases.RPE),
    (Topic.MAXIMUM, phrases.MAXIMUM),
    (Topic.PACE, phrases.PACE),
    (Topic.DISTANCE, phrases.DISTANCE),
    (Topic.ZONES, phrases.ZONES),
    (Topic.DELOAD, phrases.DELOAD),
    (Topic.FOOD, phrases.FOOD),
    (Topic.ILLNESS, phrases.ILLNESS),
    (Topic.SLEEP, phrases.SLEEP),
    (Topic.SORENESS, phrases.SORENESS),
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
    (Topic.EQUIPMENT, phrases.PLACES),
    (Topic.NEXT, phrases.NEXT),
    (Topic.ACCEPTING, phrases.ACCEPTING),
    (Topic.ABILITIES, phrases.ABILITIES),
    (Topic.ALTERNATIVES, phrases.ALTERNATIVES),
    (Topic.EXERCISE, phrases.EXERCISE),
)


def topic_of(text: str, *, names_a_day: bool) -> Topic:
    """The topic of a question; a named day alone is a question on that day."""
    if not names_a_day and meaning_of(text) is not None:
        return Topic.TERM
    found = next((topic for topic, pattern in _PHRASES if pattern.search(text)), None)
    if names_a_day and found in (None, Topic.EXERCISE, Topic.NEXT, Topic.ABILITIES):
        return Topic.DAY
    return found or Topic.OTHER


def is_asking(clause: Clause) -> bool:
    """Whether a clause wants an answer, with or without a question mark."""
    return clause.is_question or phrases.TURNING_OVER.search(clause.text) is not None or wants_to_know(clause)


def wants_to_know(clause: Clause) -> bool:
    """Whether somebody says that they want to be told something: `explain the deload week`."""
    return phrases.TELLING.search(clause.text) is not None


def is_bare_wish(clause: Clause) -> bool:
    """`Maybe another exercise?`: a few words that ask for something, and for no answer."""
    return (
        len(clause.text.split()) <= _FEW_WORDS
        and ASKING.search(clause.text) is None
        and WISHING.search(clause.text) is not None
    )


def is_off_topic(text: str) -> bool:
    """Whether something is asked of a machine that knows everything, and not of a coach."""
    if phrases.MADE_TO_AMUSE.search(text):
        return True
    return phrases.OFF_TOPIC.search(text) is not None and phrases.WORKOUT.search(text) is None


def is_for_a_coach(text: str, message: str) -> bool:
    """Whether a question is about training, the plan, or the one who asks; what stands around it in the message may tell."""
    if is_off_topic(text):
        return False
    if meaning_of(text) is not None:
        return True
    return phrases.ABOUT_ME.search(text) is not None or phrases.TRAINING.search(plain(message)) is not None
