"""Finds what comes before any plan: warning signs, pain, conditions, and a doctor's clearance. Rather one alarm too many."""

import re
from dataclasses import replace

from domain.terms import LimitationKind
from services.feedback.language import Clause
from services.feedback.phrases.despair import SELF_HARM
from services.feedback.phrases.fun import (
    FIGURE_OF_SPEECH,
    HEART_AT_WORK,
    IN_FUN,
    IN_PASSING,
    NO_BODY_CHEST,
    NOT_OF_WORK,
    WORKED_CHEST,
)
from services.feedback.phrases.grammar import ABOUT_ANOTHER
from services.feedback.phrases.injuries import SHARP
from services.feedback.phrases.pregnancy import IN_PREGNANCY, PREGNANT, UNBORN, WATERS_OF_ANOTHER
from services.feedback.phrases.symptoms import (
    CLEARANCE,
    CLEARED,
    DOCTOR,
    HAPPENED,
    HEART_WORDS,
    HURT,
    HYPOTHETICAL_ALARM,
    I_AM_CLEARED,
    IS_FACT,
    IT_HURTS,
    JOINT,
    LONG_AGO,
    MUSCLE_SORENESS,
    NAMED_INJURY,
    NOT_CLEARED,
    NOT_HURTING,
    OVER,
    OWN,
    PAIN_ON_MOVING,
    RETURNED,
    SINCE_A_DAY,
    SOFT_AREA,
    STILL,
    STRONG_NOT,
    SYMPTOM,
    THEY,
)
from services.feedback.phrases.together import TOGETHER, TOGETHER_OF_THE_HEART
from services.feedback.phrases.warning_signs import CARDIAC
from services.feedback.wishes import Alarm, Clearance, Spare
from services.feedback.words import AREAS, CONDITIONS

_BARE_AREA = re.compile(rf"(?:(?:both|also|and|my|the|left|right) )*(?P<area>{AREAS.source})")


def alarms_in(clauses: tuple[Clause, ...]) -> tuple[Alarm, ...]:
    """Symptoms that stop training. Denied, supposed, long past, others' ones, and figures of speech are none."""
    whole = " ".join(clause.text for clause in clauses)
    if is_over(whole):
        return ()
    is_fun = _is_fun(clauses)
    if is_fun and not NOT_OF_WORK.search(whole):
        clauses = tuple(_without_heart_at_work(clause) for clause in clauses)
    found = [alarm for clause in clauses for alarm in _alarms(clause, is_fun=is_fun)]
    in_pregnancy = any(_is_felt(IN_PREGNANCY, clause.text) for clause in clauses if not _is_others(clause))
    if (in_pregnancy and PREGNANT.search(whole)) or UNBORN.search(WATERS_OF_ANOTHER.sub(" ", whole)):
        found.append(Alarm(limitation=None))
    return tuple(dict.fromkeys(found))


def _without_heart_at_work(clause: Clause) -> Clause:
    """`Heart racing after the sprint, loved it`."""
    text, sentence = (HEART_AT_WORK.sub(" ", said) for said in (clause.text, clause.sentence))
    return replace(clause, text=text, sentence=sentence)


def is_over(text: str) -> bool:
    """Whether all that is told of pain lies years back and is no more."""
    return LONG_AGO.search(text) is not None and OVER.search(text) is not None and STILL.search(text) is None


def pains_in(clauses: tuple[Clause, ...]) -> tuple[Spare, ...]:
    """Joints that hurt and conditions that were told. An area that is said to be fine in another clause is left out."""
    fine = {kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text)}
    found: list[Spare] = []
    named = ""
    for clause in _with_areas_shared(clauses):
        areas = AREAS.words_in(clause.text)
        if named and not areas:
            clause = replace(clause, text=IT_HURTS.sub(rf"{named} \g<hurts>", clause.text))
        found += (spare for spare in _pains(clause) if spare.limitation not in fine)
        named = areas[-1] if areas else named
    return tuple(dict.fromkeys(found))


def _with_areas_shared(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """`My elbow and my wrist hurt`: an area that stands alone before another one has what is said of that one."""
    found: list[Clause] = []
    for clause in reversed(clauses):
        bare, following = _BARE_AREA.fullmatch(clause.text), found[-1] if found else None
        words = AREAS.words_in(following.text) if following is not None else []
        if bare and following is not None and words and clause.sentence == following.sentence:
            clause = replace(clause, text=following.text.replace(words[0], bare["area"]))
        found.append(clause)
    return tuple(reversed(found))


def denials_in(clauses: tuple[Clause, ...]) -> tuple[LimitationKind, ...]:
    """Areas that are said to be fine."""
    return tuple(kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text))


def is_denial(clause: Clause) -> bool:
    """Whether pain or a symptom is said not to be there."""
    text = clause.text
    speaks_of_it = SYMPTOM.search(text) or HURT.search(text) or AREAS.found(text)
    return _is_denied(text) and bool(speaks_of_it)


def speaks_of_the_body(clause: Clause) -> bool:
    """Of a joint, or of how somebody feels: what consents to a plan does not."""
    return is_denial(clause) or bool(AREAS.found(clause.text))


def has_pain(clause: Clause) -> bool:
    return bool(_pains(clause))


def clearance_in(clauses: tuple[Clause, ...]) -> Clearance | None:
    """A doctor's clearance, where it was said outright and has happened already."""
    if is_over(" ".join(clause.text for clause in clauses)):
        return None
    speaks_of_doctor = any(DOCTOR.search(clause.text) for clause in clauses)
    for clause in clauses:
        text = (
            I_AM_CLEARED.sub("doctor cleared me", THEY.sub("doctor", clause.text)) if speaks_of_doctor else clause.text
        )
        match = CLEARED.search(text)
        if match is None or clause.is_question or clause.is_hypothetical or _is_of_another(clause, text):
            continue
        if NOT_CLEARED.search(text[: match.end()]) or re.search(r"\bnot\b", text):
            continue
        return Clearance(limitations=_named_limitations(clause.sentence))
    return None


def _is_of_another(clause: Clause, text: str) -> bool:
    """`She` may be the doctor."""
    return clause.is_about_another and ABOUT_ANOTHER.search(text) is not None


def waits_for_clearance(clause: Clause) -> bool:
    """Whether a doctor's clearance is spoken of that has not been given."""
    return CLEARANCE.search(clause.text) is not None and not clause.is_about_another


def _alarms(clause: Clause, *, is_fun: bool) -> list[Alarm]:
    text, whole = NO_BODY_CHEST.sub(" ", IN_PASSING.sub(" ", clause.text)), IN_PASSING.sub(" ", clause.sentence)
    if is_fun:
        text, whole = FIGURE_OF_SPEECH.sub(" ", text), FIGURE_OF_SPEECH.sub(" ", whole)
    happened = HAPPENED.search(clause.sentence) is not None
    if _is_others(clause) or CLEARED.search(clause.sentence) or (HYPOTHETICAL_ALARM.search(text) and not happened):
        return []
    if any(_is_felt(pattern, text) for pattern in CARDIAC) and not WORKED_CHEST.search(text):
        return [Alarm(limitation=LimitationKind.CARDIAC_WARNING)]
    if SELF_HARM.search(text) and not is_fun:
        return [Alarm(limitation=None)]
    is_supposed = clause.is_hypothetical and not (happened or IS_FACT.search(clause.sentence))
    if is_supposed or (LONG_AGO.search(clause.sentence) and not STILL.search(clause.sentence)):
        return []
    if any(_are_felt(pair, text) for pair in TOGETHER_OF_THE_HEART) and not WORKED_CHEST.search(text):
        return [Alarm(limitation=LimitationKind.CARDIAC_WARNING)]
    if any(_is_felt(pattern, text) for pattern in SHARP) or any(_are_felt(pair, whole) for pair in TOGETHER):
        areas = AREAS.found(text) or AREAS.found(clause.sentence)
        return [Alarm(limitation=area) for area in areas] or [Alarm(limitation=None)]
    return []


def in_earnest(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Without what is said in fun: who laughs that a workout killed them asks for no easier one."""
    if not _is_fun(clauses):
        return clauses
    return tuple(replace(clause, text=FIGURE_OF_SPEECH.sub(" ", clause.text)) for clause in clauses)


def is_figurative(clause: Clause) -> bool:
    """Whether somebody laughs about how hard it was."""
    return IN_FUN.search(clause.sentence) is not None and FIGURE_OF_SPEECH.search(clause.text) is not None


def _is_fun(clauses: tuple[Clause, ...]) -> bool:
    return any(IN_FUN.search(clause.sentence) for clause in clauses)


def _is_others(clause: Clause) -> bool:
    """Whether somebody else feels it; what the athlete says of themselves in the same breath is theirs."""
    return clause.is_about_another and OWN.search(clause.text) is None


def _is_felt(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _is_denied_before(text[: match.start()]) for match in pattern.finditer(text))


def _are_felt(pair: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> bool:
    where, what = pair
    return where.search(text) is not None and _is_felt(what, text)


def _is_denied_before(before: str) -> bool:
    denied = re.search(r"\b(?:no|not|never|without|neither|nor|any|zero)\b(?:(?! but )[^,]){0,30}$", before)
    return denied is not None and STRONG_NOT.search(before) is None


def _pains(clause: Clause) -> list[Spare]:
    text = RETURNED.sub(" returned", clause.text)
    if clause.asks_for_nothing or _is_denied(text) or (LONG_AGO.search(text) and not STILL.search(text)):
        return []
    conditions = (
        [] if re.search(r"\b(?:not|no|never)\b", text) else [Spare(limitation=kind) for kind in CONDITIONS.found(text)]
    )
    areas = AREAS.found(text)
    if not areas or _is_of_muscles(text):
        return conditions
    hurt = HURT.search(SOFT_AREA.sub(" ", text)) if _is_mere_soreness(text) else HURT.search(text)
    if hurt is None and NAMED_INJURY.search(text) is None:
        return conditions
    return conditions + [Spare(limitation=area) for area in areas]


def _is_of_muscles(text: str) -> bool:
    """Sore from training, which passes; a joint that is sore is no such thing."""
    is_lasting = SINCE_A_DAY.search(text) is not None and SOFT_AREA.search(text) is None
    return MUSCLE_SORENESS.search(text) is not None and not (
        is_lasting or PAIN_ON_MOVING.search(text) or JOINT.search(text)
    )


def _is_mere_soreness(text: str) -> bool:
    return SOFT_AREA.search(text) is not None and re.search(r"\b(?:sore|soreness|stiff|tired|weak)\b", text) is not None


def _is_denied(text: str) -> bool:
    return NOT_HURTING.search(text) is not None and STRONG_NOT.search(text) is None


def _named_limitations(text: str) -> tuple[LimitationKind, ...]:
    found = [LimitationKind.CARDIAC_WARNING] if HEART_WORDS.search(text) else []
    return tuple(dict.fromkeys((*found, *AREAS.found(text), *CONDITIONS.found(text))))
