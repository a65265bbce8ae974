"""Plain English, made plainer: contractions written out, sentences and clauses apart, questions and what-ifs marked."""

import re
import unicodedata
from dataclasses import dataclass

from services.feedback.words import SHORT_WEEKDAYS

_CONTRACTIONS: tuple[tuple[str, str], ...] = (
    (r"\bcan'?t\b|\bcannot\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n'?t\b", r"\1 not"),
    (r"\blet'?s\b", "let us"),
    (r"\bi'?m\b", "i am"),
    (r"\bi'?ve\b", "i have"),
    (r"\b(i|you|we|they|he|she|it|that|there|this)'ll\b", r"\1 will"),
    (r"\b(i|you|we|they|he|she)'d\b", r"\1 would"),
    (r"\b(you|we|they)'re\b", r"\1 are"),
    (r"\b(you|we|they)'ve\b", r"\1 have"),
    (r"\b(it|that|there|what|where|when|how|who|he|she|everything|here)'s\b", r"\1 is"),
    (r"\b(?:wanna)\b", "want to"),
    (r"\b(?:gonna)\b", "going to"),
    (r"\bgotta\b", "have to"),
    (r"\b(?:pls|plz)\b", "please"),
    (r"\bw/o\b", "without"),
    (r"(?<=\w)'s\b|(?<=s)'(?=\s|$)", ""),
    (r"\s*&\s*", " and "),
    (r"\s*\+\s*", " and "),
)
_COURTESIES = re.compile(
    r"\b(?:please|kindly|if (?:it is )?possible|if you can|if you could|i think|i guess|actually|honestly|basically|really|"
    r"just|maybe|perhaps|hey|hi|hello|coach|for me|thank you|thanks(?: a lot)?|ok so|okay so|well)\b,?"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+|(?<=[a-z)])[.;](?=[a-z])")
_STARTERS = (
    r"i|my|we|please|make|swap|switch|replace|exchange|substitute|remove|drop|delete|add|include|move|shift|skip|give|put|"
    r"can|could|it is|everything|otherwise|then|the rest|do not|take|keep|let|there|why|what|how|when|would|no more|also|cut|"
    r"reduce|increase|shorten|leave|change|is|are|should|instead"
)
_DASHES = "\N{EN DASH}\N{EM DASH}-"
_CLAUSE_END = re.compile(
    rf"(?:,\s*|\s+)(?:but|however|although|though|yet|except that)\s+|\s+(?:so|because|since)\s+(?={_STARTERS})(?!that)"
    rf"|(?:,\s*|\s+)(?:and|plus|then)\s+(?=(?:{_STARTERS})\b)|,\s*(?=(?:{_STARTERS})\b)|\s+[{_DASHES}]+\s+|:\s+"
)

_ASKING = re.compile(
    r"^(?:and |so |but )?(?:(?:why|what|whats|how|when|where|which|who|whose)\b"
    r"|(?:is|are|do|does|did|should|shall|will|would|could|can|may)\b(?! (?:not|too|so)\b)|(?:am|have|had) (?:i|you|we)\b|has (?:it|the|my)\b)"
)
_REQUEST = re.compile(
    r"^(?:and |so |but )?(?:(?:can|could|would|will) (?:you|we|u)\b(?! (?:explain|tell|say|show|help me understand))"
    r"|(?:can|could|may) i (?:also )?(?:swap|switch|replace|move|skip|remove|drop|have|get|make|add|take|change|substitute|shift)\b"
    r"|(?:is it|would it be) possible (?:to|that)|is there (?:any|a) (?:chance|way)|any chance"
    r"|how about|why do not (?:we|you)|would you mind|do you mind|(?:can|could) (?:the|my|this|that|it|today|tomorrow|[a-z]+day)\b)"
)
_WHAT_IF = re.compile(
    r"\bwhat (?:if|happens|would happen)\b|\bsuppose\b|\bin case\b|\bwhether\b|\bhypothetical|\bimagine\b|\bi wonder\b|\bwondering\b"
    r"|\b(?:should|shall|do|must) i\b|\bdo i (?:need|have)\b|\bis it (?:ok|okay|fine|bad|safe|better|normal|good|wise|worth|a problem)\b"
    r"|\bwould it be (?:ok|okay|fine|bad|better|wise)\b|\bam i allowed\b|\bthinking (?:of|about)\b|\bwould it (?:help|hurt|matter)\b"
    r"|^(?:and )?(?:if|when|whenever|unless) (?:i|my|it|we|the)\b|\bif i\b|\bif (?:my|the|we)\b"
)
_ABOUT_ANOTHER = re.compile(
    r"\b(?:my|his|her|their|a|our) (?:dad|father|mom|mum|mother|wife|husband|partner|girlfriend|boyfriend|friend|brother|sister|"
    r"son|daughter|kid|child|grandfather|grandmother|grandpa|grandma|uncle|aunt|cousin|neighbou?r|colleague|boss|dog|cat|client|"
    r"roommate|buddy)s?\b"
)
_FORBIDDING = re.compile(
    r"\b(?:do not|never|no need to|need not|not (?:going )?to|without) "
    r"(?:remov\w+|swap\w*|switch\w*|replac\w+|delet\w+|drop\w*|skip\w*|mov(?:e|ing)|chang\w+|touch\w*|tak(?:e|ing) (?:out|away)|cut\w*|add\w*|mak(?:e|ing)|shorten|reduc\w+|increas\w+)\b"
)


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
    """Lower case, one kind of apostrophe, contractions and short weekdays written out; sentence marks stay."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub(
        "[\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}]|(?<=\\w)`(?=\\w)", "'", folded
    )
    folded = re.sub(r"[^\S\n]+", " ", folded)
    for pattern, full in _CONTRACTIONS:
        folded = re.sub(pattern, full, folded)
    folded = SHORT_WEEKDAYS.pattern.sub(SHORT_WEEKDAYS.written_out, folded)
    return folded.strip()


def clauses_of(text: str) -> tuple[Clause, ...]:
    """What a message says, clause by clause."""
    found: list[Clause] = []
    for sentence in _SENTENCE_END.split(plain(text)):
        found.extend(_clauses(sentence.strip()))
    return tuple(found)


def _clauses(sentence: str) -> list[Clause]:
    ends_as_question = sentence.endswith("?")
    found = []
    parts = [_tidied(part) for part in _CLAUSE_END.split(sentence)]
    parts = [part for part in parts if part]
    for position, part in enumerate(parts):
        is_request = _REQUEST.search(part) is not None
        asks = _ASKING.search(part) is not None or (ends_as_question and position == len(parts) - 1)
        found.append(
            Clause(
                text=part,
                sentence=sentence,
                is_question=asks and not is_request,
                is_hypothetical=_WHAT_IF.search(part) is not None,
                is_about_another=_ABOUT_ANOTHER.search(part) is not None,
                is_forbidding=_FORBIDDING.search(part) is not None,
            )
        )
    return found


def _tidied(part: str) -> str:
    """Without courtesies and marks: they stand in the way of patterns and change nothing."""
    part = _COURTESIES.sub(" ", part)
    part = re.sub(r"[!?\"()\[\]*_]+|(?<!\d)[.,](?!\d)|[.,;:](?=\s|$)", " ", part)
    return re.sub(r"\s+", " ", part).strip(" ,.-")
