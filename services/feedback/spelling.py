"""How people type: contractions with and without their apostrophe, short forms of chats, slips in the words that matter."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from services.feedback.phrases.spelling import OFTEN_MISSPELT, RIGHT_AS_THEY_ARE, SHORT_FORMS
from services.feedback.words import SHORT_WEEKDAYS, WEEKDAY_SOURCE

_IS_SAID_OF = (
    r"(?:a (?:bit|little|touch|tad)|too|so|very|really|still|quite|sore|stiff|tight|achy|aching|hurting|killing|playing|"
    r"acting|giving|getting|bothering|boring|perfect|great|fine|spot on)\b"
)
"""After a noun: `my shoulder's killing me`, and not `Monday's run`."""
_CONTRACTIONS: tuple[tuple[str, str], ...] = (
    (r"\bcan'?t\b|\bcannot\b", "can not"),
    (r"\bwon'?t\b", "will not"),
    (r"\bshan'?t\b", "shall not"),
    (r"\bain'?t\b", "is not"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|need)n'?t\b", r"\1 not"),
    (r"\blet'?s\b", "let us"),
    (r"\bi'?m\b", "i am"),
    (r"\bi'?ve\b", "i have"),
    (r"\b(i|you|we|they|he|she|it|that|there|this)'ll\b|\b(that|it|there)ll\b", r"\1\2 will"),
    (r"\b(i|you|we|they|he|she)'d\b|\b(i)d(?= (?:like|love|rather|prefer|want|appreciate|say|be|need|really|also)\b)",
     r"\1\2 would"),
    (r"\b(you|we|they)'re\b|\b(you|they)re\b", r"\1\2 are"),
    (r"\b(you|we|they)'?ve\b", r"\1 have"),
    (r"\b(it|that|there|what|where|when|how|who|he|she|everything|here)'s\b|\b(it|that|there|what|when|how|where)s\b",
     r"\1\2 is"),
    (r"\b(today|tomorrow|yesterday)s\b", r"\1"),
    (rf"\b({WEEKDAY_SOURCE})s(?= (?:session|workout|run|ride|swim|training|lifts?)\b)", r"\1"),
    (r"\b'?cause(?= (?:i|it|my|we|they|he|she|there|that|the)\b)", "because"),
    (r"\bill(?= (?:go|take|do|stick|start|begin|keep|follow|accept|try)\b)", "i will"),
    (rf"(?<=\w)'s(?= (?:{_IS_SAID_OF}))", " is"),
    (r"(?<=\w)'s\b|(?<=s)'(?=\s|$)", ""),
    (r"\s*&\s*", " and "),
    (r"(?<!\d)\s*\+\s*", " and "),
)  # fmt: skip
_SHORT = re.compile(
    r"(?<![\w'])(" + "|".join(re.escape(form) for form in sorted(SHORT_FORMS, key=len, reverse=True)) + r")(?![\w'/])"
)
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z]{6,14}")
_INFLECTION = re.compile(r"(?:s|es|d|ed|r|er|e|ing|ly)?")


def spelled_out(text: str) -> str:
    """`cant do tmrw` becomes `can not do tomorrow`, `wendesday` becomes `wednesday`."""
    text = _DRAWN_OUT.sub(r"\1", re.sub(r"\bgo{3,}d\b", "good", text))
    text = _SHORT.sub(lambda match: SHORT_FORMS[match[1]], text)
    for pattern, full in _CONTRACTIONS:
        text = re.sub(pattern, full, text)
    text = SHORT_WEEKDAYS.pattern.sub(SHORT_WEEKDAYS.written_out, text)
    return _WORD.sub(lambda match: _mended(match[0]), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The word of ours that one slip made this of: a letter too many, too few, another one, or two the wrong way round."""
    if word in OFTEN_MISSPELT or word in RIGHT_AS_THEY_ARE:
        return word
    near = [right for right in OFTEN_MISSPELT if abs(len(right) - len(word)) <= 1 and right[0] == word[0]]
    found = [right for right in near if not _is_form_of(word, right) and OSA.distance(word, right, score_cutoff=1) == 1]
    return found[0] if len(found) == 1 else word


def _is_form_of(word: str, right: str) -> bool:
    longer, shorter = sorted((word, right), key=len, reverse=True)
    return longer.startswith(shorter) and _INFLECTION.fullmatch(longer[len(shorter) :]) is not None
