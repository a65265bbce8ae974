"""Plain English, made plainer: contractions written out, sentences and clauses apart, questions and what-ifs marked."""

import re
import unicodedata
from dataclasses import dataclass

from services.feedback.phrases.grammar import (
    ABOUT_ANOTHER,
    ASKING,
    CLAUSE_END,
    COURTESIES,
    FORBIDDING,
    IF_I,
    REQUEST,
    SENTENCE_END,
    WEIGHING,
    WHAT_IF,
)
from services.feedback.spelling import spelled_out
from services.feedback.words import EQUIPMENT, WEEKDAY_NAMES

_BARE_KIT = re.compile(
    rf"(?:(?:(?:and|both|also|so is|so are|my|our|the|a|an|new|old) )*(?:{EQUIPMENT.source})(?: too| as well)? ?)+"
    r"(?:(?:in|at|on|during|when|last|this|yesterday|today|now)\b(?!.*\b(?:is|are|was|were|got|broke|has|have)\b).*)?"
)
_BARE_DAY = re.compile(rf"(?:on )?(?:{WEEKDAY_NAMES.source})s?")
_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing said. `sentence` is the whole sentence that it is part of."""

    text: str
    sentence: str
    is_question: bool
    """Asks for an answer. A wish in the form of a question (`can you swap …?`) does not."""
    is_hypothetical: bool
    """Turns something over without asking for it."""
    is_about_another: bool
    """Speaks of somebody else."""
    is_forbidding: bool
    """Says what not to change: `don't remove the squats`."""

    @property
    def asks_for_nothing(self) -> bool:
        return self.is_question or self.is_hypothetical or self.is_about_another or self.is_forbidding


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, contractions and short forms written out, slips mended; sentence marks stay."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub(
        "[\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}]|(?<=\\w)`(?=\\w)", "'", folded
    )
    return spelled_out(re.sub(r"[^\S\n]+", " ", folded)).strip()


def clauses_of(text: str) -> tuple[Clause, ...]:
    """What a message says, clause by clause."""
    found: list[Clause] = []
    for sentence in SENTENCE_END.split(plain(text)):
        found.extend(_clauses(sentence.strip()))
    return tuple(found)


def _clauses(sentence: str) -> list[Clause]:
    ends_as_question = sentence.endswith("?")
    found = []
    parts = [_tidied(part) for part in CLAUSE_END.split(sentence)]
    parts = _rejoined([part for part in parts if part])
    for position, part in enumerate(parts):
        is_request = REQUEST.search(part) is not None and not (WEIGHING.search(sentence) or IF_I.search(part))
        asks = ASKING.search(part) is not None or (ends_as_question and position == len(parts) - 1)
        found.append(
            Clause(
                text=part,
                sentence=sentence,
                is_question=asks and not is_request,
                is_hypothetical=WHAT_IF.search(part) is not None or WEIGHING.search(sentence) is not None,
                is_about_another=ABOUT_ANOTHER.search(part) is not None,
                is_forbidding=FORBIDDING.search(part) is not None,
            )
        )
    return found


def _rejoined(parts: list[str]) -> list[str]:
    """`I lost my barbell and my bench`: kit that stands alone belongs to what is said of other kit beside it, and a day to the
    next one.
    """
    found: list[str] = []
    for part in parts:
        of_kit = bool(found) and any(map(_BARE_KIT.fullmatch, (found[-1], part)))
        if (of_kit and EQUIPMENT.found(found[-1]) and EQUIPMENT.found(part)) or (
            found and _BARE_DAY.fullmatch(found[-1]) and _BARE_DAY.match(part)
        ):
            found[-1] = f"{found[-1]} and {part}"
        else:
            found.append(part)
    return found


def _tidied(part: str) -> str:
    """Without courtesies and marks: they stand in the way of patterns and change nothing."""
    part = COURTESIES.sub(" ", _PICTURES.sub(" ", part))
    part = re.sub(r"[!?\"()\[\]*_]+|(?<!\d)[.,](?!\d)|[.,;:](?=\s|$)", " ", part)
    return re.sub(r"(?: (?:and|but|plus))+$", "", re.sub(r"\s+", " ", part).strip(" ,.-"))
