"""Lessons in a model's answer, as proposals for the curator: what the athlete's words do not carry becomes a note, or nothing."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from domain.lessons import LessonDraft, LessonRule, LessonRuleKind, LessonSource
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from domain.text import normalised
from services.feedback.language import plain
from services.feedback.phrases.courtesies import NOT_A_MESSAGE
from services.llm.answers import StrictAnswer
from services.llm.grounding import is_grounded, is_said
from services.llm.names import Names
from services.llm.readings import Proposal, Saying
from services.llm.sentences import cleaned
from services.onboarding.consequences import answer_tags
from services.playbook.confidence import PRIORS
from services.playbook.rules import is_sound, tidied

MOST_LESSONS = 8
LONGEST_TEXT = 200
LONGEST_EVIDENCE = 280
AMOUNTS = (0.7, 1.2)
"""Of INTENSITY and VOLUME: words say which way, and seldom how far."""
_SCALED = frozenset({LessonRuleKind.INTENSITY, LessonRuleKind.VOLUME})
_CONFIDENCE = {
    LessonSource.ONBOARDING: PRIORS.answered,
    LessonSource.FEEDBACK: PRIORS.said,
    LessonSource.WORKOUT: PRIORS.logged,
    LessonSource.ATHLETE: PRIORS.said,
}


class LessonAnswer(StrictAnswer):
    """One lesson. Of the fields from `exercise` on, those that its kind does not take are null."""

    text: str
    evidence: str
    kind: LessonRuleKind
    exercise: str | None
    pattern: MovementPattern | None
    muscle: Muscle | None
    limitation: LimitationKind | None
    equipment: list[Equipment] | None
    weekdays: list[Weekday] | None
    sport: Sport | None
    amount: float | None


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """The proposals, and how many lessons were dropped."""

    proposals: tuple[Proposal, ...]
    dropped: int

    @property
    def drafts(self) -> tuple[LessonDraft, ...]:
        return tuple(proposal.draft for proposal in self.proposals)


class LessonReader:
    """Turns a model's lessons into drafts."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def read(self, lessons: Sequence[LessonAnswer], sayings: Sequence[Saying]) -> Drafted:
        """At most eight proposals of these lessons, whose evidence must stand in what the athlete said."""
        found = [
            proposal
            for lesson in lessons[: 2 * MOST_LESSONS]
            if (proposal := self._proposal(lesson, sayings)) is not None
        ]
        kept = _each_once(found)[:MOST_LESSONS]
        return Drafted(proposals=kept, dropped=len(lessons) - len(kept))

    def _proposal(self, lesson: LessonAnswer, sayings: Sequence[Saying]) -> Proposal | None:
        evidence = " ".join(normalised(lesson.evidence).split())
        if not 0 < len(evidence) <= LONGEST_EVIDENCE:
            return None
        saying = next((one for one in sayings if is_said(evidence, one.text)), None)
        draft = self._draft(lesson, evidence, saying) if saying is not None else None
        return None if saying is None or draft is None else Proposal(draft, saying)

    def _draft(self, lesson: LessonAnswer, evidence: str, saying: Saying) -> LessonDraft | None:
        if NOT_A_MESSAGE.search(plain(evidence)):
            # Said to a machine and not to a coach: it is not about the athlete.
            return None
        text = cleaned(lesson.text, longest=LONGEST_TEXT)
        rule = self._rule(lesson, evidence, saying)
        if text is None or (rule.kind is LessonRuleKind.NOTE and lesson.kind is not LessonRuleKind.NOTE):
            # The rule is not what was said, so that the model's words for it are not either: the athlete's own stand.
            text = cleaned(evidence, longest=LONGEST_TEXT)
        if text is None:
            return None
        return LessonDraft(
            text=text,
            rule=rule,
            evidence=_placed(evidence, saying),
            source=saying.source,
            confidence=_CONFIDENCE[saying.source],
            is_hard=rule.kind is LessonRuleKind.LIMITATION,
            tags=answer_tags(saying.id) if saying.source is LessonSource.ONBOARDING else (),
        )

    def _rule(self, lesson: LessonAnswer, evidence: str, saying: Saying) -> LessonRule:
        exercise = self._names.exercise(lesson.exercise)
        kind = lesson.kind
        full = LessonRule(
            kind=kind,
            exercise_id=exercise.id if exercise is not None else None,
            pattern=lesson.pattern,
            muscle=lesson.muscle,
            limitation=lesson.limitation,
            equipment=tuple(lesson.equipment) if lesson.equipment else None,
            weekdays=tuple(lesson.weekdays) if lesson.weekdays else None,
            sport=lesson.sport,
            amount=_amount(lesson),
        )
        rule = tidied(_of_its_kind(full))
        if not is_sound(rule) or not self._is_carried(rule, evidence, saying):
            return LessonRule(kind=LessonRuleKind.NOTE)
        return rule

    def _is_carried(self, rule: LessonRule, evidence: str, saying: Saying) -> bool:
        """By the words, or by them as the answer to what was asked: `burpees`, to what somebody would rather not do."""
        if is_grounded(rule, evidence, self._names.catalogue):
            return True
        if saying.source is not LessonSource.ONBOARDING or is_grounded(rule, saying.about, self._names.catalogue):
            return False  # what the question alone says, nobody has answered
        return is_grounded(rule, f"{saying.about} {evidence}", self._names.catalogue)


_FIELDS: dict[LessonRuleKind, tuple[str, ...]] = {
    LessonRuleKind.AVOID_EXERCISE: ("exercise_id",),
    LessonRuleKind.PREFER_EXERCISE: ("exercise_id",),
    LessonRuleKind.AVOID_PATTERN: ("pattern",),
    LessonRuleKind.LIMITATION: ("limitation",),
    LessonRuleKind.EMPHASISE_MUSCLE: ("muscle",),
    LessonRuleKind.REDUCE_MUSCLE: ("muscle",),
    LessonRuleKind.EQUIPMENT_AVAILABLE: ("equipment",),
    LessonRuleKind.EQUIPMENT_MISSING: ("equipment",),
    LessonRuleKind.TRAIN_ON_DAYS: ("weekdays",),
    LessonRuleKind.REST_ON_DAYS: ("weekdays",),
    LessonRuleKind.SESSION_MINUTES: ("amount", "weekdays"),
    LessonRuleKind.PREFER_SPORT: ("sport",),
    LessonRuleKind.AVOID_SPORT: ("sport",),
    LessonRuleKind.INTENSITY: ("amount", "exercise_id", "pattern", "muscle", "sport"),
    LessonRuleKind.VOLUME: ("amount", "exercise_id", "pattern", "muscle", "sport"),
    LessonRuleKind.NOTE: (),
}


def _of_its_kind(rule: LessonRule) -> LessonRule:
    """Without what a model filled in beside the point; twice the same word counts once."""
    values = {field: getattr(rule, field) for field in _FIELDS[rule.kind]}
    for field in ("equipment", "weekdays"):
        if values.get(field) is not None:
            values[field] = tuple(dict.fromkeys(values[field]))
    return LessonRule(kind=rule.kind, **values)


def _amount(lesson: LessonAnswer) -> float | None:
    if lesson.amount is None or not math.isfinite(lesson.amount):
        return None
    if lesson.kind not in _SCALED:
        return lesson.amount
    return max(AMOUNTS[0], min(AMOUNTS[1], lesson.amount))


def _placed(evidence: str, saying: Saying) -> str:
    """The words, and what they were said about, where that does not go without saying."""
    return f'{saying.about} "{evidence}"' if saying.about else evidence


def _each_once(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The first of those with the same rule; notes differ by their texts."""
    by_rule: dict[tuple[bytes, str], Proposal] = {}
    for proposal in proposals:
        draft = proposal.draft
        words = draft.text.casefold() if draft.rule.kind is LessonRuleKind.NOTE else ""
        by_rule.setdefault((msgspec.json.encode(draft.rule.scope()), words), proposal)
    return tuple(by_rule.values())
