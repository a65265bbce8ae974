"""Whether a message finds the plan good as it stands. Praise for a workout, a day or the coach accepts no plan."""

from enum import Enum, auto

from services.feedback.language import Clause
from services.feedback.phrases import consent as phrases
from services.feedback.phrases.courtesies import FILLER, THANKS
from services.feedback.phrases.fun import LAUGHING
from services.feedback.phrases.hints import OF_LIFE


class _Verdict(Enum):
    CONSENTS = auto()
    PRAISES = auto()
    """With words of praise alone: enough where nothing else is said."""
    SAYS_NOTHING = auto()
    SAYS_ELSE = auto()
    OBJECTS = auto()


def is_satisfied(clauses: tuple[Clause, ...]) -> bool:
    """At least one clause consents, and none objects."""
    if any(OF_LIFE.match(clause.text) for clause in clauses):
        return False
    verdicts = _verdicts(clauses)
    if _Verdict.OBJECTS in verdicts:
        return False
    if _Verdict.CONSENTS in verdicts:
        ends_well = _Verdict.SAYS_ELSE not in verdicts or verdicts[-1] is _Verdict.CONSENTS
        return ends_well or not any(phrases.BUT.search(one.sentence) for one in clauses)
    laughs = any(LAUGHING.search(clause.sentence) for clause in clauses)
    return _Verdict.PRAISES in verdicts and _Verdict.SAYS_ELSE not in verdicts and not laughs


def is_mere_consent(clause: Clause) -> bool:
    """`Let us run with it` sounds like a request, and accepts the plan."""
    return {*_verdicts((clause,))} == {_Verdict.CONSENTS}


def _verdicts(clauses: tuple[Clause, ...]) -> list[_Verdict]:
    return [_verdict(part.strip(), clause) for clause in clauses for part in clause.text.split(",") if part.strip()]


def _verdict(said: str, clause: Clause) -> _Verdict:
    agrees = phrases.AGREEING_NEGATION.search(said) is not None
    text = " ".join(phrases.AGREEING_NEGATION.sub(" ", said).split())
    if not agrees and (THANKS.match(text) or (FILLER.match(text) and not phrases.MERE_PRAISE.match(text))):
        return _Verdict.SAYS_NOTHING
    if _objects(phrases.LEAD_IN.sub("", text), clause):
        return _Verdict.OBJECTS
    if phrases.MERE_MOOD.match(text):
        return _Verdict.PRAISES
    if agrees or _consents(text):
        return _Verdict.CONSENTS
    return _Verdict.PRAISES if phrases.MERE_PRAISE.match(text) else _Verdict.SAYS_ELSE


def _consents(text: str) -> bool:
    if phrases.CONSENT.search(text):
        return True
    after = phrases.LEAD_IN.sub("", text)
    return after != text and phrases.CONSENT.search(after) is not None


def _objects(text: str, clause: Clause) -> bool:
    if clause.is_about_another or clause.is_hypothetical:
        return phrases.CONSENT.search(text) is not None
    if phrases.NAMES_A_DAY.search(text) and not phrases.STARTING.search(text):
        return True
    return phrases.OBJECTING.search(phrases.WITH_WAS.sub(" ", text)) is not None
