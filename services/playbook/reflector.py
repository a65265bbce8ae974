"""What onboarding answers teach beyond the constraints: proposals for the curator, which decides."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from domain.constraints import Limitation
from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.lessons import LessonDraft, LessonRule, LessonRuleKind, LessonSource
from domain.questions import Answer
from domain.terms import LimitationKind, Sport
from services.playbook.confidence import PRIORS

DISLIKES_ID = "dislikes"
FITNESS_ID = "fitness"

_VOLUME_OF_FITNESS = {1: 0.8, 2: 0.9}
"""How much less than usual somebody starts with who feels this unfit, from 1 to 5."""
_LIKELY_THE_SAME = 90.0
_BETWEEN_DISLIKES = re.compile(r"[,;.\n]|\band\b|\bor\b", re.IGNORECASE)
_MAXIMUM_DISLIKES = 10

_SPORTS = {
    "running": Sport.RUNNING,
    "jogging": Sport.RUNNING,
    "cycling": Sport.CYCLING,
    "biking": Sport.CYCLING,
    "spinning": Sport.CYCLING,
    "swimming": Sport.SWIMMING,
    "rowing": Sport.ROWING,
    "walking": Sport.WALKING,
    "hiking": Sport.HIKING,
    "elliptical": Sport.ELLIPTICAL,
    "stair climbing": Sport.STAIR_CLIMBING,
    "jump rope": Sport.JUMP_ROPE,
    "skipping": Sport.JUMP_ROPE,
}

_WARNINGS = {
    LimitationKind.CARDIAC_WARNING: (
        "Chest pain, fainting or heart disease was reported: no training until a doctor has cleared it."
    ),
}


def reflect_on_answers(answers: Iterable[Answer], catalogue: Catalogue) -> tuple[LessonDraft, ...]:
    """The lessons in these answers: what is disliked, and how carefully to begin."""
    drafts: list[LessonDraft] = []
    for answer in answers:
        if answer.question_id == DISLIKES_ID and answer.text:
            drafts.extend(_dislikes(answer.text, catalogue))
        elif answer.question_id == FITNESS_ID and answer.number in _VOLUME_OF_FITNESS:
            drafts.append(_careful_start(_VOLUME_OF_FITNESS[int(answer.number)], int(answer.number)))
    return tuple(drafts)


def warning_lessons(limitations: Iterable[Limitation]) -> tuple[LessonDraft, ...]:
    """A hard lesson for each warning sign among these limitations, which are said just now."""
    return tuple(
        LessonDraft(
            text=_WARNINGS[limitation.kind],
            rule=LessonRule(kind=LessonRuleKind.LIMITATION, limitation=limitation.kind),
            evidence=limitation.note or "You said so in the health screen.",
            source=LessonSource.ONBOARDING,
            confidence=PRIORS.answered,
            is_hard=True,
            tags=("health",),
        )
        for limitation in limitations
        if limitation.kind in _WARNINGS
    )


def _careful_start(amount: float, fitness: int) -> LessonDraft:
    return _answered(
        "Feels out of shape these days: begin with a little less than usual.",
        LessonRule(kind=LessonRuleKind.VOLUME, amount=amount),
        f"Fitness {fitness} of 5.",
    )


def _dislikes(text: str, catalogue: Catalogue) -> list[LessonDraft]:
    """One lesson for each thing that is known by its name, and one note for the rest."""
    parts = [part.strip() for part in _BETWEEN_DISLIKES.split(text)]
    drafts: list[LessonDraft] = []
    unknown: list[str] = []
    for part in dict.fromkeys(part for part in parts if part):
        sport, exercise = _SPORTS.get(part.casefold()), exercise_called(part, catalogue)
        if len(drafts) == _MAXIMUM_DISLIKES:
            unknown.append(part)
        elif sport is not None:
            name = sport.value.replace("_", " ").lower()
            rule = LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=sport)
            drafts.append(_answered(f"Would rather not do any {name}.", rule, text))
        elif exercise is not None:
            rule = LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise.id)
            drafts.append(_answered(f"Would rather not do {exercise.name}.", rule, text))
        else:
            unknown.append(part)
    if unknown:
        note = LessonRule(kind=LessonRuleKind.NOTE)
        drafts.append(_answered(f"Would rather not do: {', '.join(unknown)}", note, text))
    return drafts


def exercise_called(words: str, catalogue: Catalogue) -> Exercise | None:
    """The exercise with this name or alias, small slips allowed; None where it is not clear which."""
    names: dict[str, ExerciseId] = {}
    for exercise in catalogue:
        for name in (exercise.name, *exercise.aliases):
            names.setdefault(_plain(name), exercise.id)
    found = process.extractOne(_plain(words), names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY_THE_SAME)
    return None if found is None else catalogue[names[found[0]]]


def _plain(words: str) -> str:
    """Lower case, and each word without the plural's last letter."""
    kept: Sequence[str] = re.findall(r"[a-z0-9]+", words.casefold())
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in kept
    )


def _answered(text: str, rule: LessonRule, evidence: str) -> LessonDraft:
    return LessonDraft(
        text=text, rule=rule, evidence=evidence, source=LessonSource.ONBOARDING, confidence=PRIORS.answered
    )
