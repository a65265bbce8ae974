"""What of a model's questions may be asked: nothing that the coach decides, nothing on food, nothing twice or turned round."""

import hashlib
import math
import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec
from rapidfuzz import fuzz

from domain.questions import (
    ChoiceOption,
    ChoiceQuestion,
    ConfirmationQuestion,
    MeasureUnit,
    Question,
    QuestionTopic,
    RatingQuestion,
    SliderQuestion,
    TextQuestion,
)
from services.llm.answers import StrictAnswer
from services.llm.names import words_in
from services.llm.sentences import cleaned

LONGEST_TEXT = 200
LONGEST_HELP = 240
LONGEST_LABEL = 60
OPTIONS = (2, 8)
TEXT_LENGTH = 500
MOST_STEPS = 200
_HIGHEST_RATING = 10
_SAME = 80.0
_FIXED_TOPICS = frozenset({QuestionTopic.HEALTH, QuestionTopic.LIMITATIONS})
"""Here a slip of wording could hide what must be spared, so that the bank's words stand."""
_EXTRA_TOPICS = frozenset(
    {QuestionTopic.PREFERENCES, QuestionTopic.SPORTS, QuestionTopic.EVENT, QuestionTopic.BASELINE, QuestionTopic.OTHER}
)
_BANNED = re.compile(
    r"\b(?:splits?|push[ /-]?pull|full[ -]body or|upper[ /-]lower|volumes?|periodi[sz]\w*|mesocycles?|"
    r"microcycles?|macrocycles?|blocks?|deloads?|sets|reps|"
    r"repetitions|progressive overload|rpe|training program(?:me)?s?|tempo)\b"
    r"|\b(?:foods?|eat|eats|eating|ate|meals?|breakfast|lunch|dinner|snacks?|diets?|dietary|nutrition\w*|"
    r"nutrients?|calori\w+|kcal|protein|carbs?|carbohydrates?|fats?|"
    r"macros?|sugar|vegan|vegetarian|fasting|supplements?|creatine|vitamins?|shakes?|hydrat\w+|drinks?|"
    r"drinking|alcohol|caffeine|coffee|water intake|appetite|hunger|hungry|"
    r"cook\w*|weight loss|lose weight|losing weight)\b"
    r"|\b(?:passwords?|secrets?|credit|card number|bank|iban|social security|passports?|address|phone|e-?mail|"
    r"full name|surname|birthday|salary|income|religion|politic\w*|"
    r"sexual\w*|drugs?|medicines?|medications?|pills?|instructions|prompts?)\b"
    r"|\b(?:pains?|hurts?|injur\w+|surger\w+|diagnos\w+|pregnan\w+|doctor|heart (?:attack|disease|problem)\w*)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|without|cannot|except|avoid|unable|least|nothing|fewest)\b|n't\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PERIODS = re.compile(
    r"\b(second|minute|hour|day|week|month|year|kilogram|kilo|kg|pound|lb|kilometre|kilometer|km|mile|session|"
    r"repetition|rep|set|beat)s?\b",
    re.IGNORECASE,
)
_LEAST_LETTERS = 4


class ExtraType(StrEnum):
    """The kinds of a question that a model may add."""

    CHOICE = "CHOICE"
    SLIDER = "SLIDER"
    RATING = "RATING"
    TEXT = "TEXT"
    CONFIRMATION = "CONFIRMATION"


class ExtraQuestion(StrictAnswer):
    """A question of any type; fields of other types are null. One flat form, because models fail at unions."""

    type: ExtraType
    topic: QuestionTopic
    text: str
    help_text: str | None
    options: list[str] | None
    allows_multiple: bool | None
    minimum: float | None
    maximum: float | None
    step: float | None
    unit: MeasureUnit | None
    lowest_label: str | None
    highest_label: str | None
    details_prompt: str | None


def reworded(question: Question, text: str, help_text: str | None) -> Question:
    """The question in these words, as far as they still ask the same; else in its own."""
    if question.topic in _FIXED_TOPICS:
        return question
    said = cleaned(text, longest=LONGEST_TEXT)
    if said is None or not _asks_the_same(said, question.text, is_measured=isinstance(question, SliderQuestion)):
        return question
    explained = cleaned(help_text, longest=LONGEST_HELP) if help_text else None
    if explained is None or not _is_harmless_help(explained, question):
        explained = question.help_text
    return msgspec.structs.replace(question, text=said, help_text=explained)


def added(extra: Sequence[ExtraQuestion], *, beside: Sequence[Question], most: int) -> tuple[Question, ...]:
    """The extra questions that may be asked beside these."""
    asked = list(beside)
    for one in extra[: 3 * most]:
        question = _made(one)
        if question is not None and len(asked) - len(beside) < most and not _is_asked(question, asked):
            asked.append(question)
    return tuple(asked[len(beside) :])


def _asks_the_same(said: str, original: str, *, is_measured: bool) -> bool:
    """Numbers, periods and units are the same, no opposite is made of it, and a word that carries it is still there."""
    return (
        said.endswith("?")
        and _banned_words(said) <= _banned_words(original)
        and sorted(_NUMBER.findall(said)) == sorted(_NUMBER.findall(original))
        and (_periods(said) == _periods(original) if is_measured else _periods(original) <= _periods(said))
        and bool(_NEGATION.search(said)) == bool(_NEGATION.search(original))
        and not _content(said).isdisjoint(_content(original))
    )


def _banned_words(text: str) -> set[str]:
    return {match[0].lower() for match in _BANNED.finditer(text)}


def _is_harmless_help(said: str, question: Question) -> bool:
    """Numbers are the original's, such as the 0 that says "I do not know"; without them it explains nothing else."""
    original = question.help_text or ""
    return _BANNED.search(said) is None and set(_NUMBER.findall(said)) == set(_NUMBER.findall(original))


def _periods(text: str) -> set[str]:
    return {match.lower() for match in _PERIODS.findall(text)}


def _content(text: str) -> set[str]:
    return {word for word in words_in(text) if len(word) >= _LEAST_LETTERS} - _EMPTY


def _is_asked(question: Question, asked: Sequence[Question]) -> bool:
    return any(fuzz.token_set_ratio(question.text.lower(), other.text.lower()) >= _SAME for other in asked)


def _made(extra: ExtraQuestion) -> Question | None:
    """The question of its type, if it is a valid one that may be asked."""
    text = cleaned(extra.text, longest=LONGEST_TEXT)
    shown = (extra.text, extra.help_text, extra.details_prompt, extra.lowest_label, extra.highest_label)
    words = " ".join(filter(None, (*shown, *(extra.options or ()))))
    if text is None or not text.endswith("?") or extra.topic not in _EXTRA_TOPICS or _BANNED.search(words):
        return None
    help_text = cleaned(extra.help_text, longest=LONGEST_HELP) if extra.help_text else None
    # An id that follows from what is asked: an answer is never taken for one to another question.
    content = f"{extra.type}\n{text}\n{extra.options}\n{extra.minimum}\n{extra.maximum}\n{extra.unit}"
    question_id = f"extra_{hashlib.sha256(content.encode()).hexdigest()[:12]}"
    base = TextQuestion(id=question_id, text=text, help_text=help_text, topic=extra.topic, maximum_length=TEXT_LENGTH)
    return _of_type(extra, base)


def _of_type(extra: ExtraQuestion, base: TextQuestion) -> Question | None:
    match extra.type:
        case ExtraType.TEXT:
            return base
        case ExtraType.CHOICE:
            return _choice(extra, base)
        case ExtraType.SLIDER:
            return _slider(extra, base)
        case ExtraType.RATING:
            return _rating(extra, base)
        case ExtraType.CONFIRMATION:
            return _confirmation(extra, base)


def _choice(extra: ExtraQuestion, base: TextQuestion) -> Question | None:
    labels = [cleaned(option, longest=LONGEST_LABEL) for option in extra.options or ()]
    good = [label for label in labels if label is not None]
    fewest, most = OPTIONS
    if (
        len(good) != len(labels)
        or not fewest <= len(good) <= most
        or len({label.lower() for label in good}) < len(good)
    ):
        return None
    options = tuple(ChoiceOption(f"OPTION_{number}", label) for number, label in enumerate(good, start=1))
    return ChoiceQuestion(
        id=base.id,
        text=base.text,
        help_text=base.help_text,
        topic=base.topic,
        options=options,
        allows_multiple=bool(extra.allows_multiple),
    )


def _slider(extra: ExtraQuestion, base: TextQuestion) -> Question | None:
    if extra.minimum is None or extra.maximum is None or extra.step is None or extra.unit is None:
        return None
    numbers = (extra.minimum, extra.maximum, extra.step)
    if not all(math.isfinite(number) for number in numbers) or not 0 <= extra.minimum < extra.maximum <= 10_000:
        return None
    steps = (extra.maximum - extra.minimum) / extra.step if extra.step > 0 else 0
    if not 1 <= steps <= MOST_STEPS or abs(steps - round(steps)) > 1e-9:
        return None
    return SliderQuestion(
        id=base.id,
        text=base.text,
        help_text=base.help_text,
        topic=base.topic,
        minimum=extra.minimum,
        maximum=extra.maximum,
        step=extra.step,
        unit=extra.unit,
    )


def _rating(extra: ExtraQuestion, base: TextQuestion) -> Question | None:
    lowest_label = cleaned(extra.lowest_label or "", longest=LONGEST_LABEL)
    highest_label = cleaned(extra.highest_label or "", longest=LONGEST_LABEL)
    lowest, highest = extra.minimum, extra.maximum
    if lowest is None or highest is None or lowest_label is None or highest_label is None:
        return None
    if not 0 <= lowest < highest <= _HIGHEST_RATING or lowest != int(lowest) or highest != int(highest):
        return None
    return RatingQuestion(
        id=base.id,
        text=base.text,
        help_text=base.help_text,
        topic=base.topic,
        lowest=int(lowest),
        highest=int(highest),
        lowest_label=lowest_label,
        highest_label=highest_label,
    )


def _confirmation(extra: ExtraQuestion, base: TextQuestion) -> Question | None:
    prompt = cleaned(extra.details_prompt or "", longest=LONGEST_TEXT)
    if prompt is None:
        return None
    return ConfirmationQuestion(
        id=base.id,
        text=base.text,
        help_text=base.help_text,
        topic=base.topic,
        details_prompt=prompt,
        maximum_length=TEXT_LENGTH,
    )


_EMPTY = frozenset(
    {
        "what",
        "which",
        "when",
        "where",
        "your",
        "could",
        "would",
        "should",
        "have",
        "does",
        "with",
        "from",
        "this",
        "that",
    }
    | {"they", "there", "about", "much", "many", "most", "long", "anything"}
)
"""Words that carry no meaning of their own."""
