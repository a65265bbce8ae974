"""Writes the brief of a plan: style and stress, matched with the catalogue, and no claim that cannot be vouched for."""

import asyncio
import math
import re
from collections.abc import Callable

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Exercise
from domain.lessons import Lesson
from domain.terms import Author, Muscle
from services.feedback.words import EQUIPMENT, NUMBERS, SPORTS, WEEKDAY_NAMES
from services.llm.allowance import Allowance
from services.llm.answers import StrictAnswer
from services.llm.asks import Ask
from services.llm.client import ModelClient
from services.llm.configuration import BRIEF_SECONDS
from services.llm.english import is_english
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.material import Json, Piece, material
from services.llm.names import Names
from services.llm.prompt_files import read_prompt
from services.llm.sentences import cleaned, kept
from services.planning.catalogue import is_doable, is_within

MOST_FAVOURED = 10
MOST_MUSCLES = 4
MOST_SUGGESTED = 80
"""Names of the catalogue that the model is told, so that it need not guess them."""
LONGEST_TITLE = 60
LONGEST_SUMMARY = 500
LONGEST_RATIONALE = 800
LONGEST_THEME = 50
_STAPLE = 2
_PLAIN_NUMBERS = frozenset({"one", "first", "second"})
"""Words for numbers that mean other things more often than not: `one step at a time`."""
_MORE_NUMBERS = (
    "nine",
    "eleven",
    "twelve",
    "hundred",
    "dozen",
    "half",
    "twice",
    "double",
    "triple",
    "daily",
    "every day",
)
_NUMBER_WORDS = re.compile(rf"\d|%|\b(?:{'|'.join((*(NUMBERS.keys() - _PLAIN_NUMBERS), *_MORE_NUMBERS))})\b")


class BriefAnswer(StrictAnswer):
    """What the model is asked for."""

    title: str
    summary: str
    rationale: str
    themes: list[str]
    favoured_exercises: list[str]
    stressed_muscles: list[Muscle]
    endurance_share: float | None


class BriefWriter:
    """Writes briefs with the model."""

    def __init__(self, client: ModelClient, names: Names, *, seconds: float = BRIEF_SECONDS) -> None:
        self._client = client
        self._names = names
        self._seconds = seconds
        self._prompt = read_prompt("brief")

    async def write(self, basis: PlanBasis, *, allowance: Allowance) -> Brief:
        """A brief for a plan on this basis, by Author.MODEL. Raises ModelUnusable."""
        told = material(_facts(basis), [*map(_lesson, _weighed(basis)), *self._suggestions(basis)])
        ask = Ask(prompt=self._prompt, material=told, answer=BriefAnswer, seconds=self._seconds)
        answer = await self._client.ask(ask, allowance)
        # Names are searched for in the catalogue; meanwhile the loop is for others.
        brief = await asyncio.to_thread(self._kept, answer, basis)
        # A title of three words passes for English in many languages; all texts together do not.
        is_foreign = not is_english(" ".join((answer.title, answer.summary, answer.rationale, *answer.themes)))
        if is_foreign or brief == Brief(author=Author.MODEL):
            raise self._client.given_up("brief", ModelUnusable(ModelFailureReason.USELESS))
        return brief

    def _kept(self, answer: BriefAnswer, basis: PlanBasis) -> Brief:
        """What of an answer can stand."""
        holds = self._claims_nothing(basis)
        title = cleaned(answer.title, longest=LONGEST_TITLE)
        summary, cut_here = kept(answer.summary, holds, longest=LONGEST_SUMMARY)
        rationale, cut_there = kept(answer.rationale, holds, longest=LONGEST_RATIONALE)
        favoured, unknown = self._names.matched(answer.favoured_exercises, most=MOST_FAVOURED)
        self._client.telemetry.dropped("brief", "sentence", cut_here + cut_there)
        self._client.telemetry.dropped("brief", "exercise", unknown)
        return Brief(
            author=Author.MODEL,
            title=title if title is not None and holds(title) else None,
            summary=summary,
            rationale=rationale,
            themes=_themes(answer.themes, basis.week_count, holds),
            favoured_exercises=favoured,
            stressed_muscles=tuple(dict.fromkeys(answer.stressed_muscles))[:MOST_MUSCLES],
            endurance_share=_share(answer.endurance_share),
        )

    def _claims_nothing(self, basis: PlanBasis) -> Callable[[str], bool]:
        """Whether a sentence is true of any plan on this basis: the plan itself is not built yet."""
        sports, equipment = set(basis.constraints.sports), set(basis.constraints.equipment)
        if basis.constraints.event is not None and basis.constraints.event.sport is not None:
            sports.add(basis.constraints.event.sport)

        def holds(sentence: str) -> bool:
            text = sentence.lower()
            return (
                _NUMBER_WORDS.search(text) is None
                and not WEEKDAY_NAMES.found(text)
                and sports.issuperset(SPORTS.found(text))
                and all(not equipment.isdisjoint(kinds) for kinds in EQUIPMENT.found(text))
                and not self._names.named_in(sentence)
            )

        return holds

    def _suggestions(self, basis: PlanBasis) -> list[Piece]:
        """Staples that can be done with what is there: the first to be left out."""
        fit = [exercise for exercise in self._names.catalogue if _is_fit(exercise, basis)]
        fit.sort(key=lambda exercise: (-exercise.usefulness, exercise.name))
        return [Piece(section="exercises", value=exercise.name, weight=-1.0) for exercise in fit[:MOST_SUGGESTED]]


def _is_fit(exercise: Exercise, basis: PlanBasis) -> bool:
    return (
        exercise.usefulness >= _STAPLE
        and is_doable(exercise, basis.constraints.equipment)
        and is_within(exercise, basis.experience)
    )


def _themes(themes: list[str], week_count: int, holds: Callable[[str], bool]) -> tuple[str, ...]:
    """One for each week; an empty one leaves that week to the engine. None at all where their number is wrong."""
    if len(themes) != week_count:
        return ()
    good = tuple(
        theme if (theme := cleaned(said.rstrip("."), longest=LONGEST_THEME)) is not None and holds(theme) else ""
        for said in themes
    )
    return good if any(good) else ()


def _share(share: float | None) -> float | None:
    return share if share is not None and math.isfinite(share) and 0 <= share <= 1 else None


def _facts(basis: PlanBasis) -> dict[str, Json]:
    constraints = basis.constraints
    facts: dict[str, Json] = {
        "goal": basis.goal,
        "age": basis.age,
        "experience": basis.experience.value,
        "focus": constraints.focus.value,
        "weeks": basis.week_count,
        "training_days_a_week": len(constraints.training_days),
        "session_minutes": constraints.session_minutes,
        "equipment": [item.value for item in constraints.equipment],
        "sports": [sport.value for sport in constraints.sports],
        "limitations": [limitation.kind.value for limitation in constraints.limitations],
    }
    if constraints.event is not None:
        facts["event"] = {"name": constraints.event.name, "date": constraints.event.date.isoformat()}
    return facts


def _weighed(basis: PlanBasis) -> list[tuple[float, Lesson]]:
    """Lessons come weightiest first; that order is their weight."""
    return [(1 / (place + 1), lesson) for place, lesson in enumerate(basis.lessons)]


def _lesson(weighed: tuple[float, Lesson]) -> Piece:
    weight, lesson = weighed
    value: dict[str, Json] = {"lesson": lesson.text, "kind": lesson.rule.kind.value, "must": lesson.is_hard}
    return Piece(section="lessons", value=value, weight=weight, is_firm=lesson.is_hard)
