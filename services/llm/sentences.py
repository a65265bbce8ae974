"""Texts of the model, sentence by sentence: what must not be said, or cannot be vouched for, is cut (R48)."""

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from domain.text import normalised
from services.llm.english import is_english
from services.llm.prompt_files import all_prompts

_ENDS = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+")
_LEAK = re.compile(
    r"https?:|www\.|\S+@\S+\.\S|\bsk-\w|\S{32,}|[<>{}`|]|\b(?:system|developer) (?:prompt|message)\b|"
    r"\bmy (?:instructions|prompt|rules)\b"
    r"|\bapi[ _-]?keys?\b|\bpasswords?\b|\bathlete_(?:data|[0-9a-f]{6})|\bas an ai\b|\blanguage model\b|"
    r"\bignore (?:all|any|the|previous)\b",
    re.IGNORECASE,
)
_MEDICINE = re.compile(
    r"\b(?:cures?|heals?|diagnos\w+|guarantee\w*|ibuprofen|paracetamol|aspirin|painkillers?|medications?|"
    r"dos(?:e|age)|steroids?)\b"
    r"|\b(?:cleared|safe to (?:train|continue|lift|run)|nothing (?:serious|to worry about)|(?:no|"
    r"not) need (?:to see|for) an? doctor|without a doctor|harmless|"
    r"(?:train|push|work|run|lift) through (?:the |your |it|any )?(?:pain)?|ignore (?:the |your )?pain)\b",
    re.IGNORECASE,
)


_OF_A_PROMPT = 85.0
_LONG_ENOUGH = 20


def cleaned(text: str, *, longest: int) -> str | None:
    """One short text in one line; None where it is empty, too long, not English, or says what it must not."""
    line = " ".join(normalised(text).split())
    if not line or len(line) > longest or not is_sayable(line) or not is_english(line):
        return None
    return line


def is_sayable(text: str) -> bool:
    """Whether it gives nothing away and plays no doctor."""
    return _LEAK.search(text) is None and _MEDICINE.search(text) is None and not _is_copied(text.lower())


def _is_copied(text: str) -> bool:
    """Whether it is a piece of what models are told."""
    return len(text) >= _LONG_ENOUGH and fuzz.partial_ratio(text, all_prompts()) >= _OF_A_PROMPT


def kept(text: str, holds: Callable[[str], bool], *, longest: int) -> tuple[str | None, int]:
    """The sentences that may be said and that hold, up to a length, and how many were cut. None where none is left."""
    said = normalised(text)
    if not is_english(said):
        return None, 1
    good: list[str] = []
    length = cut = 0
    for sentence in filter(None, (" ".join(part.split()) for part in _ENDS.split(said))):
        if not is_sayable(sentence) or not holds(sentence) or length + len(sentence) > longest:
            cut += 1
            continue
        good.append(sentence)
        length += len(sentence) + 1
    return (" ".join(good) or None), cut
