"""Makes exercises.json, the catalogue that is seeded, from facts, rules, corrections, additions and cues.

`python -m db.seed.annotate` writes it; with `--check` it only says, by exit code 1, that the committed file is stale.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

import msgspec

from db.seed import rules
from db.seed.sources import HERE, Addition, Correction, Fact, LeftOut, Sources, read_sources
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.terms import Equipment, ExperienceLevel, JointStress, Mechanic, MovementPattern, Muscle

CATALOGUE_FILE = HERE / "exercises.json"
NO_CORRECTION = Correction(reason="nothing to correct")
LEVELS = {
    "beginner": ExperienceLevel.NOVICE,
    "intermediate": ExperienceLevel.INTERMEDIATE,
    "expert": ExperienceLevel.ADVANCED,
}
WITHOUT_CALVES = frozenset(MovementPattern(name) for name in ("SQUAT", "LUNGE", "HINGE", "OLYMPIC", "VERTICAL_PUSH"))
"""The facts name the calves for all that is done on foot; counted as sets, these would leave no room for their own."""

Term = TypeVar("Term", bound=StrEnum)


def annotated(sources: Sources) -> list[Exercise]:
    """All exercises of the catalogue, in order of their ids. Raises ValueError where cues and exercises do not match."""
    from_facts = (_of_fact(fact, sources) for fact in sources.facts if is_kept(fact, sources.left_out))
    added = (_of_addition(name, addition, sources) for name, addition in sources.additions.items())
    return _with_cues(sorted((*from_facts, *added), key=lambda exercise: exercise.id), sources.cues)


def is_kept(fact: Fact, left_out: LeftOut) -> bool:
    """Whether a fact becomes an exercise of its own."""
    if fact.name in left_out.same_as or any(fact.name in group.exercises for group in left_out.singly):
        return False
    return fact.category not in left_out.categories or fact.name in left_out.kept.exercises


def exercise_id(name: str) -> ExerciseId:
    """`Farmer's Walk` is `exercise_farmers-walk`."""
    plain = name.lower().replace("'", "").replace("é", "e")
    return ExerciseId("exercise_" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-"))


def as_lines(exercises: Iterable[Exercise]) -> bytes:
    """JSON with one exercise on each line, so that a difference can be reviewed."""
    return b"[\n" + b",\n".join(msgspec.json.encode(exercise) for exercise in exercises) + b"\n]\n"


def _with_cues(exercises: list[Exercise], cues: dict[str, tuple[str, ...]]) -> list[Exercise]:
    slugs = {exercise.id.removeprefix("exercise_") for exercise in exercises}
    if astray := sorted(slugs ^ cues.keys()):
        raise ValueError(f"no cues, or cues of no exercise: {', '.join(astray)}")
    return [
        msgspec.structs.replace(exercise, cues=cues[exercise.id.removeprefix("exercise_")]) for exercise in exercises
    ]


def _of_fact(fact: Fact, sources: Sources) -> Exercise:
    name, *aliases = sources.names.get(fact.name, (fact.name,))
    correction = sources.corrections.get(name, NO_CORRECTION)
    draft = _draft(fact, name, correction)
    pattern = draft.pattern or MovementPattern.ISOLATION
    primary = _words(Muscle, correction.primary, fact.primary_muscles)
    traits = _traits(draft) if correction.traits is None else frozenset(correction.traits.split())
    same = (other for other, target in sources.left_out.same_as.items() if target == name)
    return Exercise(
        id=exercise_id(name),
        name=name,
        aliases=_aliases(name, (*aliases, fact.name, *same)),
        primary_muscles=primary,
        secondary_muscles=_secondary(fact, correction, pattern, primary),
        equipment=_in_order(Equipment, draft.gear),
        pattern=pattern,
        mechanic=_mechanic(fact, correction, pattern),
        level=_level(fact, correction, draft),
        is_unilateral="UNILATERAL" in traits,
        is_timed="TIMED" in traits,
        is_balance="BALANCE" in traits,
        has_fall_risk="FALL_RISK" in traits,
        usefulness=_usefulness(name, sources),
        stresses=_stresses(draft, correction),
    )


def _of_addition(name: str, addition: Addition, sources: Sources) -> Exercise:
    traits = addition.traits.split()
    return Exercise(
        id=exercise_id(name),
        name=name,
        aliases=_aliases(name, addition.aliases),
        primary_muscles=_words(Muscle, addition.primary),
        secondary_muscles=_words(Muscle, addition.secondary),
        equipment=_words(Equipment, addition.equipment),
        pattern=MovementPattern(addition.pattern),
        mechanic=Mechanic(addition.mechanic),
        level=ExperienceLevel(addition.level),
        is_unilateral="UNILATERAL" in traits,
        is_timed="TIMED" in traits,
        is_balance="BALANCE" in traits,
        has_fall_risk="FALL_RISK" in traits,
        usefulness=_usefulness(name, sources),
        stresses=_words(JointStress, addition.stresses),
    )


def _draft(fact: Fact, name: str, correction: Correction) -> rules.Draft:
    """Gear and pattern with their corrections, so that all that follows from them follows from what is right."""
    muscles = frozenset(_words(Muscle, correction.primary, fact.primary_muscles))
    draft = rules.Draft(names=f"{fact.name} / {name}".lower(), force=fact.force or "", muscles=muscles)
    draft = replace(draft, gear=_gear(fact, draft, correction))
    derived = next(rule.gives for rule in rules.PATTERNS if rule.applies(draft))
    return replace(draft, pattern=MovementPattern(correction.pattern or derived))


def _gear(fact: Fact, draft: rules.Draft, correction: Correction) -> frozenset[Equipment]:
    if correction.equipment is not None:
        return frozenset(_words(Equipment, correction.equipment))
    main = rules.GEAR_OF_FACTS[fact.equipment]
    if main in (Equipment.BODY_WEIGHT, Equipment.MACHINE):
        main = next((rule.gives for rule in rules.MAIN_GEAR if rule.applies(draft)), main)
    draft = replace(draft, gear=frozenset({main}))
    gear = {main} | {rule.gives for rule in rules.ADDED_GEAR if rule.applies(draft)}
    return frozenset(gear if len(gear) == 1 else gear - {Equipment.BODY_WEIGHT})


def _secondary(
    fact: Fact, correction: Correction, pattern: MovementPattern, primary: tuple[Muscle, ...]
) -> tuple[Muscle, ...]:
    stated = _words(Muscle, correction.secondary, fact.secondary_muscles)
    if correction.secondary is None and pattern in WITHOUT_CALVES:
        stated = tuple(muscle for muscle in stated if muscle is not Muscle.CALVES)
    return tuple(muscle for muscle in stated if muscle not in primary)


def _mechanic(fact: Fact, correction: Correction, pattern: MovementPattern) -> Mechanic:
    if correction.mechanic is not None:
        return Mechanic(correction.mechanic)
    if pattern is MovementPattern.ISOLATION:
        return Mechanic.ISOLATION
    return Mechanic((fact.mechanic or "compound").upper())


def _level(fact: Fact, correction: Correction, draft: rules.Draft) -> ExperienceLevel:
    if correction.level is not None:
        return ExperienceLevel(correction.level)
    return next((rule.gives for rule in rules.LEVELS if rule.applies(draft)), LEVELS[fact.level])


def _traits(draft: rules.Draft) -> frozenset[str]:
    return frozenset(rule.gives for rule in rules.TRAITS if rule.applies(draft))


def _stresses(draft: rules.Draft, correction: Correction) -> tuple[JointStress, ...]:
    if correction.stresses is not None:
        return _words(JointStress, correction.stresses)
    return _in_order(JointStress, {rule.gives for rule in rules.STRESSES if rule.applies(draft)})


def _usefulness(name: str, sources: Sources) -> int:
    if name in sources.usefulness.staple:
        return 3
    if name in sources.usefulness.common:
        return 2
    return 0 if name in sources.usefulness.on_request else 1


def _aliases(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(alias for alias in candidates if alias != name))


def _words(kind: type[Term], text: str | None, otherwise: Iterable[str] = ()) -> tuple[Term, ...]:
    """Words of a correction, or else those of the facts (`lower back` is LOWER_BACK), in the order of their kind."""
    words = text.split() if text is not None else [word.replace(" ", "_").upper() for word in otherwise]
    return _in_order(kind, {kind(word) for word in words})


def _in_order(kind: type[Term], values: Iterable[Term]) -> tuple[Term, ...]:
    chosen = set(values)
    return tuple(value for value in kind if value in chosen)


def unmatched(sources: Sources) -> Iterator[str]:
    """Names in the files that are nobody's: a slip of the pen would otherwise correct nothing, and not be noticed."""
    facts = {fact.name for fact in sources.facts}
    plain = {exercise.name for exercise in annotated(sources)}
    left_out = sources.left_out
    singly = (name for group in left_out.singly for name in group.exercises)
    of_facts = {*sources.names, *left_out.same_as, *left_out.kept.exercises, *singly}
    useful = sources.usefulness
    of_plain = {*sources.corrections, *left_out.same_as.values(), *useful.staple, *useful.common, *useful.on_request}
    yield from sorted(of_facts - facts)
    yield from sorted(of_plain - plain)


def main(arguments: list[str]) -> int:
    fresh = as_lines(annotated(read_sources()))
    if "--check" in arguments:
        return int(not CATALOGUE_FILE.exists() or CATALOGUE_FILE.read_bytes() != fresh)
    CATALOGUE_FILE.write_bytes(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
