"""Athletes as they are stored, with lessons as people teach them: mostly about what they saw in a plan."""

import datetime
import random
from collections.abc import Callable, Sequence

from benchmarks.plans.athletes import LEARNED_AT, BenchAthlete
from domain.basis import PlanBasis
from domain.constraints import GivenConstraints
from domain.exercise import Catalogue, Exercise
from domain.facts import Facts, KeptLesson, SavedProfile
from domain.ids import LessonId
from domain.lessons import Lesson, LessonRule, LessonRuleKind, LessonSource, LessonState
from domain.plan import PlanDocument, StrengthActivity
from domain.terms import WEEKDAYS, LimitationKind, Muscle, Sport
from services.onboarding.basis import basis_of

Kind = LessonRuleKind
SEEN = 0.7
"""How often a lesson on an exercise speaks of one that was in the plan."""
HURT = (LimitationKind.KNEE, LimitationKind.SHOULDER, LimitationKind.LOWER_BACK, LimitationKind.WRIST)
MUSCLES = (Muscle.GLUTES, Muscle.CHEST, Muscle.LATS, Muscle.BICEPS, Muscle.QUADRICEPS)
Draw = Callable[[random.Random, Exercise], LessonRule]
RULES: Sequence[tuple[int, Draw]] = (
    (30, lambda _, one: LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=one.id)),
    (14, lambda _, one: LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=one.id)),
    (8, lambda _, one: LessonRule(kind=Kind.AVOID_PATTERN, pattern=one.pattern)),
    (10, lambda chance, _: LessonRule(kind=Kind.LIMITATION, limitation=chance.choice(HURT))),
    (8, lambda chance, _: LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=chance.choice(MUSCLES))),
    (4, lambda chance, _: LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=chance.choice(MUSCLES))),
    (4, lambda chance, _: LessonRule(kind=Kind.SESSION_MINUTES, amount=chance.choice((30, 45, 60)))),
    (4, lambda chance, _: LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(chance.choice(WEEKDAYS),))),
    (4, lambda chance, _: LessonRule(kind=Kind.AVOID_SPORT, sport=chance.choice((Sport.RUNNING, Sport.CYCLING)))),
    (4, lambda chance, _: LessonRule(kind=Kind.INTENSITY, amount=chance.choice((0.9, 1.1)))),
    (4, lambda chance, _: LessonRule(kind=Kind.VOLUME, amount=chance.choice((0.8, 1.2)))),
    (6, lambda *_: LessonRule(kind=Kind.NOTE)),
)
"""What lessons are about, and of how many in a hundred."""


def drawn_lessons(plan: PlanDocument, catalogue: Catalogue, count: int, *, seed: int) -> tuple[KeptLesson, ...]:
    """So many lessons, no two on the same; the first ones are the same for any count."""
    chance = random.Random(seed)
    seen = sorted({exercise.id for exercise in _exercises(plan, catalogue)})
    known = [exercise.id for exercise in catalogue if exercise.usefulness > 1]
    rules: dict[LessonRule, LessonRule] = {}
    while len(rules) < count:
        (_, draw) = chance.choices(RULES, weights=[weight for weight, _ in RULES])[0]
        exercise = catalogue[chance.choice(seen if seen and chance.random() < SEEN else known)]
        rule = draw(chance, exercise)
        if rule.kind is not Kind.NOTE or rule.scope() not in rules:
            rules.setdefault(rule.scope(), rule)
    return tuple(_kept(rule, place, is_hard=chance.random() < 0.4) for place, rule in enumerate(rules.values()))


def basis_with(athlete: BenchAthlete, lessons: tuple[KeptLesson, ...]) -> PlanBasis:
    """As a generation reads it: what lessons say of days, minutes, equipment and the like is worked in."""
    basis = athlete.basis
    given = GivenConstraints(**{name: getattr(basis.constraints, name) for name in GivenConstraints.__struct_fields__})
    profile = SavedProfile(
        display_name="Ann",
        birth_year=basis.start_date.year - basis.age,
        gender=basis.gender,
        height_cm=basis.height_cm,
        weight_kg=basis.weight_kg,
        unit_system=basis.unit_system,
        time_zone="UTC",
        goal=basis.goal,
        experience=basis.experience,
        given=given,
        given_at={},
        updated_at=LEARNED_AT,
    )
    facts = Facts(profile=profile, lessons=lessons, now=LEARNED_AT + datetime.timedelta(days=1))
    return basis_of(facts, start_date=basis.start_date, week_count=basis.week_count)


def _exercises(plan: PlanDocument, catalogue: Catalogue) -> list[Exercise]:
    activities = (activity for week in plan.weeks for day in week.days for activity in day.activities)
    return [catalogue[one.exercise_id] for one in activities if isinstance(one, StrengthActivity)]


def _kept(rule: LessonRule, place: int, *, is_hard: bool) -> KeptLesson:
    lesson = Lesson(
        id=LessonId(f"lesson_{place:032x}"),
        text="Learned for the benchmark.",
        rule=rule,
        is_hard=is_hard and rule.kind is not Kind.NOTE,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.FEEDBACK,
        evidence="They said so.",
        confidence=0.9,
        created_at=LEARNED_AT,
    )
    return KeptLesson(lesson=lesson, changed_at=LEARNED_AT)
